/** The figures of a function's history. */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { type Figures, medianOf, trendOf } from '../../server/model/figures.ts';
import { formatCadence } from '../../server/notation/cadence/format.ts';
import { formatDay } from '../../server/notation/dates.ts';
import { anyCadence } from '../notation/cadenceArbitrary.ts';
import { iso, type On, told } from './historySupport.ts';
import { day } from './scheduleSupport.ts';

const weekly = 'Owner: @maria; Cadence: every Friday; Starts: 2026-10-30';
const studio = ['currency: EUR', 'delegator: alex', 'team:', '  alex: { name: Alex Kim, rate: 60 }', '  maria: { name: Maria Silva, rate: 20 }', '  jon: { name: Jon Park, rate: 30 }', '  lin: { name: Lin Chen }'];

const figures = (entries: readonly string[], fields = weekly, on?: On): Figures => told(fields, entries, on, studio).figures;

describe('a median', () => {
  for (const [values, median] of [[[], undefined], [[5], 5], [[9, 1], 5], [[1, 2], 2], [[30, 10, 20], 20], [[180, 140, 100, 120, 75, 70], 110]] as const) {
    it(`of ${values.join(', ') || 'nothing'} is ${median ?? 'undefined'}`, () => assert.equal(medianOf(values), median));
  }
});

describe('a trend', () => {
  for (const [values, trend] of [
    [[60, 50, 40], undefined],
    [[60, 60, 30, 30], 'falling'],
    [[30, 30, 60, 60], 'rising'],
    [[60, 60, 55, 54], 'steady'],
    [[60, 60, 53, 53], 'falling'],
    [[0, 0, 0, 0], 'steady'],
    [[0, 0, 5, 5], 'rising'],
    [[90, 60, 1000, 30, 20], 'falling'],
  ] as const) it(`of ${values.join(', ')} is ${trend ?? 'not to be told'}`, () => assert.equal(trendOf(values)?.direction, trend));
});

describe('times', () => {
  it('of nothing are undefined, and none of them is NaN', () => {
    const { duration, explained, cost, lateBy, nextDue, dueInDays, overdueSince, streak } = figures([], 'Owner: @maria; Cadence: as needed');
    assert.deepEqual(duration, { median: undefined, lastFive: undefined, trend: undefined });
    assert.deepEqual(explained, { total: 0, lastThree: 0, trend: undefined });
    assert.deepEqual(cost, { doing: undefined, explaining: 0, currency: 'EUR' });
    assert.deepEqual([lateBy, nextDue, dueInDays, overdueSince, streak], [[], undefined, undefined, undefined, 0]);
  });

  it('of runs without a duration do not count', () => {
    assert.equal(figures(['2026-10-30 1h', '2026-11-06', '2026-11-13 2h']).duration.median, 90);
  });

  it('the last five are the latest that have one, in whatever order they stand', () => {
    const entries = ['2026-11-06 10m', '2026-11-20 20m', '2026-10-30 9h', '2026-11-13 15m', '2026-11-21', '2026-11-07 12m', '2026-11-08 14m'];
    assert.equal(figures(entries).duration.lastFive, 14);
  });

  it('of entries in the future do not count', () => {
    const { runs, duration, explained } = figures(['2026-10-30 1h', '2026-11-24 5h explained 3h', '2031-11-24 5h']);
    assert.deepEqual([runs, duration.median, explained.total], [1, 60, 0]);
  });

  it('explained lately are those of the last three runs, and of what was trained since', () => {
    const entries = ['2026-10-02 explained 1h', '2026-10-09 explained 2h', '2026-10-10 trained explained 4h', '2026-10-16', '2026-10-23', '2026-10-05 trained explained 8h'];
    const { explained } = figures(entries, 'Owner: @maria; Cadence: every Friday; Starts: 2026-10-02');
    assert.deepEqual([explained.total, explained.lastThree], [15 * 60, 6 * 60]);
  });
});

describe('counts', () => {
  it('of what was late say by how many days', () => {
    const { runs, done, onTime, lateBy, missed, skipped } = figures(['2026-11-02', '2026-11-06', '2026-11-16', '2026-11-20 skipped']);
    assert.deepEqual([runs, done, onTime, lateBy, missed, skipped], [3, 3, 1, [3, 3], 0, 1]);
  });

  it('of runs hold those that closed nothing too', () => {
    const { runs, done, onTime } = figures(['2026-10-30', '2026-10-30', '2026-06-01']);
    assert.deepEqual([runs, done, onTime], [3, 1, 1]);
  });

  for (const [what, entries, streak] of [
    ['of what was done on time', ['2026-10-30', '2026-11-06', '2026-11-13', '2026-11-20'], 4],
    ['ends at what was late', ['2026-10-30', '2026-11-08', '2026-11-13', '2026-11-20'], 2],
    ['ends at what was missed', ['2026-10-30', '2026-11-13', '2026-11-20'], 2],
    ['goes on over what was skipped', ['2026-10-30', '2026-11-06', '2026-11-13 skipped', '2026-11-20'], 3],
    ['is over when something is overdue', ['2026-10-30', '2026-11-06', '2026-11-13'], 0],
  ] as const) it(`a streak ${what}: ${streak}`, () => assert.equal(figures(entries).streak, streak));

  it('a streak lasts while something is due today', () => {
    assert.equal(figures(['2026-10-30', '2026-11-06', '2026-11-13'], weekly, { today: '2026-11-20' }).streak, 3);
  });
});

describe('what is due next', () => {
  const cases: readonly [what: string, fields: string, entries: readonly string[], next: string | undefined, days: number | undefined, overdue: string | undefined][] = [
    ['the first to come, with an older one overdue', weekly, [], '2026-11-27', 4, '2026-11-20'],
    ['today', 'Cadence: every Monday; Starts: 2026-11-23', [], '2026-11-23', 0, undefined],
    ['not today any more', 'Cadence: every Monday; Starts: 2026-11-23', ['2026-11-23'], '2026-11-30', 7, undefined],
    ['not what was done ahead', weekly, ['2026-11-20', '2026-11-20 for 2026-11-27'], '2026-12-04', 11, undefined],
    ['the oldest is overdue, with keep all', `${weekly}; Missed: keep all`, [], '2026-11-27', 4, '2026-10-30'],
    ['nothing, in a pause without end', `${weekly}; Paused: from 2026-11-21`, [], undefined, undefined, undefined],
    ['after the pause', `${weekly}; Paused: 2026-11-21 to 2026-12-24`, [], '2026-12-25', 32, undefined],
    ['nothing, after Ends', `${weekly}; Ends: 2026-11-20`, ['2026-11-20'], undefined, undefined, undefined],
  ];
  for (const [what, fields, entries, next, days, overdue] of cases) {
    it(`${what}: ${next ?? 'none'}`, () => {
      const { nextDue, dueInDays, overdueSince } = figures(entries, fields);
      assert.deepEqual([iso(nextDue), dueInDays, iso(overdueSince)], [next, days, overdue]);
    });
  }
});

describe('cost', () => {
  it('is the time of whoever did it at their rate, and the explaining at the delegator’s', () => {
    assert.deepEqual(figures(['2026-10-30 @maria 3h explained 30m', '2026-11-06 1h', '2026-11-13 @jon 2h']).cost, { doing: 3 * 20 + 20 + 2 * 30, explaining: 30, currency: 'EUR' });
  });

  it('takes the owner’s rate for somebody without one', () => {
    assert.equal(figures(['2026-10-30 @lin 3h', '2026-11-06 @nobody 1h']).cost.doing, 80);
  });

  it('is not known where a part of it is not', () => {
    assert.deepEqual(figures(['2026-10-30 @lin 3h', '2026-11-06 @jon 1h'], 'Owner: @lin; Cadence: weekly').cost, { doing: undefined, explaining: 0, currency: 'EUR' });
    const { cost } = told(weekly, ['2026-10-30 3h explained 1h']).figures;
    assert.deepEqual(cost, { doing: undefined, explaining: undefined, currency: undefined });
  });
});

describe('feedback', () => {
  const entries = ['2026-10-30', '  - Disliked: The VAT.', '  - Liked: Quick.', '2026-11-13', '  - Disliked: The rounding.'];
  for (const [reviewed, open, closed] of [
    [undefined, 'The VAT. The rounding.', ''],
    ['2026-10-29', 'The VAT. The rounding.', ''],
    ['2026-10-30', 'The rounding.', 'The VAT.'],
    ['2026-11-14', '', 'The VAT. The rounding.'],
  ] as const) {
    it(`with the process reviewed ${reviewed ?? 'never'}, open: ${open || 'none'}`, () => {
      const { feedback } = figures(entries, weekly, reviewed === undefined ? {} : { reviewed });
      const texts = (said: Figures['feedback']['open']): string => said.map((each) => each.feedback.text).join(' ');
      assert.deepEqual([texts(feedback.open), texts(feedback.closed), texts(feedback.liked)], [open, closed, 'Quick.']);
    });
  }
});

describe('how far the owner has come', () => {
  const since = 'Owner: @maria; Cadence: every month on the 1st; Starts: 2026-03-01';
  const months = (from: number, to: number, rest = ''): string[] => Array.from({ length: to - from + 1 }, (_, i) => `2026-${String(from + i).padStart(2, '0')}-01${rest}`);
  const table: readonly [what: string, fields: string, entries: readonly string[], progress: Figures['progress']][] = [
    ['nobody, without an owner', 'Cadence: weekly', months(3, 11), undefined],
    ['two runs', since, months(10, 11), 'new'],
    ['runs of somebody else', since, months(3, 11, ' @jon'), 'new'],
    ['three runs, the last explained', since, [...months(9, 10), '2026-11-01 explained 5m'], 'in training'],
    ['explained four runs ago', since, ['2026-08-01 explained 5m', ...months(9, 11)], 'trained'],
    ['trained since', since, [...months(7, 11), '2026-10-10 trained explained 20m'], 'in training'],
    ['one of the last three late', since, [...months(7, 9), '2026-10-02', '2026-11-01'], 'in training'],
    ['one of the last three at 3/5', since, [...months(7, 9), '2026-10-01 3/5', '2026-11-01'], 'in training'],
    ['all of them at 4/5 and more', since, [...months(7, 9), '2026-10-01 4/5', '2026-11-01 5/5'], 'trained'],
    ['half a year', since, months(5, 11), 'right hand'],
    ['a day less than half a year', since, ['2026-05-24', ...months(6, 11)], 'trained'],
    ['half a year on the day', since, ['2026-05-23', ...months(6, 11)], 'right hand'],
    ['half a year since the handover', since, ['2026-05-02 handover @maria', ...months(9, 11)], 'right hand'],
    ['runs without a name before a handover were another’s', since, [...months(3, 8), '2026-08-20 handover @maria', ...months(9, 10)], 'new'],
    ['and with a name the owner’s own', since, [...months(3, 8, ' @maria'), '2026-08-20 handover @maria', ...months(9, 10)], 'right hand'],
    ['on demand nothing is late', 'Owner: @maria; Cadence: as needed', months(3, 11), 'right hand'],
  ];
  for (const [what, fields, entries, progress] of table) it(`${what}: ${progress}`, () => assert.equal(figures(entries, fields).progress, progress));
});

describe('whatever the cadence and the entries', () => {
  const date = fc.integer({ min: day('2025-10-01'), max: day('2027-02-28') });
  const entry = fc.tuple(
    fc.oneof({ weight: 20, arbitrary: date }, fc.constantFrom(day('0001-01-01'), day('9999-12-31'), day('1970-01-01'))),
    fc.constantFrom('', '', '', '', 'skipped', 'missed', 'paused', 'resumed', 'trained', 'handover @maria', '@jon', '@maria 2h 5/5', 'explained 10m', '0m'),
    fc.option(date, { nil: undefined, freq: 6 }),
  ).map(([on, words, named]) => `${formatDay(on)} ${words}${named === undefined ? '' : ` for ${formatDay(named)}`}`.trim());
  const field = fc.constantFrom('', 'Starts: 2026-02-28', 'Starts: 2026-02-28; Ends: 2026-11-30', 'Ends: 2025-01-01', 'Paused: 2026-03-01 to 2026-06-01', 'Paused: yes', 'Missed: keep all', 'Starts: 9999-12-31', 'Starts: 0001-01-01');
  const noted = fc.tuple(anyCadence.map(formatCadence), field, fc.array(entry, { maxLength: 25 }));

  const tellIt = ([cadence, more, entries]: readonly [string, string, readonly string[]], on?: On): ReturnType<typeof told> =>
    told(['Owner: @maria', `Cadence: ${cadence}`, more].filter(Boolean).join(';'), entries, on);

  it('every occurrence has one state, every run closes one at most, and no figure is NaN', () => {
    fc.assert(fc.property(noted, (note) => {
      const { history, figures: told } = tellIt(note);
      const dues = history.occurrences.map(({ due }) => due);
      assert.deepEqual(dues, [...new Set(dues)].sort((a, b) => a - b));
      const closing = history.occurrences.flatMap(({ entry: each }) => each ?? []);
      assert.equal(new Set([...closing, ...history.extras.map((extra) => extra.entry)]).size, closing.length + history.extras.length);
      for (const { due, state, lateBy, entry: each } of history.occurrences) {
        assert(Number.isInteger(due) && Number.isInteger(lateBy) && lateBy >= 0);
        assert.equal(lateBy > 0, state === 'late' || state === 'overdue');
        assert(each === undefined || each.date! <= day('2026-11-23'));
        if (state === 'upcoming') assert(due > day('2026-11-23'));
      }
      assert.equal(told.done, told.onTime + told.lateBy.length);
      assert(told.done <= told.runs);
      JSON.stringify(told, (_, value: unknown) => {
        assert(!(typeof value === 'number' && !Number.isFinite(value)));
        return value;
      });
    }), { numRuns: 600 });
  }).timeout(20_000);

  it('entries may stand in any order, of different days', () => {
    const apart = fc.tuple(noted, fc.infiniteStream(fc.nat())).filter(([[, , entries]]) => new Set(entries.map((each) => each.slice(0, 10))).size === entries.length);
    fc.assert(fc.property(apart, ([[cadence, more, entries], keys]) => {
      const shuffled = entries.map((each) => ({ each, key: keys.next().value! })).sort((a, b) => a.key - b.key).map(({ each }) => each);
      const states = (list: readonly string[]): string => JSON.stringify(tellIt([cadence, more, list]).history.occurrences.map(({ due, state, lateBy }) => [due, state, lateBy]));
      assert.equal(states(shuffled), states(entries));
    }), { numRuns: 200 });
  }).timeout(20_000);
});
