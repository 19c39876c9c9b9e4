import { addMonths } from '../notation/dates.ts';
import type { Entry } from '../notation/entries.ts';
import { entriesOf } from '../model/archives.ts';
import { addFeedback } from '../model/changes/feedback.ts';
import { type DatedEntry, isDated } from '../model/history.ts';
import { preferFirst } from './edits.ts';
import { rule } from './rule.ts';
import { called, short } from './wording.ts';

export const noFeedback = rule({
  code: 'no-feedback',
  level: 'info',
  kind: 'recurring',
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
  checkTask(task, { folder }) {
    const { block } = task;
    const { roster } = folder;
    // Nobody writes feedback to themselves.
    if (!block.owner || block.owner.handle === roster.delegator?.value) return undefined;
    const entries = entriesOf(task, folder);
    const runs = firstRuns(entries);
    if (runs.length < 5 || entries.some(({ feedback }) => feedback.length > 0)) return undefined;
    return [{
      at: block.titleAt,
      message: `${called(block)} was done ${runs.length} times in its first six months, and nobody has told @${short(block.owner.handle)} what was liked or not. Write it under the last run.`,
      fixes: (each) => {
        const last = lastRun(each.block.entries);
        return last ? preferFirst([{ title: 'Insert “Liked” and “Disliked” to fill in under the last run', edits: [addFeedback(each, last, [{ kind: 'liked', text: '' }, { kind: 'disliked', text: '' }])] }]) : [];
      },
    }];
  },
});

const runsIn = (entries: readonly Entry[]): DatedEntry[] => entries.filter(isDated).filter(({ verb }) => verb === 'done');

/** The runs of the first six months. */
function firstRuns(entries: readonly Entry[]): DatedEntry[] {
  const runs = runsIn(entries);
  const first = runs.reduce((least, { date }) => Math.min(least, date), Infinity);
  return first === Infinity ? [] : runs.filter(({ date }) => date <= addMonths(first, 6));
}

/** `undefined` where all of them are in the archive. */
const lastRun = (entries: readonly Entry[]): DatedEntry | undefined =>
  runsIn(entries).reduce<DatedEntry | undefined>((last, run) => (last && last.date >= run.date ? last : run), undefined);
