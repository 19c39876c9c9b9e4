/**
 * Keeps the findings of all notes up to date. What may have changed is marked, and checked as soon as no further key is
 * waiting: open notes first, in slices that let messages through. Notes that are marked again are simply checked then.
 */
import type { Diagnostic } from 'vscode-languageserver';
import { sliceLength } from './breath.ts';
import type { CachedFinding } from './cacheFile.ts';
import type { Host } from './host.ts';
import { reachedHomes, reachOf } from './model/reach.ts';
import type { Folder } from './model/workspace.ts';
import type { Day } from './notation/dates.ts';
import type { Document, Section } from './notation/document.ts';
import type { Notes } from './notes.ts';
import { isSameResult, Live, Problem, type Result, Told } from './result.ts';
import type { Root, Roots } from './roots.ts';
import { Memory } from './rules/memory.ts';
import { check, type Finding } from './rules/run.ts';

export interface Publisher {
  toDiagnostic(finding: CachedFinding): Diagnostic;
  unreadable(problem: string): Diagnostic;
  /** A note was checked; `before` is `undefined` for a new one, `now` for one that is gone. */
  checked(uri: string, now: Result | undefined, before: Result | undefined): void;
  /** All that was marked has been checked. */
  settled(): void;
}

export interface CheckOptions {
  readonly today: (root: Root) => Day;
  /** What findings depend on besides the notes. */
  readonly given: (root: Root) => string;
  readonly failed: (what: string, error: unknown) => void;
}

export class Checks {
  /** By URI the sections for which something changed that is looked at beyond them; besides, what changed in the note itself counts. */
  private readonly marked = new Map<string, Set<Section> | 'all'>();
  /** What rules found in the sections of open notes. */
  private readonly memories = new Map<string, Memory>();
  /** By the URI of a note those whose findings point to it. */
  private readonly pointing = new Map<string, Set<string>>();
  private readonly results = new Map<string, Result>();
  /** Notes of which it has not been worked out yet what they ask for in the next weeks, by their folder. */
  private readonly uncounted = new Map<Root, Iterator<Document>>();
  private scheduled = false;
  private waited = false;
  private waiting: (() => void)[] = [];
  private lastId = 0;
  /** A server that was started again must not take an old one's ids for its own. */
  private readonly session: string;

  constructor(
    private readonly host: Host,
    private readonly roots: Roots,
    private readonly notes: Notes,
    private readonly publisher: Publisher,
    private readonly options: CheckOptions,
  ) {
    this.session = host.now().getTime().toString(36);
  }

  /** Marks all notes of a folder, once it is ready, and others, which may be gone. */
  mark(root: Root | undefined, others: readonly string[] = []): void {
    for (const uri of others) this.marked.set(uri, 'all');
    if (root?.ready && root.isWhole) {
      this.uncounted.set(root, root.folder.documents.values());
      for (const uri of root.folder.documents.keys()) this.marked.set(uri, 'all');
      for (const uri of root.unreadable.keys()) this.marked.set(uri, 'all');
      for (const uri of root.cached?.file.notes.keys() ?? []) this.marked.set(uri, 'all');
    } else if (root?.ready && root.cached?.isCurrent) {
      for (const uri of root.cached.file.notes.keys()) this.marked.set(uri, 'all');
    } else if (root?.ready) {
      for (const uri of this.notes.open.keys()) if (this.roots.of(uri) === root) this.marked.set(uri, 'all');
    }
    if (this.marked.size > 0) this.schedule();
  }

  /** Leaves what is not open as it is. */
  stop(): void {
    for (const uri of this.marked.keys()) if (!this.notes.open.has(uri)) this.marked.delete(uri);
    this.uncounted.clear();
  }

  /** Marks what a change of a folder reaches, given what the folder was before. */
  follow(root: Root, before: Folder, others: readonly string[]): void {
    if (!root.ready || !root.isWhole) return this.mark(undefined, [...this.typedIn(root, before), ...others]);
    try {
      this.mark(undefined, [...this.reached(root, before), ...others]);
    } catch (error) {
      // Whatever failed over all notes must not keep this one from being read.
      this.options.failed(`Following a change in ${root.uri}`, error);
      this.mark(root, others);
    }
  }

  /** The open notes that are not what they were. */
  private typedIn(root: Root, before: Folder): string[] {
    return root.ready ? [...root.folder.documents.differences(before.documents)].filter((uri) => this.notes.open.has(uri)) : [];
  }

  /** Marks what changed itself and where all is summed up; returns the notes that are to be judged anew as a whole. */
  private reached(root: Root, before: Folder): Iterable<string> {
    const reached = reachOf(before, root.folder);
    if (reached === 'all') return [...root.folder.documents.keys(), ...root.unreadable.keys()];
    const whole: string[] = [];
    for (const uri of root.folder.documents.differences(before.documents)) {
      this.markSections(uri, nothing);
      whole.push(...(this.pointing.get(uri) ?? []));
    }
    for (const uri of reachedHomes(before, root.folder, this.options.today(root))) this.markSections(uri, nothing);
    for (const [uri, sections] of reached) {
      if (sections === 'all') whole.push(uri);
      else this.markSections(uri, sections);
    }
    return whole;
  }

  private markSections(uri: string, sections: Iterable<Section>): void {
    const marked = this.marked.get(uri);
    if (marked === 'all') return;
    if (!marked) this.marked.set(uri, new Set(sections));
    else for (const section of sections) marked.add(section);
  }

  /** Has what was typed read and the marked notes checked, soon; a call before then puts it off. */
  schedule(): void {
    this.waited = false;
    if (this.scheduled) return;
    this.scheduled = true;
    this.host.soon(() => this.turn());
  }

  /** What is told of a note as it now is; `undefined` for a file that is none. */
  of(uri: string): Result | undefined {
    this.notes.takeEdits();
    if (this.marked.has(uri)) this.checkNote(uri);
    return this.results.get(uri);
  }

  /** Whether nothing waits to be checked. */
  get isIdle(): boolean {
    return this.marked.size === 0;
  }

  /** The findings of a note as a text; `undefined` where some rule failed. */
  toldOf(uri: string): string | undefined {
    const known = this.results.get(uri);
    return known?.isSure ? known.told : undefined;
  }

  /** The findings themselves, with their fixes. */
  findingsOf(uri: string): readonly Finding[] {
    this.of(uri);
    return this.results.get(uri)?.findings ?? this.findings(uri, 'all')?.findings ?? [];
  }

  all(): Iterable<[uri: string, result: Result]> {
    return this.results;
  }

  /** When everything that was marked has been checked. */
  settled(): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.schedule();
    });
  }

  private turn(): void {
    // The next message of a burst of keys has its turn after this one; only when none came is it quiet.
    if (!this.waited) {
      this.waited = true;
      return this.host.soon(() => this.turn());
    }
    this.notes.takeEdits();
    const until = performance.now() + sliceLength;
    if (this.countWork(until)) {
      for (const uri of this.inOrder()) {
        this.checkNote(uri);
        if (this.marked.size > many) this.notes.takeBack();
        else this.notes.tidy();
        if (performance.now() > until) break;
      }
    }
    if (this.marked.size > 0) return this.host.soon(() => this.turn());
    this.scheduled = false;
    // What was kept has been held against all that is there now.
    for (const root of this.roots.all()) if (root.ready && root.isWhole) root.cached = undefined;
    this.publisher.settled();
    for (const resolve of this.waiting.splice(0)) resolve();
  }

  /** Rules ask what all notes of a folder come to; when it has just been read, that takes a while. Returns whether it is done. */
  private countWork(until: number): boolean {
    for (const [root, documents] of this.uncounted) {
      const today = this.options.today(root);
      for (let next = documents.next(); !next.done; next = documents.next()) {
        root.folder.count(next.value, today);
        this.notes.takeBack();
        if (performance.now() > until) return false;
      }
      this.uncounted.delete(root);
    }
    return true;
  }

  /** The same of notes that have just been read and are at hand, though more are to come. */
  count(root: Root, documents: readonly Document[]): void {
    try {
      const today = this.options.today(root);
      for (const document of documents) {
        root.folder.count(document, today);
        root.folder.forget(document);
      }
    } catch (error) {
      this.options.failed(`Counting what is to be done in ${root.uri}`, error);
    }
  }

  private *inOrder(): Generator<string> {
    for (const uri of this.notes.open.keys()) if (this.marked.has(uri)) yield uri;
    yield* this.marked.keys();
  }

  private checkNote(uri: string): void {
    const reached = this.marked.get(uri) ?? 'all';
    this.marked.delete(uri);
    const before = this.results.get(uri);
    const found = this.adopted(uri) ?? this.checked(uri, reached);
    const now = found && before && isSameResult(before, found) ? found.withId(before.id) : found;
    this.point(uri, before?.pointsTo ?? [], now?.pointsTo ?? []);
    if (now) this.results.set(uri, now);
    else this.results.delete(uri);
    this.publisher.checked(uri, now, before);
  }

  /** What was found at an earlier start, if it would be found again: in notes of which the disk holds what it held, or that rest on what they rested on. */
  private adopted(uri: string): Result | undefined {
    const root = this.roots.of(uri);
    const cached = root?.cached;
    if (!root || !cached) return undefined;
    const document = root.folder.documents.get(uri);
    const given = this.options.given(root);
    const note = root.isWhole
      ? document && !this.notes.open.has(uri) && cached.sameGrounds(document, root.folder, this.options.today(root), given)
      : cached.isCurrent && given === cached.file.given && (document ? cached.sameText(document) : cached.file.notes.get(uri));
    return note ? new Told(uri, note.told(), this.nextId(), true, this.publisher, this.notes.open.get(uri)?.version) : undefined;
  }

  private checked(uri: string, reached: ReadonlySet<Section> | 'all'): Result | undefined {
    const problem = this.roots.of(uri)?.unreadable.get(uri);
    if (problem !== undefined) return new Problem(this.publisher.unreadable(problem), this.nextId());
    const found = this.findings(uri, reached);
    const live = found && new Live(uri, found.findings, this.nextId(), found.isSure, this.publisher, this.notes.open.get(uri)?.version);
    return live && !this.notes.open.has(uri) ? live.asTold() : live;
  }

  private nextId(): string {
    return `${this.session}-${++this.lastId}`;
  }

  /** Remembers which notes the findings of a note point to. */
  private point(uri: string, before: Iterable<string>, now: Iterable<string>): void {
    for (const other of before) this.pointing.get(other)?.delete(uri);
    for (const other of now) {
      const known = this.pointing.get(other);
      if (known) known.add(uri);
      else this.pointing.set(other, new Set([uri]));
    }
  }

  /** Only open notes are typed in; of the others nothing is kept but what was found. */
  private memoryOf(uri: string): Memory | undefined {
    if (!this.notes.open.has(uri)) {
      this.memories.delete(uri);
      return undefined;
    }
    const memory = this.memories.get(uri) ?? new Memory();
    this.memories.set(uri, memory);
    return memory;
  }

  private findings(uri: string, reached: ReadonlySet<Section> | 'all'): { readonly findings: readonly Finding[]; readonly isSure: boolean } | undefined {
    const root = this.roots.of(uri);
    const document = root?.folder.documents.get(uri);
    if (!root || !document) return undefined;
    let isSure = true;
    const failed = (what: string, error: unknown): void => {
      isSure = false;
      this.options.failed(what, error);
    };
    try {
      const context = { folder: root.folder, today: this.options.today(root) };
      const memory = this.memoryOf(uri);
      const onError = (rule: string, error: unknown): void => failed(`Rule ${rule} on ${uri}`, error);
      const findings = check(document, context, { levels: root.settings.levels, onError, memory, reached, isWhole: root.isWhole });
      if (!memory) root.folder.forget(document);
      return { findings, isSure };
    } catch (error) {
      failed(`Checking ${uri}`, error);
      return { findings: [], isSure };
    }
  }
}

const nothing: readonly never[] = [];

/** Notes that wait to be checked, when it is so to speak all of them. */
const many = 100;
