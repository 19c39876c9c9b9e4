/**
 * Which days are worked. It counts workdays by arithmetic and a search in the holidays, so that the nth workday from any day
 * is found without walking there.
 */
import { type Day, weekdayOf } from '../../notation/dates.ts';

/** 29 December 1969, a Monday: workdays are numbered from here. */
const origin: Day = -3;

export class WorkCalendar {
  /** The workdays of the week, 0 for Monday, in order. */
  readonly weekdays: readonly number[];
  private readonly holidays: readonly Day[];
  /** For each day of the week, how many workdays of it come before. */
  private readonly before: readonly number[];

  /** Holidays that fall on a day which is not worked anyway take nothing away. */
  constructor(weekdays: Iterable<number>, holidays: Iterable<Day>) {
    const worked = new Set(weekdays);
    this.weekdays = [0, 1, 2, 3, 4, 5, 6].filter((weekday) => worked.has(weekday));
    this.before = [0, 1, 2, 3, 4, 5, 6].map((weekday) => this.weekdays.filter((each) => each < weekday).length);
    this.holidays = [...new Set(holidays)].filter((day) => worked.has(weekdayOf(day))).sort((a, b) => a - b);
  }

  /** Whether no day is ever worked. */
  get isEmpty(): boolean {
    return this.weekdays.length === 0;
  }

  equals({ weekdays, holidays }: WorkCalendar): boolean {
    return areSame(this.weekdays, weekdays) && areSame(this.holidays, holidays);
  }

  isWorkday(day: Day): boolean {
    return this.countBefore(day + 1) > this.countBefore(day);
  }

  /** How many workdays there are before a day, from a fixed one on; negative for days before that. */
  countBefore(day: Day): number {
    return this.ordinaryBefore(day) - this.firstIndex((holiday) => holiday >= day);
  }

  /** The workday that has this many before it. */
  workday(count: number): Day {
    // The workdays before a holiday never become fewer from one holiday to the next.
    const holidays = this.firstIndex((holiday, index) => this.ordinaryBefore(holiday) - index > count);
    const ordinary = count + holidays;
    const perWeek = this.weekdays.length;
    const week = Math.floor(ordinary / perWeek);
    return origin + week * 7 + this.weekdays[ordinary - week * perWeek]!;
  }

  /** Not to be asked of an empty calendar; nor is the next one. */
  onOrAfter(day: Day): Day {
    return this.workday(this.countBefore(day));
  }

  onOrBefore(day: Day): Day {
    return this.workday(this.countBefore(day + 1) - 1);
  }

  /** Workdays before a day as if there were no holidays. */
  private ordinaryBefore(day: Day): number {
    return Math.floor((day - origin) / 7) * this.weekdays.length + this.before[weekdayOf(day)]!;
  }

  /** The first holiday for which something holds that holds for all after it. */
  private firstIndex(holds: (holiday: Day, index: number) => boolean): number {
    let low = 0;
    let high = this.holidays.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (holds(this.holidays[middle]!, middle)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

const areSame = (one: readonly number[], other: readonly number[]): boolean => one.length === other.length && one.every((each, i) => each === other[i]);
