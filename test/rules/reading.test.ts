/** The rules of reading: what is said of text that cannot be read, and what mends it. */
import assert from 'node:assert/strict';
import { applyFix, assertFindings, checkAll, parseFixture } from '../support/fixture.ts';
import { assertFix, examples, findingIn, fixesOf } from '../support/ruleTests.ts';

/** An entry of a recurring function, with its marks: `sent it 1h` and `^^^^^^^`. */
const entry = (words: string, marks = ''): string => `## Invoices (recurring)\n\n- 2026-10-30 ${words}\n${marks === '' ? '' : `             ${marks}\n`}`;

/** A field of a task. */
const field = (text: string, marks = '', kind = 'recurring'): string => `## Invoices (${kind})\n\n- ${text}\n${marks === '' ? '' : `  ${marks}\n`}`;

const header = (yaml: string): string => `---\n${yaml}\n---\n`;

/** Each fix of the first finding: its title and the lines that it writes, joined with ` ⏎ `. */
function mended(code: string, note: string): Record<string, string> {
  const { files } = parseFixture(note);
  const before = new Set([...files.values()].join('\n').split('\n'));
  return Object.fromEntries(
    checkAll({ files }, { only: new Set([code]) })[0]!.fixes().map((fix) => {
      const after = [...applyFix(files, fix).values()].join('\n').split('\n');
      return [fix.title, after.filter((line) => !before.has(line)).join(' ⏎ ')];
    }),
  );
}

/** The title of the fix that is taken by itself. */
const preferred = (code: string, note: string): string | undefined => findingIn(code, note).fixes().find((fix) => fix.preferred)?.title;

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
    ['@maria’s 1h', 'Change to “@maria”', '@maria 1h'],
  ];
  for (const [words, title, line] of moved) {
    it(`${words} → ${line}`, () => {
      const expected = `- 2026-10-30${line.startsWith(':') ? '' : ' '}${line}`;
      assert.equal(mended('unreadable-entry', entry(words))[title], expected);
    });
  }

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
    [field('Starts: next Friday'), {}],
    [field('Starts: 2026-01-01 or 2026-02-02'), {}],
    [field('Paused: until further notice'), { 'Change to yes, for a pause without an end': '- Paused: yes' }],
    [field('Paused: 2026-08-01 to 2026-07-01'), { 'Swap the two days': '- Paused: 2026-07-01 to 2026-08-01' }],
    [header('reviewed: "2026-2-3"'), { 'Change to 2026-02-03': 'reviewed: 2026-02-03' }],
  ];
  for (const [note, expected] of fixes) it(note.trim().split('\n').at(note.startsWith('---') ? 1 : -1)!, () => assert.deepEqual(mended('invalid-date', note), expected));

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
    ['a number and a word', entry('3 crates 1h', '^^^^^^^^')],
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
    [entry('3 crates 1h'), { 'Move “3 crates” into the note': '- 2026-10-30 1h: 3 crates' }],
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
    ['1.200,50 EUR', '1200.50 EUR'], ['300', '300 EUR'], ['1.200', '1200 EUR'], ['300 euros', '300 EUR'], ['300 Dollar', '300 USD'], ['about 300', '300 EUR'],
    ['max. 300 USD', '300 USD'], ['300-400 EUR', '400 EUR'], ['300,- €', '300 EUR'], ['free', undefined], ['2 or 3 crates', undefined], ['300 XXX', undefined],
  ];
  for (const [value, meant] of fixes) {
    it(`Budget: ${value} → ${meant ?? 'nothing'}`, () => {
      const note = `${header('currency: EUR')}\n${field(`Budget: ${value}`, '', 'one-off')}`;
      assert.deepEqual(mended('invalid-amount', note), meant === undefined ? {} : { [`Change to ${meant}`]: `- Budget: ${meant}` });
    });
  }

  it('takes the currency of another note of the folder, and none where none is known', () => {
    const note = field('Budget: 300', '', 'one-off');
    assert.deepEqual(fixesOf('invalid-amount', note), []);
    assert.deepEqual(fixesOf('invalid-amount', `${note}--- team.delegate.md\n${header('currency: CHF')}`), ['Change to 300 CHF']);
  });
});

describe('unknown-field', () => {
  examples(
    'unknown-field',
    ['a slip', field('Ownr: @maria', '^^^^')],
    ['a field of the other kind', field('Budget: 300 EUR', '^^^^^^')],
    ['in bold', field('**Client portal:** x', '  ^^^^^^^^^^^^^')],
    ['a name of its own', field('Client: x', '^^^^^^', 'one-off')],
    ['a name that the note allows', header('fields: [client, Portal]') + field('Client: x')],
    ['a name that another note allows', `${field('Client: x')}--- team.delegate.md\n${header('fields: client')}`],
    ['the case and the spaces of a name do not matter', field('same-AS: none', '', 'one-off')],
    ['a list of something else', '## A (recurring)\n\nWhat it takes:\n\n- Paper: white\n- Ink: black\n'],
    ['a key that is nearly one', '---\nholiday: [2026-12-25]\n^^^^^^^\n---\n'],
    ['a key in another case', '---\nTeam: { maria: Maria }\n^^^^\n---\n'],
    ['a key of a person', '---\nteam:\n  maria: { nam: Maria, phone: 1 }\n           ^^^\n---\n'],
    ['keys of other tools', header('title: x\ntags: [a]\nlayout: note\naliases: []\ndate: 2026-01-01\ncssclasses: x')],
    ['a key whose meaning is there already', header('holidays: []\nholiday: x')],
    ['Object.prototype is no key', header('constructor: x\ntoString: y\n__proto__: z')],
  );

  it('sets the canonical name', () => {
    assert.deepEqual(mended('unknown-field', field('**ownr**: @maria')), { 'Change to Owner': '- **Owner**: @maria', 'Allow “ownr” in this folder’s notes': '--- ⏎ fields: [ownr] ⏎ ---' });
    assert.equal(preferred('unknown-field', field('Deadline: 2026-12-01', '', 'one-off')), 'Change to Due');
    assert.equal(preferred('unknown-field', field('How often: weekly')), 'Change to Cadence');
  });

  it('makes no second field of a name', () => {
    assert.deepEqual(fixesOf('unknown-field', field('Ownr: @maria\n- Owner: @jon')), ['Allow “Ownr” in this folder’s notes']);
  });

  const allowed: readonly (readonly [before: string, after: string])[] = [
    ['', '---\nfields: [Client]\n---\n\n'],
    ['---\n---\n', '---\nfields: [Client]\n---\n'],
    ['---\ncurrency: EUR\n---\n', '---\ncurrency: EUR\nfields: [Client]\n---\n'],
    ['---\nfields:\ncurrency: EUR\n---\n', '---\nfields: [Client]\ncurrency: EUR\n---\n'],
    ['---\nfields: Portal\n---\n', '---\nfields: [Portal, Client]\n---\n'],
    ['---\nfields: []\n---\n', '---\nfields: [Client]\n---\n'],
    ['---\nfields: [ Portal, "No" ]\n---\n', '---\nfields: [ Portal, "No", Client ]\n---\n'],
    ['---\nfields: [Portal,] # ours\n---\n', '---\nfields: [Portal, Client] # ours\n---\n'],
    ['---\nfields:\n  - Portal\n  - Site\ncurrency: EUR\n---\n', '---\nfields:\n  - Portal\n  - Site\n  - Client\ncurrency: EUR\n---\n'],
    ['---\r\nfields:\r\n- Portal\r\n---\r\n', '---\r\nfields:\r\n- Portal\r\n- Client\r\n---\r\n'],
  ];
  for (const [before, after] of allowed) {
    it(`allows a name in ${JSON.stringify(before)}`, () => {
      assertFix('unknown-field', 'Allow “Client” in this folder’s notes', before + field('Client: x'), after + field('Client: x'));
    });
  }

  it('allows nothing in front matter that is broken', () => {
    assert.deepEqual(fixesOf('unknown-field', `${header('fields: {a: b}')}${field('Client: x')}`), []);
    assert.deepEqual(fixesOf('unknown-field', `${header('business: @x')}${field('Client: x')}`), []);
  });

  it('changes a key', () => assert.deepEqual(mended('unknown-field', header('holiday: [2026-12-25]')), { 'Change to holidays': 'holidays: [2026-12-25]' }));
});

describe('duplicate-field', () => {
  examples(
    'duplicate-field',
    ['the second', field('Owner: @maria\n- Cadence: weekly\n- Owner: @jon\n  ^^^^^')],
    ['in another style', field('Owner: @maria\n- **owner:** @jon\n    ^^^^^')],
    ['each further one', field('Owner: @maria\n- Owner: @jon\n  ^^^^^\n- Owner: @lin\n  ^^^^^')],
    ['names of one’s own may be there twice', header('fields: [Link]') + field('Link: a\n- Link: b')],
    ['of the other kind, which is said already', field('Budget: 1 EUR\n- Budget: 2 EUR')],
  );

  const two = (one: string, other: string): string => field(`${one}\n- ${other}`, '', 'one-off');
  const fixes: readonly (readonly [note: string, ...fixes: [title: string, after: string][]])[] = [
    [two('Due: 2026-12-01', 'due: 2026-12-01'), ['Remove the second “Due”', field('Due: 2026-12-01', '', 'one-off')]],
    [two('Due: 2026-12-01', 'Due:'), ['Remove the empty “Due”', field('Due: 2026-12-01', '', 'one-off')]],
    [two('Due: TBD', 'Due: 2026-12-01'), ['Keep “2026-12-01”', field('Due: 2026-12-01', '', 'one-off')]],
    [two('Owner: @maria', 'Owner: @jon'), ['Keep “@maria”', field('Owner: @maria', '', 'one-off')], ['Keep “@jon”', field('Owner: @jon', '', 'one-off')]],
    [two('Skills: photo, retouch', 'Skills: Light; photo'), ['Merge into “photo, retouch, Light”', field('Skills: photo, retouch, Light', '', 'one-off')]],
    [two('Skills: photo,\n  retouch', 'Skills: light'), ['Merge into “photo, retouch, light”', field('Skills: photo, retouch, light', '', 'one-off')]],
  ];
  for (const [note, ...expected] of fixes) {
    it(JSON.stringify(note.slice(24)), () => {
      assert.deepEqual(fixesOf('duplicate-field', note), expected.map(([title]) => title));
      for (const [title, after] of expected) assertFix('duplicate-field', title, note, after);
    });
  }

  it('removes nothing on which something else hangs', () => {
    assert.deepEqual(fixesOf('duplicate-field', two('Owner: @maria', 'Owner: @maria\n  - and her sister')), []);
  });

  it('removes the last line of a file', () => {
    assertFix('duplicate-field', 'Remove the second “Due”', two('Due: 2026-12-01', 'Due: 2026-12-01').trimEnd(), field('Due: 2026-12-01', '', 'one-off').trimEnd());
  });

  it('points at the first', () => {
    const { related } = findingIn('duplicate-field', field('Owner: @maria\n- Owner: @jon'));
    assert.deepEqual(related.map(({ range }) => range.start), [{ line: 2, character: 2 }]);
  });
});

describe('duplicate-task', () => {
  const mark = (title: string): string => `   ${'^'.repeat(title.length)}\n`;
  const task = (title: string, kind: string, rest = ''): string => `## ${title} (${kind})\n\n${rest}`;
  examples(
    'duplicate-task',
    ['two functions', `## Payroll (recurring)\n${mark('Payroll')}\n## PAYROLL  (recurring)\n${mark('PAYROLL')}`],
    ['over notes', `## Payroll (recurring)\n${mark('Payroll')}\n--- other.delegate.md\n### Payroll (recurring)\n    ^^^^^^^\n`],
    ['two open jobs', `## Photos (one-off)\n${mark('Photos')}\n- 2026-11-20 posted\n\n## Photos (one-off)\n${mark('Photos')}`],
    ['a job that is told again when the first one is done', `${task('Photos', 'one-off', '- 2026-10-20 delivered\n\n')}${task('Photos', 'one-off')}`],
    ['a job that was cancelled', `${task('Photos', 'one-off', '- 2026-10-20 cancelled\n\n')}${task('Photos', 'one-off')}`],
    ['a job that has become a function', `${task('Photos', 'one-off')}${task('Photos', 'recurring')}`],
    ['titles that are not written yet', '## (recurring)\n\n## (recurring)\n'],
  );

  it('is reported at both, each with the other', () => {
    const found = assertFindings('duplicate-task', '## A (recurring)\n   ^\n## B (recurring)\n\n--- other.delegate.md\n## a (recurring)\n   ^\n');
    assert.deepEqual(found.map(({ related }) => related.map(({ uri, range }) => `${uri.split('/').at(-1)}:${range.start.line}`)), [['other.delegate.md:0'], ['note.delegate.md:0']]);
  });

  it('names at most five of many', () => {
    const { files } = parseFixture('## A (recurring)\n'.repeat(40));
    const found = checkAll({ files }, { only: new Set(['duplicate-task']) });
    assert.deepEqual(new Set(found.map(({ related }) => related.length)), new Set([5]));
    assert.equal(found.length, 40);
  });

  it('renames by what tells the two apart', () => {
    const over = `## Payroll (recurring)\n\n--- shop-north.delegate.md\n---\nrules: { duplicate-task: off }\n---\n\n## Payroll (recurring)\n`;
    assert.deepEqual(mended('duplicate-task', over), { 'Rename to “Payroll, note”': '## Payroll, note (recurring)', 'Rename to “Payroll 2”': '## Payroll 2 (recurring)' });
    const dated = `## Photos (one-off)\n\n- Due: 2026-12-01\n\n--- a.delegate.md\n---\nrules: { duplicate-task: off }\n---\n\n## Photos (one-off)\n\n## Photos, note (one-off)\n\n## Photos 2 (one-off)\n`;
    assert.deepEqual(fixesOf('duplicate-task', dated), ['Cancel this one', 'Rename to “Photos, 2026”', 'Rename to “Photos 3”']);
    assert.deepEqual(fixesOf('duplicate-task', dated, { today: undefined }), ['Rename to “Photos, 2026”', 'Rename to “Photos 3”']);
    assert.deepEqual(mended('duplicate-task', dated)['Cancel this one'], '- 2026-11-23 cancelled: posted twice');
  });
});

describe('duplicate-person', () => {
  const two = (mine: string, other: string): string => `${header(mine)}--- studio.delegate.md\n---\nrules: { duplicate-person: off }\n${other}\n---\n`;
  examples(
    'duplicate-person',
    ['at both', '---\nteam:\n  jon: Jon Park\n  ^^^\n---\n--- studio.delegate.md\n---\nteam:\n  jon: { name: Jon }\n  ^^^\n---\n'],
    ['the same words in another style', two('team:\n  jon: Jon Park', 'team:\n  jon:\n    name: Jon Park')],
    ['only those that are at odds with the one that counts', '---\nteam:\n  jon: Jon\n---\n--- a.delegate.md\n---\nteam:\n  jon: Jon\n  ^^^\n---\n--- z.delegate.md\n---\nteam:\n  jon: Jo\n  ^^^\n---\n'],
    ['twice in one note is bad front matter', header('team:\n  jon: Jon\n  jon: Jo')],
  );

  it('says what is different, and which one counts', () => {
    const note = two('team:\n  jon: { name: Jon, hours: 20, rate: 30 }', 'team:\n  jon: { name: Jon, hours: 30 }');
    assert.equal(findingIn('duplicate-person', note).message, '@jon is also defined in studio.delegate.md, with a different hours and rate, and the one here counts. Keep one of the two.');
  });

  const fixes: readonly (readonly [mine: string, other: string, expected: Record<string, string>])[] = [
    ['team:\n  jon: { name: Jon } # desk\n  lin: Lin', 'team:\n  jon: Jon Park', { 'Define @jon as studio.delegate.md does': 'team:\n  jon: Jon Park # desk\n  lin: Lin', 'Remove @jon here, and keep studio.delegate.md': 'team:\n  lin: Lin' }],
    ['team:\n  jon:\n    name: Jon\n\n    role: desk\n  # the printer\n  lin: Lin', 'team:\n  jon: Jon Park', { 'Remove @jon here, and keep studio.delegate.md': 'team:\n  # the printer\n  lin: Lin' }],
    ['team:\n  lin: Lin\n  jon: {\n    name: Jon\n    }\ncurrency: EUR', 'team: { jon: Jon Park }', { 'Remove @jon here, and keep studio.delegate.md': 'team:\n  lin: Lin\ncurrency: EUR' }],
    ['team: { jon: Jon, lin: Lin }', 'team:\n  jon: Jon Park', {}],
  ];
  for (const [mine, other, expected] of fixes) {
    it(`mends ${JSON.stringify(mine)}`, () => {
      const note = two(mine, other);
      assert.deepEqual(fixesOf('duplicate-person', note), Object.keys(expected));
      for (const [title, yaml] of Object.entries(expected)) assertFix('duplicate-person', title, note, header(yaml));
    });
  }
});

describe('invalid-front-matter', () => {
  examples(
    'invalid-front-matter',
    ['a value with a colon', '---\nbusiness: Acme: lamps\n          ^\n---\n'],
    ['one finding for one mistake', '---\nteam: { maria: { name: Maria: Silva, hours: x }\n                       ^^^^^^^^^^^^\n---\n'],
    ['a bracket that is not closed, where it opens', '---\nfields: [a, b\n        ^^^^^\n---\n'],
    ['a key that is there twice', '---\ncurrency: EUR\ncurrency: USD\n^^^^^^^^\n---\n'],
    ['a value of the wrong kind', '---\nteam:\n  maria: { hours: many }\n                  ^^^^\n---\n'],
    ['not closed', '---\n^^^\nbusiness: Acme\n\n# Tasks\n'],
    ['a list', '---\n- a\n^^^\n---\n'],
    ['nothing', '---\n---\n'],
    ['comments alone', '---\n# Later.\n---\n'],
    ['no front matter', '# Tasks\n\n---\n\na: b: c\n'],
  );

  const mends: readonly (readonly [yaml: string, title: string, after: string])[] = [
    ['business: Acme: lamps', 'Put it in quotes', 'business: "Acme: lamps"'],
    ['business: Acme: lamps # ours', 'Put it in quotes', 'business: "Acme: lamps" # ours'],
    ['business: @acme', 'Put it in quotes', 'business: "@acme"'],
    ['delegator: @maria', 'Leave the “@” out', 'delegator: maria'],
    ['business: `acme`', 'Put it in quotes', 'business: "`acme`"'],
    ['business: %acme', 'Put it in quotes', 'business: "%acme"'],
    ['business: *acme', 'Put it in quotes', 'business: "*acme"'],
    ['business: !acme', 'Put it in quotes', 'business: "!acme"'],
    ['business: "Acme" lamps', 'Put it in quotes', 'business: "Acme\\" lamps"'],
    ["business: 'Acme's'", 'Put it in quotes', 'business: "Acme\'s"'],
    ['business: "Acme', 'Close the quotation mark', 'business: "Acme"'],
    ['fields: [a, b', 'Add the missing “]”', 'fields: [a, b]'],
    ['team: { maria: Maria', 'Add the missing “}”', 'team: { maria: Maria }'],
    ['team:\n  maria: { name: @maria, role: x }', 'Put it in quotes', 'team:\n  maria: { name: "@maria", role: x }'],
    ['team:\n  @maria: Maria', 'Leave the “@” out', 'team:\n  maria: Maria'],
    ['team:\n  maria: { name: Maria role: desk }', 'Put commas between the values', 'team:\n  maria: { name: Maria, role: desk }'],
    ['team:\n  maria { name: Maria }', 'Put a colon behind “maria”', 'team:\n  maria: { name: Maria }'],
    ['team:\n  maria: Maria\n jon: Jon', 'Indent it like the line above', 'team:\n  maria: Maria\n  jon: Jon'],
    ['business Acme', 'Put a colon behind “business”', 'business: Acme'],
    ['business:Acme', 'Put a space behind the colon', 'business: Acme'],
    ['holidays:\n  - 2026-12-25\n  -2026-12-26', 'Put a space behind the hyphen', 'holidays:\n  - 2026-12-25\n  - 2026-12-26'],
    ['currency: EUR\ncurrency: USD', 'Remove this “currency”', 'currency: EUR'],
    ['currency: €', 'Change to EUR', 'currency: EUR'],
    ['timezone: Dublin', 'Change to Europe/Dublin', 'timezone: Europe/Dublin'],
    ['workdays: [Mon, Tusday]', 'Change to Tuesday', 'workdays: [Mon, Tuesday]'],
    ['rules: { stale-post: warn }', 'Change to warning', 'rules: { stale-post: warning }'],
    ['team: { maria: { time: part } }', 'Change to part-time', 'team: { maria: { time: part-time } }'],
    ['team: { maria: { hours: 20h } }', 'Change to 20', 'team: { maria: { hours: 20 } }'],
    ['team:\n  Maria Silva: { role: desk }', 'Change to maria-silva', 'team:\n  maria-silva: { role: desk }'],
  ];
  for (const [yaml, title, after] of mends) it(`${JSON.stringify(yaml)}: ${title}`, () => assertFix('invalid-front-matter', title, header(yaml), header(after)));

  it('replaces tabs in all lines at once', () => {
    const [finding] = checkAll(parseFixture(header('team:\n\tmaria: Maria\n\tjon:\n\t\tname: Jon')), { only: new Set(['invalid-front-matter']) });
    const [fix, ...others] = finding!.fixes();
    assert.deepEqual([fix!.title, others], ['Replace tabs by spaces', []]);
    assert.equal(fix!.edits![0]!.edits.length, 3);
  });

  for (const [before, after] of [['---\nbusiness: Acme\n\n# A\n', '---\nbusiness: Acme\n---\n\n# A\n'], ['---\r\nbusiness: Acme', '---\r\nbusiness: Acme\r\n---'], ['---\n## A (recurring)\n', '---\n---\n## A (recurring)\n']] as const) {
    it(`closes ${JSON.stringify(before)}`, () => assertFix('invalid-front-matter', 'Close the front matter', before, after));
  }

  it('offers nothing that has not been tried', () => {
    assert.deepEqual(fixesOf('invalid-front-matter', header('just text')), []);
    assert.deepEqual(fixesOf('invalid-front-matter', header('a: 1\n...\nb: 2')), []);
  });

  it('speaks plainly of what the library says', () => {
    const said = (yaml: string): string => findingIn('invalid-front-matter', header(yaml)).message;
    assert.match(said('business: @acme'), /cannot begin with “@”/);
    assert.match(said('team:\n\tmaria: Maria'), /tab cannot indent/);
    assert.match(said('business: "Acme'), /never closed/);
    assert.match(said('business: "C:\\Users"'), /backslash/);
    assert.match(said('a: 1\n--- b\nc: 2'), /ends the front matter/);
    assert.match(said('currency: EUR\ncurrency: USD'), /“currency” is there twice/);
  });
});

describe('unsafe-front-matter', () => {
  examples(
    'unsafe-front-matter',
    ['JavaScript', '---js\n   ^^\nmodule.exports = {}\n---\n'],
    ['in capitals', '---JavaScript\n   ^^^^^^^^^^\nx\n---\n'],
    ['behind a space', '--- coffee\n    ^^^^^^\nx\n---\n'],
    ['a name of Object.prototype', '---constructor\n   ^^^^^^^^^^^\nx\n---\n'],
    ['YAML by its name', '---yaml\nbusiness: Acme\n---\n\n'],
    ['a text that begins with a rule', '----\n\njs\n\n---\n'],
  );

  it('is made YAML where it is YAML', () => {
    assertFix('unsafe-front-matter', 'Make it YAML', '---json \n{ "business": "Acme" }\n---\n', '---\n{ "business": "Acme" }\n---\n');
    assertFix('unsafe-front-matter', 'Make it YAML', '---js\r\nbusiness: Acme\r\n---\r\n', '---\r\nbusiness: Acme\r\n---\r\n');
    assertFix('unsafe-front-matter', 'Make it YAML', '\ufeff---js\nbusiness: Acme\n---\n', '\ufeff---\nbusiness: Acme\n---\n');
  });

  it('is left alone where it is not', () => {
    assert.deepEqual(fixesOf('unsafe-front-matter', '---js\nmodule.exports = { a: 1 }\n---\n'), []);
    assert.deepEqual(fixesOf('unsafe-front-matter', '---toml\nbusiness = "Acme"\n---\n'), []);
  });
});
