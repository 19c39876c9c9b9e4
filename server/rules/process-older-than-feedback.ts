import { type Day, formatDay } from '../notation/dates.ts';
import type { Task } from '../notation/document.ts';
import { entriesOf } from '../model/archives.ts';
import { type Complaint, complaintsIn, repeatedComplaints } from '../model/complaints.ts';
import { processOf, type ProcessState } from '../model/processes.ts';
import { lastReview } from '../model/reviews.ts';
import type { Folder } from '../model/workspace.ts';
import { atEntry, relatedAt } from './entryPlaces.ts';
import { learning } from './learning.ts';
import { type Related, rule } from './rule.ts';
import { calledWithin, quoted } from './wording.ts';

export const processOlderThanFeedback = rule({
  code: 'process-older-than-feedback',
  level: 'warning',
  summary: 'Something disliked that the process has not heard of',
  why: 'Feedback that stays in the log is read by nobody who does the work next. A point that has become a step is not made again, by this owner or by the one after.',
  bad: `
---
team:
  maria: { name: Maria Silva }
  jon: { name: Jon Park }
---

## Send client invoices (recurring)

- Owner: @maria
- Backup: @jon
- Cadence: every month on the last workday
- Process: [Invoicing](processes/invoicing.md)

- 2026-10-30 @maria 1h 40m: 14 invoices.
- 2026-09-30 @maria 2h 20m 3/5: 12 invoices.
  - Disliked: Old VAT rate on two of them.
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^

--- processes/invoicing.md
---
reviewed: 2026-08-31
---

# Invoicing

1. Take the hours from the time sheets.
2. Write one invoice per client.
3. List what is still unpaid.
`,
  good: `
---
team:
  maria: { name: Maria Silva }
  jon: { name: Jon Park }
---

## Send client invoices (recurring)

- Owner: @maria
- Backup: @jon
- Cadence: every month on the last workday
- Process: [Invoicing](processes/invoicing.md)

- 2026-10-30 @maria 1h 40m: 14 invoices.
- 2026-09-30 @maria 2h 20m 3/5: 12 invoices.
  - Disliked: Old VAT rate on two of them.

--- processes/invoicing.md
---
reviewed: 2026-10-01
---

# Invoicing

1. Take the hours from the time sheets.
2. Check the VAT rate of each client.
3. Write one invoice per client.
`,
  checkTask(task, { folder }) {
    const state = processOf(task, folder);
    const review = lastReview(task, state, folder);
    if (!review || state.kind === 'none' || state.kind === 'broken' || state.kind === 'outside') return undefined;
    const points = dislikedSince(task, folder, review.day);
    const [latest, ...older] = points;
    if (!latest) return undefined;
    const more = older.length === 0 ? '' : `, as ${older.length === 1 ? 'was one more point' : `were ${older.length} more points`} since`;
    return [{
      at: atEntry(latest.at, latest.entry, task, folder),
      message: `${quoted(latest.text)} was disliked on ${formatDay(latest.date)}${more}, and the process was last reviewed on ${formatDay(review.day)}. Put it into the process of ${calledWithin(task.block)}, so that it does not happen again.`,
      related: [...processPlace(state), ...older.slice(0, 5).map(({ at, entry }) => relatedAt(at, entry, task, folder, 'This was disliked since then, too.'))],
      fixes: (each, context) => learning(each, context, [...points].reverse()),
    }];
  },
});

/** What was disliked after a day, the latest first: one finding for all of it, as one review deals with it. */
function dislikedSince(task: Task, folder: Folder, day: Day): Complaint[] {
  const entries = entriesOf(task, folder);
  const since = complaintsIn(entries).filter(({ date }) => date > day).sort((a, b) => b.date - a.date);
  if (since.length === 0 || task.block.kind !== 'recurring') return since;
  // What has been disliked before is another rule's matter.
  const repeated = new Set(repeatedComplaints(entries).flat().map(({ at }) => at));
  return since.filter(({ at }) => !repeated.has(at));
}

function processPlace(state: ProcessState): Related[] {
  if (state.kind !== 'found') return [];
  const start = { line: state.passage.line, character: 0 };
  return [{ uri: state.document.uri, range: { start, end: start }, message: 'The process is here.' }];
}
