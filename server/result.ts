/**
 * The state of a note's findings, as it was last worked out. Of a note that somebody works on it holds the findings with their
 * fixes; of the others, which may be very many, nothing but what was found as a text.
 */
import type { Diagnostic } from 'vscode-languageserver';
import { type CachedFinding, findingsIn, tell } from './cacheFile.ts';
import type { Finding } from './rules/run.ts';
import { comparePositions, type Range } from './text.ts';

export interface Result {
  /** Whether there is nothing to show; asked first, for making the diagnostics of all notes takes a while. */
  readonly isEmpty: boolean;
  readonly diagnostics: readonly Diagnostic[];
  /** The same as long as the diagnostics are the same. */
  readonly id: string;
  /** Of an open note. */
  readonly version: number | undefined;
  /** As `tell` gives the findings. */
  readonly told: string;
  /** `undefined` where they are not kept. */
  readonly findings: readonly Finding[] | undefined;
  /** Whether the note was read and no rule failed. */
  readonly isSure: boolean;
  /** The other notes that the findings point to. */
  readonly pointsTo: Iterable<string>;
  withId(id: string): Result;
}

interface Showing {
  toDiagnostic(finding: CachedFinding): Diagnostic;
}

export class Live implements Result {
  readonly diagnostics: readonly Diagnostic[];

  constructor(
    private readonly uri: string,
    readonly findings: readonly Finding[],
    readonly id: string,
    readonly isSure: boolean,
    private readonly showing: Showing,
    readonly version: number | undefined,
  ) {
    this.diagnostics = findings.map((each) => showing.toDiagnostic(each));
  }

  get isEmpty(): boolean {
    return this.findings.length === 0;
  }

  get told(): string {
    return tell(this.findings);
  }

  get pointsTo(): Iterable<string> {
    return othersIn(this.findings, this.uri);
  }

  withId(id: string): Live {
    return new Live(this.uri, this.findings, id, this.isSure, this.showing, this.version);
  }

  asTold(): Told {
    return new Told(this.uri, this.told, this.id, this.isSure, this.showing, this.version);
  }
}

export class Told implements Result {
  readonly findings = undefined;

  constructor(
    private readonly uri: string,
    readonly told: string,
    readonly id: string,
    readonly isSure: boolean,
    private readonly showing: Showing,
    readonly version: number | undefined,
  ) {}

  get isEmpty(): boolean {
    return this.told === '';
  }

  get diagnostics(): readonly Diagnostic[] {
    return findingsIn(this.told).map((each) => this.showing.toDiagnostic(each));
  }

  get pointsTo(): Iterable<string> {
    // Few findings point anywhere else, and reading them all takes a while.
    return this.told.includes('"related":[{') ? othersIn(findingsIn(this.told), this.uri) : [];
  }

  withId(id: string): Told {
    return new Told(this.uri, this.told, id, this.isSure, this.showing, this.version);
  }
}

/** A note that cannot be read. */
export class Problem implements Result {
  readonly isEmpty = false;
  readonly diagnostics: readonly Diagnostic[];
  readonly version = undefined;
  readonly told = '';
  readonly findings = [];
  readonly isSure = false;
  readonly pointsTo = [];

  constructor(
    private readonly problem: Diagnostic,
    readonly id: string,
  ) {
    this.diagnostics = [problem];
  }

  withId(id: string): Problem {
    return new Problem(this.problem, id);
  }
}

function othersIn(findings: readonly CachedFinding[], uri: string): Set<string> {
  const others = new Set<string>();
  for (const { related } of findings) for (const other of related) if (other.uri !== uri) others.add(other.uri);
  return others;
}

/** Whether an editor would show the same. */
export function isSameResult(one: Result, other: Result): boolean {
  if (one instanceof Told && other instanceof Told) return one.told === other.told;
  return areSame(one.diagnostics, other.diagnostics);
}

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
