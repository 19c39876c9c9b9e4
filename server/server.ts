/** The language server: what it can do, and what it answers. The transport is the caller's affair. */
import {
  type CodeAction, type CodeActionParams, type CompletionItem, type CompletionList, type CompletionParams, type Connection,
  DidChangeConfigurationNotification, DidChangeWatchedFilesNotification, type DocumentDiagnosticReport,
  type DocumentRangeFormattingParams, type ExecuteCommandParams,
  type FileOperationRegistrationOptions, type Hover, type HoverParams, type InitializeParams, type InitializeResult, type InlayHintParams,
  LSPErrorCodes, MessageType, ResponseError, ShowMessageNotification, TextDocumentSyncKind, WatchKind,
} from 'vscode-languageserver';
import { abilitiesOf } from './capabilities.ts';
import type { EditorAbilities, NoteContext } from './context.ts';
import type * as Features from './features.ts';
import type { Host } from './host.ts';
import {
  type ActionArgument, type ActionName, actionNames, actionOf, type ApplicableParams, applicableRequest, checkWorkspaceCommand, fixAllKind,
  type FolderActionArgument, folderActionNames, folderActionOf, type InitializationOptions, type List, type ListParams, listRequest, type OptionChoice, type OptionChoicesParams,
  optionChoicesRequest, optionProblemRequest, type OptionProblemParams, section, serverCommand, showFileCommand, type TaskChoices, taskChoicesRequest,
  type TaskChoicesParams, tokenModifiers, tokenTypes,
} from './protocol.ts';
import type * as Service from './service.ts';
import type { Session } from './session.ts';
import type { Refusal } from './text.ts';
import { canonicalUri } from './uris.ts';

/** What is loaded when it is needed. */
export interface Parts {
  /** What reads notes and checks them; it is not asked for before `initialize` is answered. */
  service(): typeof Service;
  /** What answers requests. */
  features(): typeof Features;
}

/** `partsFor` is told where something can be kept from one start to the next. */
export function startServer(connection: Connection, host: Host, partsFor: (storage: string | undefined) => Parts): void {
  connection.onInitialize((params) => {
    const { storage } = (params.initializationOptions ?? {}) as InitializationOptions;
    const parts = partsFor(storage);
    const [service, features] = [once(() => parts.service()), once(() => parts.features())];
    const abilities = abilitiesOf(params.capabilities, params.initializationOptions);
    // Nothing but `initialized` may come first, and all that comes after it finds its handler.
    connection.onInitialized(() => {
      const session = new (service().Session)(connection, host, abilities, params);
      answer(connection, session, service(), features);
      begin(connection, session, params);
      // The first hover does not wait for it, and the first findings do not either.
      void session.upToDate().then(features);
    });
    // While the answer is on its way.
    host.soon(service);
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
        codeActionProvider: { codeActionKinds: ['quickfix', 'refactor', fixAllKind], resolveProvider: abilities.lazyEdits },
      }),
      ...(abilities.inlayHints && { inlayHintProvider: true }),
      ...(abilities.codeLens && { codeLensProvider: {} }),
      executeCommandProvider: {
        commands: [...(abilities.showingFiles ? [showFileCommand] : []), ...(abilities.applyingEdits ? [...actionNames, ...folderActionNames].map(serverCommand) : []), checkWorkspaceCommand],
      },
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
      hoverProvider: true,
      ...(abilities.completion && {
        completionProvider: { triggerCharacters: [...completionTriggers], resolveProvider: abilities.lazyDocumentation },
      }),
      definitionProvider: abilities.definition,
      referencesProvider: abilities.references,
      documentHighlightProvider: abilities.highlights,
      ...(abilities.rename && { renameProvider: abilities.preparingRename ? { prepareProvider: true } : true }),
      ...(abilities.documentLinks && { documentLinkProvider: {} }),
      documentSymbolProvider: abilities.documentSymbols,
      workspaceSymbolProvider: abilities.workspaceSymbols,
      foldingRangeProvider: abilities.folding,
      selectionRangeProvider: abilities.selectionRanges,
      ...(abilities.semanticTokens && {
        semanticTokensProvider: { legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] }, full: { delta: true }, range: true },
      }),
      workspace: {
        workspaceFolders: { supported: true, changeNotifications: true },
        ...(abilities.tellingMoves && { fileOperations: { willRename: moves } }),
      },
    },
  };
}

/** Files that links lead to, and folders of them. */
const moves: FileOperationRegistrationOptions = {
  filters: [{ pattern: { glob: '**/*.{md,markdown}', matches: 'file', options: { ignoreCase: true } } }, { pattern: { glob: '**', matches: 'folder' } }],
};

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

function answer(connection: Connection, session: Session, service: typeof Service, features: () => typeof Features): void {
  const { notes, checks, spelled } = session;
  const tokens = once(() => new (features().TokenAnswers)());
  const renames = once(() => new (features().Renames)(session));
  const folders = once(() => new (features().FolderCommands)(connection, session));

  connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => {
    notes.opened(uri, version, text);
    checks.schedule();
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    notes.changed(uri, version, contentChanges);
    checks.schedule();
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    notes.closed(uri);
    tokens().forget(canonicalUri(uri));
  });

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

  /** A request about one note, or a document that notes link to. */
  const ofDocument = <P extends { readonly textDocument: { readonly uri: string } }, R>(name: string, feature: (context: NoteContext, params: P) => R) =>
    isolated<P, R | null>(name, null, async (params) => {
      const context = await session.documentContext(params.textDocument.uri);
      return context ? feature(context, params) : null;
    });

  connection.languages.diagnostics.on(isolated('diagnostic', nothingFound, async ({ textDocument, previousResultId }) => {
    await session.prepared;
    return service.documentReport(checks.of(canonicalUri(textDocument.uri)), previousResultId);
  }));
  connection.languages.diagnostics.onWorkspace(isolated('workspace/diagnostic', { items: [] }, async ({ previousResultIds }) => {
    await session.allAnswered();
    return service.workspaceReport(checks, previousResultIds, spelled);
  }));
  connection.onCodeAction(ofNote('codeAction', [], (note, { range, context: { only } }: CodeActionParams) => [
    ...features().codeActions(note, range, only),
    ...features().rewriteCadence(note, range, only),
    ...features().taskActions(note, range, only),
    ...features().fixAllActions(note, only),
  ]));
  connection.onDocumentFormatting(ofNote('formatting', [], (note) => features().formatting(note)));
  connection.onDocumentRangeFormatting(ofNote('rangeFormatting', [], (note, { range }: DocumentRangeFormattingParams) => features().formatting(note, range)));
  connection.onCodeActionResolve(isolated<CodeAction, Resolved>('codeAction/resolve', hasChanged, async (action) => {
    const uri = features().uriOfCodeAction(action);
    if (uri === undefined) return action;
    const context = await session.noteContext(uri);
    return (context && features().resolveCodeAction(context, action)) ?? hasChanged;
  }));
  connection.onDefinition(ofDocument('definition', (note, { position }) => features().definition(note, position) ?? null));
  connection.onReferences(ofDocument('references', (note, { position, context }) => features().references(note, position, context.includeDeclaration) ?? null));
  connection.onDocumentHighlight(ofDocument('documentHighlight', (note, { position }) => features().documentHighlights(note, position) ?? null));
  connection.onPrepareRename(ofDocument('prepareRename', (note, { position }) => orRefused(features().prepareRename(note, position))));
  connection.onRenameRequest(isolated('rename', null, async (params) => orRefused(await renames().rename(params))));
  connection.workspace.onWillRenameFiles(isolated('willRenameFiles', null, async ({ files }) => (await renames().move(files)) ?? null));
  connection.onDocumentLinks(ofDocument('documentLink', (note) => features().documentLinks(note)));
  connection.onDocumentSymbol(ofDocument('documentSymbol', (note) => features().documentSymbols(note)));
  connection.onWorkspaceSymbol(isolated('workspace/symbol', null, async ({ query }) => features().workspaceSymbols(await session.workspaceContext(), query)));
  connection.onFoldingRanges(ofDocument('foldingRange', (note) => features().foldingRanges(note)));
  connection.onSelectionRanges(ofDocument('selectionRange', (note, { positions }) => features().selectionRanges(note, positions)));
  connection.languages.semanticTokens.on(ofDocument('semanticTokens', (note) => tokens().full(note)));
  connection.languages.semanticTokens.onDelta(ofDocument('semanticTokens/delta', (note, { previousResultId }) => tokens().delta(note, previousResultId)));
  connection.languages.semanticTokens.onRange(ofDocument('semanticTokens/range', (note, { range }) => tokens().range(note, range)));
  connection.languages.inlayHint.on(ofNote('inlayHint', [], (note, { range }: InlayHintParams) => features().inlayHints(note, range)));
  connection.onCodeLens(ofNote('codeLens', [], (note) => features().codeLenses(note)));
  connection.onCompletion(ofNote('completion', noItems, (note, { position, context }: CompletionParams) => features().completion(note, position, context?.triggerCharacter)));
  connection.onCompletionResolve(async (item) => {
    const uri = features().uriOfCompletion(item);
    return uri === undefined ? item : isolated<CompletionItem, CompletionItem>('completionItem/resolve', item, async () => {
      const context = await session.noteContext(uri);
      return context ? features().resolveCompletion(context, item) : item;
    })(item);
  });
  connection.onHover(ofNote<HoverParams, Hover | null>('hover', null, (note, { position }) => features().hover(note, position) ?? null));
  connection.onExecuteCommand(isolated<ExecuteCommandParams, string | null>('executeCommand', null, async ({ command, arguments: [argument] = [] }) => {
    const action = actionOf(command);
    const folderAction = folderActionOf(command);
    if (action) return (await act(action, argument as ActionArgument)) ?? null;
    if (folderAction) await folders().act(folderAction, (argument ?? {}) as FolderActionArgument);
    else if (command === checkWorkspaceCommand) await folders().check();
    else if (command === showFileCommand) await connection.window.showDocument({ uri: String(argument), takeFocus: true });
    return null;
  }));
  connection.onRequest(taskChoicesRequest, isolated<TaskChoicesParams, TaskChoices>('taskChoices', { tasks: [], title: 'This', subject: 'a task' }, async ({ action, at }) => {
    if (at) return features().taskChoiceAt(action, at, await session.noteContext(at.uri));
    await session.upToDate();
    return features().taskChoices(action, session.folders(), spelled);
  }));
  connection.onRequest(applicableRequest, isolated<ApplicableParams, ActionName[]>('applicable', [], async ({ uri, line }) => {
    const context = await session.noteContext(uri);
    return context ? features().applicableAt(line, context) : [];
  }));
  connection.onRequest(listRequest, isolated<ListParams, List>('list', { items: [] }, async ({ list, at }) => {
    if (list !== 'history') {
      await session.upToDate();
      return features().listOf(list, session.folders(), spelled);
    }
    const context = at && (await session.noteContext(at.uri));
    return context ? features().historyAt(at, context) : { items: [] };
  }));
  connection.onRequest(optionChoicesRequest, isolated<OptionChoicesParams, OptionChoice[]>('optionChoices', [], (params) => folders().choices(params)));
  connection.onRequest(optionProblemRequest, isolated('optionProblem', null, async (params: OptionProblemParams) => features().optionProblemOf(params)));

  /**
   * Does an action: the editor makes the edit, in one step, if the note is still the one that it was worked out for, and shows
   * what there is to see. The answer is a text where that was asked for.
   */
  async function act(action: ActionName, argument: ActionArgument): Promise<string | undefined> {
    const uri = String(argument?.uri);
    const before = await session.noteContext(uri);
    const file = before && features().fileOfAction(action, argument, before);
    if (file !== undefined) await session.lookFor(file, uri);
    const outcome = features().outcomeOf(action, argument, file === undefined ? before : await session.noteContext(uri));
    if ('refusal' in outcome) return void (await warn(outcome.refusal));
    const { label, edit, show, text } = outcome;
    if (edit && !(await connection.workspace.applyEdit({ label, edit })).applied) {
      return void (await warn(`${label}: the note has changed meanwhile, so nothing was written. Do it again.`));
    }
    if (show) await connection.window.showDocument({ uri: show.uri, ...(show.range && { selection: show.range }), takeFocus: true });
    return text;
  }

  /** Says something without waiting for a button. */
  const warn = (message: string): Promise<void> => connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
}

/**
 * What makes an editor ask without being told to. A space begins most values, and is answered with nothing in prose; the
 * hyphen is for dates and comments, whose words end at it.
 */
const completionTriggers = ['@', '(', '[', ':', ' ', '-', '#', '/'];

const noItems: CompletionList = { isIncomplete: false, items: [] };

const nothingFound: DocumentDiagnosticReport = { kind: 'full', items: [] };

/** What is refused is an error whose sentence the editor shows. */
function orRefused<T extends object>(answer: T | Refusal | undefined): T | ResponseError<void> | null {
  if (!answer) return null;
  return 'refused' in answer ? new ResponseError<void>(LSPErrorCodes.RequestFailed, answer.refused) : answer;
}

type Resolved = CodeAction | ResponseError<void>;

const hasChanged = new ResponseError<void>(LSPErrorCodes.ContentModified, 'The note has changed since this fix was offered.');

/** Makes something when it is first asked for. */
function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
