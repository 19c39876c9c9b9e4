/** What people's work in all notes of a folder comes to: added up once, and then by what changes. */
import type { Day } from '../notation/dates.ts';
import { changedTasks, type Section, type Task, tasksOf } from '../notation/document.ts';
import type { Minutes } from '../notation/durations.ts';
import { asksTheSame, type Part, partOf, type Portion, type Share } from './parts.ts';
import { PersistentMap } from './persistentMap.ts';
import type { Folder } from './workspace.ts';

/** A person's work in all notes, added up. */
export interface Sum {
  /** By the URI of a note how many of its tasks are theirs. */
  readonly notes: PersistentMap<number>;
  readonly needed: Minutes;
  readonly owned: number;
  readonly alone: number;
  /** Their shares, and those of which is known how long they take. */
  readonly shares: number;
  readonly timed: number;
  /** Worked out when somebody asks, and kept as long as nothing in it changes. */
  readonly heaviest: { known?: { readonly sections: ReadonlyMap<Section, number>; readonly uris: ReadonlySet<string> } };
}

export const noSum: Sum = { notes: PersistentMap.empty(), needed: 0, owned: 0, alone: 0, shares: 0, timed: 0, heaviest: {} };

/** Tasks of a note that ask for something else than before. */
interface Changed {
  readonly uri: string;
  readonly gone: readonly Part[];
  readonly come: readonly Part[];
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
    const differences = new Map<string, Difference>();
    let { functions, state } = this;
    const add = (uri: string, { section, portions }: Part, sign: 1 | -1): void => {
      if (section.kind === 'recurring') functions += sign;
      for (const portion of portions) {
        let difference = differences.get(portion.handle);
        if (!difference) differences.set(portion.handle, (difference = new Difference()));
        difference.add(uri, section, portion, sign);
      }
    };
    for (const { uri, gone, come } of changes) {
      if (gone.length !== come.length || gone.some((part, i) => !asksTheSame(part, come[i]!))) state = {};
      else if (!gone.some((part) => this.isHeavy(part))) continue;
      for (const part of gone) add(uri, part, -1);
      for (const part of come) add(uri, part, 1);
    }
    if (differences.size === 0) return functions === this.functions && state === this.state ? this : new Sums(functions, this.people, state);
    const people = new Map(this.people);
    for (const [handle, difference] of differences) {
      const sum = difference.from(people.get(handle) ?? noSum);
      if (sum.notes.size > 0) people.set(handle, sum);
      else people.delete(handle);
    }
    return new Sums(functions, people, state);
  }

  /** Whether somebody remembers a task as one of their heaviest, by what it was read as. */
  private isHeavy({ section, portions }: Part): boolean {
    return portions.some(({ handle }) => this.people.get(handle)?.heaviest.known?.sections.has(section));
  }
}

/** Of so many tasks it is remembered that they are the heaviest. */
export const remembered = 10;

/** What changes in a person's work. */
class Difference {
  private readonly notes = new Map<string, number>();
  private needed = 0;
  private owned = 0;
  private alone = 0;
  private shares = 0;
  private timed = 0;
  private readonly gone = new Set<Section>();
  /** Of the heaviest task that has come. */
  private weight = -Infinity;

  add(uri: string, section: Section, portion: Portion, sign: 1 | -1): void {
    this.notes.set(uri, (this.notes.get(uri) ?? 0) + sign);
    this.needed += sign * (portion.minutes ?? 0);
    this.owned += sign * Number(portion.isOwned);
    this.alone += sign * Number(portion.isAlone);
    this.shares += sign * Number(portion.runs > 0);
    this.timed += sign * Number(portion.runs > 0 && portion.minutes !== undefined);
    if (sign < 0) this.gone.add(section);
    else if (portion.runs > 0) this.weight = Math.max(this.weight, weightOf(portion));
  }

  from(sum: Sum): Sum {
    const counts = [...this.notes].filter(([, count]) => count !== 0).map(([uri, count]) => [uri, (sum.notes.get(uri) ?? 0) + count || undefined] as const);
    return {
      notes: counts.length > 0 ? sum.notes.with(counts) : sum.notes,
      needed: sum.needed + this.needed,
      owned: sum.owned + this.owned,
      alone: sum.alone + this.alone,
      shares: sum.shares + this.shares,
      timed: sum.timed + this.timed,
      heaviest: this.leaves(sum.heaviest.known?.sections) ? sum.heaviest : {},
    };
  }

  /** Whether the heaviest are still the same. */
  private leaves(sections: ReadonlyMap<Section, number> | undefined): boolean {
    if (!sections) return false;
    for (const section of this.gone) if (sections.has(section)) return false;
    return this.weight === -Infinity || (sections.size === remembered && this.weight < Math.min(...sections.values()));
  }
}

export const weightOf = ({ minutes }: Pick<Share, 'minutes'>): number => minutes ?? -1;

/** The sums of a folder before. */
interface Before {
  readonly folder: Folder;
  readonly today: Day;
  readonly sums: Sums;
}

/** What is asked for is remembered by task; so only tasks that have changed are added up. */
export function sumsOf(folder: Folder, today: Day, before: Before | undefined): Sums {
  const isComparable = before?.today === today && before.folder.roster === folder.roster && before.folder.calendar === folder.calendar;
  const parts = (tasks: readonly Task[], of: Folder): Part[] => tasks.flatMap((task) => {
    const asked = of.demands.of(task, of, today);
    return asked ? [partOf(task.section, asked, of.roster, today)] : [];
  });
  if (!isComparable) return Sums.none.with([...folder.documents.values()].map((document) => ({ uri: document.uri, gone: [], come: parts(tasksOf(document), folder) })));
  return before.sums.with([...changedNotes(before.folder, folder)].map(([uri, { removed, added }]) => ({ uri, gone: parts(removed, before.folder), come: parts(added, folder) })));
}

/** The tasks that have changed, by note, and all tasks of notes of which an archive has. */
function changedNotes(before: Folder, after: Folder): ReadonlyMap<string, ReturnType<typeof changedTasks>> {
  const changed = new Map<string, ReturnType<typeof changedTasks>>();
  const allOf = (folder: Folder, uri: string): readonly Task[] => {
    const document = folder.documents.get(uri);
    return document ? tasksOf(document) : [];
  };
  const documents = [...after.documents.differences(before.documents)];
  for (const uri of documents) changed.set(uri, changedTasks(before.documents.get(uri), after.documents.get(uri)));
  for (const uri of [...documents, ...after.files.differences(before.files)]) {
    for (const { links } of [before, after]) for (const holder of links.holders(uri)) changed.set(holder, { removed: allOf(before, holder), added: allOf(after, holder) });
  }
  return changed;
}
