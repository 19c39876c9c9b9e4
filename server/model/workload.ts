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
import { isPresent } from './absences.ts';
import { type Demand, lastOf } from './demand.ts';
import { hasLeft, type Member, type Roster } from './roster.ts';
import { joinSpans, outside } from './schedule/pauses.ts';
import type { WorkCalendar } from './schedule/workCalendar.ts';
import type { Folder } from './workspace.ts';

/** The part of somebody in a task. */
export interface Share {
  readonly demand: Demand;
  readonly runs: number;
  /** Of all runs together, whole ones; `undefined` where nobody knows. */
  readonly minutes: Minutes | undefined;
  /** Whether it is done for an owner who is not there. */
  readonly isStandIn: boolean;
}

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
  /** Those of them that nobody else could do; of a keeper in the order of the files' names. */
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
}

/** With fewer functions in all, one person may well keep most of them. */
const fewest = 4;

/** Filled in while the tasks are gone through. */
interface Tally {
  readonly shares: Share[];
  readonly alone: Task[];
  owned: number;
}

/** The workloads of a folder's people; ask `folder.workloads`, which remembers them. */
export function workloadsOf(folder: Folder, today: Day): Workloads {
  const { roster } = folder;
  const tallies = new Map<string, Tally>([...roster.people.keys()].map((handle) => [handle, emptyTally()]));
  let functions = 0;
  for (const document of folder.documents.values()) {
    for (const demand of folder.demands.of(document, folder, today)) {
      const { task, owner, backup } = demand;
      if (task.block.kind === 'recurring') functions++;
      if (owner === undefined) continue;
      const tally = tallyOf(tallies, owner);
      const { own, standIn } = dividedRuns(demand, owner, isHere(owner, roster, today) ? backup : undefined, roster);
      if (own > 0) tally.shares.push(share(demand, own, false));
      if (standIn > 0) tallyOf(tallies, backup!).shares.push(share(demand, standIn, true));
      if (task.block.kind !== 'recurring') continue;
      tally.owned++;
      if (backup === undefined || !isHere(backup, roster, today)) tally.alone.push(task);
    }
  }
  const people = [...tallies].map(([handle, tally]) => workloadOf(handle, tally, folder, today)).sort((a, b) => (a.handle < b.handle ? -1 : 1));
  const found = functions < fewest ? undefined : people.find(({ alone }) => alone.length * 2 > functions);
  const keeper = found && { ...found, alone: [...found.alone].sort(byPlace) };
  return { today, functions, people: new Map(people.map((workload) => [workload.handle, workload])), keeper };
}

const emptyTally = (): Tally => ({ shares: [], alone: [], owned: 0 });

function tallyOf(tallies: Map<string, Tally>, handle: string): Tally {
  let tally = tallies.get(handle);
  if (!tally) tallies.set(handle, (tally = emptyTally()));
  return tally;
}

/** Whether somebody has not left, as far as anybody knows. */
function isHere(handle: string, { people }: Roster, today: Day): boolean {
  const person = people.get(handle);
  return person === undefined || !hasLeft(person, today);
}

const share = (demand: Demand, runs: number, isStandIn: boolean): Share => ({ demand, runs, minutes: minutesOf(demand, runs), isStandIn });

/** In whole minutes, so that a sum does not depend on its order. */
const minutesOf = ({ each }: Demand, runs: number): Minutes | undefined => (each === undefined ? undefined : Math.round(each * runs));

function workloadOf(handle: string, { shares, alone, owned }: Tally, { roster, calendar }: Folder, today: Day): Workload {
  const member = roster.people.get(handle);
  const workdays = member ? workdaysOf(member, calendar, today) : 0;
  return {
    handle,
    member,
    shares,
    needed: shares.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
    had: member?.hours === undefined ? undefined : Math.round((member.hours * 60 * workdays) / Math.max(calendar.weekdays.length, 1)),
    workdays,
    owned,
    alone,
  };
}

export function heaviestFirst({ shares }: Workload): Share[] {
  return [...shares].sort((a, b) => (b.minutes ?? -1) - (a.minutes ?? -1) || byPlace(a.demand.task, b.demand.task));
}

const byPlace = (a: Task, b: Task): number => (a.document.uri < b.document.uri ? -1 : a.document.uri > b.document.uri ? 1 : a.firstLine - b.firstLine);

/** How many of the runs a person would do as the owner, and how many another one for them. */
function dividedRuns({ days, spread }: Demand, owner: string, backup: string | undefined, { people }: Pick<Roster, 'people'>): { own: number; standIn: number } {
  const member = people.get(owner);
  const second = backup === undefined ? undefined : people.get(backup);
  const standIn = member && second && isEverGone(member) ? days.filter((day) => !isPresent(member, day) && isPresent(second, day)).length : 0;
  return { own: days.length + spread - standIn, standIn };
}

const isEverGone = ({ since, until, away }: Member): boolean => away.length > 0 || since !== undefined || until !== undefined;

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
