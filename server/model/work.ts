/** What somebody does: the functions and jobs that are theirs, and what was said about their work. */
import type { Task } from '../notation/document.ts';
import type { Entry, Feedback } from '../notation/entries.ts';
import { entriesOf } from './archives.ts';
import { jobOf } from './stages.ts';
import type { Folder } from './workspace.ts';

export interface Work {
  readonly owns: readonly Task[];
  readonly backsUp: readonly Task[];
  /** One-offs that they were given: by an award, or as their owner. */
  readonly jobs: readonly Task[];
  /** The newest first. */
  readonly feedback: readonly Praise[];
  /** Of 5. */
  readonly ratings: readonly number[];
}

/** What was said about a piece of somebody's work. */
export interface Praise {
  readonly feedback: Feedback;
  readonly entry: Entry;
  readonly task: Task;
}

export function workOf(handle: string, folder: Folder): Work {
  const owns: Task[] = [];
  const backsUp: Task[] = [];
  const jobs: Task[] = [];
  const feedback: Praise[] = [];
  const ratings: number[] = [];
  for (const task of folder.tasks()) {
    const { kind, owner, backup } = task.block;
    const doer = kind === 'recurring' ? owner?.handle : (jobOf(task.block).awarded?.who?.handle ?? owner?.handle);
    if (doer === handle) (kind === 'recurring' ? owns : jobs).push(task);
    if (backup?.handle === handle) backsUp.push(task);
    for (const entry of entriesOf(task, folder)) {
      if (entry.rating === undefined && entry.feedback.length === 0) continue;
      // An entry of a job names who was awarded; a review of it is about them.
      if ((kind === 'recurring' ? (entry.who?.handle ?? doer) : doer) !== handle) continue;
      if (entry.rating) ratings.push(entry.rating.value);
      for (const each of entry.feedback) feedback.push({ feedback: each, entry, task });
    }
  }
  feedback.sort((a, b) => (b.entry.date ?? -Infinity) - (a.entry.date ?? -Infinity) || 0);
  return { owns, backsUp, jobs, feedback, ratings };
}
