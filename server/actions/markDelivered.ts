import { deliver } from '../model/changes/jobEntries.ts';
import { jobOf } from '../model/stages.ts';
import { action } from './action.ts';
import { notAfterToday } from './days.ts';
import { asRead } from './reading.ts';

export const markDelivered = action({
  title: 'Mark Delivered',
  options: { day: 'day', who: 'person', note: 'text' },
  subject: 'a one-off that is awarded or has an owner, and is not delivered yet',
  /** Nobody delivers what nobody was given: a job that is awarded, or one that went to its owner without a board. */
  appliesTo({ block }) {
    const { stage } = jobOf(block);
    return block.kind === 'one-off' && (stage === 'awarded' || (stage === 'draft' && block.owner !== undefined));
  },
  change: (task, context, { day, who, note }) =>
    asRead(task, deliver(task, notAfterToday(day, context), { who: who ?? undefined, note: note ?? undefined }), 1),
});
