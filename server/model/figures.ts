/**
 * The figures of a function's history. Nothing is ever made up: a median of nothing is undefined, and so is a cost of which a
 * part is not known.
 *
 * Where PRODUCT.md leaves a case open:
 * - Medians and explained times are those of all runs, whoever did them. How far the owner has come is told by the owner's own
 *   runs, and by those without a name since the last handover; somebody with three runs who is not trained is in training.
 * - A run that closed no occurrence, as on demand, is not late. Six months are counted from the owner's first run or handover.
 * - Explained lately is what was explained in the last three runs, and by other entries (`trained`) since the first of these.
 * - The streak counts back over what was done on time; what was skipped neither breaks it nor counts.
 * - A trend compares the older and the newer half of the runs, four or more, and is steady within a tenth: durations by their
 *   medians, explained times by their means, as most runs have none.
 * - An hour costs the rate of whoever did the run, else the owner's; an hour of explaining costs the delegator's.
 */
import type { Block } from '../notation/blocks.ts';
import { addMonths, type Day } from '../notation/dates.ts';
import type { Minutes } from '../notation/durations.ts';
import type { Feedback } from '../notation/entries.ts';
import type { DatedEntry, History } from './history.ts';
import type { Roster } from './roster.ts';
import type { Occurrence } from './schedule/occurrence.ts';

export interface FiguresContext {
  readonly today: Day;
  readonly roster: Pick<Roster, 'people' | 'delegator' | 'currency'>;
  /** When the process was last reviewed. */
  readonly reviewed: Day | undefined;
}

export interface Figures {
  /** Entries that say it was done. */
  readonly runs: number;
  /** Occurrences that a run closed; early ones are on time, too. */
  readonly done: number;
  readonly onTime: number;
  /** Days of each that was late, oldest first. */
  readonly lateBy: readonly number[];
  readonly missed: number;
  readonly skipped: number;
  /** Done on time in a row, up to now. */
  readonly streak: number;

  readonly duration: { readonly median: Minutes | undefined; readonly lastFive: Minutes | undefined; readonly trend: Trend | undefined };
  readonly explained: { readonly total: Minutes; readonly lastThree: Minutes; readonly trend: Trend | undefined };
  /** In units of the currency, not rounded. */
  readonly cost: { readonly doing: number | undefined; readonly explaining: number | undefined; readonly currency: string | undefined };
  /** Oldest first. A dislike is closed when the process was reviewed on its day or later. */
  readonly feedback: { readonly liked: readonly Said[]; readonly open: readonly Said[]; readonly closed: readonly Said[] };

  /** The next day on which it is due, today or later. */
  readonly nextDue: Day | undefined;
  /** From today, 0 for today. */
  readonly dueInDays: number | undefined;
  /** The due day of the oldest that is overdue. */
  readonly overdueSince: Day | undefined;
  /** `undefined` without an owner. */
  readonly progress: Progress | undefined;
}

export type Progress = 'new' | 'in training' | 'trained' | 'right hand';

export interface Trend {
  readonly direction: 'falling' | 'steady' | 'rising';
  /** The middle of the older and of the newer half. */
  readonly before: Minutes;
  readonly after: Minutes;
}

/** Feedback and the entry that it belongs to. */
export interface Said {
  readonly entry: DatedEntry;
  readonly feedback: Feedback;
}

type Recurring = Pick<Block, 'owner'>;

export function figuresOf(block: Recurring, history: History, context: FiguresContext): Figures {
  const { occurrences, runs } = history;
  const counts = { early: 0, 'on time': 0, late: 0, skipped: 0, missed: 0, due: 0, overdue: 0, paused: 0, upcoming: 0 };
  const late: number[] = [];
  for (const { state, lateBy } of occurrences) {
    counts[state]++;
    if (state === 'late') late.push(lateBy);
  }
  const onTime = counts.early + counts['on time'];
  const next = occurrences.find(({ state }) => state === 'due' || state === 'upcoming');
  return {
    runs: runs.length,
    done: onTime + counts.late,
    onTime,
    lateBy: late,
    missed: counts.missed,
    skipped: counts.skipped,
    streak: streakOf(occurrences),
    duration: durationsOf(runs),
    explained: explainedIn(history.entries, runs),
    cost: costOf(block, history, context),
    feedback: feedbackIn(history.entries, context.reviewed),
    nextDue: next?.due,
    dueInDays: next && next.due - context.today,
    overdueSince: occurrences.find(({ state }) => state === 'overdue')?.due,
    progress: block.owner && progressOf(block.owner.handle, history, context.today),
  };
}

function streakOf(occurrences: readonly Occurrence[]): number {
  let streak = 0;
  for (let i = occurrences.length - 1; i >= 0; i--) {
    const { state } = occurrences[i]!;
    if (state === 'early' || state === 'on time') streak++;
    else if (state === 'late' || state === 'missed' || state === 'overdue') break;
  }
  return streak;
}

/** The middle of several numbers, of an even number of them halfway between two, in whole minutes. */
export function medianOf(values: readonly number[]): number | undefined {
  const sorted = new Float64Array(values).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : sorted.length === 0 ? undefined : Math.round((sorted[middle - 1]! + sorted[middle]!) / 2);
}

export const meanOf = (values: readonly number[]): number => Math.round(values.reduce((sum, value) => sum + value, 0) / values.length);

/** How numbers, oldest first, have changed; `undefined` for fewer than four. */
export function trendOf(values: readonly number[], middleOf: (values: readonly number[]) => number | undefined = medianOf): Trend | undefined {
  if (values.length < 4) return undefined;
  const half = values.length >> 1;
  const before = middleOf(values.slice(0, half))!;
  const after = middleOf(values.slice(-half))!;
  const direction = Math.abs(after - before) * 10 <= before ? 'steady' : after < before ? 'falling' : 'rising';
  return { direction, before, after };
}

function durationsOf(runs: readonly DatedEntry[]): Figures['duration'] {
  const durations: Minutes[] = [];
  for (const { duration } of runs) if (duration) durations.push(duration.value);
  return { median: medianOf(durations), lastFive: lastFiveOf(runs), trend: trendOf(durations) };
}

/** The median of the last five runs, oldest first, that say how long they took. */
export function lastFiveOf(runs: readonly DatedEntry[]): Minutes | undefined {
  const durations: Minutes[] = [];
  for (let i = runs.length - 1; i >= 0 && durations.length < 5; i--) {
    const { duration } = runs[i]!;
    if (duration) durations.push(duration.value);
  }
  return medianOf(durations);
}

const minutesExplained = (entries: readonly DatedEntry[]): Minutes => entries.reduce((sum, { explained }) => sum + (explained?.value ?? 0), 0);

function explainedIn(entries: readonly DatedEntry[], runs: readonly DatedEntry[]): Figures['explained'] {
  return { total: minutesExplained(entries), lastThree: minutesExplained(lately(entries, runs)), trend: trendOf(runs.map(({ explained }) => explained?.value ?? 0), meanOf) };
}

/** The last three runs, and what is no run since the first of them. */
function lately(entries: readonly DatedEntry[], runs: readonly DatedEntry[]): DatedEntry[] {
  const last = runs.slice(-3);
  const since = last.length < 3 ? -Infinity : last[0]!.date;
  return [...last, ...entries.filter(({ verb, date }) => verb !== 'done' && date >= since)];
}

function costOf({ owner }: Recurring, { runs, entries }: History, { roster }: FiguresContext): Figures['cost'] {
  const rateOf = (handle: string | undefined): number | undefined => (handle === undefined ? undefined : roster.people.get(handle)?.rate);
  const ownerRate = rateOf(owner?.handle);
  const timed = runs.filter(({ duration }) => duration !== undefined);
  let doing: number | undefined = timed.length > 0 ? 0 : undefined;
  for (const { duration, who } of timed) {
    const rate = rateOf(who?.handle) ?? ownerRate;
    doing = doing === undefined || rate === undefined ? undefined : doing + (duration!.value / 60) * rate;
  }
  const minutes = minutesExplained(entries);
  const rate = rateOf(roster.delegator?.value);
  return { doing, explaining: minutes === 0 ? 0 : rate && (minutes / 60) * rate, currency: roster.currency };
}

function feedbackIn(entries: readonly DatedEntry[], reviewed: Day | undefined): Figures['feedback'] {
  const [liked, open, closed]: [Said[], Said[], Said[]] = [[], [], []];
  for (const entry of entries) {
    const isClosed = reviewed !== undefined && reviewed >= entry.date;
    for (const feedback of entry.feedback) (feedback.kind === 'liked' ? liked : isClosed ? closed : open).push({ entry, feedback });
  }
  return { liked, open, closed };
}

/** How far the owner has come: new, in training, trained, right hand. */
function progressOf(owner: string, { entries, occurrences }: History, today: Day): Progress {
  const handover = entries.findLast(({ verb }) => verb === 'handover')?.date ?? -Infinity;
  const own = entries.filter(({ who, date }) => (who ? who.handle === owner : date >= handover));
  const runs = own.filter(({ verb }) => verb === 'done');
  if (runs.length < 3) return 'new';
  const isLate = (run: DatedEntry): boolean => occurrences.some(({ state, entry }) => state === 'late' && entry === run);
  const isTrained = minutesExplained(lately(own, runs)) === 0 && runs.slice(-3).every((run) => (run.rating?.value ?? 5) >= 4 && !isLate(run));
  if (!isTrained) return 'in training';
  const since = own.find(({ verb }) => verb === 'done' || verb === 'handover')!.date;
  return addMonths(since, 6) <= today ? 'right hand' : 'trained';
}
