/** Reads the words of entries. The grammar is small, and its words may stand in any order; see `entries.ts`. */
import { span, type Span } from '../text.ts';
import { hasCurrencySign, isCurrencyCode, parseAmountPair, parseAmountWord } from './amounts.ts';
import { type Day, isDateLike, looksLikeDay, parseDay } from './dates.ts';
import { isUnit, type Minutes, parseDurationPair, parseDurationWord, shortDuration } from './durations.ts';
import { Entry } from './entries.ts';
import { isBlank } from './fields.ts';
import { handleEnd } from './inline.ts';
import { isVerb } from './keys.ts';
import { Located, type Problem } from './located.ts';
import { lineEnd, lineText, type MarkdownNode, type Scanned } from './markdown.ts';

/** Whether the text from `at` to `end`, of a list item, begins as an entry does: with a date, right or wrong. */
export function beginsWithDate(text: string, at: number, end: number): boolean {
  const code = text.charCodeAt(at);
  if (code === 42 || code === 95) {
    const date = at + (text.charCodeAt(at + 1) === code ? 2 : 1);
    return looksLikeDay(text, date) && date + 10 < end && text.charCodeAt(date + 10) === code;
  }
  if (!(code >= 48 && code <= 57)) return false;
  if (looksLikeDay(text, at) && (end <= at + 10 || isBoundary(text.charCodeAt(at + 10)))) return true;
  return isDateLike(/^[^\s\u200b:,]*/.exec(text.slice(at, Math.min(end, at + 20)))![0]);
}

/** What may follow a date: a blank, a colon, a comma, or the `T` of a time stamp. */
const isBoundary = (code: number): boolean => isBlank(code) || code === 58 || code === 44 || code === 84;

interface Word {
  readonly text: string;
  readonly at: Span;
}

/**
 * Understands the words of an entry, from left to right, at most a few looked at together. One reader serves all entries
 * of a block: it keeps where the words are in lists that it fills anew, since entries are most of what a long note holds.
 */
export class EntryReader {
  private entry!: Entry;
  private hasWho = false;
  private hasVerb = false;
  private hasDuration = false;
  /** Of each word before the colon: its line, and its offsets in the section's text. */
  private readonly lines: number[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private count = 0;
  /** The line in which the head ends. */
  private lastLine = 0;
  private current = 0;
  private next = 0;

  private scanned!: Scanned;

  constructor(private readonly problems: Problem[]) {}

  /** Reads the entry of a list item whose first paragraph begins with a date. */
  read(scanned: Scanned, item: MarkdownNode, paragraph: MarkdownNode): Entry {
    this.scanned = scanned;
    const colon = this.split(paragraph);
    const last = this.count - 1;
    const { lines, ends } = this;
    const entry = new Entry(item.line, item.endLine, paragraph.line, paragraph.column, this.columnOf(0, ends), lines[last]!, this.columnOf(last, ends));
    if (colon >= 0) this.readNote(entry, paragraph, colon);
    this.entry = entry;
    this.hasWho = this.hasVerb = this.hasDuration = false;
    entry.date = this.readDate(0);
    for (this.next = 1; this.next < this.count; ) {
      this.current = this.next++;
      this.readWord(this.current);
    }
    return entry;
  }

  /** Finds the words up to the first colon that ends one, over the lines of the paragraph; answers where that is, or -1. */
  private split(paragraph: MarkdownNode): number {
    const { text, lineStarts } = this.scanned;
    this.count = 0;
    for (let line = paragraph.line; line < paragraph.endLine; line++) {
      this.lastLine = line;
      const eol = lineEnd(this.scanned, line);
      for (let at = lineStarts[line]! + paragraph.columnAt(line); at < eol; ) {
        while (at < eol && isBlank(text.charCodeAt(at))) at++;
        let stop = at;
        let colon = -1;
        for (; stop < eol; stop++) {
          const code = text.charCodeAt(stop);
          if (code <= 44) {
            if (code <= 32 || (code === 44 && stop > at && !isDecimal(text, stop))) break;
          } else if (code === 58) {
            if (colon < 0) colon = stop;
          } else if (code >= 160 && isBlank(code)) {
            break;
          }
        }
        if (colon >= 0) colon = endsHead(text, at, colon, stop);
        let wordEnd = colon < 0 ? stop : colon;
        if (colon < 0) while (wordEnd > at + 1 && isTrailingMark(text.charCodeAt(wordEnd - 1))) wordEnd--;
        if (wordEnd > at) this.push(line, at, wordEnd);
        if (colon >= 0) return colon;
        at = text.charCodeAt(stop) === 44 ? stop + 1 : stop;
      }
    }
    return -1;
  }

  private readNote(entry: Entry, paragraph: MarkdownNode, colon: number): void {
    const { text } = this.scanned;
    const eol = lineEnd(this.scanned, this.lastLine);
    let from = colon + 1;
    while (from < eol && isBlank(text.charCodeAt(from))) from++;
    if (this.lastLine + 1 === paragraph.endLine) return entry.setNote(text, from, eol);
    const lines = [text.slice(from, eol)];
    for (let line = this.lastLine + 1; line < paragraph.endLine; line++) lines.push(lineText(this.scanned, line, paragraph.columnAt(line)));
    const note = lines.filter((line) => line !== '').join(' ');
    entry.setNote(note, 0, note.length);
  }

  private push(line: number, start: number, end: number): void {
    this.lines[this.count] = line;
    this.starts[this.count] = start;
    this.ends[this.count++] = end;
  }

  private columnOf(word: number, offsets: readonly number[]): number {
    return offsets[word]! - this.scanned.lineStarts[this.lines[word]!]!;
  }

  private spanOf(word: number): Span {
    return this.joined(word, word);
  }

  /** From the start of one word to the end of another; just the first where they stand on different lines. */
  private joined(from: number, to: number): Span {
    const end = this.lines[from] === this.lines[to] ? to : from;
    return span(this.lines[from]!, this.columnOf(from, this.starts), this.columnOf(end, this.ends));
  }

  private located<T>(value: T, from: number, to: number): Located<T> {
    const end = this.lines[from] === this.lines[to] ? to : from;
    return new Located(value, this.lines[from]!, this.columnOf(from, this.starts), this.columnOf(end, this.ends));
  }

  private text(word: number): string {
    return this.scanned.text.slice(this.starts[word], this.ends[word]);
  }

  private wordAt(index: number): Word {
    return { text: this.text(index), at: this.spanOf(index) };
  }

  private isNumeric(index: number): boolean {
    if (index >= this.count) return false;
    const code = this.scanned.text.charCodeAt(this.starts[index]!);
    return code >= 48 && code <= 57;
  }

  private readWord(index: number): void {
    const code = this.scanned.text.charCodeAt(this.starts[index]!);
    if (code === 64) return this.readWho(index);
    if (code >= 48 && code <= 57) return this.readNumber(index);
    const text = this.text(index);
    const lower = text.toLowerCase();
    if (isVerb(lower)) {
      if (this.hasVerb) return this.again(index, 'verb');
      this.hasVerb = true;
      this.entry.verb = lower;
      this.entry.verbAt = this.spanOf(index);
    } else if (lower === 'explained') this.readExplained(index);
    else if (lower === 'for') this.readFor(index);
    else if (this.unwrap(index)) this.readWord(index);
    // A dash between words is no more than a pause.
    else if (!isDash(text) && !this.readAmount(index, text)) this.unreadable(index);
  }

  /** Takes the brackets or the marks off a word that has a number or a handle in them: `(1h)`, `**1h**`, `~1h`. */
  private unwrap(index: number): boolean {
    const { text } = this.scanned;
    let start = this.starts[index]!;
    let end = this.ends[index]!;
    while (start < end && isMark(text.charCodeAt(start))) start++;
    const code = text.charCodeAt(start);
    if (start === this.starts[index] || start === end || !(code === 64 || (code >= 48 && code <= 57))) return false;
    while (isMark(text.charCodeAt(end - 1))) end--;
    this.starts[index] = start;
    this.ends[index] = end;
    return true;
  }

  private readDate(index: number): Day | undefined {
    if (!this.isNumeric(index)) this.unwrap(index);
    const start = this.starts[index]!;
    const day = this.ends[index] === start + 10 ? parseDay(this.scanned.text, start) : undefined;
    if (day === undefined) this.problem('invalid-date', this.wordAt(index));
    return day;
  }

  private readWho(index: number): void {
    const start = this.starts[index]!;
    const end = this.ends[index]!;
    const { text } = this.scanned;
    if (end === start + 1 || handleEnd(text, start + 1) !== end) return this.unreadable(index);
    if (this.hasWho) return this.again(index, 'person');
    this.hasWho = true;
    this.entry.setWho(text.slice(start + 1, end), this.lines[index]!, this.columnOf(index, this.starts));
  }

  private readFor(index: number): void {
    const date = this.next;
    if (date >= this.count || !isDateLike(this.text(date))) return this.unreadable(index, 'for needs a date behind it, as in “for 2026-08-28”');
    this.next++;
    const day = this.readDate(date);
    if (this.entry.forDate) return this.again(index, 'for');
    if (day !== undefined) this.entry.forDate = this.located(day, index, date);
  }

  private readExplained(index: number): void {
    const first = this.next;
    if (!this.isNumeric(first) && this.isNumeric(first + 1) && this.text(first).toLowerCase() === 'for' && this.takeDuration(first + 1) >= 0) {
      return this.phrase(index, 'the duration stands right behind explained, as in “explained 20m”');
    }
    const isNumber = this.isNumeric(first) || (first < this.count && this.unwrap(first) && this.isNumeric(first));
    const minutes = isNumber ? this.takeDuration(first) : -1;
    if (minutes < 0) {
      const text = isNumber ? this.text(first) : '';
      if (!isNumber || isDateLike(text) || isRating(text)) {
        return this.unreadable(index, 'explained needs a duration behind it, as in “explained 20m”');
      }
      this.next++;
      return this.badNumber(first, text);
    }
    if (this.entry.explained) return this.again(index, 'explained time');
    this.entry.explained = this.located(minutes, index, this.next - 1);
  }

  private readNumber(index: number): void {
    const isRated = this.scanned.text.charCodeAt(this.ends[index]! - 2) === 47;
    const minutes = isRated ? -1 : this.takeDuration(index);
    if (minutes >= 0) {
      if (this.hasDuration) return this.again(index, 'duration');
      this.hasDuration = true;
      this.entry.setDuration(minutes, this.joined(index, this.next - 1));
      return;
    }
    const text = this.text(index);
    if (isRating(text)) this.readRating(index, text);
    else if (!this.readAmount(index, text)) {
      if (isDateLike(text)) this.unreadable(index, 'a second date belongs behind “for”');
      else this.badNumber(index, text);
    }
  }

  private readRating(index: number, text: string): void {
    const value = Number(text.slice(0, -2));
    if (value > 5) return this.unreadable(index, 'a rating goes from 0/5 to 5/5');
    if (this.entry.rating) return this.again(index, 'rating');
    this.entry.rating = this.located(value, index, index);
  }

  /** Minutes of the duration that begins at a word, -1 for none: `1h`, `1h 30m`, `90 min`, `1 hour 30 min`. */
  private takeDuration(first: number): Minutes {
    let value = -1;
    for (let word = first; this.isNumeric(word); ) {
      let words = 1;
      let minutes: Minutes | undefined = shortDuration(this.scanned.text, this.starts[word]!, this.ends[word]!);
      if (minutes < 0) {
        const text = this.text(word);
        minutes = parseDurationWord(text);
        if (minutes === undefined && word + 1 < this.count) {
          minutes = parseDurationPair(text, this.text(word + 1));
          words = 2;
        }
      }
      // `2h 3h` is two durations: only hours and then minutes belong together.
      if (minutes === undefined || (value >= 0 && (minutes >= 60 || value % 60 !== 0))) break;
      value = Math.max(value, 0) + minutes;
      word += words;
      this.next = word;
    }
    return value;
  }

  private readAmount(index: number, text: string): boolean {
    const other = this.next < this.count ? this.text(this.next) : undefined;
    const pair = other === undefined ? undefined : parseAmountPair(text, other);
    const value = pair ?? parseAmountWord(text);
    if (!value) return this.readBadAmount(index, text, other);
    const last = pair ? this.next++ : index;
    if (this.entry.amount) this.again(index, 'amount');
    else this.entry.amount = this.located(value, index, last);
    return true;
  }

  private readBadAmount(index: number, text: string, other: string | undefined): boolean {
    if (hasCurrencySign(text)) this.problem('invalid-amount', this.wordAt(index));
    else if (other !== undefined && isMoneyPair(text, other)) {
      this.problem('invalid-amount', { text: `${text} ${other}`, at: this.joined(index, this.next++) });
    } else return false;
    return true;
  }

  /** A number that is neither duration, rating nor amount: the likeliest meaning is a duration in a form we do not read. */
  private badNumber(index: number, text: string): void {
    const isPlain = plainNumber.test(text);
    const unit = isPlain && this.next < this.count ? this.text(this.next) : '';
    if (isUnit(unit)) return this.problem('invalid-duration', { text: `${text} ${unit}`, at: this.joined(index, this.next++) });
    // `20 invoices` counts something else, as does `5x`.
    if (isPlain ? /^\p{L}+$/u.test(unit) && !isWord(unit.toLowerCase()) : !isUnit(numberWithUnit.exec(text)?.[1] ?? '') && !clock.test(text)) return this.unreadable(index);
    this.problem(isPlain && ofMoney.has(this.entry.verb) ? 'invalid-amount' : 'invalid-duration', this.wordAt(index));
  }

  private again(index: number, what: string): void {
    this.phrase(index, `an entry holds one ${what}`);
  }

  /** A problem of all words from one to the last that was taken. */
  private phrase(index: number, reason: string): void {
    const at = this.joined(index, this.next - 1);
    const base = this.scanned.lineStarts[at.line]!;
    this.problem('unreadable-entry', { text: this.scanned.text.slice(base + at.start, base + at.end), at }, reason);
  }

  private unreadable(index: number, reason?: string): void {
    const word = this.wordAt(index);
    const last = this.problems[this.problems.length - 1];
    // Words that are not understood in a row are one finding, as a sentence without its colon is one mistake.
    if (reason === undefined && last?.code === 'unreadable-entry' && last.reason === undefined && this.follows(last.at, index)) {
      const at = span(last.at.line, last.at.start, word.at.end);
      this.problems[this.problems.length - 1] = { code: 'unreadable-entry', at, text: `${last.text} ${word.text}` };
      return;
    }
    this.problem('unreadable-entry', word, reason);
  }

  private follows(at: Span, index: number): boolean {
    const previous = index - 1;
    return at.line === this.lines[index] && at.line === this.lines[previous] && at.end === this.columnOf(previous, this.ends);
  }

  private problem(code: Problem['code'], { text, at }: Word, reason?: string): void {
    this.problems.push(reason === undefined ? { code, at, text } : { code, at, text, reason });
  }
}

const isTrailingMark = (code: number): boolean => code === 44 || code === 46 || code === 59;

/** `(`, `)`, `*`, `[`, `]`, `_`, `~` */
const isMark = (code: number): boolean => (code >= 40 && code <= 42) || code === 91 || code === 93 || code === 95 || code === 126;

const isDash = (word: string): boolean => word === '-' || word === '–' || word === '—';

/** Whether the comma at an offset stands between two digits. */
function isDecimal(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const behind = text.charCodeAt(at + 1);
  return before >= 48 && before <= 57 && behind >= 48 && behind <= 57;
}

/** Where the head ends, given a word's first colon: there, or at the word's last letter, or (-1) not in this word. */
function endsHead(text: string, from: number, colon: number, to: number): number {
  if (text.charCodeAt(to - 1) === 58) return to - 1;
  const next = text.charCodeAt(colon + 1);
  // `10:30` and `https://` go on behind their colon.
  return colon === from || next === 47 || (next >= 48 && next <= 57) ? -1 : colon;
}

const plainNumber = /^\d+(?:[.,]\d+){0,9}$/;
const numberWithUnit = /^\d+(?:[.,:]\d+)?(\p{L}{1,8})$/u;
const clock = /^\d{1,2}:\d{2}$/;

/** The verbs whose bare number is a sum. */
const ofMoney: ReadonlySet<string> = new Set(['posted', 'awarded', 'paid']);

const isRating = (word: string): boolean => word.endsWith('/5') && /^\d{1,2}(?:\.\d)?\/5$/.test(word);

const isWord = (word: string): boolean => isVerb(word) || word === 'explained' || word === 'for';

/** `1.200,50 EUR`: a number of some kind beside a currency. */
function isMoneyPair(one: string, two: string): boolean {
  return (/^\d/.test(one) && isCurrencyCode(two) && two === two.toUpperCase()) || (isCurrencyCode(one) && one === one.toUpperCase() && /^\d/.test(two));
}
