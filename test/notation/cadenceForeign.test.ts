/** Cadences as Org mode, cron and iCalendar write them. */
import assert from 'node:assert/strict';
import { formatCadence } from '../../server/notation/cadence/format.ts';
import { type Form, readCadence } from '../../server/notation/cadence/read.ts';
import { formatDay } from '../../server/notation/dates.ts';

/** What is read, what is lost, and what belongs in other fields. */
function read(text: string, form: Form): string {
  const reading = readCadence(text);
  if (!reading.ok) return `“${reading.word}”: ${reading.reason}`;
  assert.equal(reading.form, form);
  const { starts, ends, times } = reading.bounds;
  assert.equal(starts, undefined);
  const bounds = [ends && `until ${formatDay(ends.value)}`, times && `${times.value} times`].filter(Boolean);
  return [formatCadence(reading.cadence), ...bounds, ...reading.losses.map((loss) => `without its ${loss}`)].join(', ');
}

function check(what: string, form: Form, table: Readonly<Record<string, string>>): void {
  describe(what, () => {
    for (const [text, expected] of Object.entries(table)) it(`${text}: ${expected}`, () => assert.equal(read(text, form), expected));
  });
}

check('a repeater of Org mode', 'org', {
  '+1w': 'every week',
  '++1w': 'every week',
  '+2w': 'every 2 weeks',
  '+1d': 'every day',
  '+10d': 'every 10 days',
  '++1m': 'every month',
  '+3m': 'every quarter',
  '+12m': 'every year',
  '+1y': 'every year',
  ' +1W ': 'every week',
  '.+1m': 'every month after completion',
  '.+6w': 'every 6 weeks after completion',
  '.+2d/4d': 'every 2 to 4 days',
  '.+1w/1w': 'every week after completion',
  '+1h': '“1h”: a function has a day, not a clock',
  '+1': '“1”: an interval is needed here, with d, w, m or y behind its number',
  '+1x': '“1x”: an interval is needed here, with d, w, m or y behind its number',
  '+0d': '“0”: a number from 1 to 1000 is needed here',
  '+1001d': '“1001”: a number from 1 to 1000 is needed here',
  '+1w/2w': '“2w”: only what is counted from the last run, with “.+”, has a latest day',
  '.+4d/2d': '“2d”: the latest day has the unit of the earliest, and does not come before it',
  '.+2d/4w': '“4w”: the latest day has the unit of the earliest, and does not come before it',
  '.+2d/3d/4d': '“4d”: a repeater has two intervals at most',
});

check('a shorthand of cron', 'shorthand', {
  '@daily': 'every day',
  '@midnight': 'every day',
  '@weekly': 'every week',
  '@Monthly': 'every month',
  '@quarterly': 'every quarter',
  '@yearly': 'every year',
  '@annually': 'every year',
  '@hourly': '“@hourly”: a function has a day, not a clock',
  '@reboot': '“@reboot”: no such shorthand is known',
  '@maria': '“@maria”: no such shorthand is known',
});

check('five fields of cron', 'cron', {
  '0 9 * * 1': 'every Monday, without its time of day',
  '0 9 * * MON': 'every Monday, without its time of day',
  '0 9 * * 0': 'every Sunday, without its time of day',
  '0 9 * * 7': 'every Sunday, without its time of day',
  '30 18 * * 1-5': 'every Monday to Friday, without its time of day',
  '0 9 * * Mon-Fri': 'every Monday to Friday, without its time of day',
  '0 9 * * 1,4': 'every Monday and Thursday, without its time of day',
  '0 9 * * */2': 'every Tuesday, Thursday, Saturday and Sunday, without its time of day',
  '0 9 * * *': 'every day, without its time of day',
  '0 9 ? * *': 'every day, without its time of day',
  '0 9 * * 0-6': 'every day, without its time of day',
  '0 9 1 * *': 'every month on the 1st, without its time of day',
  '0 9 1,15 * *': 'every month on the 1st and 15th, without its time of day',
  '0 9 31 * *': 'every month on the 31st, without its time of day, without its month end',
  '0 9 L * *': 'every month on the last day, without its time of day',
  '0 9 LW * *': 'every month on the last workday, without its time of day',
  '0 9 * * 5#3': 'every month on the 3rd Friday, without its time of day',
  '0 9 * * 5L': 'every month on the last Friday, without its time of day',
  '0 9 * * FRI#1': 'every month on the 1st Friday, without its time of day',
  '0 9 15 1 *': 'every year on 15 January, without its time of day',
  '0 9 15 JAN,JUL *': 'every year on 15 January and 15 July, without its time of day',
  '0 9 1 */6 *': 'every year on 1 January and 1 July, without its time of day',
  '0 9 29 2 *': 'every year on 29 February, without its time of day, without its month end',
  '0 9 * 11 5L': 'every year on the last Friday of November, without its time of day',
  '*/5 * * * *': '“*/5”: a function has a day, not a clock',
  '0 9,17 * * *': '“9,17”: a function has a day, not a clock',
  '0 25 * * *': '“25”: a number from 0 to 23 is needed here',
  '0 9 13 * 5': '“5”: with a day of the month beside it, cron means whichever comes first, and a cadence cannot say that',
  '0 9 15W * *': '“15W”: the nearest workday can lie on either side, and a cadence has to say on which',
  '0 9 * 3 1': '“3”: a cadence of days or weeks goes through the whole year',
  '0 9 * 3 *': '“3”: a cadence of days or weeks goes through the whole year',
  '0 9 31 4 *': '“4”: there is no such day in that month',
  '0 9 32 * *': '“32”: a number from 1 to 31 is needed here',
  '0 9 5-1 * *': '“5-1”: a range goes from the smaller number to the greater one',
  '0 9 1/0 * *': '“0”: a number from 1 to 31 is needed here',
  '0 9 1/2/3 * *': '“3”: a step is one number',
  '0 9 1-2-3 * *': '“3”: a range has two ends',
  '0 9 * * foo': '“foo”: a number from 0 to 7 is needed here',
  '0 9 * * 5#6': '“6”: a number from 1 to 5 is needed here',
  '0 0 9 * * 1': '“1”: cron has five fields here: minute, hour, day of the month, month, day of the week',
});

check('a recurrence rule of iCalendar', 'rrule', {
  'FREQ=DAILY': 'every day',
  'RRULE:FREQ=DAILY;COUNT=10': 'every day, 10 times',
  'FREQ=DAILY;UNTIL=19971224T000000Z': 'every day, until 1997-12-24',
  'FREQ=DAILY;UNTIL=2026-12-31': 'every day, until 2026-12-31',
  'FREQ=DAILY;INTERVAL=2': 'every 2 days',
  'INTERVAL=10;FREQ=DAILY;COUNT=5': 'every 10 days, 5 times',
  'freq=daily;byday=mo,tu,we,th,fr': 'every Monday to Friday',
  'FREQ=WEEKLY': 'every week',
  'FREQ=WEEKLY;INTERVAL=2;WKST=SU': 'every 2 weeks',
  'FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH': 'every Tuesday and Thursday, until 1997-10-07',
  'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,FR': 'every 2 weeks on Monday, Wednesday and Friday',
  'FREQ=MONTHLY': 'every month',
  'FREQ=MONTHLY;COUNT=10;BYDAY=1FR': 'every month on the 1st Friday, 10 times',
  'FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU': 'every 2 months on the 1st and last Sunday, 10 times',
  'FREQ=MONTHLY;COUNT=6;BYDAY=-2MO': 'every month on the 2nd last Monday, 6 times',
  'FREQ=MONTHLY;BYMONTHDAY=-3': 'every month on the 3rd last day',
  'FREQ=MONTHLY;BYMONTHDAY=2,15': 'every month on the 2nd and 15th',
  'FREQ=MONTHLY;BYMONTHDAY=1,-1': 'every month on the 1st and last day',
  'FREQ=MONTHLY;BYMONTHDAY=31': 'every month on the 31st, without its month end',
  'FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1': 'every month on the 31st',
  'FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1': 'every month on the 30th',
  'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1': 'every month on the last workday',
  'FREQ=MONTHLY;BYDAY=FR,MO,TU,WE,TH;BYSETPOS=1,3': 'every month on the 1st and 3rd workday',
  'FREQ=MONTHLY;BYDAY=FR;BYSETPOS=2': 'every month on the 2nd Friday',
  'FREQ=MONTHLY;BYDAY=SU,MO,TU,WE,TH,FR,SA;BYSETPOS=-1': 'every month on the last day',
  'FREQ=MONTHLY;BYDAY=FR': 'every Friday',
  'FREQ=MONTHLY;BYMONTH=1,7;BYMONTHDAY=15': 'every year on 15 January and 15 July',
  'FREQ=YEARLY': 'every year',
  'FREQ=YEARLY;INTERVAL=2;BYMONTH=1,2,3;COUNT=10': 'every 2 years in January, February and March, 10 times',
  'FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=1TU': 'every 4 years on the 1st Tuesday of November',
  'FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200': 'every 3 years on the 1st, 100th and 200th day, 10 times',
  'FREQ=YEARLY;BYDAY=20MO': 'every year on the 20th Monday',
  'FREQ=YEARLY;BYMONTHDAY=15': 'every month on the 15th',
  'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29': 'every year on 29 February, without its month end',
  'FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1': 'every year on the last workday',
  'FREQ=DAILY;BYHOUR=9;BYMINUTE=0': 'every day, without its time of day',
  'FREQ=DAILY;': 'every day',
  'FREQ=HOURLY': '“HOURLY”: a function has a day, not a clock',
  'FREQ=FOO': '“FOO”: a frequency is DAILY, WEEKLY, MONTHLY or YEARLY',
  'FREQ=constructor': '“constructor”: a frequency is DAILY, WEEKLY, MONTHLY or YEARLY',
  'FREQ=DAILY;INTERVAL=0': '“0”: a number from 1 to 1000 is needed here',
  'FREQ=DAILY;COUNT=1e9': '“1e9”: a number from 1 to 1000 is needed here',
  'FREQ=DAILY;FREQ=DAILY': '“FREQ”: it is said twice',
  'FREQ=DAILY;FOO=1': '“FOO”: it is no part of a recurrence rule',
  'FREQ=DAILY;UNTIL=20260230': '“20260230”: there is no such day',
  'FREQ=DAILY;BYHOUR=9,17': '“9,17”: a function has a day, not a clock',
  'FREQ=DAILY;BYMONTH=1': '“1”: no cadence can say this',
  'FREQ=WEEKLY;BYDAY=XX': '“XX”: a day is MO, TU, WE, TH, FR, SA or SU here',
  'FREQ=WEEKLY;BYDAY=1FR': '“1FR”: a week has one of each day',
  'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU': '“SU”: the weeks of a cadence begin on Monday',
  'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13': '“FR”: a day that has to be two things at once is in no cadence',
  'FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=1': '“1”: no cadence can say this',
  'FREQ=MONTHLY;BYDAY=6FR': '“6FR”: there is no such day',
  'FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=31': '“31”: there is no such day',
  'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO': '“BYWEEKNO”: no cadence can say this',
  'INTERVAL=2': '“INTERVAL=2”: it does not say how often: FREQ=WEEKLY',
  'RRULE:': '“RRULE:”: it does not say how often: FREQ=WEEKLY',
});
