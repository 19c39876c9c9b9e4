/** Bids: the first table of a one-off whose first header is Bid or Bidder. */
import { span, type Span } from '../text.ts';
import { type Amount, parseAmount } from './amounts.ts';
import { isPlaceholder } from './fields.ts';
import { handleEnd } from './inline.ts';
import { type Located, located, type Problem } from './located.ts';
import { lineText, type MarkdownNode, type Scanned } from './markdown.ts';
import { type Cell, splitRow } from './tables.ts';

export interface Bid {
  /** As written, without the `@`. */
  readonly bidder: string;
  readonly at: Span;
  readonly isHandle: boolean;
  readonly price: Located<Amount> | undefined;
  readonly days: number | undefined;
  readonly note: string;
}

export interface Bids {
  readonly line: number;
  readonly endLine: number;
  readonly headers: readonly string[];
  readonly rows: readonly Bid[];
}

type Column = 'bidder' | 'price' | 'days' | 'note';

const columns: ReadonlyMap<string, Column> = new Map(
  Object.entries({ bidder: 'bid bids bidder bidders', price: 'price amount cost offer quote', days: 'day days time duration', note: 'note notes comment comments remark remarks' })
    .flatMap(([column, names]) => names.split(' ').map((name) => [name, column as Column])),
);

export const columnOf = (header: string): Column | undefined => columns.get(header.toLowerCase().replace(/[*_`:]/g, '').trim());

/** The bids of a table, `undefined` when it is a table of something else. */
export function readBids(scanned: Scanned, table: MarkdownNode, problems: Problem[]): Bids | undefined {
  const headers = splitRow(lineText(scanned, table.line, table.column)).map(({ text }) => text);
  if (headers[0] === undefined || columnOf(headers[0]) !== 'bidder') return undefined;
  const order = headers.map(columnOf);
  const places = { price: order.indexOf('price'), days: order.indexOf('days'), note: order.indexOf('note') };
  const rows: Bid[] = [];
  for (let line = table.line + 2; line < table.endLine; line++) {
    const column = table.columnAt(line);
    const cells = splitRow(lineText(scanned, line, column));
    const bidder = cells[0];
    if (!bidder || bidder.text === '') continue;
    const isHandle = bidder.text.startsWith('@') && handleEnd(bidder.text, 1) === bidder.text.length;
    rows.push({
      bidder: isHandle ? bidder.text.slice(1) : bidder.text,
      at: span(line, column + bidder.start, column + bidder.end),
      isHandle,
      price: readPrice(cells[places.price], line, column, problems),
      days: readDays(cells[places.days]),
      note: cells[places.note]?.text ?? '',
    });
  }
  return { line: table.line, endLine: table.endLine, headers, rows };
}

function readPrice(cell: Cell | undefined, line: number, column: number, problems: Problem[]): Located<Amount> | undefined {
  if (!cell || isPlaceholder(cell.text)) return undefined;
  const at = span(line, column + cell.start, column + cell.end);
  const value = parseAmount(cell.text);
  if (value) return located(value, at);
  problems.push({ code: 'invalid-amount', at, text: cell.text });
  return undefined;
}

function readDays(cell: Cell | undefined): number | undefined {
  const match = cell && /^(\d{1,4})(?:\s*d(?:ays?)?)?$/i.exec(cell.text);
  return match ? Number(match[1]) : undefined;
}
