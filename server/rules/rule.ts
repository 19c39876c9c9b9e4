/** What a rule is: one plain object in one file, with its words, its examples and its check. */
import type { Folder } from '../model/workspace.ts';
import type { Day } from '../notation/dates.ts';
import type { Directive } from '../notation/directives.ts';
import type { Document, Task } from '../notation/document.ts';
import type { Level } from '../notation/header.ts';
import type { Kind } from '../notation/keys.ts';
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
  /** A file that is to be shown. A fix that does nothing else leads to where the finding can be cleared. */
  readonly show?: string;
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

/** What a rule's check reports, of a task or of something else. */
export interface Report<Checked = Task> {
  /** In a document's check, lines count from its start; else from the start of the section. */
  readonly at: Span | Range;
  /** What is wrong, why it matters and what to do, in a sentence or two. */
  readonly message: string;
  /** It weighs more than others of the rule, which says when. */
  readonly isRaised?: boolean | undefined;
  readonly related?: readonly Related[] | undefined;
  /** Worked out when somebody asks for them, in the document as it then is. */
  readonly fixes?: (checked: Checked, context: Context) => readonly Fix[];
}

/** A section where it stands in a document. */
export type Passage = Pick<Task, 'document' | 'section' | 'firstLine'>;

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
  /** The level of findings that weigh more, and which these are: "from the third time on". A level that somebody sets holds for all. */
  readonly raised?: { readonly level: Exclude<Level, 'off'>; readonly when: string };
  /** The kind of the tasks that `checkTask` is given; of both, when it is not said. */
  readonly kind?: Kind;
  /** Its finding comes and goes with the calendar, without an edit. */
  readonly needsToday?: true;
  /** What it says holds only when all notes of the folder have been read: another one may name the person, or the hours. */
  readonly needsAll?: true;
  /**
   * It looks at nothing but the section, the header, the people and the day: no other task, no linked document. What it finds
   * in a section then holds until one of these changes.
   */
  readonly isLocal?: true;
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
  /** Of each task; `undefined`, as none, where it has nothing to say. */
  readonly checkTask?: (task: Task, context: Context) => Iterable<Report> | undefined;
  /** Of each section, be it a task or not. */
  readonly checkSection?: (passage: Passage, context: Context) => Iterable<Report<Passage>>;
  /** Of the whole note, at every key: of its header, say. `codes` are those of all rules. */
  readonly checkDocument?: (document: Document, context: Context, codes: readonly string[]) => Iterable<Report<Document>>;
  /** Runs last, over the disable comments that were of no use. */
  readonly checkUnused?: (unused: UnusedDirective, context: Context) => Report<Document>;
}

/** Keeps the literal type of a rule's code while it checks its shape. */
export const rule = <const R extends Rule>(definition: R): R => definition;
