import { formatDuration } from '../notation/durations.ts';
import { logRun, usualDuration } from '../model/changes/logRun.ts';
import { action } from './action.ts';
import { notAfterToday } from './days.ts';

export const logCompletion = action({
  title: 'Log Completion',
  options: { day: 'day', who: 'person', duration: 'duration', explained: 'duration', for: 'day', note: 'text' },
  appliesTo: ({ block }) => block.kind === 'recurring',
  proposals(task, context) {
    const usual = usualDuration(task, context) ?? task.block.estimate?.value;
    return { duration: usual === undefined ? undefined : formatDuration(usual) };
  },
  change: (task, context, { day, ...run }) => ({ edits: [logRun(task, context, { ...run, day: notAfterToday(day, context) })] }),
});
