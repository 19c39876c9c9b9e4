/** Reads the words of entries. The grammar is small, and its words may stand in any order; see `entries.ts`. */
import { span, type Span } from '../text.ts';
import { hasCurrencySign, isCurrencyCode, parseAmountPair, parseAmountWord } from './amounts.ts';
import { isBlank, isDigit } from './characters.ts';
import { type Day, isDateLike, looksLikeDay, parseDay } from './dates.ts';
import { isUnit, type Minutes, parseDurationPair, parseDurationWord } from './durations.ts';
import { Entry } from './entries.ts';
import { EntryHead } from './entryHead.ts';
import { isVerb } from './keys.ts';
import type { Problem } from './located.ts';
import { lineEnd, type Lines, lineText, type MarkdownNode, type Scanned } from './markdown.ts';

const SPACE = 32, ASTERISK = 42, SLASH = 47, AT = 64, UNDERSCORE = 95;

interface Word {
  readonly text: string;
  readonly at: Span;
}

/**
 * Understands the words of an entry, from left to right, at most a few looked at together. One reader serves all entries of
 * a note, since entries are most of what a long one holds.
 */
export class EntryReader {
  private readonly head = new EntryHead();
  private scanned!: Scanned;
  /** Where the entry's first line starts in the text. */
  private base = 0;
  private entry!: Entry;
  private hasDuration = false;
  private hasVerb = false;
  private hasWho = false;
  /** The word behind those that were read. */
  private next = 0;

  constructor(private readonly problems: Problem[]) {}

  /**
   * Reads the entry that a list item's first paragraph is; `undefined` when it does not begin with a date, right or wrong.
   * It is read where `scanned` has it, and will find its own text in the lines of `section`.
   */
  read(scanned: Scanned, section: Lines, item: MarkdownNode, paragraph: MarkdownNode): Entry | undefined {
    const { text, lineStarts } = scanned;
    const { head } = this;
    const base = lineStarts[paragraph.line]!;
    const start = base + paragraph.column;
    // Nearly every entry begins with a day and a space; that is then the first word.
    const day = parseDay(text, start);
    const known = day !== undefined && text.charCodeAt(start + 10) === SPACE ? 10 : 0;
    if (known === 0 && !beginsWithDate(text, start, lineStarts[paragraph.line + 1]!)) return undefined;

    head.read(scanned, paragraph, known);
    const entry = new Entry(section, item.line, item.endLine, start - base, head.end(0) - base, head.end(head.count - 1) - base);
    this.scanned = scanned;
    this.base = base;
    this.entry = entry;
    this.hasDuration = this.hasVerb = this.hasWho = false;
    entry.date = known > 0 ? day : this.readDate(0);
    for (this.next = 1; this.next < head.count; ) this.readWord(this.next++);
    if (head.colon >= 0) this.readNote(paragraph);
    return entry;
  }

  private readNote(paragraph: MarkdownNode): void {
    const { text } = this.scanned;
    const { colon, lastLine } = this.head;
    const eol = lineEnd(this.scanned, lastLine);
    let from = colon + 1;
    while (from < eol && isBlank(text.charCodeAt(from))) from++;
    if (lastLine + 1 === paragraph.endLine) return this.entry.setNote(from - this.base, eol - this.base);
    const lines = [text.slice(from, eol)];
    for (let line = lastLine + 1; line < paragraph.endLine; line++) lines.push(lineText(this.scanned, line, paragraph.columnAt(line)));
    this.entry.setWrappedNote(lines.filter((line) => line !== '').join(' '));
  }

  private wordAt(index: number): Word {
    return { text: this.head.text(index), at: this.head.span(index) };
  }

  private readWord(index: number): void {
    const code = this.head.code(index);
    if (code === AT) return this.readWho(index);
    if (isDigit(code)) return this.readNumber(index);
    if (this.head.is(index, 'explained')) return this.readExplained(index);
    const text = this.head.text(index);
    const lower = text.toLowerCase();
    if (isVerb(lower)) {
      if (this.hasVerb) return this.again(index, 'verb');
      this.hasVerb = true;
      this.entry.verb = lower;
      this.entry.verbAt = this.head.span(index);
    } else if (lower === 'explained') this.readExplained(index);
    else if (lower === 'for') this.readFor(index);
    else if (this.head.unwrap(index)) this.readWord(index);
    // A dash between words is no more than a pause.
    else if (!isDash(text) && !this.readAmount(index, text)) this.unreadable(index);
  }

  private readDate(index: number): Day | undefined {
    const { head } = this;
    if (!head.isNumeric(index)) head.unwrap(index);
    const start = head.start(index);
    const day = head.end(index) === start + 10 ? parseDay(this.scanned.text, start) : undefined;
    if (day === undefined) this.problem('invalid-date', this.wordAt(index));
    return day;
  }

  private readWho(index: number): void {
    if (!this.head.isPerson(index)) return this.unreadable(index);
    if (this.hasWho) return this.again(index, 'person');
    this.hasWho = true;
    this.entry.setWho(this.head.start(index) - this.base, this.head.end(index) - this.base);
  }

  private readFor(index: number): void {
    const date = this.next;
    if (date >= this.head.count || !isDateLike(this.head.text(date))) return this.unreadable(index, 'for needs a date behind it, as in “for 2026-08-28”');
    this.next++;
    const day = this.readDate(date);
    if (this.entry.forDate) return this.again(index, 'for');
    if (day !== undefined) this.entry.forDate = this.head.located(day, index, date);
  }

  private readExplained(index: number): void {
    const { head } = this;
    const first = this.next;
    if (!head.isNumeric(first) && head.isNumeric(first + 1) && head.text(first).toLowerCase() === 'for' && this.takeDuration(first + 1) >= 0) {
      return this.phrase(index, 'the duration stands right behind explained, as in “explained 20m”');
    }
    const isNumber = head.isNumeric(first) || (first < head.count && head.unwrap(first) && head.isNumeric(first));
    const minutes = isNumber ? this.takeDuration(first) : -1;
    if (minutes < 0) {
      const text = isNumber ? this.head.text(first) : '';
      if (!isNumber || isDateLike(text) || isRating(text)) {
        return this.unreadable(index, 'explained needs a duration behind it, as in “explained 20m”');
      }
      this.next++;
      return this.badNumber(first, text);
    }
    if (this.entry.explained) return this.again(index, 'explained time');
    this.entry.explained = this.head.located(minutes, index, this.next - 1);
  }

  private readNumber(index: number): void {
    const minutes = this.takeDuration(index);
    if (minutes >= 0) {
      if (this.hasDuration) return this.again(index, 'duration');
      this.hasDuration = true;
      const last = this.head.lastOf(index, this.next - 1);
      return this.entry.setDuration(minutes, this.head.start(index) - this.base, this.head.end(last) - this.base);
    }
    const rating = this.head.rating(index);
    if (rating >= 0) return this.readRating(index, rating);
    const text = this.head.text(index);
    if (isRating(text)) this.readRating(index, Number.parseFloat(text));
    else if (!this.readAmount(index, text)) {
      if (isDateLike(text)) this.unreadable(index, 'a second date belongs behind “for”');
      else this.badNumber(index, text);
    }
  }

  private readRating(index: number, value: number): void {
    if (value > 5) return this.unreadable(index, 'a rating goes from 0/5 to 5/5');
    if (this.entry.rating) return this.again(index, 'rating');
    this.entry.rating = this.head.located(value, index, index);
  }

  /** Minutes of the duration that begins at a word, -1 for none: `1h`, `1h 30m`, `90 min`, `1 hour 30 min`. */
  private takeDuration(first: number): Minutes {
    const { head } = this;
    const { text } = this.scanned;
    let value = -1;
    for (let word = first; head.isNumeric(word); ) {
      let words = 1;
      let minutes: Minutes | undefined = head.minutes(word);
      if (minutes < 0) {
        // A rating, most often.
        if (text.charCodeAt(head.end(word) - 2) === SLASH) break;
        const number = head.text(word);
        minutes = parseDurationWord(number);
        if (minutes === undefined && word + 1 < head.count) {
          minutes = parseDurationPair(number, head.text(word + 1));
          words = 2;
        }
      }
      // `2h 3h` is two durations: only hours and then minutes belong together.
      if (minutes === undefined || (value >= 0 && (minutes >= 60 || value % 60 !== 0))) break;
      value = value < 0 ? minutes : value + minutes;
      word += words;
      this.next = word;
    }
    return value;
  }

  private readAmount(index: number, text: string): boolean {
    const other = this.next < this.head.count ? this.head.text(this.next) : undefined;
    const pair = other === undefined ? undefined : parseAmountPair(text, other);
    const value = pair ?? parseAmountWord(text);
    if (!value) return this.readBadAmount(index, text, other);
    const last = pair ? this.next++ : index;
    if (this.entry.amount) this.again(index, 'amount');
    else this.entry.amount = this.head.located(value, index, last);
    return true;
  }

  private readBadAmount(index: number, text: string, other: string | undefined): boolean {
    if (hasCurrencySign(text)) this.problem('invalid-amount', this.wordAt(index));
    else if (other !== undefined && isMoneyPair(text, other)) {
      this.problem('invalid-amount', { text: `${text} ${other}`, at: this.head.span(index, this.next++) });
    } else return false;
    return true;
  }

  /** A number that is neither duration, rating nor amount: the likeliest meaning is a duration in a form we do not read. */
  private badNumber(index: number, text: string): void {
    const isPlain = plainNumber.test(text);
    const unit = isPlain && this.next < this.head.count ? this.head.text(this.next) : '';
    if (isUnit(unit)) return this.problem('invalid-duration', { text: `${text} ${unit}`, at: this.head.span(index, this.next++) });
    // `20 invoices` counts something else, as does `5x`.
    if (isPlain ? /^\p{L}+$/u.test(unit) && !isWord(unit.toLowerCase()) : !isUnit(numberWithUnit.exec(text)?.[1] ?? '') && !clock.test(text)) return this.unreadable(index);
    this.problem(isPlain && ofMoney.has(this.entry.verb) ? 'invalid-amount' : 'invalid-duration', this.wordAt(index));
  }

  private again(index: number, what: string): void {
    this.phrase(index, `an entry holds one ${what}`);
  }

  /** A problem of all words from one to the last that was taken. */
  private phrase(index: number, reason: string): void {
    const at = this.head.span(index, this.next - 1);
    const base = this.scanned.lineStarts[at.line]!;
    this.problem('unreadable-entry', { text: this.scanned.text.slice(base + at.start, base + at.end), at }, reason);
  }

  private unreadable(index: number, reason?: string): void {
    const word = this.wordAt(index);
    const last = this.problems[this.problems.length - 1];
    // Words that are not understood in a row are one finding, as a sentence without its colon is one mistake.
    if (reason === undefined && last?.code === 'unreadable-entry' && last.reason === undefined && this.isBehind(last.at, index)) {
      const at = span(last.at.line, last.at.start, word.at.end);
      this.problems[this.problems.length - 1] = { code: 'unreadable-entry', at, text: `${last.text} ${word.text}` };
      return;
    }
    this.problem('unreadable-entry', word, reason);
  }

  /** Whether a word follows right upon a place. */
  private isBehind({ line, end }: Span, index: number): boolean {
    const previous = this.head.span(index - 1);
    return line === this.head.span(index).line && line === previous.line && end === previous.end;
  }

  private problem(code: Problem['code'], { text, at }: Word, reason?: string): void {
    this.problems.push(reason === undefined ? { code, at, text } : { code, at, text, reason });
  }
}

/** Whether a list item may be an entry, by its first character: a digit, or the mark of a date in bold. */
export const mayBeginEntry = (code: number): boolean => isDigit(code) || code === ASTERISK || code === UNDERSCORE;

/** What may follow a date: a blank, a colon, a comma, or the `T` of a time stamp. */
const isBoundary = (code: number): boolean => isBlank(code) || code === 58 || code === 44 || code === 84;

/** Whether the text from `at` to `end` begins with a date as an entry does, right or wrong. */
function beginsWithDate(text: string, at: number, end: number): boolean {
  const code = text.charCodeAt(at);
  if (code === ASTERISK || code === UNDERSCORE) {
    const date = at + (text.charCodeAt(at + 1) === code ? 2 : 1);
    return looksLikeDay(text, date) && date + 10 < end && text.charCodeAt(date + 10) === code;
  }
  if (looksLikeDay(text, at) && (end <= at + 10 || isBoundary(text.charCodeAt(at + 10)))) return true;
  return isDateLike(/^[^\s\u200b:,]*/.exec(text.slice(at, Math.min(end, at + 20)))![0]);
}

const plainNumber = /^\d+(?:[.,]\d+){0,9}$/;
const numberWithUnit = /^\d+(?:[.,:]\d+)?(\p{L}{1,8})$/u;
const clock = /^\d{1,2}:\d{2}$/;

/** The verbs whose bare number is a sum. */
const ofMoney: ReadonlySet<string> = new Set(['posted', 'awarded', 'paid']);

const isDash = (word: string): boolean => word === '-' || word === '–' || word === '—';

const isRating = (word: string): boolean => word.endsWith('/5') && /^\d{1,2}(?:\.\d)?\/5$/.test(word);

const isWord = (word: string): boolean => isVerb(word) || word === 'explained' || word === 'for';

/** `1.200,50 EUR`: a number of some kind beside a currency. */
function isMoneyPair(one: string, two: string): boolean {
  return (/^\d/.test(one) && isCurrencyCode(two) && two === two.toUpperCase()) || (isCurrencyCode(one) && one === one.toUpperCase() && /^\d/.test(two));
}
