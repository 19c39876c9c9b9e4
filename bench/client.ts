/** An editor without a window: starts any language server and talks to it over its standard input and output. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import {
  type ClientCapabilities, createProtocolConnection, type Diagnostic, type DocumentDiagnosticReport, type Position, type ProtocolConnection,
  type PublishDiagnosticsParams, type Range, StreamMessageReader, StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** What is to be known of a server to talk to it. */
export interface Profile {
  readonly name: string;
  /** The command line that starts it; installs what is to be installed. */
  readonly command: () => readonly [string, ...string[]];
  readonly options?: object;
  readonly capabilities?: ClientCapabilities;
  /** It wants the whole text with each change. */
  readonly fullSync?: true;
  /** It is asked for its findings; the others send them. */
  readonly pulls?: true;
  readonly languageId?: string;
  /** What the server is told of its settings, where it waits for that. */
  readonly settings?: object;
  /** The same lines in the language of the server, with so many characters before each. */
  readonly written?: { readonly line: (line: string) => string; readonly indent: number };
  /** What the server asks of its editor beyond the protocol. */
  readonly answers?: (editor: Editor) => Readonly<Record<string, (params: never) => unknown>>;
}

export interface Change {
  readonly range: Range;
  readonly text: string;
}

interface Published {
  readonly version: number | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Milliseconds in which a server has to answer `initialize`, and how often it is tried. */
const patience = 15_000;
const attempts = 3;

const able: ClientCapabilities = {
  workspace: { configuration: true, workspaceFolders: true, symbol: {}, applyEdit: true, workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
  textDocument: {
    synchronization: {},
    publishDiagnostics: { versionSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor', 'source'] } }, dataSupport: true, resolveSupport: { properties: ['edit'] } },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: { completionItem: { snippetSupport: true, resolveSupport: { properties: ['documentation'] } } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};

export class Editor {
  /** Kept only for servers that are sent, or ask for, whole texts. */
  private readonly texts = new Map<string, TextDocument>();
  private readonly versions = new Map<string, number>();
  private readonly published = new Map<string, Published>();
  private waiting: (() => void)[] = [];

  private constructor(
    readonly profile: Profile,
    /** The URI of what is open in the editor. */
    readonly folder: string | null,
    private readonly child: ChildProcess,
    private readonly connection: ProtocolConnection,
    /** Milliseconds from the start of the process until it had answered `initialize`. */
    public startedIn = 0,
  ) {}

  static async start(profile: Profile, folder: string | null = null): Promise<Editor> {
    for (let attempt = 1; ; attempt++) {
      const editor = await Editor.attempt(profile, folder);
      if (editor) return editor;
      // rumdl does not answer at one start in thirty.
      if (attempt === attempts) throw new Error(`${profile.name} does not start`);
      console.error(`${profile.name} has not answered for ${patience / 1000} s, and is started again`);
    }
  }

  private static async attempt(profile: Profile, folder: string | null): Promise<Editor | undefined> {
    const [command, ...args] = profile.command();
    const start = performance.now();
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit', 'pipe'] });
    const connection = createProtocolConnection(new StreamMessageReader(child.stdout!), new StreamMessageWriter(child.stdin!));
    const editor = new Editor(profile, folder, child, connection);
    editor.listen();
    const workspaceFolders = folder === null ? null : [{ uri: folder, name: 'bench' }];
    const answered = connection.sendRequest('initialize', {
      processId: process.pid, rootUri: folder, workspaceFolders, capabilities: profile.capabilities ?? able, initializationOptions: profile.options ?? {},
    }).then(() => performance.now(), () => undefined);
    const end = await Promise.race([answered, new Promise<undefined>((resolve) => setTimeout(resolve, patience, undefined))]);
    if (end === undefined) {
      await editor.stop();
      return undefined;
    }
    editor.startedIn = end - start;
    await connection.sendNotification('initialized', {});
    if (profile.settings) await connection.sendNotification('workspace/didChangeConfiguration', { settings: profile.settings });
    return editor;
  }

  private listen(): void {
    const { connection } = this;
    connection.onNotification('textDocument/publishDiagnostics', ({ uri, version, diagnostics }: PublishDiagnosticsParams) => {
      this.published.set(uri, { version, diagnostics });
      for (const resolve of this.waiting.splice(0)) resolve();
    });
    connection.onRequest('workspace/configuration', ({ items }: { items: readonly unknown[] }) => items.map(() => null));
    connection.onRequest('client/registerCapability', () => null);
    connection.onRequest('window/workDoneProgress/create', () => null);
    for (const what of ['diagnostic', 'inlayHint', 'codeLens', 'semanticTokens']) connection.onRequest(`workspace/${what}/refresh`, () => null);
    for (const [method, answer] of Object.entries(this.profile.answers?.(this) ?? {})) connection.onRequest(method, answer as (params: unknown) => unknown);
    connection.onError(([error]) => console.error(`${this.profile.name}: ${error.message}`));
    connection.listen();
  }

  /** Opens a text; returns when it was sent. */
  open(uri: string, text: string): number {
    const { written, languageId = 'markdown', fullSync, answers } = this.profile;
    const own = written ? text.split('\n').map(written.line).join('\n') : text;
    this.versions.set(uri, 1);
    this.published.delete(uri);
    if (fullSync ?? answers) this.texts.set(uri, TextDocument.create(uri, languageId, 1, own));
    const at = performance.now();
    void this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text: own } });
    return at;
  }

  /** Changes a text as typing does; returns when that was sent. */
  change(uri: string, change: Change): number {
    const version = this.versions.get(uri)! + 1;
    this.versions.set(uri, version);
    const { fullSync, written } = this.profile;
    const own = written ? { range: shifted(change.range, written.indent), text: change.text.replaceAll('\n', `\n${' '.repeat(written.indent)}`) } : change;
    const document = this.texts.get(uri);
    if (document) TextDocument.update(document, [own], version);
    const contentChanges = fullSync ? [{ text: document!.getText() }] : [own];
    const before = this.published.get(uri);
    if (before?.version === undefined) this.published.delete(uri);
    const at = performance.now();
    void this.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
    return at;
  }

  /**
   * The findings of a text as it now is. Those that are sent are taken by their version, so that findings of an earlier one
   * do not count; where a server gives no versions, by having come after the last change.
   */
  async findings(uri: string): Promise<readonly Diagnostic[]> {
    if (this.profile.pulls) {
      const report = await this.request<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri } });
      return report.kind === 'full' ? report.items : [];
    }
    for (;;) {
      const published = this.published.get(uri);
      if (published && (published.version === undefined || published.version === this.versions.get(uri))) return published.diagnostics;
      await this.nextFindings();
    }
  }

  private nextFindings(): Promise<void> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${this.profile.name} has not answered within a minute`)), 60_000);
      this.waiting.push(() => {
        clearTimeout(late);
        resolve();
      });
    });
  }

  /** The same, once nothing else has come for a while: for servers that do not say which version they have looked at. */
  async lastFindings(uri: string): Promise<number> {
    await this.findings(uri);
    let at = performance.now();
    if (this.profile.pulls || this.published.get(uri)?.version !== undefined) return at;
    for (;;) {
      const isQuiet = await new Promise<boolean>((resolve) => {
        this.waiting.push(() => resolve(false));
        setTimeout(() => resolve(true), 1000);
      });
      if (isQuiet) return at;
      at = performance.now();
    }
  }

  request<R>(method: string, params: object): Promise<R> {
    return this.connection.sendRequest<R>(method, params);
  }

  /** A request about a place in a text. */
  at<R>(method: string, uri: string, position: Position): Promise<R> {
    const { written } = this.profile;
    return this.request(method, { textDocument: { uri }, position: written ? shiftedPosition(position, written.indent) : position });
  }

  notify(method: string, params: object): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  /** The text of an open document, for servers that ask for it. */
  textOf(uri: string): string | undefined {
    return this.texts.get(uri)?.getText();
  }

  /** Megabytes that the process holds now, and at most has held; `undefined` where the system does not tell. */
  memory(): { readonly now: number; readonly peak: number } | undefined {
    try {
      const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8');
      const of = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)![1]) / 1024;
      return { now: of('VmRSS'), peak: of('VmHWM') };
    } catch {
      return undefined;
    }
  }

  /** Megabytes of objects that are still held once the garbage is collected; of a server that `heap.cjs` is loaded into. */
  async heap(): Promise<number> {
    const told = once(this.child.stdio[3]!, 'data') as Promise<[Buffer]>;
    this.child.kill('SIGUSR2');
    const [bytes] = await told;
    return Number(bytes.toString()) / 1e6;
  }

  async stop(): Promise<void> {
    const ended = new Promise<void>((resolve) => this.child.once('exit', () => resolve()));
    this.connection.dispose();
    this.child.kill('SIGKILL');
    await ended;
  }
}

const shiftedPosition = ({ line, character }: Position, by: number): Position => ({ line, character: character + by });
const shifted = ({ start, end }: Range, by: number): Range => ({ start: shiftedPosition(start, by), end: shiftedPosition(end, by) });
