import { distance, weekdayAndDay } from '../notation/dayWords.ts';
import { type Day, formatDay } from '../notation/dates.ts';
import type { Task } from '../notation/document.ts';
import { formatDuration } from '../notation/durations.ts';
import type { ChangeContext } from '../model/changes/closes.ts';
import { logRun, usualDuration } from '../model/changes/logRun.ts';
import { recordOf } from '../model/record.ts';
import type { Choice } from '../protocol.ts';
import { action } from './action.ts';
import { notAfterToday } from './days.ts';
import { asRead } from './reading.ts';

export const logCompletion = action({
  title: 'Log Completion',
  options: { day: 'day', who: 'person', duration: 'duration', explained: 'duration', for: 'day', note: 'text' },
  subject: 'a recurring function',
  appliesTo: ({ block }) => block.kind === 'recurring',
  proposals(task, context) {
    const usual = usualDuration(task, context) ?? task.block.estimate?.value;
    return { duration: usual === undefined ? undefined : formatDuration(usual), explained: isExplained(task, context) ? '' : undefined };
  },
  choices: (task, context) => ({ for: openOccurrences(task, context) }),
  change: (task, context, { day, ...run }) => asRead(task, logRun(task, context, { ...run, day: notAfterToday(day, context) }), 1),
});

/** Whether somebody is still being told how it is done: then the time for that is asked for. */
function isExplained(task: Task, { folder, today }: ChangeContext): boolean {
  const { progress, explained } = recordOf(task, folder, today).figures;
  const isOwn = task.block.owner?.handle === folder.roster.delegator?.value;
  return explained.lastThree > 0 || (progress === 'new' && !isOwn);
}

/** Due days that are listed; nobody reads a longer list. */
const most = 50;

/** Which one it was for, where several are open: the latest first, as a run closes that if nothing else is said. */
function openOccurrences(task: Task, { folder, today }: ChangeContext): Choice[] | undefined {
  const open = recordOf(task, folder, today).history.occurrences.filter(({ state }) => state === 'due' || state === 'overdue' || state === 'paused');
  if (open.length < 2) return undefined;
  return open.slice(-most).reverse().map(({ due }) => dayChoice(due, today));
}

const dayChoice = (due: Day, today: Day): Choice => ({ value: formatDay(due), label: weekdayAndDay(due, today), description: distance(due, today) });
