import { type Day, formatDay } from '../notation/dates.ts';
import type { Task } from '../notation/document.ts';
import { logRun } from '../model/changes/logRun.ts';
import { pauseFunction } from '../model/changes/pause.ts';
import { skipOccurrence } from '../model/changes/skipOccurrence.ts';
import { recordOf } from '../model/record.ts';
import type { Occurrence } from '../model/schedule/occurrence.ts';
import { hasUnreadDays } from '../model/unreadDays.ts';
import type { Folder } from '../model/workspace.ts';
import { preferFirst } from './edits.ts';
import { type Fix, rule } from './rule.ts';
import { called } from './wording.ts';

export const overdue = rule({
  code: 'overdue',
  level: 'warning',
  kind: 'recurring',
  needsToday: true,
  summary: 'A function whose due day has passed without a run',
  why: 'A function that has an owner and a rhythm is trusted to be done, and nobody looks any more. The day after it was due is the cheapest one on which to find out that it was not; or that it was, and only the entry is missing.',
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
- Starts: 2026-09-30

1. Take the hours from the time sheets.
2. Write one invoice per client.
3. List what is still unpaid.

- 2026-09-30 @maria 1h 15m
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
- Starts: 2026-09-30

1. Take the hours from the time sheets.
2. Write one invoice per client.
3. List what is still unpaid.

- 2026-11-02 @maria 1h 10m
- 2026-09-30 @maria 1h 15m
`,
  checkTask(task, { folder, today }) {
    // What is late by a day that could not be read is that day's matter.
    if (hasUnreadDays(task, folder)) return undefined;
    const { occurrences } = recordOf(task, folder, today!).history;
    const first = occurrences.findIndex(({ state }) => state === 'overdue');
    if (first < 0) return undefined;
    const { due } = occurrences[first]!;
    const late = today! - due;
    return [{
      at: task.block.titleAt,
      message: `${called(task.block)} was due on ${formatDay(due)}, ${late === 1 ? 'yesterday' : `${late} days ago`}, ${stateOf(occurrences, first)}. Log it if it is done; else do it now, skip it, or pause the function.`,
      fixes: (each, context) => answers(each, context.folder, today!),
    }];
  },
});

/** What there is of it, and for how long it has been so. */
function stateOf(occurrences: readonly Occurrence[], first: number): string {
  const { runs } = occurrences[first]!;
  if (runs) return `and only ${runs === 1 ? 'one run is' : `${runs} runs are`} logged`;
  const others = occurrences.slice(first + 1).filter(({ state }) => state === 'overdue').length;
  if (others > 0) return `and is not logged, nor ${others === 1 ? 'is the one' : `are the ${others}`} after it`;
  const before = first - 1 - occurrences.findLastIndex(({ state }, i) => i < first && state !== 'missed');
  return `and is not logged${before === 0 ? '' : `, nor ${before === 1 ? 'is the one' : `are the ${before}`} before it`}`;
}

/** The oldest that is open is meant. */
function answers(task: Task, folder: Folder, today: Day): Fix[] {
  const open = recordOf(task, folder, today).history.occurrences.filter(({ state }) => state === 'overdue' || state === 'due');
  const { due } = open[0]!;
  const context = { folder, today };
  // How long it took, nobody has said.
  const run = { duration: null, for: due };
  return preferFirst([
    { title: 'Log it as done today', edits: [logRun(task, context, run)] },
    { title: `Log it as done on its day, ${formatDay(due)}`, edits: [logRun(task, context, { ...run, day: due })] },
    { title: `Skip the one of ${formatDay(due)}`, edits: [skipOccurrence(task, context, { for: due })] },
    { title: 'Pause the function from today', edits: [pauseFunction(task, today)] },
  ]);
}
