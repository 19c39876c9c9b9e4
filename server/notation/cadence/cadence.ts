/**
 * How often a function is done, as a value. Equal cadences are deeply equal: the constructors below sort lists, drop what is
 * there twice and give each meaning one form, so that `12 months` is a year and `fortnightly` is every 2 weeks.
 */

export type Period = 'week' | 'month' | 'quarter' | 'year';
export type Unit = 'day' | 'workday' | 'week' | 'month' | 'year';

/**
 * A day within a period. `nth` counts from 1, and from -1 at the end: the 2nd last day is -2. A day of the month that a
 * month does not have is its last one, with the wished day kept: 31 Jan, 28 Feb, 31 Mar.
 */
export type PeriodDay = (
  | { readonly kind: 'day' | 'workday'; readonly nth: number }
  /** 0 is Monday. `nth` is left out in weeks, which have one of each. */
  | { readonly kind: 'weekday'; readonly weekday: number; readonly nth?: number }
  /** Saturday: one due per weekend. */
  | { readonly kind: 'weekend'; readonly nth?: number }
  /** In a month of the year, the day of the month that Starts has. */
  | { readonly kind: 'start' }
) & {
  /** 1 to 12, of a year; left out, the day is counted in the whole period. */
  readonly month?: number;
};

/** What becomes of a due day that is no workday. */
export type Shift = 'before' | 'after';

export type Cadence =
  /** A grid of days from Starts. */
  | { readonly kind: 'days' | 'workdays'; readonly every: number }
  /** Days of every so many weeks, months, quarters or years; no `on` at all means the day that Starts has. */
  | { readonly kind: 'periods'; readonly every: number; readonly period: Period; readonly on: readonly PeriodDay[]; readonly shift?: Shift }
  /** So many runs within a period, on no fixed days. */
  | { readonly kind: 'quota'; readonly times: number; readonly period: Period }
  /** Counted from the last run: due after `every` units, and, for a range, free from `from` units on. */
  | { readonly kind: 'completion'; readonly every: number; readonly from?: number; readonly unit: Unit }
  /** Recurring without dates: never due. */
  | { readonly kind: 'as needed' };

/** An interval or a number of times above this is a slip of the finger. */
export const mostEvery = 1000;

export const asNeeded: Cadence = { kind: 'as needed' };
export const everyDays = (every: number): Cadence => ({ kind: 'days', every });
export const everyWorkdays = (every: number): Cadence => ({ kind: 'workdays', every });
export const quota = (times: number, period: Period): Cadence => ({ kind: 'quota', times, period });

export function afterCompletion(every: number, unit: Unit, from?: number): Cadence {
  if (unit === 'month' && every % 12 === 0 && (from ?? 0) % 12 === 0) return afterCompletion(every / 12, 'year', from && from / 12);
  return from === undefined || from === every ? { kind: 'completion', every, unit } : { kind: 'completion', every, from, unit };
}

/** Days of every so many periods; without days, the one that Starts has. */
export function everyPeriods(every: number, period: Period, on: readonly PeriodDay[] = [], shift?: Shift): Cadence {
  const days = inOrder(on);
  const cadence = { kind: 'periods', ...plainest(every, period, days), on: days } as const;
  return shift === undefined ? cadence : { ...cadence, shift };
}

/** Without days of their own, 3 months are a quarter's and 12 a year's; a day of a quarter is another thing than a day of 3 months. */
function plainest(every: number, period: Period, on: readonly PeriodDay[]): { every: number; period: Period } {
  if (on.length > 0) return { every, period };
  if (period === 'quarter') return plainest(every * 3, 'month', on);
  return period === 'month' && every % 12 === 0 ? { every: every / 12, period: 'year' } : { every, period };
}

export const withShift = (cadence: Extract<Cadence, { kind: 'periods' }>, shift: Shift): Cadence => ({ ...cadence, shift });

/** In the order in which they are written: by month and kind, the last after the first; each once. */
function inOrder(on: readonly PeriodDay[]): PeriodDay[] {
  const byRank = new Map(on.map((day) => [rank(day), day]));
  return [...byRank].sort(([a], [b]) => a - b).map(([, day]) => day);
}

const kinds = ['start', 'day', 'weekday', 'weekend', 'workday'] as const;

/** A number of its own for each day: month, kind, weekday, nth, from left to right. Days of no month come last. */
function rank(day: PeriodDay): number {
  const nth = 'nth' in day ? day.nth : 0;
  const fromStart = nth < 0 ? 1000 + nth : nth;
  return (((day.month ?? 13) * 10 + kinds.indexOf(day.kind)) * 10 + (day.kind === 'weekday' ? day.weekday : 0)) * 1000 + fromStart;
}

/** How long a stretch of the calendar is at most, for what can stand in it: no month has a 32nd, no week two Fridays. */
const longest = {
  week: { day: 0, weekday: 0, weekend: 0, workday: 7 },
  month: { day: 31, weekday: 5, weekend: 5, workday: 31 },
  quarter: { day: 92, weekday: 14, weekend: 14, workday: 92 },
  year: { day: 366, weekday: 53, weekend: 53, workday: 366 },
} as const;

export const daysOfMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** The greatest `nth` that a day of this kind can have in a period, or in a month of it. */
export function mostNth(kind: 'day' | 'weekday' | 'weekend' | 'workday', period: Period, month?: number): number {
  if (month === undefined) return longest[period][kind];
  return kind === 'day' ? daysOfMonths[month - 1]! : longest.month[kind];
}
