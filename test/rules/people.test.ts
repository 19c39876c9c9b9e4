/** Who owns, who stands in, who is in the team: the rules about people, on notes that are half written or oddly written. */
import assert from 'node:assert/strict';
import { checkAll, parseFixture } from '../support/fixture.ts';
import { assertFix, examples, fixed, fixesOf } from '../support/ruleTests.ts';

const team = `
---
delegator: nora
team:
  nora: { name: Nora Keane }
  maria: { name: Maria Silva }
  jon: { name: Jon Park }
  ines: { name: Inês Duarte, time: contract }
  rory: { name: Rory Quill, until: 2026-09-26 }
---
`;

const cases: Readonly<Record<string, readonly [what: string, note: string][]>> = {
  'missing-owner': [
    ['points at a stand-in for a name', `
## Invoices (recurring)

- Owner: TBD
         ^^^
`],
    ['points at the title where the value is empty', `
## Invoices (recurring)
   ^^^^^^^^

- Owner:
`],
    ['points at the kind where there is no title', `
## (recurring)
   ^^^^^^^^^^^
`],
    ['leaves a name without @ to unknown-person', `
## Invoices (recurring)

- Owner: Maria Silva
`],
    ['reads bold names, other bullets and any case', `
### Invoices (Recurring)

* **owner:** @maria
`],
    ['asks nothing of a one-off', `
## Photos (one-off)

- Owner: TBD
`],
    ['leaves a field that was most likely meant as it to unknown-field, unless it is allowed', `
## Invoices (recurring)

- Responsible: @maria

--- office/note.delegate.md
## Payroll (recurring)

- Ownr: @maria
`],
    ['speaks of a field that is allowed beside it', `
---
fields: [Responsible]
---

## Invoices (recurring)
   ^^^^^^^^

- Responsible: @maria
`],
    ['finds each function', `
# Office (recurring)
  ^^^^^^

## Invoices (recurring)
   ^^^^^^^^

## Not a function
`],
  ],
  'missing-backup': [
    ['says nothing to who works alone', `
---
team:
  maria: { name: Maria Silva }
---

## Invoices (recurring)

- Owner: @maria
`],
    ['says nothing without a team', `
## Invoices (recurring)

- Owner: @maria
`],
    ['finds a second owner, with or without a team', `
## Invoices (recurring)

- Owner: @maria and @jon
                    ^^^^

## Payroll (recurring)

- Owner: @maria, @jon
                 ^^^^
- Backup: TBD

## Closing (recurring)

- Owner: @maria, as long as @jon is away
`],
    ['waits for an owner', `${team}
## Invoices (recurring)
`],
    ['points at a stand-in for a name', `${team}
## Invoices (recurring)

- Owner: @maria
- Backup: none
          ^^^^
`],
    ['asks nothing of a one-off', `${team}
## Photos (one-off)

- Owner: @maria
`],
  ],
  'backup-is-owner': [
    ['looks at the handle, whatever stands beside it', `${team}
## Invoices (recurring)

- Owner: @maria since May
- Backup: for now @maria
                  ^^^^^^
`],
    ['takes two people with one name for two', `${team}
## Invoices (recurring)

- Owner: @maria
- Backup: @maria.silva
`],
  ],
  'unknown-person': [
    ['looks into fields, entries, bids, prose, and before the first task', `${team}
Ask @tom before you change anything.
    ^^^^

## Photos (one-off)

- Owner: @marai
         ^^^^^^

Like the ones that @jon and @lin made.
                            ^^^^

| Bid  | Price   |
| ---- | ------: |
| @ana | 280 EUR |
  ^^^^
| Tomek | 190 EUR |

- 2026-03-05 awarded @ana 280 EUR
                     ^^^^
  - Liked: Called @pete first.
                  ^^^^^

## Notes

@nora and @maria know.
`],
    ['leaves code, comments, addresses and links alone', `${team}
Write to office@example.com, \`@code\`, [@maria](https://example.com/@someone) <!-- @nobody -->

    @indented code

\`\`\`
@fenced
\`\`\`
`],
    ['takes the delegator for known, listed or not', `
---
delegator: alex
team:
  maria: { name: Maria Silva }
---

Ask @alex or @maria.
`],
    ['reads the team of another note of the folder', `
## Invoices (recurring)

- Owner: @maria
- Backup: @marie
          ^^^^^^

--- office/team.delegate.md
---
team:
  maria: Maria Silva
---
`],
    ['says nothing of people where front matter could not be read', `
---
team: [
---

Ask @tom.

## Invoices (recurring)

- Owner: @maria

--- office/team.delegate.md
---
team:
  jon: Jon Park
---
`],
    ['without any team speaks of owners and backups only', `
Ask @tom.

## Invoices (recurring)

- Owner: @maria
         ^^^^^^
- Backup: @jon
          ^^^^

- 2026-10-30 @maria 1h
`],
    ['finds names without @', `${team}
## Invoices (recurring)

- Owner: Maria Silva
         ^^^^^^^^^^^
- Backup: jon
          ^^^

## Photos (one-off)

- Owner: somebody from the agency
         ^^^^^^^^^^^^^^^^^^^^^^^^
`],
    ['finds a handle in other letters', `${team}
## Invoices (recurring)

- Owner: @Maria
         ^^^^^^
`],
  ],
  'departed-owner': [
    ['finds owners and backups who left', `${team}
## Invoices (recurring)

- Owner: @rory
         ^^^^^

## Newsletter (recurring)

- Owner: @jon
- Backup: @rory
          ^^^^^
`],
    ['looks at jobs that are still open', `${team}
## Photos (one-off)

- Owner: @rory
         ^^^^^

## Earlier photos (one-off)

- Owner: @rory

- 2026-03-18 delivered

## Dropped photos (one-off)

- Owner: @rory

- 2026-03-18 cancelled
`],
    ['says nothing of a function that has ended', `${team}
## Invoices (recurring)

- Owner: @rory
- Ends: 2026-09-30
`],
    ['leaves one person in both places to backup-is-owner', `${team}
## Invoices (recurring)

- Owner: @rory
         ^^^^^
- Backup: @rory
`],
  ],
};

describe('rules about people', () => {
  for (const [code, notes] of Object.entries(cases)) {
    describe(code, () => examples(code, ...notes));
  }

  describe('missing-owner', () => {
    it('offers the least loaded first, contractors after the team, whoever delegates last, and nobody who has left', () => {
      const note = `${team}
## Invoices (recurring)

## Newsletter (recurring)

- Owner: @jon
`;
      assert.deepEqual(fixesOf('missing-owner', note), ['Assign to @maria (Maria Silva)', 'Assign to @jon (Jon Park)', 'Assign to @ines (Inês Duarte)', 'Own it myself']);
    });

    it('begins the team with who has done it', () => {
      assertFix('missing-owner', 'Assign to @jon, and begin the team with them', `
## Invoices (recurring)

- 2026-10-30 @jon 1h
- 2026-09-30 @maria 1h
`, `
---
team:
  jon: { name: Jon }
---

## Invoices (recurring)

- Owner: @jon

- 2026-10-30 @jon 1h
- 2026-09-30 @maria 1h
`);
    });

    it('offers nobody where nobody is known', () => {
      assert.deepEqual(fixesOf('missing-owner', '## Invoices (recurring)\n'), []);
    });
  });

  describe('missing-backup', () => {
    it('makes the second owner the backup', () => {
      const note = (owner: string): string => `${team}\n## Invoices (recurring)\n\n- Owner: ${owner} (since May)\n`;
      assertFix('missing-backup', 'Make @jon the backup', note('@maria and @jon'), `${note('@maria')}- Backup: @jon\n`);
    });

    it('proposes nobody who is not here yet', () => {
      const note = `${team.replace('Jon Park', 'Jon Park, since: 2026-12-24')}\n## Invoices (recurring)\n\n- Owner: @maria\n`;
      assert.deepEqual(fixesOf('missing-backup', note), ['Make @ines (Inês Duarte) the backup', 'Make @nora (Nora Keane) the backup']);
    });
  });

  describe('duplicate-field', () => {
    it('finds a second owner beside a backup', () => {
      const note = (owner: string): string => `${team}\n## Invoices (recurring)\n\n- Owner: ${owner}\n- Backup: @ines\n`;
      assertFix('duplicate-field', 'Keep @maria alone', note('@maria & @jon'), note('@maria'));
    });
  });

  describe('backup-is-owner', () => {
    it('takes the backup away where there is nobody else', () => {
      const alone = '---\nteam:\n  maria: Maria Silva\n---\n\n## Invoices (recurring)\n\n- Owner: @maria\n- Backup: @maria\n- Estimate: 1h\n';
      assertFix('backup-is-owner', 'Remove the backup', alone, alone.replace('- Backup: @maria\n', ''));
    });
  });

  describe('unknown-person', () => {
    const owner = (value: string): string => `${team}\n## Invoices (recurring)\n\n- Owner: ${value}\n`;
    const meant: readonly (readonly [typed: string, title: string | undefined])[] = [
      ['@marai', 'Change to @maria'],
      ['@Maria', 'Change to @maria'],
      ['@silva', 'Change to @maria'],
      ['@inês', 'Change to @ines'],
      ['@mariasilva', 'Change to @maria'],
      ['Jon Park', 'Change to @jon'],
      ['maria', 'Change to @maria'],
      ['Mr. Park', 'Change to @jon'],
      ['@quentin', 'Add @quentin to the team'],
      ['Ana Lima', 'Add @ana to the team'],
      ['somebody from the big agency', undefined],
    ];
    for (const [typed, title] of meant) {
      it(`${title === undefined ? 'has no first guess' : `offers “${title}”`} for ${typed}`, () => {
        const [first] = fixesOf('unknown-person', owner(typed));
        if (title !== undefined) assert.equal(first, title);
        else assert.doesNotMatch(first ?? '', /^Change/);
      });
    }

    it('adds a person where the team stands', () => {
      const after = fixed('unknown-person', '## Invoices (recurring)\n\n- Owner: @ana.lima\n\n--- team.delegate.md\n---\nteam:\n    maria:\n        name: Maria Silva\n        hours: 20\ncurrency: EUR\n---\n');
      assert.equal(after.get('team.delegate.md'), '---\nteam:\n    maria:\n        name: Maria Silva\n        hours: 20\n    ana.lima: { name: Ana Lima }\ncurrency: EUR\n---\n');
    });

    const homes: readonly (readonly [name: string, before: string, after: string])[] = [
      ['makes front matter', '# Office\n', '---\nteam:\n  ana: { name: Ana }\n---\n\n# Office\n'],
      ['makes a team', '---\ncurrency: EUR\n---\n', '---\ncurrency: EUR\nteam:\n  ana: { name: Ana }\n---\n'],
      ['fills an empty team', '---\nteam: # nobody yet\ncurrency: EUR\n---\n', '---\nteam: # nobody yet\n  ana: { name: Ana }\ncurrency: EUR\n---\n'],
      ['fills an empty map', '---\nteam: {}\n---\n', '---\nteam: { ana: { name: Ana } }\n---\n'],
      ['adds to a map in one line', '---\nteam: { jon: Jon Park }\n---\n', '---\nteam: { jon: Jon Park, ana: { name: Ana } }\n---\n'],
      ['keeps CRLF', '---\r\nteam:\r\n  jon: Jon Park\r\n---\r\n', '---\r\nteam:\r\n  jon: Jon Park\r\n  ana: { name: Ana }\r\n---\r\n'],
    ];
    for (const [name, before, after] of homes) {
      it(`${name} to add a person`, () => {
        const eol = before.includes('\r') ? '\r\n' : '\n';
        const block = ['', '## Invoices (recurring)', '', '- Owner: @ana', ''].join(eol);
        assertFix('unknown-person', 'Add @ana to the team', before + block, after + block);
      });
    }

  });

  describe('departed-owner', () => {
    it('hands over to the backup, who is no backup then, and writes it down', () => {
      const note = `${team}\n## Invoices (recurring)\n\n- Owner: @rory\n- Backup: @jon\n- Estimate: 1h\n`;
      assertFix('departed-owner', 'Hand over to the backup, @jon (Jon Park)', note, `${team}\n## Invoices (recurring)\n\n- Owner: @jon\n- Estimate: 1h\n\n- 2026-11-23 @jon handover\n`);
    });

    it('offers no backup who has left', () => {
      const note = parseFixture(`${team.replace('Jon Park', 'Jon Park, until: 2026-10-31')}\n## Invoices (recurring)\n\n- Owner: @rory\n- Backup: @jon\n`);
      const found = checkAll(note, { only: new Set(['departed-owner']) });
      assert.deepEqual(found.map(({ range }) => range.start.line), [12, 13]);
      assert.deepEqual(found[0]!.fixes().map(({ title }) => title), ['Hand over to @maria (Maria Silva)', 'Hand over to @ines (Inês Duarte)', 'Hand over to @nora (Nora Keane)']);
    });
  });
});
