/**
 * The block structure of Markdown, line by line, in one pass: the algorithm of the CommonMark specification's appendix,
 * without the inline phase, and with GFM's tables. It works on character codes and makes no string for a line unless the
 * line may be HTML or a table, which keeps it fast.
 *
 * The text is cut into sections at headings, outside of all containers. A section's reading depends on nothing before it,
 * so after an edit only the sections that changed are scanned again.
 */
import { definitionLines } from './definitions.ts';
import { endsAtBlankLine, htmlBlockEndsIn, htmlBlockStart } from './html.ts';
import { type List, MarkdownNode, type NodeKind, type Scanned, trimmedEnd } from './markdown.ts';
import { countCells, countDelimiters } from './tables.ts';

const TAB = 9, CR = 13, SPACE = 32, HASH = 35, ASTERISK = 42, PLUS = 43, HYPHEN = 45, ZERO = 48, NINE = 57;
const COLON = 58, LESS = 60, EQUALS = 61, GREATER = 62, BRACKET = 91, UNDERSCORE = 95, BACKTICK = 96, PIPE = 124, TILDE = 126;

/** An open container: a quote, or an item whose content is indented by `indent` columns. */
interface Container {
  readonly node: MarkdownNode;
  readonly indent: number;
  /** The list that a further item at this level would join. */
  openList: List | undefined;
  empty: boolean;
}

/** Whether a heading begins a new section, given the heading that the present section began with, if any. */
export type CutsAt = (level: number, text: string, first: { level: number; text: string } | undefined) => boolean;

/** Containers are not read deeper than this: a blank line costs a step for each that is open. */
const deepest = 64;

export class Scanner {
  /** Where the next section begins; the length of the text when there is none. */
  next: number;
  private readonly hasCarriageReturns: boolean;
  /** Behind the byte order mark, if there is one. */
  private readonly textStart: number;

  private start = 0;
  private lineStarts: number[] = [];
  private nodes: MarkdownNode[] = [];
  private containers: Container[] = [];
  private rootList: List | undefined;
  private leaf: MarkdownNode | undefined;
  private first: { level: number; text: string } | undefined;

  /** Of the open fence. */
  private fenceChar = 0;
  private fenceLength = 0;
  /** Whether the last line of the open paragraph may be the head of a table: it is not indented. */
  private mayBeHead = false;

  /** Of the present line: offsets into the text, and columns with tabs expanded. */
  private line = 0;
  private lineStart = 0;
  private eol = 0;
  private at = 0;
  private column = 0;
  private tabRest = 0;
  private nonspace = 0;
  private nonspaceColumn = 0;

  constructor(
    private readonly text: string,
    private readonly cutsAt: CutsAt,
    start = 0,
  ) {
    this.next = start;
    this.hasCarriageReturns = text.includes('\r');
    this.textStart = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  }

  /** Scans one section, from `next` to the heading that begins another. `skip` characters at its start are passed over. */
  section(skip = 0): Scanned {
    const start = this.next;
    this.start = start;
    this.lineStarts = [0];
    this.nodes = [];
    this.containers = [];
    this.rootList = undefined;
    this.leaf = undefined;
    this.first = undefined;
    this.line = 0;
    let at = start;
    let end = -1;
    for (; at < start + skip; this.line++) {
      at = this.endOfLine(at);
      this.lineStarts.push(at - start);
    }
    while (at < this.text.length) {
      this.lineStart = at;
      const after = this.endOfLine(at);
      const cut = this.scanLine();
      if (cut >= 0) {
        this.lineStarts.length = cut + 1;
        this.forget(cut);
        end = start + this.lineStarts[cut]!;
        break;
      }
      at = after;
      this.lineStarts.push(at - start);
      this.line++;
    }
    this.next = end < 0 ? this.text.length : end;
    return { text: this.text.slice(start, this.next), lineStarts: this.lineStarts, nodes: this.nodes };
  }

  /** Sets `eol` to where the line's text ends and answers where the next line starts. */
  private endOfLine(at: number): number {
    const { text } = this;
    let lf = text.indexOf('\n', at);
    if (lf < 0) lf = text.length;
    if (this.hasCarriageReturns) {
      for (let i = at; i < lf; i++) {
        if (text.charCodeAt(i) !== CR) continue;
        this.eol = i;
        return i + 1 === lf && lf < text.length ? lf + 1 : i + 1;
      }
    }
    this.eol = lf;
    return lf < text.length ? lf + 1 : lf;
  }

  /** Takes back the nodes from a line on: they belong to the section that begins there. */
  private forget(line: number): void {
    while (this.nodes.length > 0 && this.nodes[this.nodes.length - 1]!.line >= line) this.nodes.pop();
  }

  // ---------------------------------------------------------------- white space

  private findNonspace(): void {
    const { text, eol } = this;
    let at = this.at;
    let column = this.column;
    for (; at < eol; at++) {
      const code = text.charCodeAt(at);
      if (code === SPACE) column++;
      else if (code === TAB) column += 4 - (column % 4);
      else break;
    }
    this.nonspace = at;
    this.nonspaceColumn = column;
  }

  private get indent(): number {
    return this.nonspaceColumn - this.column;
  }

  private get blank(): boolean {
    return this.nonspace >= this.eol;
  }

  /** Moves over white space by columns; a tab may be taken in part. */
  private advanceColumns(count: number): void {
    while (count > 0 && this.at < this.eol) {
      const code = this.text.charCodeAt(this.at);
      if (code === TAB) {
        const width = this.tabRest > 0 ? this.tabRest : 4 - (this.column % 4);
        const taken = Math.min(width, count);
        this.column += taken;
        count -= taken;
        this.tabRest = width - taken;
        if (this.tabRest === 0) this.at++;
      } else {
        this.at++;
        this.column++;
        count--;
      }
    }
  }

  private advanceToNonspace(): void {
    this.at = this.nonspace;
    this.column = this.nonspaceColumn;
    this.tabRest = 0;
  }

  private skipMarker(length: number): void {
    this.advanceToNonspace();
    this.at += length;
    this.column += length;
  }

  private isSpaceAt(at: number): boolean {
    if (at >= this.eol) return false;
    const code = this.text.charCodeAt(at);
    return code === SPACE || code === TAB;
  }

  // ---------------------------------------------------------------- one line

  /** Reads one line. Answers the line (of the section) at which a new section begins, or -1. */
  private scanLine(): number {
    this.at = this.lineStart === 0 ? this.textStart : this.lineStart;
    this.column = 0;
    this.tabRest = 0;

    const { containers } = this;
    let depth = 0;
    for (; depth < containers.length; depth++) {
      if (!this.continues(containers[depth]!)) break;
    }
    this.findNonspace();
    const allMatched = depth === containers.length;

    const { leaf } = this;
    if (allMatched && leaf && this.continuesLeaf(leaf)) {
      if (leaf.endLine > this.line) this.touch();
      return -1;
    }

    // The paragraph that this line may add to: through all containers, or lazily where some are not continued.
    let paragraph = this.leaf?.kind === 'paragraph' ? this.leaf : undefined;
    let table = allMatched && this.leaf?.kind === 'table' ? this.leaf : undefined;
    let matched = allMatched;
    for (;;) {
      if (this.blank) break;
      const interrupted = matched ? paragraph : undefined;
      if (this.indent >= 4) {
        if (paragraph) break;
        this.close(depth);
        this.leaf = this.add('code', this.lineStart);
        return -1;
      }
      const code = this.text.charCodeAt(this.nonspace);
      if (code === GREATER && depth < deepest) {
        this.close(depth);
        this.openQuote();
      } else if (code === HASH) {
        const level = this.headingLevel();
        if (level === 0) break;
        return this.heading(depth, level);
      } else if ((code === BACKTICK || code === TILDE) && this.opensFence(code)) {
        this.close(depth);
        this.leaf = this.add('code', this.nonspace);
        this.leaf.level = 1;
        return -1;
      } else if (code === LESS) {
        const kind = htmlBlockStart(this.rest(), paragraph !== undefined);
        if (kind === 0) break;
        this.close(depth);
        const html = this.add('html', this.nonspace);
        html.level = kind;
        this.leaf = htmlBlockEndsIn(kind, this.rest()) ? undefined : html;
        return -1;
      } else if (interrupted && (code === EQUALS || code === HYPHEN) && this.isUnderline(code) && this.textLine(interrupted) < this.line) {
        return this.setextHeading(interrupted, code === EQUALS ? 1 : 2);
      } else if ((code === ASTERISK || code === HYPHEN || code === UNDERSCORE) && this.isBreak(code)) {
        this.close(depth);
        this.add('break', this.nonspace);
        return -1;
      } else {
        const marker = depth < deepest ? this.listMarker(code, interrupted !== undefined) : 0;
        if (marker === 0) {
          if (interrupted && (code === PIPE || code === COLON || code === HYPHEN) && this.opensTable(interrupted)) return -1;
          break;
        }
        this.close(depth);
        this.openItem(marker);
      }
      // A container was opened: what is left of the line stands inside it.
      paragraph = undefined;
      table = undefined;
      matched = true;
      depth = this.containers.length;
      this.findNonspace();
    }

    if (this.blank) {
      if (depth < this.containers.length) this.close(depth);
      this.leaf = undefined;
      return -1;
    }
    if (paragraph) {
      this.mayBeHead = this.indent < 4;
      this.append(paragraph);
      if (matched) this.touch();
      else for (const { node } of this.containers) node.endLine = this.line + 1;
      return -1;
    }
    if (table) {
      this.append(table);
      this.touch();
      return -1;
    }
    this.close(depth);
    this.mayBeHead = true;
    this.leaf = this.add('paragraph', this.nonspace);
    return -1;
  }

  /** Whether the line goes on inside an open container; if so its marker or indentation is passed. */
  private continues(container: Container): boolean {
    this.findNonspace();
    if (container.node.kind === 'quote') {
      if (this.indent > 3 || this.blank || this.text.charCodeAt(this.nonspace) !== GREATER) return false;
      this.skipMarker(1);
      if (this.isSpaceAt(this.at)) this.advanceColumns(1);
      return true;
    }
    if (this.blank) {
      if (container.empty) return false;
      this.advanceToNonspace();
      return true;
    }
    if (this.indent < container.indent) return false;
    this.advanceColumns(container.indent);
    return true;
  }

  /** Whether the open leaf takes the line whatever it holds (code, HTML). */
  private continuesLeaf(leaf: MarkdownNode): boolean {
    if (leaf.kind === 'html') {
      if (leaf.level >= endsAtBlankLine && this.blank) return false;
      leaf.endLine = this.line + 1;
      if (htmlBlockEndsIn(leaf.level, this.rest())) this.leaf = undefined;
      return true;
    }
    if (leaf.kind !== 'code') return false;
    if (leaf.level === 1) {
      leaf.endLine = this.line + 1;
      if (this.closesFence()) this.leaf = undefined;
      return true;
    }
    if (this.blank) return true;
    if (this.indent < 4) {
      this.leaf = undefined;
      return false;
    }
    leaf.endLine = this.line + 1;
    return true;
  }

  // ---------------------------------------------------------------- opening and closing

  /** Closes the containers from `depth` on, and the leaf in them. */
  private close(depth: number): void {
    if (depth < this.containers.length) this.containers.length = depth;
    this.leaf = undefined;
  }

  private add(kind: NodeKind, offset: number): MarkdownNode {
    const container = this.containers[this.containers.length - 1];
    if (container) {
      container.empty = false;
      if (kind !== 'item') container.openList = undefined;
    } else if (kind !== 'item') {
      this.rootList = undefined;
    }
    const node = new MarkdownNode(kind, container?.node, this.line, offset - this.lineStart);
    this.nodes.push(node);
    this.touch();
    return node;
  }

  private touch(): void {
    for (let i = this.containers.length - 1; i >= 0; i--) this.containers[i]!.node.endLine = this.line + 1;
  }

  private append(leaf: MarkdownNode): void {
    (leaf.columns ??= []).push(this.nonspace - this.lineStart);
    leaf.endLine = this.line + 1;
  }

  private rest(): string {
    return this.text.slice(this.nonspace, this.eol);
  }

  private openQuote(): void {
    const node = this.add('quote', this.nonspace);
    this.skipMarker(1);
    if (this.isSpaceAt(this.at)) this.advanceColumns(1);
    this.containers.push({ node, indent: 0, openList: undefined, empty: false });
  }

  private openItem(length: number): void {
    const code = this.text.charCodeAt(this.nonspace + length - 1);
    const ordered = code !== HYPHEN && code !== PLUS && code !== ASTERISK;
    const marker = String.fromCharCode(code);
    const container = this.containers[this.containers.length - 1];
    const open = container ? container.openList : this.rootList;
    const list = open?.marker === marker ? open : { marker, ordered };

    const node = this.add('item', this.nonspace);
    node.list = list;
    if (container) container.openList = list;
    else this.rootList = list;
    if (ordered) node.level = Number(this.text.slice(this.nonspace, this.nonspace + length - 1));

    const markerIndent = this.indent;
    this.skipMarker(length);
    const { at, column, tabRest } = this;
    this.findNonspace();
    let padding = this.indent;
    if (padding < 1 || padding > 4 || this.blank) {
      padding = 1;
      this.at = at;
      this.column = column;
      this.tabRest = tabRest;
      if (this.isSpaceAt(at)) this.advanceColumns(1);
    } else {
      this.advanceColumns(padding);
    }
    node.endColumn = this.at - this.lineStart;
    this.containers.push({ node, indent: markerIndent + length + padding, openList: undefined, empty: true });
  }

  // ---------------------------------------------------------------- what begins here?

  /** The level of the ATX heading at hand, 0 for none. */
  private headingLevel(): number {
    let at = this.nonspace;
    while (at < this.eol && this.text.charCodeAt(at) === HASH) at++;
    const level = at - this.nonspace;
    return level <= 6 && (at === this.eol || this.isSpaceAt(at)) ? level : 0;
  }

  private heading(depth: number, level: number): number {
    const { text, eol } = this;
    let start = this.nonspace + level;
    while (this.isSpaceAt(start)) start++;
    let end = eol;
    while (end > start && this.isSpaceAt(end - 1)) end--;
    let hashes = end;
    while (hashes > start && text.charCodeAt(hashes - 1) === HASH) hashes--;
    if (hashes === start) end = start;
    else if (hashes < end && this.isSpaceAt(hashes - 1)) {
      end = hashes;
      while (end > start && this.isSpaceAt(end - 1)) end--;
    }
    if (depth === 0 && this.cut(level, text.slice(start, end))) return this.line;
    this.close(depth);
    const node = this.add('heading', start);
    node.level = level;
    node.endColumn = end - this.lineStart;
    return -1;
  }

  /** Whether a heading outside of all containers begins a new section; the very first thing of a section never does. */
  private cut(level: number, text: string): boolean {
    if (this.line === 0) {
      this.first = { level, text };
      return false;
    }
    return this.cutsAt(level, text, this.first);
  }

  private setextHeading(paragraph: MarkdownNode, level: number): number {
    const { parent, columns } = paragraph;
    if (parent === undefined) {
      const text = this.lineText(paragraph.endLine - 1, paragraph.columnAt(paragraph.endLine - 1));
      if (paragraph.line === 0) this.first = { level, text };
      else if (this.cutsAt(level, text, this.first)) return paragraph.line;
    }
    const line = this.textLine(paragraph);
    const node = new MarkdownNode('heading', parent, line, paragraph.columnAt(line));
    if (line === paragraph.line) {
      this.nodes.pop();
      node.columns = columns;
    } else {
      paragraph.endLine = line;
      paragraph.columns = columns!.slice(0, line - paragraph.line - 1);
      node.columns = columns!.slice(line - paragraph.line);
    }
    node.level = level;
    node.endLine = this.line + 1;
    this.nodes.push(node);
    this.leaf = undefined;
    this.touch();
    return -1;
  }

  /** The first line of a paragraph's text, behind the link reference definitions that it may begin with. */
  private textLine(paragraph: MarkdownNode): number {
    const { line, endLine } = paragraph;
    if (this.text.charCodeAt(this.start + this.lineStarts[line]! + paragraph.column) !== BRACKET) return line;
    const lines: string[] = [];
    for (let each = line; each < endLine; each++) lines.push(this.lineText(each, paragraph.columnAt(each)));
    return line + definitionLines(lines);
  }

  /** The text of an earlier line from a column on, without its end. */
  private lineText(line: number, column: number): string {
    const from = this.start + this.lineStarts[line]! + column;
    return this.text.slice(from, trimmedEnd(this.text, from, this.start + this.lineStarts[line + 1]!));
  }

  private isUnderline(code: number): boolean {
    let at = this.nonspace;
    while (at < this.eol && this.text.charCodeAt(at) === code) at++;
    while (this.isSpaceAt(at)) at++;
    return at >= this.eol;
  }

  private isBreak(code: number): boolean {
    let count = 0;
    for (let at = this.nonspace; at < this.eol; at++) {
      if (this.text.charCodeAt(at) === code) count++;
      else if (!this.isSpaceAt(at)) return false;
    }
    return count >= 3;
  }

  private opensFence(code: number): boolean {
    let at = this.nonspace;
    while (at < this.eol && this.text.charCodeAt(at) === code) at++;
    const length = at - this.nonspace;
    if (length < 3) return false;
    if (code === BACKTICK) {
      for (; at < this.eol; at++) if (this.text.charCodeAt(at) === BACKTICK) return false;
    }
    this.fenceChar = code;
    this.fenceLength = length;
    return true;
  }

  private closesFence(): boolean {
    if (this.blank || this.indent > 3) return false;
    let at = this.nonspace;
    while (at < this.eol && this.text.charCodeAt(at) === this.fenceChar) at++;
    if (at - this.nonspace < this.fenceLength) return false;
    while (this.isSpaceAt(at)) at++;
    return at >= this.eol;
  }

  /** The length of the list marker at hand, `-` 1 or `12.` 3; 0 for none. */
  private listMarker(code: number, interruptsParagraph: boolean): number {
    let after = this.nonspace;
    if (code === HYPHEN || code === ASTERISK || code === PLUS) {
      after++;
    } else if (code >= ZERO && code <= NINE) {
      while (after < this.eol && this.isDigitAt(after)) after++;
      const digits = after - this.nonspace;
      const delimiter = this.text[after];
      if (digits > 9 || after >= this.eol || (delimiter !== '.' && delimiter !== ')')) return 0;
      if (interruptsParagraph && !(digits === 1 && code === ZERO + 1)) {
        if (Number(this.text.slice(this.nonspace, after)) !== 1) return 0;
      }
      after++;
    } else {
      return 0;
    }
    if (after < this.eol && !this.isSpaceAt(after)) return 0;
    if (interruptsParagraph) {
      let at = after;
      while (this.isSpaceAt(at)) at++;
      if (at >= this.eol) return 0;
    }
    return after - this.nonspace;
  }

  private isDigitAt(at: number): boolean {
    const code = this.text.charCodeAt(at);
    return code >= ZERO && code <= NINE;
  }

  /** A paragraph's last line becomes the head of a table when a delimiter row with as many cells follows it. */
  private opensTable(paragraph: MarkdownNode): boolean {
    if (!this.mayBeHead) return false;
    const delimiters = countDelimiters(this.rest());
    if (delimiters === 0) return false;
    const headLine = paragraph.endLine - 1;
    const headColumn = paragraph.columnAt(headLine);
    if (countCells(this.lineText(headLine, headColumn)) !== delimiters) return false;
    const table = new MarkdownNode('table', paragraph.parent, headLine, headColumn);
    if (headLine === paragraph.line) {
      this.nodes[this.nodes.lastIndexOf(paragraph)] = table;
    } else {
      paragraph.endLine = headLine;
      paragraph.columns!.pop();
      this.nodes.push(table);
    }
    this.append(table);
    this.leaf = table;
    this.touch();
    return true;
  }
}
