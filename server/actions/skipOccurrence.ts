import { openDays } from '../model/agenda.ts';
import { skipOccurrence as skip } from '../model/changes/skipOccurrence.ts';
import { recordOf } from '../model/record.ts';
import { action } from './action.ts';
import { notAfterToday } from './days.ts';
import { asRead } from './reading.ts';

export const skipOccurrence = action({
  title: 'Skip Occurrence',
  options: { day: 'day', who: 'person', for: 'day', note: 'text' },
  subject: 'a recurring function with a day on which it is due',
  /** Where something is open or to come. */
  appliesTo: (task, { folder, today }) => task.block.kind === 'recurring' && openDays(recordOf(task, folder, today).history, { most: 1 }).length > 0,
  change: (task, context, { day, ...options }) => asRead(task, skip(task, context, { ...options, day: notAfterToday(day, context) }), 1),
});
