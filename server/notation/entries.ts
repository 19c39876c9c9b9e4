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
import type { Lines } from './markdown.ts';

/** `Liked: …` or `Disliked: …` under an entry; it is written as a field is. */
export interface Feedback {
  readonly kind: 'liked' | 'disliked';
  readonly text: string;
  /** The text behind the colon, in its first line. */
  readonly at: Span;
}

const noFeedback: readonly Feedback[] = [];

/**
 * One object with the offsets of its parts, for the same reason as `Located`: entries are most of what a long note holds. What
 * nearly every entry has is kept flat in it, and what is text is cut out when it is asked for. Offsets count from the start of
 * its first line, over line breaks. The reader fills it in.
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
  private whoFrom = -1;
  private whoTo = -1;
  private minutes = -1;
  private durationFrom = 0;
  private durationTo = 0;
  private noteFrom = 0;
  private noteTo = 0;
  private wrappedNote: string | undefined = undefined;

  constructor(
    private readonly section: Lines,
    /** The lines of the list item with all that is indented under it; the end is exclusive. */
    readonly line: number,
    readonly endLine: number,
    private readonly dateFrom: number,
    private readonly dateTo: number,
    private readonly headTo: number,
  ) {}

  get dateAt(): Span {
    return this.spanAt(this.dateFrom, this.dateTo);
  }

  /** Where the words before the colon end, in their last line: a word can be added here. */
  get headEnd(): Span {
    const { line, end } = this.spanAt(this.headTo - 1, this.headTo);
    return span(line, end, end);
  }

  get who(): Mention | undefined {
    if (this.whoFrom < 0) return undefined;
    const { line, start } = this.spanAt(this.whoFrom, this.whoTo);
    return new Mention(this.textAt(this.whoFrom + 1, this.whoTo), line, start);
  }

  setWho(from: number, to: number): void {
    this.whoFrom = from;
    this.whoTo = to;
  }

  get duration(): Located<Minutes> | undefined {
    if (this.minutes < 0) return undefined;
    const { line, start, end } = this.spanAt(this.durationFrom, this.durationTo);
    return new Located(this.minutes, line, start, end);
  }

  setDuration(minutes: Minutes, from: number, to: number): void {
    this.minutes = minutes;
    this.durationFrom = from;
    this.durationTo = to;
  }

  /** What stands behind the colon; wrapped lines are joined with a space. */
  get note(): string {
    return this.wrappedNote ?? this.textAt(this.noteFrom, this.noteTo);
  }

  setNote(from: number, to: number): void {
    this.noteFrom = from;
    this.noteTo = to;
  }

  setWrappedNote(note: string): void {
    this.wrappedNote = note;
  }

  private textAt(from: number, to: number): string {
    const base = this.section.lineStarts[this.line]!;
    return this.section.text.slice(base + from, base + to);
  }

  private spanAt(from: number, to: number): Span {
    const { lineStarts } = this.section;
    const base = lineStarts[this.line]!;
    let { line } = this;
    while (lineStarts[line + 1]! <= base + from) line++;
    const column = base - lineStarts[line]!;
    return span(line, column + from, column + to);
  }
}

/** The range of an entry's words, from its date to the last word before the colon. */
export function headRange({ dateAt, headEnd }: Entry, firstLine: number): Range {
  return {
    start: { line: dateAt.line + firstLine, character: dateAt.start },
    end: { line: headEnd.line + firstLine, character: headEnd.end },
  };
}

/** Whether other entries stand in the lines of one, so that they would go with it. */
export function holdsOthers(entries: readonly Entry[], { line, endLine }: Entry): boolean {
  return entries.some((other) => other.line > line && other.line < endLine);
}
