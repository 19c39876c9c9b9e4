/** Tables with their columns aligned. */
import { columnOf } from '../bids.ts';
import type { MarkdownNode } from '../markdown.ts';
import { splitRow } from '../tables.ts';
import { isTooLong, type Part, type Step, withTexts } from './part.ts';
import { canonicalAmount } from './values.ts';
import { widthOf } from './width.ts';

/** Aligns the tables in the open; a table that would not fit into a line stays as it is. */
export const alignTables: Step = (part, { isWanted, currency }) => {
  const texts = new Map<number, string>();
  for (const table of part.nodes) {
    if (table.kind !== 'table' || table.parent) continue;
    const before = part.lines.slice(table.line, table.endLine);
    if (!before.some(isWanted)) continue;
    const after = alignedRows(before.map(({ text }) => text), pricesOf(part, table), currency);
    if (after?.every((text, i) => !isTooLong(text, before[i]!.text))) after.forEach((text, i) => texts.set(table.line + i, text));
  }
  return withTexts(part.lines, texts);
};

/** The column that holds the prices of bids, whose cells are amounts; -1 in other tables. */
function pricesOf({ section }: Part, { line }: MarkdownNode): number {
  const bids = section.block?.bids;
  return bids?.line === line ? bids.headers.findIndex((header) => columnOf(header) === 'price') : -1;
}

/** `undefined` for a table with other rows than `| a | b |`, as while one is being typed. */
function alignedRows(rows: readonly string[], prices: number, currency: string | undefined): string[] | undefined {
  const indent = /^ */.exec(rows[0]!)![0];
  if (!rows.every((row) => row.startsWith(`${indent}|`) && /(?<!\\)(?:\\\\)*\|[ \t]*$/.test(row.slice(indent.length + 1)))) return undefined;
  const cells = rows.map((row, i) => splitRow(row).map(({ text }, column) => (column === prices && i > 1 ? canonicalAmount(text, currency) : text)));
  const [headers, delimiters, ...bodies] = cells as [string[], string[], ...string[][]];
  if (cells.some((row) => row.length !== headers.length)) return undefined;
  const widths = headers.map((_, column) => Math.max(3, ...[headers, ...bodies].map((row) => widthOf(row[column]!))));
  return cells.map((row) => `${indent}| ${row.map((text, column) => (row === delimiters ? ruled : padded)(text, widths[column]!, delimiters[column]!)).join(' | ')} |`);
}

/** `:-` as `:----`, over the whole width. */
function ruled(text: string, width: number): string {
  const [left, right] = [text.startsWith(':') ? ':' : '', text.endsWith(':') ? ':' : ''];
  return left + '-'.repeat(width - left.length - right.length) + right;
}

function padded(text: string, width: number, delimiter: string): string {
  const space = width - widthOf(text);
  const left = !delimiter.endsWith(':') ? 0 : delimiter.startsWith(':') ? space >> 1 : space;
  return ' '.repeat(left) + text + ' '.repeat(space - left);
}
