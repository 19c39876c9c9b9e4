/** The words of an entry's head: all that stands before the colon. */
import { span, type Span } from '../text.ts';
import { isBlank, isDigit } from './characters.ts';
import { type Minutes, shortDuration } from './durations.ts';
import { handleEnd } from './inline.ts';
import { Located } from './located.ts';
import { lineEnd, type MarkdownNode, type Scanned } from './markdown.ts';

const COMMA = 44, DOT = 46, SLASH = 47, ZERO = 48, FIVE = 53, COLON = 58, SEMICOLON = 59, AT = 64, H = 104, M = 109;

/** What is known of a word, if it is not the minutes of a short duration. */
const OTHER = -1, PERSON = -2;

/**
 * Words are known by their index. One head serves all entries: it keeps where the words are in lists that it fills anew. What
 * nearly every entry has, `@maria` and `1h`, is understood while its letters are looked at for the end of the word.
 */
export class EntryHead {
  /** How many words there are. */
  count = 0;
  /** The offset of the colon in the section's text; -1 where there is none. */
  colon = -1;
  /** The line in which the head ends. */
  lastLine = 0;
  /** Of each word: its line, its offsets in the section's text, and what is known of it. */
  private readonly lines: number[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private readonly meanings: number[] = [];
  private scanned!: Scanned;

  /**
   * Finds the words of a paragraph, over its lines, up to the first colon that ends one. Of its first `known` characters it
   * is known that they are a word.
   */
  read(scanned: Scanned, paragraph: MarkdownNode, known: number): void {
    const { text, lineStarts } = scanned;
    this.scanned = scanned;
    this.count = 0;
    this.colon = -1;
    for (let line = paragraph.line; line < paragraph.endLine && this.colon < 0; line++) {
      let from = lineStarts[line]! + paragraph.columnAt(line);
      if (line === paragraph.line && known > 0) {
        this.push(line, from, from + known, OTHER);
        from += known;
      }
      this.lastLine = line;
      this.readLine(text, line, from, lineEnd(scanned, line));
    }
  }

  private readLine(text: string, line: number, from: number, to: number): void {
    for (let at = from; at < to; ) {
      while (at < to && isBlank(text.charCodeAt(at))) at++;
      const start = at;
      let meaning = OTHER;
      let code = text.charCodeAt(at);
      if (code === AT) {
        at = handleEnd(text, at + 1);
        if (at > start + 1) meaning = PERSON;
      } else if (isDigit(code)) {
        let number = 0;
        for (; isDigit(code) && at < start + 3; code = text.charCodeAt(++at)) number = number * 10 + code - 48;
        if (code === H || code === M) {
          meaning = code === H ? number * 60 : number;
          at++;
        }
      }
      const meant = at;
      let colon = -1;
      for (; at < to; at++) {
        code = text.charCodeAt(at);
        if (code <= COMMA) {
          if (code <= 32 || (code === COMMA && at > start && !isDecimal(text, at))) break;
        } else if (code === COLON) {
          if (colon < 0) colon = at;
        } else if (code >= 160 && isBlank(code)) {
          break;
        }
      }
      if (colon >= 0) colon = endOfHead(text, start, colon, at);
      let end = colon < 0 ? at : colon;
      if (colon < 0) while (end > start + 1 && isTrailingMark(text.charCodeAt(end - 1))) end--;
      if (end > start) this.push(line, start, end, end === meant ? meaning : OTHER);
      if (colon >= 0) {
        this.colon = colon;
        return;
      }
      if (text.charCodeAt(at) === COMMA) at++;
    }
  }

  private push(line: number, start: number, end: number, meaning: number): void {
    const index = this.count++;
    this.lines[index] = line;
    this.starts[index] = start;
    this.ends[index] = end;
    this.meanings[index] = meaning;
  }

  /** Takes the brackets or the marks off a word that has a number or a handle in them: `(1h)`, `**1h**`, `~1h`. */
  unwrap(word: number): boolean {
    const { text } = this.scanned;
    let start = this.starts[word]!;
    let end = this.ends[word]!;
    while (start < end && isMark(text.charCodeAt(start))) start++;
    const code = text.charCodeAt(start);
    if (start === this.starts[word] || start === end || !(code === AT || isDigit(code))) return false;
    while (isMark(text.charCodeAt(end - 1))) end--;
    this.starts[word] = start;
    this.ends[word] = end;
    if (code !== AT) this.meanings[word] = shortDuration(text, start, end);
    else if (end > start + 1 && handleEnd(text, start + 1) === end) this.meanings[word] = PERSON;
    return true;
  }

  /** Whether a word is `@` and a handle. */
  isPerson(word: number): boolean {
    return this.meanings[word] === PERSON;
  }

  /** The minutes of a word such as `45m` or `2h`, which is nearly every duration; -1 for all others. */
  minutes(word: number): Minutes {
    return Math.max(this.meanings[word]!, OTHER);
  }

  /** The rating that a word such as `4/5` gives; -1 for all others. */
  rating(word: number): number {
    const { text } = this.scanned;
    const start = this.starts[word]!;
    if (this.ends[word] !== start + 3 || text.charCodeAt(start + 1) !== SLASH || text.charCodeAt(start + 2) !== FIVE) return -1;
    const rating = text.charCodeAt(start) - ZERO;
    return rating >= 0 && rating <= 5 ? rating : -1;
  }

  start(word: number): number {
    return this.starts[word]!;
  }

  end(word: number): number {
    return this.ends[word]!;
  }

  text(word: number): string {
    return this.scanned.text.slice(this.starts[word], this.ends[word]);
  }

  /** The code of a word's first character. */
  code(word: number): number {
    return this.scanned.text.charCodeAt(this.starts[word]!);
  }

  is(word: number, text: string): boolean {
    const start = this.starts[word]!;
    return this.ends[word] === start + text.length && this.scanned.text.startsWith(text, start);
  }

  isNumeric(word: number): boolean {
    return word < this.count && isDigit(this.code(word));
  }

  /** The last word up to `to` that a place beginning at `from` can go up to: none where they stand on different lines. */
  lastOf(from: number, to: number): number {
    return this.lines[from] === this.lines[to] ? to : from;
  }

  /** From the start of one word to the end of another; just the first where they stand on different lines. */
  span(from: number, to = from): Span {
    const line = this.lines[from]!;
    const base = this.scanned.lineStarts[line]!;
    return span(line, this.starts[from]! - base, this.ends[this.lastOf(from, to)]! - base);
  }

  located<T>(value: T, from: number, to: number): Located<T> {
    const line = this.lines[from]!;
    const base = this.scanned.lineStarts[line]!;
    return new Located(value, line, this.starts[from]! - base, this.ends[this.lastOf(from, to)]! - base);
  }
}

const isTrailingMark = (code: number): boolean => code === COMMA || code === DOT || code === SEMICOLON;

/** `(`, `)`, `*`, `[`, `]`, `_`, `~` */
const isMark = (code: number): boolean => (code >= 40 && code <= 42) || code === 91 || code === 93 || code === 95 || code === 126;

/** Whether the comma at an offset stands between two digits. */
const isDecimal = (text: string, at: number): boolean => isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1));

/** Where the head ends, given a word's first colon: there, or at the word's last letter, or (-1) not in this word. */
function endOfHead(text: string, from: number, colon: number, to: number): number {
  if (text.charCodeAt(to - 1) === COLON) return to - 1;
  const next = text.charCodeAt(colon + 1);
  // `10:30` and `https://` go on behind their colon.
  return colon === from || next === SLASH || isDigit(next) ? -1 : colon;
}
