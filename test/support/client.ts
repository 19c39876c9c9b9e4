/** An editor made of a Map: talks to a server over a pair of streams in memory, and waits for what it says. */
import { createHash } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { PassThrough } from 'node:stream';
import {
  type ApplyWorkspaceEditParams, type ClientCapabilities, type CodeAction, type CreateFile, createProtocolConnection, type DeleteFile, type Diagnostic, type InitializeResult,
  type Position, type ProtocolConnection, type PublishDiagnosticsParams, type Range, type RegistrationParams, type RenameFile, StreamMessageReader,
  StreamMessageWriter, type TextDocumentEdit, type WorkspaceDiagnosticReport, type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { createConnection } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import * as features from '../../server/features.ts';
import type { FileText, Host, Storage } from '../../server/host.ts';
import { startServer } from '../../server/server.ts';
import * as service from '../../server/service.ts';
import { canonicalUri, parentUri } from '../../server/uris.ts';

const folder = 'file:///notes';
export const uriOf = (path: string): string => `${folder}/${path}`;

/** As much as VS Code can do, less what a test is about. */
export const able: ClientCapabilities = {
  workspace: {
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    applyEdit: true,
    inlayHint: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename'] },
    fileOperations: { willRename: true },
    symbol: {},
  },
  textDocument: {
    inlayHint: {},
    codeLens: {},
    hover: { contentFormat: ['markdown', 'plaintext'] },
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, versionSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } },
      isPreferredSupport: true, dataSupport: true, resolveSupport: { properties: ['edit'] },
    },
    definition: { linkSupport: true },
    references: {},
    documentHighlight: {},
    rename: { prepareSupport: true },
    documentLink: {},
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    foldingRange: {},
    selectionRange: {},
    semanticTokens: { requests: { full: { delta: true }, range: true }, tokenTypes: [], tokenModifiers: [], formats: ['relative'] },
  },
  window: { workDoneProgress: true, showDocument: { support: true } },
};

export interface Setup {
  /** Texts by path below the folder, or by whole URI. */
  readonly files?: Readonly<Record<string, string | FileText>>;
  readonly folders?: readonly string[];
  readonly capabilities?: ClientCapabilities;
  readonly options?: Readonly<Record<string, unknown>>;
  /** What the server keeps from one start to the next; give the same to several. */
  readonly kept?: Map<string, Uint8Array>;
  /** What the editor answers for `delegateNotes`; `false` when it fails to. */
  readonly settings?: Readonly<Record<string, unknown>> | false;
}

export class Client {
  /** The disk, by canonical URI. */
  readonly files = new Map<string, FileText>();
  /** What the disk takes its time for, by canonical URI. */
  readonly held = new Map<string, Promise<FileText>>();
  readonly documents = new Map<string, TextDocument>();
  /** What was pushed, in its order. */
  readonly pushed: PublishDiagnosticsParams[] = [];
  readonly logged: string[] = [];
  readonly registered: string[] = [];
  readonly shown: string[] = [];
  readonly progress: string[] = [];
  /** By which the progress that was begun is cancelled. */
  progressToken: number | string | undefined;
  /** What the server has shown in a box. */
  readonly messages: string[] = [];
  /** The edits that the server has asked for, applied or not. */
  readonly applied: ApplyWorkspaceEditParams[] = [];
  /** What the user does just before such an edit is applied. */
  onApply: (() => Promise<void>) | undefined;
  /** How often the server has asked to be asked again, by what for. */
  readonly refreshed = { diagnostic: 0, inlayHint: 0, codeLens: 0 };
  settings: Readonly<Record<string, unknown>> | false;
  now = new Date('2026-11-23T12:00:00Z');
  readonly timers: { at: number; call: () => void }[] = [];
  readonly connection: ProtocolConnection;
  private readonly kept: Map<string, Uint8Array> | undefined;
  result!: InitializeResult;
  private readonly events = new EventEmitter().setMaxListeners(0);

  private constructor(setup: Setup) {
    for (const [path, file] of Object.entries(setup.files ?? {})) this.write(path, file);
    this.settings = setup.settings ?? {};
    this.kept = setup.kept;
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    this.connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
    this.listen();
    startServer(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)), this.host(), () => ({ service: () => service, features: () => features }));
  }

  /** An editor with a server that has been initialized. */
  static async start(setup: Setup = {}): Promise<Client> {
    const client = new Client(setup);
    client.result = await client.connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      capabilities: setup.capabilities ?? able,
      workspaceFolders: (setup.folders ?? [folder]).map((uri) => ({ uri, name: uri })),
      initializationOptions: { today: '2026-11-23', ...(setup.kept && { storage: 'file:///kept' }), ...setup.options },
    });
    await client.connection.sendNotification('initialized', {});
    return client;
  }

  private host(): Host {
    const { files, held, timers, kept } = this;
    const now = (): Date => this.now;
    return {
      async *notes(folderUri) {
        for (const uri of [...files.keys()]) if (uri.startsWith(`${folderUri}/`) && uri.endsWith('.delegate.md')) yield { uri };
      },
      read: (uri) => {
        const file = files.get(uri) ?? 'missing';
        return held.get(uri) ?? (typeof file === 'object' ? { ...file, stamp: stampOf(file) } : file);
      },
      ...(kept && { storage: this.storage(kept) }),
      markdownIn: (uri) => [...files.keys()].filter((other) => parentUri(other) === uri && other.endsWith('.md')),
      rulePages: 'file:///pages/',
      now,
      soon: (call) => void setImmediate(call),
      later: (milliseconds, call) => void timers.push({ at: now().getTime() + milliseconds, call }),
    };
  }

  private storage(kept: Map<string, Uint8Array>): Storage {
    const happened = (change: () => void): void => this.happened(change);
    return {
      digest,
      stamp: (uri) => stampOf(this.files.get(uri) ?? 'missing'),
      read: (uri) => kept.get(uri),
      *writing(uri, parts) {
        const all: Uint8Array[] = [];
        for (const part of parts) {
          all.push(part);
          yield;
        }
        happened(() => void kept.set(uri, Buffer.concat(all)));
      },
    };
  }

  private listen(): void {
    const { connection } = this;
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => this.happened(() => void this.pushed.push(params)));
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => this.happened(() => void this.logged.push(message)));
    connection.onNotification('$/progress', ({ token, value }: { token: number | string; value: { kind: string } }) => this.happened(() => {
      this.progressToken = token;
      if (value.kind !== 'report') this.progress.push(value.kind);
    }));
    connection.onRequest('window/workDoneProgress/create', () => null);
    connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => this.happened(() => {
      this.registered.push(...registrations.map(({ method }) => method));
      return null;
    }));
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => {
      if (!this.settings) throw new Error('there are no settings');
      return items.map(() => this.settings);
    });
    for (const what of ['diagnostic', 'inlayHint', 'codeLens'] as const) {
      connection.onRequest(`workspace/${what}/refresh`, () => this.happened(() => {
        this.refreshed[what]++;
        return null;
      }));
    }
    connection.onNotification('window/showMessage', ({ message }: { message: string }) => this.happened(() => void this.messages.push(message)));
    connection.onRequest('workspace/applyEdit', async (params: ApplyWorkspaceEditParams) => {
      this.applied.push(params);
      await this.onApply?.();
      const isApplied = await this.apply(params.edit).then(() => true, () => false);
      return this.happened(() => ({ applied: isApplied }));
    });
    connection.onRequest('window/showDocument', ({ uri }: { uri: string }) => {
      this.shown.push(uri);
      return { success: true };
    });
    connection.listen();
  }

  private happened<T>(change: () => T): T {
    const result = change();
    this.events.emit('change');
    return result;
  }

  /** Waits until something is there that the server says or does. */
  async until<T>(look: () => T | undefined | false): Promise<T> {
    for (;;) {
      const found = look();
      if (found !== undefined && found !== false) return found;
      await once(this.events, 'change');
    }
  }

  /** What the editor shows for a file: the findings pushed last. */
  shownFor(path: string): Diagnostic[] {
    return this.pushed.findLast(({ uri }) => uri === toUri(path))?.diagnostics ?? [];
  }

  codes(path: string): unknown[] {
    return this.shownFor(path).map(({ code }) => code);
  }

  untilFound(path: string, code: string): Promise<Diagnostic> {
    return this.until(() => this.shownFor(path).find((each) => each.code === code));
  }

  async untilGone(path: string, code: string): Promise<void> {
    await this.until(() => this.pushed.some(({ uri }) => uri === toUri(path)) && !this.codes(path).includes(code));
  }

  /** Waits until the server has read and checked all that was sent to it so far, and gives its answer. */
  async settled(previousResultIds: { uri: string; value: string }[] = []): Promise<WorkspaceDiagnosticReport['items']> {
    const { items } = await this.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds });
    return items;
  }

  /** Waits until the server has also read what it did not have to read to answer. */
  async untilRead(): Promise<void> {
    await this.until(() => this.progress.includes('end'));
    await this.settled();
  }

  /** Lets so much time pass that the server puts away what it keeps, if that is not what it was. */
  async leave(): Promise<void> {
    this.passTo(new Date(this.now.getTime() + 60_000).toISOString());
    for (let i = 0; i < 3; i++) await this.settled();
  }

  write(path: string, file: string | FileText): void {
    this.files.set(canonicalUri(toUri(path)), isName(file) ? file : typeof file === 'string' ? { text: file } : file);
  }

  /** Changes files on the disk and tells of it; `undefined` deletes. */
  async change(files: Readonly<Record<string, string | FileText | undefined>>): Promise<void> {
    const changes = Object.entries(files).map(([path, file]) => {
      const uri = canonicalUri(toUri(path));
      const type = file === undefined ? 3 : this.files.has(uri) ? 2 : 1;
      if (file !== undefined) this.write(path, file);
      else for (const each of [...this.files.keys()]) if (each === uri || each.startsWith(`${uri}/`)) this.files.delete(each);
      return { uri: toUri(path), type };
    });
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  }

  async changeFolders(added: readonly string[], removed: readonly string[]): Promise<void> {
    const named = (uris: readonly string[]): object[] => uris.map((uri) => ({ uri, name: uri }));
    await this.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added: named(added), removed: named(removed) } });
  }

  async open(path: string, text: string): Promise<void> {
    const uri = toUri(path);
    this.documents.set(uri, TextDocument.create(uri, 'markdown', 1, text));
    await this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } });
  }

  /** Replaces a text that is there once by another. */
  async type(path: string, from: string, to: string): Promise<void> {
    const document = this.documents.get(toUri(path))!;
    const at = document.getText().indexOf(from);
    if (at < 0) throw new Error(`“${from}” is not in ${path}`);
    await this.edit(path, [{ range: { start: document.positionAt(at), end: document.positionAt(at + from.length) }, text: to }]);
  }

  /** Replaces whole lines of an open note; lines behind its end are none. */
  async replaceLines(path: string, from: number, to: number, text: string): Promise<void> {
    const document = this.documents.get(toUri(path))!;
    const at = (line: number): Position => document.positionAt(document.offsetAt({ line, character: 0 }));
    await this.edit(path, [{ range: { start: at(from), end: at(to) }, text }]);
  }

  async edit(path: string, contentChanges: { range: Range; text: string }[]): Promise<void> {
    const uri = toUri(path);
    const document = this.documents.get(uri)!;
    const version = document.version + 1;
    TextDocument.update(document, contentChanges, version);
    await this.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }

  async close(path: string): Promise<void> {
    const uri = toUri(path);
    this.documents.delete(uri);
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** The quick fixes at a finding, with their edits. */
  async fixes(path: string, { range }: Diagnostic): Promise<CodeAction[]> {
    const params = { textDocument: { uri: toUri(path) }, range, context: { diagnostics: [] } };
    const actions = await this.connection.sendRequest<CodeAction[]>('textDocument/codeAction', params);
    return Promise.all(actions.map((action) => (action.edit ? action : this.connection.sendRequest<CodeAction>('codeAction/resolve', action))));
  }

  /** Does what an editor does with an edit: open documents are edited, others are written, versions are held against. */
  async apply({ documentChanges = [] }: WorkspaceEdit): Promise<void> {
    for (const change of documentChanges) {
      if ('kind' in change) {
        await this.applyToFile(change);
      } else {
        await this.applyTo(change);
      }
    }
  }

  private async applyToFile(change: CreateFile | RenameFile | DeleteFile): Promise<void> {
    const target = change.kind === 'rename' ? change.newUri : change.uri;
    if (change.kind === 'delete' || this.files.has(target)) throw new Error(`${change.kind} of a file that is there`);
    if (change.kind === 'create') return this.change({ [target]: '' });
    const file = this.files.get(change.oldUri);
    await this.change({ [change.oldUri]: undefined, [target]: file });
  }

  /** What a request is answered with. */
  ask<R>(method: string, path: string, params: object = {}): Promise<R> {
    return this.connection.sendRequest<R>(method, { textDocument: { uri: toUri(path) }, ...params });
  }

  private async applyTo({ textDocument: { uri, version }, edits }: TextDocumentEdit): Promise<void> {
    const document = this.documents.get(uri);
    if (version !== (document?.version ?? null)) throw new Error(`an edit for version ${version} of ${uri}`);
    if (document) {
      // All ranges are of the text before; from the last to the first, none of them moves, nor what is inserted where another begins.
      const changes = [...edits].reverse().map((edit) => ({ range: edit.range, text: 'newText' in edit ? edit.newText : '' }));
      await this.edit(uri, changes.sort((a, b) => b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character));
    } else {
      const file = this.files.get(uri);
      const text = typeof file === 'object' && 'text' in file ? file.text : '';
      await this.change({ [uri]: TextDocument.applyEdits(TextDocument.create(uri, 'markdown', 0, text), edits as never) });
    }
  }

  /** Lets time pass, and wakes those who wanted to be called by then. */
  passTo(instant: string): void {
    this.now = new Date(instant);
    const due = this.timers.filter(({ at }) => at <= this.now.getTime());
    for (const timer of due) this.timers.splice(this.timers.indexOf(timer), 1);
    for (const { call } of due) call();
  }
}

const toUri = (path: string): string => (path.includes(':') ? path : uriOf(path));

const isName = (file: string | FileText): file is 'missing' | 'directory' | 'other' => file === 'missing' || file === 'directory' || file === 'other';

const digest = (text: string): string => createHash('sha1').update(text).digest('base64');

/** The disk of these tests knows two states of a file from another by what it holds. */
const stampOf = (file: FileText): string => (typeof file === 'string' ? file : digest(JSON.stringify('text' in file ? file.text : file)));
