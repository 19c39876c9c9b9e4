/** What an action writes has to be read as it was meant, wherever in a half-finished note that is. */
import type { Block } from '../notation/blocks.ts';
import type { Task } from '../notation/document.ts';
import { blockAfter } from '../model/changes/readAgain.ts';
import { calledWithin } from '../rules/wording.ts';
import type { Change, FileEdit } from '../text.ts';
import { Refusal } from './action.ts';

/**
 * The change that an edit of a task's own lines makes, by which it gets so many entries more. Throws a `Refusal` where the task
 * would then not read as it is to.
 */
export function asRead(task: Task, edit: FileEdit, moreEntries: number, isMeant: (after: Block) => boolean = () => true): Change {
  const { block } = task;
  const after = blockAfter(task, edit.edits);
  const isRead = after?.entries.length === block.entries.length + moreEntries && after.problems.length <= block.problems.length;
  if (isRead && isMeant(after)) return { edits: [edit] };
  throw new Refusal(`What is to be written into ${calledWithin(block)} would not be read there. Look for a code block or a comment in it that is not closed, and close it first.`);
}
