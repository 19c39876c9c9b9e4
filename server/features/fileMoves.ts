/** The edits that go with files and folders which an editor is about to move: no link to them or in them may break. */
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { WorkspaceContext } from '../context.ts';
import { linksAfter } from '../model/changes/moveFiles.ts';
import type { Move } from '../text.ts';
import { workspaceEdit } from '../workspaceEdit.ts';

/** URIs are spelled as the server does. */
export function editsForMoves(context: WorkspaceContext, moves: readonly Move[]): WorkspaceEdit | undefined {
  // Folders may lie in each other; each document belongs to one of them.
  const edits = context.folders.flatMap((folder) => linksAfter(folder, moves).filter(({ uri }) => folder.contains(uri)));
  return edits.length > 0 ? workspaceEdit({ edits }, context) : undefined;
}
