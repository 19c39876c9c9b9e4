/** Checks all notes again; the server says what it has found, and the Problems panel where. */
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { checkWorkspaceCommand } from '../../server/protocol.ts';

export async function checkWorkspace(client: LanguageClient): Promise<void> {
  await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: 'Checking task delegation notes' }, () =>
    client.sendRequest('workspace/executeCommand', { command: checkWorkspaceCommand }));
  await vscode.commands.executeCommand('workbench.actions.view.problems');
}
