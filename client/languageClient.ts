/** The library's side of the language client: a bundle of its own, loaded when there are notes. */
import * as vscode from 'vscode';
import { LanguageClient, type LanguageClientOptions, type ServerOptions, TransportKind } from 'vscode-languageclient/node';
import { type InitializationOptions, section } from '../server/protocol.ts';
import { noteSelector } from './notes.ts';

export function createLanguageClient({ extensionUri }: vscode.ExtensionContext): LanguageClient {
  const initializationOptions: InitializationOptions = {
    rulePages: `${vscode.Uri.joinPath(extensionUri, 'server/rules/pages').toString()}/`,
    // VS Code would pull the findings of closed files every two seconds, whether there is anything new or not, and those of
    // open ones only after another round trip. Pushed, they are in the Problems panel as soon as they are known.
    diagnostics: 'push',
    outline: 'own',
  };
  const server: ServerOptions = {
    module: vscode.Uri.joinPath(extensionUri, 'dist/server.js').fsPath,
    transport: TransportKind.ipc,
  };
  const client: LanguageClientOptions = {
    documentSelector: noteSelector,
    diagnosticCollectionName: 'delegate',
    initializationOptions,
  };
  // The section of the settings is the client's id too: that is where it looks for `trace.server`.
  return new LanguageClient(section, 'Delegate Notes', server, client);
}
