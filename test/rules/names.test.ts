/** The rules of names: fields that there are not, and fields, tasks and people that are there twice. */
import assert from 'node:assert/strict';
import { assertFindings, checkAll, parseFixture } from '../support/fixture.ts';
import { assertFix, examples, field, findingIn, fixesOf, header, mended, preferred } from '../support/ruleTests.ts';

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
    ['a rule that there is not', '---\nrules: { mising-owner: off, stale-post: off }\n         ^^^^^^^^^^^^\n---\n'],
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

  it('changes the name of a rule', () => {
    const note = header('rules:\n  mising-owner: off\n  missing-backup: info');
    assert.deepEqual(mended('unknown-field', note), { 'Change to missing-owner': '  missing-owner: off' });
    assert.match(findingIn('unknown-field', header('rules: { colours: off }')).message, /no rule called “colours”, so its level does nothing\. Correct the name/);
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
    assert.deepEqual(found.map(({ related }) => related.map(({ uri, range }) => `${uri.split('/').at(-1)}:${range.start.line}`)).sort(), [['note.delegate.md:0'], ['other.delegate.md:0']]);
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
    assert.equal(findingIn('duplicate-person', note).message, '@jon is also defined in studio.delegate.md, where hours and rate differ, and the one here counts. Keep one of the two.');
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
