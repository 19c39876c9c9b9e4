/**
 * Entries: `- 2026-07-31 @maria 1h 40m explained 10m: 14 invoices.` A date, then words in any order, then, behind a colon, a
 * note. A word that is not understood is a problem at that word; the others are read all the same.
 */
import { span, type Range, type Span } from '../text.ts';
import { type Amount, hasCurrencySign, isCurrencyCode, parseAmountPair, parseAmountWord } from './amounts.ts';
import { type Day, isDateLike, parseDay } from './dates.ts';
import { isDurationUnit, type Minutes, parseDurationPair, parseDurationWord } from './durations.ts';
import { handleEnd, type Mention } from './inline.ts';
import { isVerb, type Verb } from './keys.ts';
import type { Located, Problem } from './located.ts';
import { lineText, type MarkdownNode, type Scanned } from './markdown.ts';

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

interface Word {
  readonly text: string;
  readonly at: Span;
}

/** Whether the text of a list item begins as an entry does: with a date, right or wrong. */
export function beginsWithDate(text: string): boolean {
  const code = text.charCodeAt(0);
  return code >= 48 && code <= 57 && isDateLike(firstWord(text));
}

function firstWord(text: string): string {
  const end = text.search(/[\s:,]/);
  return end < 0 ? text : text.slice(0, end);
}

/** Reads the entry of a list item whose first paragraph begins with a date. */
export function readEntry(scanned: Scanned, item: MarkdownNode, paragraph: MarkdownNode, feedback: readonly Feedback[], problems: Problem[]): Entry {
  const head = readHead(scanned, paragraph);
  const reader = new EntryReader(head.words, problems);
  reader.read();
  return {
    line: item.line,
    endLine: item.endLine,
    date: reader.date,
    dateAt: head.words[0]!.at,
    who: reader.who,
    duration: reader.duration,
    verb: reader.verb ?? 'done',
    verbAt: reader.verbAt,
    explained: reader.explained,
    forDate: reader.forDate,
    rating: reader.rating,
    amount: reader.amount,
    note: head.note,
    headEnd: head.end,
    feedback,
  };
}

interface Head {
  readonly words: Word[];
  readonly note: string;
  readonly end: Span;
}

/** The words up to the first colon that ends a word, over the lines of the paragraph, and the note behind it. */
function readHead(scanned: Scanned, paragraph: MarkdownNode): Head {
  const words: Word[] = [];
  let end = span(paragraph.line, paragraph.column, paragraph.column);
  for (let line = paragraph.line; line < paragraph.endLine; line++) {
    const column = paragraph.columnAt(line);
    const text = lineText(scanned, line, column);
    for (let at = 0; at < text.length; ) {
      while (at < text.length && text.charCodeAt(at) <= 32) at++;
      let stop = at;
      while (stop < text.length && text.charCodeAt(stop) > 32) stop++;
      if (stop === at) break;
      const colon = colonIn(text, at, stop);
      let wordEnd = colon < 0 ? stop : colon;
      if (colon < 0) while (wordEnd > at + 1 && isTrailingMark(text, wordEnd - 1)) wordEnd--;
      if (wordEnd > at) {
        words.push({ text: text.slice(at, wordEnd), at: span(line, column + at, column + wordEnd) });
        end = span(line, column + wordEnd, column + wordEnd);
      }
      if (colon >= 0) return { words, note: noteFrom(scanned, paragraph, line, column + colon + 1), end };
      at = stop;
    }
  }
  return { words, note: '', end };
}

function isTrailingMark(text: string, at: number): boolean {
  const char = text[at];
  return char === ',' || char === ';';
}

/** The colon that ends the head within the word at hand: at the word's end, or behind something that is no address. */
function colonIn(text: string, from: number, to: number): number {
  if (text.charCodeAt(to - 1) === 58) return to - 1;
  const colon = text.indexOf(':', from);
  if (colon < 0 || colon >= to) return -1;
  const next = text.charCodeAt(colon + 1);
  return next === 47 || (next >= 48 && next <= 57) || colon === from ? -1 : colon;
}

function noteFrom(scanned: Scanned, paragraph: MarkdownNode, line: number, column: number): string {
  let note = lineText(scanned, line, column).trimStart();
  for (let next = line + 1; next < paragraph.endLine; next++) {
    const more = lineText(scanned, next, paragraph.columnAt(next));
    note = note === '' ? more : `${note} ${more}`;
  }
  return note;
}

const startsWithDigit = (word: string): boolean => word.charCodeAt(0) >= 48 && word.charCodeAt(0) <= 57;
const plainNumber = /^\d+(?:[.,]\d+)*$/;

/** Understands the words of one entry, from left to right, at most two or three looked at together. */
class EntryReader {
  date: Day | undefined;
  who: Mention | undefined;
  duration: Located<Minutes> | undefined;
  verb: Verb | undefined;
  verbAt: Span | undefined;
  explained: Located<Minutes> | undefined;
  forDate: Located<Day> | undefined;
  rating: Located<number> | undefined;
  amount: Located<Amount> | undefined;
  private current = 0;
  private next = 1;

  constructor(
    private readonly words: readonly Word[],
    private readonly problems: Problem[],
  ) {}

  read(): void {
    this.date = this.readDate(this.words[0]!);
    while (this.next < this.words.length) {
      this.current = this.next++;
      this.readWord(this.words[this.current]!);
    }
  }

  private readWord(word: Word): void {
    const { text } = word;
    if (text.charCodeAt(0) === 64) return this.readWho(word);
    if (startsWithDigit(text)) return this.readNumber(word);
    const lower = text.toLowerCase();
    if (isVerb(lower)) {
      if (this.verb) return this.again(word, 'verb');
      this.verb = lower;
      this.verbAt = word.at;
    } else if (lower === 'explained') this.readExplained(word);
    else if (lower === 'for') this.readFor(word);
    else if (!this.readAmount(word)) this.unreadable(word);
  }

  private readDate(word: Word): Day | undefined {
    const day = word.text.length === 10 ? parseDay(word.text) : undefined;
    if (day === undefined) this.problem('invalid-date', word);
    return day;
  }

  private readWho(word: Word): void {
    if (handleEnd(word.text, 1) !== word.text.length || word.text.length === 1) return this.unreadable(word);
    if (this.who) return this.again(word, 'person');
    this.who = { handle: word.text.slice(1), at: word.at };
  }

  private readFor(word: Word): void {
    const date = this.words[this.next];
    if (!date || !isDateLike(date.text)) return this.unreadable(word, 'for needs a date behind it, as in “for 2026-08-28”');
    this.next++;
    const day = this.readDate(date);
    if (this.forDate) return this.again(word, 'for');
    if (day !== undefined) this.forDate = { value: day, at: joined(word, date) };
  }

  private readExplained(word: Word): void {
    const first = this.words[this.next];
    const minutes = first && startsWithDigit(first.text) ? this.takeDuration(first, this.next + 1) : undefined;
    if (!minutes) {
      if (first && startsWithDigit(first.text) && !isDateLike(first.text) && !isRating(first.text)) {
        this.next++;
        return this.badNumber(first);
      }
      return this.unreadable(word, 'explained needs a duration behind it, as in “explained 20m”');
    }
    this.next = minutes.next;
    if (this.explained) return this.again(word, 'explained time');
    this.explained = { value: minutes.value, at: joined(word, this.words[this.next - 1]!) };
  }

  private readNumber(word: Word): void {
    if (isRating(word.text)) return this.readRating(word);
    const minutes = this.takeDuration(word, this.next);
    if (minutes) {
      this.next = minutes.next;
      if (this.duration) return this.again(word, 'duration');
      this.duration = { value: minutes.value, at: joined(word, this.words[this.next - 1]!) };
    } else if (!this.readAmount(word)) {
      if (isDateLike(word.text)) this.unreadable(word, 'a second date belongs behind “for”');
      else this.badNumber(word);
    }
  }

  private readRating(word: Word): void {
    const value = Number(word.text.slice(0, word.text.indexOf('/')));
    if (value > 5) return this.unreadable(word, 'a rating goes from 0/5 to 5/5');
    if (this.rating) return this.again(word, 'rating');
    this.rating = { value, at: word.at };
  }

  /** The duration that begins at a word, of one to four words: `1h`, `1h 30m`, `90 min`, `1 hour 30 min`. */
  private takeDuration(first: Word, behind: number): { value: Minutes; next: number } | undefined {
    let value = 0;
    let next = behind - 1;
    for (let part = first as Word | undefined; part && startsWithDigit(part.text); part = this.words[next]) {
      const one = parseDurationWord(part.text);
      const unit = this.words[next + 1];
      const two = one === undefined && unit ? parseDurationPair(part.text, unit.text) : undefined;
      const minutes = one ?? two;
      // `2h 3h` is two durations: only hours and then minutes belong together.
      if (minutes === undefined || (value > 0 && (minutes >= 60 || value % 60 !== 0))) break;
      value += minutes;
      next += two === undefined ? 1 : 2;
    }
    return next === behind - 1 ? undefined : { value, next };
  }

  private readAmount(word: Word): boolean {
    const other = this.words[this.next];
    const pair = other ? parseAmountPair(word.text, other.text) : undefined;
    const value = pair ?? parseAmountWord(word.text);
    if (!value) {
      const money = hasCurrencySign(word.text) || (other !== undefined && isMoneyPair(word.text, other.text));
      if (!money) return false;
      const two = !hasCurrencySign(word.text) && other !== undefined;
      if (two) this.next++;
      this.problem('invalid-amount', two ? { text: `${word.text} ${other.text}`, at: joined(word, other) } : word);
      return true;
    }
    if (pair) this.next++;
    if (this.amount) this.again(word, 'amount');
    else this.amount = { value, at: pair ? joined(word, other!) : word.at };
    return true;
  }

  /** A number that is neither duration, rating nor amount: the likeliest meaning is a duration in a form we do not read. */
  private badNumber(word: Word): void {
    const unit = this.words[this.next];
    const withUnit = plainNumber.test(word.text) && unit !== undefined && /^\p{L}{1,8}\.?$/u.test(unit.text) && !isVerb(unit.text.toLowerCase()) && (!isWord(unit.text) || isDurationUnit(unit.text));
    if (withUnit) {
      this.next++;
      return this.problem('invalid-duration', { text: `${word.text} ${unit.text}`, at: joined(word, unit) });
    }
    if (plainNumber.test(word.text) || /^\d+(?:[.,:]\d+)?\p{L}{1,8}$/u.test(word.text) || /^\d{1,2}:\d{2}h?$/.test(word.text)) {
      return this.problem('invalid-duration', word);
    }
    this.unreadable(word);
  }

  private again(word: Word, what: string): void {
    this.unreadable(word, `an entry holds one ${what}`);
  }

  private unreadable(word: Word, reason?: string): void {
    const last = this.problems[this.problems.length - 1];
    const previous = this.words[this.current - 1];
    // Words that are not understood in a row are one finding, as a sentence without its colon is one mistake.
    if (!reason && last?.code === 'unreadable-entry' && last.reason === undefined && previous && last.at.line === word.at.line && last.at.end === previous.at.end && previous.at.line === word.at.line) {
      const at = span(last.at.line, last.at.start, word.at.end);
      this.problems[this.problems.length - 1] = { code: 'unreadable-entry', at, text: `${last.text} ${word.text}` };
      return;
    }
    this.problem('unreadable-entry', word, reason);
  }

  private problem(code: Problem['code'], { text, at }: Word, reason?: string): void {
    this.problems.push(reason === undefined ? { code, at, text } : { code, at, text, reason });
  }
}

const isRating = (word: string): boolean => /^\d{1,2}(?:\.\d)?\/5$/.test(word);

const isWord = (text: string): boolean => text === 'explained' || text === 'for';

/** `1.200,50 EUR`: a number of some kind beside a currency. */
function isMoneyPair(one: string, two: string): boolean {
  return (/^\d/.test(one) && isCurrencyCode(two) && two === two.toUpperCase()) || (isCurrencyCode(one) && one === one.toUpperCase() && /^\d/.test(two));
}

/** From the start of one word to the end of another; just the first where they stand on different lines. */
function joined(from: Word, to: Word): Span {
  return from.at.line === to.at.line ? span(from.at.line, from.at.start, to.at.end) : from.at;
}

/** The range of an entry's words, from its date to the last word before the colon. */
export function headRange(entry: Entry, firstLine: number): Range {
  return {
    start: { line: entry.dateAt.line + firstLine, character: entry.dateAt.start },
    end: { line: entry.headEnd.line + firstLine, character: entry.headEnd.end },
  };
}
