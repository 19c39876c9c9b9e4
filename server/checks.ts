/**
 * Keeps the findings of all notes up to date. What may have changed is marked, and checked as soon as no further key is
 * waiting: open notes first, in slices that let messages through. Notes that are marked again are simply checked then.
 */
import type { Diagnostic } from 'vscode-languageserver';
import type { Host } from './host.ts';
import type { Day } from './notation/dates.ts';
import type { Notes } from './notes.ts';
import type { Root, Roots } from './roots.ts';
import { check, type Finding } from './rules/run.ts';

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
  private readonly marked = new Set<string>();
  private readonly results = new Map<string, Result & { readonly key: string }>();
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
    for (const uri of others) this.marked.add(uri);
    if (root?.ready) {
      for (const uri of root.folder.documents.keys()) this.marked.add(uri);
      for (const uri of root.unreadable.keys()) this.marked.add(uri);
    }
    this.schedule();
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
    yield* this.marked;
  }

  private checkNote(uri: string): void {
    this.marked.delete(uri);
    const before = this.results.get(uri);
    const found = this.findings(uri);
    if (!found) {
      this.results.delete(uri);
      return this.publisher.checked(uri, undefined, before);
    }
    const [findings, diagnostics] = found;
    const key = JSON.stringify(diagnostics);
    const id = before?.key === key ? before.id : `${this.session}-${++this.count}`;
    const now = { findings, diagnostics, key, id, version: this.notes.open.get(uri)?.version };
    this.results.set(uri, now);
    this.publisher.checked(uri, now, before);
  }

  private findings(uri: string): [findings: readonly Finding[], diagnostics: readonly Diagnostic[]] | undefined {
    const root = this.roots.of(uri);
    const problem = root?.unreadable.get(uri);
    if (problem !== undefined) return [[], [this.publisher.unreadable(problem)]];
    const document = root?.folder.documents.get(uri);
    if (!root || !document) return undefined;
    try {
      const context = { folder: root.folder, today: this.options.today(root) };
      const onError = (rule: string, error: unknown): void => this.options.failed(`Rule ${rule} on ${uri}`, error);
      const findings = check(document, context, { levels: root.settings.levels, onError });
      return [findings, findings.map((finding) => this.publisher.toDiagnostic(finding))];
    } catch (error) {
      this.options.failed(`Checking ${uri}`, error);
      return [[], []];
    }
  }
}
