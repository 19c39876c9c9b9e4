/** What a rule is: one plain object in one file, with its words, its examples and its check. */
import type { Folder } from '../model/workspace.ts';
import type { Day } from '../notation/dates.ts';
import type { Directive } from '../notation/directives.ts';
import type { Document, Task } from '../notation/document.ts';
import type { Level } from '../notation/header.ts';
import type { Located } from '../notation/located.ts';
import type { Change, Range, Span } from '../text.ts';

export interface Context {
  readonly folder: Folder;
  /** `undefined` where no day is given; then the rules that need one do not run. */
  readonly today: Day | undefined;
}

/** A change that clears a finding. */
export interface Fix extends Change {
  /** Says what it does, beginning with a verb: "Assign to @maria". */
  readonly title: string;
  /** The one that a user most likely wants; at most one of a finding's. */
  readonly preferred?: boolean;
  /**
   * It may be made without asking, by `check --fix` and `source.fixAll`: the note says afterwards what it said before, in
   * words that are read, and no choice was made for anybody. So a second field that says the same goes, and `1,5 std` becomes
   * `1h 30m`; a name that is near another is only ever proposed. It changes nothing but the note itself.
   */
  readonly safe?: boolean;
}

export interface Related {
  readonly uri: string;
  readonly range: Range;
  readonly message: string;
}

/** What a rule's check reports. */
export interface Report {
  /** In a task's check, lines count from the start of its section; elsewhere from the start of the document. */
  readonly at: Span | Range;
  /** What is wrong, why it matters and what to do, in a sentence or two. */
  readonly message: string;
  readonly related?: readonly Related[];
  /** Worked out when somebody asks for them, in the document as it then is. */
  readonly fixes?: (task: Task, context: Context) => readonly Fix[];
}

export interface DocumentReport extends Omit<Report, 'fixes'> {
  readonly fixes?: (document: Document, context: Context) => readonly Fix[];
}

/** A disable comment of a document, or one code of it, that silenced nothing. */
export interface UnusedDirective {
  readonly directive: Directive;
  /** The line of the document on which the section of the comment begins. */
  readonly firstLine: number;
  /** `undefined` when the comment names no code. */
  readonly code: Located<string> | undefined;
  /** Whether the comment is of no use at all; else other codes of it are. */
  readonly isWhole: boolean;
  /** Of a `disable`: the `enable` that is there for it alone. */
  readonly end: Pick<UnusedDirective, 'directive' | 'firstLine'> | undefined;
  /** The codes of all rules. */
  readonly known: readonly string[];
}

export interface Rule {
  readonly code: string;
  readonly level: Exclude<Level, 'off'>;
  /** Its finding comes and goes with the calendar, without an edit. */
  readonly needsToday?: true;
  /** One line, for tables: "A recurring function without an owner". */
  readonly summary: string;
  /** Why it matters, for the rule's page and the hover on its code. */
  readonly why: string;
  /**
   * A note that breaks the rule once and breaks no other, and one that does not. A line of `^^^` marks the range that is
   * reported on the line above it; `--- path` on a line begins a further file. Today is 2026-11-23.
   */
  readonly bad: string;
  readonly good: string;
  readonly checkTask?: (task: Task, context: Context) => Iterable<Report>;
  /** `codes` are those of all rules. */
  readonly checkDocument?: (document: Document, context: Context, codes: readonly string[]) => Iterable<DocumentReport>;
  /** Runs last, over the disable comments that were of no use. */
  readonly checkUnused?: (unused: UnusedDirective, context: Context) => DocumentReport;
}

/** Keeps the literal type of a rule's code while it checks its shape. */
export const rule = <const R extends Rule>(definition: R): R => definition;
