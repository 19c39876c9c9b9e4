/**
 * What stands inside a leaf's text, as far as the notation needs it: which stretches are code, comments, tags and link
 * destinations (nothing is read in them), the comments themselves, and the people that are mentioned.
 */
import { between, type Range, span, type Span } from '../text.ts';
import { endOfTag } from './html.ts';
import { leafLines, type MarkdownNode, type Scanned } from './markdown.ts';

/** The text of a leaf with a way back from its offsets to lines and columns. */
export class LeafText {
  readonly text: string;
  /** The offset at which each line begins. */
  private readonly starts: number[] = [];

  constructor(
    scanned: Scanned,
    private readonly leaf: MarkdownNode,
  ) {
    const lines = leafLines(scanned, leaf);
    let start = 0;
    for (const line of lines) {
      this.starts.push(start);
      start += line.length + 1;
    }
    this.text = lines.join('\n');
  }

  /** The line and column of an offset, as an empty span. */
  locate(offset: number): Span {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    const line = this.leaf.line + low;
    const at = this.leaf.columnAt(line) + offset - this.starts[low]!;
    return span(line, at, at);
  }

  range(start: number, end: number): Range {
    return between(this.locate(start), this.locate(end));
  }
}

export interface Inline {
  /** The text, of the same length, with all that is not prose blanked out. */
  readonly prose: string;
  /** Offsets of HTML comments, from `<!--` to behind `-->`. */
  readonly comments: readonly Stretch[];
  /** Offsets of what stands between `](` and `)`: a link's destination, and its title if it has one. */
  readonly destinations: readonly Stretch[];
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

const nothing: readonly Stretch[] = [];

/** Parts prose from code spans, comments, tags, autolinks, link destinations and escaped characters, in linear time. */
export function readInline(text: string): Inline {
  if (!/[`<\\]|\]\(/.test(text)) return { prose: text, comments: nothing, destinations: nothing };
  const lastRun = lastBacktickRuns(text);
  const comments: Stretch[] = [];
  const destinations: Stretch[] = [];
  const lastCommentEnd = text.lastIndexOf('-->');
  let prose = '';
  let copied = 0;
  const blank = (start: number, end: number): number => {
    prose += text.slice(copied, start) + ' '.repeat(end - start);
    copied = end;
    return end;
  };
  let at = 0;
  while (at < text.length) {
    const char = text[at];
    if (char === '\\') {
      at = blank(at, Math.min(at + 2, text.length));
    } else if (char === '`') {
      const length = runLength(text, at);
      at = (lastRun.get(length) ?? -1) > at ? blank(at, endOfCodeSpan(text, at + length, length)) : at + length;
    } else if (char === '<' && text.startsWith('<!--', at) && lastCommentEnd >= at + 2) {
      const end = text.indexOf('-->', at + 2) + 3;
      comments.push({ start: at, end });
      at = blank(at, end);
    } else if (char === '<') {
      const end = endOfTag(text, at) || endOfAutolink(text, at);
      at = end > 0 ? blank(at, end) : at + 1;
    } else if (char === ']' && text[at + 1] === '(') {
      const end = endOfDestination(text, at + 2);
      if (end > 0) destinations.push({ start: at + 2, end: end - 1 });
      at = end > 0 ? blank(at + 1, end) : at + 2;
    } else {
      at++;
    }
  }
  return { prose: prose + text.slice(copied), comments, destinations };
}

/** The comments in HTML, where nothing else hides them. */
export function commentsIn(html: string): Inline['comments'] {
  const comments: Stretch[] = [];
  for (let start = html.indexOf('<!--'); start >= 0; ) {
    const close = html.indexOf('-->', start + 2);
    if (close < 0) break;
    comments.push({ start, end: close + 3 });
    start = html.indexOf('<!--', close + 3);
  }
  return comments;
}

/** The offset behind `<https://example.org>` or `<maria@example.org>`, 0 when none begins here. */
function endOfAutolink(text: string, from: number): number {
  const autolink = /<(?:[a-z][a-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]+@[^\s<>@]+)>/iy;
  autolink.lastIndex = from;
  return autolink.test(text) ? autolink.lastIndex : 0;
}

function runLength(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === 96) end++;
  return end - at;
}

/** Where the last run of backticks of each length begins: a span that has no such run behind it never closes. */
function lastBacktickRuns(text: string): Map<number, number> {
  const last = new Map<number, number>();
  for (let at = text.indexOf('`'); at >= 0; at = text.indexOf('`', at)) {
    const length = runLength(text, at);
    last.set(length, at);
    at += length;
  }
  return last;
}

function endOfCodeSpan(text: string, from: number, length: number): number {
  for (let at = text.indexOf('`', from); at >= 0; at = text.indexOf('`', at)) {
    const run = runLength(text, at);
    at += run;
    if (run === length) return at;
  }
  return text.length;
}

/** The offset behind the `)` that closes a link's destination and title, 0 when there is none. */
function endOfDestination(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (char === '\\') at++;
    else if (char === '\n' && text[at + 1] === '\n') return 0;
    else if (char === '(' && ++depth > 32) return 0;
    else if (char === ')' && depth-- === 0) return at + 1;
  }
  return 0;
}

/** A person mentioned as `@handle`. */
export class Mention {
  constructor(
    readonly handle: string,
    private readonly line: number,
    private readonly start: number,
  ) {}

  /** The sign and the handle. */
  get at(): Span {
    return span(this.line, this.start, this.start + 1 + this.handle.length);
  }
}

/** The end of a handle that begins at `from`, behind its `@`: letters, digits, `_`, `-`, and dots between those. */
export function handleEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && isHandleChar(text, at, at === from)) at++;
  while (at > from && isJoint(text.charCodeAt(at - 1))) at--;
  return at;
}

const isJoint = (code: number): boolean => code === 45 || code === 46;

function isHandleChar(text: string, at: number, first: boolean): boolean {
  const code = text.charCodeAt(at);
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95) return true;
  if (!(code >= 128)) return !first && isJoint(code);
  return /[\p{L}\p{N}\p{M}]/u.test(text[at]!);
}

/** An `@` behind a letter, a digit or one of these is part of an address or a link, and mentions nobody. */
function isGlued(text: string, at: number): boolean {
  if (at === 0) return false;
  const code = text.charCodeAt(at - 1);
  return code === 64 || code === 47 || isJoint(code) || isHandleChar(text, at - 1, true);
}

/** The offset of the first `@` from an offset on that mentions somebody, -1 when there is none. */
export function nextMention(prose: string, from: number): number {
  let at = prose.indexOf('@', from);
  while (at >= 0 && (isGlued(prose, at) || !isHandleChar(prose, at + 1, true))) at = prose.indexOf('@', at + 1);
  return at;
}

/** The offsets of the mentions in prose: of each the `@`, and where the handle ends. */
export function* mentionsIn(prose: string): Generator<readonly [start: number, end: number]> {
  for (let at = nextMention(prose, 0); at >= 0; at = nextMention(prose, at + 1)) yield [at, handleEnd(prose, at + 1)];
}
