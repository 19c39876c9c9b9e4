/**
 * The block structure of Markdown, line by line, in one pass: the algorithm of the CommonMark specification's appendix,
 * without the inline phase, and with GFM's tables.
 *
 * The text is cut into sections at headings, outside of all containers. A section's reading depends on nothing before it,
 * so after an edit only the sections that changed are scanned again.
 */
import { Cursor } from './cursor.ts';
import { definitionLines } from './definitions.ts';
import { endsAtBlankLine, htmlBlockEndsIn, htmlBlockStart } from './html.ts';
import { type List, MarkdownNode, type NodeKind, type Scanned, trimmedEnd } from './markdown.ts';
import { countCells, countDelimiters } from './tables.ts';

const HASH = 35, ASTERISK = 42, HYPHEN = 45, COLON = 58, LESS = 60, EQUALS = 61, GREATER = 62;
const BRACKET = 91, UNDERSCORE = 95, BACKTICK = 96, PIPE = 124, TILDE = 126;

/** What blocks stand in: the section itself, a quote, or an item whose content is indented by `indent` columns. */
interface Container {
  node: MarkdownNode | undefined;
  indent: number;
  /** The list that a further item at this level would join. */
  list: List | undefined;
  empty: boolean;
}

interface SectionHeading {
  readonly level: number;
  readonly text: string;
}

/** Whether a heading begins a new section, given the heading that the present section began with, if any. */
export type CutsAt = (level: number, text: string, first: SectionHeading | undefined) => boolean;

/** Containers are not read deeper than this: a blank line costs a step for each that is open. */
const deepest = 64;

export class Scanner {
  /** Where the next section begins; the length of the text when there is none. */
  next = 0;
  private readonly cursor: Cursor;

  private start = 0;
  private line = 0;
  private lineStarts: number[] = [];
  private nodes: MarkdownNode[] = [];
  private first: SectionHeading | undefined;

  /** The section, then the containers in it that are open, `depth` of them; behind those are old ones to use again. */
  private readonly containers: Container[] = [{ node: undefined, indent: 0, list: undefined, empty: true }];
  private depth = 0;
  /** The line after the last one that was not blank: where the open containers would end. */
  private contentEnd = 0;

  /** The paragraph, table, code or HTML that the next line may belong to. */
  private leaf: MarkdownNode | undefined;
  private fenceChar = 0;
  private fenceLength = 0;
  /** Whether the last line of the open paragraph may be the head of a table: it is not indented. */
  private mayBeHead = false;

  constructor(
    private readonly text: string,
    private readonly cutsAt: CutsAt,
    /** Whether the text is the beginning of a file, where a byte order mark may stand. */
    isStart = true,
  ) {
    this.cursor = new Cursor(text, isStart);
  }

  /** Scans one section, from `next` to the heading that begins another. `skip` characters at its start are passed over. */
  section(skip = 0): Scanned {
    const { text, cursor } = this;
    const start = this.next;
    this.start = start;
    this.line = 0;
    this.lineStarts = [0];
    this.nodes = [];
    this.first = undefined;
    this.leaf = undefined;
    this.containers[0]!.list = undefined;
    let next = start;
    let cut = -1;
    while (next < text.length) {
      cursor.moveTo(next);
      if (next >= start + skip) cut = this.scanLine();
      if (cut >= 0) break;
      next = cursor.next;
      this.line++;
      this.lineStarts.push(next - start);
    }
    this.close(0);
    if (cut >= 0) next = this.cutBefore(cut);
    this.next = next;
    return { text: text.slice(start, next), lineStarts: this.lineStarts, nodes: this.nodes };
  }

  /** Takes back what was read from a line on: it belongs to the section that begins there. */
  private cutBefore(line: number): number {
    const { nodes, lineStarts } = this;
    lineStarts.length = line + 1;
    while (nodes.length > 0 && nodes[nodes.length - 1]!.line >= line) nodes.pop();
    const next = this.start + lineStarts[line]!;
    if (line < this.line) this.cursor.moveBackTo(next);
    return next;
  }

  // ---------------------------------------------------------------- one line

  /** Reads one line. Answers the line (of the section) at which a new section begins, or -1. */
  private scanLine(): number {
    const { cursor, leaf } = this;
    let depth = 0;
    while (depth < this.depth && this.continues(this.containers[depth + 1]!)) depth++;
    cursor.findNonspace();
    let matched = depth === this.depth;

    if (matched && leaf && this.continuesLeaf(leaf)) return -1;
    if (cursor.blank) {
      this.close(depth);
      return -1;
    }

    // The paragraph that this line may add to: through all containers, or lazily where some are not continued.
    let paragraph = leaf?.kind === 'paragraph' ? leaf : undefined;
    let table = matched && leaf?.kind === 'table' ? leaf : undefined;
    do {
      if (cursor.indent >= 4) {
        if (paragraph) break;
        this.close(depth);
        this.leaf = this.add('code', cursor.start);
        return -1;
      }
      const { code } = cursor;
      const interrupted = matched ? paragraph : undefined;
      let length: number;
      if (code === HASH && (length = cursor.headingLevel()) > 0) return this.heading(depth, length);
      if (code === GREATER && depth < deepest) {
        this.close(depth);
        this.openQuote();
      } else if ((code === BACKTICK || code === TILDE) && (length = cursor.openingFence(code)) > 0) {
        this.close(depth);
        this.openFence(code, length);
        return -1;
      } else if (code === LESS && (length = htmlBlockStart(cursor.rest, paragraph !== undefined)) > 0) {
        this.close(depth);
        this.openHtml(length);
        return -1;
      } else if (interrupted && (code === EQUALS || code === HYPHEN) && cursor.isUnderline(code) && this.textLine(interrupted) < this.line) {
        return this.setextHeading(interrupted, code === EQUALS ? 1 : 2);
      } else if ((code === ASTERISK || code === HYPHEN || code === UNDERSCORE) && cursor.isBreak(code)) {
        this.close(depth);
        this.add('break', cursor.nonspace);
        return -1;
      } else if (depth < deepest && (length = cursor.listMarker(code, interrupted !== undefined)) > 0) {
        this.close(depth);
        this.openItem(length);
      } else {
        if (interrupted && (code === PIPE || code === COLON || code === HYPHEN) && this.opensTable(interrupted)) return -1;
        break;
      }
      // A container was opened: what is left of the line stands inside it.
      paragraph = undefined;
      table = undefined;
      matched = true;
      depth = this.depth;
      cursor.findNonspace();
    } while (!cursor.blank);
    if (cursor.blank) return -1;

    const continued = paragraph ?? table;
    if (continued) {
      this.mayBeHead = cursor.indent < 4;
      this.append(continued);
    } else {
      this.close(depth);
      this.mayBeHead = true;
      this.leaf = this.add('paragraph', cursor.nonspace);
    }
    return -1;
  }

  /** Whether the line goes on inside an open container; if so its marker or indentation is passed. */
  private continues({ node, indent, empty }: Container): boolean {
    const { cursor } = this;
    cursor.findNonspace();
    if (node!.kind === 'quote') {
      if (cursor.indent > 3 || cursor.blank || cursor.code !== GREATER) return false;
      cursor.skipQuoteMarker();
      return true;
    }
    if (cursor.blank) {
      cursor.advanceToNonspace();
      return !empty;
    }
    if (cursor.indent < indent) return false;
    cursor.advanceColumns(indent);
    return true;
  }

  /** Whether the open leaf takes the line whatever it holds: code and HTML do. */
  private continuesLeaf(leaf: MarkdownNode): boolean {
    const { cursor } = this;
    if (leaf.kind === 'html') {
      if (leaf.level >= endsAtBlankLine && cursor.blank) return false;
      if (htmlBlockEndsIn(leaf.level, cursor.rest)) this.leaf = undefined;
    } else if (leaf.kind !== 'code') {
      return false;
    } else if (leaf.level === 1) {
      if (cursor.closesFence(this.fenceChar, this.fenceLength)) this.leaf = undefined;
    } else if (cursor.blank) {
      // It ends with its last line that is not blank.
      return true;
    } else if (cursor.indent < 4) {
      this.leaf = undefined;
      return false;
    }
    this.reach(leaf);
    return true;
  }

  // ---------------------------------------------------------------- opening and closing

  /** Closes the containers that are deeper than `depth`, and the leaf in them. */
  private close(depth: number): void {
    this.leaf = undefined;
    while (this.depth > depth) this.containers[this.depth--]!.node!.endLine = this.contentEnd;
  }

  private add(kind: NodeKind, offset: number): MarkdownNode {
    const container = this.containers[this.depth]!;
    container.empty = false;
    if (kind !== 'item') container.list = undefined;
    const node = new MarkdownNode(kind, container.node, this.line, offset - this.cursor.start);
    this.nodes.push(node);
    this.contentEnd = this.line + 1;
    return node;
  }

  /** The present line belongs to a leaf, and so to the containers around it. */
  private reach(leaf: MarkdownNode): void {
    leaf.endLine = this.line + 1;
    this.contentEnd = this.line + 1;
  }

  private append(leaf: MarkdownNode): void {
    (leaf.columns ??= []).push(this.cursor.nonspace - this.cursor.start);
    this.reach(leaf);
  }

  private open(node: MarkdownNode, indent: number): void {
    const container = this.containers[++this.depth];
    if (container) {
      container.node = node;
      container.indent = indent;
      container.list = undefined;
      container.empty = true;
    } else {
      this.containers.push({ node, indent, list: undefined, empty: true });
    }
  }

  private openQuote(): void {
    const node = this.add('quote', this.cursor.nonspace);
    this.cursor.skipQuoteMarker();
    this.open(node, 0);
  }

  private openItem(length: number): void {
    const { cursor, text } = this;
    const container = this.containers[this.depth]!;
    const marker = text[cursor.nonspace + length - 1]!;
    if (container.list?.marker !== marker) container.list = { marker, ordered: length > 1 };
    const node = this.add('item', cursor.nonspace);
    node.list = container.list;
    if (length > 1) node.level = Number(text.slice(cursor.nonspace, cursor.nonspace + length - 1));
    const indent = cursor.skipItemMarker(length);
    node.endColumn = cursor.at - cursor.start;
    this.open(node, indent);
  }

  private openFence(code: number, length: number): void {
    this.fenceChar = code;
    this.fenceLength = length;
    this.leaf = this.add('code', this.cursor.nonspace);
    this.leaf.level = 1;
  }

  private openHtml(kind: number): void {
    const html = this.add('html', this.cursor.nonspace);
    html.level = kind;
    if (!htmlBlockEndsIn(kind, this.cursor.rest)) this.leaf = html;
  }

  // ---------------------------------------------------------------- headings

  private heading(depth: number, level: number): number {
    const { cursor } = this;
    const [start, end] = cursor.headingText(level);
    if (depth === 0) {
      const text = this.text.slice(start, end);
      if (this.line === 0) this.first = { level, text };
      else if (this.cutsAt(level, text, this.first)) return this.line;
    }
    this.close(depth);
    const node = this.add('heading', start);
    node.level = level;
    node.endColumn = end - cursor.start;
    return -1;
  }

  private setextHeading(paragraph: MarkdownNode, level: number): number {
    if (!paragraph.parent) {
      const text = this.lineText(paragraph, paragraph.endLine - 1);
      if (paragraph.line === 0) this.first = { level, text };
      else if (this.cutsAt(level, text, this.first)) return paragraph.line;
    }
    const line = this.textLine(paragraph);
    const node = new MarkdownNode('heading', paragraph.parent, line, paragraph.columnAt(line));
    node.level = level;
    node.columns = paragraph.columns?.slice(line - paragraph.line);
    if (line === paragraph.line) this.nodes.pop();
    else this.shorten(paragraph, line);
    this.nodes.push(node);
    this.reach(node);
    this.leaf = undefined;
    return -1;
  }

  /** The first line of a paragraph's text, behind the link reference definitions that it may begin with. */
  private textLine(paragraph: MarkdownNode): number {
    const { line, column, endLine } = paragraph;
    if (this.text.charCodeAt(this.start + this.lineStarts[line]! + column) !== BRACKET) return line;
    const lines: string[] = [];
    for (let each = line; each < endLine; each++) lines.push(this.lineText(paragraph, each));
    return line + definitionLines(lines);
  }

  /** The text of an earlier line of a paragraph. */
  private lineText(paragraph: MarkdownNode, line: number): string {
    const from = this.start + this.lineStarts[line]! + paragraph.columnAt(line);
    return this.text.slice(from, trimmedEnd(this.text, from, this.start + this.lineStarts[line + 1]!));
  }

  /** Gives the lines of a paragraph from `endLine` on to the node that replaces it there. */
  private shorten(paragraph: MarkdownNode, endLine: number): void {
    paragraph.endLine = endLine;
    paragraph.columns!.length = endLine - paragraph.line - 1;
  }

  // ---------------------------------------------------------------- tables

  /** A paragraph's last line becomes the head of a table when a delimiter row with as many cells follows it. */
  private opensTable(paragraph: MarkdownNode): boolean {
    if (!this.mayBeHead) return false;
    const delimiters = countDelimiters(this.cursor.rest);
    const line = paragraph.endLine - 1;
    if (delimiters === 0 || delimiters !== countCells(this.lineText(paragraph, line))) return false;
    const table = new MarkdownNode('table', paragraph.parent, line, paragraph.columnAt(line));
    if (line === paragraph.line) this.nodes.pop();
    else this.shorten(paragraph, line);
    this.nodes.push(table);
    this.append(table);
    this.leaf = table;
    return true;
  }
}
