/** Positions and ranges, shaped like LSP's: lines and UTF-16 columns from 0, ends exclusive. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/**
 * A stretch of one line. Nearly everything in the notation sits on one line, so this is what the parser hands out:
 * `{ line: 3, start: 2, end: 7 }` is `Owner` in the line `- Owner: @maria`, three lines below the start of its section.
 */
export interface Span {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
  /** The same with places to fill in, for editors that have them. */
  readonly snippet?: string;
}

export const span = (line: number, start: number, end: number): Span => ({ line, start, end });

/** The range of a span whose section begins at line `firstLine` of its document. */
export function toRange({ line, start, end }: Span, firstLine = 0): Range {
  return {
    start: { line: line + firstLine, character: start },
    end: { line: line + firstLine, character: end },
  };
}

/** The range from the start of one span to the end of another, on the same or a later line. */
export function between(from: Span, to: Span, firstLine = 0): Range {
  return {
    start: { line: from.line + firstLine, character: from.start },
    end: { line: to.line + firstLine, character: to.end },
  };
}

export function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

export function overlaps(a: Range, b: Range): boolean {
  return comparePositions(a.start, b.end) <= 0 && comparePositions(b.start, a.end) <= 0;
}

/** A text after edits whose ranges are of it as it was, and do not overlap. */
export function withEdits(text: string, edits: readonly TextEdit[]): string {
  const lineStarts = [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), ({ 0: lineBreak, index }) => index + lineBreak.length)];
  const offsetOf = ({ line, character }: Position): number => lineStarts[line]! + character;
  const parts: string[] = [];
  let at = 0;
  for (const { range, newText } of [...edits].sort((a, b) => comparePositions(a.range.start, b.range.start) || comparePositions(a.range.end, b.range.end))) {
    parts.push(text.slice(at, offsetOf(range.start)), newText);
    at = offsetOf(range.end);
  }
  return parts.join('') + text.slice(at);
}

/** Edits of one file. */
export interface FileEdit {
  readonly uri: string;
  readonly edits: readonly TextEdit[];
}

/** What is to be done to files in one step. Ranges are of the texts as they are before it. */
export interface Change {
  readonly edits?: readonly FileEdit[];
  /** A file to be made; it is never overwritten. Its text is written with the edits. */
  readonly create?: { readonly uri: string; readonly text: string };
  /** A file to be moved, after the edits; what is there already is never overwritten. */
  readonly move?: Move;
  /** What it comes to, where somebody should look it over before it is done. */
  readonly preview?: string;
}

export interface Move {
  readonly from: string;
  readonly to: string;
}

/** Why a change is not made, in a sentence for whoever asked for it. */
export interface Refusal {
  readonly refused: string;
}

/** One list of edits for each file, in the order of the files' names. */
export function byFile(edits: Iterable<readonly [uri: string, edit: TextEdit]>): FileEdit[] {
  const files = new Map<string, TextEdit[]>();
  for (const [uri, edit] of edits) {
    const known = files.get(uri);
    if (known) known.push(edit);
    else files.set(uri, [edit]);
  }
  return [...files].map(([uri, all]) => ({ uri, edits: all })).sort((a, b) => (a.uri < b.uri ? -1 : 1));
}
