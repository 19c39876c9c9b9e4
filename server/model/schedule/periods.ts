/** Weeks, months, quarters and years, numbered one after the other, and the days within them. */
import type { Period, PeriodDay } from '../../notation/cadence/cadence.ts';
import { type Day, dayOf, daysInMonth, weekdayOf, yearMonthDay } from '../../notation/dates.ts';
import type { WorkCalendar } from './workCalendar.ts';

/** The number of the period that a day lies in. Weeks begin on Monday, quarters with January. */
export function periodOf(period: Period, day: Day): number {
  if (period === 'week') return Math.floor((day + 3) / 7);
  const { year, month } = yearMonthDay(day);
  if (period === 'year') return year;
  return period === 'month' ? year * 12 + month - 1 : year * 4 + Math.floor((month - 1) / 3);
}

export function firstDayOf(period: Period, index: number): Day {
  if (period === 'week') return index * 7 - 3;
  if (period === 'year') return dayOf(index, 1, 1);
  const month = period === 'month' ? index : index * 3;
  const year = Math.floor(month / 12);
  return dayOf(year, month - year * 12 + 1, 1);
}

export const lastDayOf = (period: Period, index: number): Day => firstDayOf(period, index + 1) - 1;

/** Where a day of a period falls in the numbered one; `undefined` where that has no such day, as a 5th Friday. */
export function dayIn(period: Period, index: number, at: PeriodDay, calendar: WorkCalendar): Day | undefined {
  if (at.month === undefined || period !== 'year') return dayBetween(firstDayOf(period, index), lastDayOf(period, index), at, calendar);
  const first = dayOf(index, at.month, 1);
  return dayBetween(first, first + daysInMonth(index, at.month) - 1, at, calendar);
}

function dayBetween(first: Day, last: Day, at: PeriodDay, calendar: WorkCalendar): Day | undefined {
  switch (at.kind) {
    case 'start':
      return first;
    case 'day':
      // The wished day where there is one, else the nearest: the 31st of a month of 30 days is its last.
      return at.nth > 0 ? Math.min(first + at.nth - 1, last) : Math.max(last + at.nth + 1, first);
    case 'weekday':
      return weekdayBetween(first, last, at.weekday, at.nth ?? 1);
    case 'weekend':
      return weekdayBetween(first, last, 5, at.nth ?? 1);
    case 'workday': {
      if (calendar.isEmpty) return undefined;
      const day = calendar.workday(at.nth > 0 ? calendar.countBefore(first) + at.nth - 1 : calendar.countBefore(last + 1) + at.nth);
      return day >= first && day <= last ? day : undefined;
    }
  }
}

function weekdayBetween(first: Day, last: Day, weekday: number, nth: number): Day | undefined {
  const day = nth > 0 ? first + ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7 : last - ((weekdayOf(last) - weekday + 7) % 7) + (nth + 1) * 7;
  return day >= first && day <= last ? day : undefined;
}
