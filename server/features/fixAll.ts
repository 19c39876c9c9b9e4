/** `source.fixAll.delegate`: all safe fixes of a note in one step, as editors ask for it on saving. */
import type { CodeAction } from 'vscode-languageserver-types';
import type { NoteContext } from '../context.ts';
import { fixAllKind } from '../protocol.ts';
import { safeFixes } from '../rules/fixAll.ts';
import { workspaceEdit } from '../workspaceEdit.ts';

/** The action, where it is asked for by its kind or by one above it, and there is something to fix. */
export function fixAllActions(context: NoteContext, only: readonly string[] | undefined): CodeAction[] {
  if (!only?.some((wanted) => wanted !== '' && `${fixAllKind}.`.startsWith(`${wanted}.`))) return [];
  const { uri } = context;
  const { edits } = safeFixes(context.document, context.findings);
  if (edits.length === 0) return [];
  return [{ title: 'Fix all auto-fixable problems', kind: fixAllKind, edit: workspaceEdit({ edits: [{ uri, edits }] }, context) }];
}
