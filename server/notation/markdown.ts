/**
 * The Markdown that the notation stands on: block structure only, as CommonMark 0.31 and GFM have it. `scanner.ts` makes
 * these nodes. All lines count from the start of the section, all columns are UTF-16 units from the start of the line.
 */
export type NodeKind = 'heading' | 'paragraph' | 'code' | 'html' | 'break' | 'table' | 'quote' | 'item';

/** The list that an item belongs to; items of one list share the object. */
export interface List {
  /** `-`, `*` or `+` of a bullet list; `.` or `)` of an ordered one. */
  readonly marker: string;
  readonly ordered: boolean;
}

/** What an item of a list was read as; what is nested in it belongs to it. */
export type ItemRole = 'field' | 'entry' | 'feedback' | 'milestone' | 'step' | 'brief';

/** One block: a container (quote, item) or a leaf. A class, so that all have one shape and are quick to make and read. */
export class MarkdownNode {
  /** The line after its last. A container's grows while it is open; trailing blank lines do not count. */
  endLine: number;
  /** Where the text starts in each line after the first, for paragraphs and tables of more than one line. */
  columns: number[] | undefined = undefined;
  /** A heading's level; the number of an ordered item; for HTML, which of CommonMark's seven kinds it is. */
  level = 0;
  /** An ATX heading's text ends here; an item's text begins here. */
  endColumn = 0;
  list: List | undefined = undefined;
  /** Of an item in a block: what the block's reader took it for. */
  role: ItemRole | undefined = undefined;

  constructor(
    readonly kind: NodeKind,
    readonly parent: MarkdownNode | undefined,
    readonly line: number,
    /** Where its text, or a container's marker, starts in its first line. */
    readonly column: number,
  ) {
    this.endLine = line + 1;
  }

  /** Where the text of its line `line` starts. */
  columnAt(line: number): number {
    return line === this.line ? this.column : (this.columns?.[line - this.line - 1] ?? 0);
  }
}

export interface Lines {
  readonly text: string;
  /** Offset in `text` of each line's first character, and at last that of the end of the last line. */
  readonly lineStarts: readonly number[];
}

/** A run of lines that reads the same whatever stands around it: from one heading to the next that ends it. */
export interface Scanned extends Lines {
  /** In document order, containers before what they contain. */
  readonly nodes: readonly MarkdownNode[];
}

/** The offset of the end of a line, without its line break and without the spaces and tabs before that. */
export function lineEnd({ text, lineStarts }: Lines, line: number): number {
  return trimmedEnd(text, lineStarts[line]!, lineStarts[line + 1]!);
}

/** Where the text in a stretch of a line ends: CommonMark takes spaces and tabs off, a form feed or a no-break space is text. */
export function trimmedEnd(text: string, start: number, end: number): number {
  for (let at = end; at > start; at--) {
    const code = text.charCodeAt(at - 1);
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return at;
  }
  return start;
}

/** The text of a line from a column on, without trailing white space. */
export function lineText(lines: Lines, line: number, column = 0): string {
  return lines.text.slice(lines.lineStarts[line]! + column, lineEnd(lines, line));
}

/** Its length, without trailing white space. */
export const lineLength = (lines: Lines, line: number): number => lineEnd(lines, line) - lines.lineStarts[line]!;

/** Whether a node is a heading that begins with `#`; the others are underlined, and so stand on two lines or more. */
export function isAtx(node: MarkdownNode): boolean {
  return node.kind === 'heading' && node.endLine === node.line + 1;
}

/** The lines of a leaf's text, each without its containers' markers and indentation. */
export function leafLines(scanned: Scanned, leaf: MarkdownNode): string[] {
  if (isAtx(leaf)) {
    const start = scanned.lineStarts[leaf.line]!;
    return [scanned.text.slice(start + leaf.column, start + leaf.endColumn)];
  }
  // The underline of a setext heading is not its text.
  const endLine = leaf.kind === 'heading' ? leaf.endLine - 1 : leaf.endLine;
  const lines: string[] = [];
  for (let line = leaf.line; line < endLine; line++) lines.push(lineText(scanned, line, leaf.columnAt(line)));
  return lines;
}
