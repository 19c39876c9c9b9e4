import { fieldOf } from '../notation/blocks.ts';
import { addMonths, formatDay } from '../notation/dates.ts';
import { processOf } from '../model/processes.ts';
import { lastReview, markReviewed } from '../model/reviews.ts';
import { toRange } from '../text.ts';
import { preferFirst } from './edits.ts';
import { rule } from './rule.ts';
import { calledWithin } from './wording.ts';

export const staleProcess = rule({
  code: 'stale-process',
  level: 'info',
  kind: 'recurring',
  needsToday: true,
  summary: 'A process that nobody has reviewed for over a year',
  why: 'Tools, prices and people change, and the page does not change by itself. Ten minutes with the owner once a year keep it true, and keep it trusted.',
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
- Reviewed: 2025-11-22
            ^^^^^^^^^^

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
- Process: below
- Reviewed: 2025-11-23

1. Take the hours from the time sheets.
2. Write one invoice per client.
3. List what is still unpaid.
`,
  checkTask(task, { folder, today }) {
    const { block } = task;
    const state = processOf(task, folder);
    if (state.kind === 'none' || state.kind === 'broken' || state.kind === 'outside') return undefined;
    const review = lastReview(task, state, folder);
    if (!review || review.day >= addMonths(today!, -12)) return undefined;
    const inDocument = review.from === 'document' && state.kind === 'found' ? state.document : undefined;
    return [{
      at: (review.from === 'field' ? fieldOf(block, 'Reviewed')?.valueAt : block.process?.at) ?? block.titleAt,
      message: `The process of ${calledWithin(block)} was last reviewed on ${formatDay(review.day)}, over a year ago. Read it through with the owner, and write down the day.`,
      related: inDocument ? [{ uri: inDocument.uri, range: toRange(inDocument.header.reviewed!.at), message: 'The last review is written here.' }] : [],
      fixes: (each, context) => preferFirst([{ title: 'Mark as reviewed today', edits: [markReviewed(each, processOf(each, context.folder), context.today!, context.folder)] }]),
    }];
  },
});
