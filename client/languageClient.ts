/** The library's side of the language client: a bundle of its own, loaded when there are notes. */
import * as vscode from 'vscode';
import { LanguageClient, type LanguageClientOptions, type ServerOptions, TransportKind } from 'vscode-languageclient/node';
import { type InitializationOptions, section } from '../server/protocol.ts';
import { toldSelector } from './notes.ts';

export function createLanguageClient({ extensionUri, storageUri }: vscode.ExtensionContext): LanguageClient {
  const initializationOptions: InitializationOptions = {
    rulePages: `${vscode.Uri.joinPath(extensionUri, 'server/rules/pages').toString()}/`,
    // The workspace's own; without a workspace there is none, and on the web it is no folder of a disk.
    ...(storageUri?.scheme === 'file' && { storage: storageUri.toString() }),
    // VS Code would pull the findings of closed files every two seconds, whether there is anything new or not, and those of
    // open ones only after another round trip. Pushed, they are in the Problems panel as soon as they are known.
    diagnostics: 'push',
    asks: true,
    images: true,
    suggestCommand: 'editor.action.triggerSuggest',
    outline: 'own',
  };
  const server: ServerOptions = {
    module: vscode.Uri.joinPath(extensionUri, 'dist/server.js').fsPath,
    transport: TransportKind.ipc,
  };
  const client: LanguageClientOptions = {
    documentSelector: toldSelector,
    diagnosticCollectionName: 'delegate',
    initializationOptions,
    middleware: { provideRenameEdits: async (...[document, position, name, token, next]) => assertSaved(await next(document, position, name, token)) },
  };
  // The section of the settings is the client's id too: that is where it looks for `trace.server`.
  return new LanguageClient(section, 'Delegate Notes', server, client);
}

/** The server is told of notes and archives only: edits of another document were made for what the disk holds, and must not go astray. */
function assertSaved(edit: vscode.WorkspaceEdit | null | undefined): vscode.WorkspaceEdit | null | undefined {
  const edited = new Set(edit?.entries().map(([uri]) => uri.toString()));
  for (const document of vscode.workspace.textDocuments) {
    if (!document.isDirty || !edited.has(document.uri.toString()) || vscode.languages.match(toldSelector, document) > 0) continue;
    throw new Error(`${vscode.workspace.asRelativePath(document.uri)} has changes that are not saved. Save it, and rename again.`);
  }
  return edit;
}
