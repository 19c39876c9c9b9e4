/**
 * When a function is due: its cadence with the days that fix it, as a value to ask for occurrences. All of it is arithmetic on
 * day numbers, and no question costs more because Starts is long ago.
 *
 * Where PRODUCT.md leaves a case open:
 * - Starts is the first day that can be due, and with an interval the first that is due, whatever came before it in its week
 *   or month: every other Monday from a Thursday begins on the Monday after, and every 2 months on the 5th from the 10th with
 *   the next month's 5th.
 * - Without Starts, an interval is laid through the due day that is nearest to the oldest entry, which may be early or late.
 * - Without both, what divides a year begins with January; every other interval has no day at all (`needsStart`).
 * - Without both, `weekly` is the first workday of the week, `monthly` the 1st, `yearly` 1 January.
 * - A month without a 5th Friday, or a 23rd workday, has none due.
 * - Starts and Ends hold for the due day as it is after a shift to a workday.
 * - What is counted from the last run is first due on Starts; without Starts, only once it has been done. Its next
 *   occurrences are those that there will be if each is done on its day. No due day of it lies before Starts.
 * - `for N times` counts from Starts, else from the oldest entry, and leaves out what falls into a pause.
 * - Years go from 1 to 9999.
 */
import type { Cadence, Period, PeriodDay } from '../../notation/cadence/cadence.ts';
import { type Day, dayOf, weekdayOf, yearMonthDay } from '../../notation/dates.ts';
import { outside, type Span, spanAt } from './pauses.ts';
import { firstDayOf, periodOf } from './periods.ts';
import { ascending, dayGrid, lastOf, periodGrid, type Series, unitGrid, unitsAfter, workdayGrid } from './series.ts';
import type { WorkCalendar } from './workCalendar.ts';

/** What a schedule is made of. */
export interface Timing {
  readonly cadence: Cadence;
  readonly calendar: WorkCalendar;
  readonly starts?: Day | undefined;
  readonly ends?: Day | undefined;
  readonly times?: number | undefined;
  /** The day of the oldest entry, or the occurrence that it was for: the grid where there is no Starts. */
  readonly anchor?: Day | undefined;
  /** For what is counted from it. */
  readonly lastRun?: Day | undefined;
  /** In order and apart, as `joinSpans` and `pausesOf` make them. */
  readonly pauses?: readonly Span[];
}

export interface Schedule {
  /** `undefined` for what is never due. */
  readonly series: Series | undefined;
  /** The first and the last day that can be due. */
  readonly first: Day;
  readonly last: Day;
  readonly pauses: readonly Span[];
}

const firstDay: Day = dayOf(1, 1, 1);
export const lastDay: Day = dayOf(9999, 12, 31);

export function scheduleOf(timing: Timing): Schedule {
  const { cadence, starts, ends, times, anchor, pauses = [] } = timing;
  const first = cadence.kind === 'completion' ? firstDue(cadence, timing, timing.lastRun) : (starts ?? firstDay);
  const series = first === undefined || first > lastDay ? undefined : seriesOf(timing, first);
  const schedule = { series, first: Math.max(first ?? firstDay, firstDay), last: Math.min(ends ?? lastDay, lastDay), pauses };
  const begin = starts ?? anchor;
  if (times !== undefined && times <= 0) return { ...schedule, series: undefined };
  if (times === undefined || begin === undefined) return schedule;
  const days = occurrences(schedule, begin, lastDay, times);
  return days.length < times ? schedule : { ...schedule, last: days.at(-1)! };
}

/** Whether a cadence needs Starts, or an entry, to have any day at all: every other week, but which? */
export function needsStart(cadence: Cadence): boolean {
  if (cadence.kind === 'days' || cadence.kind === 'workdays') return cadence.every > 1;
  return cadence.kind === 'periods' && cadence.every > 1 && naturalPhase(cadence.period, cadence.every) === undefined;
}

/** The occurrences from one day to another, both included, in order, and no more than asked for. */
export function occurrences({ series, first, last, pauses }: Schedule, from: Day, until: Day, most = Infinity): Day[] {
  const [begin, end] = [Math.max(from, first), Math.min(until, last)];
  if (!series || begin > end) return [];
  if (pauses.length === 0) return ascending(series, begin, end, most);
  const found: Day[] = [];
  for (const span of outside(pauses, begin, end)) {
    if (found.length >= most) break;
    for (const day of ascending(series, span.from, span.until, most - found.length)) found.push(day);
  }
  return found;
}

/** The first occurrence after a day. */
export function nextOccurrence(schedule: Schedule, after: Day): Day | undefined {
  return occurrences(schedule, after + 1, lastDay, 1)[0];
}

/** The last occurrence before a day. */
export function previousOccurrence({ series, first, last, pauses }: Schedule, before: Day): Day | undefined {
  if (!series) return undefined;
  for (const span of outside(pauses, first, Math.min(before - 1, last)).reverse()) {
    const day = lastOf(series, span.from, span.until);
    if (day !== undefined) return day;
  }
  return undefined;
}

function seriesOf({ cadence, calendar, starts, anchor }: Timing, first: Day): Series | undefined {
  const day = starts ?? anchor;
  switch (cadence.kind) {
    case 'days':
      return cadence.every === 1 ? dayGrid(1, 0) : day === undefined ? undefined : dayGrid(cadence.every, day);
    case 'workdays': {
      if (calendar.isEmpty || (cadence.every > 1 && day === undefined)) return undefined;
      // From Starts the first workday on or after it, from an entry the one on or before it.
      const phase = cadence.every === 1 ? 0 : starts !== undefined ? calendar.countBefore(starts) : calendar.countBefore(anchor! + 1) - 1;
      return workdayGrid(cadence.every, phase, calendar);
    }
    case 'periods':
      return periodSeries(cadence, calendar, starts, anchor);
    case 'quota':
      return periodGrid({ every: 1, period: cadence.period }, [{ kind: 'workday', nth: -1 }], 0, calendar);
    case 'completion':
      return unitGrid(cadence.every, cadence.unit, first, calendar);
    case 'as needed':
      return undefined;
  }
}

/** When something is due that is counted from the last run: never before Starts, and after a pause instead of in it. */
export function firstDue({ every, unit }: Extract<Cadence, { kind: 'completion' }>, { calendar, starts, pauses = [] }: Timing, lastRun: Day | undefined): Day | undefined {
  if (unit === 'workday' && calendar.isEmpty) return undefined;
  const begin = starts === undefined || unit !== 'workday' ? starts : calendar.onOrAfter(starts);
  const next = lastRun === undefined ? undefined : unitsAfter(lastRun, every, unit, calendar);
  const due = next === undefined || (begin !== undefined && next < begin) ? begin : next;
  const pause = due === undefined ? undefined : spanAt(pauses, due);
  if (!pause) return due;
  return unit === 'workday' && pause.until < lastDay ? calendar.onOrAfter(pause.until + 1) : pause.until + 1;
}

type Periods = Extract<Cadence, { kind: 'periods' }>;

function periodSeries(cadence: Periods, calendar: WorkCalendar, starts: Day | undefined, anchor: Day | undefined): Series | undefined {
  if (cadence.shift !== undefined && calendar.isEmpty) return undefined;
  const on = daysOn(cadence, starts ?? anchor, calendar);
  const phase = phaseOf(cadence, on, calendar, starts, anchor);
  if (phase === undefined) return undefined;
  const weekday = cadence.period === 'week' && cadence.shift === undefined && on.length === 1 && on[0]!.kind === 'weekday' ? on[0]!.weekday : undefined;
  return weekday === undefined ? periodGrid(cadence, on, phase, calendar) : dayGrid(cadence.every * 7, firstDayOf('week', phase) + weekday);
}

/** The days of a period, with those that Starts tells. */
function daysOn({ period, on }: Periods, day: Day | undefined, calendar: WorkCalendar): readonly PeriodDay[] {
  const { month, dayOfMonth } = day === undefined ? { month: 1, dayOfMonth: 1 } : yearMonthDay(day);
  if (on.length > 0) return on.map((each): PeriodDay => (each.kind === 'start' ? { kind: 'day', nth: dayOfMonth, month: each.month! } : each));
  if (period === 'week') return [{ kind: 'weekday', weekday: day === undefined ? (calendar.weekdays[0] ?? 0) : weekdayOf(day) }];
  return [period === 'year' ? { kind: 'day', nth: dayOfMonth, month } : { kind: 'day', nth: dayOfMonth }];
}

/** The number of a period that the interval goes through; `undefined` where nothing tells. */
function phaseOf({ every, period }: Periods, on: readonly PeriodDay[], calendar: WorkCalendar, starts: Day | undefined, anchor: Day | undefined): number | undefined {
  if (every === 1) return 0;
  if (starts === undefined && anchor === undefined) return naturalPhase(period, every);
  const each = periodGrid({ every: 1, period }, on, 0, calendar);
  const [after] = ascending(each, starts ?? anchor!, lastDay, 1);
  if (starts !== undefined) return after === undefined ? undefined : periodOf(period, after);
  const before = lastOf(each, firstDay, anchor!);
  const isBefore = before !== undefined && (after === undefined || anchor! - before <= after - anchor!);
  const nearest = isBefore ? before : after;
  return nearest === undefined ? undefined : periodOf(period, nearest);
}

/** Every 2, 3, 4 or 6 months begin with January. */
function naturalPhase(period: Period, every: number): number | undefined {
  const perYear = period === 'month' ? 12 : period === 'quarter' ? 4 : 1;
  return perYear % every === 0 ? 0 : undefined;
}
