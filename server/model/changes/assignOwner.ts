/** Gives a task an owner, or another one. */
import { fieldOf } from '../../notation/blocks.ts';
import type { Day } from '../../notation/dates.ts';
import type { Task } from '../../notation/document.ts';
import { linesOfField, removeLines, setField } from '../../notation/write.ts';
import { between, type FileEdit, type TextEdit } from '../../text.ts';
import { secondOwner } from '../owners.ts';
import { hasLeft } from '../roster.ts';
import type { Folder } from '../workspace.ts';
import { swapWithBackup } from './swapWithBackup.ts';

/**
 * A backup who becomes the owner changes places with an owner who is still there, since both know the work; else nobody is the
 * backup for now.
 */
export function assignOwner(task: Task, handle: string, folder: Folder, today: Day | undefined): FileEdit {
  const { document: { uri }, block: { owner, backup } } = task;
  if (backup?.handle !== handle || owner?.handle === handle) return { uri, edits: [owned(task, handle)] };
  if (owner && isHere(owner.handle, folder, today)) return swapWithBackup(task);
  const { line, endLine } = linesOfField(task, fieldOf(task.block, 'Backup')!);
  return { uri, edits: [owned(task, handle), removeLines(task, line, endLine)] };
}

/** In the place of the owner alone, so that what is said beside the name stays; of two, the other one may be meant. */
function owned(task: Task, handle: string): TextEdit {
  const { block, firstLine } = task;
  const newText = `@${handle}`;
  if (!block.owner) return setField(task, 'Owner', newText);
  const second = secondOwner(block);
  return { range: between(block.owner.at, second?.handle === handle ? second.at : block.owner.at, firstLine), newText };
}

/** As far as anybody knows. */
function isHere(handle: string, { roster }: Folder, today: Day | undefined): boolean {
  const member = roster.people.get(handle);
  return member === undefined || today === undefined || !hasLeft(member, today);
}
