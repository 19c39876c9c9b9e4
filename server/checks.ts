/**
 * Keeps the findings of all notes up to date. What may have changed is marked, and checked as soon as no further key is
 * waiting: open notes first, in slices that let messages through. Notes that are marked again are simply checked then.
 */
import type { Diagnostic } from 'vscode-languageserver';
import type { Host } from './host.ts';
import { reachedHomes, reachOf } from './model/reach.ts';
import type { Folder } from './model/workspace.ts';
import type { Day } from './notation/dates.ts';
import type { Section } from './notation/document.ts';
import type { Notes } from './notes.ts';
import type { Root, Roots } from './roots.ts';
import { Memory } from './rules/memory.ts';
import { check, type Finding } from './rules/run.ts';
import { comparePositions, type Range } from './text.ts';

/** The state of a note's findings, as it was last worked out. */
export interface Result {
  readonly findings: readonly Finding[];
  readonly diagnostics: readonly Diagnostic[];
  /** The same as long as the diagnostics are the same. */
  readonly id: string;
  /** Of an open note. */
  readonly version: number | undefined;
}

export interface Publisher {
  toDiagnostic(finding: Finding): Diagnostic;
  unreadable(problem: string): Diagnostic;
  /** A note was checked; `before` is `undefined` for a new one, `now` for one that is gone. */
  checked(uri: string, now: Result | undefined, before: Result | undefined): void;
  /** All that was marked has been checked. */
  settled(): void;
}

export interface CheckOptions {
  readonly today: (root: Root) => Day;
  readonly failed: (what: string, error: unknown) => void;
}

/** Milliseconds of work before messages get through. */
const sliceLength = 8;

export class Checks {
  /** By URI the sections for which something changed that is looked at beyond them; besides, what changed in the note itself counts. */
  private readonly marked = new Map<string, Set<Section> | 'all'>();
  /** What rules found in the sections of open notes. */
  private readonly memories = new Map<string, Memory>();
  /** By the URI of a note those whose findings point to it. */
  private readonly pointing = new Map<string, Set<string>>();
  private readonly results = new Map<string, Result>();
  private scheduled = false;
  private waited = false;
  private waiting: (() => void)[] = [];
  private count = 0;
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
    if (root?.ready) {
      for (const uri of root.folder.documents.keys()) this.marked.set(uri, 'all');
      for (const uri of root.unreadable.keys()) this.marked.set(uri, 'all');
    }
    this.schedule();
  }

  /** Marks what a change of a folder reaches, given what the folder was before. */
  follow(root: Root, before: Folder, others: readonly string[]): void {
    if (!root.ready) return this.mark(undefined, others);
    try {
      this.mark(undefined, [...this.reached(root, before), ...others]);
    } catch (error) {
      // Whatever failed over all notes must not keep this one from being read.
      this.options.failed(`Following a change in ${root.uri}`, error);
      this.mark(root, others);
    }
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

  /** The findings of a note as it now is; `undefined` for a file that is none. */
  of(uri: string): Result | undefined {
    this.notes.takeEdits();
    if (this.marked.has(uri)) this.checkNote(uri);
    return this.results.get(uri);
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
    for (const uri of this.inOrder()) {
      this.checkNote(uri);
      if (performance.now() > until) break;
    }
    if (this.marked.size > 0) return this.host.soon(() => this.turn());
    this.scheduled = false;
    this.publisher.settled();
    for (const resolve of this.waiting.splice(0)) resolve();
  }

  private *inOrder(): Generator<string> {
    for (const uri of this.notes.open.keys()) if (this.marked.has(uri)) yield uri;
    yield* this.marked.keys();
  }

  private checkNote(uri: string): void {
    const reached = this.marked.get(uri) ?? 'all';
    this.marked.delete(uri);
    const before = this.results.get(uri);
    const found = this.findings(uri, reached);
    this.point(uri, before?.findings ?? [], found?.[0] ?? []);
    if (!found) {
      this.results.delete(uri);
      return this.publisher.checked(uri, undefined, before);
    }
    const [findings, diagnostics] = found;
    const id = before && areSame(before.diagnostics, diagnostics) ? before.id : `${this.session}-${++this.count}`;
    const now = { findings, diagnostics, id, version: this.notes.open.get(uri)?.version };
    this.results.set(uri, now);
    this.publisher.checked(uri, now, before);
  }

  /** Remembers which notes the findings of a note point to. */
  private point(uri: string, before: readonly Finding[], now: readonly Finding[]): void {
    for (const { related } of before) for (const other of related) this.pointing.get(other.uri)?.delete(uri);
    for (const { related } of now) {
      for (const other of related) {
        if (other.uri === uri) continue;
        const known = this.pointing.get(other.uri);
        if (known) known.add(uri);
        else this.pointing.set(other.uri, new Set([uri]));
      }
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

  private findings(uri: string, reached: ReadonlySet<Section> | 'all'): [findings: readonly Finding[], diagnostics: readonly Diagnostic[]] | undefined {
    const root = this.roots.of(uri);
    const problem = root?.unreadable.get(uri);
    if (problem !== undefined) return [[], [this.publisher.unreadable(problem)]];
    const document = root?.folder.documents.get(uri);
    if (!root || !document) return undefined;
    try {
      const context = { folder: root.folder, today: this.options.today(root) };
      const onError = (rule: string, error: unknown): void => this.options.failed(`Rule ${rule} on ${uri}`, error);
      const findings = check(document, context, { levels: root.settings.levels, onError, memory: this.memoryOf(uri), reached });
      return [findings, findings.map((finding) => this.publisher.toDiagnostic(finding))];
    } catch (error) {
      this.options.failed(`Checking ${uri}`, error);
      return [[], []];
    }
  }
}

const nothing: readonly never[] = [];

/** Whether an editor would show the same. */
function areSame(some: readonly Diagnostic[], others: readonly Diagnostic[]): boolean {
  return some.length === others.length && some.every((one, i) => isSame(one, others[i]!));
}

function isSame(one: Diagnostic, other: Diagnostic): boolean {
  return (
    one.code === other.code && one.severity === other.severity && one.message === other.message && isSameRange(one.range, other.range) &&
    one.codeDescription?.href === other.codeDescription?.href && areSameRelated(one.relatedInformation, other.relatedInformation)
  );
}

function areSameRelated(some: Diagnostic['relatedInformation'] = [], others: Diagnostic['relatedInformation'] = []): boolean {
  return some.length === others.length && some.every(({ message, location: { uri, range } }, i) => {
    const other = others[i]!;
    return message === other.message && uri === other.location.uri && isSameRange(range, other.location.range);
  });
}

const isSameRange = (one: Range, other: Range): boolean => comparePositions(one.start, other.start) === 0 && comparePositions(one.end, other.end) === 0;
