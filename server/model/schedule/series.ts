/**
 * The days of a cadence without beginning or end, in numbered groups: the days of one month, of one week, or just one day. A
 * number is found from a day by arithmetic, so that no day is farther away than any other.
 */
import type { Cadence, Period, PeriodDay, Shift, Unit } from '../../notation/cadence/cadence.ts';
import { addMonths, type Day, yearMonthDay } from '../../notation/dates.ts';
import { dayIn, periodOf } from './periods.ts';
import type { WorkCalendar } from './workCalendar.ts';

export interface Series {
  /** The days of a group, in order. Groups never go back, but the last day of one may be the first of the next. */
  days(index: number): readonly Day[];
  /** A group before which all days come before this one. */
  from(day: Day): number;
  /** A group after which all days come after this one. */
  until(day: Day): number;
  /** Of days that are so many apart. */
  readonly every?: number;
}

/** A day every so many days. */
export function dayGrid(every: number, phase: Day): Series {
  return {
    days: (index) => [phase + index * every],
    from: (day) => Math.ceil((day - phase) / every),
    until: (day) => Math.floor((day - phase) / every),
    every,
  };
}

/** A workday every so many workdays; `phase` is the number of one in the calendar. */
export function workdayGrid(every: number, phase: number, calendar: WorkCalendar): Series {
  return {
    days: (index) => [calendar.workday(phase + index * every)],
    from: (day) => Math.ceil((calendar.countBefore(day) - phase) / every),
    until: (day) => Math.floor((calendar.countBefore(day + 1) - 1 - phase) / every),
  };
}

/** A day every so many months, each counted from the first one, so that the 31st comes back after February. */
function monthGrid(every: number, first: Day): Series {
  const group = (day: Day): number => Math.floor((monthOf(day) - monthOf(first)) / every);
  return { days: (index) => [addMonths(first, index * every)], from: group, until: group };
}

const monthOf = (day: Day): number => {
  const { year, month } = yearMonthDay(day);
  return year * 12 + month;
};

type Periods = Extract<Cadence, { kind: 'periods' }>;

/** Days of every so many periods; `phase` is the number of one of them. */
export function periodGrid({ every, period, shift }: Pick<Periods, 'every' | 'period' | 'shift'>, on: readonly PeriodDay[], phase: number, calendar: WorkCalendar): Series {
  const group = (day: Day, round: (index: number) => number): number => round((periodOf(period, day) - phase) / every);
  const daysOf = (index: number): readonly Day[] => {
    if (on.length !== 1) return severalDays(period, phase + index * every, on, calendar);
    const day = dayIn(period, phase + index * every, on[0]!, calendar);
    return day === undefined ? noDays : [day];
  };
  if (shift === undefined) return { days: daysOf, from: (day) => group(day, Math.ceil), until: (day) => group(day, Math.floor) };
  return {
    days: (index) => daysOf(index).map((day) => shifted(day, shift, calendar)),
    // A day that is shifted here may lie anywhere behind the workday before, or in front of the one after.
    from: (day) => group(shift === 'after' ? calendar.onOrBefore(day - 1) + 1 : day, Math.ceil),
    until: (day) => group(shift === 'before' ? calendar.onOrAfter(day + 1) - 1 : day, Math.floor),
  };
}

const noDays: readonly Day[] = [];

/** Nearly always they are named in their order already. */
function severalDays(period: Period, index: number, on: readonly PeriodDay[], calendar: WorkCalendar): readonly Day[] {
  const days: Day[] = [];
  let isSorted = true;
  for (const each of on) {
    const day = dayIn(period, index, each, calendar);
    if (day === undefined) continue;
    isSorted &&= days.length === 0 || days[days.length - 1]! <= day;
    days.push(day);
  }
  return isSorted ? days : days.sort((a, b) => a - b);
}

const shifted = (day: Day, shift: Shift, calendar: WorkCalendar): Day => (shift === 'before' ? calendar.onOrBefore(day) : calendar.onOrAfter(day));

/** The day so many units after another. */
export function unitsAfter(day: Day, count: number, unit: Unit, calendar: WorkCalendar): Day {
  switch (unit) {
    case 'day':
      return day + count;
    case 'week':
      return day + count * 7;
    case 'workday':
      return calendar.isEmpty ? Infinity : calendar.workday(calendar.countBefore(day + 1) + count - 1);
    case 'month':
      return addMonths(day, count);
    case 'year':
      return addMonths(day, count * 12);
  }
}

/** Days so many units apart, each counted from the first one. */
export function unitGrid(every: number, unit: Unit, first: Day, calendar: WorkCalendar): Series {
  if (unit === 'workday') return workdayGrid(every, calendar.countBefore(first + 1) - 1, calendar);
  if (unit === 'day' || unit === 'week') return dayGrid(unit === 'week' ? every * 7 : every, first);
  return monthGrid(unit === 'year' ? every * 12 : every, first);
}

/** Groups of a series without any day after which there is none at all: the calendar begins anew after 400 years. */
const longestDry = 400 * 12;

/** The days of a series from one day to another, each once, and no more than asked for. */
export function ascending(series: Series, from: Day, until: Day, most = Infinity): Day[] {
  const found: Day[] = [];
  const { every } = series;
  if (every !== undefined) {
    for (let day = series.days(series.from(from))[0]!; day <= until && found.length < most; day += every) found.push(day);
    return found;
  }
  let last = from - 1;
  let dry = 0;
  for (let index = series.from(from); dry <= longestDry; index++) {
    const days = series.days(index);
    dry = days.length > 0 ? 0 : dry + 1;
    for (const day of days) {
      if (day > until || found.length >= most) return found;
      if (day > last) found.push((last = day));
    }
  }
  return found;
}

/** The last one of these. */
export function lastOf(series: Series, from: Day, until: Day): Day | undefined {
  let dry = 0;
  for (let index = series.until(until); dry <= longestDry; index--) {
    const days = series.days(index);
    dry = days.length > 0 ? 0 : dry + 1;
    for (let i = days.length - 1; i >= 0; i--) {
      const day = days[i]!;
      if (day < from) return undefined;
      if (day <= until) return day;
    }
  }
  return undefined;
}
