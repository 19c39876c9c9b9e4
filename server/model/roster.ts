/** Who there is: the people, holidays and workdays of a workspace folder, joined over its notes. */
import type { Day } from '../notation/dates.ts';
import type { Document } from '../notation/document.ts';
import type { Header, Person } from '../notation/header.ts';
import { foldName } from '../notation/keys.ts';
import type { Located } from '../notation/located.ts';

/** A person and the note that says so. */
export interface Member extends Person {
  readonly uri: string;
}

export interface Roster {
  /** The first definition of each handle. */
  readonly people: ReadonlyMap<string, Member>;
  /** Whether some note's front matter could not be read, so that there may be more people than are known. */
  readonly isPartial: boolean;
  /** Definitions of one handle that do not say the same, two or more of each. */
  readonly conflicts: ReadonlyMap<string, readonly Member[]>;
  readonly holidays: ReadonlySet<Day>;
  /** 0 Monday to 6 Sunday. */
  readonly workdays: ReadonlySet<number>;
  readonly delegator: Located<string> | undefined;
  readonly currency: string | undefined;
  readonly timezone: string | undefined;
  /** Further field names that any of the notes allows: folded, and as the first note writes them. */
  readonly fields: ReadonlyMap<string, string>;
  /** Where new process documents go, and the note that says so; for notes that say nothing of it themselves. */
  readonly processes: { readonly path: string; readonly uri: string } | undefined;
}

interface Definition {
  readonly person: Person;
  readonly uri: string;
}

const memberOf = ({ person, uri }: Definition): Member => ({ ...person, uri });

const mondayToFriday = [0, 1, 2, 3, 4];

export function joinRoster(documents: Iterable<Document>): Roster {
  const definitions = new Map<string, Definition[]>();
  const holidays = new Set<Day>();
  const workdays = new Set<number>();
  let delegator: Located<string> | undefined;
  let currency: string | undefined;
  let timezone: string | undefined;
  let processes: Roster['processes'];
  let isPartial = false;
  const fields = new Map<string, string>();
  const speaking: Document[] = [];
  for (const document of documents) if (document.header.frontMatter.length > 0) speaking.push(document);
  // In the order of their names, whichever was read first.
  for (const { uri, header } of speaking.sort((a, b) => (a.uri < b.uri ? -1 : 1))) {
    isPartial ||= header.frontMatter.problems.length > 0;
    for (const person of header.team) {
      const known = definitions.get(person.handle);
      if (known) known.push({ person, uri });
      else definitions.set(person.handle, [{ person, uri }]);
    }
    for (const day of header.holidays) holidays.add(day);
    for (const weekday of header.workdays ?? []) workdays.add(weekday);
    for (const field of header.fields) if (!fields.has(foldName(field))) fields.set(foldName(field), field);
    delegator ??= header.delegator;
    currency ??= header.currency;
    timezone ??= header.timezone?.value;
    if (header.processes) processes ??= { path: header.processes, uri };
  }
  const people = new Map<string, Member>();
  const conflicts = new Map<string, Member[]>();
  for (const [handle, all] of definitions) {
    const first = all[0]!;
    people.set(handle, memberOf(first));
    // Notes with the same front matter share what was read of it.
    if (all.some(({ person }) => person !== first.person && !saysTheSame(person, first.person))) conflicts.set(handle, all.map(memberOf));
  }
  return { people, isPartial, conflicts, holidays, workdays: new Set(workdays.size > 0 ? workdays : mondayToFriday), delegator, currency, timezone, fields, processes };
}

/** A roster, and whether it is still that of the notes when more have come. */
export class JoinedRoster {
  readonly roster: Roster;
  /** The first note of each front matter, by the order of their names. */
  private readonly firsts = new Map<Header, string>();

  constructor(documents: readonly Document[]) {
    this.roster = joinRoster(documents);
    for (const { uri, header } of documents) {
      const first = this.firsts.get(header);
      if (first === undefined || uri < first) this.firsts.set(header, uri);
    }
  }

  /** Whether a note that has come adds nothing: one before it has the same front matter, as nearly all notes of a team have. */
  covers({ uri, header }: Document): boolean {
    const first = this.firsts.get(header);
    return first !== undefined && first < uri && this.roster.conflicts.size === 0;
  }
}

/** Whether two definitions say the same, wherever they stand. */
export function saysTheSame(one: Person, other: Person): boolean {
  return JSON.stringify(said(one)) === JSON.stringify(said(other));
}

const said = ({ name, role, time, hours, rate, since, until, away }: Person): unknown => [name, role, time, hours, rate, since, until, away];

/** Whether a handle means somebody: a person of the team, or the one who delegates, whom a team need not list. */
export function isKnown({ people, delegator }: Roster, handle: string): boolean {
  return people.has(handle) || delegator?.value === handle;
}

/** Whether somebody has begun by a day and has not left. */
export function isThere(person: Person, day: Day): boolean {
  return !hasLeft(person, day) && (person.since === undefined || person.since <= day);
}

/** Whether somebody has left by a day: `until` is the last day they are there. */
export function hasLeft(person: Person, day: Day): boolean {
  return person.until !== undefined && person.until < day;
}
