/**
 * How well the work is handed over: what the functions have, and hours by month, out-tasked against outsourced.
 *
 * Where PRODUCT.md leaves a case open:
 * - A function counts until it has ended. An owner or a backup is somebody named who has not left; a backup is somebody else than
 *   the owner. A process is one that is there and is no stub; one that lies on the web is taken at its word.
 * - Outsourced is work on recurring functions, out-tasked that on one-offs: the durations of their entries, in the month of each.
 *   A run that says none counts by the Estimate of its function, and a job of which no entry says any by its own, in the month in
 *   which it was delivered.
 * - What the one who delegates did is neither: it was not handed over. Who did it is said by the entry, else by whom the job was
 *   awarded to, else by the Owner.
 * - Explained is the time of the one who delegates, of both kinds of work.
 * - Entries of today count, later ones do not. The present month is not over, so that directions leave it out; they compare the
 *   older and the newer months, as the trends of a function do, from the first month with anything in it, four or more.
 */
import { type Day, dayOf, formatDay, yearMonthDay } from '../notation/dates.ts';
import type { Task } from '../notation/document.ts';
import type { Minutes } from '../notation/durations.ts';
import { entriesOf } from './archives.ts';
import { type Trend, trendOf } from './figures.ts';
import { isStub, processOf } from './processes.ts';
import { hasLeft, type Roster } from './roster.ts';
import { jobOf } from './stages.ts';
import type { Folder } from './workspace.ts';

export interface Month {
  /** `2026-11` */
  readonly month: string;
  readonly outTasked: Minutes;
  readonly outsourced: Minutes;
  readonly explained: Minutes;
}

export interface Coverage {
  /** Recurring functions that have not ended. */
  readonly functions: number;
  readonly withOwner: number;
  readonly withProcess: number;
  /** An owner and a process. */
  readonly withBoth: number;
  readonly withBackup: number;
  /** The last six, oldest first; of the last one only the days up to today. */
  readonly months: readonly Month[];
}

/** Where the hours have gone; `undefined` where there are too few months to tell. */
export type Directions = Readonly<Record<Work, Trend['direction'] | undefined>>;

const works = ['outTasked', 'outsourced', 'explained'] as const;
type Work = (typeof works)[number];

const monthsShown = 6;

/** Filled in while the tasks are gone through: the months by their number from the oldest. */
interface Sums {
  readonly today: Day;
  readonly months: Record<Work, Minutes>[];
}

/** The coverage of some tasks of a folder. */
export function coverageOf(tasks: Iterable<Task>, folder: Folder, today: Day): Coverage {
  const sums: Sums = { today, months: Array.from({ length: monthsShown }, () => ({ outTasked: 0, outsourced: 0, explained: 0 })) };
  const counts = { functions: 0, withOwner: 0, withProcess: 0, withBoth: 0, withBackup: 0 };
  for (const task of tasks) {
    if (task.block.kind === 'one-off') {
      addJob(task, folder.roster, sums);
      continue;
    }
    addRuns(task, folder, sums);
    if ((task.block.ends?.value ?? today) < today) continue;
    const [owner, process, backup] = [hasOwner(task, folder.roster, today), hasProcess(task, folder), hasBackup(task, folder.roster, today)];
    counts.functions++;
    counts.withOwner += Number(owner);
    counts.withProcess += Number(process);
    counts.withBoth += Number(owner && process);
    counts.withBackup += Number(backup);
  }
  return { ...counts, months: sums.months.map((month, i) => ({ month: monthName(today, i), ...month })) };
}

/** The coverage of several folders together, as of one day. */
export function joinCoverages(all: readonly Coverage[]): Coverage {
  const sum = (of: (coverage: Coverage) => number): number => all.reduce((total, coverage) => total + of(coverage), 0);
  return {
    functions: sum(({ functions }) => functions),
    withOwner: sum(({ withOwner }) => withOwner),
    withProcess: sum(({ withProcess }) => withProcess),
    withBoth: sum(({ withBoth }) => withBoth),
    withBackup: sum(({ withBackup }) => withBackup),
    months: (all[0]?.months ?? []).map(({ month }, i) => ({
      month,
      outTasked: sum(({ months }) => months[i]!.outTasked),
      outsourced: sum(({ months }) => months[i]!.outsourced),
      explained: sum(({ months }) => months[i]!.explained),
    })),
  };
}

export function directionsOf({ months }: Pick<Coverage, 'months'>): Directions {
  const begun = months.findIndex((month) => works.some((work) => month[work] > 0));
  const over = begun < 0 ? [] : months.slice(begun, -1);
  const of = (work: Work): Trend['direction'] | undefined => trendOf(over.map((month) => month[work]))?.direction;
  return { outTasked: of('outTasked'), outsourced: of('outsourced'), explained: of('explained') };
}

const monthNumber = (day: Day): number => {
  const { year, month } = yearMonthDay(day);
  return year * 12 + month - 1;
};

function monthName(today: Day, index: number): string {
  const number = monthNumber(today) - (monthsShown - 1) + index;
  return formatDay(dayOf(Math.floor(number / 12), (number % 12) + 1, 1)).slice(0, 7);
}

function add({ today, months }: Sums, work: Work, day: Day | undefined, minutes: Minutes | undefined): void {
  if (day === undefined || minutes === undefined || day > today) return;
  const month = months[monthsShown - 1 + monthNumber(day) - monthNumber(today)];
  if (month) month[work] += minutes;
}

function addRuns(task: Task, folder: Folder, sums: Sums): void {
  const { block } = task;
  const { delegator } = folder.roster;
  for (const { date, verb, duration, explained, who } of entriesOf(task, folder)) {
    add(sums, 'explained', date, explained?.value);
    if ((who?.handle ?? block.owner?.handle) === delegator?.value && delegator) continue;
    add(sums, 'outsourced', date, duration?.value ?? (verb === 'done' ? block.estimate?.value : undefined));
  }
}

function addJob({ block }: Task, { delegator }: Roster, sums: Sums): void {
  const { awarded, delivered } = jobOf(block);
  const given = awarded?.who?.handle ?? block.owner?.handle;
  let isTimed = false;
  for (const { date, duration, explained, who } of block.entries) {
    add(sums, 'explained', date, explained?.value);
    isTimed ||= duration !== undefined;
    if ((who?.handle ?? given) !== delegator?.value || !delegator) add(sums, 'outTasked', date, duration?.value);
  }
  if (!isTimed && (given !== delegator?.value || !delegator)) add(sums, 'outTasked', delivered?.date, block.estimate?.value);
}

const isHere = (handle: string | undefined, { people }: Roster, today: Day): boolean => {
  const person = handle === undefined ? undefined : people.get(handle);
  return handle !== undefined && !(person && hasLeft(person, today));
};

/** Whether somebody owns a task who has not left. */
export const hasOwner = ({ block }: Task, roster: Roster, today: Day): boolean => isHere(block.owner?.handle, roster, today);

const hasBackup = ({ block }: Task, roster: Roster, today: Day): boolean => block.backup?.handle !== block.owner?.handle && isHere(block.backup?.handle, roster, today);

/** Whether a function has a process that is more than a stub. */
export function hasProcess(task: Task, folder: Folder): boolean {
  const state = processOf(task, folder);
  return state.kind === 'unknown' || ((state.kind === 'found' || state.kind === 'below') && !isStub(task, state));
}
