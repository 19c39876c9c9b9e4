/** Cadences in words: what each phrase means, in the canonical form, and where a text stops being one. */
import assert from 'node:assert/strict';
import { formatCadence } from '../../server/notation/cadence/format.ts';
import { readCadence } from '../../server/notation/cadence/read.ts';
import { formatDay } from '../../server/notation/dates.ts';

type Table = Readonly<Record<string, readonly string[]>>;

/** Each canonical form, and other ways in which people write the same. */
const phrases: Table = {
  'every day': ['daily', 'Every Day', 'EVERY DAY', 'each day', 'day', 'everyday', 'once a day', 'every 1 day', 'every day.', '  every   day  ', 'on every day'],
  'every 2 days': ['every other day', 'every second day', 'every 2nd day', 'every two days', '2 days', 'alternate days', 'every alternate day'],
  'every 3 days': ['every three days', '3 days', 'every 3d', 'every third day', 'every 3rd day', '3 Days'],
  'every 10 days': ['ten days', 'every 10th day', 'every tenth day'],
  'every workday': ['every weekday', 'weekdays', 'workday', 'workdays', 'on workdays', 'every business day', 'business day', 'business days', 'every working day', 'every work day', 'on weekdays', 'each business-day'],
  'every 2 workdays': ['every other workday', 'every second business day', 'every 2 business days', 'every other weekday'],
  'every Monday to Friday': ['Mon-Fri', 'Mon–Fri', 'Mon — Fri', 'Monday to Friday', 'monday through friday', 'Mo-Fr', 'daily Mon-Fri', 'daily from Monday to Friday', 'every day, Monday to Friday', 'every day except weekends', 'Mon, Tue, Wed, Thu and Fri', 'weekly on Mon-Fri', '5 days a week on Mon-Fri'],
  'every Monday to Saturday': ['every day except Sunday', 'daily except Sundays', 'Mon-Sat', 'every day but Sunday'],
  'every Monday, Saturday and Sunday': ['Sat-Mon', 'Sat to Mon'],
  'every Monday to Sunday': ['Mon-Sun', 'every Wed-Tue'],

  'every Friday': ['by Friday', 'weekly (Fri)', 'Fridays', 'friday', 'Fri', 'fri.', 'weekly on Fri', 'weekly, on Friday', 'weekly: Friday', 'every week on Friday', 'every week on a Friday', 'on Fridays', 'on Friday', 'each Friday', 'every Friday of the month', 'every Fr', 'once a week on Friday', 'once every Friday', 'Friday every week', 'Friday, weekly', 'Friday of each week', 'every Friday, Friday'],
  'every Monday and Thursday': ['Mon & Thu', 'Mon and Thu', 'Mon, Thu', 'Mon/Thu', 'Mon+Thu', 'Mo, Th', 'Mondays and Thursdays', 'every Thursday and Monday', 'every week on Mon and Thu', 'weekly on Monday, Thursday', 'twice a week on Monday and Thursday', 'every Monday and every Thursday', 'on Mondays and on Thursdays', 'Mon, and Thu', 'semiweekly on Mon and Thu'],
  'every Monday, Wednesday and Friday': ['Mon/Wed/Fri', 'Mo, We, Fr', 'Mon, Wed & Fri', '3 times a week on Mon, Wed and Fri', '3x/week on Mon/Wed/Fri'],
  'every week': ['weekly', 'week', 'every 1 week', 'each week', 'every wk', 'once every week'],
  'every weekend': ['weekends', 'weekend', 'on weekends', 'every week on the weekend', 'each week-end'],
  'every other weekend': ['every second weekend', 'every 2 weekends', 'alternate weekends'],
  'every other Friday': ['every second Friday', 'every 2nd Friday', 'second Friday', '2nd Friday', 'every 2 weeks on Fri', 'every two weeks on Friday', 'fortnightly on Friday', 'every other week on Friday', 'every 2 Fridays', 'alternate Fridays', 'every alternate Friday', 'Friday every other week', 'Fridays, every 2 weeks', 'Friday of every second week', 'every second week on Friday', 'other Friday', 'biweekly on Friday', 'once every other Friday', 'every fortnight on Friday'],
  'every 2 weeks': ['fortnightly', 'every fortnight', 'every other week', 'every second week', 'every 2nd week', '2 weeks', 'two weeks', 'once every 2 weeks', 'once a fortnight', 'every 2 wks', 'alternate weeks'],
  'every 2 weeks on Monday and Thursday': ['every other Monday and Thursday', 'every other week on Mon and Thu', 'fortnightly on Mon & Thu', 'every 2 weeks, Monday and Thursday'],
  'every 3 weeks on Friday': ['every 3 weeks on Fri', 'every third week on Friday', 'every 3 Fridays', 'three weeks on Friday'],
  'every 6 weeks': ['6 weeks', 'every sixth week', 'every six weeks', 'every 3 fortnights'],
  'every week on the last workday': ['end of the week', 'every end of week', 'last workday of the week', 'weekly on the last business day', 'every week on the last workday of the week'],
  'every week on the 1st workday': ['start of the week', 'first workday of the week', 'the beginning of the week', 'first working day of every week'],
  'every Friday or the workday before': ['Fridays or the workday before', 'every Friday, or the previous workday', 'weekly on Fri or the business day before'],

  'once a week': ['once per week', '1x a week', '1 time per week', 'once weekly', 'one day a week', '1x/week'],
  'once a month': ['once per month', 'once monthly', '1 time a month'],
  'once a year': ['once per year', 'once annually'],
  'twice a week': ['2x/week', '2 times a week', 'two times a week', '2x a week', '2× per week', 'twice per week', 'twice every week', 'twice weekly', 'twice/week', '2 days a week', 'semiweekly', '2x weekly', 'twice each week'],
  '3 times a month': ['three times a month', '3x/month', '3 times per month', '3x a month', 'thrice a month', '3 times monthly', '3 days per month'],
  'twice a year': ['twice yearly', 'twice annually', '2x/year', 'two times per year'],
  'twice a quarter': ['2 times a quarter', 'twice quarterly'],
  'twice a month': ['semimonthly', '2x/month', 'semi-monthly'],

  'every month': ['monthly', 'month', 'each month', 'every 1 month'],
  'every month on the 5th': ['by the 5th of the month', 'every month by the 5th', 'monthly (5th)', 'monthly (on the 5th)', '5th of the month', 'the 5th', '5th', 'every 5th', 'monthly on the 5th', 'monthly on 5th', 'monthly on 5', 'every month on 5.', 'every month, 5th', 'monthly on the fifth', 'on the 5th of each month', 'on the 5th of every month', '5th every month', 'every 5th of the month', 'the fifth of the month', 'day 5', 'on day 5 of the month', 'monthly on day 5', '5 of the month', '5. of the month', 'once a month on the 5th', '5th of month', '5th day of the month'],
  'every month on the 21st': ['twenty-first of the month', 'the twenty first', '21st', 'every month on the 21'],
  'every month on the 31st': ['on the 31st', 'day 31', 'thirty-first of the month', 'monthly on the 31st'],
  'every month on the 1st and 15th': ['1st and 15th', '1st & 15th of the month', 'monthly on the 1st and 15th', 'twice a month on the 1st and 15th', 'on the first and fifteenth', 'days 1 and 15', '1 and 15 of the month', '15th and 1st of each month', '1st of the month and 15th of the month', '1st and the 15th', 'start of the month, and the 15th of the month'],
  'every month on the last day': ['at the end of the month', 'at month-end', 'monthly at the end of the month', 'monthly (last day)', 'by the end of the month', 'last day of the month', 'on the last day', 'end of the month', 'end of month', 'every month end', 'month-end', 'EOM', 'the last day', 'monthly on the last day', 'month end'],
  'every month on the 1st': ['1st of the month', 'beginning of the month', 'start of each month', 'first day of the month', 'first of the month', 'start of the month'],
  'every month on the 15th': ['15th', 'day 15', 'mid-month', 'middle of the month', 'mid month'],
  'every month on the 2nd last day': ['2nd last day', '2nd-last day of the month', 'second to last day of the month', 'second-to-last day', 'penultimate day of the month', 'last but one day of the month', '2nd to last day'],
  'every month on the last workday': ['last workday of the month', 'last business day of the month', 'last workday', 'the last working day of each month', 'monthly on the last workday', 'every month on the last workday of the month', 'last weekday of the month', 'last work day every month', 'every last workday of the month', 'monthly, last workday', 'every month: last workday'],
  'every month on the 3rd workday': ['3rd workday of the month', 'third business day of the month', 'monthly on the 3rd business day', 'every 3rd workday of the month'],
  'every month on the 1st workday': ['first workday', '1st business day of the month', 'every first workday', 'first working day of every month'],
  'every month on the last Friday': ['last Friday', 'last Friday of the month', 'every last Friday', 'monthly on the last Fri', 'last Friday in the month', 'last Friday every month', 'last Friday of each month', 'final Friday of the month'],
  'every month on the 2nd Friday': ['second Friday of the month', 'every second Friday of the month', '2nd Friday of every month', 'monthly on the second Friday', '2nd Fri per month'],
  'every month on the 1st Monday': ['first Monday', '1st Monday of the month', 'every first Monday', 'the first Monday of each month'],
  'every month on the 1st and 3rd Monday': ['1st and 3rd Monday', 'first and third Monday of the month', 'every 1st and 3rd Monday', 'the 1st and the 3rd Monday of the month', 'monthly on the 1st & 3rd Mon', '1st Monday and 3rd Monday of the month', 'twice a month on the 1st and 3rd Monday'],
  'every month on the 1st day and the 3rd Monday': ['1st of the month and 3rd Monday of the month', '1st day and 3rd Monday of the month'],
  'every month on the last weekend': ['last weekend of the month', 'last weekend'],
  'every month on the 15th or the workday before': ['15th or the workday before', '15th, or the previous workday', 'monthly on the 15th or the business day before', 'day 15 or the preceding workday', '15th of the month or the last workday before', 'the 15th or workday before', '15th or the workday earlier'],
  'every month on the 15th or the workday after': ['15th or the workday after', '15th or the next workday', '15th or the following business day', '15th, or on the next working day', '15th or the workday later'],
  'every 2 months': ['every other month', 'every second month', 'every two months', '2 months', 'once every 2 months'],
  'every 2 months on the 5th': ['every other month on the 5th', '5th of every other month', '5th of every second month', '5th every 2 months', 'every second month on the 5th'],
  'every 2 months on the last Friday': ['last Friday of every second month', 'last Friday every 2 months', 'every other month on the last Friday'],

  'every quarter': ['quarterly', 'every 3 months', 'every third month', 'each quarter', 'three months', 'quarter'],
  'every quarter on the 15th': ['quarterly on the 15th', '15th of every third month', 'every 3 months on the 15th', 'every quarter on the 15th'],
  'every quarter on the last workday': ['last workday of the quarter', 'quarterly on the last workday', 'last business day of each quarter', 'every quarter on the last workday of the quarter'],
  'every quarter on the last day': ['end of the quarter', 'quarter-end', 'last day of the quarter', 'end of quarter', 'quarter end'],
  'every quarter on the 15th day': ['15th day of the quarter', 'day 15 of the quarter'],
  'every quarter on the 1st Monday': ['first Monday of the quarter', 'quarterly on the first Monday'],
  'every 3 months on the last workday': ['last workday of every third month'],
  'every 6 months': ['semiannual', 'semi-annually', 'semiannually', 'half-yearly', 'half yearly', 'every half year', 'every six months', 'every 2 quarters', 'every half-year'],
  'every 6 months on the 15th': ['half-yearly on the 15th', 'every 6 months on the 15th'],
  'every 18 months': ['18 months', 'every eighteen months'],

  'every year': ['yearly', 'annually', 'annual', 'every 12 months', 'each year', 'every 4 quarters'],
  'every 2 years': ['biennial', 'every other year', 'every second year', 'every 24 months', 'two years'],
  'every year on 15 January': ['every year on 15 Jan', '15 Jan', 'Jan 15', '15th of January', 'every January on the 15th', 'January 15th', 'every 15 January', 'yearly on Jan 15', 'annually on the 15th of January', 'January the 15th', 'every year on January 15', 'each January on the 15th', 'once a year on 15 Jan', '15 Jan every year', '15. Jan.', 'the 15th of January of every year', 'January on the 15th'],
  'every year on 15 January and 15 July': ['15 Jan and 15 Jul', '15 Jan and Jul', 'every January and July on the 15th', 'Jan 15 and Jul 15', '15th of January and July', 'twice a year on 15 Jan and 15 Jul', '15 July, 15 January', 'Jan 15, Jul 15'],
  'every year on 1 January, 15 January, 1 July and 15 July': ['1st and 15th of January and July', 'January and July on the 1st and 15th', 'Jan 1 and 15, Jul 1 and 15'],
  'every year on 29 February': ['29 Feb', 'every February on the 29th'],
  'every year on the last day of February': ['last day of February', 'end of February', 'February on the last day'],
  'every year in January': ['every January', 'yearly in January', 'annually in Jan', 'January', 'each Jan', 'once a year in January'],
  'every year in March and September': ['every March and September', 'March and September', 'yearly in Mar & Sept'],
  'every year on the last Friday of November': ['last Friday of November', 'last Friday in November', 'yearly on the last Friday of November', 'every November on the last Friday', 'annually, last Friday in Nov'],
  'every year on the 1st and 3rd Monday of May': ['1st and 3rd Monday of May', 'May on the 1st and 3rd Monday'],
  'every year on the last workday of March and the last workday of September': ['last workday of March and September', 'every March and September on the last workday'],
  'every year on the 1st Monday of May and the last Friday of October': ['first Monday in May and last Friday in October'],
  'every year on the last workday': ['last workday of the year', 'yearly on the last business day'],
  'every year on the last day': ['end of the year', 'year-end', 'end of year', 'last day of the year'],
  'every year on the 100th day': ['100th day of the year', 'day 100 of the year'],
  'every year on the 20th Monday': ['20th Monday of the year'],
  'every 2 years on 15 January': ['every other year on 15 Jan', '15 Jan every 2 years', 'every 2 years on Jan 15', 'biennially on 15 January'],
  'every year on 15 January or the workday after': ['15 Jan or the next workday'],
  'every year in January and on 15 March': ['yearly in January and on 15 March'],

  'every 6 weeks after completion': ['every 6 weeks when done', 'every 6 weeks after done', '6 weeks after completion', 'every six weeks after the last run', 'every 6 weeks after it is done', 'every 6 weeks from completion', 'every 6 weeks when it is done', 'every 6 weeks since the last run', '6 weeks after each run'],
  'every week after completion': ['weekly after completion', 'weekly when done', 'week after completion', 'every week when completed'],
  'every day after completion': ['daily after completion'],
  'every 3 workdays after completion': ['3 business days after completion', 'every 3 workdays when done'],
  'every 3 months after completion': ['quarterly after completion', 'every quarter when done'],
  'every year after completion': ['yearly after completion', 'every 12 months when done'],
  'every 2 to 4 days': ['every 2-4 days', 'every 2–4 days', '2 to 4 days', 'between 2 and 4 days', 'every two to four days', 'every 2 to 4 days after completion', 'every 2 - 4 days'],
  'every 1 to 2 weeks': ['every 1-2 weeks', 'between one and two weeks', '1 to 2 weeks after completion'],
  'every 3 days after completion': ['every 3 to 3 days'],

  'as needed': ['on demand', 'ad hoc', 'As Needed', 'on-demand', 'ad-hoc', 'as required', 'when needed', 'if needed', 'on request', 'adhoc', 'when necessary'],
};

describe('a cadence in words', () => {
  for (const [canonical, others] of Object.entries(phrases)) {
    for (const text of new Set([canonical, ...others])) {
      it(`${text}${text === canonical ? '' : ` is ${canonical}`}`, () => {
        const reading = readCadence(text);
        assert(reading.ok, `not read: ${JSON.stringify(reading)}`);
        assert.equal(formatCadence(reading.cadence), canonical);
        assert.equal(reading.ambiguity, undefined);
        assert.equal(reading.form, 'words');
        assert.deepEqual(reading.bounds, {});
      });
    }
  }
});

describe('a word of several meanings', () => {
  const table: Table = {
    biweekly: ['every 2 weeks', 'twice a week'],
    'bi-weekly': ['every 2 weeks', 'twice a week'],
    'Bi Weekly': ['every 2 weeks', 'twice a week'],
    bimonthly: ['every 2 months', 'twice a month'],
    'bi-monthly': ['every 2 months', 'twice a month'],
    biannual: ['every 2 years', 'twice a year', 'every 6 months'],
    biannually: ['every 2 years', 'twice a year', 'every 6 months'],
    'tri-weekly': ['every 3 weeks', '3 times a week'],
    'biweekly on Mon and Thu': ['every 2 weeks on Monday and Thursday', 'every Monday and Thursday'],
    'bimonthly on the 1st and 15th': ['every 2 months on the 1st and 15th', 'every month on the 1st and 15th'],
    'every third Friday': ['every 3 weeks on Friday', 'every month on the 3rd Friday'],
    'third Friday': ['every month on the 3rd Friday', 'every 3 weeks on Friday'],
    'every 4th Mon': ['every 4 weeks on Monday', 'every month on the 4th Monday'],
    '3rd workday': ['every month on the 3rd workday', 'every 3 workdays'],
    'every 3rd workday': ['every 3 workdays', 'every month on the 3rd workday'],
    '2nd workday': ['every month on the 2nd workday', 'every 2 workdays'],
    '3rd day': ['every month on the 3rd', 'every 3 days'],
    'every third weekend': ['every 3 weeks on the weekend', 'every month on the 3rd weekend'],
  };
  for (const [text, readings] of Object.entries(table)) {
    it(`${text}: ${readings.join(', or ')}`, () => {
      const reading = readCadence(text);
      assert(reading.ok);
      assert.deepEqual(reading.ambiguity?.readings.map(({ phrase }) => phrase), readings);
      assert.equal(formatCadence(reading.cadence), readings[0]);
      for (const { phrase, cadence } of reading.ambiguity.readings) assert.equal(formatCadence(cadence), phrase);
    });
  }

  it('is pointed at', () => {
    const reading = readCadence('every third Friday');
    assert(reading.ok);
    assert.deepEqual([reading.ambiguity?.start, reading.ambiguity?.end, reading.ambiguity?.word], [6, 11, 'third']);
  });
});

describe('when a cadence begins and ends', () => {
  const table: Readonly<Record<string, readonly [canonical: string, bounds: string]>> = {
    'every Friday until 2026-12-31': ['every Friday', 'ends 2026-12-31 at “until 2026-12-31”'],
    'every Friday, until 31 Dec 2026': ['every Friday', 'ends 2026-12-31 at “, until 31 Dec 2026”'],
    'every Friday till December 31, 2026': ['every Friday', 'ends 2026-12-31 at “till December 31, 2026”'],
    'every Friday ending on the 31st of December 2026': ['every Friday', 'ends 2026-12-31 at “ending on the 31st of December 2026”'],
    'every Friday for 10 times': ['every Friday', 'times 10 at “for 10 times”'],
    'every Friday, 10 times': ['every Friday', 'times 10 at “, 10 times”'],
    'every Friday for ten runs': ['every Friday', 'times 10 at “for ten runs”'],
    'monthly 12x': ['every month', 'times 12 at “12x”'],
    'every other Friday starting 2026-10-09': ['every other Friday', 'starts 2026-10-09 at “starting 2026-10-09”'],
    'every other Friday starting on 9 Oct 2026': ['every other Friday', 'starts 2026-10-09 at “starting on 9 Oct 2026”'],
    'every other Friday beginning 2026-10-09': ['every other Friday', 'starts 2026-10-09 at “beginning 2026-10-09”'],
    'starting 2026-10-09, every other Friday': ['every other Friday', 'starts 2026-10-09 at “starting 2026-10-09”'],
    'every week from 2026-01-01 to 2026-12-31': ['every week', 'starts 2026-01-01 at “from 2026-01-01”, ends 2026-12-31 at “to 2026-12-31”'],
    'every week since 2026-01-01 until 2026-12-31': ['every week', 'starts 2026-01-01 at “since 2026-01-01”, ends 2026-12-31 at “until 2026-12-31”'],
    '15th or the workday before, from 2026-01-01 – 2026-06-30': ['every month on the 15th or the workday before', 'starts 2026-01-01 at “, from 2026-01-01”, ends 2026-06-30 at “– 2026-06-30”'],
    '3 times a month for 6 times': ['3 times a month', 'times 6 at “for 6 times”'],
    'every 6 weeks after completion until 2027-01-31': ['every 6 weeks after completion', 'ends 2027-01-31 at “until 2027-01-31”'],
    'as needed until 2026-12-31': ['as needed', 'ends 2026-12-31 at “until 2026-12-31”'],
  };
  for (const [text, expected] of Object.entries(table)) {
    it(`${text}: ${expected.join(', ')}`, () => {
      const reading = readCadence(text);
      assert(reading.ok, JSON.stringify(reading));
      const { starts, ends, times } = reading.bounds;
      const at = ({ start, end }: { start: number; end: number }): string => `at “${text.slice(start, end)}”`;
      const bounds = [starts && `starts ${formatDay(starts.value)} ${at(starts)}`, ends && `ends ${formatDay(ends.value)} ${at(ends)}`, times && `times ${times.value} ${at(times)}`];
      assert.deepEqual([formatCadence(reading.cadence), bounds.filter(Boolean).join(', ')], expected);
    });
  }
});

describe('what is no cadence', () => {
  /** The text with the word at which it stops being one in brackets, and what may have been meant, nearest first. */
  const table: Readonly<Record<string, string>> = {
    // A function has a day, not a clock.
    '[hourly]': 'every day | every workday | twice a week',
    'every [hour]': 'every day | every workday | twice a week',
    'every 2 [hours]': 'every day | every workday | twice a week',
    'every 30 [minutes]': 'every day | every workday | twice a week',
    'every [second]': 'every 2 days | every month on the 2nd | every week',
    'every [morning]': 'every day | every workday | twice a week',
    '[nightly]': 'every day | every workday | twice a week',
    'every Friday [at] 9': 'every Friday | every day | every workday',
    'every Friday [at] 9:30 am': 'every Friday | every day | every workday',
    'by [noon]': 'every day | every workday | twice a week',
    'daily ([workdays])': '',
    'every Friday[,]': '',
    'every Friday, [banana]': 'every Friday | every other Friday | every Monday to Friday',
    'every Friday [night]': 'every Friday | every day | every workday',
    'twice a [day]': 'every day | every workday | twice a week',

    // It names no day that comes again.
    '[next] week': 'every week | every 2 weeks | every month',
    '[next] Friday': 'every Friday | every week | every 2 weeks',
    '[this] week': 'every week | every month | as needed',
    '[tomorrow]': 'every week | every month | as needed',
    '[soon]': 'every week | every month | as needed',
    '[regularly]': 'every week | every month | as needed',
    '[often]': 'every week | every month | as needed',
    '[sometimes]': 'every week | every month | as needed',
    'every [few] days': 'every day | every week | every month',
    'every [couple] of weeks': 'every week | every month | as needed',
    '[several] times a month': 'every week | every month | as needed',
    'every [now] and then': 'every week | every month | as needed',
    '[2026-01-15]': 'every year on 15 January | every 2 weeks | every 2 months',

    // A slip of the finger.
    'every [Fryday]': 'every Friday | every day | every other Friday',
    'every [wensday]': 'every Wednesday | every workday | every Tuesday',
    '[montly]': 'every month | every 2 months | every Monday',
    '[wekly]': 'every week | every 2 weeks | every 3 weeks',
    'every 2 [weks]': 'every 2 weeks | every other Wednesday | every week',
    'every Friday [banana]': 'every Friday | every other Friday | every Monday to Friday',
    'every month on the last [wrkday]': 'every month on the last workday | every month on the last day | every month',
    '15 [Foo]': 'every year on 15 January | every Monday to Friday | every month on the 15th or the workday before',
    '[jeden] Freitag': 'as needed | every Friday | every month on the last Friday',
    '[每周五]': 'every week | every month | every day',
    'every Friday [🙂]': 'every Friday | every other Friday | every Monday to Friday',
    '[constructor]': '',
    '[!]!!': 'every week | every month | every day',

    // Something is missing.
    '[every]': 'every day | every week | every year',
    'every [2]': 'every 2 weeks | every 2 months | every month on the 2nd',
    '[15]': 'every 15 weeks | every 15 months | every month on the 15th',
    '[last]': 'every month on the last day | every month on the last Friday | every month on the last workday',
    'every [other]': '',
    'every month on [the]': 'every month | every month on the 15th | every month on the 1st',
    'every Friday [until]': 'every Friday | every other Friday | every Monday to Friday',
    'every Friday for [10]': 'every Friday | every other Friday | every Monday to Friday',
    'every day [starting]': 'every day | every Sunday | every Saturday',
    '[once]': '',
    '[twice]': 'twice a week | twice a month | twice a year',
    'second Friday [of]': '',
    'from [2026-01-01]': '',
    '[]': 'every week | every month | every day',
    '[  ]': 'every week | every month | every day',
    ', [,]': '',

    // A number that cannot be.
    'every [0] days': '',
    'every [1001] days': '',
    'every [999] fortnights': '',
    'every [99999999999999999999] days': '',
    'every [-]1 days': '',
    'every [1.5] weeks': 'every week | every 2 weeks | every weekend',
    '[0] times a week': '',
    '[32nd] of the month': '',
    '[0th]': '',
    '[6th] Friday of the month': '',
    'the [8th] workday of the week': '',
    'the [400th] day of the year': '',
    '[30] February': '',
    'Feb [30]': '',
    '[31] April': '',
    '31 [Aprl]': '',
    'every Friday until [2026-02-30]': 'every Friday | every other Friday | every Monday to Friday',
    'every Friday until [30] Feb 2026': '',
    'every Friday until [tomorrow]': 'every Friday | every week | every month',
    'every Friday until [31] December': '',
    'every 4 to [2] days': 'every 2 to 4 days | every day | every Monday to Friday',

    // Words that do not go together.
    'monthly on [Friday]': 'every month on the 1st Friday | every month on the last Friday | every Friday',
    'every [Friday] in March': 'every year on the 1st Friday of March | every year on the last Friday of March | every Friday',
    'every Friday in [summer]': '',
    'daily on the [5th]': '',
    'weekly on the [5th]': '',
    'yearly on the [5th]': 'every year on 5 January | every month on the 5th | every year',
    '[Friday] and the 15th': '',
    'every month in [January]': '',
    'every weekday in [July]': '',
    'every Friday [after] completion': 'every 2 weeks after completion | every month after completion | every Friday',
    'twice a week on [Friday]': 'every Friday | twice a week | twice a month',
    'twice every [2] weeks': '',
    'twice a [fortnight]': '',
    'twice a [Friday]': '',
    'every month [except] August': '',
    'every Friday except [Friday]': '',
    'every Friday except [holidays]': 'every Friday | every other Friday | every Monday to Friday',
    'Fridays or [Mondays]': '',
    'twice a week [or] the workday before': '',
    '15th or the workday [nearby]': '',
    'first [week] of the month': '',
    'the end of the [fortnight]': '',
    'Friday every [banana]': '',
    'last Friday of the month and last workday of the [quarter]': '',
    'every week until 2026-01-01 [until] 2026-02-01': '',
    'every week for 10 times, [5] times': '',
    'every Friday every [Monday]': '',
  };
  for (const [marked, nearest] of Object.entries(table)) {
    const start = marked.indexOf('[');
    const end = marked.indexOf(']') - 1;
    const text = marked.replace('[', '').replace(']', '');
    it(`${marked}${nearest === '' ? '' : `: ${nearest}`}`, () => {
      const reading = readCadence(text);
      assert(!reading.ok, `read as ${reading.ok ? formatCadence(reading.cadence) : ''}`);
      assert.deepEqual([reading.start, reading.end, reading.word], [start, end, text.slice(start, end)]);
      assert.match(reading.reason, /^[a-z]/);
      assert.equal(reading.nearest.length, 3);
      if (nearest !== '') assert.equal(reading.nearest.join(' | '), nearest);
      for (const phrase of reading.nearest) {
        const again = readCadence(phrase);
        assert(again.ok && formatCadence(again.cadence) === phrase, phrase);
      }
    });
  }

  it('is a text of more than 1,000 characters', () => {
    const reading = readCadence('every day and '.repeat(100));
    assert(!reading.ok);
    assert.match(reading.reason, /1000 characters/);
  });
});
