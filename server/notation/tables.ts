/** The rows of GFM's tables (section 4.10 of its specification). */

const TAB = 9, SPACE = 32, HYPHEN = 45, COLON = 58, BACKSLASH = 92, PIPE = 124;

/** A cell's text without the white space around it, and where it starts and ends. */
export interface Cell {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The cells of a row that stands in a text between two offsets. A pipe behind a backslash does not part cells. */
export function splitRow(text: string, from = 0, to = text.length): Cell[] {
  const cells: Cell[] = [];
  let start = skipSpace(text, from, to);
  if (start < to && text.charCodeAt(start) === PIPE) start = skipSpace(text, start + 1, to);
  while (start < to) {
    const pipe = endOfCell(text, start, to);
    let end = pipe;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    cells.push({ text: text.slice(start, end), start, end });
    start = skipSpace(text, pipe + 1, to);
  }
  return cells;
}

export function countCells(row: string): number {
  let count = 0;
  for (let from = startOfCells(row); hasCellAt(row, from); from = endOfCell(row, from) + 1) count++;
  return count;
}

function startOfCells(row: string): number {
  const at = skipSpace(row, 0);
  return row.charCodeAt(at) === PIPE ? at + 1 : at;
}

/** Behind the last pipe of a row there is no further cell. */
const hasCellAt = (row: string, from: number): boolean => skipSpace(row, from) < row.length;

function endOfCell(row: string, from: number, to = row.length): number {
  let at = from;
  for (; at < to; at++) {
    const code = row.charCodeAt(at);
    if (code === PIPE) break;
    if (code === BACKSLASH) at++;
  }
  return Math.min(at, to);
}

/** The cells of a delimiter row, `| --- | :-: |` with or without outer pipes; 0 when the row is none. */
export function countDelimiters(row: string): number {
  let at = skipSpace(row, 0);
  // A row of hyphens alone would be the underline of a heading.
  let marked = row.charCodeAt(at) === PIPE;
  if (marked) at = skipSpace(row, at + 1);
  for (let cells = 1; ; cells++) {
    const start = at;
    if (row.charCodeAt(at) === COLON) at++;
    const hyphens = at;
    while (row.charCodeAt(at) === HYPHEN) at++;
    if (at === hyphens) return 0;
    if (row.charCodeAt(at) === COLON) at++;
    marked ||= row.charCodeAt(start) === COLON || row.charCodeAt(at - 1) === COLON;
    at = skipSpace(row, at);
    if (at === row.length) return marked ? cells : 0;
    if (row.charCodeAt(at) !== PIPE) return 0;
    marked = true;
    at = skipSpace(row, at + 1);
    if (at === row.length) return cells;
  }
}

const isSpace = (code: number): boolean => code === SPACE || code === TAB;

function skipSpace(row: string, from: number, to = row.length): number {
  let at = from;
  while (at < to && isSpace(row.charCodeAt(at))) at++;
  return at;
}
