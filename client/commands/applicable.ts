/** Keeps the context key of what can be done at the cursor, which the menu of the editor goes by. */
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { applicableKey } from '../../server/commands.ts';
import { type ActionName, type ApplicableParams, applicableRequest } from '../../server/protocol.ts';
import { cursorPlace } from './actions.ts';

export function followApplicable(client: LanguageClient): vscode.Disposable {
  let [isAsking, isOutdated] = [false, false];
  let last = '';
  const look = async (): Promise<void> => {
    // While one question is on its way, the next waits; of several, only the last is asked.
    if (isAsking) return void (isOutdated = true);
    isAsking = true;
    do {
      isOutdated = false;
      const place = cursorPlace(client);
      const names = place ? await client.sendRequest<ActionName[]>(applicableRequest, place satisfies ApplicableParams).catch(() => []) : [];
      const now = names.join(' ');
      if (now !== last) await vscode.commands.executeCommand('setContext', applicableKey, (last = now));
    } while (isOutdated);
    isAsking = false;
  };
  let line: number | undefined;
  const followCursor = ({ selections: [selection] }: vscode.TextEditorSelectionChangeEvent): void => {
    if (selection?.active.line !== line) void look();
    line = selection?.active.line;
  };
  void look();
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(() => void look()),
    vscode.window.onDidChangeTextEditorSelection(followCursor),
    // What is written to a history changes what can be done next, and so, as a rule, what is found.
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const shown = vscode.window.activeTextEditor?.document.uri.toString();
      if (uris.some((uri) => uri.toString() === shown)) void look();
    }),
  );
}
