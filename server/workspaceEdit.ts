/** Changes to files as LSP's WorkspaceEdits, with the versions that they were made for. */
import type { AnnotatedTextEdit, SnippetTextEdit, TextEdit as PlainEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Editor, NoteContext } from './context.ts';
import type { Change, TextEdit } from './text.ts';

/** Whether this editor can carry a change out, and it writes nowhere but in the workspace folder. */
export function isPossible({ edits = [], create, move }: Change, { uri, folder, abilities }: Pick<NoteContext, 'uri' | 'folder' | 'abilities'>): boolean {
  // Beside a note that has not been saved there is no folder yet.
  if (create && (!abilities.creatingFiles || uri.startsWith('untitled:'))) return false;
  if (move && !abilities.movingFiles) return false;
  const targets = [...edits.map((file) => file.uri), ...(create ? [create.uri] : []), ...(move ? [move.from, move.to] : [])];
  return targets.every((target) => target === uri || folder.contains(target));
}

/**
 * A file to be made comes first: where it is there already, the editor stops before it has written anything. A file to be
 * moved comes last: editors ask about the move too, and find the links changed already.
 */
export function workspaceEdit({ edits = [], create, move, preview }: Change, { spelled, version, abilities }: Editor): WorkspaceEdit {
  if (!abilities.versionedEdits) {
    return { changes: Object.fromEntries(edits.map((file) => [spelled(file.uri), file.edits.map(plain)])) };
  }
  const isPreviewed = preview !== undefined && abilities.previewing;
  const written = (edit: TextEdit): PlainEdit | AnnotatedTextEdit | SnippetTextEdit =>
    edit.snippet !== undefined && abilities.snippetEdits
      ? { range: edit.range, snippet: { kind: 'snippet', value: edit.snippet } }
      : { ...plain(edit), ...(isPreviewed && { annotationId: previewId }) };
  const changes: NonNullable<WorkspaceEdit['documentChanges']> = [];
  if (create) {
    const uri = spelled(create.uri);
    const start = { line: 0, character: 0 };
    changes.push({ kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } });
    changes.push({ textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: create.text }] });
  }
  for (const file of edits) {
    changes.push({ textDocument: { uri: spelled(file.uri), version: version(file.uri) }, edits: file.edits.map(written) });
  }
  if (move) {
    changes.push({ kind: 'rename', oldUri: spelled(move.from), newUri: spelled(move.to), options: { overwrite: false, ignoreIfExists: false } });
  }
  return { documentChanges: changes, ...(isPreviewed && { changeAnnotations: { [previewId]: { label: preview, needsConfirmation: true } } }) };
}

const plain = ({ range, newText }: TextEdit): PlainEdit => ({ range, newText });

/** The one annotation of an edit that is looked over first. */
const previewId = 'preview';
