/** The rules of reading: what is said of entries, dates, durations and amounts that cannot be read, and what mends it. */
import assert from 'node:assert/strict';
import { applyFix, checkAll, parseFixture } from '../support/fixture.ts';
import { assertFix, examples, field, findingIn, fixesOf, header, mended, preferred } from '../support/ruleTests.ts';

/** An entry of a recurring function, with its marks: `sent it 1h` and `^^^^^^^`. */
const entry = (words: string, marks = ''): string => `## Invoices (recurring)\n\n- 2026-10-30 ${words}\n${marks === '' ? '' : `             ${marks}\n`}`;

describe('unreadable-entry', () => {
  examples(
    'unreadable-entry',
    ['a word', entry('sent 1h', '^^^^')],
    ['words in a row are one finding', entry('sent it all 1h', '^^^^^^^^^^^')],
    ['words apart are one each', entry('sent 1h late', '^^^^    ^^^^')],
    ['a second verb', entry('done skipped', '     ^^^^^^^')],
    ['a second duration, with all its words', entry('1h 2h 30m', '   ^^^^^^')],
    ['a second person', entry('@maria @jon', '       ^^^^')],
    ['a second explanation', entry('explained 5m explained 10m', '             ^^^^^^^^^^^^^')],
    ['a rating above five', entry('7/5', '^^^')],
    ['for without a date takes the words behind it along', entry('for client Mayer 1h', '^^^')],
    ['explained without a duration', entry('explained: the new tool', '^^^^^^^^^')],
    ['a date that is not behind for', entry('2026-09-30 1h', '^^^^^^^^^^')],
    ['a number of something', entry('3 crates 1h', '^^^^^^^^')],
    ['a dash between words that are understood', entry('– 1h - @maria — done')],
    ['an emoji, from its first to its last half', entry('🎉 1h', '^^')],
    ['words on a wrapped line', '## Invoices (recurring)\n\n- 2026-10-30 @maria\n  sent 1h\n  ^^^^\n'],
    ['behind the colon anything goes', entry('1h: sent, as always, 7/5 @nobody')],
    ['a comment is no word', entry('1h <!-- sent --> 5/5')],
    ['in prose it is no entry', '## Invoices (recurring)\n\nOn 2026-10-30 sent it.\n'],
    ['in code it is no entry', '## Invoices (recurring)\n\n```\n- 2026-10-30 sent it\n```\n'],
  );

  const moved: readonly (readonly [words: string, title: string, line: string])[] = [
    ['sent it 1h', 'Move “sent it” into the note', '1h: sent it'],
    ['@maria sent it 1h: 14 invoices', 'Move “sent it” into the note', '@maria 1h: sent it: 14 invoices'],
    ['sent 1h late', 'Move what is not understood into the note', '1h: sent late'],
    ['1h, sent, it, 4/5', 'Move “sent it” into the note', '1h, 4/5: sent, it'],
    ['for client Mayer 1h', 'Move what is not understood into the note', '1h: for client Mayer'],
    ['1h 2h 30m', 'Move “2h 30m” into the note', '1h: 2h 30m'],
    ['1h paid to Jon', 'Move “to Jon” into the note', '1h paid: to Jon'],
    ['explained: the new tool', 'Move “explained” into the note', ': explained: the new tool'],
    ['skiped', 'Change “skiped” to “skipped”', 'skipped'],
    ['skiped holiday', 'Change “skiped” to “skipped” and move the rest into the note', 'skipped: holiday'],
    ['Finished 1h', 'Change “Finished” to “done”', 'done 1h'],
    ['explian 20m', 'Change “explian” to “explained”', 'explained 20m'],
    ['7/5', 'Change to “5/5”', '5/5'],
    ['8/10', 'Change to “4/5”', '4/5'],
    ['2026-09-30 1h', 'Change to “for 2026-09-30”', 'for 2026-09-30 1h'],
    ['3 crates 1h', 'Move “3 crates” into the note', '1h: 3 crates'],
    ['5 stars 1h', 'Change to “5/5”', '5/5 1h'],
    ['1h,so @maria: x', 'Move “so” into the note', '1h, @maria: so: x'],
    ['@maria explained for 20m', 'Change to “explained 20m”', '@maria explained 20m'],
    ['paused until 2026-12-01', 'Move what is not understood into the note', 'paused: until 2026-12-01'],
    ['1h – sent to all, paid', 'Make all from “sent to all” on the note', '1h: sent to all, paid'],
    ['sent (1h) 4/5', 'Move “sent” into the note', '(1h) 4/5: sent'],
    ['@maria’s 1h', 'Change to “@maria”', '@maria 1h'],
  ];
  for (const [words, title, line] of moved) {
    it(`${words} → ${line}`, () => {
      const expected = `- 2026-10-30${line.startsWith(':') ? '' : ' '}${line}`;
      assert.equal(mended('unreadable-entry', entry(words))[title], expected);
    });
  }

  it('does not take the end of a span for another day', () => {
    for (const words of ['paused until 2026-12-01', '1h – 2026-11-18']) {
      assert(!checkAll(parseFixture(entry(words))).flatMap((found) => found.fixes()).some(({ title }) => title.includes('for 2026')), words);
    }
  });

  it('knows people without their @, and does not move away who was awarded a job', () => {
    const team = '---\nteam:\n  maria: { name: Maria Silva }\n---\n\n';
    assert.equal(preferred('unreadable-entry', team + entry('maria 1h: x')), 'Change “maria” to “@maria”');
    assert.equal(preferred('unreadable-entry', entry('awarded Tom’s Shop').replace('recurring', 'one-off')), undefined);
  });

  it('tells of twenty in a line, and of how many more', () => {
    const found = checkAll(parseFixture(entry('word 90 '.repeat(2000))), { only: new Set(['unreadable-entry']) });
    assert(found.length <= 20);
    const begin = performance.now();
    for (const finding of found) finding.fixes();
    assert(performance.now() - begin < 1000);
    const apart = checkAll(parseFixture(entry('word 7/5 '.repeat(2000))), { only: new Set(['unreadable-entry']) });
    assert.equal(apart.length, 20);
    assert.match(apart.at(-1)!.message, /1981 more/);
  });

  it('offers the verb of the kind of task', () => {
    assert.deepEqual(fixesOf('unreadable-entry', entry('award 1h')), ['Move “award” into the note']);
    assert.equal(preferred('unreadable-entry', entry('award 1h').replace('recurring', 'one-off')), 'Change “award” to “awarded”');
  });

  it('takes a sentence for a sentence, verbs and all', () => {
    const [first] = checkAll(parseFixture(entry('1h Sent the invoices, all paid on time')), { only: new Set(['unreadable-entry']) });
    const fixes = first!.fixes();
    assert.equal(fixes[0]!.title, 'Make all from “Sent the invoices all” on the note');
    assert.equal(fixes[0]!.preferred, true);
    const after = applyFix(parseFixture(entry('1h Sent the invoices, all paid on time')).files, fixes[0]!);
    assert.equal(after.get('note.delegate.md'), entry('1h: Sent the invoices, all paid on time'));
  });

  it('joins a wrapped entry in one line', () => {
    assertFix('unreadable-entry', 'Move “sent it” into the note', '## A (recurring)\n\n- 2026-10-30 sent it\r\n  @maria 1h\r\n', '## A (recurring)\n\n- 2026-10-30 @maria 1h: sent it\r\n');
  });

  it('keeps to a date that two people read in two ways', () => {
    assert.deepEqual(fixesOf('unreadable-entry', entry('3/4/2026')).slice(0, 2), ['Change to “for 2026-04-03”', 'Change to “for 2026-03-04”']);
    assert.equal(preferred('unreadable-entry', entry('3/4/2026')), undefined);
  });
});

describe('invalid-date', () => {
  examples(
    'invalid-date',
    ['an entry', '- 2026-02-30 1h\n'.replace('-', '## A (recurring)\n\n-') + '  ^^^^^^^^^^\n'],
    ['behind for', entry('for 2026-02-30', '    ^^^^^^^^^^')],
    ['a field', field('Starts: 2026-13-01', '        ^^^^^^^^^^')],
    ['a field in words', field('Starts: 20 March 2026', '        ^^^^^^^^^^^^^')],
    ['one end of a pause', field('Paused: 2026-07-01 to 2026-06-31', '                      ^^^^^^^^^^')],
    ['a pause that ends before it begins', field('Paused: 2026-08-01 to 2026-07-01', '        ^^^^^^^^^^^^^^^^^^^^^^^^')],
    ['a milestone', '## A (one-off)\n\n- [x] 2026-09-31 All files: 290 EUR\n      ^^^^^^^^^^\n'],
    ['a holiday', '---\nholidays: [2026-12-25, 2026-02-30]\n                       ^^^^^^^^^^\n---\n'],
    ['a quoted day, with its quotes', '---\nreviewed: "2026-2-3"\n          ^^^^^^^^^^\n---\n'],
    ['a last day and an absence', '---\nteam:\n  jon: { until: 31.12.2026, away: [[2026-01-32, 2026-02-01]] }\n                ^^^^^^^^^^          ^^^^^^^^^^\n---\n'],
    ['the 29th in a leap year', field('Starts: 2028-02-29')],
    ['nothing yet', field('Starts: TBD')],
    ['a day in prose', '## A (recurring)\n\nSince 2026-02-30.\n'],
    ['a field of the other kind, which nothing reads', field('Due: 2026-02-30')],
    ['a comment behind the day', field('Starts: 2026-02-28 <!-- as agreed -->')],
  );

  const fixes: readonly (readonly [note: string, expected: Record<string, string>])[] = [
    [entry('for 2026-02-30'), { 'Change to 2026-02-28': '- 2026-10-30 for 2026-02-28' }],
    [field('Starts: 2026-2-3'), { 'Change to 2026-02-03': '- Starts: 2026-02-03' }],
    [field('Starts: 31.12.2026'), { 'Change to 2026-12-31': '- Starts: 2026-12-31' }],
    [field('Starts: March 20th, 2026'), { 'Change to 2026-03-20': '- Starts: 2026-03-20' }],
    [field('Starts: 2026-11-23 at noon'), { 'Change to 2026-11-23': '- Starts: 2026-11-23' }],
    [field('Starts: 3/4/2026'), { 'Change to 2026-04-03': '- Starts: 2026-04-03', 'Change to 2026-03-04': '- Starts: 2026-03-04' }],
    [field('Starts: 2026-13-01'), { 'Change to 2026-01-13': '- Starts: 2026-01-13' }],
    [field('Starts: 2026-13-31'), {}],
    [field('Starts: 2026‑11–01'), {}],
    [field('Starts: 2026–11–01'), { 'Change to 2026-11-01': '- Starts: 2026-11-01' }],
    ['## A (recurring)\n\n- 2026-11-15T10:00 @maria 1h', { 'Change to 2026-11-15': '- 2026-11-15 @maria 1h' }],
    [field('Starts: next Friday'), {}],
    [field('Starts: 2026-01-01 or 2026-02-02'), {}],
    [field('Paused: until further notice'), { 'Change to yes, for a pause without an end': '- Paused: yes' }],
    [field('Paused: 2026-08-01 to 2026-07-01'), { 'Swap the two days': '- Paused: 2026-07-01 to 2026-08-01' }],
    [header('reviewed: "2026-2-3"'), { 'Change to 2026-02-03': 'reviewed: 2026-02-03' }],
  ];
  for (const [note, expected] of fixes) it(note.trim().split('\n').at(note.startsWith('---') ? 1 : -1)!, () => assert.deepEqual(mended('invalid-date', note), expected));

  it('says that there is no such month', () => assert.match(findingIn('invalid-date', field('Starts: 2026-13-01')).message, /no month 13/));

  it('takes nothing by itself that can be read in two ways', () => {
    assert.equal(preferred('invalid-date', field('Starts: 3/4/2026')), undefined);
    assert.equal(preferred('invalid-date', field('Starts: 3.4.2026')), 'Change to 2026-04-03');
  });

  it('replaces a value over its wrapped lines', () => {
    assertFix('invalid-date', 'Change to 2026-03-20', field('Starts: 20 March\n  2026\n- Cadence: weekly'), field('Starts: 2026-03-20\n- Cadence: weekly'));
  });
});

describe('invalid-duration', () => {
  examples(
    'invalid-duration',
    ['another language', field('Estimate: 1,5 std', '          ^^^^^^^')],
    ['a bare number in an entry', entry('@maria 90: done', '       ^^')],
    ['a clock', entry('1:30', '^^^^')],
    ['behind explained', entry('1h explained 90', '             ^^')],
    ['longer than a year', entry('99999h', '^^^^^^')],
    ['every spelling that is read', entry('90 min explained 1.5h')],
    ['nothing yet', field('Estimate: -')],
  );

  const fixes: readonly (readonly [note: string, expected: Record<string, string>])[] = [
    [field('Estimate: 1,5 std'), { 'Change to 1h 30m': '- Estimate: 1h 30m' }],
    [field('Estimate: about 2h'), { 'Change to 2h': '- Estimate: 2h' }],
    [field('Estimate: 2-3h'), { 'Change to 3h': '- Estimate: 3h' }],
    [field('Estimate: 90'), { 'Change to 1h 30m': '- Estimate: 1h 30m', 'Change to 90h': '- Estimate: 90h' }],
    [field('Estimate: 2'), { 'Change to 2h': '- Estimate: 2h', 'Change to 2m': '- Estimate: 2m' }],
    [field('Estimate: half a day'), {}],
    [field('Estimate: constructor'), {}],
    [entry('1:30'), { 'Change to 1h 30m': '- 2026-10-30 1h 30m', 'Move “1:30” into the note': '- 2026-10-30: 1:30' }],
    [entry('1.5'), { 'Change to 1h 30m': '- 2026-10-30 1h 30m', 'Move “1.5” into the note': '- 2026-10-30: 1.5' }],
    [entry('1h 30'), { 'Move “30” into the note': '- 2026-10-30 1h: 30' }],
    [entry('1h explained 20'), { 'Change to 20m': '- 2026-10-30 1h explained 20m', 'Change to 20h': '- 2026-10-30 1h explained 20h' }],
  ];
  for (const [note, expected] of fixes) it(note.trim().split('\n').at(-1)!, () => assert.deepEqual(mended('invalid-duration', note), expected));
});

describe('invalid-amount', () => {
  examples(
    'invalid-amount',
    ['commas and points the other way round', field('Budget: 1.200,50 EUR', '        ^^^^^^^^^^^^', 'one-off')],
    ['no currency', field('Budget: 300', '        ^^^', 'one-off')],
    ['a bid', '## A (one-off)\n\n| Bidder | Price |\n| --- | --- |\n| @lin | 1.200,50 € |\n         ^^^^^^^^^^\n| Tomek | open |\n'],
    ['an entry', entry('awarded @lin 1.200,50 EUR', '             ^^^^^^^^^^^^')],
    ['every form that is read', '## A (one-off)\n\n- Budget: EUR 280\n\n- 2026-10-30 awarded €280\n- 2026-10-29 posted $1,200.50\n'],
  );

  const fixes: readonly (readonly [value: string, meant: string | undefined])[] = [
    ['1.200,50 EUR', '1200.50 EUR'], ['300', '300 EUR'], ['1.200', '1200 EUR'], ['1\u00a0200,50\u00a0€', '1200.50 EUR'], ['300 euros', '300 EUR'], ['300 Dollar', '300 USD'], ['about 300', '300 EUR'],
    ['max. 300 USD', '300 USD'], ['300-400 EUR', '400 EUR'], ['300,- €', '300 EUR'], ['free', undefined], ['2 or 3 crates', undefined], ['300 XXX', undefined],
  ];
  for (const [value, meant] of fixes) {
    it(`Budget: ${value} → ${meant ?? 'nothing'}`, () => {
      const note = `${header('currency: EUR')}\n${field(`Budget: ${value}`, '', 'one-off')}`;
      assert.deepEqual(mended('invalid-amount', note), meant === undefined ? {} : { [`Change to ${meant}`]: `- Budget: ${meant}` });
    });
  }

  it('takes a bare number behind “awarded” for a sum', () => {
    const note = `${header('currency: EUR')}\n${entry('awarded @lin 3200').replace('recurring', 'one-off')}`;
    assert.equal(mended('invalid-amount', note)['Change to 3200 EUR'], '- 2026-10-30 awarded @lin 3200 EUR');
  });

  it('takes the currency of another note of the folder, and none where none is known', () => {
    const note = field('Budget: 300', '', 'one-off');
    assert.deepEqual(fixesOf('invalid-amount', note), []);
    assert.deepEqual(fixesOf('invalid-amount', `${note}--- team.delegate.md\n${header('currency: CHF')}`), ['Change to 300 CHF']);
  });
});
