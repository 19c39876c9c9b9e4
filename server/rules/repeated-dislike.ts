import { formatDay } from '../notation/dates.ts';
import { entriesOf } from '../model/archives.ts';
import { repeatedComplaints } from '../model/complaints.ts';
import { processOf } from '../model/processes.ts';
import { lastReview } from '../model/reviews.ts';
import { atEntry, relatedAt } from './entryPlaces.ts';
import { learning } from './learning.ts';
import { rule } from './rule.ts';
import { calledWithin, quoted } from './wording.ts';

export const repeatedDislike = rule({
  code: 'repeated-dislike',
  level: 'warning',
  kind: 'recurring',
  summary: 'The same complaint twice',
  why: 'What was disliked once is a mistake; what is disliked twice was never written where the work is done from. As long as it is not a step of the process, it will be said a third time, to the next owner at the latest.',
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
- Process: below

1. Take the hours from the time sheets.
2. Write one invoice per client.
3. List what is still unpaid.

- 2026-10-30 @maria 1h 15m
  - Disliked: The old VAT rate again, on one invoice.
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
- 2026-09-30 @maria 1h 30m
- 2026-08-31 @maria 2h explained 30m
  - Disliked: Old VAT rate on two invoices.
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
- Process: below
- Reviewed: 2026-10-31

1. Take the hours from the time sheets.
2. Check the VAT rate of each client.
3. Write one invoice per client.

- 2026-10-30 @maria 1h 15m
  - Disliked: The old VAT rate again, on one invoice.
- 2026-09-30 @maria 1h 30m
- 2026-08-31 @maria 2h explained 30m
  - Disliked: Old VAT rate on two invoices.
`,
  *checkTask(task, { folder }) {
    const { block } = task;
    const repeated = repeatedComplaints(entriesOf(task, folder));
    if (repeated.length === 0) return;
    const reviewed = lastReview(task, processOf(task, folder), folder)?.day ?? -Infinity;
    for (const complaints of repeated) {
      const latest = complaints[complaints.length - 1]!;
      if (latest.date <= reviewed) continue;
      const earlier = complaints.slice(0, -1).reverse();
      yield {
        at: atEntry(latest.at, latest.entry, task, folder),
        message: `${quoted(latest.text)} was disliked ${earlier.length === 1 ? 'before' : `${earlier.length} times before`}, on ${formatDay(earlier[0]!.date)} (${quoted(earlier[0]!.text)}). Put it into the process of ${calledWithin(block)}, so that it is not said again.`,
        related: earlier.slice(0, 5).map(({ at, entry }) => relatedAt(at, entry, task, folder, 'This was said before.')),
        fixes: (each, context) => learning(each, context, complaints, [latest]),
      };
    }
  },
});
