import { type Day, formatDay } from '../notation/dates.ts';
import { logRun } from '../model/changes/logRun.ts';
import { pauseFunction } from '../model/changes/pause.ts';
import type { History } from '../model/history.ts';
import { recordOf } from '../model/record.ts';
import { hasUnreadDays } from '../model/unreadDays.ts';
import { preferFirst } from './edits.ts';
import { rule } from './rule.ts';
import { called } from './wording.ts';

export const neverDone = rule({
  code: 'never-done',
  level: 'info',
  kind: 'recurring',
  needsToday: true,
  summary: 'A function that has had no run in two periods',
  why: 'A function that is skipped or missed time after time is not delegated, it is written down. Either it wants somebody to take it up again, or a longer rhythm, or a pause that says so.',
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
- Starts: 2026-08-31

1. Take the hours from the time sheets.
2. Write one invoice per client.
3. List what is still unpaid.

- 2026-10-30 skipped: Nobody had the time.
- 2026-09-30 skipped: The hours were not there.
- 2026-08-31 @maria 1h 15m
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
- Starts: 2026-08-31

1. Take the hours from the time sheets.
2. Write one invoice per client.
3. List what is still unpaid.

- 2026-10-30 @maria 1h 15m: Two months in one.
- 2026-09-30 skipped: The hours were not there.
- 2026-08-31 @maria 1h 15m
`,
  checkTask(task, { folder, today }) {
    const { block } = task;
    if (hasUnreadDays(task, folder) || (block.ends && block.ends.value < today!)) return undefined;
    const { history } = recordOf(task, folder, today!);
    const quiet = quietPeriods(history, today!);
    if (quiet < 2) return undefined;
    const last = history.runs.at(-1)?.date;
    return [{
      at: block.titleAt,
      message: `${called(block)} ${last === undefined ? 'has never been done' : `was last done on ${formatDay(last)}`}, and ${quiet} due days in a row went by without a run. Take it up again, give it a longer rhythm, or pause it.`,
      fixes: (each, context) => preferFirst([
        { title: 'Log it as done today', edits: [logRun(each, { folder: context.folder, today: today! }, { duration: null })] },
        { title: 'Pause the function from today', edits: [pauseFunction(each, today!)] },
      ]),
    }];
  },
});

/** How many of its due days have gone by since its last run. What is overdue is another rule's matter, and a pause is no neglect. */
function quietPeriods({ occurrences, runs, paused }: History, today: Day): number {
  if (paused) return 0;
  // A run that closed nothing, as one far from any due day, is a run all the same.
  const since = runs.at(-1)?.date ?? -Infinity;
  let quiet = 0;
  for (let i = occurrences.length - 1; i >= 0; i--) {
    const { due, state } = occurrences[i]!;
    if (state === 'overdue') return 0;
    if (due >= today) continue;
    if (due <= since || (state !== 'skipped' && state !== 'missed')) break;
    quiet++;
  }
  return quiet;
}
