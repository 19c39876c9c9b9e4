/** What an editor makes of a WorkspaceEdit, in the files of a fixture. */
import assert from 'node:assert/strict';
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { applyFix, type Files, pathOf } from './fixture.ts';

/** The files after an edit. Throws where an editor would refuse. */
export function applied(files: Files, { documentChanges = [] }: WorkspaceEdit): Files {
  let after = new Map(files);
  for (const change of documentChanges) {
    if (!('kind' in change)) {
      after = applyFix(after, { title: 'The edit', edits: [{ uri: change.textDocument.uri, edits: change.edits as TextEdit[] }] });
      continue;
    }
    assert(change.kind === 'rename', `${change.kind} is not expected`);
    const [from, to] = [pathOf(change.oldUri), pathOf(change.newUri)];
    const text = after.get(from);
    assert(text !== undefined, `${from} is not there`);
    assert(!after.has(to), `${to} is overwritten`);
    after.delete(from);
    after.set(to, text);
  }
  return after;
}
