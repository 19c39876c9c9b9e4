/**
 * A refactoring: a cadence of Org mode, cron, a calendar or `@weekly` in words, and one that says when it begins or ends with
 * that in fields of its own. Such a cadence is read as it is, so it is no finding; what loses something on the way is one, and
 * has this as its fix.
 */
import type { CodeAction } from 'vscode-languageserver-types';
import { isKindWanted, type NoteContext } from '../context.ts';
import { fieldOf } from '../notation/blocks.ts';
import { taskAt } from '../notation/document.ts';
import { inWords } from '../model/changes/cadence.ts';
import { readingOf } from '../model/record.ts';
import { overlaps, type Range } from '../text.ts';
import { valueRange } from '../notation/write.ts';
import { workspaceEdit } from '../workspaceEdit.ts';

const kind = 'refactor.rewrite';

export function rewriteCadence(context: NoteContext, range: Range, only: readonly string[] | undefined): CodeAction[] {
  if (!isKindWanted(kind, only)) return [];
  const task = taskAt(context.document, range.start.line);
  const field = task?.block.kind === 'recurring' ? fieldOf(task.block, 'Cadence') : undefined;
  if (!task || !field || !overlaps(valueRange(task, field), range)) return [];
  const reading = readingOf(task, context.folder);
  if (!reading?.ok || reading.losses.length > 0) return [];
  const rewriting = inWords(task, context.folder, context.today);
  if (!rewriting) return [];
  return [{ title: `Write the cadence as “${rewriting.phrase}”`, kind, edit: workspaceEdit({ edits: [rewriting.edit] }, context) }];
}
