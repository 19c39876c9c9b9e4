/** Putting what was disliked into the process, so that it does not happen again. */
import { checkFor } from '../model/draft.ts';
import { addSteps } from '../model/processText.ts';
import { processOf } from '../model/processes.ts';
import { markReviewed } from '../model/reviews.ts';
import type { Complaint } from '../model/complaints.ts';
import type { Task } from '../notation/document.ts';
import { merged, preferFirst } from './edits.ts';
import type { Context, Fix } from './rule.ts';

/**
 * The points become steps, and the process is reviewed with that: the step alone would leave the finding standing. What
 * several points say alike is one step.
 */
export function learning(task: Task, { folder, today }: Context, points: readonly Complaint[], steps = points): Fix[] {
  const state = processOf(task, folder);
  if (today === undefined || points.some(({ date }) => date > today) || state.kind === 'none' || state.kind === 'broken' || state.kind === 'outside') return [];
  const reviewed = markReviewed(task, state, today, folder);
  const added = addSteps(task, state, steps.map(({ text }) => checkFor(text)));
  return preferFirst([
    ...(added ? [{ title: `Add ${steps.length === 1 ? 'the point' : `the ${steps.length} points`} to the process, and mark it as reviewed today`, edits: merged(reviewed, added) }] : []),
    { title: 'Mark the process as reviewed today, as it deals with this already', edits: [reviewed] },
  ]);
}
