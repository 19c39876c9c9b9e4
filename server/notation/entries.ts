/**
 * Entries: `- 2026-07-31 @maria 1h 40m explained 10m: 14 invoices.` A date, then words in any order, then, behind a colon, a
 * note. A word that is not understood is a problem at that word; the others are read all the same.
 */
import { type Range, span, type Span } from '../text.ts';
import type { Amount } from './amounts.ts';
import type { Day } from './dates.ts';
import type { Minutes } from './durations.ts';
import { Mention } from './inline.ts';
import type { Verb } from './keys.ts';
import { Located } from './located.ts';

export interface Feedback {
  readonly kind: 'liked' | 'disliked';
  readonly text: string;
  /** The text behind the colon, in its first line. */
  readonly at: Span;
}

const noFeedback: readonly Feedback[] = [];

/**
 * One object with the numbers of its places, for the same reason as `Located`: entries are most of what a long note holds.
 * What nearly every entry has is kept flat in it. The reader fills it in.
 */
export class Entry {
  /** `undefined` when what stands there is no day; then there is a problem too. */
  date: Day | undefined = undefined;
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
  feedback: readonly Feedback[] = noFeedback;
  private handle = '';
  private whoLine = 0;
  private whoStart = 0;
  private minutes = -1;
  private durationLine = 0;
  private durationStart = 0;
  private durationEnd = 0;
  /** The text that the note is part of; the note itself where it is more than one line. */
  private source = '';
  private noteStart = 0;
  private noteEnd = 0;

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

  get who(): Mention | undefined {
    return this.handle === '' ? undefined : new Mention(this.handle, this.whoLine, this.whoStart);
  }

  setWho(handle: string, line: number, start: number): void {
    this.handle = handle;
    this.whoLine = line;
    this.whoStart = start;
  }

  get duration(): Located<Minutes> | undefined {
    return this.minutes < 0 ? undefined : new Located(this.minutes, this.durationLine, this.durationStart, this.durationEnd);
  }

  setDuration(minutes: Minutes, { line, start, end }: Span): void {
    this.minutes = minutes;
    this.durationLine = line;
    this.durationStart = start;
    this.durationEnd = end;
  }

  /** What stands behind the colon; wrapped lines are joined with a space. */
  get note(): string {
    return this.source.slice(this.noteStart, this.noteEnd);
  }

  setNote(source: string, start: number, end: number): void {
    this.source = source;
    this.noteStart = start;
    this.noteEnd = end;
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

/** Whether other entries stand in the lines of one, so that they would go with it. */
export function holdsOthers(entries: readonly Entry[], { line, endLine }: Entry): boolean {
  return entries.some((other) => other.line > line && other.line < endLine);
}
