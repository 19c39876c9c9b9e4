/** Gives a task an owner, or another one. */
import { fieldOf } from '../../notation/blocks.ts';
import type { Day } from '../../notation/dates.ts';
import type { Task } from '../../notation/document.ts';
import { mentionsIn } from '../../notation/inline.ts';
import { removeLines, replaceSpan, setField } from '../../notation/write.ts';
import type { FileEdit, TextEdit } from '../../text.ts';
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
  const { line, endLine } = fieldOf(task.block, 'Backup')!;
  return { uri, edits: [owned(task, handle), removeLines(task, line, endLine)] };
}

/** In the place of the owner alone, so that what is said beside the name stays; unless that names the new one already. */
function owned(task: Task, handle: string): TextEdit {
  const { owner } = task.block;
  const value = fieldOf(task.block, 'Owner')?.value ?? '';
  const isNamed = [...mentionsIn(value)].some(([start, end]) => value.slice(start + 1, end) === handle);
  return owner && !isNamed ? replaceSpan(task, owner.at, `@${handle}`) : setField(task, 'Owner', `@${handle}`);
}

function isHere(handle: string, { roster }: Folder, today: Day | undefined): boolean {
  const member = roster.people.get(handle);
  return member !== undefined && (today === undefined || !hasLeft(member, today));
}
