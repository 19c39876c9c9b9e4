/**
 * One line of Markdown after the other, as character codes: white space counted in columns, and what may begin where the
 * white space ends. No string is made of a line unless somebody asks for one, which keeps reading fast.
 */
import { isDigit } from './characters.ts';

const TAB = 9, SPACE = 32, HASH = 35, ASTERISK = 42, PLUS = 43, HYPHEN = 45, DOT = 46, BACKTICK = 96, PARENTHESIS = 41;

export class Cursor {
  /** Offsets into the text: where the line starts, where its text ends, and where the next line starts. */
  start = 0;
  end = 0;
  next = 0;

  /** Where reading has come to, as an offset and as a column with tabs expanded; the column may be one inside a tab. */
  at = 0;
  column = 0;
  /** Where the white space ends that `at` stands before or in. */
  nonspace = 0;
  private nonspaceColumn = 0;

  /** The next line feed and carriage return; the length of the text where there are no more. */
  private lineFeed = -1;
  private carriageReturn = -1;

  constructor(
    readonly text: string,
    private readonly isStart: boolean,
  ) {}

  moveTo(start: number): void {
    const { text } = this;
    if (this.lineFeed < start) this.lineFeed = this.find('\n', start);
    if (this.carriageReturn < start) this.carriageReturn = this.find('\r', start);
    const { lineFeed, carriageReturn } = this;
    if (carriageReturn < lineFeed) {
      this.end = carriageReturn;
      this.next = carriageReturn + 1 === lineFeed && lineFeed < text.length ? lineFeed + 1 : carriageReturn + 1;
    } else {
      this.end = lineFeed;
      this.next = lineFeed < text.length ? lineFeed + 1 : lineFeed;
    }
    this.start = start;
    // A byte order mark is no text.
    this.at = start === 0 && this.isStart && text.charCodeAt(0) === 0xfeff ? 1 : start;
    this.column = 0;
    this.nonspace = -1;
  }

  /** Moves to a line further up; only the breaks in between are looked for again. */
  moveBackTo(start: number): void {
    const passed = this.text.slice(start, this.start);
    const lineFeed = passed.indexOf('\n');
    const carriageReturn = passed.indexOf('\r');
    if (lineFeed >= 0) this.lineFeed = start + lineFeed;
    if (carriageReturn >= 0) this.carriageReturn = start + carriageReturn;
    this.moveTo(start);
  }

  private find(lineBreak: string, from: number): number {
    const found = this.text.indexOf(lineBreak, from);
    return found < 0 ? this.text.length : found;
  }

  // ---------------------------------------------------------------- white space

  findNonspace(): void {
    if (this.nonspace >= this.at) return;
    const { text, end } = this;
    let at = this.at;
    let column = this.column;
    for (; at < end; at++) {
      const code = text.charCodeAt(at);
      if (code === SPACE) column++;
      else if (code === TAB) column += 4 - (column % 4);
      else break;
    }
    this.nonspace = at;
    this.nonspaceColumn = column;
  }

  /** The columns of white space in front; four make code. */
  get indent(): number {
    return this.nonspaceColumn - this.column;
  }

  get blank(): boolean {
    return this.nonspace >= this.end;
  }

  /** The character behind the white space. */
  get code(): number {
    return this.text.charCodeAt(this.nonspace);
  }

  /** The text behind the white space. */
  get rest(): string {
    return this.text.slice(this.nonspace, this.end);
  }

  isSpaceAt(at: number): boolean {
    if (at >= this.end) return false;
    const code = this.text.charCodeAt(at);
    return code === SPACE || code === TAB;
  }

  /** Moves over white space by columns; a tab may be taken in part. */
  advanceColumns(count: number): void {
    let left = count;
    while (left > 0 && this.at < this.end) {
      if (this.text.charCodeAt(this.at) === TAB) {
        const width = 4 - (this.column % 4);
        if (width <= left) this.at++;
        this.column += Math.min(width, left);
        left -= width;
      } else {
        this.at++;
        this.column++;
        left--;
      }
    }
  }

  advanceToNonspace(): void {
    this.at = this.nonspace;
    this.column = this.nonspaceColumn;
  }

  /** Moves over a container's marker, which stands behind the white space. */
  skipMarker(length: number): void {
    this.advanceToNonspace();
    this.at += length;
    this.column += length;
  }

  /** Moves over a quote's marker and the space that belongs to it. */
  skipQuoteMarker(): void {
    this.skipMarker(1);
    if (this.isSpaceAt(this.at)) this.advanceColumns(1);
  }

  /** Moves over an item's marker and the white space up to its text, and answers by how many columns its content is indented. */
  skipItemMarker(length: number): number {
    const markerIndent = this.indent;
    this.skipMarker(length);
    // Nearly always one space and then text.
    const text = this.at + 1;
    if (text < this.end && this.text.charCodeAt(this.at) === SPACE && !this.isSpaceAt(text)) {
      this.at = this.nonspace = text;
      this.column = this.nonspaceColumn = this.column + 1;
      return markerIndent + length + 1;
    }
    this.findNonspace();
    const padding = this.indent;
    // An item that begins with code, or with nothing, has one space behind its marker.
    const own = padding < 1 || padding > 4 || this.blank ? 1 : padding;
    if (this.isSpaceAt(this.at)) this.advanceColumns(own);
    return markerIndent + length + own;
  }

  // ---------------------------------------------------------------- what begins here?

  /** How often the character behind the white space stands there in a row. */
  private run(code: number): number {
    let at = this.nonspace;
    while (at < this.end && this.text.charCodeAt(at) === code) at++;
    return at - this.nonspace;
  }

  private isBlankFrom(from: number): boolean {
    let at = from;
    while (this.isSpaceAt(at)) at++;
    return at >= this.end;
  }

  /** The level of the ATX heading at hand, 0 for none. */
  headingLevel(): number {
    const level = this.run(HASH);
    const behind = this.nonspace + level;
    return level <= 6 && (behind === this.end || this.isSpaceAt(behind)) ? level : 0;
  }

  /** The offsets of an ATX heading's text, without the hashes that may close it. */
  headingText(level: number): [start: number, end: number] {
    let start = this.nonspace + level;
    while (this.isSpaceAt(start)) start++;
    const end = this.endOfText(start, this.end);
    let hashes = end;
    while (hashes > start && this.text.charCodeAt(hashes - 1) === HASH) hashes--;
    if (hashes === start) return [start, start];
    return [start, hashes < end && this.isSpaceAt(hashes - 1) ? this.endOfText(start, hashes) : end];
  }

  private endOfText(start: number, from: number): number {
    let end = from;
    while (end > start && this.isSpaceAt(end - 1)) end--;
    return end;
  }

  /** Whether the line is of one character in a row, as under a setext heading. */
  isUnderline(code: number): boolean {
    return this.isBlankFrom(this.nonspace + this.run(code));
  }

  isBreak(code: number): boolean {
    let count = 0;
    for (let at = this.nonspace; at < this.end; at++) {
      if (this.text.charCodeAt(at) === code) count++;
      else if (!this.isSpaceAt(at)) return false;
    }
    return count >= 3;
  }

  /** The length of the fence that opens here, 0 for none. */
  openingFence(code: number): number {
    const length = this.run(code);
    if (length < 3) return 0;
    if (code === BACKTICK) {
      for (let at = this.nonspace + length; at < this.end; at++) if (this.text.charCodeAt(at) === BACKTICK) return 0;
    }
    return length;
  }

  closesFence(code: number, length: number): boolean {
    if (this.blank || this.indent > 3) return false;
    const run = this.run(code);
    return run >= length && this.isBlankFrom(this.nonspace + run);
  }

  /** The length of the list marker at hand, `-` 1 or `12.` 3; 0 for none. */
  listMarker(code: number, interruptsParagraph: boolean): number {
    let behind = this.nonspace + 1;
    if (code !== HYPHEN && code !== ASTERISK && code !== PLUS) {
      if (!isDigit(code)) return 0;
      while (behind < this.end && isDigit(this.text.charCodeAt(behind))) behind++;
      if (behind >= this.end || behind - this.nonspace > 9) return 0;
      const delimiter = this.text.charCodeAt(behind);
      if (delimiter !== DOT && delimiter !== PARENTHESIS) return 0;
      if (interruptsParagraph && Number(this.text.slice(this.nonspace, behind)) !== 1) return 0;
      behind++;
    }
    if (behind < this.end && !this.isSpaceAt(behind)) return 0;
    return interruptsParagraph && this.isBlankFrom(behind) ? 0 : behind - this.nonspace;
  }
}
