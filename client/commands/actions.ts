/** Actions, as VS Code asks for them: which task, then what is to be written. The server does the rest. */
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  type ActionArgument, type ActionName, type OptionProblemParams, optionProblemRequest, serverCommand, type TaskChoice,
  type TaskChoices, type TaskChoicesParams, taskChoicesRequest, type TaskPlace,
} from '../../server/protocol.ts';
import { noteSelector } from '../notes.ts';
import { ask } from './ask.ts';
import { plainItem } from './labels.ts';
import { copy } from './copy.ts';

/** Asks for what an action needs, and has it done. `place` is what a lens or a tree is about; else the cursor tells. */
export async function runAction(client: LanguageClient, action: ActionName, place?: TaskPlace): Promise<void> {
  const task = await chooseTask(client, action, place ?? cursorPlace(client));
  if (!task) return;
  const problemOf = (option: string, text: string): Promise<string | null> =>
    client.sendRequest(optionProblemRequest, { action, option, text } satisfies OptionProblemParams);
  const options = await ask(action, task, problemOf);
  if (!options) return;
  const { uri, line, title } = task;
  const argument: ActionArgument = { ...options, uri, line, title };
  const text = await client.sendRequest<string | null>('workspace/executeCommand', { command: serverCommand(action), arguments: [argument] });
  if (text !== null) await copy(text, title);
}

/** Where the cursor is, if that is in a note. */
export function cursorPlace(client: LanguageClient): TaskPlace | undefined {
  const editor = vscode.window.activeTextEditor;
  if (!editor || vscode.languages.match(noteSelector, editor.document) === 0) return undefined;
  return { uri: client.code2ProtocolConverter.asUri(editor.document.uri), line: editor.selection.active.line };
}

/** The task at the place; where the action cannot be done to that, one that is picked. */
async function chooseTask(client: LanguageClient, action: ActionName, at: TaskPlace | undefined): Promise<TaskChoice | undefined> {
  const choices = (params: TaskChoicesParams): Promise<TaskChoices> => client.sendRequest(taskChoicesRequest, params);
  const there = at && (await choices({ action, at })).tasks[0];
  if (there) return there;
  const { tasks, title: name, subject } = await choices({ action });
  const items = tasks.map(({ uri, line, title, owner }) => ({
    place: { uri, line, title },
    ...plainItem({ label: title, description: owner === undefined ? '' : `@${owner}`, detail: vscode.workspace.asRelativePath(vscode.Uri.parse(uri)) }),
  }));
  if (items.length === 0) {
    void vscode.window.showInformationMessage(`${name} is for ${subject}, and there is none in the notes of this workspace.`);
    return undefined;
  }
  const picked = await vscode.window.showQuickPick(items, { title: name, placeHolder: 'Which task?', matchOnDescription: true });
  return picked && (await choices({ action, at: picked.place })).tasks[0];
}
