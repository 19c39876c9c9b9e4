/** Renaming and moving: what needs more than the note at hand, as all notes read, a file looked for, what was said before. */
import type { FileRename, RenameParams, WorkspaceEdit } from 'vscode-languageserver';
import { editsForMoves } from './features/fileMoves.ts';
import { fileToLookFor, rename } from './features/rename.ts';
import type { Session } from './session.ts';
import type { Refusal } from './text.ts';
import { canonicalUri } from './uris.ts';

export class Renames {
  /** Moves that are part of a rename, new places by old ones: the editor asks about them too, with their links in hand. */
  private announced = new Map<string, string>();

  constructor(private readonly session: Session) {}

  async rename({ textDocument: { uri }, position, newName }: RenameParams): Promise<WorkspaceEdit | Refusal | undefined> {
    const { session } = this;
    // A mention in a note that has not been read yet would be left behind.
    await session.allRead();
    const note = await session.documentContext(uri);
    const file = note && fileToLookFor(note, position, newName);
    if (file !== undefined) await session.lookFor(file);
    const now = await session.documentContext(uri);
    const answer = now && rename(now, position, newName);
    this.announced = new Map(answer && !('refused' in answer) ? movesOf(answer) : []);
    return answer;
  }

  /** The edits for files that are about to be moved. */
  async move(files: readonly FileRename[]): Promise<WorkspaceEdit | undefined> {
    await this.session.allRead();
    const moves = files.map(({ oldUri, newUri }) => ({ from: canonicalUri(oldUri), to: canonicalUri(newUri) }));
    const isDone = moves.every(({ from, to }) => this.announced.get(from) === to);
    this.announced.clear();
    return isDone ? undefined : editsForMoves(await this.session.workspaceContext(), moves);
  }
}

function movesOf({ documentChanges = [] }: WorkspaceEdit): [from: string, to: string][] {
  return documentChanges.flatMap((change) => ('kind' in change && change.kind === 'rename' ? [[canonicalUri(change.oldUri), canonicalUri(change.newUri)]] : []));
}
