/** Changes to files as LSP's WorkspaceEdits, with the versions that they were made for. */
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { NoteContext } from './context.ts';
import type { Change } from './text.ts';

type Editor = Pick<NoteContext, 'uri' | 'folder' | 'spelled' | 'version' | 'abilities'>;

/** Whether this editor can carry a change out, and it writes nowhere but in the workspace folder. */
export function isPossible({ edits = [], create }: Change, { uri, folder, abilities }: Editor): boolean {
  // Beside a note that has not been saved there is no folder yet.
  if (create && (!abilities.creatingFiles || uri.startsWith('untitled:'))) return false;
  const targets = create ? [...edits, create] : edits;
  return targets.every((target) => target.uri === uri || folder.contains(target.uri));
}

/** A file to be made comes first: where it is there already, the editor stops before it has written anything. */
export function workspaceEdit({ edits = [], create }: Change, { spelled, version, abilities }: Editor): WorkspaceEdit {
  if (!abilities.versionedEdits) {
    return { changes: Object.fromEntries(edits.map((file) => [spelled(file.uri), [...file.edits]])) };
  }
  const changes: NonNullable<WorkspaceEdit['documentChanges']> = [];
  if (create) {
    const uri = spelled(create.uri);
    const start = { line: 0, character: 0 };
    changes.push({ kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } });
    changes.push({ textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: create.text }] });
  }
  for (const file of edits) {
    changes.push({ textDocument: { uri: spelled(file.uri), version: version(file.uri) }, edits: [...file.edits] });
  }
  return { documentChanges: changes };
}
