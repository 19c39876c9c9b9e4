/** Milestones: `- [x] 2026-09-22 All files: 290 EUR`, a box, a date among words, then, behind a colon, an amount. */
import { span, type Span } from '../text.ts';
import { type Amount, parseAmount } from './amounts.ts';
import { type Day, isDateLike, looksLikeDay, parseDay } from './dates.ts';
import type { Problem } from './located.ts';
import { lineEnd, type MarkdownNode, type Scanned } from './markdown.ts';

export class Milestone {
  constructor(
    readonly line: number,
    readonly done: boolean,
    private readonly boxColumn: number,
    /** `undefined` when what stands there is no day; then there is a problem too. */
    readonly date: Day | undefined,
    private readonly dateColumn: number,
    private readonly dateLength: number,
    readonly title: string,
    readonly amount: Amount | undefined,
  ) {}

  /** The letter or space between the brackets. */
  get boxAt(): Span {
    return span(this.line, this.boxColumn, this.boxColumn + 1);
  }

  get dateAt(): Span {
    return span(this.line, this.dateColumn, this.dateColumn + this.dateLength);
  }
}

/** The date that stands somewhere in a text, be it right or wrong: what is before it, it, what is behind it. */
const dated = /^([^]*?)(\d{1,4}[-./]\d{1,2}[-./]\d[\d./-]{0,20})([^]*)$/;

/** The milestone in the first line of a list item's paragraph; `undefined` where there is no box or no date. */
export function readMilestone(scanned: Scanned, { line, column }: MarkdownNode, problems: Problem[]): Milestone | undefined {
  const { text, lineStarts } = scanned;
  const start = lineStarts[line]!;
  const box = start + column + 1;
  const mark = text.charCodeAt(box);
  const done = mark === 120 || mark === 88;
  if (text.charCodeAt(box - 1) !== 91 || (!done && mark !== 32) || text.charCodeAt(box + 1) !== 93) return undefined;
  const end = lineEnd(scanned, line);
  let from = box + 2;
  while (from < end && isSpace(text.charCodeAt(from))) from++;
  if (from === box + 2) return undefined;
  let dateFrom = from;
  let dateLength = 10;
  let title: string;
  // Nearly always the date comes first.
  if (looksLikeDay(text, from) && !goesOn(text.charCodeAt(from + 10))) {
    title = text.slice(from + 10, end);
  } else {
    const match = dated.exec(text.slice(from, end));
    if (!match) return undefined;
    const [, before, written, behind] = match as unknown as [string, string, string, string];
    dateLength = written.replace(/[./-]+$/, '').length;
    if (!isDateLike(written.slice(0, dateLength))) return undefined;
    dateFrom += before.length;
    title = before + behind;
  }
  const date = dateLength === 10 ? parseDay(text, dateFrom) : undefined;
  const colon = title.indexOf(':');
  const milestone = new Milestone(
    line,
    done,
    box - start,
    date,
    dateFrom - start,
    dateLength,
    (colon < 0 ? title : title.slice(0, colon)).trim(),
    colon < 0 ? undefined : parseAmount(title.slice(colon + 1)),
  );
  if (date === undefined) problems.push({ code: 'invalid-date', at: milestone.dateAt, text: text.slice(dateFrom, dateFrom + dateLength) });
  return milestone;
}

const isSpace = (code: number): boolean => code === 32 || code === 9;

/** Whether a date would not end before a character: it is a digit, `.`, `/` or `-`. */
const goesOn = (code: number): boolean => code >= 45 && code <= 57;
