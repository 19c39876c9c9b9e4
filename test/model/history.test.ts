/** What became of the occurrences of a function, by its entries. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatDuration } from '../../server/notation/durations.ts';
import { formatDay } from '../../server/notation/dates.ts';
import { day, upcoming } from './scheduleSupport.ts';
import { iso, type On, shown, tell, told } from './historySupport.ts';

/** Fields, entries, and each occurrence with its state; those that are closed name no entry, as only one can have closed them. */
type Example = readonly [what: string, fields: string, entries: readonly string[], occurrences: readonly string[], on?: On];

function examples(what: string, table: readonly Example[]): void {
  describe(what, () => {
    for (const [title, fields, entries, occurrences, on] of table) {
      it(title, () => assert.deepEqual(told(fields, entries, on).history.occurrences.map(shown), occurrences));
    }
  });
}

const weekly = 'Cadence: every Friday; Starts: 2026-10-30';
const monthly = 'Cadence: every month on the 15th; Starts: 2026-08-15';

describe('the worked example of the product', () => {
  const text = readFileSync(join(import.meta.dirname, '../fixtures/studio.delegate.md'), 'utf8');

  it('Send client invoices', () => {
    const { history, figures, task } = tell(text, 'Send client invoices');
    assert.deepEqual(history.occurrences.map(shown), [
      '2026-05-29 on time',
      '2026-06-30 on time',
      '2026-07-31 on time',
      '2026-08-28 late by 4',
      '2026-09-30 on time',
      '2026-10-30 on time',
      '2026-11-30 upcoming',
    ]);
    assert.deepEqual(history.extras, []);
    assert.deepEqual([figures.runs, figures.onTime, figures.done, figures.lateBy, figures.missed, figures.skipped, figures.streak], [6, 5, 6, [4], 0, 0, 2]);
    assert.deepEqual([figures.duration.median, figures.duration.lastFive, task.block.estimate?.value].map((minutes) => formatDuration(minutes!)), ['1h 50m', '1h 40m', '1h 30m']);
    assert.deepEqual([formatDuration(figures.explained.total), figures.explained.lastThree], ['2h', 0]);
    assert.deepEqual([formatDay(figures.nextDue!), figures.dueInDays, figures.overdueSince], ['2026-11-30', 7, undefined]);
    assert.equal(formatDay(history.occurrences[3]!.entry!.date!), '2026-09-01');
    assert.deepEqual(figures.duration.trend, { direction: 'falling', before: 140, after: 75 });
    assert.equal(figures.progress, 'in training');
    assert.deepEqual(figures.feedback.open.map(({ feedback }) => feedback.text), ['Old VAT rate on two of them.']);
    assert.deepEqual(figures.feedback.liked.map(({ feedback }) => feedback.text), ['Grouped the reminders by client without being asked.']);
    assert.deepEqual(figures.cost, { doing: undefined, explaining: undefined, currency: 'EUR' });
  });

  it('Publish the newsletter', () => {
    const { history, figures } = tell(text, 'Publish the newsletter');
    assert.deepEqual(history.occurrences.map(shown), ['2026-10-09 on time', '2026-10-23 on time', '2026-11-06 on time', '2026-11-20 skipped', '2026-12-04 upcoming']);
    assert.deepEqual([figures.runs, figures.onTime, figures.skipped, figures.missed, figures.streak, iso(figures.nextDue), figures.dueInDays], [3, 3, 1, 0, 3, '2026-12-04', 11]);
    assert.deepEqual([figures.duration.median, figures.explained.total, figures.explained.lastThree].map((minutes) => formatDuration(minutes!)), ['2h 10m', '50m', '50m']);
    assert.deepEqual(history.extras, []);
    assert.equal(figures.progress, 'in training');
  });
});

examples('a run closes', [
  ['the occurrence of its day', weekly, ['2026-10-30', '2026-11-06', '2026-11-13', '2026-11-20'], ['2026-10-30 on time', '2026-11-06 on time', '2026-11-13 on time', '2026-11-20 on time', '2026-11-27 upcoming']],
  ['the same, in whatever order the entries stand', weekly, ['2026-11-06', '2026-11-20', '2026-10-30', '2026-11-13'], ['2026-10-30 on time', '2026-11-06 on time', '2026-11-13 on time', '2026-11-20 on time', '2026-11-27 upcoming']],
  ['the latest that is open, and what is older is missed', weekly, ['2026-11-16'], ['2026-10-30 missed', '2026-11-06 missed', '2026-11-13 late by 3', '2026-11-20 overdue by 3', '2026-11-27 upcoming']],
  ['the next one, if none is open and it is near', weekly, ['2026-10-30', '2026-11-03'], ['2026-10-30 on time', '2026-11-06 early', '2026-11-13 missed', '2026-11-20 overdue by 3', '2026-11-27 upcoming']],
  ['none, if the next one is half a period away or more', monthly, ['2026-08-15', '2026-08-30'], ['2026-08-15 on time', '2026-09-15 missed', '2026-10-15 missed', '2026-11-15 overdue by 8', '2026-12-15 upcoming']],
  ['the next one, if it is a day less than that', monthly, ['2026-08-15', '2026-08-31'], ['2026-08-15 on time', '2026-09-15 early', '2026-10-15 missed', '2026-11-15 overdue by 8', '2026-12-15 upcoming']],
  ['the one that is to come tomorrow', 'Cadence: every Tuesday; Starts: 2026-11-17', ['2026-11-17', '2026-11-23'], ['2026-11-17 on time', '2026-11-24 early', '2026-12-01 upcoming']],
  ['the first one, before Starts', 'Cadence: every Friday; Starts: 2026-11-20', ['2026-11-18'], ['2026-11-20 early', '2026-11-27 upcoming']],
  ['nothing, long before Starts', 'Cadence: every Friday; Starts: 2026-11-20', ['2026-11-02'], ['2026-11-20 overdue by 3', '2026-11-27 upcoming']],
  ['once, on a day with two of them', weekly, ['2026-10-30', '2026-10-30'], ['2026-10-30 on time', '2026-11-06 missed', '2026-11-13 missed', '2026-11-20 overdue by 3', '2026-11-27 upcoming']],
  ['nothing, when it is not there yet', weekly, ['2026-11-27'], ['2026-10-30 missed', '2026-11-06 missed', '2026-11-13 missed', '2026-11-20 overdue by 3', '2026-11-27 upcoming']],
  ['Monday’s, on a Sunday, of a workday', 'Cadence: every workday; Starts: 2026-11-20', ['2026-11-20', '2026-11-22'], ['2026-11-20 on time', '2026-11-23 early', '2026-11-24 upcoming']],
]);

examples('for another date', [
  ['an older one, though a later one is open', weekly, ['2026-11-16 for 2026-11-06'], ['2026-10-30 missed', '2026-11-06 late by 10', '2026-11-13 missed', '2026-11-20 overdue by 3', '2026-11-27 upcoming']],
  ['one that is to come', weekly, ['2026-10-30 for 2026-11-06', '2026-10-30'], ['2026-10-30 on time', '2026-11-06 early', '2026-11-13 missed', '2026-11-20 overdue by 3', '2026-11-27 upcoming']],
  ['several that are to come', weekly, ['2026-11-20', '2026-11-20 for 2026-11-27', '2026-11-20 for 2026-12-11'], ['2026-10-30 missed', '2026-11-06 missed', '2026-11-13 missed', '2026-11-20 on time', '2026-11-27 early', '2026-12-04 upcoming', '2026-12-11 early', '2026-12-18 upcoming']],
  ['the nearest due day', monthly, ['2026-09-02 for 2026-08-17'], ['2026-08-15 late by 18', '2026-09-15 missed', '2026-10-15 missed', '2026-11-15 overdue by 8', '2026-12-15 upcoming']],
  ['what a holiday has moved', 'Cadence: every month on the last workday; Starts: 2026-10-01', ['2026-11-02 for 2026-10-31'], ['2026-10-30 late by 3', '2026-11-30 upcoming']],
  ['none that is over a year ahead', weekly, ['2026-11-20 for 9999-12-31'], ['2026-10-30 missed', '2026-11-06 missed', '2026-11-13 missed', '2026-11-20 overdue by 3', '2026-11-27 upcoming']],
  ['none that is long before Starts', weekly, ['2026-11-20 for 2026-01-02'], ['2026-10-30 missed', '2026-11-06 missed', '2026-11-13 missed', '2026-11-20 overdue by 3', '2026-11-27 upcoming']],
  ['none that is long after Ends', `${weekly}; Ends: 2026-11-13`, ['2026-11-20 for 2027-06-04'], ['2026-10-30 missed', '2026-11-06 missed', '2026-11-13 overdue by 10']],
]);

examples('what was not done', [
  ['is open until the next is due', weekly, [], ['2026-10-30 missed', '2026-11-06 missed', '2026-11-13 missed', '2026-11-20 overdue by 3', '2026-11-27 upcoming']],
  ['stays open with keep all', `${weekly}; Missed: keep all`, ['2026-11-14'], ['2026-10-30 overdue by 24', '2026-11-06 overdue by 17', '2026-11-13 late by 1', '2026-11-20 overdue by 3', '2026-11-27 upcoming']],
  ['is made up for with keep all, the latest first', `${weekly}; Missed: keep all`, ['2026-11-14', '2026-11-15', '2026-11-20', '2026-11-21'], ['2026-10-30 late by 22', '2026-11-06 late by 9', '2026-11-13 late by 1', '2026-11-20 on time', '2026-11-27 upcoming']],
  ['is due on its day', 'Cadence: every Monday; Starts: 2026-11-23', [], ['2026-11-23 due', '2026-11-30 upcoming']],
  ['is skipped', weekly, ['2026-10-30 skipped', '2026-11-06', '2026-11-13', '2026-11-21 skipped'], ['2026-10-30 skipped', '2026-11-06 on time', '2026-11-13 on time', '2026-11-20 skipped', '2026-11-27 upcoming']],
  ['is skipped ahead, however far', monthly, ['2026-11-15', '2026-11-16 skipped'], ['2026-08-15 missed', '2026-09-15 missed', '2026-10-15 missed', '2026-11-15 on time', '2026-12-15 skipped', '2027-01-15 upcoming']],
  ['is missed by an entry', weekly, ['2026-11-20 missed', '2026-11-21'], ['2026-10-30 missed', '2026-11-06 missed', '2026-11-13 missed', '2026-11-20 missed', '2026-11-27 upcoming']],
  ['is not missed ahead', 'Cadence: every Friday; Starts: 2026-11-27', ['2026-11-20 missed'], ['2026-11-27 upcoming']],
  ['is not missed before the oldest entry', 'Cadence: every Friday', ['2026-11-13'], ['2026-11-13 on time', '2026-11-20 overdue by 3', '2026-11-27 upcoming']],
  ['is not missed before anything was done', 'Cadence: every Friday', [], ['2026-11-27 upcoming']],
  ['is not due before anything was done, of every other week', 'Cadence: every other Friday', [], []],
  ['is over with Ends', `${weekly}; Ends: 2026-11-06`, ['2026-10-30', '2026-11-06'], ['2026-10-30 on time', '2026-11-06 on time']],
  ['never was due, with Ends before Starts', `${weekly}; Ends: 2026-01-06`, ['2026-10-30'], []],
  ['is over after so many times', 'Cadence: every Friday for 2 times; Starts: 2026-11-06', ['2026-11-06'], ['2026-11-06 on time', '2026-11-13 overdue by 10']],
]);

examples('a pause', [
  ['holds nothing that is due', `${weekly}; Paused: 2026-11-01 to 2026-11-14`, ['2026-10-30', '2026-11-20'], ['2026-10-30 on time', '2026-11-20 on time', '2026-11-27 upcoming']],
  ['by entries', weekly, ['2026-10-30', '2026-11-02 paused', '2026-11-16 resumed', '2026-11-20'], ['2026-10-30 on time', '2026-11-20 on time', '2026-11-27 upcoming']],
  ['by an entry, that a run ends', weekly, ['2026-10-30', '2026-11-02 paused', '2026-11-20'], ['2026-10-30 on time', '2026-11-20 on time', '2026-11-27 upcoming']],
  ['that lasts still, and of which the end is not known', weekly, ['2026-10-30', '2026-11-02 paused'], ['2026-10-30 on time']],
  ['that lasts still, and of which the end is known', `${weekly}; Paused: 2026-11-01 to 2026-12-06`, ['2026-10-30'], ['2026-10-30 on time', '2026-12-11 upcoming']],
  ['from the day after the last run, where only its end is known', `${weekly}; Paused: until 2026-12-06`, ['2026-10-30', '2026-11-06'], ['2026-10-30 on time', '2026-11-06 on time', '2026-12-11 upcoming']],
  ['for good, from the day after the last run', `${weekly}; Paused: yes`, ['2026-10-30', '2026-11-06'], ['2026-10-30 on time', '2026-11-06 on time']],
  ['leaves open what was due before, without being overdue', `${weekly}; Paused: from 2026-11-01`, [], ['2026-10-30 paused']],
  ['that is over leaves it overdue', `${weekly}; Paused: 2026-11-01 to 2026-11-22`, [], ['2026-10-30 overdue by 24', '2026-11-27 upcoming']],
  ['of a day on which it was done before', weekly, ['2026-11-13 paused', '2026-11-13', '2026-11-06', '2026-10-30'], ['2026-10-30 on time', '2026-11-06 on time']],
]);

const twice = 'Cadence: twice a week; Starts: 2026-11-02';

examples('so many times a period', [
  ['is met by the last of the runs', twice, ['2026-11-02', '2026-11-04', '2026-11-13', '2026-11-12', '2026-11-16', '2026-11-17'], ['2026-11-06 on time', '2026-11-13 on time', '2026-11-20 on time', '2026-11-27 upcoming']],
  ['is late at the weekend', twice, ['2026-11-02', '2026-11-08'], ['2026-11-06 late by 2', '2026-11-13 missed', '2026-11-20 missed', '2026-11-27 upcoming']],
  ['is missed with one run too few', twice, ['2026-11-02', '2026-11-10', '2026-11-11', '2026-11-12', '2026-11-20'], ['2026-11-06 missed', '2026-11-13 on time', '2026-11-20 missed', '2026-11-27 upcoming']],
  ['counts what is for another week', twice, ['2026-11-02', '2026-11-09 for 2026-11-06', '2026-11-10', '2026-11-11', '2026-11-18 for 2026-11-27', '2026-11-18 for 2026-11-26'], ['2026-11-06 late by 3', '2026-11-13 on time', '2026-11-20 missed', '2026-11-27 on time', '2026-12-04 upcoming']],
  ['is closed by a skip', twice, ['2026-11-02', '2026-11-05 skipped', '2026-11-10 missed', '2026-11-18', '2026-11-19'], ['2026-11-06 skipped', '2026-11-13 missed', '2026-11-20 on time', '2026-11-27 upcoming']],
  ['is overdue once its last workday has passed', twice, ['2026-11-02', '2026-11-03', '2026-11-10', '2026-11-11', '2026-11-18'], ['2026-11-06 on time', '2026-11-13 on time', '2026-11-20 overdue by 2', '2026-11-27 upcoming'], { today: '2026-11-22' }],
  ['is due on its last workday', twice, ['2026-11-02', '2026-11-03', '2026-11-10', '2026-11-11', '2026-11-18'], ['2026-11-06 on time', '2026-11-13 on time', '2026-11-20 due', '2026-11-27 upcoming'], { today: '2026-11-20' }],
  ['is to come, and met already', twice, ['2026-11-09', '2026-11-10', '2026-11-16', '2026-11-17', '2026-11-23', '2026-11-23'], ['2026-11-06 missed', '2026-11-13 on time', '2026-11-20 on time', '2026-11-27 on time', '2026-12-04 upcoming']],
  ['is not missed in a week that had begun', 'Cadence: twice a week; Starts: 2026-11-05', ['2026-11-05'], ['2026-11-13 missed', '2026-11-20 missed', '2026-11-27 upcoming']],
  ['is met in a week that had begun', 'Cadence: twice a week; Starts: 2026-11-05', ['2026-11-05', '2026-11-06'], ['2026-11-06 on time', '2026-11-13 missed', '2026-11-20 missed', '2026-11-27 upcoming']],
  ['is not missed in a week with a pause', `${twice}; Paused: 2026-11-12 to 2026-11-12`, ['2026-11-10'], ['2026-11-06 missed', '2026-11-20 missed', '2026-11-27 upcoming']],
  ['stays open with keep all', `${twice}; Missed: keep all`, ['2026-11-10', '2026-11-11'], ['2026-11-06 overdue by 17', '2026-11-13 on time', '2026-11-20 overdue by 3', '2026-11-27 upcoming']],
  ['begins with the week of the oldest entry', 'Cadence: twice a week', ['2026-11-12', '2026-11-13'], ['2026-11-13 on time', '2026-11-20 missed', '2026-11-27 upcoming']],
  ['of the month', 'Cadence: 3 times a month; Starts: 2026-09-01', ['2026-09-01', '2026-09-02', '2026-09-30', '2026-10-31', '2026-10-30', '2026-10-01', '2026-11-02'], ['2026-09-30 on time', '2026-10-30 late by 1', '2026-11-30 upcoming']],
]);

const sixWeeks = 'Cadence: every 6 weeks after completion; Starts: 2026-07-06';

examples('counted from the last run', [
  ['is first due on Starts', sixWeeks, [], ['2026-07-06 overdue by 140']],
  ['is due six weeks after each run', sixWeeks, ['2026-07-08', '2026-08-12', '2026-10-05'], ['2026-07-06 late by 2', '2026-08-19 early', '2026-09-23 late by 12', '2026-11-16 overdue by 7']],
  ['is closed once a day', sixWeeks, ['2026-07-06', '2026-07-06'], ['2026-07-06 on time', '2026-08-17 overdue by 98']],
  ['is to come', sixWeeks, ['2026-07-06', '2026-11-20'], ['2026-07-06 on time', '2026-08-17 late by 95', '2027-01-01 upcoming']],
  ['begins with the oldest run', 'Cadence: every 6 weeks after completion', ['2026-10-05'], ['2026-11-16 overdue by 7']],
  ['is not due before it was ever done', 'Cadence: every 6 weeks after completion', [], []],
  ['is counted from a skip', sixWeeks, ['2026-07-06', '2026-09-01 skipped'], ['2026-07-06 on time', '2026-08-17 skipped', '2026-10-13 overdue by 41']],
  ['is counted from the day that was skipped ahead', sixWeeks, ['2026-07-06', '2026-08-01 skipped'], ['2026-07-06 on time', '2026-08-17 skipped', '2026-09-28 overdue by 56']],
  ['is due after a pause', `${sixWeeks}; Paused: 2026-08-01 to 2026-11-29`, ['2026-07-06'], ['2026-07-06 on time', '2026-11-30 upcoming']],
  ['is over with Ends', `${sixWeeks}; Ends: 2026-08-16`, ['2026-07-06'], ['2026-07-06 on time']],
  ['is over after so many times', 'Cadence: every 6 weeks after completion for 2 times; Starts: 2026-07-06', ['2026-07-06', '2026-08-17'], ['2026-07-06 on time', '2026-08-17 on time']],
  ['of a range, is on time when it is free', 'Cadence: every 2 to 4 days; Starts: 2026-11-10', ['2026-11-10', '2026-11-12', '2026-11-13', '2026-11-18'], ['2026-11-10 on time', '2026-11-14 on time', '2026-11-16 early', '2026-11-17 late by 1', '2026-11-22 overdue by 1']],
]);

examples('what has no dates', [
  ['is never due', 'Cadence: as needed; Starts: 2026-01-01', ['2026-11-20', '2026-11-20 skipped'], []],
  ['nor without a cadence', 'Starts: 2026-01-01', ['2026-11-20'], []],
  ['nor with one that nobody understands', 'Cadence: now and then; Starts: 2026-01-01', ['2026-11-20'], []],
  ['nor with one to be written yet', 'Cadence: TBD; Starts: 2026-01-01', ['2026-11-20'], []],
]);

describe('runs that close nothing', () => {
  const table: readonly [what: string, fields: string, entries: readonly string[], extras: readonly string[]][] = [
    ['two on a day are for the same occurrence', weekly, ['2026-10-30', '2026-10-30'], ['2026-10-30 again for 2026-10-30']],
    ['two before it, on a day', weekly, ['2026-10-30', '2026-11-04', '2026-11-04'], ['2026-11-04 again for 2026-11-06']],
    ['one before it and one on it', weekly, ['2026-10-30', '2026-11-04', '2026-11-06'], ['2026-11-06 again for 2026-11-06']],
    ['two that name it', weekly, ['2026-11-06', '2026-11-10 for 2026-11-06'], ['2026-11-10 again for 2026-11-06']],
    ['a second one in between is one too many', monthly, ['2026-09-15', '2026-09-20'], ['2026-09-20']],
    ['one long before Starts', weekly, ['2026-06-01'], ['2026-06-01']],
    ['one that names a day over a year ahead', weekly, ['2026-10-30 for 2029-01-05'], ['2026-10-30']],
    ['two on a day, counted from the last run', sixWeeks, ['2026-07-06', '2026-07-06'], ['2026-07-06 again for 2026-07-06']],
    ['of so many a week, more are welcome', twice, ['2026-11-02', '2026-11-03', '2026-11-04'], []],
    ['on demand, all are welcome', 'Cadence: as needed', ['2026-11-02', '2026-11-02'], []],
  ];
  for (const [what, fields, entries, extras] of table) {
    it(what, () => {
      const found = told(fields, entries).history.extras.map(({ entry, repeats }) => `${formatDay(entry.date!)}${repeats === undefined ? '' : ` again for ${formatDay(repeats)}`}`);
      assert.deepEqual(found, extras);
    });
  }
});

describe('the schedule of a history', () => {
  const cases: readonly [fields: string, entries: readonly string[], next: readonly string[]][] = [
    ['Cadence: every other Friday', ['2026-10-10'], ['2026-12-04', '2026-12-18', '2027-01-01']],
    ['Cadence: every 6 weeks after completion', ['2026-10-20'], ['2026-12-01', '2027-01-12', '2027-02-23']],
    ['Cadence: every 6 weeks after completion', ['2026-10-20', '2026-11-20 skipped'], ['2027-01-12', '2027-02-23', '2027-04-06']],
    ['Cadence: every 6 weeks after completion for 3 times; Starts: 2026-10-20', ['2026-10-20'], ['2026-12-01', '2027-01-12']],
    ['Cadence: every 6 weeks after completion for 1 times; Starts: 2026-10-20', ['2026-10-20'], []],
    ['Cadence: every Friday for 4 times; Starts: 2026-11-13', ['2026-11-13'], ['2026-11-27', '2026-12-04']],
    ['Cadence: as needed', ['2026-11-13'], []],
  ];
  for (const [fields, entries, next] of cases) {
    it(`${fields}, with ${entries.join(', ')}: ${next.join(', ') || 'none'}`, () => {
      assert.deepEqual(upcoming(told(fields, entries).history.schedule!, '2026-11-23', 3), next);
    });
  }
});

describe('a long history', () => {
  it('from the first year on is looked at for 40 years', () => {
    const { history, figures } = told('Cadence: every day; Starts: 0001-01-01', ['0001-01-01', '2026-11-22']);
    assert.equal(figures.runs, 2);
    assert.equal(history.occurrences.length, 40 * 366 + 2);
    assert.deepEqual(history.occurrences.slice(-3).map(shown), ['2026-11-22 on time', '2026-11-23 due', '2026-11-24 upcoming']);
  });

  it('that begins in the last year has not begun', () => {
    assert.deepEqual(told('Cadence: every day; Starts: 9999-12-31', []).history.occurrences.map(shown), ['9999-12-31 upcoming']);
    assert.deepEqual(told('Cadence: every day; Starts: 2026-01-01', [], { today: '9999-12-31' }).history.occurrences.slice(-1).map(shown), ['9999-12-31 due']);
  });
});

describe('a history of very many entries', () => {
  const many = (count: number, entry: (i: number) => string): string[] => Array.from({ length: count }, (_, i) => entry(i));
  const date = (i: number): string => formatDay(day('2026-11-23') - (i % 9000));
  for (const [what, fields, entries] of [
    ['on every day', 'Cadence: every day', many(20_000, date)],
    ['that name a day', 'Cadence: every day', many(20_000, (i) => `${date(i)} for ${date(i * 7)}`)],
    ['that name a day, counted from the last run', 'Cadence: every day after completion', many(20_000, (i) => `${date(i)} for ${date(i * 7)}`)],
    ['with as many pauses', 'Cadence: twice a week', many(20_000, (i) => `${date(i)} ${i % 2 === 0 ? 'paused' : 'resumed'}`)],
    ['all missed, all kept', 'Cadence: every day; Starts: 1990-01-01; Missed: keep all', many(20_000, (i) => `${date(i * 3)} for ${date(i * 5)}`)],
  ] as const) {
    it(`${what} takes no time`, () => {
      const start = process.hrtime.bigint();
      told(fields, entries);
      assert(process.hrtime.bigint() - start < 1_000_000_000n, `${(process.hrtime.bigint() - start) / 1_000_000n} ms`);
    });
  }
});
