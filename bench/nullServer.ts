/**
 * The floor of the protocol: a server on the same library as ours that keeps texts in sync as that library's users do, and
 * has nothing to say. It is bundled as ours is.
 */
import { createConnection, TextDocuments, TextDocumentSyncKind } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const connection = createConnection();
const documents = new TextDocuments(TextDocument);

connection.onInitialize(() => ({
  capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental, hoverProvider: true, completionProvider: {}, documentSymbolProvider: true },
}));
documents.onDidChangeContent(({ document: { uri, version } }) => void connection.sendDiagnostics({ uri, version, diagnostics: [] }));
connection.onHover(() => null);
connection.onCompletion(() => []);
connection.onDocumentSymbol(() => []);
documents.listen(connection);
connection.listen();
