/** Feedback to fill in under an entry. */
import type { Task } from '../../notation/document.ts';
import type { Entry } from '../../notation/entries.ts';
import { lineText } from '../../notation/markdown.ts';
import { insertLines } from '../../notation/write.ts';
import type { Change } from '../../text.ts';

export function addFeedback(task: Task, { line, endLine, dateAt }: Entry, feedback: readonly string[]): Change {
  // Under the entry's first word, where its bullet ends.
  const indent = lineText(task.section, line).slice(0, dateAt.start).replace(/\S/g, ' ');
  return { edits: [{ uri: task.document.uri, edits: [insertLines(task, endLine, feedback.map((each) => `${indent}- ${each}`))] }] };
}
