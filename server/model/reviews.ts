/** When a process was last reviewed, and marking it as reviewed where that is written. */
import { formatDay, type Day } from '../notation/dates.ts';
import type { Task } from '../notation/document.ts';
import { setField } from '../notation/write.ts';
import { type TextEdit, toRange } from '../text.ts';
import { entriesOf } from './archives.ts';
import type { ProcessState } from './processes.ts';
import type { Folder } from './workspace.ts';

/** A day of review, and where it is written. */
export interface Review {
  readonly day: Day;
  readonly from: 'field' | 'document' | 'entry';
}

/** The last review of a process: the field, the document's `reviewed:`, or an entry, whichever is latest. */
export function lastReview(task: Task, state: ProcessState, folder: Folder): Review | undefined {
  const { block } = task;
  const reviews: Review[] = [];
  const add = (from: Review['from'], day: Day | undefined): void => {
    if (day !== undefined) reviews.push({ day, from });
  };
  add('field', block.reviewed?.value);
  if (state.kind === 'found') add('document', state.document.header.reviewed?.value);
  // What is reviewed in a one-off is the delivery.
  if (block.kind === 'recurring') for (const { verb, date } of entriesOf(task, folder)) if (verb === 'reviewed') add('entry', date);
  return reviews.reduce<Review | undefined>((last, review) => (last && last.day >= review.day ? last : review), undefined);
}

/** In the document where that is where its last review stands, else in the task's field. */
export function markReviewed(task: Task, state: ProcessState, day: Day, folder: Folder): { uri: string; edits: TextEdit[] } {
  const reviewed = state.kind === 'found' && lastReview(task, state, folder)?.from === 'document' ? state.document.header.reviewed : undefined;
  if (state.kind === 'found' && reviewed) return { uri: state.document.uri, edits: [{ range: toRange(reviewed.at), newText: formatDay(day) }] };
  return { uri: task.document.uri, edits: [setField(task, 'Reviewed', formatDay(day))] };
}
