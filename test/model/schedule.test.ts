/** When functions are due. */
import assert from 'node:assert/strict';
import { needsStart, nextOccurrence, previousOccurrence } from '../../server/model/schedule/schedule.ts';
import { formatDay } from '../../server/notation/dates.ts';
import { cadenceOf, day, schedule, upcoming, type Written } from './scheduleSupport.ts';

/** A cadence, what fixes it, and its first occurrences; a year and month in front are those of all days behind: `2026-10 9 23`. */
type Example = readonly [text: string, fixed: Written, days: string];

function expanded(days: string): string[] {
  let month = '';
  return days.split(' ').filter(Boolean).flatMap((part) => {
    if (!part.includes('-')) return [`${month}-${part.padStart(2, '0')}`];
    if (part.length === 10) return [part];
    month = part;
    return [];
  });
}

function examples(what: string, table: readonly Example[]): void {
  describe(what, () => {
    for (const [text, fixed, days] of table) {
      const given = Object.entries(fixed).map(([key, value]) => `${key} ${String(value)}`).join(', ');
      it(`${text}${given === '' ? '' : ` (${given})`}: ${days || 'none'}`, () => {
        const expected = expanded(days);
        const plan = schedule(text, fixed);
        assert.deepEqual(upcoming(plan, fixed.starts ?? fixed.anchor ?? '2026-01-01', expected.length), expected);
        if (expected.length === 0) assert.equal(nextOccurrence(plan, day('2026-01-01')), undefined);
      });
    }
  });
}

examples('days', [
  ['every day', { starts: '2026-02-27' }, '2026-02 27 28 2026-03 1 2'],
  ['every 3 days', { starts: '2026-02-27' }, '2026-02 27 2026-03 2 5 8'],
  ['every 3 days', { anchor: '2026-02-27' }, '2026-02 27 2026-03 2 5 8'],
  ['every 3 days', {}, ''],
  ['every workday', { starts: '2026-12-23', holidays: ['2026-12-25', '2026-12-28'] }, '2026-12 23 24 29 30 31 2027-01 1 4'],
  ['every workday', { starts: '2026-11-20', workdays: [6, 0, 1, 2, 3] }, '2026-11 22 23 24 25 26 29'],
  ['every workday', { workdays: [] }, ''],
  ['every 3 workdays', { starts: '2026-11-20', holidays: ['2026-11-24'] }, '2026-11 20 26 2026-12 1 4'],
  ['every 2 workdays', { starts: '2026-11-21' }, '2026-11 23 25 27 2026-12 1'],
  ['every 2 workdays', { anchor: '2026-11-21' }, '2026-11 24 26'],
]);

examples('weeks', [
  ['every Friday', { starts: '2026-11-23' }, '2026-11 27 2026-12 4 11'],
  ['Mon-Fri', { starts: '2026-12-24', holidays: ['2026-12-25'] }, '2026-12 24 25 28'],
  ['every Monday and Thursday', { starts: '2026-11-24' }, '2026-11 26 30 2026-12 3 7'],
  ['weekly', { starts: '2026-11-24' }, '2026-11 24 2026-12 1 8'],
  ['weekly', { anchor: '2026-11-26' }, '2026-11 26 2026-12 3'],
  ['weekly', {}, '2026-01 5 12'],
  ['weekly', { workdays: [6, 0, 1, 2, 3] }, '2026-01 5 12'],
  ['weekly', { workdays: [2, 3] }, '2026-01 7 14'],
  ['every weekend', { starts: '2026-11-23' }, '2026-11 28 2026-12 5'],
  ['every week on the last workday', { starts: '2026-12-21', holidays: ['2026-12-25'] }, '2026-12 24 2027-01 1 8'],
  ['every Friday or the workday before', { starts: '2026-12-14', holidays: ['2026-12-25', '2027-01-01'] }, '2026-12 18 24 31 2027-01 8'],
  ['every Friday or the workday after', { starts: '2026-12-14', holidays: ['2026-12-25', '2026-12-28'] }, '2026-12 18 29 2027-01 1'],
  ['every Thursday and Friday or the workday before', { starts: '2026-12-21', holidays: ['2026-12-25'] }, '2026-12 24 31 2027-01 1'],
]);

examples('every other week', [
  ['every other Friday', { starts: '2026-10-09' }, '2026-10 9 23 2026-11 6 20 2026-12 4'],
  ['every other Friday', { starts: '2026-10-08' }, '2026-10 9 23'],
  ['every other Monday', { starts: '2026-10-01' }, '2026-10 5 19'],
  ['every other Friday', { starts: '2026-12-25' }, '2026-12 25 2027-01 8 22'],
  ['every other Friday', { anchor: '2026-10-09' }, '2026-10 9 23'],
  ['every other Friday', { anchor: '2026-10-10' }, '2026-10 23 2026-11 6'],
  ['every other Friday', { anchor: '2026-10-07' }, '2026-10 9 23'],
  ['every other Friday', { anchor: '2026-10-13' }, '2026-10 16 30'],
  ['every other Friday', { starts: '2026-10-16', anchor: '2026-10-09' }, '2026-10 16 30'],
  ['every other Friday', {}, ''],
  ['every 2 weeks on Monday and Thursday', { starts: '2026-10-07' }, '2026-10 8 19 22 2026-11 2'],
  ['every 2 weeks', { starts: '2026-10-07' }, '2026-10 7 21 2026-11 4'],
  ['every 3 weeks on Friday', { starts: '2026-10-05' }, '2026-10 9 30 2026-11 20'],
]);

examples('months', [
  ['every month', { starts: '2026-01-31' }, '2026-01 31 2026-02 28 2026-03 31 2026-04 30'],
  ['every month', { anchor: '2026-01-12' }, '2026-01 12 2026-02 12'],
  ['every month', {}, '2026-01 1 2026-02 1'],
  ['every month on the 5th', { starts: '2026-01-06' }, '2026-02 5 2026-03 5'],
  ['every month on the 1st and 15th', { starts: '2026-01-02' }, '2026-01 15 2026-02 1 15'],
  ['every month on the last day', { starts: '2028-01-15' }, '2028-01 31 2028-02 29 2028-03 31'],
  ['every month on the 2nd last day', { starts: '2026-01-15' }, '2026-01 30 2026-02 27 2026-03 30'],
  ['every month on the last Friday', { starts: '2026-11-01' }, '2026-11 27 2026-12 25 2027-01 29'],
  ['every month on the 1st and 3rd Monday', { starts: '2026-11-01' }, '2026-11 2 16 2026-12 7 21'],
  ['every month on the 5th Friday', { starts: '2026-01-01' }, '2026-01 30 2026-05 29 2026-07 31 2026-10 30'],
  ['every month on the last weekend', { starts: '2026-11-01' }, '2026-11 28 2026-12 26'],
  ['every month on the last workday', { starts: '2026-05-29', holidays: ['2026-08-31'] }, '2026-05 29 2026-06 30 2026-07 31 2026-08 28 2026-09 30 2026-10 30 2026-11 30'],
  ['every month on the 1st workday', { starts: '2026-08-01', holidays: ['2026-08-03'] }, '2026-08 4 2026-09 1'],
  ['every month on the 3rd workday', { starts: '2026-08-01' }, '2026-08 5 2026-09 3'],
  ['every month on the 23rd workday', { starts: '2026-06-01' }, '2026-07 31 2026-12 31'],
  ['every month on the 24th workday', { starts: '2026-06-01' }, ''],
  ['every month on the last workday', { workdays: [] }, ''],
  ['every month on the 15th or the workday before', { starts: '2026-08-01' }, '2026-08 14 2026-09 15 2026-10 15 2026-11 13'],
  ['every month on the 15th or the workday after', { starts: '2026-08-01' }, '2026-08 17 2026-09 15 2026-10 15 2026-11 16'],
  ['every month on the 1st or the workday before', { starts: '2026-07-15' }, '2026-07 31 2026-09 1 2026-10 1 30 2026-12 1'],
  ['every month on the 31st or the workday after', { starts: '2026-01-15' }, '2026-02 2 2026-03 2 31 2026-04 30 2026-06 1 30'],
  ['every month on the 15th or the workday after', { workdays: [] }, ''],
]);

examples('every so many months', [
  ['every 2 months on the 5th', { starts: '2026-10-10' }, '2026-11 5 2027-01 5'],
  ['every 2 months on the 5th', {}, '2026-01 5 2026-03 5'],
  ['every 2 months on the last Friday', { starts: '2026-10-10' }, '2026-10 30 2026-12 25'],
  ['every 5 months', { starts: '2026-01-31' }, '2026-01 31 2026-06 30 2026-11 30 2027-04 30 2027-09 30 2028-02 29 2028-07 31'],
  ['every 5 months', {}, ''],
  ['every quarter', { starts: '2026-02-10' }, '2026-02 10 2026-05 10 2026-08 10'],
  ['every quarter', {}, '2026-01 1 2026-04 1 2026-07 1 2026-10 1'],
  ['every quarter on the 15th', { starts: '2026-02-01' }, '2026-02 15 2026-05 15'],
  ['every quarter on the last workday', { starts: '2026-02-10' }, '2026-03 31 2026-06 30 2026-09 30 2026-12 31'],
  ['every quarter on the last day', { starts: '2026-02-10' }, '2026-03 31 2026-06 30'],
  ['every quarter on the 1st Monday', { starts: '2026-02-10' }, '2026-04 6 2026-07 6'],
  ['every 2 quarters on the last workday', { starts: '2026-05-01' }, '2026-06 30 2026-12 31'],
  ['every 6 months', { starts: '2026-08-31' }, '2026-08 31 2027-02 28 2027-08 31'],
  ['every 6 months', {}, '2026-01 1 2026-07 1 2027-01 1'],
]);

examples('years', [
  ['every year', { starts: '2024-02-29' }, '2024-02 29 2025-02 28 2026-02 28 2027-02 28 2028-02 29'],
  ['every year', {}, '2026-01 1 2027-01 1'],
  ['every year on 15 January', { starts: '2026-01-16' }, '2027-01 15 2028-01 15'],
  ['every year on 29 February', { starts: '2026-01-01' }, '2026-02 28 2027-02 28 2028-02 29'],
  ['every year on 15 January and 15 July', { starts: '2026-06-01' }, '2026-07 15 2027-01 15 2027-07 15'],
  ['every year in January and March', { starts: '2026-01-12' }, '2026-01 12 2026-03 12 2027-01 12'],
  ['every year in February', { starts: '2026-01-31' }, '2026-02 28 2027-02 28 2028-02 29'],
  ['every year in March', {}, '2026-03 1 2027-03 1'],
  ['every year on the last Friday of November', { starts: '2026-01-01' }, '2026-11 27 2027-11 26'],
  ['every year on the last workday', { starts: '2026-01-01', holidays: ['2026-12-31'] }, '2026-12 30 2027-12 31'],
  ['every year on the 100th day', { starts: '2026-01-01' }, '2026-04 10 2027-04 10 2028-04 9'],
  ['every year on the 366th day', { starts: '2026-01-01' }, '2026-12 31 2027-12 31 2028-12 31'],
  ['every year on the 5th Friday of February', { starts: '2026-01-01' }, '2036-02 29 2064-02 29'],
  ['every 2 years on 15 January', { starts: '2026-01-16' }, '2027-01 15 2029-01 15'],
  ['every 2 years on the 5th Monday of February', { starts: '2027-01-01' }, '2044-02 29 2072-02 29'],
]);

examples('so many times a period', [
  ['twice a week', { starts: '2026-11-23' }, '2026-11 27 2026-12 4'],
  ['twice a week', { starts: '2026-12-21', holidays: ['2026-12-25'] }, '2026-12 24 2027-01 1'],
  ['3 times a month', { starts: '2026-08-01', holidays: ['2026-08-31'] }, '2026-08 28 2026-09 30'],
  ['twice a quarter', { starts: '2026-08-01' }, '2026-09 30 2026-12 31'],
  ['once a year', { starts: '2026-08-01' }, '2026-12 31 2027-12 31'],
  ['twice a week', { workdays: [] }, ''],
]);

examples('from the last run', [
  ['every 6 weeks after completion', { starts: '2026-01-05' }, '2026-01 5 2026-02 16'],
  ['every 6 weeks after completion', { anchor: '2026-01-05', lastRun: '2026-01-07' }, '2026-02 18 2026-04 1'],
  ['every 6 weeks after completion', { starts: '2026-01-05', lastRun: '2026-01-07' }, '2026-02 18'],
  ['every 6 weeks after completion', { starts: '2026-06-01', lastRun: '2026-01-07' }, '2026-06 1'],
  ['every 6 weeks after completion', {}, ''],
  ['every month after completion', { lastRun: '2026-01-31' }, '2026-02 28 2026-03 28'],
  ['every 3 workdays after completion', { lastRun: '2026-11-20', holidays: ['2026-11-24'] }, '2026-11 26 2026-12 1'],
  ['every 3 workdays after completion', { lastRun: '2026-11-21' }, '2026-11 25 30'],
  ['every 3 workdays after completion', { starts: '2026-11-21' }, '2026-11 23 26'],
  ['every 3 workdays after completion', { lastRun: '2026-11-20', workdays: [] }, ''],
  ['every 2 to 4 days', { lastRun: '2026-11-20' }, '2026-11 24 28'],
  ['every 6 weeks after completion', { lastRun: '2026-07-06', paused: ['2026-08-01 to 2026-11-29'] }, '2026-11 30 2027-01 11'],
  ['every 6 weeks after completion', { lastRun: '2026-07-06', paused: ['2026-08-01 to'] }, ''],
  ['every 3 workdays after completion', { lastRun: '2026-11-18', paused: ['2026-11-20 to 2026-11-28'] }, '2026-11 30 2026-12 3'],
  ['as needed', { starts: '2026-01-01' }, ''],
]);

examples('bounds and pauses', [
  ['every Friday', { starts: '2026-12-05', ends: '2026-12-18' }, '2026-12 11 18'],
  ['every day', { starts: '2026-12-31', ends: '2026-01-01' }, ''],
  ['every other Friday', { starts: '2026-10-09', times: 3 }, '2026-10 9 23 2026-11 6'],
  ['every Friday', { anchor: '2026-10-10', times: 2 }, '2026-10 16 23'],
  ['every Friday', { starts: '2026-10-09', times: 3, ends: '2026-10-20' }, '2026-10 9 16'],
  ['every week', { starts: '2026-07-03', paused: ['2026-07-10 to 2026-07-31'] }, '2026-07 3 2026-08 7'],
  ['every week', { starts: '2026-07-03', times: 2, paused: ['2026-07-10 to 2026-07-31'] }, '2026-07 3 2026-08 7'],
  ['every day', { starts: '2026-07-01', paused: ['2026-07-02 to 2026-07-03', '2026-07-05 to 2026-07-05'] }, '2026-07 1 4 6'],
  ['every day', { starts: '2026-07-01', paused: ['2026-07-04 to 2026-07-09', '2026-07-02 to 2026-07-05'] }, '2026-07 1 10'],
  ['every day', { starts: '2026-01-02', paused: ['to'] }, ''],
  ['every day', { starts: '9999-12-30' }, '9999-12 30 31'],
]);

describe('the ends of a schedule', () => {
  for (const [text, fixed, count] of [
    ['every Friday', { starts: '2026-12-05', ends: '2026-12-18' }, 2],
    ['every other Friday', { starts: '2026-10-09', times: 3 }, 3],
    ['every day', { starts: '2026-07-01', paused: ['2026-07-03 to'] }, 2],
    ['every day', { starts: '9999-12-30' }, 2],
    ['every year', { starts: '9990-12-30' }, 10],
  ] as const) it(`${text} (${JSON.stringify(fixed)}) has ${count}`, () => assert.equal(upcoming(schedule(text, fixed), '0001-01-01', 99).length, count));

  it('the first day of the calendar is the first that can be due', () => {
    assert.equal(previousOccurrence(schedule('every day'), day('0001-01-02')), day('0001-01-01'));
    assert.equal(previousOccurrence(schedule('every day'), day('0001-01-01')), undefined);
    assert.equal(nextOccurrence(schedule('every day'), day('9999-12-31')), undefined);
  });
});

describe('the occurrence before and after a day', () => {
  const table: readonly [text: string, fixed: Written, on: string, before: string | undefined, after: string | undefined][] = [
    ['every Friday', {}, '2026-11-27', '2026-11-20', '2026-12-04'],
    ['every month on the last workday', { holidays: ['2026-08-31'] }, '2026-08-31', '2026-08-28', '2026-09-30'],
    ['every month on the 1st or the workday before', {}, '2026-07-31', '2026-07-01', '2026-09-01'],
    ['every month on the 31st or the workday after', {}, '2026-02-02', '2025-12-31', '2026-03-02'],
    ['every year on 29 February', {}, '2026-02-28', '2025-02-28', '2027-02-28'],
    ['every week', { starts: '2026-07-03', paused: ['2026-07-10 to 2026-07-31'] }, '2026-07-20', '2026-07-03', '2026-08-07'],
    ['every Friday', { starts: '2026-12-01', ends: '2026-12-31' }, '2026-12-04', undefined, '2026-12-11'],
    ['every Friday', { starts: '2026-12-01', ends: '2026-12-10' }, '2026-12-04', undefined, undefined],
    ['every Friday', { starts: '2026-12-01', ends: '2026-12-10' }, '3000-01-01', '2026-12-04', undefined],
  ];
  for (const [text, fixed, on, before, after] of table) {
    it(`${text}, on ${on}: ${before ?? 'none'}, ${after ?? 'none'}`, () => {
      const plan = schedule(text, fixed);
      const written = (found: number | undefined): string | undefined => (found === undefined ? undefined : formatDay(found));
      assert.deepEqual([written(previousOccurrence(plan, day(on))), written(nextOccurrence(plan, day(on)))], [before, after]);
    });
  }
});

describe('the end of the month', () => {
  // In which days the wished one ends up, month by month, from January of a common year to February of a leap year.
  for (const [wished, lengths] of [
    ['28th', [28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28]],
    ['29th', [29, 28, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29]],
    ['30th', [30, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 29]],
    ['31st', [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 29]],
  ] as const) {
    it(`the ${wished} is the last day of a month that has none, and comes back`, () => {
      assert.deepEqual(upcoming(schedule(`every month on the ${wished}`), '2027-01-01', 14).map((iso) => Number(iso.slice(8))), lengths);
      assert.deepEqual(upcoming(schedule('every month', { starts: `2027-01-${wished.slice(0, 2)}` }), '2027-01-01', 14).map((iso) => Number(iso.slice(8))), lengths);
    });
  }
});

describe('a cadence that needs Starts', () => {
  for (const text of ['every other Friday', 'every 2 weeks', 'every 3 days', 'every 5 months', 'every 2 years', 'every 3 workdays', 'every 3 quarters on the last day']) it(text, () => assert(needsStart(cadenceOf(text))));
  for (const text of ['every Friday', 'every day', 'every month', 'every quarter', 'every 2 months', 'every 6 months', 'every year', 'twice a week', 'every 6 weeks after completion', 'as needed', 'every 2 quarters on the last day']) it(`not ${text}`, () => assert(!needsStart(cadenceOf(text))));
});

describe('what can never be due', () => {
  const holidays = Array.from({ length: 4000 }, (_, i) => formatDay(day('2026-01-01') + i));
  it('ends at once, and says so', () => {
    const start = process.hrtime.bigint();
    for (const [text, fixed] of [
      ['every month on the 24th workday', {}],
      ['every month on the 31st workday', {}],
      ['every year on the 366th workday', {}],
      ['every 1000 years on the 300th workday', { starts: '0001-01-01' }],
      ['every workday', { workdays: [] }],
      ['every day', { starts: '2026-01-02', ends: '2026-01-01' }],
      ['every day', { paused: ['to'] }],
    ] as const) {
      assert.equal(nextOccurrence(schedule(text, fixed), day('2026-01-01')), undefined, text);
      assert.equal(previousOccurrence(schedule(text, fixed), day('2026-01-01')), undefined, text);
    }
    assert(process.hrtime.bigint() - start < 500_000_000n);
  });

  it('years of holidays are leapt over', () => {
    assert.deepEqual(upcoming(schedule('every workday', { starts: '2026-01-01', holidays }), '2026-01-01', 1), ['2036-12-15']);
    assert.deepEqual(upcoming(schedule('every Friday or the workday after', { starts: '2026-01-01', holidays }), '2026-01-01', 2), ['2036-12-15', '2036-12-19']);
    assert.deepEqual(upcoming(schedule('every Friday or the workday before', { holidays }), '2025-12-27', 3), ['2025-12-31', '2036-12-19', '2036-12-26']);
    assert.equal(formatDay(previousOccurrence(schedule('every Friday or the workday after', { holidays }), day('2036-12-14'))!), '2025-12-26');
  });
});
