/**
 * Work goes over to somebody else: one task, or all that a person has.
 *
 * Where PRODUCT.md leaves a case open:
 * - All functions of a person are those that go on, and the jobs of theirs that are still to be done; what has ended keeps its
 *   owner, as its history is theirs.
 * - Where the new owner was the backup, the old one stands in from then on, who knows the work; one who leaves cannot, and the
 *   place is free then.
 * - Somebody who leaves is no backup any more either: the new owner stands in for what is others'. Somebody who stays goes on
 *   standing in.
 */
import { fieldOf } from '../../notation/blocks.ts';
import { tasksOf, type Task } from '../../notation/document.ts';
import { entryText } from '../../notation/entryText.ts';
import { addEntry, linesOfField, removeLines, replaceSpan } from '../../notation/write.ts';
import type { FileEdit, TextEdit } from '../../text.ts';
import { isRunning } from '../running.ts';
import type { Folder } from '../workspace.ts';
import { assignOwner } from './assignOwner.ts';
import type { ChangeContext } from './closes.ts';

/** Makes somebody the owner of a task that has one, and writes that down on top of its history. */
export function handOver(task: Task, to: string, { folder, today }: ChangeContext): FileEdit {
  const { owner, backup } = task.block;
  const from = owner!.handle;
  // Who will have left is no backup to fall back on.
  const lastDay = folder.roster.people.get(from)?.until ?? -Infinity;
  const { uri, edits } = assignOwner(task, to, folder, Math.max(today, lastDay + 1));
  const alone = backup?.handle === from && isLeaving(from, folder) ? [withoutBackup(task)] : [];
  return { uri, edits: [...edits, ...alone, addEntry(task, entryText({ date: today, who: to, verb: 'handover' }))] };
}

/** All that a person has in a folder, in the order of its notes. */
export interface Possessions {
  readonly owned: readonly Task[];
  /** What is others', and the person stands in for, until they leave. */
  readonly backedUp: readonly Task[];
}

export function possessionsOf(handle: string, { folder, today }: ChangeContext): Possessions {
  const running = folder.notes().flatMap(tasksOf).filter((task) => isRunning(task, today));
  return {
    owned: running.filter(({ block }) => block.owner?.handle === handle),
    backedUp: isLeaving(handle, folder) ? running.filter(({ block }) => block.owner?.handle !== handle && block.backup?.handle === handle) : [],
  };
}

/** Hands over all that somebody has. */
export function handOverAll({ owned, backedUp }: Possessions, to: string, context: ChangeContext): FileEdit[] {
  const files = new Map<string, TextEdit[]>();
  for (const { uri, edits } of [...owned.map((task) => handOver(task, to, context)), ...backedUp.map((task) => standIn(task, to))]) {
    files.set(uri, [...(files.get(uri) ?? []), ...edits]);
  }
  return [...files].map(([uri, edits]) => ({ uri, edits }));
}

/** Nobody stands in for themselves. */
function standIn(task: Task, to: string): FileEdit {
  const { document, block: { owner, backup } } = task;
  return { uri: document.uri, edits: [owner?.handle === to ? withoutBackup(task) : replaceSpan(task, backup!.at, `@${to}`)] };
}

function withoutBackup(task: Task): TextEdit {
  const { line, endLine } = linesOfField(task, fieldOf(task.block, 'Backup')!);
  return removeLines(task, line, endLine);
}

/** Whether somebody has left, or it is known when they will. */
const isLeaving = (handle: string, { roster }: Folder): boolean => roster.people.get(handle)?.until !== undefined;
