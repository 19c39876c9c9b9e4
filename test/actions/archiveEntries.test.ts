/** Moving older entries to the archive beside a note. Today is Monday, 23 November 2026, so that a year ago is 2025-11-23. */
import assert from 'node:assert/strict';
import { lint } from 'markdownlint/sync';
import { filesAfter, refusal } from './support.ts';

const note = `# Studio

## Send client invoices$0 (recurring)

- Owner: @maria
- Cadence: every month on the last workday

Bill every client.

- 2026-10-30 @maria 1h 40m: 14 invoices.
- 2025-10-31 @maria 2h 5m explained 20m 4/5: 11 invoices,
  two of them by hand.
  - Liked: Sent before noon.
  - Disliked: Old VAT rate.

      kept as it is
- 2025-09-30 @maria 2h

## Product photos (one-off)

- 2024-01-01 posted
`;

const archive = `# Older entries

They count as if they still stood in
[note.delegate.md](note.delegate.md).

## Send client invoices (recurring)

- 2025-10-31 @maria 2h 5m explained 20m 4/5: 11 invoices,
  two of them by hand.
  - Liked: Sent before noon.
  - Disliked: Old VAT rate.

      kept as it is
- 2025-09-30 @maria 2h
`;

const link = '- Archive: [Older entries](note.archive.md#send-client-invoices-recurring)';

const files = (text: string, options?: Readonly<Record<string, unknown>>): Record<string, string> => Object.fromEntries(filesAfter('archiveEntries', text, options));

/** A function with some entries, in a note of its own. */
const invoices = (...entries: readonly string[]): string => `## Invoices$0 (recurring)\n\n- Owner: @maria\n\n${entries.join('\n')}\n`;

/** What stands under the heading of the archive. */
const moved = (text: string, options?: Readonly<Record<string, unknown>>): string | undefined => files(text, options)['note.archive.md']?.split('(recurring)\n\n')[1];

describe('Archive Old Entries', () => {
  const left = note.replace('$0', '').replace('workday\n', `workday\n${link}\n`).replace(/- 2025-10-31[^]*?2025-09-30 @maria 2h\n/, '');

  it('moves what is older than a year to a file beside the note, and links it', () => {
    assert.deepEqual(files(note), { 'note.delegate.md': left, 'note.archive.md': archive });
  });

  it('keeps to the line ends of Windows', () => {
    const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
    assert.deepEqual(files(crlf(note)), { 'note.delegate.md': crlf(left), 'note.archive.md': crlf(archive) });
  });

  it('leaves a byte order mark where it is', () => {
    assert.deepEqual(files(`\ufeff${note}`), { 'note.delegate.md': `\ufeff${left}`, 'note.archive.md': archive });
  });

  it('leaves a note without a last line break without one', () => {
    const text = invoices('- 2025-10-31 @maria').trimEnd();
    assert.equal(files(text)['note.delegate.md'], '## Invoices (recurring)\n\n- Owner: @maria\n- Archive: [Older entries](note.archive.md#invoices-recurring)');
  });

  it('links them where nothing else stands', () => {
    assert.equal(files('## Invoices$0 (recurring)\n\n- 2025-10-31\n')['note.delegate.md'], '## Invoices (recurring)\n\n- Archive: [Older entries](note.archive.md#invoices-recurring)\n');
  });

  it('writes further ones among those that are there, the newest first', () => {
    const text = `${invoices('- 2026-11-20', '- 2026-03-31 b', '- 2026-03-31 a', '- 2026-01-30').replace('@maria', `@maria\n${link.replace('send-client-invoices', 'invoices')}`)}
--- note.archive.md
# Older entries

Kept by hand.

## Invoices (recurring)

- 2026-03-31 of old
- 2026-02-27
  - Liked: quick
- 2025-12-31

## Photos (recurring)

- 2025-01-01
`;
    const after = files(text.replaceAll(/ ([ab])$/gm, ': $1').replace(' of old', ': of old'), { before: '2026-06-01' });
    assert.equal(after['note.archive.md'], `# Older entries

Kept by hand.

## Invoices (recurring)

- 2026-03-31: b
- 2026-03-31: a
- 2026-03-31: of old
- 2026-02-27
  - Liked: quick
- 2026-01-30
- 2025-12-31

## Photos (recurring)

- 2025-01-01
`);
    assert.match(after['note.delegate.md']!, /recurring\)\n\n- 2026-11-20\n+$/);
  });

  it('writes them below what is in the file already', () => {
    const after = files(`${invoices('- 2025-10-31')}\n--- note.archive.md\n# Mine\n\n## Invoices (recurring)\n\n- 2020-01-01\n`);
    assert.equal(after['note.archive.md'], '# Mine\n\n## Invoices (recurring)\n\n- 2020-01-01\n\n## Invoices (recurring)\n\n- 2025-10-31\n');
    assert.match(after['note.delegate.md']!, /\(note\.archive\.md#invoices-recurring-1\)/);
  });

  it('takes the day from when on they stay', () => {
    assert.equal(moved(invoices('- 2026-10-30', '- 2026-09-30'), { before: '2026-10-30' }), '- 2026-09-30\n');
  });

  it('takes those of a day in their order, and a list of oldest first by its days', () => {
    assert.equal(moved(invoices('- 2025-01-05: first', '- 2025-01-05: second', '- 2025-02-05')), '- 2025-02-05\n- 2025-01-05: first\n- 2025-01-05: second\n');
  });

  it('writes bullets and indentation of any kind in one way', () => {
    assert.equal(moved(invoices('*   2025-03-05: a', '\t- Liked: quick', '', '    ```', '      code', '    ```', '', '+ 2025-02-05: b', 'and more')), [
      '- 2025-03-05: a', '  - Liked: quick', '', '  ```', '    code', '  ```', '- 2025-02-05: b', '  and more', '',
    ].join('\n'));
  });

  for (const [what, entries] of [
    ['with words that are not understood', ['- 2025-01-05 dnoe']],
    ['with somebody whom nobody knows', ['- 2025-01-05 @marai']],
    ['without a day', ['- 2025-02-30']],
    ['for a day that is not as old', ['- 2025-11-20 for 2025-11-30']],
    ['below a comment', ['', '<!-- this one was odd -->', '- 2025-01-05']],
    ['with a comment', ['- 2025-01-05: x <!-- y -->']],
    ['with another one in it', ['- 2025-01-05: x', '  - 2026-01-05: y']],
    ['with a milestone in it', ['- 2025-01-05: x', '  - [ ] 2026-01-05 y']],
    ['of a day of which another one stays', ['- 2025-01-05 dnoe', '- 2025-01-05']],
  ] as const) {
    it(`leaves one ${what}`, () => {
      const text = `---\nteam:\n  maria: { name: Maria Silva }\n---\n\n${invoices('- 2024-01-05', ...(entries as readonly string[]))}`;
      assert.equal(moved(text), '- 2024-01-05\n');
    });
  }

  it('leaves what a finding points to', () => {
    const text = invoices('- 2026-10-30', '  - Disliked: Old VAT rate again', '- 2025-09-30', '  - Disliked: Old VAT rate', '- 2025-08-31');
    assert.equal(moved(text), '- 2025-08-31\n');
  });

  for (const [what, text, says] of [
    ['where nothing is as old', invoices('- 2026-10-30'), 'Nothing of “Invoices” is older than 2025-11-23.'],
    ['where all of it has to stay', invoices('- 2025-10-30 dnoe'), 'What is older than 2025-11-23 of “Invoices” has to stay: a finding, a comment or another entry holds on to each of its days. Mend what is found first.'],
    ['where the link leads nowhere', invoices('- 2025-10-30').replace('@maria', '@maria\n- Archive: [Older](old.archive.md#invoices)'), 'The link from “Invoices” to its older entries leads nowhere. Mend it first, so that all of them stand together.'],
    ['where the field says something else', invoices('- 2025-10-30').replace('@maria', '@maria\n- Archive: in the drawer'), 'The link from “Invoices” to its older entries leads nowhere. Mend it first, so that all of them stand together.'],
    ['where a folder has the name', `${invoices('- 2025-10-30')}\n--- note.archive.md/a.md\n`, '“note.archive.md” cannot be read, and nothing is overwritten. Give it another name first.'],
    ['where the archive ends in code without an end', `${invoices('- 2025-10-30')}\n--- note.archive.md\n\`\`\`\n`, 'The older entries of “Invoices” stand in text that would be read otherwise afterwards, so nothing was moved. Put blank lines around them first.'],
    ['where the text around them would become a heading', '## Invoices$0 (recurring)\n\nText\n- 2025-10-30\n---\n', 'The older entries of “Invoices” stand in text that would be read otherwise afterwards, so nothing was moved. Put blank lines around them first.'],
    ['of a job', '## Photos$0 (one-off)\n\n- 2025-01-05 posted\n', 'Archive Old Entries is for a recurring function with entries from before today, which “Photos” is not.'],
    ['of a function that was never done', '## Invoices$0 (recurring)\n', 'Archive Old Entries is for a recurring function with entries from before today, which “Invoices” is not.'],
    ['up to a day to come', invoices('- 2025-10-30'), '2026-11-24 is still to come: an entry says what has happened.'],
  ] as const) it(`is refused ${what}`, () => assert.equal(refusal('archiveEntries', text, what === 'up to a day to come' ? { before: '2026-11-24' } : {}), says));

  it('writes what markdownlint finds nothing in', () => {
    const found = lint({ strings: files(note) });
    assert.deepEqual(Object.values(found).flat(), []);
  });
});
