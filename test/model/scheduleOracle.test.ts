/**
 * The schedule against two others: `rrule`, on UTC dates, for what RFC 5545 can say, and a slow one that goes through every
 * day of a calendar and picks, for workdays, holidays and shifts.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { type Options, RRule } from 'rrule';
import { nextOccurrence, occurrences, previousOccurrence, scheduleOf, type Timing } from '../../server/model/schedule/schedule.ts';
import { WorkCalendar } from '../../server/model/schedule/workCalendar.ts';
import { type Cadence, everyPeriods, type Period, type PeriodDay } from '../../server/notation/cadence/cadence.ts';
import { formatCadence } from '../../server/notation/cadence/format.ts';
import { readCadence } from '../../server/notation/cadence/read.ts';
import { addMonths, type Day, formatDay, weekdayOf, yearMonthDay } from '../../server/notation/dates.ts';
import { grid, periodical } from '../notation/cadenceArbitrary.ts';
import { day, mondayToFriday, schedule, upcoming } from './scheduleSupport.ts';

type RuleOptions = Partial<Options>;

const msPerDay = 86_400_000;
const date = (each: Day): Date => new Date(each * msPerDay);
const weekdays = [RRule.MO, RRule.TU, RRule.WE, RRule.TH, RRule.FR, RRule.SA, RRule.SU];
const plain = new WorkCalendar(mondayToFriday, []);
const span = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);

type Periods = Extract<Cadence, { kind: 'periods' }>;

/** A day of a period as RFC 5545 says it. */
function ruleFor(period: Period, at: PeriodDay): RuleOptions {
  const within: RuleOptions = {
    freq: period === 'week' ? RRule.WEEKLY : period === 'month' ? RRule.MONTHLY : RRule.YEARLY,
    wkst: RRule.MO,
    ...(at.month !== undefined && { bymonth: at.month }),
  };
  const isYearDay = period === 'year' && at.month === undefined;
  if (at.kind === 'workday') return { ...within, byweekday: weekdays.slice(0, 5), bysetpos: at.nth };
  if (at.kind === 'weekday' || at.kind === 'weekend') {
    const weekday = weekdays[at.kind === 'weekday' ? at.weekday : 5]!;
    return { ...within, byweekday: at.nth === undefined ? weekday : weekday.nth(at.nth) };
  }
  if (at.kind === 'start') throw new Error('no rule');
  // A wished day is clamped to the month's or the year's end.
  const shortest = isYearDay ? 365 : 28;
  const days = Math.abs(at.nth) <= shortest ? [at.nth] : at.nth > 0 ? span(shortest, at.nth) : span(at.nth, -shortest);
  const picked = days.length > 1 ? { bysetpos: at.nth > 0 ? -1 : 1 } : {};
  return { ...within, ...(isYearDay ? { byyearday: days } : { bymonthday: days }), ...picked };
}

/** The first occurrences by rrule. It counts intervals from the period of its start, so that has to be one with an occurrence. */
function byRule({ period, every, on }: Periods, starts: Day, until: Day, count: number): string[] {
  const rules = on.map((at) => ({ ...ruleFor(period, at), until: date(until), count }));
  const first = Math.min(...rules.map((options) => new RRule({ ...options, count: 1, dtstart: date(starts) }).all()[0]?.getTime() ?? Infinity));
  if (first === Infinity) return [];
  const found = rules.flatMap((options) => new RRule({ ...options, interval: every, dtstart: new Date(first) }).all());
  return [...new Set(found.map((each) => each.toISOString().slice(0, 10)))].sort().slice(0, count);
}

const anyDay = fc.integer({ min: day('1990-01-01'), max: day('2040-12-31') });
const dates = (days: readonly Day[]): string[] => days.map(formatDay);

function first(timing: Timing, from: Day, count: number): string[] {
  return dates(occurrences(scheduleOf(timing), from, day('9999-12-31'), count));
}

/**
 * What rrule 2.8.1 cannot do: where a month has no 22nd last workday, it takes the first one (a slice of a list from -22 on is
 * the whole list); for the 31st workday it searches up to the year 9999, whatever UNTIL says; and the workdays of the first
 * week it counts from the day on which the rule starts.
 */
const misreadByRule = (period: Period, at: PeriodDay): boolean => at.kind === 'workday' && (period === 'week' || Math.abs(at.nth) > (at.month !== undefined || period === 'month' ? 20 : 260));

describe('the schedule and rrule agree', () => {
  const expressible = periodical.filter(({ period, on }) => period !== 'quarter' && on.length > 0 && on.every((at) => at.kind !== 'start' && !misreadByRule(period, at)));

  it('on weeks, months and years', () => {
    fc.assert(fc.property(expressible, anyDay, (cadence, starts) => {
      const plan = everyPeriods(cadence.every, cadence.period, cadence.on) as Periods;
      const until = starts + 2500;
      assert.deepEqual(first({ cadence: plan, calendar: plain, starts, ends: until }, starts, 5), byRule(plan, starts, until, 5), `${formatCadence(plan)} from ${formatDay(starts)}`);
    }), { numRuns: 1000 });
  }).timeout(20_000);

  it('on days', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 400 }), anyDay, (every, starts) => {
      const expected = new RRule({ freq: RRule.DAILY, interval: every, dtstart: date(starts), count: 5 }).all().map((each) => each.toISOString().slice(0, 10));
      assert.deepEqual(first({ cadence: { kind: 'days', every }, calendar: plain, starts }, starts, 5), expected);
    }), { numRuns: 200 });
  });
});

/**
 * The examples of RFC 5545, 3.8.5.3, that a cadence can say, with the days that stand there. One ends a day later here: it has
 * UNTIL=19971224T000000Z and starts at 9:00, and a function has a day only.
 */
describe('the examples of RFC 5545', () => {
  const table: readonly [rule: string, starts: string, days: string][] = [
    ['FREQ=DAILY;COUNT=10', '1997-09-02', '1997-09 2 3 4 5 6 7 8 9 10 11'],
    ['FREQ=DAILY;INTERVAL=2', '1997-09-02', '1997-09 2 4 6 8 10 12 14 16 18 20 22 24 26 28 30'],
    ['FREQ=DAILY;INTERVAL=10;COUNT=5', '1997-09-02', '1997-09 2 12 22 1997-10 2 12'],
    ['FREQ=WEEKLY;COUNT=10', '1997-09-02', '1997-09 2 9 16 23 30 1997-10 7 14 21 28 1997-11 4'],
    ['FREQ=WEEKLY;UNTIL=19971224T000000Z', '1997-09-02', '1997-09 2 9 16 23 30 1997-10 7 14 21 28 1997-11 4 11 18 25 1997-12 2 9 16 23'],
    ['FREQ=WEEKLY;INTERVAL=2;WKST=SU', '1997-09-02', '1997-09 2 16 30 1997-10 14 28 1997-11 11 25 1997-12 9 23 1998-01 6 20'],
    ['FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH', '1997-09-02', '1997-09 2 4 9 11 16 18 23 25 30 1997-10 2'],
    ['FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;BYDAY=MO,WE,FR', '1997-09-01', '1997-09 1 3 5 15 17 19 29 1997-10 1 3 13 15 17 27 29 31 1997-11 10 12 14 24 26 28 1997-12 8 10 12 22 24'],
    ['FREQ=WEEKLY;INTERVAL=2;COUNT=8;BYDAY=TU,TH', '1997-09-02', '1997-09 2 4 16 18 30 1997-10 2 14 16'],
    ['FREQ=MONTHLY;COUNT=10;BYDAY=1FR', '1997-09-05', '1997-09 5 1997-10 3 1997-11 7 1997-12 5 1998-01 2 1998-02 6 1998-03 6 1998-04 3 1998-05 1 1998-06 5'],
    ['FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR', '1997-09-05', '1997-09 5 1997-10 3 1997-11 7 1997-12 5'],
    ['FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU', '1997-09-07', '1997-09 7 28 1997-11 2 30 1998-01 4 25 1998-03 1 29 1998-05 3 31'],
    ['FREQ=MONTHLY;COUNT=6;BYDAY=-2MO', '1997-09-22', '1997-09 22 1997-10 20 1997-11 17 1997-12 22 1998-01 19 1998-02 16'],
    ['FREQ=MONTHLY;BYMONTHDAY=-3', '1997-09-28', '1997-09 28 1997-10 29 1997-11 28 1997-12 29 1998-01 29 1998-02 26'],
    ['FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15', '1997-09-02', '1997-09 2 15 1997-10 2 15 1997-11 2 15 1997-12 2 15 1998-01 2 15'],
    ['FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1', '1997-09-30', '1997-09 30 1997-10 1 31 1997-11 1 30 1997-12 1 31 1998-01 1 31 1998-02 1'],
    ['FREQ=MONTHLY;INTERVAL=18;COUNT=3;BYMONTHDAY=10', '1997-09-10', '1997-09 10 1999-03 10 2000-09 10'],
    ['FREQ=YEARLY;COUNT=10;BYMONTH=6,7', '1997-06-10', '1997-06 10 1997-07 10 1998-06 10 1998-07 10 1999-06 10 1999-07 10 2000-06 10 2000-07 10 2001-06 10 2001-07 10'],
    ['FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3', '1997-03-10', '1997-03 10 1999-01 10 1999-02 10 1999-03 10 2001-01 10 2001-02 10 2001-03 10 2003-01 10 2003-02 10 2003-03 10'],
    ['FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200', '1997-01-01', '1997-01 1 1997-04 10 1997-07 19 2000-01 1 2000-04 9 2000-07 18 2003-01 1 2003-04 10 2003-07 19 2006-01 1'],
    ['FREQ=YEARLY;BYDAY=20MO', '1997-05-19', '1997-05 19 1998-05 18 1999-05 17'],
    ['FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=1TU', '1996-11-05', '1996-11 5 2000-11 7 2004-11 2'],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2', '1997-09-29', '1997-09 29 1997-10 30 1997-11 27 1997-12 30 1998-01 29 1998-02 26 1998-03 30'],
    ['FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO', '1997-08-05', '1997-08 5 10 19 24'],
  ];
  for (const [rule, starts, days] of table) {
    it(`${rule} from ${starts}: ${days}`, () => {
      const reading = readCadence(rule);
      assert(reading.ok);
      const { times, ends } = reading.bounds;
      let month = '';
      const expected = days.split(' ').flatMap((part) => (part.includes('-') ? ((month = part), []) : [`${month}-${part.padStart(2, '0')}`]));
      const bounded = times !== undefined || ends !== undefined;
      const timing: Timing = { cadence: reading.cadence, calendar: plain, starts: day(starts), times: times?.value, ends: ends?.value };
      assert.deepEqual(first(timing, day(starts), expected.length + (bounded ? 1 : 0)), expected);
    });
  }
});

/** All days of a stretch, and a schedule that goes through them one by one. */
class SlowCalendar {
  private readonly days: Day[];
  private readonly holidays: ReadonlySet<Day>;

  constructor(from: Day, until: Day, private readonly worked: readonly number[], holidays: readonly Day[]) {
    this.days = span(from, until);
    this.holidays = new Set(holidays);
  }

  isWorkday = (each: Day): boolean => this.worked.includes(weekdayOf(each)) && !this.holidays.has(each);

  /** The days of each period, each numbered in its year or in all. */
  private periods(period: Period): Day[][] {
    const groups = new Map<string, Day[]>();
    for (const each of this.days) {
      const { year, month } = yearMonthDay(each);
      const key = period === 'week' ? each - weekdayOf(each) : period === 'month' ? `${year} ${month}` : period === 'quarter' ? `${year} ${Math.ceil(month / 3)}` : year;
      groups.set(String(key), [...(groups.get(String(key)) ?? []), each]);
    }
    // The first and the last are cut off.
    return [...groups.values()].slice(1, -1);
  }

  private pick(all: readonly Day[], at: PeriodDay): Day | undefined {
    const days = at.month === undefined ? all : all.filter((each) => yearMonthDay(each).month === at.month);
    if (at.kind === 'start') return days[0];
    if (at.kind === 'day') return at.nth > 0 ? (days[at.nth - 1] ?? days.at(-1)) : (days.at(at.nth) ?? days[0]);
    const matching = days.filter((each) => (at.kind === 'workday' ? this.isWorkday(each) : weekdayOf(each) === (at.kind === 'weekday' ? at.weekday : 5)));
    const nth = at.nth ?? 1;
    return nth > 0 ? matching[nth - 1] : matching.at(nth);
  }

  private shift(each: Day, step: number): Day {
    let to = each;
    while (!this.isWorkday(to)) to += step;
    return to;
  }

  occurrences(cadence: Cadence, starts: Day): Day[] {
    return [...new Set(this.all(cadence, starts))].filter((each) => each >= starts).sort((a, b) => a - b);
  }

  private all(cadence: Cadence, starts: Day): Day[] {
    if (cadence.kind === 'days') return this.days.filter((each) => each >= starts && (each - starts) % cadence.every === 0);
    if (cadence.kind === 'workdays') return this.days.filter((each) => each >= starts && this.isWorkday(each)).filter((_, i) => i % cadence.every === 0);
    if (cadence.kind === 'quota') return this.periods(cadence.period).flatMap((days) => this.pick(days, { kind: 'workday', nth: -1 }) ?? []);
    assert(cadence.kind === 'periods');
    const groups = this.periods(cadence.period).map((days) => cadence.on.flatMap((at) => this.pick(days, at) ?? []));
    const begin = groups.findIndex((days) => days.some((each) => each >= starts));
    const chosen = groups.filter((_, i) => begin >= 0 && (i - begin) % cadence.every === 0).flat();
    return cadence.shift === undefined ? chosen : chosen.map((each) => this.shift(each, cadence.shift === 'before' ? -1 : 1));
  }
}

describe('the schedule and a slow one agree', () => {
  const somePeriods = grid.filter((cadence) => cadence.kind !== 'periods' || (cadence.on.length > 0 && cadence.on.every(({ kind }) => kind !== 'start')));
  // A year is whole only within the slow calendar, and an interval has to fit in a few times.
  const few = somePeriods.map((cadence): Cadence => (cadence.kind === 'periods' ? { ...cadence, every: (cadence.every % 3) + 1 } : cadence));
  const start = fc.integer({ min: day('2025-06-01'), max: day('2026-06-01') });
  const holidays = fc.array(fc.integer({ min: day('2025-01-01'), max: day('2030-12-31') }), { maxLength: 60 });
  const bridge = fc.tuple(start, fc.integer({ min: 0, max: 40 })).map(([from, length]) => span(from + 100, from + 100 + length));
  const worked = fc.constantFrom(mondayToFriday, [0, 1, 2, 3, 4, 5], [6, 0, 1, 2, 3], [2]);
  const until = day('2030-06-30');

  it('on workdays, holidays and shifts', () => {
    fc.assert(fc.property(few, start, holidays, bridge, worked, (cadence, starts, some, more, week) => {
      const all = [...some, ...more];
      const slow = new SlowCalendar(addMonths(starts, -26), day('2032-12-31'), week, all);
      const timing: Timing = { cadence, calendar: new WorkCalendar(week, all), starts };
      const expected = slow.occurrences(cadence, starts).filter((each) => each <= until);
      assert.deepEqual(dates(occurrences(scheduleOf(timing), starts, until)), dates(expected), `${formatCadence(cadence)} from ${formatDay(starts)}`);
    }), { numRuns: 150 });
  }).timeout(20_000);
});

describe('whatever the cadence', () => {
  const from = day('2025-12-01');
  const until = day('2028-03-01');
  const pause = fc.tuple(fc.integer({ min: from, max: until }), fc.integer({ min: 0, max: 90 })).map(([first, length]) => ({ from: first, until: first + length }));
  const timing = fc.tuple(grid, fc.option(anyDay, { nil: undefined }), fc.option(anyDay, { nil: undefined }), fc.option(pause, { nil: undefined }), fc.array(fc.integer({ min: from, max: until }), { maxLength: 20 }))
    .map(([cadence, starts, anchor, paused, holidays]): Timing => ({ cadence, starts, anchor, pauses: paused ? [paused] : [], calendar: new WorkCalendar(mondayToFriday, holidays) }));

  it('the list is in order, within its bounds, and the one before and after a day agree with it', () => {
    fc.assert(fc.property(timing, fc.integer({ min: from, max: until }), (each, at) => {
      const plan = scheduleOf(each);
      const list = occurrences(plan, from, until);
      assert.deepEqual(list, [...new Set(list)].sort((a, b) => a - b));
      for (const due of list) {
        assert(due >= from && due <= until && due >= (each.starts ?? due));
        assert(!each.pauses?.some((paused) => paused.from <= due && due <= paused.until));
      }
      const after = nextOccurrence(plan, at);
      const before = previousOccurrence(plan, at);
      assert.equal(after !== undefined && after <= until ? after : undefined, list.find((due) => due > at));
      assert.equal(before !== undefined && before >= from ? before : undefined, list.findLast((due) => due < at));
    }), { numRuns: 500 });
  });

  it('a part of the list is the list of that part', () => {
    fc.assert(fc.property(timing, fc.integer({ min: from, max: until }), fc.integer({ min: 0, max: 400 }), (each, at, length) => {
      const plan = scheduleOf(each);
      const whole = occurrences(plan, from, until + 400).filter((due) => due >= at && due <= at + length);
      assert.deepEqual(occurrences(plan, at, at + length), whole);
    }), { numRuns: 500 });
  });

  it('no instant is made of a day', () => {
    const folders = ['../../server/notation/cadence', '../../server/model/schedule'].map((folder) => join(import.meta.dirname, folder));
    const files = [...folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name))), ...['history.ts', 'figures.ts'].map((name) => join(import.meta.dirname, '../../server/model', name))];
    assert.deepEqual(files.filter((file) => /\bDate\b|\bIntl\b/.test(readFileSync(file, 'utf8'))), []);
  });

  it('no answer depends on the time zone', () => {
    const zone = process.env['TZ'];
    const plans = [schedule('every month on the last workday', { holidays: ['2026-08-31'] }), schedule('every other Friday', { starts: '2026-03-20' }), schedule('every day', { starts: '2026-03-28' })];
    try {
      const answers = ['Pacific/Apia', 'Pacific/Honolulu', 'America/New_York', 'Europe/London'].map((name) => {
        process.env['TZ'] = name;
        return `${new Date(0).getHours()}: ${JSON.stringify(plans.map((plan) => upcoming(plan, '2026-03-20', 20)))}`;
      });
      assert.equal(new Set(answers.map((answer) => answer.split(':')[0])).size, 4, 'the zone did not change');
      assert.equal(new Set(answers.map((answer) => answer.slice(answer.indexOf(':')))).size, 1);
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });
});
