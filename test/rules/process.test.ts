/** Whether a function has a process, where it is, what it is like and how often: the rules of how and how often. */
import assert from 'node:assert/strict';
import { applyFix, checkAll, parseFixture } from '../support/fixture.ts';
import { examples, findingIn, fixed, fixesOf, preferred } from '../support/ruleTests.ts';

const steps = '1. Take the hours from the time sheets.\n2. Write one invoice per client.\n3. List what is still unpaid.\n';

const cases: Readonly<Record<string, readonly [what: string, note: string][]>> = {
  'missing-process': [
    ['takes a numbered list for the process, linked or not', `
## Invoices (recurring)

${steps}`],
    ['points at what is no document', `
## Invoices (recurring)

- Process: in Maria's head
           ^^^^^^^^^^^^^^^
`],
    ['takes the first link or address in a value, whatever stands around it', `
## Invoices (recurring)

- Process: see [Invoicing](invoicing.md#steps)

## Payroll (recurring)

- Process: **[Payroll](invoicing.md)**

## Closing (recurring)

- Process: \`invoicing.md\`

## Taxes (recurring)

- Process: https://docs.example.com/x (ask Jon)

## Mail (recurring)

- Process: see invoicing.md, section 2

## Calls (recurring)

- Process: ![Calls](calls.png)

## Orders (recurring)

- Process: [Orders][orders]

[orders]: invoicing.md

## Stock (recurring)

- Process: N/A
           ^^^

--- invoicing.md
# Invoicing

--- calls.png
PNG
`],
    ['leaves a field that was most likely meant as it to unknown-field', `
## Invoices (recurring)

- Proces: invoicing.md
`],
    ['points at a list that is not there', `
## Invoices (recurring)

- Process: below
           ^^^^^

Ask Maria.
`],
    ['takes a page elsewhere at its word', `
## Invoices (recurring)

- Process: [Invoicing](https://example.com/invoicing)
`],
    ['asks nothing of a one-off', `
## Photos (one-off)
`],
    ['does not take a numbered log for steps', `
## Invoices (recurring)
   ^^^^^^^^

1. 2026-10-30 @maria 1h
`],
  ],
  'broken-process-link': [
    ['finds a heading that is not there, by the anchors of GitHub', `
## Invoices (recurring)

- Process: [Invoicing](month-end.md#paying--suppliers)

## Payroll (recurring)

- Process: [Payroll](month-end.md#payrol)
                     ^^^^^^^^^^^^^^^^^^^

## Closing (recurring)

- Process: [Closing](month-end.md#payroll-1)

--- month-end.md
# Month end

## Paying & suppliers

## Payroll

## Payroll
`],
    ['finds a heading of the note itself', `
## Invoices (recurring)

- Process: #how-we-invoice

## Payroll (recurring)

- Process: #how-we-pay
           ^^^^^^^^^^^

## How we invoice
`],
    ['finds a folder, and a link out of the workspace', `
## Invoices (recurring)

- Process: [All](processes/)
                 ^^^^^^^^^^

## Payroll (recurring)

- Process: [Other](processes/invoicing.md)

## Closing (recurring)

- Process: [Secret](../../etc/passwd.md)
                    ^^^^^^^^^^^^^^^^^^^

--- processes/invoicing.md
# Invoicing
`],
    ['resolves from the note, and from the root with a slash', `
## Invoices (recurring)

- Process: [Invoicing](/processes/how%20to%20invoice.md)

--- office/note.delegate.md
## Payroll (recurring)

- Process: [Payroll](<../processes/how to invoice.md>)

## Closing (recurring)

- Process: [Closing](processes/invoicing.md)
                     ^^^^^^^^^^^^^^^^^^^^^^

--- processes/how to invoice.md
# Invoicing
`],
    ['finds bare spaces, and reads what stands around a link', `
## Invoices (recurring)

- Process: [Invoicing](My docs/the process.md)
                       ^^^^^^^^^^^^^^^^^^^^^^

## Payroll (recurring)

- Process: My docs/the process.md
           ^^^^^^^^^^^^^^^^^^^^^^

## Closing (recurring)

- Process: see docs/closing.md
               ^^^^^^^^^^^^^^^

## Taxes (recurring)

- Process: **[Taxes](taxes.md "Taxes")** (ask Jon)
                     ^^^^^^^^

--- My docs/the process.md
# The process
`],
    ['takes # for the note, and drops queries and lines', `
## Invoices (recurring)

- Process: [Here](#)

## Payroll (recurring)

- Process: [Payroll](payroll.md?plain=1#L10)

--- payroll.md
# Payroll
`],
    ['finds a path of one machine', `
## Invoices (recurring)

- Process: [Invoicing](C:\\notes\\invoicing.md)
                       ^^^^^^^^^^^^^^^^^^^^^
`],
    ['looks at one-offs too', `
## Photos (one-off)

- Process: photos.md
           ^^^^^^^^^
`],
    ['leaves what is no Markdown alone', `
## Photos (one-off)

- Process: [Photos](photos.pdf)

--- photos.pdf
%PDF
`],
  ],
  'empty-process': [
    ['is content with thirty words and no step', `
## Invoices (recurring)

- Process: invoicing.md

--- invoicing.md
# Invoicing

One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen twenty one two three four five six seven eight nine ten.
`],
    ['is content with three short steps, whatever their bullets', `
## Invoices (recurring)

- Process: invoicing.md

--- invoicing.md
- Take
- Write
- List
`],
    ['counts what stands under the heading only', `
## Invoices (recurring)

- Process: [Invoicing](month-end.md#invoicing)
                       ^^^^^^^^^^^^^^^^^^^^^^

## Payroll (recurring)

- Process: [Payroll](month-end.md#payroll)

--- month-end.md
# Month end

## Invoicing

1. Ask Maria.

## Payroll

### Before

1. Take

### After

1. Write
2. List
`],
    ['counts what stands under a heading within the block', `
## Invoices (recurring)

- Process: #how-we-invoice

### How we invoice

${steps}`],
    ['counts no step that is still to be written', `
## Invoices (recurring)

- Process: below
           ^^^^^

1. Take the hours.
2. TBD
3. …
4. <!-- who is told? -->

## Payroll (recurring)

- Process: payroll.md
           ^^^^^^^^^^

--- payroll.md
# Payroll

1. TBD
2. ???
3. <!-- who is told? -->
`],
    ['counts no step within a step', `
## Invoices (recurring)

- Process: invoicing.md
           ^^^^^^^^^^^^

--- invoicing.md
1. Take
   - the hours
   - the rates
`],
    ['points at the title where no field says below', `
## Invoices (recurring)
   ^^^^^^^^

1. Ask Maria.

## Photos (one-off)

1. Ten mugs.
`],
    ['finds an empty file', `
## Invoices (recurring)

- Process: invoicing.md
           ^^^^^^^^^^^^

--- invoicing.md
`],
  ],
  'stale-process': [
    ['goes by the latest review of all', `
## Invoices (recurring)

- Process: invoicing.md
- Reviewed: 2024-01-01

## Payroll (recurring)

- Process: invoicing.md
- Reviewed: 2024-01-01

- 2026-01-05 reviewed

--- invoicing.md
---
reviewed: 2026-02-01
---

# Invoicing
`],
    ['points at the link where the document says it', `
## Invoices (recurring)

- Process: [Invoicing](invoicing.md)
                       ^^^^^^^^^^^^
- Reviewed: 2024-01-01

--- invoicing.md
---
reviewed: 2025-02-01
---

# Invoicing
`],
    ['says nothing where nothing is known', `
## Invoices (recurring)

- Process: below

${steps}
## Payroll (recurring)

- Reviewed: 2020-01-01

## Closing (recurring)

- Process: gone.md
- Reviewed: 2020-01-01
`],
  ],
  'process-older-than-feedback': [
    ['speaks once, at the latest point', `
## Invoices (recurring)

- Process: below
- Reviewed: 2026-05-29

${steps}
- 2026-06-30 @maria 1h
  - Disliked: Old VAT rate.
- 2026-07-31 @maria 1h
  - Liked: All of it.
  - Disliked: Sent on a Sunday.
              ^^^^^^^^^^^^^^^^^
- 2026-05-29 @maria 1h
  - Disliked: Nothing that is not in the process since.
`],
    ['says nothing where no review is known', `
## Invoices (recurring)

- Process: below

${steps}
- 2026-06-30 @maria 1h
  - Disliked: Old VAT rate.
`],
  ],
  'missing-cadence': [
    ['points at the stand-in, else at the title', `
## Invoices (recurring)

- Cadence: ???
           ^^^

## Payroll (recurring)
   ^^^^^^^

- Cadence:

## Closing (recurring)

- Cadence: whenever

## Photos (one-off)
`],
  ],
};

describe('rules about processes', () => {
  for (const [code, notes] of Object.entries(cases)) {
    describe(code, () => examples(code, ...notes));
  }

  describe('missing-process', () => {
    const invoices = `
## Send client invoices (recurring)

- Owner: @maria

Bill every client for the month
and list what is still unpaid.

- Time sheets first
- Then the rates

- 2026-10-30 @maria 1h
  - Liked: Grouped the reminders by client.
- 2026-06-30 @maria 2h
  - Disliked: Old VAT rate on two of them, although the new one was on the list by the till since May.
`;

    it('creates the document from a template, which is a stub until it is filled in', () => {
      const files = fixed('missing-process', invoices, 'Create processes/send-client-invoices.md from a template');
      assert.match(files.get('note.delegate.md')!, /^- Owner: @maria\n- Process: \[Send client invoices\]\(processes\/send-client-invoices.md\)$/m);
      assert.equal(files.get('processes/send-client-invoices.md'), `# Send client invoices

Bill every client for the month and list what is still unpaid.

1. <!-- What comes first: what is needed, and where it is found -->
2. <!-- What is done then, one thing after the other -->
3. <!-- How one sees that it is right, and who is told -->
`);
      const [finding] = checkAll({ files }, { only: new Set(['empty-process']) });
      assert.deepEqual(finding!.fixes(), []);
    });

    it('drafts it from the brief and the feedback', () => {
      const files = fixed('missing-process', invoices, 'Draft processes/send-client-invoices.md from the brief and the feedback');
      assert.equal(files.get('processes/send-client-invoices.md'), `# Send client invoices

Bill every client for the month and list what is still unpaid.

1. Time sheets first
2. Then the rates
3. Keep: Grouped the reminders by client.
4. Check for: Old VAT rate on two of them, although the new one was on the list
   by the till since May.
`);
      assert.deepEqual(checkAll({ files }, { only: new Set(['missing-process', 'broken-process-link', 'empty-process']) }), []);
    });

    it('links the document where it is there already', () => {
      const there = `## Send client invoices (recurring)\n\n--- processes/send-client-invoices.md\n# Invoicing\n`;
      const files = fixed('missing-process', there, 'Link processes/send-client-invoices.md, which is there already');
      assert.equal(files.get('note.delegate.md'), '## Send client invoices (recurring)\n\n- Process: [Send client invoices](processes/send-client-invoices.md)\n');
    });

    it('offers the documents of other tasks, those with the nearest titles first', () => {
      const link = (name: string): string => `## Task ${name} (recurring)\n\n- Process: ${name}.md\n\n`;
      const names = ['alpha', 'beta', 'gamma', 'invoicing'];
      const note = `## Send client invoices (recurring)\n\n${names.map(link).join('')}${names.map((name) => `--- ${name}.md\n# How: ${name}\n\n${steps}`).join('')}`;
      assert.deepEqual(fixesOf('missing-process', note).slice(1), ['Link “How: invoicing” (invoicing.md)', 'Link “How: alpha” (alpha.md)', 'Link “How: beta” (beta.md)']);
    });

    const places: readonly (readonly [frontMatter: string, title: string, path: string])[] = [
      ['', 'Send client invoices', 'processes/send-client-invoices.md'],
      ['processes: how-to/office', 'Send client invoices', 'how-to/office/send-client-invoices.md'],
      ['processes: ./how-to/', 'Send client invoices', 'how-to/send-client-invoices.md'],
      ['processes: /', 'Send client invoices', 'send-client-invoices.md'],
      ['', 'Émile’s “weekly” call / mail [draft]', 'processes/émiles-weekly-call-mail-draft.md'],
      ['', '../../etc/passwd', 'processes/etcpasswd.md'],
      ['', '?!', 'processes/process.md'],
    ];
    for (const [frontMatter, title, path] of places) {
      it(`makes ${path} for “${title}”${frontMatter && ` with ${frontMatter}`}`, () => {
        const files = fixed('missing-process', `---\n${frontMatter}\n---\n\n## ${title} (recurring)\n`);
        assert.deepEqual([...files.keys()], ['note.delegate.md', path]);
        assert.deepEqual(checkAll({ files }, { only: new Set(['missing-process', 'broken-process-link']) }), []);
      });
    }

    it('does not write over what may be a place', () => {
      assert.equal(preferred('missing-process', '## Invoices (recurring)\n\n- Process: docs / invoicing\n'), undefined);
      assert.equal(preferred('missing-process', '## Invoices (recurring)\n\n- Process: in my head\n'), 'Create processes/invoices.md from a template');
    });

    it('makes nothing outside of the workspace folder', () => {
      assert.deepEqual(fixesOf('missing-process', '---\nprocesses: ../elsewhere\n---\n\n## Invoices (recurring)\n'), []);
    });

    it('goes by what another note says of the folder', () => {
      const files = fixed('missing-process', '---\nteam: {}\nprocesses: how-to\n---\n\n--- office/note.delegate.md\n## Invoices (recurring)\n');
      assert(files.has('how-to/invoices.md'));
      assert.match(files.get('office/note.delegate.md')!, /\[Invoices\]\(\.\.\/how-to\/invoices\.md\)/);
    });
  });

  describe('broken-process-link', () => {
    const broken = (target: string, rest = ''): string => `## Invoices (recurring)\n\n- Process: [Invoicing](${target})\n\n## Payroll (recurring)\n\n- Process: processes/invoicing.md\n\n--- processes/invoicing.md\n# Invoicing\n\n## Sending invoices\n\n${steps}${rest}`;
    const offered: readonly (readonly [target: string, ...titles: string[]])[] = [
      ['processes/invoicng.md', 'Change to processes/invoicing.md', 'Create processes/invoicng.md from a template'],
      ['invoicing.md#sending-invoices', 'Change to processes/invoicing.md#sending-invoices', 'Create invoicing.md from a template'],
      ['processes/invoicing', 'Change to processes/invoicing.md'],
      ['processes/', 'Change to processes/invoicing.md'],
      ['../invoicing.md', 'Change to processes/invoicing.md'],
      ['processes/invoicing.md#sending-invoice', 'Change to processes/invoicing.md#sending-invoices', 'Change to processes/invoicing.md', 'Add the heading “Sending invoice” to processes/invoicing.md'],
      ['accounts.md#bank', 'Create accounts.md from a template'],
      ['accounts.pdf'],
    ];
    for (const [target, ...expected] of offered) {
      it(`offers ${expected.join(', ') || 'nothing'} for ${target}`, () => {
        const note = broken(target);
        const fixes = findingIn('broken-process-link', note).fixes();
        assert.deepEqual(fixes.map(({ title }) => title), expected);
        for (const fix of fixes) assert.deepEqual(checkAll({ files: applyFix(parseFixture(note).files, fix) }, { only: new Set(['broken-process-link']) }), []);
      });
    }

    it('encodes spaces', () => {
      const note = (path: string): string => `## Invoices (recurring)\n\n- Process: [Invoicing](${path}#steps)\n\n--- My docs/the process.md\n## Steps\n`;
      const files = fixed('broken-process-link', note('My docs/the process.md'), 'Encode the spaces');
      assert.match(files.get('note.delegate.md')!, /\(My%20docs\/the%20process\.md#steps\)/);
      assert.deepEqual(checkAll({ files }, { only: new Set(['broken-process-link']) }), []);
    });

    it('creates nothing for a path of one machine', () => {
      assert.deepEqual(fixesOf('broken-process-link', '## Invoices (recurring)\n\n- Process: [Invoicing](C:\\notes\\a.md)\n'), []);
    });

    it('creates the heading that the link asks for', () => {
      const files = fixed('broken-process-link', '## Invoices (recurring)\n\n- Process: [Accounts](accounts.md#the-bank)\n');
      assert.match(files.get('accounts.md')!, /^# Accounts\n\n## The bank\n\n1\. <!--/);
    });
  });

  describe('empty-process', () => {
    const outlined = (document: string): string => fixed('empty-process', `## Invoices (recurring)\n\n- Process: invoicing.md\n\n--- invoicing.md\n${document}`).get('invoicing.md')!;
    const said = (title: string, document: string): string => findingIn('empty-process', `## ${title}(recurring)\n\n- Process: invoicing.md\n\n--- invoicing.md\n${document}`).message;

    it('tells the document from the task', () => {
      assert.match(said('', '# Invoicing\n'), /^“Invoicing” hardly says how this function is done/);
      assert.match(said('Invoicing ', '# Invoicing\n'), /^The process document hardly says how “Invoicing” is done/);
    });

    const last = 'After: who is told, and where the result is kept.';

    it('continues the list that is there, in its style', () => {
      assert.match(outlined('# Invoicing\n\n  1)  Ask Maria.\n\nThat is all.\n'), /^ {2}1\) {2}Ask Maria\.\n {2}2\) {2}Before: [^]+\n {2}5\) {2}After: [^]+\n\nThat is all\.\n$/m);
      assert.match(outlined('1. Ask Maria.\n1. Wait.\n'), new RegExp(`^1\\. Wait\\.\n1\\. Before[^]+\n1\\. ${last}\n$`, 'm'));
    });

    it('writes a list where there is none, also at the end of a file without a line break', () => {
      assert.match(outlined('# Invoicing\n\nAsk Maria.'), new RegExp(`Ask Maria\\.\n\n1\\. Before[^]+\n4\\. ${last}$`));
      assert.match(outlined('# Invoicing\r\n'), new RegExp(`^# Invoicing\r\n\r\n1\\. Before[^]+\r\n4\\. ${last}\r\n$`));
    });

    it('writes under the heading that is linked', () => {
      const files = fixed('empty-process', '## Invoices (recurring)\n\n- Process: end.md#one\n\n--- end.md\n# End\n\n## One\n\nAsk.\n\n## Two\n\n1. Other.\n');
      assert.match(files.get('end.md')!, new RegExp(`Ask\\.\n\n1\\. Before[^]+\n4\\. ${last}\n\n## Two\n\n1\\. Other\\.\n$`));
    });
  });

  describe('stale-process', () => {
    it('marks the review where it stands', () => {
      const old = '## Invoices (recurring)\n\n- Process: invoicing.md\n\n--- invoicing.md\n---\nreviewed: 2024-01-01\n---\n# Invoicing\n';
      assert.equal(fixed('stale-process', old).get('invoicing.md'), '---\nreviewed: 2026-11-23\n---\n# Invoicing\n');
      const entry = '## Invoices (recurring)\n\n- Process: https://example.com\n\n- 2024-01-01 reviewed\n';
      assert.match(fixed('stale-process', entry).get('note.delegate.md')!, /^- Reviewed: 2026-11-23$/m);
    });
  });

  describe('process-older-than-feedback', () => {
    const note = `## Invoices (recurring)

- Process: below
- Reviewed: 2026-05-29

${steps}
- 2026-07-31 @maria 1h
  - Disliked: Sent on a Sunday.
- 2026-06-30 @maria 1h
  - Disliked: Old VAT rate.
`;
    it('puts all points into the process and moves the review', () => {
      const after = fixed('process-older-than-feedback', note, 'Add the 2 points to the process, and mark it as reviewed today').get('note.delegate.md');
      assert.equal(after, note.replace('2026-05-29', '2026-11-23').replace('unpaid.\n', 'unpaid.\n4. Check for: Old VAT rate.\n5. Check for: Sent on a Sunday.\n'));
    });

    it('offers nothing where the day is not known', () => {
      assert.deepEqual(fixesOf('process-older-than-feedback', note, { today: undefined }), []);
    });

    it('only moves the review of a page that cannot be written to', () => {
      const elsewhere = note.replace('below', 'https://example.com');
      assert.deepEqual(fixesOf('process-older-than-feedback', elsewhere), ['Mark the process as reviewed today, as it deals with this already']);
    });
  });
});
