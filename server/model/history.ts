/**
 * What has become of a function: which run closed which occurrence, what was skipped and missed, and what is due.
 *
 * Where PRODUCT.md leaves a case open:
 * - An occurrence is open from its due day on until it is closed or, without `Missed: keep all`, the next one is due. With it, a
 *   run closes the latest that is open, as without it.
 * - `trained`, `handover`, `reviewed` and the verbs of one-offs are no runs. `missed` closes the latest open occurrence as missed.
 * - A skip with nothing open means the next occurrence, however far away it is.
 * - A second run on a day closes nothing more than the first, nor does one more than half a period ahead of any due day, be it
 *   before Starts; such runs count as runs, with their time, and are neither on time nor late.
 * - `for` a day that is not due means the nearest due day; one more than a year ahead means none.
 * - Without Starts, the oldest entry about an occurrence is the beginning, and nothing was missed before it. Without any,
 *   nothing was missed yet.
 * - What is dated after today is not there yet; what has no valid date is left out.
 * - Several entries of a day come in the order from bottom to top, as new ones are written on top.
 * - Of what lies more than 40 years back, nothing is said to be missed.
 * - What was due before a pause stays open through it without being overdue.
 */
import type { Block } from '../notation/blocks.ts';
import { type CadenceReading, readCadence } from '../notation/cadence/read.ts';
import type { Day } from '../notation/dates.ts';
import type { Entry } from '../notation/entries.ts';
import { isPlaceholder } from '../notation/fields.ts';
import { matchCompletion } from './schedule/matchCompletion.ts';
import { matchGrid } from './schedule/matchGrid.ts';
import { matchQuota } from './schedule/matchQuota.ts';
import { type Extra, isClosing, type MatchContext, type Matching, type Occurrence } from './schedule/occurrence.ts';
import { pausesOf, type Span, spanAt } from './schedule/pauses.ts';
import { type Schedule, scheduleOf, type Timing } from './schedule/schedule.ts';
import type { WorkCalendar } from './schedule/workCalendar.ts';

export interface HistoryContext {
  readonly today: Day;
  readonly calendar: WorkCalendar;
}

export interface History {
  /** `undefined` when no cadence is written. */
  readonly reading: CadenceReading | undefined;
  /** `undefined` when there is no cadence that could be read. */
  readonly schedule: Schedule | undefined;
  /** From the oldest to the first that is to come. */
  readonly occurrences: readonly Occurrence[];
  /** Runs and skips that closed no occurrence of a cadence. */
  readonly extras: readonly Extra[];
  /** Those with a day up to today, oldest first. */
  readonly entries: readonly DatedEntry[];
  /** Of these, what was done. */
  readonly runs: readonly DatedEntry[];
  /** The pause in which today lies. */
  readonly paused: Span | undefined;
}

export type DatedEntry = Entry & { readonly date: Day };

const longestBack = 40 * 366;

type Recurring = Pick<Block, 'cadence' | 'starts' | 'ends' | 'paused' | 'missed' | 'entries'>;

/** Reads the cadence of a block; `undefined` where none is written. */
export const cadenceOf = ({ cadence }: Pick<Block, 'cadence'>): CadenceReading | undefined =>
  cadence && !isPlaceholder(cadence.value) ? readCadence(cadence.value) : undefined;

/** `reading` is what its cadence is read as, for those who know it already. */
export function historyOf(block: Recurring, { today, calendar }: HistoryContext, reading = cadenceOf(block)): History {
  const entries = inOrder(block.entries, today);
  const runs = entries.filter(({ verb }) => verb === 'done');
  const pauses = pausesOf(block.paused?.value, entries);
  const paused = spanAt(pauses, today);
  if (!reading?.ok) return { reading, schedule: undefined, occurrences: [], extras: [], entries, runs, paused };

  const closings = entries.filter(isClosing);
  const starts = block.starts?.value ?? reading.bounds.starts?.value;
  const oldest = closings[0];
  const timing: Timing = {
    cadence: reading.cadence,
    calendar,
    starts,
    ends: block.ends?.value ?? reading.bounds.ends?.value,
    times: reading.bounds.times?.value,
    anchor: oldest && (oldest.forDate?.value ?? oldest.date),
    pauses,
  };
  const schedule = scheduleOf(timing);
  const begin = starts ?? (oldest ? Math.min(oldest.date, timing.anchor!) : today);
  const context: MatchContext = { entries: closings, today, since: Math.max(begin, today - longestBack), keepAll: keepsAll(block), isPaused: paused !== undefined };
  return { reading, schedule, ...match(schedule, timing, context), entries, runs, paused };
}

function match(schedule: Schedule, timing: Timing, context: MatchContext): Matching & { readonly schedule?: Schedule } {
  const { cadence } = timing;
  if (cadence.kind === 'as needed') return { occurrences: [], extras: [] };
  if (cadence.kind === 'quota') return matchQuota(schedule, cadence, context);
  return cadence.kind === 'completion' ? matchCompletion(cadence, timing, context) : matchGrid(schedule, context);
}

/** Whether what is missed stays due: `Missed: keep all`. */
const keepsAll = ({ missed }: Recurring): boolean => missed !== undefined && /^keep(?:\s+all)?$/i.test(missed.value.trim());

export const isDated = (entry: Entry): entry is DatedEntry => entry.date !== undefined;

/** The entries that are dated, and not after today. New ones are written on top, so that of a day the lower one comes first. */
export function inOrder(entries: readonly Entry[], today: Day): DatedEntry[] {
  const dated: DatedEntry[] = [];
  let isSorted = true;
  for (let i = entries.length - 1; i >= 0; i--) {
    const entry = entries[i]!;
    if (!isDated(entry) || entry.date > today) continue;
    isSorted &&= dated.length === 0 || dated[dated.length - 1]!.date <= entry.date;
    dated.push(entry);
  }
  return isSorted ? dated : dated.sort((a, b) => a.date - b.date);
}
