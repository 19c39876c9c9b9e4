/** Cadences of every kind, for property tests. */
import * as fc from 'fast-check';
import { afterCompletion, asNeeded, type Cadence, everyDays, everyPeriods, everyWorkdays, mostNth, type Period, type PeriodDay, quota, type Unit } from '../../server/notation/cadence/cadence.ts';

const every = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 1, max: 6 }) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 300 }) });
const unit = fc.constantFrom<Unit>('day', 'workday', 'week', 'month', 'year');

/** From the start or from the end of a stretch. */
const nth = (most: number): fc.Arbitrary<number> => fc.tuple(fc.integer({ min: 1, max: most }), fc.boolean()).map(([n, fromEnd]) => (fromEnd ? -n : n));

function dayOf(period: Period, month?: number): fc.Arbitrary<PeriodDay> {
  const within = month === undefined ? {} : { month };
  const most = (kind: 'day' | 'weekday' | 'weekend' | 'workday'): number => mostNth(kind, period, month);
  const workday = nth(most('workday')).map((n): PeriodDay => ({ kind: 'workday', nth: n, ...within }));
  const weekday = fc.integer({ min: 0, max: 6 });
  if (period === 'week') return fc.oneof({ weight: 4, arbitrary: weekday.map((each): PeriodDay => ({ kind: 'weekday', weekday: each })) }, fc.constant<PeriodDay>({ kind: 'weekend' }), workday);
  return fc.oneof(
    nth(most('day')).map((n): PeriodDay => ({ kind: 'day', nth: n, ...within })),
    fc.tuple(weekday, nth(most('weekday'))).map(([each, n]): PeriodDay => ({ kind: 'weekday', weekday: each, nth: n, ...within })),
    nth(most('weekend')).map((n): PeriodDay => ({ kind: 'weekend', nth: n, ...within })),
    workday,
  );
}

const monthDay = fc.integer({ min: 1, max: 12 }).chain((month) => fc.oneof({ weight: 4, arbitrary: dayOf('year', month) }, fc.constant<PeriodDay>({ kind: 'start', month })));

const days: Readonly<Record<Period, fc.Arbitrary<PeriodDay>>> = {
  week: dayOf('week'),
  month: dayOf('month'),
  quarter: dayOf('quarter'),
  year: fc.oneof({ weight: 3, arbitrary: monthDay }, dayOf('year')),
};

export const periodical: fc.Arbitrary<Extract<Cadence, { kind: 'periods' }>> = fc
  .tuple(fc.constantFrom<Period>('week', 'month', 'quarter', 'year'), every, fc.constantFrom(undefined, undefined, undefined, 'before' as const, 'after' as const))
  .chain(([period, n, shift]) => fc.array(days[period], { maxLength: 4 }).map((on) => everyPeriods(n, period, on, shift) as Extract<Cadence, { kind: 'periods' }>));

/** Cadences whose days are on the calendar, whatever was done. */
export const grid: fc.Arbitrary<Cadence> = fc.oneof({ weight: 6, arbitrary: periodical }, every.map(everyDays), every.map(everyWorkdays), fc.tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom<Period>('week', 'month', 'quarter', 'year')).map(([times, period]) => quota(times, period)));

export const anyCadence: fc.Arbitrary<Cadence> = fc.oneof(
  { weight: 8, arbitrary: grid },
  fc.tuple(every, unit).map(([n, each]) => afterCompletion(n, each)),
  fc.tuple(every, every, unit).map(([a, b, each]) => afterCompletion(Math.max(a, b), each, Math.min(a, b))),
  fc.constant(asNeeded),
);
