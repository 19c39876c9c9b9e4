/** Feedback under an entry. */
import type { Task } from '../../notation/document.ts';
import type { Entry, Feedback } from '../../notation/entries.ts';
import { oneLine } from '../../notation/entryText.ts';
import { lineText } from '../../notation/markdown.ts';
import { insertLines } from '../../notation/write.ts';
import type { FileEdit } from '../../text.ts';

/** Below what is there already; without a text, to be filled in. */
export function addFeedback(task: Task, entry: Entry, feedback: readonly Pick<Feedback, 'kind' | 'text'>[]): FileEdit {
  // Under the entry's first word, where its bullet ends.
  const indent = lineText(task.section, entry.line).slice(0, entry.dateAt.start).replace(/\S/g, ' ');
  const lines = feedback.map(({ kind, text }) => `${indent}- ${kind === 'liked' ? 'Liked' : 'Disliked'}: ${oneLine(text)}`.trimEnd());
  return { uri: task.document.uri, edits: [insertLines(task, endOf(entry, task), lines)] };
}

/** What stands under an entry that is nested in this one would be that one's feedback. */
function endOf({ line, endLine }: Entry, { block: { entries } }: Task): number {
  return Math.min(endLine, ...entries.filter((other) => other.line > line && other.line < endLine).map((other) => other.line));
}
