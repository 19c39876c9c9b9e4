import { entriesOf } from '../model/archives.ts';
import { exceedsDoing, explainingLately } from '../model/explaining.ts';
import type { Task } from '../notation/document.ts';
import { formatDuration, type Minutes } from '../notation/durations.ts';
import { meanOf, trendOf } from '../model/figures.ts';
import type { History } from '../model/history.ts';
import { processOf } from '../model/processes.ts';
import { recordOfEntries } from '../model/record.ts';
import { creating } from './creating.ts';
import { type Context, type Fix, rule } from './rule.ts';
import { called, fileName } from './wording.ts';

export const notLearning = rule({
  code: 'not-learning',
  level: 'info',
  kind: 'recurring',
  summary: 'Explaining that does not become less',
  why: 'A function that is handed over well needs less explaining with every run, until it needs none. Where the time does not fall, the same is explained again and again: what is asked is not in the process, or nobody reads it there.',
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
- Starts: 2026-07-31

1. Take the hours from the time sheets.
2. Write one invoice per client.
3. List what is still unpaid.

- 2026-10-30 @maria 1h explained 30m
- 2026-09-30 @maria 1h 15m explained 25m
- 2026-08-31 @maria 1h 15m explained 30m
  - Liked: All of them went out on the same day.
- 2026-07-31 @maria 1h 30m explained 30m
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
- Starts: 2026-07-31

1. Take the hours from the time sheets.
2. Write one invoice per client.
3. List what is still unpaid.

- 2026-10-30 @maria 1h
- 2026-09-30 @maria 1h 15m explained 5m
- 2026-08-31 @maria 1h 15m explained 15m
  - Liked: All of them went out on the same day.
- 2026-07-31 @maria 1h 30m explained 30m
`,
  checkTask(task, { folder, today }) {
    const { block } = task;
    // Nobody explains to themselves.
    if (block.owner && block.owner.handle === folder.roster.delegator?.value) return undefined;
    const explained = explainedIn(recordOfEntries(task, folder, today).history);
    const trend = trendOf(explained, meanOf);
    // One question after a year of silence is no failure to learn.
    const isExplained = explained.slice(-3).filter((minutes) => minutes > 0).length >= 2;
    if (!trend || trend.direction === 'falling' || !isExplained) return undefined;
    // That is said already, and weighs more.
    const hasNone = processOf(task, folder).kind === 'none';
    const lately = explainingLately(block, entriesOf(task, folder), today);
    if (!hasNone && lately && exceedsDoing(lately)) return undefined;
    return [{
      at: block.titleAt,
      message: `${called(block)} still takes ${formatDuration(trend.after)} of explaining a run, after ${formatDuration(trend.before)} in the first half of its ${explained.length} runs. Write what is asked each time into ${hasNone ? 'a process, which it does not have yet' : 'its process'}.`,
      fixes: leadingToProcess,
    }];
  },
});

/** Minutes that were explained in each run since the function was handed over last, oldest first. */
function explainedIn({ entries, runs }: History): Minutes[] {
  const since = entries.findLast(({ verb }) => verb === 'handover')?.date ?? -Infinity;
  return runs.filter(({ date }) => date >= since).map(({ explained }) => explained?.value ?? 0);
}

function leadingToProcess(task: Task, context: Context): Fix[] {
  const state = processOf(task, context.folder);
  if (state.kind === 'none') return creating(task, context);
  if (state.kind !== 'found' || state.document === task.document) return [];
  const { uri } = state.document;
  return [{ title: `Open ${fileName(uri, context.folder)}`, show: uri, preferred: true }];
}
