/** The owner of a function and its backup change places: who knows the work already takes it on, and nobody is left out. */
import type { Task } from '../../notation/document.ts';
import { replaceSpan } from '../../notation/write.ts';
import type { FileEdit } from '../../text.ts';

/** Both have to be named. */
export function swapWithBackup(task: Task): FileEdit {
  const { document, block: { owner, backup } } = task;
  return { uri: document.uri, edits: [replaceSpan(task, owner!.at, `@${backup!.handle}`), replaceSpan(task, backup!.at, `@${owner!.handle}`)] };
}
