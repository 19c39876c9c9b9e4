/** Actions on a folder of notes, as VS Code asks for them: where, then what, one box after the other. The server does the rest. */
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type FolderActionArgument, type FolderActionName, serverCommand } from '../../server/protocol.ts';
import { cursorPlace } from './actions.ts';
import { chooseNote } from './chooseNote.ts';
import { askOption, type FolderQuestion } from './folderQuestions.ts';

/** Each with an option of its own. A title is the first thing that is asked, and without one nothing is written. */
const questions: Readonly<Record<FolderActionName, readonly FolderQuestion[]>> = {
  newFunction: [
    { option: 'title', prompt: 'What is done, in a few words?', example: 'Send client invoices', isNeeded: true },
    { option: 'owner', prompt: 'Who owns it? The least loaded come first.', isPicked: true },
    { option: 'cadence', prompt: 'How often? Choose, or type it in words, as in every other Friday.', isPicked: true, isTyped: true },
  ],
  newOneOff: [
    { option: 'title', prompt: 'What is wanted, in a few words?', example: 'Product photos', isNeeded: true },
    { option: 'due', prompt: 'When is it due? Leave it empty to fill it in later.', example: '2026-12-18' },
  ],
  handOver: [
    { option: 'from', prompt: 'Whose functions? Who has left comes first.', isPicked: true, nobody: 'Nobody in these notes owns anything that goes on.' },
    { option: 'to', prompt: 'Who takes them on? The least loaded come first.', isPicked: true, nobody: 'There is nobody else in the team. Add them under “team” in a note’s front matter.' },
    { option: 'tasks', prompt: 'What goes over? Untick what stays.', isPicked: true, isMany: true },
  ],
  fixAll: [],
};

const titles: Readonly<Record<FolderActionName, string>> = {
  newFunction: 'New Recurring Function', newOneOff: 'New One-off', handOver: 'Hand Over All Functions', fixAll: 'Fix All Auto-fixable Problems',
};

export async function runFolderAction(client: LanguageClient, action: FolderActionName): Promise<void> {
  const place = cursorPlace(client) ?? (await choosePlace(client, action));
  if (!place) return;
  let argument: FolderActionArgument = { ...place };
  for (const [index, question] of questions[action].entries()) {
    const step = { title: titles[action], step: index + 1, totalSteps: questions[action].length };
    const answer = await askOption(client, action, question, argument, step);
    if (answer === undefined) return;
    argument = { ...argument, [question.option]: answer };
  }
  await client.sendRequest('workspace/executeCommand', { command: serverCommand(action), arguments: [argument] });
}

/** What is new is written into a note; the rest is about a folder. */
async function choosePlace(client: LanguageClient, action: FolderActionName): Promise<FolderActionArgument | undefined> {
  if (action === 'newFunction' || action === 'newOneOff') return chooseNote(client, titles[action]);
  const folders = vscode.workspace.workspaceFolders ?? [];
  const folder = folders.length > 1 ? await vscode.window.showWorkspaceFolderPick({ placeHolder: `${titles[action]}: in which folder?` }) : folders[0];
  return folder && { uri: client.code2ProtocolConverter.asUri(folder.uri) };
}
