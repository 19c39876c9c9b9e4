/**
 * Entries: `- 2026-07-31 @maria 1h 40m explained 10m: 14 invoices.` A date, then words in any order, then, behind a colon, a
 * note. A word that is not understood is a problem at that word; the others are read all the same.
 */
import { type Range, span, type Span } from '../text.ts';
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

const noFeedback: readonly Feedback[] = [];

/** One object with the numbers of its places, for the same reason as `Located`. The reader fills it in. */
export class Entry {
  /** `undefined` when what stands there is no day; then there is a problem too. */
  date: Day | undefined = undefined;
  who: Mention | undefined = undefined;
  duration: Located<Minutes> | undefined = undefined;
  /** `done` when no verb is written; then `verbAt` is undefined. */
  verb: Verb = 'done';
  verbAt: Span | undefined = undefined;
  /** Time that the one who delegates spent on explaining. */
  explained: Located<Minutes> | undefined = undefined;
  /** The occurrence that this run is meant for. */
  forDate: Located<Day> | undefined = undefined;
  /** 0 to 5. */
  rating: Located<number> | undefined = undefined;
  amount: Located<Amount> | undefined = undefined;
  /** What stands behind the colon; wrapped lines are joined with a space. */
  note = '';
  feedback: readonly Feedback[] = noFeedback;

  constructor(
    /** The lines of the list item with all that is indented under it; the end is exclusive. */
    readonly line: number,
    readonly endLine: number,
    private readonly dateLine: number,
    private readonly dateStart: number,
    private readonly dateEnd: number,
    private readonly headLine: number,
    private readonly headColumn: number,
  ) {}

  get dateAt(): Span {
    return span(this.dateLine, this.dateStart, this.dateEnd);
  }

  /** Where the words before the colon end, in their last line: a word can be added here. */
  get headEnd(): Span {
    return span(this.headLine, this.headColumn, this.headColumn);
  }
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
