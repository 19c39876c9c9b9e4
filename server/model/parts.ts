/** What single tasks add to people's workloads. */
import type { Day } from '../notation/dates.ts';
import type { Section } from '../notation/document.ts';
import type { Minutes } from '../notation/durations.ts';
import { isPresent } from './absences.ts';
import type { Asked, Demand } from './demand.ts';
import { hasLeft, type Member, type Roster } from './roster.ts';

/** The part of somebody in a task. */
export interface Share {
  readonly demand: Demand;
  readonly runs: number;
  /** Of all runs together, whole ones; `undefined` where nobody knows. */
  readonly minutes: Minutes | undefined;
  /** Whether it is done for an owner who is not there. */
  readonly isStandIn: boolean;
}

/** What one task adds to the work of one person. */
export interface Portion extends Omit<Share, 'demand'> {
  readonly handle: string;
  /** Whether it is a function of theirs, and whether nobody else could do it. */
  readonly isOwned: boolean;
  readonly isAlone: boolean;
}

/** What one task comes to. */
export interface Part {
  readonly section: Section;
  /** At most one of each person. */
  readonly portions: readonly Portion[];
}

export function partOf(section: Section, asked: Asked, roster: Roster, today: Day): Part {
  const { owner, backup } = asked;
  if (owner === undefined) return { section, portions: [] };
  const isOwned = section.kind === 'recurring';
  const isAlone = isOwned && (backup === undefined || !isHere(backup, roster, today));
  const { own, standIn } = dividedRuns(asked, owner, isHere(owner, roster, today) ? backup : undefined, roster);
  const portions: Portion[] = [{ handle: owner, runs: own, minutes: minutesOf(asked, own), isStandIn: false, isOwned, isAlone }];
  if (standIn > 0) portions.push({ handle: backup!, runs: standIn, minutes: minutesOf(asked, standIn), isStandIn: true, isOwned: false, isAlone: false });
  return { section, portions };
}

/** Whether two tasks ask the same of the same people. */
export function asksTheSame(one: Part, other: Part): boolean {
  return one.section.kind === other.section.kind && one.portions.length === other.portions.length && one.portions.every((portion, i) => {
    const { handle, runs, minutes, isAlone } = other.portions[i]!;
    return portion.handle === handle && portion.runs === runs && portion.minutes === minutes && portion.isAlone === isAlone;
  });
}

/** Whether somebody has not left, as far as anybody knows. */
function isHere(handle: string, { people }: Roster, today: Day): boolean {
  const person = people.get(handle);
  return person === undefined || !hasLeft(person, today);
}

/** In whole minutes, so that a sum does not depend on its order. */
export const minutesOf = ({ each }: Pick<Asked, 'each'>, runs: number): Minutes | undefined => (each === undefined ? undefined : Math.round(each * runs));

/** How many of the runs a person would do as the owner, and how many another one for them. */
export function dividedRuns({ days, spread }: Pick<Asked, 'days' | 'spread'>, owner: string, backup: string | undefined, { people }: Pick<Roster, 'people'>): { own: number; standIn: number } {
  const member = people.get(owner);
  const second = backup === undefined ? undefined : people.get(backup);
  const standIn = member && second && isEverGone(member) ? days.filter((day) => !isPresent(member, day) && isPresent(second, day)).length : 0;
  return { own: days.length + spread - standIn, standIn };
}

const isEverGone = ({ since, until, away }: Member): boolean => away.length > 0 || since !== undefined || until !== undefined;

