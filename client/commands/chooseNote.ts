/** Which note is written into where none is in the editor: one of the workspace, or a new one. */
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { FolderActionArgument } from '../../server/protocol.ts';
import { allNotes } from '../notes.ts';
import { plainLabel } from './labels.ts';

const extension = '.delegate.md';

export async function chooseNote(client: LanguageClient, title: string): Promise<FolderActionArgument | undefined> {
  const notes = await allNotes();
  const items: (vscode.QuickPickItem & { uri?: vscode.Uri })[] = notes.map((uri) => ({ label: plainLabel(vscode.workspace.asRelativePath(uri)), uri }));
  const picked = notes.length === 0 ? { uri: undefined } : await vscode.window.showQuickPick([...items, { label: '$(new-file) New note…' }], { title, placeHolder: 'In which note?' });
  if (!picked) return undefined;
  const uri = picked.uri ?? (await newNote(title));
  if (!uri) return undefined;
  // What there is to fill in is filled in where it is shown. A note that is not there yet is made by the server.
  if (picked.uri || uri.scheme === 'untitled') await vscode.window.showTextDocument(uri);
  return { uri: client.code2ProtocolConverter.asUri(uri) };
}

/** The name of a note that is to be made in a folder of the workspace; without a folder, one that is not saved yet. */
async function newNote(title: string): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const folder = folders.length > 1 ? await vscode.window.showWorkspaceFolderPick({ placeHolder: `${title}: in which folder?` }) : folders[0];
  if (folders.length > 0 && !folder) return undefined;
  const prompt = 'What are the notes about? A file of this name is made.';
  const typed = await vscode.window.showInputBox({ title, prompt, value: 'tasks', validateInput: (name) => nameProblem(name) });
  const name = typed?.trim().replace(new RegExp(`${extension.replaceAll('.', '\\.')}$`, 'i'), '');
  if (!name) return undefined;
  return folder ? vscode.Uri.joinPath(folder.uri, name + extension) : vscode.Uri.from({ scheme: 'untitled', path: name + extension });
}

const nameProblem = (name: string): string | undefined =>
  name.trim() === '' || /[\\/:*?"<>|]|^\s*\./.test(name) ? 'A file name has no slashes, colons and the like in it, and does not begin with a dot.' : undefined;
