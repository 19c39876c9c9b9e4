/**
 * Entries: `- 2026-07-31 @maria 1h 40m explained 10m: 14 invoices.` A date, then words in any order, then, behind a colon, a
 * note. A word that is not understood is a problem at that word; the others are read all the same.
 */
import type { Range, Span } from '../text.ts';
import type { Amount } from './amounts.ts';
import type { Day } from './dates.ts';
import type { Minutes } from './durations.ts';
import type { Mention } from './inline.ts';
import type { Verb } from './keys.ts';
import type { Located } from './located.ts';

export interface Feedback {
  readonly kind: 'liked' | 'disliked';
  readonly text: string;
  /** The text behind the colon, in its first line. */
  readonly at: Span;
}

export interface Entry {
  /** The lines of the list item with all that is indented under it; the end is exclusive. */
  readonly line: number;
  readonly endLine: number;
  /** `undefined` when what stands there is no day; then there is a problem too. */
  readonly date: Day | undefined;
  readonly dateAt: Span;
  readonly who: Mention | undefined;
  readonly duration: Located<Minutes> | undefined;
  /** `done` when no verb is written; then `verbAt` is undefined. */
  readonly verb: Verb;
  readonly verbAt: Span | undefined;
  /** Time that the one who delegates spent on explaining. */
  readonly explained: Located<Minutes> | undefined;
  /** The occurrence that this run is meant for. */
  readonly forDate: Located<Day> | undefined;
  /** 0 to 5. */
  readonly rating: Located<number> | undefined;
  readonly amount: Located<Amount> | undefined;
  readonly note: string;
  /** Where the words before the colon end, in their last line: a word can be added here. */
  readonly headEnd: Span;
  readonly feedback: readonly Feedback[];
}

/** `- [x] 2026-09-22 All files: 290 EUR` */
export interface Milestone {
  readonly line: number;
  readonly done: boolean;
  /** The letter or space between the brackets. */
  readonly boxAt: Span;
  readonly date: Day | undefined;
  readonly dateAt: Span;
  readonly title: string;
  readonly amount: Amount | undefined;
}

/** The range of an entry's words, from its date to the last word before the colon. */
export function headRange(entry: Entry, firstLine: number): Range {
  return {
    start: { line: entry.dateAt.line + firstLine, character: entry.dateAt.start },
    end: { line: entry.headEnd.line + firstLine, character: entry.headEnd.end },
  };
}
