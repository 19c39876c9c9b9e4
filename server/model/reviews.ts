/** Marking a process as reviewed, where its review is written. */
import { formatDay, type Day } from '../notation/dates.ts';
import type { Task } from '../notation/document.ts';
import { setField } from '../notation/write.ts';
import { type TextEdit, toRange } from '../text.ts';
import { lastReview, type ProcessState } from './processes.ts';

/** In the document where that is where its last review stands, else in the task's field. */
export function markReviewed(task: Task, state: ProcessState, day: Day): { uri: string; edits: TextEdit[] } {
  const reviewed = state.kind === 'found' && lastReview(task, state)?.from === 'document' ? state.document.header.reviewed : undefined;
  if (state.kind === 'found' && reviewed) return { uri: state.document.uri, edits: [{ range: toRange(reviewed.at), newText: formatDay(day) }] };
  return { uri: task.document.uri, edits: [setField(task, 'Reviewed', formatDay(day))] };
}
