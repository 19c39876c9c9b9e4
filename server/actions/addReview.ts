import { review } from '../model/changes/jobEntries.ts';
import { jobOf } from '../model/stages.ts';
import type { Choice } from '../protocol.ts';
import { action } from './action.ts';
import { notAfterToday } from './days.ts';
import { asRead } from './reading.ts';

export const addReview = action({
  title: 'Add Review',
  options: { rating: 'rating', note: 'text', day: 'day', who: 'person' },
  needs: { rating: 'Say how good it was, from 0/5 to 5/5.' },
  subject: 'a one-off that is delivered and not reviewed yet',
  /** What has come and was not judged yet. */
  appliesTo({ block }) {
    const { stage, reviewed } = jobOf(block);
    return block.kind === 'one-off' && reviewed === undefined && (stage === 'delivered' || stage === 'paid');
  },
  choices: () => ({ rating: ratings }),
  change: (task, context, { rating, note, day, who }) =>
    asRead(task, review(task, notAfterToday(day, context), { rating, note: note ?? undefined, who: who ?? undefined }), 1),
});

const ratings: readonly Choice[] = [
  { value: '5/5', label: '5/5', description: 'as good as it gets' },
  { value: '4/5', label: '4/5', description: 'good' },
  { value: '3/5', label: '3/5', description: 'as agreed, and no more' },
  { value: '2/5', label: '2/5', description: 'not what was asked for' },
  { value: '1/5', label: '1/5', description: 'of little use' },
  { value: '0/5', label: '0/5', description: 'of no use' },
];
