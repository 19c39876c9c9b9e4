/** Bids: the first table of a one-off whose first header is Bid or Bidder. */
import { span, type Span } from '../text.ts';
import { type Amount, parseAmount } from './amounts.ts';
import { isDigit } from './characters.ts';
import { isPlaceholder } from './fields.ts';
import { handleEnd } from './inline.ts';
import { Located, type Problem } from './located.ts';
import { lineEnd, type MarkdownNode, type Scanned } from './markdown.ts';
import { type Cell, splitRow } from './tables.ts';

export class Bid {
  constructor(
    /** As written, without the `@`. */
    readonly bidder: string,
    readonly isHandle: boolean,
    private readonly line: number,
    private readonly start: number,
    readonly price: Located<Amount> | undefined,
    readonly days: number | undefined,
    readonly note: string,
  ) {}

  get at(): Span {
    return span(this.line, this.start, this.start + this.bidder.length + (this.isHandle ? 1 : 0));
  }
}

export interface Bids {
  readonly line: number;
  readonly endLine: number;
  readonly headers: readonly string[];
  readonly rows: readonly Bid[];
}

type Column = 'bidder' | 'price' | 'days' | 'note';

/** By header: as it is most often written, which is found at once, and in small letters, for all other ways to write it. */
const columns: ReadonlyMap<string, Column> = new Map(
  Object.entries({ bidder: 'Bid Bids Bidder Bidders', price: 'Price Amount Cost Offer Quote', days: 'Day Days Time Duration', note: 'Note Notes Comment Comments Remark Remarks' })
    .flatMap(([column, names]) => `${names} ${names.toLowerCase()}`.split(' ').map((name) => [name, column as Column])),
);

export function columnOf(header: string): Column | undefined {
  return columns.get(header) ?? columns.get(header.toLowerCase().replace(/[*_`:]/g, '').trim());
}

/** The bids of a table, `undefined` when it is a table of something else. */
export function readBids(scanned: Scanned, table: MarkdownNode, problems: Problem[]): Bids | undefined {
  const headers = cellsOf(scanned, table, table.line).map(({ text }) => text);
  if (headers[0] === undefined || columnOf(headers[0]) !== 'bidder') return undefined;
  const order = headers.map(columnOf);
  const price = order.indexOf('price');
  const days = order.indexOf('days');
  const note = order.indexOf('note');
  const rows: Bid[] = [];
  for (let line = table.line + 2; line < table.endLine; line++) {
    const cells = cellsOf(scanned, table, line);
    const bidder = cells[0];
    if (!bidder || bidder.text === '') continue;
    const base = scanned.lineStarts[line]!;
    const isHandle = bidder.text.startsWith('@') && handleEnd(bidder.text, 1) === bidder.text.length;
    rows.push(
      new Bid(
        isHandle ? bidder.text.slice(1) : bidder.text,
        isHandle,
        line,
        bidder.start - base,
        readPrice(cells[price], line, base, problems),
        readDays(cells[days]),
        cells[note]?.text ?? '',
      ),
    );
  }
  return { line: table.line, endLine: table.endLine, headers, rows };
}

function cellsOf(scanned: Scanned, table: MarkdownNode, line: number): Cell[] {
  return splitRow(scanned.text, scanned.lineStarts[line]! + table.columnAt(line), lineEnd(scanned, line));
}

function readPrice(cell: Cell | undefined, line: number, base: number, problems: Problem[]): Located<Amount> | undefined {
  if (!cell) return undefined;
  const { text, start, end } = cell;
  const value = parseAmount(text);
  if (value) return new Located(value, line, start - base, end - base);
  if (!isPlaceholder(text)) problems.push({ code: 'invalid-amount', at: span(line, start - base, end - base), text });
  return undefined;
}

/** `10`, `10d`, `10 days`. */
function readDays(cell: Cell | undefined): number | undefined {
  const text = cell?.text ?? '';
  let days = 0;
  let at = 0;
  for (; isDigit(text.charCodeAt(at)) && at < 4; at++) days = days * 10 + text.charCodeAt(at) - 48;
  return at > 0 && (at === text.length || daysUnit.test(text.slice(at))) ? days : undefined;
}

const daysUnit = /^\s*d(?:ays?)?$/i;
