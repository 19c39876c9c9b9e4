/** Which documents are notes, and whether there is one at all. */
import * as vscode from 'vscode';

const pattern = '**/*.delegate.md';

/**
 * Documents that the server is told of. The language stays Markdown, so the name decides. Schemes are listed because a
 * source control's old version of a note (`git:`) has the same name, and is nobody's to mend any more.
 */
export const noteSelector = ['file', 'untitled', 'vscode-vfs'].map((scheme) => ({ scheme, pattern }));

/** Archives, too: an action that moves entries there leaves them in the editor, not saved. */
export const toldSelector = [...noteSelector, ...noteSelector.map(({ scheme }) => ({ scheme, pattern: '**/*.archive.md' }))];

/** The notes of the workspace, by their names. */
export async function allNotes(): Promise<vscode.Uri[]> {
  const notes = await vscode.workspace.findFiles(pattern, '**/node_modules/**');
  return notes.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Calls back once, as soon as a note is open or in the workspace. */
export function onceThereAreNotes(call: () => void): vscode.Disposable {
  const search = new vscode.CancellationTokenSource();
  const watcher = vscode.workspace.createFileSystemWatcher(pattern, false, true, true);
  const found = (): void => {
    if (search.token.isCancellationRequested) return;
    all.dispose();
    call();
  };
  const look = async (): Promise<void> => {
    const [note] = await vscode.workspace.findFiles(pattern, '**/node_modules/**', 1, search.token);
    if (note) found();
  };
  const consider = (document: vscode.TextDocument): void => {
    if (vscode.languages.match(noteSelector, document) > 0) found();
  };
  const all = vscode.Disposable.from(
    { dispose: () => search.cancel() },
    watcher,
    watcher.onDidCreate(found),
    vscode.workspace.onDidOpenTextDocument(consider),
    vscode.workspace.onDidChangeWorkspaceFolders(() => void look()),
  );
  vscode.workspace.textDocuments.forEach(consider);
  if (!search.token.isCancellationRequested) void look();
  return all;
}
