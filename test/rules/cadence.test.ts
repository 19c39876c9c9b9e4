/** The rules of cadences, by example. Today is 2026-11-23, a Monday. */
import assert from 'node:assert/strict';
import { assertFix, examples, field, findingIn, fixed, fixesOf, mended, preferred } from '../support/ruleTests.ts';

const cadence = (text: string, marks = '', more = ''): string => `${field(`Cadence: ${text}`, marks)}${more}`;

describe('invalid-cadence', () => {
  examples(
    'invalid-cadence',
    ['a slip of the finger, at the word', cadence('every Firday', '               ^^^^^^')],
    ['a clock', cadence('hourly', '         ^^^^^^')],
    ['an interval of hours', cadence('every 2 hours', '                 ^^^^^')],
    ['a word that names no day', cadence('soon', '         ^^^^')],
    ['once only', cadence('next week', '         ^^^^')],
    ['cron with minutes', cadence('*/5 * * * *', '         ^^^')],
    ['a repeater of hours', cadence('+1h', '          ^^')],
    ['over two lines, at the word', '## Invoices (recurring)\n\n- Cadence: every month on\n  the last wokday\n           ^^^^^^\n'],
    ['a day that no month has', cadence('every month on the 32nd', '                            ^^^^')],
    ['in words', cadence('every Friday')],
    ['in another notation', cadence('FREQ=WEEKLY;BYDAY=FR')],
    ['ambiguous', cadence('biweekly')],
    ['nothing yet', cadence('TBD')],
    ['of a one-off, which has none', field('Cadence: soon', '', 'one-off')],
  );

  it('says why, and how else it is written', () => {
    assert.equal(findingIn('invalid-cadence', cadence('hourly')).message, '“hourly” is not understood in a cadence: a function has a day, not a clock. So it is never due. Write it as in “every day”, “every workday” or “twice a week”.');
    assert.match(findingIn('invalid-cadence', cadence('regularly')).message, /it names no day that comes again\./);
  });
  it('offers the three nearest', () => assert.deepEqual(fixesOf('invalid-cadence', cadence('every Firday')), ['Change to “every Friday”', 'Change to “every day”', 'Change to “every Saturday”']));
  it('writes one in the place of all that was there', () =>
    assertFix('invalid-cadence', 'Change to “every month on the last workday”', '## Invoices (recurring)\n\n- Cadence: every month on\n  the last wokday\n- Estimate: 1h\n', '## Invoices (recurring)\n\n- Cadence: every month on the last workday\n- Estimate: 1h\n'));
  it('has one finding for a text without end', () => {
    const { range, message } = findingIn('invalid-cadence', cadence('every '.repeat(20_000)));
    assert.equal(range.start.character, 11);
    assert(message.length < 400);
  });
});

describe('ambiguous-cadence', () => {
  const starts = '- Starts: 2026-11-27\n';
  examples(
    'ambiguous-cadence',
    ['biweekly', cadence('biweekly', '         ^^^^^^^^', starts)],
    ['bimonthly', cadence('bimonthly', '         ^^^^^^^^^')],
    ['biannual', cadence('biannual', '         ^^^^^^^^')],
    ['biweekly on one day, which cannot be twice a week', cadence('biweekly on Friday', '', starts)],
    ['every other Friday, of no beginning', cadence('every other Friday', '         ^^^^^^^^^^^^^^^^^^')],
    ['every 3 days', cadence('every 3 days', '         ^^^^^^^^^^^^')],
    ['every 2 weeks', cadence('every 2 weeks', '         ^^^^^^^^^^^^^')],
    ['with Starts', cadence('every other Friday', '', starts)],
    ['with a beginning in its words', cadence('every other Friday starting 2026-11-27')],
    ['with an entry', cadence('every other Friday', '', '\n- 2026-11-13 @maria 1h\n')],
    ['with an entry that closes nothing', cadence('every other Friday', '         ^^^^^^^^^^^^^^^^^^', '\n- 2026-11-13 @maria trained\n')],
    ['with a Starts that is no day, which is found there', cadence('every other Friday', '', '- Starts: 2026-02-30\n')],
    ['with a Starts to fill in', cadence('every other Friday', '         ^^^^^^^^^^^^^^^^^^', '- Starts: TBD\n')],
    ['every 2 months, which begin with January', cadence('every 2 months')],
    ['every Friday', cadence('every Friday')],
    ['counted from the last run', cadence('every 6 weeks after completion')],
    ['as needed', cadence('as needed')],
  );

  it('offers each reading', () => {
    assert.deepEqual(fixesOf('ambiguous-cadence', cadence('biweekly')), ['Change to “every 2 weeks”', 'Change to “twice a week”']);
    assert.deepEqual(fixesOf('ambiguous-cadence', cadence('biannual')), ['Change to “every 2 years”', 'Change to “twice a year”', 'Change to “every 6 months”']);
  });
  it('keeps an end, in its own field', () =>
    assertFix('ambiguous-cadence', 'Change to “twice a week”', cadence('biweekly until 2026-12-31'), cadence('twice a week', '', '- Ends: 2026-12-31\n')));
  it('offers each beginning', () => {
    assert.deepEqual(fixesOf('ambiguous-cadence', cadence('every other Friday')), ['Begin on 2026-11-27', 'Begin on 2026-12-04']);
    assert.deepEqual(fixesOf('ambiguous-cadence', cadence('every 2 weeks on Mon and Thu')), ['Begin on 2026-11-23', 'Begin on 2026-11-30']);
    assert.deepEqual(fixesOf('ambiguous-cadence', cadence('every 3 days')), ['Begin on 2026-11-23', 'Begin on 2026-11-24', 'Begin on 2026-11-25']);
    assert.deepEqual(fixesOf('ambiguous-cadence', cadence('every 10 workdays')).length, 4);
    assert.deepEqual(fixesOf('ambiguous-cadence', cadence('every 5 months on the 5th')), ['Begin on 2026-12-05', 'Begin on 2027-01-05', 'Begin on 2027-02-05', 'Begin on 2027-03-05']);
  });
  it('writes it into Starts', () => assertFix('ambiguous-cadence', 'Begin on 2026-12-04', cadence('every other Friday'), cadence('every other Friday', '', '- Starts: 2026-12-04\n')));
  it('offers none without a day', () => assert.deepEqual(fixesOf('ambiguous-cadence', cadence('every other Friday'), { today: undefined }), []));
});

describe('lossy-cadence', () => {
  examples(
    'lossy-cadence',
    ['the time of day of cron', cadence('0 9 * * 1', '         ^^^^^^^^^')],
    ['the months that cron leaves out', cadence('0 0 31 * *', '         ^^^^^^^^^^')],
    ['a shorthand', cadence('@weekly')],
    ['a repeater', cadence('.+1w')],
    ['a rule that a cadence can say', cadence('FREQ=WEEKLY;BYDAY=MO')],
    ['words', cadence('every Monday')],
    ['of a one-off', field('Cadence: 0 9 * * 1', '', 'one-off')],
  );

  it('says what is lost', () => {
    assert.match(findingIn('lossy-cadence', cadence('0 9 * * 1')).message, /^“0 9 \* \* 1” is read as “every Monday”: the time of day is dropped/);
    assert.match(findingIn('lossy-cadence', cadence('0 0 31 * *')).message, /time of day is dropped.*, and in a month that does not have the day, it is due on the last one/);
  });
  it('writes it in words', () => assertFix('lossy-cadence', 'Write it as “every Monday”', cadence('0 9 * * 1'), cadence('every Monday')));
});

describe('missing-cadence', () => {
  const note = (title: string, more = ''): string => `## ${title} (recurring)\n\n- Owner: @maria\n${more}`;
  it('proposes what a word of the title says', () => {
    assert.equal(preferred('missing-cadence', note('Weekly report')), 'Set the cadence to “every week”, as the title says');
    assert.equal(preferred('missing-cadence', note('The Friday letter')), 'Set the cadence to “every Friday”, as the title says');
    assert.equal(preferred('missing-cadence', note('Holiday list for the family')), undefined);
  });
  it('proposes every other week only where it is known when the first one is', () => {
    const others = 'Set the cadence to “every other week”';
    assert(!fixesOf('missing-cadence', note('Invoices')).includes(others));
    assert(fixesOf('missing-cadence', note('Invoices', '- Starts: 2026-11-27\n')).includes(others));
    assert(fixesOf('missing-cadence', note('Invoices', '\n- 2026-11-20 @maria 1h\n')).includes(others));
  });
});

describe('an end that comes before its start', () => {
  const days = (starts: string, ends: string, marks = ''): string => `## Invoices (recurring)\n\n- Cadence: every Friday\n- Starts: ${starts}\n- Ends: ${ends}\n${marks}`;
  examples(
    'invalid-date',
    ['in fields', days('2026-05-01', '2026-04-30', '        ^^^^^^^^^^\n')],
    ['on the same day', days('2026-05-01', '2026-05-01')],
    ['in the cadence', cadence('every Friday until 2020-01-01', '                      ^^^^^^^^^^^^^^^^', '- Starts: 2026-01-01\n')],
    ['in one that is in the cadence and not counted', cadence('every Friday until 2020-01-01', '', '- Starts: 2026-01-01\n- Ends: 2026-12-31\n')],
    ['of a one-off, which has neither', '## Photos (one-off)\n\n- Starts: 2026-05-01\n- Ends: 2026-04-30\n'],
    ['the year 0 and the year 99999', days('0000-01-01', '99999-01-01', '        ^^^^^^^^^^^\n').replace('- Ends', '          ^^^^^^^^^^\n- Ends')],
  );

  it('swaps the two', () => assertFix('invalid-date', 'Swap Starts and Ends', days('2026-05-01', '2026-04-30'), days('2026-04-30', '2026-05-01')));
  it('says what there is no year of', () => {
    assert.match(findingIn('invalid-date', field('Starts: 0000-01-01')).message, /^There is no year 0/);
    assert.match(findingIn('invalid-date', field('Ends: 99999-01-01')).message, /^Years go up to 9999/);
    assert.deepEqual(fixesOf('invalid-date', field('Ends: 99999-01-01')), []);
  });
});

describe('the beginning and the end of a cadence', () => {
  const lossy = (text: string, more = ''): string => cadence(`0 9 * * 5`, '', more).replace('0 9 * * 5', text);
  it('is found by the rules as if it were in the fields', () =>
    assert.deepEqual(Object.values(mended('lossy-cadence', lossy('RRULE:FREQ=MONTHLY;BYMONTHDAY=31;UNTIL=20261231')))[0], '- Cadence: every month on the 31st ⏎ - Ends: 2026-12-31'));
  it('counts the times from the beginning', () =>
    assert.match([...fixed('lossy-cadence', lossy('RRULE:FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3', '- Starts: 2026-10-31\n')).values()][0]!, /- Cadence: every month on the 31st\n- Starts: 2026-10-31\n- Ends: 2026-12-31\n/));
  it('leaves the times where nobody knows when they begin', () =>
    assert.match([...fixed('lossy-cadence', lossy('RRULE:FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3')).values()][0]!, /- Cadence: every month on the 31st for 3 times\n/));
});
