/**
 * What people have to do in the next four weeks, in hours, and the hours that they have.
 *
 * Where PRODUCT.md leaves a case open:
 * - The hours of a week fall evenly on its workdays, and those count on which somebody is there: no holidays, not away, not before
 *   `since` nor after `until`. Without `hours` nobody knows how many somebody has.
 * - What is due on a day on which the owner is not there is the backup's, if that one is there; else it stays with the owner. What
 *   somebody owns who has left is nobody's: it waits to be handed over.
 * - A backup that cannot stand in is none: the owner themselves, or somebody who has left.
 */
import type { Day } from '../notation/dates.ts';
import type { Task } from '../notation/document.ts';
import { formatDuration, type Minutes } from '../notation/durations.ts';
import { type Demand, lastOf } from './demand.ts';
import { asksTheSame, dividedRuns, minutesOf, type Part, type Share, type Tally } from './parts.ts';
import { PersistentMap } from './persistentMap.ts';
import type { Member } from './roster.ts';
import { joinSpans, outside } from './schedule/pauses.ts';
import type { WorkCalendar } from './schedule/workCalendar.ts';
import type { Folder } from './workspace.ts';

export interface Workload {
  readonly handle: string;
  /** `undefined` for somebody who is not in the team. */
  readonly member: Member | undefined;
  /** In no order; `heaviestFirst` brings them into one. */
  readonly shares: readonly Share[];
  readonly needed: Minutes;
  /** `undefined` where the roster does not tell. */
  readonly had: Minutes | undefined;
  /** Workdays of the four weeks on which they are there. */
  readonly workdays: number;
  /** The functions that they own. */
  readonly owned: number;
  /** Those of them that nobody else could do, in the order of the files' names. */
  readonly alone: readonly Task[];
}

export interface Workloads {
  readonly today: Day;
  /** Functions that have not ended, whoever owns them. */
  readonly functions: number;
  /** By handle: all of the team, and whoever else owns something. */
  readonly people: ReadonlyMap<string, Workload>;
  /** Who alone can do more than half of all functions, where there are enough to tell. There is one at most. */
  readonly keeper: Workload | undefined;
  readonly sums: Sums;
}

/** With fewer functions in all, one person may well keep most of them. */
const fewest = 4;

/** A person's work in all notes, added up. */
interface Sum {
  /** By the URI of a note. */
  readonly tallies: PersistentMap<Tally>;
  readonly needed: Minutes;
  readonly owned: number;
  readonly alone: number;
}

const noSum: Sum = { tallies: PersistentMap.empty(), needed: 0, owned: 0, alone: 0 };

/** A note whose part is another one than before. */
interface Changed {
  readonly uri: string;
  readonly gone: Part | undefined;
  readonly come: Part | undefined;
}

/** What all notes of a folder come to. */
export class Sums {
  private constructor(
    readonly functions: number,
    readonly people: ReadonlyMap<string, Sum>,
    /** The same value as long as everybody is asked for the same, though it may stand in other lines. */
    readonly state: object,
  ) {}

  static readonly none = new Sums(0, new Map(), {});

  with(changes: Iterable<Changed>): Sums {
    const people = new Map(this.people);
    let { functions, state } = this;
    for (const { uri, gone, come } of changes) {
      if (!gone || !come || !asksTheSame(gone, come)) state = {};
      functions += (come?.functions ?? 0) - (gone?.functions ?? 0);
      for (const handle of new Set([...(gone?.tallies.keys() ?? []), ...(come?.tallies.keys() ?? [])])) {
        const sum = changed(people.get(handle) ?? noSum, uri, gone?.tallies.get(handle), come?.tallies.get(handle));
        if (sum.tallies.size > 0) people.set(handle, sum);
        else people.delete(handle);
      }
    }
    return new Sums(functions, people, state);
  }
}

function changed(sum: Sum, uri: string, gone: Tally | undefined, come: Tally | undefined): Sum {
  return {
    tallies: sum.tallies.with([[uri, come]]),
    needed: sum.needed + neededIn(come) - neededIn(gone),
    owned: sum.owned + (come?.owned ?? 0) - (gone?.owned ?? 0),
    alone: sum.alone + (come?.alone.length ?? 0) - (gone?.alone.length ?? 0),
  };
}

const neededIn = (tally: Tally | undefined): Minutes => (tally?.shares ?? []).reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);

/** What a folder's workloads are brought up to date from: those of a folder before it. */
export interface Before {
  readonly folder: Folder;
  readonly workloads: Workloads;
}

/** The workloads of a folder's people; ask `folder.workloads`, which remembers them. */
export function workloadsOf(folder: Folder, today: Day, before?: Before): Workloads {
  const { roster } = folder;
  const sums = sumsOf(folder, today, before);
  const handles = [...new Set([...roster.people.keys(), ...sums.people.keys()])].sort();
  const people = new Map(handles.map((handle) => [handle, new FolderWorkload(handle, sums.people.get(handle) ?? noSum, folder, today)]));
  const found = sums.functions < fewest ? undefined : handles.find((handle) => (sums.people.get(handle)?.alone ?? 0) * 2 > sums.functions);
  const keeper = found === undefined ? undefined : people.get(found);
  return { today, functions: sums.functions, people, keeper, sums };
}

/** Of what is the same, demands and parts are remembered; so only notes that have changed are added up. */
function sumsOf(folder: Folder, today: Day, before: Before | undefined): Sums {
  const isComparable = before?.workloads.today === today && before.folder.roster === folder.roster && before.folder.calendar === folder.calendar;
  const part = (uri: string, of: Folder): Part | undefined => {
    const document = of.documents.get(uri);
    return document && of.parts.of(document, of, today);
  };
  if (!isComparable) return Sums.none.with([...folder.documents.keys()].map((uri) => ({ uri, gone: undefined, come: part(uri, folder) })));
  return before.workloads.sums.with([...changedNotes(before.folder, folder)].map((uri) => ({ uri, gone: part(uri, before.folder), come: part(uri, folder) })));
}

/** The notes that have changed, and those of which an archive has. */
function changedNotes(before: Folder, after: Folder): ReadonlySet<string> {
  const changed = new Set<string>();
  const documents = [...after.documents.differences(before.documents)];
  for (const uri of [...documents, ...after.files.differences(before.files)]) {
    for (const { links } of [before, after]) for (const holder of links.holders(uri)) changed.add(holder);
  }
  for (const uri of documents) changed.add(uri);
  return changed;
}

/** The sum is there; what it is made of is gone through when somebody asks. */
class FolderWorkload implements Workload {
  readonly member: Member | undefined;
  readonly needed: Minutes;
  readonly had: Minutes | undefined;
  readonly workdays: number;
  readonly owned: number;
  private allShares: readonly Share[] | undefined;
  private allAlone: readonly Task[] | undefined;

  constructor(
    readonly handle: string,
    private readonly sum: Sum,
    { roster, calendar }: Folder,
    today: Day,
  ) {
    this.member = roster.people.get(handle);
    this.workdays = this.member ? workdaysOf(this.member, calendar, today) : 0;
    this.needed = sum.needed;
    this.owned = sum.owned;
    const { hours } = this.member ?? {};
    this.had = hours === undefined ? undefined : Math.round((hours * 60 * this.workdays) / Math.max(calendar.weekdays.length, 1));
  }

  get shares(): readonly Share[] {
    return (this.allShares ??= [...this.sum.tallies.values()].flatMap(({ shares }) => shares));
  }

  get alone(): readonly Task[] {
    return (this.allAlone ??= [...this.sum.tallies.values()].flatMap(({ alone }) => alone).sort(byPlace));
  }
}

export function heaviestFirst({ shares }: Workload): Share[] {
  return [...shares].sort(byWeight);
}

/** The first of them, without bringing thousands into an order. */
export function heaviest({ shares }: Workload, count: number): Share[] {
  const first: Share[] = [];
  for (const share of shares) {
    if (first.length === count && byWeight(share, first[count - 1]!) >= 0) continue;
    let at = first.length;
    while (at > 0 && byWeight(share, first[at - 1]!) < 0) at--;
    first.splice(at, 0, share);
    if (first.length > count) first.pop();
  }
  return first;
}

const byWeight = (a: Share, b: Share): number => (b.minutes ?? -1) - (a.minutes ?? -1) || byPlace(a.demand.task, b.demand.task);

const byPlace = (a: Task, b: Task): number => (a.document.uri < b.document.uri ? -1 : a.document.uri > b.document.uri ? 1 : a.firstLine - b.firstLine);

function workdaysOf({ since, until, away }: Member, calendar: WorkCalendar, today: Day): number {
  const [from, to] = [Math.max(today, since ?? today), Math.min(lastOf(today), until ?? Infinity)];
  const absences = joinSpans(away.map(([first, last]) => ({ from: first, until: last })));
  return outside(absences, from, to).reduce((sum, span) => sum + calendar.countBefore(span.until + 1) - calendar.countBefore(span.from), 0);
}

/** Whether somebody has more to do than hours to do it in. Of who is not there at all, that says nothing. */
export function isOverloaded({ needed, had, workdays }: Workload): boolean {
  return had !== undefined && workdays > 0 && needed > had;
}

/** `25m of 20h a week` */
export function hoursAWeek({ needed, member }: Workload): string {
  const of = member?.hours === undefined ? '' : ` of ${formatDuration(Math.round(member.hours * 60))}`;
  return `${formatDuration(Math.round(needed / 4))}${of} a week`;
}

/** By how much the owner and the backup would have more to do, or less, if they changed places. */
export function ifSwapped(demand: Demand, { roster }: Folder): { readonly owner: Minutes; readonly backup: Minutes } {
  const { owner, backup } = demand;
  const now = dividedRuns(demand, owner!, backup, roster);
  const then = dividedRuns(demand, backup!, owner, roster);
  const change = (after: number, before: number): Minutes => (minutesOf(demand, after) ?? 0) - (minutesOf(demand, before) ?? 0);
  return { owner: change(then.standIn, now.own), backup: change(then.own, now.standIn) };
}
