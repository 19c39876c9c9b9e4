/** Feedback under an entry. */
import type { Task } from '../../notation/document.ts';
import type { Entry, Feedback } from '../../notation/entries.ts';
import { oneLine } from '../../notation/entryText.ts';
import { insertLines, itemsUnder, markerOf } from '../../notation/write.ts';
import type { FileEdit } from '../../text.ts';

/** Below what is there already; without a text, to be filled in. */
export function addFeedback(task: Task, entry: Entry, feedback: readonly Pick<Feedback, 'kind' | 'text'>[]): FileEdit {
  const items = feedback.map(({ kind, text }) => `${kind === 'liked' ? 'Liked' : 'Disliked'}: ${oneLine(text)}`.trimEnd());
  return { uri: task.document.uri, edits: [insertLines(task, endOf(entry, task), itemsUnder(markerOf(task, entry), items))] };
}

/** What stands under an entry that is nested in this one would be that one's feedback. */
function endOf({ line, endLine }: Entry, { block: { entries } }: Task): number {
  return Math.min(endLine, ...entries.filter((other) => other.line > line && other.line < endLine).map((other) => other.line));
}
