/** What the tasks of single notes add to people's workloads. */
import type { Day } from '../notation/dates.ts';
import type { Document, Task } from '../notation/document.ts';
import type { Minutes } from '../notation/durations.ts';
import { isPresent } from './absences.ts';
import type { Demand } from './demand.ts';
import { hasLeft, type Member, type Roster } from './roster.ts';
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

/** The part of one note in a person's work. */
export interface Tally {
  readonly shares: Share[];
  readonly alone: Task[];
  owned: number;
}

/** What the tasks of one note come to. */
export interface Part {
  readonly roster: Roster;
  readonly demands: readonly Demand[];
  readonly functions: number;
  readonly tallies: ReadonlyMap<string, Tally>;
}

/** The parts of notes, so that a note in which nothing was typed is not added up again. */
export class Parts {
  private readonly known = new WeakMap<Document, Part>();

  of(document: Document, folder: Folder, today: Day): Part {
    const { roster } = folder;
    const demands = folder.demands.of(document, folder, today);
    const known = this.known.get(document);
    if (known?.demands === demands && known.roster === roster) return known;
    const part = partOf(demands, roster, today);
    this.known.set(document, part);
    return part;
  }
}

function partOf(demands: readonly Demand[], roster: Roster, today: Day): Part {
  const tallies = new Map<string, Tally>();
  let functions = 0;
  for (const demand of demands) {
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
  return { roster, demands, functions, tallies };
}

/** Whether two notes ask the same of the same people, task for task. */
export function asksTheSame(one: Part, other: Part): boolean {
  if (one.functions !== other.functions || one.tallies.size !== other.tallies.size) return false;
  for (const [handle, { shares, alone, owned }] of one.tallies) {
    const tally = other.tallies.get(handle);
    if (tally?.owned !== owned || tally.alone.length !== alone.length || tally.shares.length !== shares.length) return false;
    if (shares.some(({ minutes, runs }, i) => tally.shares[i]!.minutes !== minutes || tally.shares[i]!.runs !== runs)) return false;
  }
  return true;
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
export const minutesOf = ({ each }: Demand, runs: number): Minutes | undefined => (each === undefined ? undefined : Math.round(each * runs));

/** How many of the runs a person would do as the owner, and how many another one for them. */
export function dividedRuns({ days, spread }: Demand, owner: string, backup: string | undefined, { people }: Pick<Roster, 'people'>): { own: number; standIn: number } {
  const member = people.get(owner);
  const second = backup === undefined ? undefined : people.get(backup);
  const standIn = member && second && isEverGone(member) ? days.filter((day) => !isPresent(member, day) && isPresent(second, day)).length : 0;
  return { own: days.length + spread - standIn, standIn };
}

const isEverGone = ({ since, until, away }: Member): boolean => away.length > 0 || since !== undefined || until !== undefined;

