/** Moving older entries to the archive beside a note. Today is Monday, 23 November 2026, so that a year ago is 2025-11-23. */
import assert from 'node:assert/strict';
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

describe('Archive Old Entries', () => {
  it('moves what is older than a year to a file beside the note, and links it', () => {
    const left = note.replace('$0', '').replace('workday\n', `workday\n${link}\n`).replace(/- 2025-10-31[^]*?2025-09-30 @maria 2h\n/, '');
    assert.deepEqual(files(note), { 'note.delegate.md': left, 'note.archive.md': archive });
  });
});
