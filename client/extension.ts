/**
 * The extension, as VS Code starts it. VS Code can look for a name in the workspace (`workspaceContains`), but it cannot
 * wait for a name among the files that are opened: for a note outside of a folder there is only `onLanguage:markdown`, and
 * that is every Markdown file. So starting does next to nothing until there is a note.
 */
import * as vscode from 'vscode';
import type { CommandId } from '../server/commands.ts';
import { type ActionName, actionNames, askingCommand, type FolderActionName, folderActionNames, type TaskPlace } from '../server/protocol.ts';
import { runAction } from './commands/actions.ts';
import { checkWorkspace } from './commands/checkWorkspace.ts';
import { runFolderAction } from './commands/folderActions.ts';
import { goToTask, showDue, showHistory } from './commands/lists.ts';
import { followApplicable } from './commands/applicable.ts';
import { onceThereAreNotes } from './notes.ts';
import { Server } from './server.ts';

let server: Server | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const current = (server = new Server(context));
  const handlers: Record<Exclude<CommandId, ReturnType<typeof askingCommand<ActionName | FolderActionName>>>, (place?: TaskPlace) => Promise<void>> = {
    'delegateNotes.checkWorkspace': async () => checkWorkspace(await current.start()),
    'delegateNotes.goToTask': async () => goToTask(await current.start()),
    'delegateNotes.showDue': async () => showDue(await current.start()),
    'delegateNotes.showHistory': async (place) => showHistory(await current.start(), place),
    'delegateNotes.getStarted': async () => void (await vscode.commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#start`)),
    'delegateNotes.restartServer': () => current.restart(),
    'delegateNotes.showOutput': () => current.showOutput(),
  };
  for (const action of actionNames) {
    const run = async (place?: TaskPlace): Promise<void> => runAction(await current.start(), action, place);
    context.subscriptions.push(vscode.commands.registerCommand(askingCommand(action), run));
  }
  for (const action of folderActionNames) {
    const run = async (): Promise<void> => runFolderAction(await current.start(), action);
    context.subscriptions.push(vscode.commands.registerCommand(askingCommand(action), run));
  }
  for (const [id, handler] of Object.entries(handlers)) context.subscriptions.push(vscode.commands.registerCommand(id, handler));
  // Of a server that does not start the library tells the user itself.
  const begin = (): void => void current.start().then((client) => context.subscriptions.push(followApplicable(client)), () => undefined);
  context.subscriptions.push(onceThereAreNotes(begin));
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
