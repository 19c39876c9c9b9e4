import { deliver } from '../model/changes/jobEntries.ts';
import { isOpen, jobOf } from '../model/stages.ts';
import { action } from './action.ts';
import { notAfterToday } from './days.ts';
import { asEntry } from './reading.ts';

export const markDelivered = action({
  title: 'Mark Delivered',
  options: { day: 'day', who: 'person', note: 'text' },
  /** Nobody delivers what nobody was given. */
  appliesTo({ block }) {
    const job = jobOf(block);
    return block.kind === 'one-off' && isOpen(job) && (job.awarded !== undefined || block.owner !== undefined);
  },
  change: (task, context, { day, who, note }) =>
    asEntry(task, deliver(task, notAfterToday(day, context), { who: who ?? undefined, note: note ?? undefined })),
});
