/** One editor's session: what has been read for it, its settings, its day, and the findings that follow from them. */
import type { Connection, InitializeParams } from 'vscode-languageserver';
import { refreshing } from './annotations.ts';
import { Caching } from './caching.ts';
import { Checks, type Publisher } from './checks.ts';
import type { Editor, EditorAbilities, FolderContext, NoteContext, WorkspaceContext } from './context.ts';
import { toDiagnostic, unreadableNote } from './features/diagnostics.ts';
import { givenOf } from './fingerprints.ts';
import type { Host } from './host.ts';
import type { Folder } from './model/workspace.ts';
import { Notes } from './notes.ts';
import type { Day } from './notation/dates.ts';
import { type InitializationOptions, section } from './protocol.ts';
import { pulling, pushing } from './publishing.ts';
import { ReadingProgress } from './readingProgress.ts';
import { type Root, Roots } from './roots.ts';
import { check } from './rules/run.ts';
import { readDay, readSettings } from './settings.ts';
import { Calendar } from './today.ts';
import { canonicalUri, isNote } from './uris.ts';

/** Milliseconds after which open notes are checked although the rest of a large or slow folder has not been read yet. */
const patience = 300;

/** A folder as the editor names it. */
interface NamedFolder {
  readonly uri: string;
}

export class Session {
  readonly notes: Notes;
  readonly checks: Checks;
  private readonly options: InitializationOptions;
  private readonly caching: Caching | undefined;
  private readonly publisher: Publisher;
  private readonly roots = new Roots();
  private readonly calendar: Calendar;
  private readonly lastDays = new WeakMap<Root, Day>();
  private readonly logged = new Set<string>();
  /** Settings that came unasked, from editors that cannot be asked. */
  private settings: unknown;
  /** When the folders that are there have been read. */
  prepared: Promise<void> = Promise.resolve();
  /** When it is known of them whether they hold what they held at an earlier start. */
  private surveyed: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly connection: Connection,
    private readonly host: Host,
    readonly abilities: EditorAbilities,
    { initializationOptions }: InitializeParams,
  ) {
    this.options = (initializationOptions ?? {}) as InitializationOptions;
    this.settings = this.options.settings;
    this.calendar = new Calendar(host);
    const failed = (what: string, error: unknown): void => this.log(what, error);
    this.notes = new Notes(host, this.roots, {
      changed: (root, before, gone) => this.checks.follow(root, before, gone),
      completed: (root) => this.complete(root),
      joined: (root, documents) => this.checks.count(root, documents),
      failed,
    });
    this.publisher = this.makePublisher();
    const options = { today: (root: Root) => this.today(root), given: (root: Root) => givenOf(this.today(root), root.settings.levels), failed };
    this.checks = new Checks(host, this.roots, this.notes, this.publisher, options);
    if (host.storage && this.options.storage) this.caching = new Caching(host, host.storage, this.options.storage.replace(/\/+$/, ''), this.roots, options);
  }

  /** How the editor spells the URI of a file that it has open. */
  readonly spelled = (uri: string): string => this.notes.open.get(uri)?.uri ?? uri;

  private makePublisher(): Publisher {
    const settled = (): void => this.caching?.later(this.notes, this.checks);
    const { connection, spelled, abilities, options, host, roots } = this;
    const rulePages = abilities.codeDescription ? (options.rulePages ?? host.rulePages) : undefined;
    const findings = abilities.pulling ? pulling(connection, abilities.pullAgain) : pushing(connection, spelled);
    const refreshAnnotations = refreshing(connection, abilities, roots, (root) => this.today(root));
    return {
      ...findings,
      settled() {
        findings.settled();
        refreshAnnotations();
        settled();
      },
      toDiagnostic: (finding) => toDiagnostic(finding, { rulePages, relatedInformation: abilities.relatedInformation, spelled }),
      unreadable: unreadableNote,
    };
  }

  /** Says the same thing once, or a rule that fails on every key would drown the rest. */
  log(what: string, error: unknown): void {
    const line = `${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
    if (this.logged.has(line)) return;
    this.logged.add(line);
    this.connection.console.error(line);
  }

  changeFolders(added: readonly NamedFolder[], removed: readonly NamedFolder[]): void {
    const uris = (folders: readonly NamedFolder[]): string[] => folders.map(({ uri }) => canonicalUri(uri).replace(/\/+$/, ''));
    const { unread, gone } = this.roots.change(uris(added), uris(removed));
    this.notes.reconsiderOpen();
    this.checks.mark(undefined, gone);
    this.prepare(unread);
  }

  /** Reads folders and settings; findings are worked out when both are there. */
  private prepare(unread: readonly Root[]): void {
    const progress = unread.length > 0 ? new ReadingProgress(this.connection, this.host, () => this.stop(unread)) : undefined;
    const configured = this.configure();
    const shown = Promise.all(unread.map((root) => this.show(root, configured)));
    const isShown = shown.then((all) => all.length > 0 && all.every(Boolean));
    const load = async (): Promise<void> => {
      // What is known is said first.
      if (await isShown) await this.prepared.then(() => this.checks.settled());
      await Promise.all(unread.map((root) => this.notes.load(root, (count) => progress?.read(root, count))));
      await this.notes.idle();
    };
    const loading = load();
    this.surveyed = Promise.all([this.surveyed, shown]);
    void loading.then(() => this.checks.settled()).then(() => progress?.done());
    const soonEnough = new Promise<void>((resolve) => this.host.later(patience, resolve));
    this.prepared = Promise.all([this.prepared, configured, Promise.race([isShown.then((is) => (is ? undefined : loading)), soonEnough])]).then(() => {
      this.roots.outside.ready = true;
      for (const root of this.roots.all()) {
        root.ready = true;
        this.checks.mark(root);
      }
    });
  }

  /** Whether all notes of a folder have their findings although none has been read: from an earlier start, if nothing has changed since. */
  private async show(root: Root, configured: Promise<void>): Promise<boolean> {
    const storage = this.host.storage;
    if (!this.caching || !storage) return false;
    this.caching.open(root);
    if (!root.cached) return false;
    await Promise.all([configured, this.notes.survey(root, root.cached, storage)]);
    if (root.cached.isCurrent) this.checks.mark(root);
    return root.cached.isCurrent;
  }

  private complete(root: Root): void {
    if (root.cached?.isCurrent) this.caching?.confirm(root);
    this.checks.mark(root);
  }

  /** Somebody does not want to wait: what is open is still checked, among what has been read. */
  private stop(roots: readonly Root[]): void {
    for (const root of roots) this.notes.stop(root);
    this.checks.stop();
    this.connection.console.info('Reading the notes was stopped. Only those that are open are checked, among what was read; Check Workspace reads all.');
  }

  /** `given` is what an editor sends along that cannot be asked. */
  async changeSettings(given: unknown): Promise<void> {
    if (!this.abilities.configuration) this.settings = (given as Record<string, unknown> | null)?.[section] ?? given;
    await this.configure();
  }

  private async configure(): Promise<void> {
    const folders = [...this.roots.folders.values()];
    const [own = this.settings, ...each] = await this.askForSettings(folders.map(({ uri }) => uri));
    this.roots.outside.settings = readSettings(own);
    for (const root of this.roots.loose.values()) root.settings = this.roots.outside.settings;
    folders.forEach((root, i) => void (root.settings = readSettings(each[i] ?? own)));
    for (const root of this.roots.all()) this.checks.mark(root);
  }

  private async askForSettings(folders: readonly string[]): Promise<unknown[]> {
    if (!this.abilities.configuration) return [];
    try {
      const items = [{ section }, ...folders.map((scopeUri) => ({ section, scopeUri }))];
      return await this.connection.workspace.getConfiguration(items);
    } catch (error) {
      this.log('Asking for the settings', error);
      return [];
    }
  }

  private today(root: Root): Day {
    const day = readDay(this.options.today) ?? root.settings.today ?? this.calendar.today(root.isWhole || !root.cached ? root.folder.roster.timezone : root.cached.file.timezone);
    this.lastDays.set(root, day);
    return day;
  }

  /** Has the notes of a folder checked again when another day has begun there. */
  followDays(): void {
    this.calendar.everyQuarter(() => {
      for (const root of this.roots.all()) {
        const before = this.lastDays.get(root);
        if (before !== this.today(root)) this.checks.mark(root);
      }
    });
  }

  /** When everything that has come in so far has been read and checked. */
  async upToDate(): Promise<void> {
    await this.prepared;
    do {
      await this.notes.idle();
      await this.checks.settled();
    } while (this.notes.isReading);
  }

  /** When all notes have their findings, be it from an earlier start. */
  async allAnswered(): Promise<void> {
    await Promise.all([this.prepared, this.surveyed]);
    const all = [...this.roots.all()];
    const isShown = all.some(({ isWhole }) => !isWhole) && all.every((root) => root.isWhole || root.cached?.isCurrent);
    await (isShown ? this.checks.settled() : this.upToDate());
  }

  /** The folders that have been read, with the day that it is in each. */
  *folders(): Generator<{ readonly folder: Folder; readonly today: Day }> {
    for (const root of this.roots.all()) yield { folder: root.folder, today: this.today(root) };
  }

  /** When all that the disk holds of the folders has been read. */
  async allRead(): Promise<void> {
    await this.prepared;
    await this.notes.idle();
  }

  /** Finds out whether a file is there: beside a note, where that lies outside of all folders. */
  async lookFor(uri: string, note = uri): Promise<void> {
    const root = this.roots.of(uri) ?? this.roots.of(canonicalUri(note));
    if (root) await this.notes.lookFor(root, uri);
  }

  /** What features are given of a note; `undefined` for a file that is none. */
  async noteContext(spelledUri: string): Promise<NoteContext | undefined> {
    return isNote(canonicalUri(spelledUri)) ? this.documentContext(spelledUri) : undefined;
  }

  /** The same, also for a document that notes link to. */
  async documentContext(spelledUri: string): Promise<NoteContext | undefined> {
    await this.prepared;
    this.notes.tidy();
    this.notes.takeEdits();
    const uri = canonicalUri(spelledUri);
    const root = this.roots.of(uri);
    const document = root?.folder.file(uri);
    if (!root || typeof document !== 'object') return undefined;
    const { folder } = root;
    const { checks, host, options, publisher: { toDiagnostic } } = this;
    return {
      ...this.editor, uri, document, folder, today: this.today(root), toDiagnostic, settings: root.settings, rulePages: options.rulePages ?? host.rulePages,
      // Worked out for those who ask: navigation does not wait for the rules.
      get findings() {
        return checks.findingsOf(uri);
      },
      markdownIn: (folderUri) => host.markdownIn(folderUri, root.uri).map(canonicalUri),
    };
  }

  /** What is known of the folder that a file lies in or that is named itself; of the only one, where none is. */
  async folderContext(spelledUri: string | undefined): Promise<FolderContext | undefined> {
    await this.allRead();
    this.notes.tidy();
    this.notes.takeEdits();
    const roots = [...this.roots.folders.values()];
    const uri = spelledUri === undefined ? roots[0]?.uri : canonicalUri(spelledUri).replace(/\/+$/, '');
    const root = spelledUri === undefined && roots.length > 1 ? undefined : (this.roots.folders.get(uri ?? '') ?? this.roots.of(uri ?? ''));
    if (!root || uri === undefined) return undefined;
    const today = this.today(root);
    const { settings: { levels } } = root;
    const onError = (rule: string, error: unknown): void => this.log(`Rule ${rule} on ${uri}`, error);
    return {
      ...this.editor, uri, document: root.folder.documents.get(uri), folder: root.folder, today,
      check: (document, folder) => check(document, { folder, today }, { levels, onError }),
    };
  }

  /** Reads all notes of the disk again, also those of which nobody has told, and checks them. */
  async startOver(): Promise<void> {
    await this.prepared;
    for (const root of this.roots.folders.values()) {
      this.notes.readAgain([...root.folder.documents.keys(), ...root.folder.files.keys(), ...root.unreadable.keys()]);
      await this.notes.load(root);
    }
    for (const root of this.roots.all()) this.checks.mark(root);
    await this.upToDate();
  }

  /** What features of the whole workspace are given. */
  async workspaceContext(): Promise<WorkspaceContext> {
    await this.prepared;
    this.notes.tidy();
    this.notes.takeEdits();
    return { ...this.editor, folders: [...this.roots.all()].map(({ folder }) => folder) };
  }

  private get editor(): Editor {
    const { spelled, abilities, notes } = this;
    return { spelled, abilities, version: (uri) => notes.open.get(uri)?.version ?? null };
  }
}
