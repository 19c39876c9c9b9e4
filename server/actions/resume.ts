import { resumeFunction } from '../model/changes/pause.ts';
import { recordOf } from '../model/record.ts';
import { action } from './action.ts';
import { notAfterToday } from './days.ts';
import { asRead } from './reading.ts';

export const resume = action({
  title: 'Resume',
  options: { day: 'day', who: 'person', note: 'text' },
  subject: 'a recurring function that is paused',
  appliesTo: (task, { folder, today }) => task.block.kind === 'recurring' && recordOf(task, folder, today).history.paused !== undefined,
  change: (task, context, { day, who, note }) =>
    asRead(task, resumeFunction(task, notAfterToday(day, context), { who: who ?? undefined, note: note ?? undefined }), 1),
});
