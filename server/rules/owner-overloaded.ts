import { swapWithBackup } from '../model/changes/swapWithBackup.ts';
import type { Share } from '../model/parts.ts';
import { reliefsOf } from '../model/relief.ts';
import { hasLeft } from '../model/roster.ts';
import type { WorkCalendar } from '../model/schedule/workCalendar.ts';
import { isOverloaded, type Workload } from '../model/workload.ts';
import { formatDuration } from '../notation/durations.ts';
import { toRange } from '../text.ts';
import { merged, preferFirst } from './edits.ts';
import { type Context, type Fix, type Related, rule } from './rule.ts';
import { called, calledWithin, short } from './wording.ts';

/** Of many tasks, so many are named, the heaviest first. */
const most = 10;

export const ownerOverloaded = rule({
  code: 'owner-overloaded',
  level: 'info',
  needsToday: true,
  needsAll: true,
  summary: 'A person with more to do in the next four weeks than hours',
  why: 'Functions are handed over one at a time, and nobody adds them up. Too much for one person shows late, as late runs and tired people; the sum of estimates and medians shows it four weeks ahead, while there is time to share the work out.',
  bad: `
---
team:
  maria: { name: Maria Silva, hours: 4 }
  ^^^^^
  jon: { name: Jon Park, hours: 20 }
---

## Answer the post (recurring)

- Owner: @maria
- Backup: @jon
- Cadence: every workday
- Process: below
- Estimate: 1h

1. Open the post and stamp it.
2. Put what is urgent on the desk.
3. Answer the rest by noon.
`,
  good: `
---
team:
  maria: { name: Maria Silva, hours: 5 }
  jon: { name: Jon Park, hours: 20 }
---

## Answer the post (recurring)

- Owner: @maria
- Backup: @jon
- Cadence: every workday
- Process: below
- Estimate: 1h

1. Open the post and stamp it.
2. Put what is urgent on the desk.
3. Answer the rest by noon.
`,
  *checkDocument(document, { folder, today }) {
    for (const { handle, at } of document.header.team) {
      const workload = folder.workloads(today!).of(handle);
      // Of several definitions the first one counts; and of who has left, another rule speaks.
      if (!workload?.member || workload.member.uri !== document.uri || hasLeft(workload.member, today!) || !isOverloaded(workload)) continue;
      yield {
        at,
        message: messageOf(workload, folder.calendar),
        related: workload.heaviest(most).filter(({ minutes }) => minutes !== undefined && minutes > 0).map(relatedOf),
        fixes: (_, context) => fixesOf(handle, context),
      };
    }
  },
});

function messageOf(workload: Workload, calendar: WorkCalendar): string {
  const { handle, member, needed, had, workdays } = workload;
  const all = 4 * calendar.weekdays.length;
  const there = workdays === all ? '' : `, there on ${workdays} of ${all} workdays`;
  const { timedCount: known } = workload;
  const [first] = workload.heaviest(1);
  const tasks = known === 1 ? calledWithin(first!.demand.task.block) : `${known} tasks, most of all ${calledWithin(first!.demand.task.block)} (${formatDuration(first!.minutes!)})`;
  return `@${short(handle)} needs ${formatDuration(needed)} in the next four weeks for ${tasks}, and has ${formatDuration(had!)} (${member!.hours}h a week${there}). Something will be late: hand a part over, or agree on more hours.`;
}

/** “Answer the post”: 20 × 1h = 20h, by the estimate */
function relatedOf({ demand: { task, each, by }, runs, minutes, isStandIn }: Share): Related {
  const { document, firstLine, block } = task;
  const count = Number.isInteger(runs) ? String(runs) : `about ${runs.toFixed(1)}`;
  const sum = block.kind === 'recurring' ? `${count} × ${formatDuration(each!)} = ${formatDuration(minutes!)}, by the ${by === 'median' ? 'median of the last runs' : 'estimate'}` : `${formatDuration(minutes!)} that are left`;
  return { uri: document.uri, range: toRange(block.titleAt, firstLine), message: `${called(block)}: ${sum}${isStandIn ? ', in place of its owner' : ''}` };
}

function fixesOf(handle: string, { folder, today }: Context): Fix[] {
  const workload = folder.workloads(today!).of(handle)!;
  const fixes = reliefsOf(workload, folder, today!).slice(0, most).map((demands): Fix => {
    const [first] = demands;
    const title = demands.length === 1 ? `Hand ${calledWithin(first!.task.block)} over to its backup, @${short(first!.backup!)}` : `Hand ${demands.length} functions over to their backups`;
    return { title, edits: merged(...demands.map(({ task }) => swapWithBackup(task))) };
  });
  return preferFirst(fixes);
}
