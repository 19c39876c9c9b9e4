/** Links to older entries, and findings about entries that are in an archive. */
import assert from 'node:assert/strict';
import { examples, findingIn, fixed, fixesOf } from '../support/ruleTests.ts';

const code = 'broken-archive-link';
const archive = '\n--- old/a.archive.md\n# Older entries\n\n## Invoices (recurring)\n\n- 2025-10-31\n\n## Photos (one-off)\n\n- 2025-10-31 posted\n';
const linked = (value: string, marks: string, kind = 'recurring'): string => `## Invoices (${kind})\n\n- Archive: ${value}\n${marks === '' ? '' : `           ${marks}\n`}${archive}`;

describe('broken-archive-link', () => {
  examples(
    code,
    ['is there', linked('[Older entries](old/a.archive.md#invoices-recurring)', '')],
    ['is there in any letter case', linked('[Older entries](old/a.archive.md#Invoices-Recurring)', '')],
    ['a bare path', linked('old/a.archive.md#invoices-recurring', '')],
    ['no file', linked('[Older](old/b.archive.md#invoices-recurring)', '        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^')],
    ['a folder', linked('[Older](old)', '').replace('- Archive: [Older](old)', '- Archive: [Older](old/)\n                   ^^^^')],
    ['no heading', linked('[Older](old/a.archive.md#payroll-recurring)', '        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^')],
    ['all of a file', linked('[Older](old/a.archive.md)', '        ^^^^^^^^^^^^^^^^')],
    ['a job', linked('[Older](old/a.archive.md#photos-one-off)', '        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^')],
    ['a note', linked('[Older](note.delegate.md#invoices-recurring)', '        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^')],
    ['out of the folder', linked('[Older](../x.archive.md#invoices-recurring)', '        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^')],
    ['a heading of the note', linked('#invoices-recurring', '^^^^^^^^^^^^^^^^^^^')],
    ['no link', linked('in the drawer', '^^^^^^^^^^^^^')],
    ['an address', linked('<https://example.com/a.md>', '^^^^^^^^^^^^^^^^^^^^^^^^^^')],
    ['still to be filled in', linked('TBD', '')],
    ['nothing', linked('', '')],
    ['of a job', linked('[Older](nowhere.md#a)', '', 'one-off')],
    ['of two functions', `## A (recurring)\n\n- Archive: old/a.archive.md#invoices-recurring\n             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n\n## B (recurring)\n\n- Archive: old/a.archive.md#invoices-recurring\n             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n${archive}`.replaceAll('\n             ^', '\n           ^')],
  );

  const said = (value: string): string => findingIn(code, linked(value, '')).message;

  it('says what becomes of it', () => {
    assert.equal(said('old/b.archive.md#invoices-recurring'), '“old/b.archive.md” is not there, so the older entries of “Invoices” do not count. Bring the file back, or correct the link.');
    assert.equal(said('../x.archive.md#a'), '“../x.archive.md” lies outside of the workspace folder and is not opened, so the older entries of “Invoices” do not count. Keep them in the folder, where everybody who has the notes has them too.');
  });

  it('proposes the nearest function that nobody links, and the nearest file', () => {
    assert.deepEqual(fixesOf(code, linked('old/a.archive.md#invoice-recurring', '')), ['Change to old/a.archive.md#invoices-recurring']);
    const other = `## Payroll (recurring)\n\n- Archive: [Older](old/a.archive.md#payroll-recurring)\n\n## Invoices (recurring)\n\n- Archive: [Older](old/b.archive.md#invoices-recurring)\n${archive}\n## Payroll (recurring)\n\n- 2025-10-31\n`;
    assert.deepEqual(fixesOf(code, other), ['Change to old/a.archive.md#invoices-recurring']);
    assert.match(fixed(code, other).get('note.delegate.md')!, /\(old\/a\.archive\.md#invoices-recurring\)/);
  });
});

const note = (fields: string, entries: string, older: string): string =>
  `## Invoices (recurring)\n\n- Cadence: every month on the last workday\n- Process: below\n${fields}- Archive: [Older](a.archive.md#invoices-recurring)\n\n1. Ask.\n\n${entries}\n--- a.archive.md\n# Older entries\n\nText.\n\n## Invoices (recurring)\n\n${older}`;

describe('findings about entries in an archive', () => {
  const places = (code_: string, text: string): unknown[] => {
    const { range, related, fixes, path } = findingIn(code_, text);
    return [`${path}:${range.start.line}`, related.map((other) => `${other.uri.split('/').pop()}:${other.range.start.line}`), fixes().map(({ title }) => title)];
  };

  it('stand in the note, and point to the archive', () => {
    const complained = note('', '- 2026-10-30\n  - Disliked: The old VAT rate again\n', '- 2025-10-31\n  - Disliked: Old VAT rate\n');
    assert.deepEqual(places('repeated-dislike', complained).slice(0, 2), ['note.delegate.md:9', ['a.archive.md:7']]);
    const reviewed = note('- Reviewed: 2025-01-05\n', '- 2026-10-30\n', '- 2025-10-31\n  - Disliked: Late\n- 2025-09-30\n  - Disliked: Wrong VAT rate\n');
    assert.deepEqual(places('process-older-than-feedback', reviewed).slice(0, 2), ['note.delegate.md:5', ['a.archive.md:9']]);
  });

  it('are mended in the note alone', () => {
    const one = note('', '- 2026-10-30\n- 2026-09-30\n', '- 2026-10-30: again\n');
    assert.deepEqual(places('duplicate-entry', one), ['note.delegate.md:8', ['a.archive.md:6'], ['Remove this entry', 'Make it the one that was due on 2026-11-30']]);
    const both = note('', '- 2026-09-30\n', '- 2026-10-30\n- 2026-10-30: again\n');
    assert.deepEqual(places('duplicate-entry', both), ['note.delegate.md:4', ['a.archive.md:6'], []]);
  });
});
