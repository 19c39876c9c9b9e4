/**
 * What explaining costs, against what doing costs. Doing is what the entries say that it took; where they do not say it, the
 * estimate.
 *
 * Where PRODUCT.md leaves a case open:
 * - The explaining of a job and its repeats is summed, and held against doing it once: for that time one could have done it
 *   oneself. What it takes is the median of what the jobs logged, else the latest estimate.
 * - A job that is said to be a recurring function is part of that function's account.
 * - Of a function the last three runs count, if there were four or more: the first ones are training. Where a run has no
 *   duration, the estimate stands for it.
 */
import type { Block } from '../notation/blocks.ts';
import type { Day } from '../notation/dates.ts';
import type { Task } from '../notation/document.ts';
import type { Minutes } from '../notation/durations.ts';
import type { Entry } from '../notation/entries.ts';
import { medianOf } from './figures.ts';
import { repeatsOf } from './repeats/repeats.ts';
import type { Folder } from './workspace.ts';

export interface Explaining {
  /** Of each job, or of the runs that count; oldest first. */
  readonly explained: readonly Minutes[];
  readonly doing: Minutes;
  readonly isLogged: boolean;
}

const runsOfTraining = 4;
const lately = 3;

export const explainedIn = ({ entries }: Pick<Block, 'entries'>): Minutes => sum(entries, ({ explained }) => explained?.value);
export const loggedIn = ({ entries }: Pick<Block, 'entries'>): Minutes => sum(entries, ({ duration }) => duration?.value);

const sum = (entries: readonly Entry[], of: (entry: Entry) => Minutes | undefined): Minutes => entries.reduce((total, entry) => total + (of(entry) ?? 0), 0);

/** The jobs that a job is counted with: itself and its repeats; none for one that is counted as a recurring function. */
export function jobsToldTogether(task: Task, folder: Folder): readonly Task[] {
  const repeats = repeatsOf(task, folder);
  return repeats?.recurring ? [] : (repeats?.jobs ?? [task]);
}

/** `undefined` where nobody says what doing takes. */
export function explainingOfJobs(jobs: readonly Task[]): Explaining | undefined {
  const logged = medianOf(jobs.map(({ block }) => loggedIn(block)).filter((minutes) => minutes > 0));
  const doing = logged ?? jobs.findLast(({ block }) => block.estimate)?.block.estimate!.value;
  return doing === undefined ? undefined : { explained: jobs.map(({ block }) => explainedIn(block)), doing, isLogged: logged !== undefined };
}

/** That of a function's last three runs, given all its entries; `undefined` while its owner is still trained. */
export function explainingLately({ estimate }: Pick<Block, 'estimate'>, entries: readonly Entry[], today: Day | undefined): Explaining | undefined {
  const dated = entries.filter(({ date }) => date !== undefined && (today === undefined || date <= today));
  const runs = dated.filter(({ verb }) => verb === 'done').sort((a, b) => a.date! - b.date!);
  if (runs.length < runsOfTraining) return undefined;
  const last = runs.slice(-lately);
  const since = last[0]!.date!;
  const talks = dated.filter(({ verb, date }) => verb !== 'done' && date! >= since);
  const durations = last.map(({ duration }) => duration?.value ?? estimate?.value);
  if (durations.includes(undefined)) return undefined;
  return { explained: [...last, ...talks].map(({ explained }) => explained?.value ?? 0), doing: durations.reduce<number>((total, each) => total + each!, 0), isLogged: last.every(({ duration }) => duration !== undefined) };
}

export const totalOf = ({ explained }: Explaining): Minutes => explained.reduce((total, each) => total + each, 0);

/** Whether explaining has come to take as long as doing. */
export const exceedsDoing = (explaining: Explaining): boolean => totalOf(explaining) > 0 && totalOf(explaining) >= explaining.doing;
