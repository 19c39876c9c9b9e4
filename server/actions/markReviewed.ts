import { processOf } from '../model/processes.ts';
import { lastReview, markReviewed as mark } from '../model/reviews.ts';
import { action } from './action.ts';

export const markReviewed = action({
  title: 'Mark Process Reviewed',
  options: {},
  subject: 'a recurring function with a process that was not reviewed today',
  /** Where there is a process that can be read, and was not marked today already. */
  appliesTo(task, { folder, today }) {
    const state = processOf(task, folder);
    const isThere = state.kind === 'found' || state.kind === 'below' || state.kind === 'unknown';
    return task.block.kind === 'recurring' && isThere && (lastReview(task, state, folder)?.day ?? -Infinity) < today;
  },
  change: (task, { folder, today }) => ({ edits: [mark(task, processOf(task, folder), today, folder)] }),
});
