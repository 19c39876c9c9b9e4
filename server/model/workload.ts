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
import { type Task, tasksOf, tasksWith } from '../notation/document.ts';
import { formatDuration, type Minutes } from '../notation/durations.ts';
import { type Asked, type Demand, lastOf } from './demand.ts';
import { dividedRuns, minutesOf, partOf, type Portion, type Share } from './parts.ts';
import type { Member } from './roster.ts';
import { joinSpans, outside } from './schedule/pauses.ts';
import type { WorkCalendar } from './schedule/workCalendar.ts';
import { noSum, remembered, type Sum, type Sums, sumsOf, weightOf } from './sums.ts';
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
  readonly shareCount: number;
  /** How many of their shares take a time that is known. */
  readonly timedCount: number;
  /** The functions of theirs that nobody else could do, in the order of the files' names; and how many these are. */
  readonly alone: readonly Task[];
  readonly aloneCount: number;
  firstAlone(count: number): readonly Task[];
  /** The first of the shares, the heaviest one in front. */
  heaviest(count: number): readonly Share[];
}

export interface Workloads {
  readonly today: Day;
  /** Functions that have not ended, whoever owns them. */
  readonly functions: number;
  /** The workload of somebody in the team, and of whoever else owns something. */
  of(handle: string): Workload | undefined;
  /** By handle, in their order: all of these. */
  readonly people: ReadonlyMap<string, Workload>;
  /** Who alone can do more than half of all functions, where there are enough to tell. There is one at most. */
  readonly keeper: Workload | undefined;
  readonly sums: Sums;
}

/** With fewer functions in all, one person may well keep most of them. */
const fewest = 4;

/** What a folder's workloads are brought up to date from: those of a folder before it. */
export interface Before {
  readonly folder: Folder;
  readonly workloads: Workloads;
}

/** The workloads of a folder's people; ask `folder.workloads`, which remembers them. */
export function workloadsOf(folder: Folder, today: Day, before?: Before): Workloads {
  const sums = sumsOf(folder, today, before && { today: before.workloads.today, sums: before.workloads.sums, folder: before.folder });
  return new FolderWorkloads(folder, today, sums);
}

/** A key changes one task, and of all people hardly anybody is asked for. */
class FolderWorkloads implements Workloads {
  private readonly known = new Map<string, Workload>();

  constructor(
    private readonly folder: Folder,
    readonly today: Day,
    readonly sums: Sums,
  ) {}

  get functions(): number {
    return this.sums.functions;
  }

  of(handle: string): Workload | undefined {
    const known = this.known.get(handle);
    const sum = this.sums.people.get(handle);
    if (known || !(sum || this.folder.roster.people.has(handle))) return known;
    const workload = new FolderWorkload(handle, sum ?? noSum, this.folder, this.today);
    this.known.set(handle, workload);
    return workload;
  }

  get people(): ReadonlyMap<string, Workload> {
    const handles = new Set([...this.folder.roster.people.keys(), ...this.sums.people.keys()]);
    return new Map([...handles].sort().map((handle) => [handle, this.of(handle)!]));
  }

  get keeper(): Workload | undefined {
    if (this.functions < fewest) return undefined;
    for (const [handle, { alone }] of this.sums.people) if (alone * 2 > this.functions) return this.of(handle);
    return undefined;
  }
}

/** The sum is there; what it is made of is gone through when somebody asks. */
class FolderWorkload implements Workload {
  readonly member: Member | undefined;
  readonly needed: Minutes;
  readonly owned: number;
  readonly aloneCount: number;
  readonly shareCount: number;
  readonly timedCount: number;
  private counted: number | undefined;
  private first: readonly Share[] | undefined;
  private allShares: readonly Share[] | undefined;
  private allAlone: readonly Task[] | undefined;

  constructor(
    readonly handle: string,
    private readonly sum: Sum,
    private readonly folder: Folder,
    private readonly today: Day,
  ) {
    this.member = folder.roster.people.get(handle);
    this.needed = sum.needed;
    this.owned = sum.owned;
    this.aloneCount = sum.alone;
    this.shareCount = sum.shares;
    this.timedCount = sum.timed;
  }

  get workdays(): number {
    return (this.counted ??= this.member ? workdaysOf(this.member, this.folder.calendar, this.today) : 0);
  }

  get had(): Minutes | undefined {
    const hours = this.member?.hours;
    return hours === undefined ? undefined : Math.round((hours * 60 * this.workdays) / Math.max(this.folder.calendar.weekdays.length, 1));
  }

  get shares(): readonly Share[] {
    return (this.allShares ??= [...this.sum.notes.keys()].flatMap((uri) => this.sharesOf(tasksOf(this.folder.documents.get(uri)!))));
  }

  get alone(): readonly Task[] {
    return (this.allAlone ??= [...this.tasksAlone()]);
  }

  firstAlone(count: number): readonly Task[] {
    const first: Task[] = [];
    if (this.sum.alone > 0) {
      for (const task of this.tasksAlone()) if (first.push(task) === count) break;
    }
    return first;
  }

  heaviest(count: number): readonly Share[] {
    if (count > remembered) return heaviestOf(this.shares, count);
    this.first ??= this.heaviestRemembered();
    return this.first.slice(0, count);
  }

  private heaviestRemembered(): readonly Share[] {
    const { heaviest } = this.sum;
    if (!heaviest.known) {
      const first = heaviestOf(this.shares, remembered);
      heaviest.known = {
        sections: new Map(first.map((share) => [share.demand.task.section, weightOf(share)])),
        uris: new Set(first.map(({ demand }) => demand.task.document.uri)),
      };
      return first;
    }
    const { sections, uris } = heaviest.known;
    return heaviestOf(this.sharesOf([...uris].flatMap((uri) => tasksWith(this.folder.documents.get(uri)!, sections))), remembered);
  }

  private *tasksAlone(): Generator<Task> {
    for (const uri of [...this.sum.notes.keys()].sort()) {
      for (const task of tasksOf(this.folder.documents.get(uri)!)) if (this.portionOf(task)?.portion.isAlone) yield task;
    }
  }

  private sharesOf(tasks: readonly Task[]): Share[] {
    return tasks.flatMap((task) => {
      const found = this.portionOf(task);
      if (!found || found.portion.runs <= 0) return [];
      const { asked, portion: { runs, minutes, isStandIn } } = found;
      return [{ demand: { task, ...asked }, runs, minutes, isStandIn }];
    });
  }

  private portionOf(task: Task): { readonly asked: Asked; readonly portion: Portion } | undefined {
    const { folder, today, handle } = this;
    const asked = folder.demands.of(task, folder, today);
    const portion = asked && partOf(task.section, asked, folder.roster, today).portions.find((each) => each.handle === handle);
    return portion && { asked, portion };
  }
}

export function heaviestFirst({ shares }: Workload): Share[] {
  return [...shares].sort(byWeight);
}

/** The first of them, without bringing thousands into an order. */
function heaviestOf(shares: readonly Share[], count: number): Share[] {
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

const byWeight = (a: Share, b: Share): number => weightOf(b) - weightOf(a) || byPlace(a.demand.task, b.demand.task);

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
