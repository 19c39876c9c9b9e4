/** The rules of what is due, by example. Today is 2026-11-23, a Monday. */
import assert from 'node:assert/strict';
import { parseDay } from '../../server/notation/dates.ts';
import { checkAll, parseFixture } from '../support/fixture.ts';
import { assertFix, examples, findingIn, fixesOf, mended, preferred } from '../support/ruleTests.ts';

const mark = '   ^^^^^^^^\n';
/** A function, marked at its title where `marks` is given, and its entries. */
const invoices = (fields: string, entries = '', marks = ''): string => `## Invoices (recurring)\n${marks}\n${fields.replace(/^/gm, '- ')}\n${entries === '' ? '' : `\n${entries.replace(/^(?=\d)/gm, '- ')}\n`}`;
const overdue = (fields: string, entries = ''): string => invoices(fields, entries, mark);
const month = 'Owner: @maria\nCadence: every month on the last workday\nStarts: 2026-09-30';

describe('overdue', () => {
  examples(
    'overdue',
    ['since its day', overdue(month, '2026-09-30 @maria 1h')],
    ['done late', invoices(month, '2026-11-02 @maria 1h\n2026-09-30 @maria 1h')],
    ['done ahead', invoices('Cadence: every Friday\nStarts: 2026-11-20', '2026-11-19 @maria 1h')],
    ['never begun', overdue('Cadence: every Friday\nStarts: 2026-11-20')],
    ['due today', invoices('Cadence: every Monday\nStarts: 2026-11-23')],
    ['to begin', invoices('Cadence: every Monday\nStarts: 2026-11-30')],
    ['without a beginning, and without entries', invoices('Cadence: every Friday')],
    ['skipped', invoices(month, '2026-10-30 skipped\n2026-09-30 @maria 1h')],
    ['missed, as an entry says', invoices(month, '2026-11-02 missed\n2026-09-30 @maria 1h')],
    ['paused by an entry', invoices(month, '2026-11-10 paused\n2026-09-30 @maria 1h')],
    ['paused and resumed', overdue(month, '2026-11-10 resumed\n2026-11-05 paused\n2026-09-30 @maria 1h')],
    ['paused by a field', invoices(`${month}\nPaused: 2026-10-15 to 2026-12-15`, '2026-09-30 @maria 1h')],
    ['paused before that', overdue(`${month}\nPaused: 2026-10-01 to 2026-10-15`, '2026-09-30 @maria 1h')],
    ['every day: what was not done yesterday is not done today', invoices('Cadence: every day\nStarts: 2026-11-20')],
    ['counted from the last run', overdue('Cadence: every 6 weeks after completion', '2026-10-05 @maria 1h')],
    ['within its range', invoices('Cadence: every 2 to 4 days', '2026-11-20 @maria 1h')],
    ['after its range', overdue('Cadence: every 2 to 4 days', '2026-11-18 @maria 1h')],
    ['as needed', invoices('Cadence: as needed', '2024-01-01 @maria 1h')],
    ['a holiday has moved it', invoices('Cadence: every Friday or the workday after\nStarts: 2026-11-20').replace(/^/, '---\nholidays: [2026-11-20]\n---\n\n')],
    ['entries before Starts', overdue('Cadence: every Friday\nStarts: 2026-11-13', '2026-11-02 @maria 1h\n2026-10-02 @maria 1h')],
    ['for another day', overdue(month, '2026-11-02 @maria 1h for 2026-09-30')],
  );
  examples(
    'overdue',
    ['a cadence that is not understood is found there', invoices('Cadence: every Firday\nStarts: 2026-11-13')],
    ['one that does not say when it begins, too', invoices('Cadence: every other Friday')],
    ['an entry on a day that does not exist may be the run', invoices(month, '2026-10-32 @maria 1h\n2026-09-30 @maria 1h')],
    ['so may be a pause with its days the wrong way round', invoices(`${month}\nPaused: 2026-12-15 to 2026-10-15`, '2026-09-30 @maria 1h')],
    ['a beginning that is no day', invoices('Cadence: every Friday\nStarts: 2026-02-30', '2026-10-30 @maria 1h')],
    ['an end before the start', invoices('Cadence: every Friday\nStarts: 2026-10-30\nEnds: 2026-01-01', '2026-10-30 @maria 1h')],
    ['a day that is none in another field says nothing of it', overdue(`${month}\nReviewed: 2026-02-30`, '2026-09-30 @maria 1h')],
  );

  it('counts the days, and what was not done before', () => {
    assert.match(findingIn('overdue', invoices('Cadence: every week on Sunday\nStarts: 2026-11-22')).message, /^“Invoices” was due on 2026-11-22, yesterday, and is not logged\. Log it if it is done/);
    assert.match(findingIn('overdue', invoices(month)).message, /24 days ago, and is not logged, nor is the one before it\./);
    assert.match(findingIn('overdue', invoices(`${month}\nMissed: keep all`)).message, /was due on 2026-09-30, 54 days ago, and is not logged, nor is the one after it\./);
  });
  it('knows how many of several times there were', () => {
    const sunday = parseDay('2026-11-22')!;
    const twice = invoices('Cadence: twice a week\nStarts: 2026-11-16', '2026-11-18 @maria 1h');
    const found = checkAll(parseFixture(twice), { only: new Set(['overdue']), today: sunday });
    assert.match(found[0]!.message, /was due on 2026-11-20, 2 days ago, and only one run is logged\./);
  });

  const late = invoices(month, '2026-09-30 @maria 1h');
  it('answers with an entry', () =>
    assert.deepEqual(mended('overdue', late), {
      'Log it as done today': '- 2026-11-23 @maria',
      'Log it as done on its day, 2026-10-30': '- 2026-10-30 @maria',
      'Skip the one of 2026-10-30': '- 2026-11-23 skipped',
      'Pause the function from today': '- 2026-11-23 paused',
    }));
  for (const title of ['Log it as done today', 'Log it as done on its day, 2026-10-30', 'Skip the one of 2026-10-30', 'Pause the function from today']) {
    it(`is cleared by “${title}”`, () => assertFix('overdue', title, late, late.replace('- 2026-09-30 @maria', `${Object.values(mended('overdue', late))[fixesOf('overdue', late).indexOf(title)]}\n- 2026-09-30 @maria`)));
  }
  it('prefers that it was done', () => assert.equal(preferred('overdue', late), 'Log it as done today'));
  it('names the oldest where several are kept', () =>
    assert.equal(mended('overdue', invoices(`${month}\nMissed: keep all`))['Log it as done today'], '- 2026-11-23 @maria for 2026-09-30'));
  it('names nobody who has left, or who is not known', () => {
    const gone = `---\nteam:\n  maria: { name: Maria Silva, until: 2026-11-01 }\n---\n\n${late}`;
    assert.equal(mended('overdue', gone)['Log it as done today'], '- 2026-11-23 done');
    assert.equal(mended('overdue', invoices('Cadence: every Friday\nStarts: 2026-11-20'))['Log it as done today'], '- 2026-11-23 done');
  });
  it('does not run without a day', () => assert.deepEqual(checkAll(parseFixture(late), { only: new Set(['overdue']), today: undefined }), []));
});

describe('never-done', () => {
  examples(
    'never-done',
    ['skipped twice', overdue(month.replace('09-30', '08-31'), '2026-10-30 skipped\n2026-09-30 skipped\n2026-08-31 @maria 1h')],
    ['skipped once', invoices(month, '2026-10-30 skipped\n2026-09-30 @maria 1h')],
    ['skipped twice, and done since', invoices('Cadence: every month on the last workday\nStarts: 2026-07-31', '2026-11-10 @maria 1h\n2026-10-30 skipped\n2026-09-30 skipped\n2026-08-31 @maria 1h')],
    ['every day, and not for three days', overdue('Cadence: every day\nStarts: 2026-11-20')],
    ['every day, and not yesterday', invoices('Cadence: every day\nStarts: 2026-11-20', '2026-11-21 @maria 1h')],
    ['twice a week, and not for two weeks', overdue('Cadence: twice a week\nStarts: 2026-11-09')],
    ['twice a week, and once in the week', invoices('Cadence: twice a week\nStarts: 2026-11-02', '2026-11-18 @maria 1h')],
    ['overdue, which is said already', invoices(month)],
    ['paused', invoices('Cadence: every day\nStarts: 2026-11-01', '2026-11-20 paused')],
    ['over', invoices('Cadence: every day\nStarts: 2026-11-01\nEnds: 2026-11-22')],
    ['to begin', invoices('Cadence: every day\nStarts: 2026-11-23')],
    ['as needed', invoices('Cadence: as needed\nStarts: 2020-01-01')],
    ['of no beginning', invoices('Cadence: every day')],
    ['with a day that could not be read', invoices('Cadence: every day\nStarts: 2026-11-01', '2026-11-32 @maria 1h')],
  );

  it('counts how often', () => {
    assert.match(findingIn('never-done', invoices('Cadence: every day\nStarts: 2026-11-20')).message, /^“Invoices” has never been done, and 3 due days in a row/);
    assert.match(findingIn('never-done', invoices('Cadence: every day\nStarts: 2026-11-01', '2026-11-18 @maria 1h')).message, /^“Invoices” was last done on 2026-11-18, and 4 due days in a row/);
  });
  it('answers with an entry', () =>
    assert.deepEqual(mended('never-done', invoices('Owner: @maria\nCadence: every day\nStarts: 2026-11-20')), { 'Log it as done today': '- 2026-11-23 @maria', 'Pause the function from today': '- 2026-11-23 paused' }));
});

describe('owner-away', () => {
  const team = (away: string, jon = ''): string => `---\nteam:\n  maria: { name: Maria Silva, away: ${away} }\n  jon: { name: Jon Park${jon} }\n  lin: { name: Lin Chen }\n---\n\n`;
  const away = '[[2026-11-27, 2026-12-04]]';
  const due = 'Owner: @maria\nBackup: @jon\nCadence: every month on the last workday';
  const marked = (note: string): string => note.replace(/(Owner: @maria)\n/, '$1\n         ^^^^^^\n');
  examples(
    'owner-away',
    ['on the due day', team(away) + marked(invoices(due))],
    ['on its first day', team('[[2026-11-30, 2026-11-30]]') + marked(invoices(due))],
    ['back by then', team('[[2026-11-20, 2026-11-29]]') + invoices(due)],
    ['gone after that', team('[[2026-12-01, 2026-12-24]]') + invoices(due)],
    ['in two spans that meet', team('[[2026-11-20, 2026-11-29], [2026-11-30, 2026-12-04]]') + marked(invoices(due))],
    ['done ahead', team(away) + invoices(due, '2026-11-23 @maria 1h')],
    ['done ahead, and away on the one after', team('[[2026-12-24, 2027-01-08]]') + marked(invoices(due, '2026-11-23 @maria 1h'))],
    ['skipped', team(away) + invoices(due, '2026-11-20 skipped')],
    ['paused', team(away) + invoices(`${due}\nPaused: 2026-11-01 to 2026-12-31`)],
    ['handed over for that time', team(away) + invoices(due, '2026-11-20 @jon handover for 2026-11-30')],
    ['handed over for any day of it', team(away) + invoices(due, '2026-11-20 @jon handover for 2026-12-01')],
    ['handed over for another time', team(away) + marked(invoices(due, '2026-07-20 @jon handover for 2026-07-31\n2026-10-30 @maria 1h'))],
    ['handed over long ago, as every function was', team(away) + marked(invoices(due, '2026-10-30 @maria 1h\n2026-09-01 @jon handover'))],
    ['has left: another rule speaks of that', team(`${away}, until: 2026-11-20`) + invoices(due)],
    ['unknown', team(away) + invoices(due.replace('maria', 'marai'))],
    ['nobody owns it', team(away) + invoices('Backup: @jon\nCadence: every Friday')],
    ['as needed', team(away) + invoices('Owner: @maria\nCadence: as needed')],
    ['a cadence that is not understood', team(away) + invoices('Owner: @maria\nCadence: every Firday')],
    ['a span that ends before it begins is found in the roster', team('[[2026-12-04, 2026-11-27]]') + invoices(due)],
    ['a one-off', team(away) + '## Photos (one-off)\n\n- Owner: @maria\n- Due: 2026-11-30\n'],
  );

  it('says until when, and whether the backup is away too', () => {
    assert.equal(findingIn('owner-away', team(away) + invoices(due)).message, '“Invoices” is due on 2026-11-30, and @maria is away until 2026-12-04. Hand it over for that time, and write it down.');
    assert.match(findingIn('owner-away', team(away, ', away: [[2026-11-30, 2026-11-30]]') + invoices(due)).message, /until 2026-12-04, as is the backup, @jon\./);
  });
  it('hands over to the backup, else to whoever is there', () => {
    assert.deepEqual(mended('owner-away', team(away) + invoices(due)), {
      'Hand over to the backup, @jon (Jon Park) until 2026-12-04': '- 2026-11-23 @jon handover for 2026-11-30: While @maria is away until 2026-12-04.',
      'Hand over to @lin (Lin Chen) until 2026-12-04': '- 2026-11-23 @lin handover for 2026-11-30: While @maria is away until 2026-12-04.',
    });
    assert.deepEqual(fixesOf('owner-away', team(away, ', away: [[2026-11-30, 2026-11-30]]') + invoices(due)), ['Hand over to @lin (Lin Chen) until 2026-12-04']);
  });
});

describe('duplicate-entry', () => {
  const friday = 'Cadence: every Friday\nStarts: 2026-11-06';
  const again = (entries: string): string => invoices(friday, entries.replace(/^>(.*)$/gm, '$1\n  ^^^^^^^^^^'));
  examples(
    'duplicate-entry',
    ['two entries a day', again('>2026-11-20 @maria 1h\n2026-11-20 @maria 1h\n2026-11-13 @maria 1h\n2026-11-06 @maria 1h')],
    ['three', again('>2026-11-20 @maria 1h\n>2026-11-20 @jon 30m\n2026-11-20 @maria 1h')],
    ['by name', again('>2026-11-21 @maria 1h for 2026-11-20\n2026-11-20 @maria 1h')],
    ['skipped and done', again('>2026-11-20 @maria 1h\n2026-11-20 skipped')],
    ['done ahead, and on its day', again('>2026-11-20 @maria 1h\n2026-11-19 @maria 1h\n2026-11-13 @maria\n2026-11-06 @maria')],
    ['one a week', again('2026-11-20 @maria 1h\n2026-11-13 @maria 1h\n2026-11-06 @maria 1h')],
    ['two a day, one of them for another', again('2026-11-20 @maria 1h for 2026-11-13\n2026-11-20 @maria 1h\n2026-11-06 @maria')],
    ['before Starts, which closes nothing', again('2026-10-20 @maria 1h\n2026-10-20 @maria 1h')],
    ['trained and done', again('2026-11-20 @maria trained\n2026-11-20 @maria 1h')],
    ['twice a week', invoices('Cadence: twice a week\nStarts: 2026-11-16', '2026-11-20 @maria 1h\n2026-11-20 @maria 1h')],
    ['as needed', invoices('Cadence: as needed', '2026-11-20 @maria 1h\n2026-11-20 @maria 1h')],
    ['on a day that does not exist', again('2026-11-31 @maria 1h\n2026-11-31 @maria 1h')],
    ['a cadence that is not understood', invoices('Cadence: every Firday', '2026-11-20 @maria 1h\n2026-11-20 @maria 1h')],
    ['counted from the last run', invoices('Cadence: every week when done', '2026-11-20 @maria 1h\n  ^^^^^^^^^^\n2026-11-20 @maria 1h\n2026-11-13 @maria 1h')],
  );

  const twice = again('2026-11-20 @maria 1h: Late.\n2026-11-20 @maria 1h 10m\n2026-11-06 @maria 1h');
  it('says which, and how often', () => {
    assert.match(findingIn('duplicate-entry', twice).message, /^The one that was due on 2026-11-20 is logged twice: it was done on 2026-11-20 already\./);
    assert.match(checkAll(parseFixture(again('2026-11-20 @jon\n2026-11-20 @lin\n2026-11-20 skipped')), { only: new Set(['duplicate-entry']) })[0]!.message, /is logged 3 times: it was skipped on/);
  });
  it('removes either', () => {
    assertFix('duplicate-entry', 'Remove this entry', twice, twice.replace('- 2026-11-20 @maria 1h: Late.\n', ''));
    assertFix('duplicate-entry', 'Remove the other one, of 2026-11-20', twice, twice.replace('- 2026-11-20 @maria 1h 10m\n', ''));
  });
  it('or makes it one of another day', () => {
    assertFix('duplicate-entry', 'Make it the one that was due on 2026-11-13', twice, twice.replace('1h: Late', '1h for 2026-11-13: Late'));
    assert.deepEqual(fixesOf('duplicate-entry', twice).slice(2), ['Make it the one that was due on 2026-11-13', 'Make it the one that was due on 2026-11-27']);
    const named = again('2026-11-21 @maria 1h for 2026-11-20\n2026-11-20 @maria 1h\n2026-11-06 @maria 1h');
    assertFix('duplicate-entry', 'Make it the one that was due on 2026-11-13', named, named.replace('for 2026-11-20', 'for 2026-11-13'));
  });
  it('offers no other day to what is counted from the last run', () =>
    assert.deepEqual(fixesOf('duplicate-entry', invoices('Cadence: every week when done', '2026-11-20 @maria 1h\n2026-11-20 @maria 1h\n2026-11-13 @maria 1h')), ['Remove this entry', 'Remove the other one, of 2026-11-20']));
  it('removes no entry that holds another', () =>
    assert.deepEqual(fixesOf('duplicate-entry', invoices(friday, '2026-11-20 @maria 1h\n  - 2026-11-13 @maria 1h\n2026-11-20 @maria 1h\n2026-11-06 @maria 1h'))[0], 'Remove the other one, of 2026-11-20'));
  it('runs without a day', () => assert.equal(checkAll(parseFixture(twice), { only: new Set(['duplicate-entry']), today: undefined }).length, 1));
});
