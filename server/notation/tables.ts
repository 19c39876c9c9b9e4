/** The rows of GFM's tables (section 4.10 of its specification). */

/** The cells of a delimiter row, `| --- | :-: |` with or without outer pipes; 0 when the row is none. */
export function countDelimiters(row: string): number {
  let at = skipSpace(row, 0);
  let marked = row[at] === '|';
  if (marked) at = skipSpace(row, at + 1);
  for (let cells = 1; ; cells++) {
    if (row[at] === ':') {
      marked = true;
      at++;
    }
    if (row[at] !== '-') return 0;
    while (row[at] === '-') at++;
    if (row[at] === ':') {
      marked = true;
      at++;
    }
    at = skipSpace(row, at);
    if (at === row.length) return marked ? cells : 0;
    if (row[at] !== '|') return 0;
    marked = true;
    at = skipSpace(row, at + 1);
    if (at === row.length) return cells;
  }
}

function skipSpace(row: string, from: number): number {
  let at = from;
  while (row[at] === ' ' || row[at] === '\t') at++;
  return at;
}

/** A cell's text without the white space around it, and where it starts and ends in the row. */
export interface Cell {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The cells of a row. A pipe behind a backslash does not part cells. */
export function splitRow(row: string): Cell[] {
  const cells: Cell[] = [];
  const cell = (from: number, to: number): void => {
    let start = from;
    let end = to;
    while (start < end && isSpace(row.charCodeAt(start))) start++;
    while (end > start && isSpace(row.charCodeAt(end - 1))) end--;
    cells.push({ text: row.slice(start, end), start, end });
  };
  let from = skipSpace(row, 0);
  if (row[from] === '|') from++;
  for (let at = from; at < row.length; at++) {
    if (row[at] === '\\') at++;
    else if (row[at] === '|') {
      cell(from, at);
      from = at + 1;
    }
  }
  if (skipSpace(row, from) < row.length) cell(from, row.length);
  return cells;
}

const isSpace = (code: number): boolean => code === 32 || code === 9;

export function countCells(row: string): number {
  return splitRow(row).length;
}
