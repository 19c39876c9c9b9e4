/** What an action writes has to be read as it was meant, wherever in a half-finished note that is. */
import type { Block } from '../notation/blocks.ts';
import type { Task } from '../notation/document.ts';
import { blockAfter } from '../model/changes/readAgain.ts';
import { calledWithin } from '../rules/wording.ts';
import type { Change, FileEdit } from '../text.ts';
import { Refusal } from './action.ts';

/** The change that an edit of a task's own lines makes. Throws a `Refusal` where the task would then not read as it is to. */
export function asRead(task: Task, edit: FileEdit, isMeant: (after: Block) => boolean): Change {
  const after = blockAfter(task, edit.edits);
  if (after && isMeant(after)) return { edits: [edit] };
  throw new Refusal(`What is to be written into ${calledWithin(task.block)} would not be read there. Look for a code block or a comment in it that is not closed, and close it first.`);
}

/** The same for one entry more. */
export const asEntry = (task: Task, edit: FileEdit): Change => asRead(task, edit, ({ entries }) => entries.length === task.block.entries.length + 1);
