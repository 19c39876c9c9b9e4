import type { Block } from '../notation/blocks.ts';
import { addMonths } from '../notation/dates.ts';
import { addFeedback } from '../model/changes/feedback.ts';
import { type DatedEntry, isDated } from '../model/history.ts';
import { preferFirst } from './edits.ts';
import { rule } from './rule.ts';
import { called, short } from './wording.ts';

export const noFeedback = rule({
  code: 'no-feedback',
  level: 'info',
  kind: 'recurring',
  isLocal: true,
  summary: 'Five runs in the first six months without any feedback',
  why: 'Whoever does the work learns what is liked and what is not from the one who asked for it, and from nobody else. A line of feedback under the first runs is the cheapest training there is; silence is taken for praise.',
  bad: `
---
team:
  maria: { name: Maria Silva }
  jon: { name: Jon Park }
---

## Send client invoices (recurring)
   ^^^^^^^^^^^^^^^^^^^^

- Owner: @maria
- Backup: @jon
- Cadence: every month on the last workday
- Process: below
- Starts: 2026-06-30

1. Take the hours from the time sheets.
2. Write one invoice per client.
3. List what is still unpaid.

- 2026-10-30 @maria 1h
- 2026-09-30 @maria 1h 15m
- 2026-08-31 @maria 1h 15m
- 2026-07-31 @maria 1h 30m
- 2026-06-30 @maria 2h explained 30m
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
- Starts: 2026-06-30

1. Take the hours from the time sheets.
2. Write one invoice per client.
3. List what is still unpaid.

- 2026-10-30 @maria 1h
- 2026-09-30 @maria 1h 15m
- 2026-08-31 @maria 1h 15m
  - Liked: All of them went out on the same day.
- 2026-07-31 @maria 1h 30m
- 2026-06-30 @maria 2h explained 30m
`,
  *checkTask({ block }, { folder: { roster } }) {
    // Nobody writes feedback to themselves.
    if (!block.owner || block.owner.handle === roster.delegator?.value) return;
    const runs = firstRuns(block);
    if (runs.length < 5 || block.entries.some(({ feedback }) => feedback.length > 0)) return;
    yield {
      at: block.titleAt,
      message: `${called(block)} was done ${runs.length} times in its first six months, and nobody has told @${short(block.owner.handle)} what was liked or not. Write it under the last run.`,
      fixes: (each) => preferFirst([{ title: 'Insert “Liked” and “Disliked” to fill in under the last run', edits: [addFeedback(each, lastRun(each.block), [{ kind: 'liked', text: '' }, { kind: 'disliked', text: '' }])] }]),
    };
  },
});

const runsIn = ({ entries }: Block): DatedEntry[] => entries.filter(isDated).filter(({ verb }) => verb === 'done');

/** The runs of the first six months. */
function firstRuns(block: Block): DatedEntry[] {
  const runs = runsIn(block);
  const first = runs.reduce((least, { date }) => Math.min(least, date), Infinity);
  return first === Infinity ? [] : runs.filter(({ date }) => date <= addMonths(first, 6));
}

const lastRun = (block: Block): DatedEntry => runsIn(block).reduce((last, run) => (run.date > last.date ? run : last));
