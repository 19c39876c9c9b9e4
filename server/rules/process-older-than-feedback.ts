import { type Day, formatDay } from '../notation/dates.ts';
import type { Task } from '../notation/document.ts';
import type { Feedback } from '../notation/entries.ts';
import { addSteps, avoid } from '../model/processText.ts';
import { lastReview, processOf, type ProcessState } from '../model/processes.ts';
import { markReviewed } from '../model/reviews.ts';
import { toRange } from '../text.ts';
import { merged, preferFirst } from './edits.ts';
import { type Context, type Fix, type Related, rule } from './rule.ts';
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

- 2026-07-31 @maria 1h 40m: 14 invoices.
- 2026-06-30 @maria 2h 20m 3/5: 12 invoices.
  - Disliked: Old VAT rate on two of them.
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^

--- processes/invoicing.md
---
reviewed: 2026-05-29
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

- 2026-07-31 @maria 1h 40m: 14 invoices.
- 2026-06-30 @maria 2h 20m 3/5: 12 invoices.
  - Disliked: Old VAT rate on two of them.

--- processes/invoicing.md
---
reviewed: 2026-07-01
---

# Invoicing

1. Take the hours from the time sheets.
2. Check the VAT rate of each client.
3. Write one invoice per client.
`,
  *checkTask(task, { folder }) {
    const state = processOf(task, folder);
    const review = lastReview(task, state);
    if (!review || state.kind === 'none' || state.kind === 'broken' || state.kind === 'outside') return;
    const [latest, ...older] = dislikedSince(task, review.day);
    if (!latest) return;
    const more = older.length === 0 ? '' : `, as ${older.length === 1 ? 'was one more point' : `were ${older.length} more points`} since`;
    yield {
      at: latest.at,
      message: `${quoted(latest.text)} was disliked on ${formatDay(latest.date)}${more}, and the process was last reviewed on ${formatDay(review.day)}. Put it into the process of ${calledWithin(task.block)}, so that it does not happen again.`,
      related: [...processPlace(state), ...older.slice(0, 5).map((point) => ({ uri: task.document.uri, range: toRange(point.at, task.firstLine), message: 'This was disliked since then, too.' }))],
      fixes: learning,
    };
  },
});

interface Point extends Feedback {
  readonly date: Day;
}

/** What was disliked after a day, the latest first: one finding for all of it, as one review deals with it. */
function dislikedSince({ block }: Task, day: Day): Point[] {
  const points = block.entries.flatMap(({ date, feedback }) => (date === undefined || date <= day ? [] : feedback.map((each) => ({ ...each, date }))));
  return points.filter(({ kind, text }) => kind === 'disliked' && text !== '').sort((a, b) => b.date - a.date);
}

/** The points become steps, and the process is reviewed with that: the step alone would leave the finding standing. */
function learning(task: Task, { folder, today }: Context): Fix[] {
  const state = processOf(task, folder);
  const review = lastReview(task, state);
  const points = review ? dislikedSince(task, review.day) : [];
  if (today === undefined || points.length === 0 || points[0]!.date > today) return [];
  const reviewed = markReviewed(task, state, today);
  const steps = points.map(({ text }) => avoid(text)).reverse();
  const added = addSteps(task, state, steps);
  return preferFirst([
    ...(added ? [{ title: `Add ${steps.length === 1 ? 'the point' : `the ${steps.length} points`} to the process, and mark it as reviewed today`, edits: merged(reviewed, added) }] : []),
    { title: 'Mark the process as reviewed today, as it deals with this already', edits: [reviewed] },
  ]);
}

function processPlace(state: ProcessState): Related[] {
  if (state.kind !== 'found') return [];
  const start = { line: state.passage.line, character: 0 };
  return [{ uri: state.document.uri, range: { start, end: start }, message: 'The process is here.' }];
}
