/** The rows of GFM's tables (section 4.10 of its specification). */

/** `| --- | :-: |`, with or without outer pipes. */
export function isDelimiterRow(text: string): boolean {
  return /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/.test(text);
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
    while (start < end && row.charCodeAt(start) <= 32) start++;
    while (end > start && row.charCodeAt(end - 1) <= 32) end--;
    cells.push({ text: row.slice(start, end), start, end });
  };
  let from = 0;
  while (from < row.length && row.charCodeAt(from) <= 32) from++;
  if (row[from] === '|') from++;
  for (let at = from; at < row.length; at++) {
    if (row[at] === '\\') at++;
    else if (row[at] === '|') {
      cell(from, at);
      from = at + 1;
    }
  }
  if (row.slice(from).trim() !== '') cell(from, row.length);
  return cells;
}

export function countCells(row: string): number {
  return splitRow(row).length;
}
