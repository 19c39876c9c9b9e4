/** The language server: what it can do, and what it answers. The transport is the caller's affair. */
import {
  type CodeAction, type CodeActionParams, type Connection, DidChangeConfigurationNotification, DidChangeWatchedFilesNotification,
  type DocumentDiagnosticReport, type DocumentRangeFormattingParams, type ExecuteCommandParams, type InitializeParams, type InitializeResult, LSPErrorCodes,
  ResponseError, TextDocuments, TextDocumentSyncKind, WatchKind,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { abilitiesOf } from './capabilities.ts';
import type { EditorAbilities, NoteContext } from './context.ts';
import type { Host } from './host.ts';
import { fixAllKind, section, showFileCommand } from './protocol.ts';
import type * as Service from './service.ts';
import type { Session } from './session.ts';
import { canonicalUri } from './uris.ts';

type Service = typeof Service;

/** `load` gives the part that reads notes, the same each time; it is not asked before `initialize` is answered. */
export function startServer(connection: Connection, host: Host, load: () => Service): void {
  connection.onInitialize((params) => {
    const abilities = abilitiesOf(params.capabilities, params.initializationOptions);
    // Nothing but `initialized` may come first, and all that comes after it finds its handler.
    connection.onInitialized(() => {
      const service = load();
      const session = new service.Session(connection, host, abilities, params);
      answer(connection, session, service);
      begin(connection, session, params);
    });
    // While the answer is on its way.
    host.soon(load);
    return describe(abilities);
  });
  connection.listen();
}

function describe(abilities: EditorAbilities): InitializeResult {
  return {
    serverInfo: { name: 'Delegate Notes' },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      ...(abilities.pulling && {
        diagnosticProvider: { identifier: 'delegate', interFileDependencies: true, workspaceDiagnostics: true },
      }),
      ...(abilities.codeActions && {
        codeActionProvider: { codeActionKinds: ['quickfix', fixAllKind], resolveProvider: abilities.lazyEdits },
      }),
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
      ...(abilities.showingFiles && { executeCommandProvider: { commands: [showFileCommand] } }),
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
  };
}

/** The editor has its answer to `initialize` by now; reading the folders does not keep it waiting. */
function begin(connection: Connection, session: Session, { capabilities, workspaceFolders, rootUri }: InitializeParams): void {
  const { abilities } = session;
  const failed = (error: unknown): void => session.log('Registering', error);
  if (abilities.configurationEvents) {
    connection.client.register(DidChangeConfigurationNotification.type, { section }).catch(failed);
  }
  if (abilities.watching) {
    // A folder that is deleted takes its notes along, and the watchers of some editors tell of the folder alone.
    const watchers = [{ globPattern: '**/*.md' }, { globPattern: '**/*', kind: WatchKind.Delete }];
    connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(failed);
  }
  if (capabilities.workspace?.workspaceFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => session.changeFolders(added, removed));
  }
  session.changeFolders(workspaceFolders ?? (rootUri ? [{ uri: rootUri }] : []), []);
  session.followDays();
}

function answer(connection: Connection, session: Session, service: Service): void {
  const { notes, checks, spelled } = session;

  const documents = new TextDocuments(TextDocument);
  documents.onDidChangeContent(({ document }) => (notes.edit(document), checks.schedule()));
  documents.onDidClose(({ document }) => notes.close(document));
  documents.listen(connection);

  connection.onDidChangeWatchedFiles(({ changes }) => notes.readAgain(changes.map(({ uri }) => canonicalUri(uri))));
  connection.onDidChangeConfiguration(({ settings }) => session.changeSettings(settings));

  /** A request that fails is logged and gets an answer that says nothing; the next one is none the worse for it. */
  const isolated = <P, R>(name: string, nothing: R, handler: (params: P) => Promise<R>) => async (params: P): Promise<R> => {
    try {
      return await handler(params);
    } catch (error) {
      session.log(`Request ${name}`, error);
      return nothing;
    }
  };

  /** A request about one note. */
  const ofNote = <P extends { readonly textDocument: { readonly uri: string } }, R>(name: string, nothing: R, feature: (context: NoteContext, params: P) => R) =>
    isolated<P, R>(name, nothing, async (params) => {
      const context = await session.noteContext(params.textDocument.uri);
      return context ? feature(context, params) : nothing;
    });

  connection.languages.diagnostics.on(isolated('diagnostic', nothingFound, async ({ textDocument, previousResultId }) => {
    await session.prepared;
    return service.documentReport(checks.of(canonicalUri(textDocument.uri)), previousResultId);
  }));
  connection.languages.diagnostics.onWorkspace(isolated('workspace/diagnostic', { items: [] }, async ({ previousResultIds }) => {
    await session.upToDate();
    return service.workspaceReport(checks, previousResultIds, spelled);
  }));
  connection.onCodeAction(ofNote('codeAction', [], (note, { range, context: { only } }: CodeActionParams) => [
    ...service.codeActions(note, range, only),
    ...service.fixAllActions(note, only),
  ]));
  connection.onDocumentFormatting(ofNote('formatting', [], (note) => service.formatting(note)));
  connection.onDocumentRangeFormatting(ofNote('rangeFormatting', [], (note, { range }: DocumentRangeFormattingParams) => service.formatting(note, range)));
  connection.onCodeActionResolve(isolated<CodeAction, Resolved>('codeAction/resolve', hasChanged, async (action) => {
    const context = await session.noteContext(service.uriOfCodeAction(action));
    return (context && service.resolveCodeAction(context, action)) ?? hasChanged;
  }));
  connection.onExecuteCommand(isolated('executeCommand', null, async ({ command, arguments: [uri] = [] }: ExecuteCommandParams) => {
    if (command === showFileCommand) await connection.window.showDocument({ uri: String(uri), takeFocus: true });
    return null;
  }));
}

const nothingFound: DocumentDiagnosticReport = { kind: 'full', items: [] };

type Resolved = CodeAction | ResponseError<void>;

const hasChanged = new ResponseError<void>(LSPErrorCodes.ContentModified, 'The note has changed since this fix was offered.');
