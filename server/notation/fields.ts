/** Fields: `- Owner: @maria` in the first list under a block's heading. */
import { span, type Span } from '../text.ts';
import { type Amount, parseAmount } from './amounts.ts';
import { type Day, parseDay } from './dates.ts';
import { type Minutes, parseDuration } from './durations.ts';
import { type Mention, mentionsIn } from './inline.ts';
import { fieldKey, type FieldName } from './keys.ts';
import type { Located, Problem, ProblemCode } from './located.ts';
import { lineText, type MarkdownNode, type Scanned } from './markdown.ts';

export interface Field {
  /** The canonical name; `undefined` for a name that the notation does not have. */
  readonly key: FieldName | undefined;
  /** As typed. */
  readonly name: string;
  readonly nameAt: Span;
  /** Without white space around it; wrapped lines are joined with a space. */
  readonly value: string;
  /** Where the value stands in its first line; empty and behind the colon when there is none. */
  readonly valueAt: Span;
  /** The lines of the list item; the end is exclusive. */
  readonly line: number;
  readonly endLine: number;
}

const named = /^(\*\*|__)?(\p{L}[\p{L}\p{N} '’_-]{0,39}?)[ \t]*(?::\1|\1[ \t]*:)(?=[ \t]|$)/u;

/** The field that a list item holds, `undefined` when it is not `Key: value`. */
export function readField(scanned: Scanned, item: MarkdownNode, paragraph: MarkdownNode): Field | undefined {
  const { line, column } = paragraph;
  const text = lineText(scanned, line, column);
  const match = named.exec(text);
  if (!match) return undefined;
  const name = match[2]!;
  const nameStart = column + (match[1]?.length ?? 0);
  let value = text.slice(match[0].length).trimStart();
  let valueAt = span(line, column + text.length - value.length, column + text.length);
  if (value === '') valueAt = span(line, column + match[0].length, column + match[0].length);
  for (let next = line + 1; next < paragraph.endLine; next++) {
    const start = paragraph.columnAt(next);
    const more = lineText(scanned, next, start);
    if (value === '') valueAt = span(next, start, start + more.length);
    value = value === '' ? more : `${value} ${more}`;
  }
  return {
    key: fieldKey(name)?.name,
    name,
    nameAt: span(line, nameStart, nameStart + name.length),
    value,
    valueAt,
    line: item.line,
    endLine: item.endLine,
  };
}

/** What people write where they have nothing to write yet. */
const placeholder = /^(?:|[-–—?.…_]+|tb[acd]|todo|none|nobody|no ?one|n\/?a|unassigned|unknown|open|\?+)$/i;

export const isPlaceholder = (value: string): boolean => placeholder.test(value.trim());

/** A span of several days, or an open one: `2026-07-01 to 2026-08-31`, `from 2026-07-01`. */
export interface Pause {
  readonly from: Day | undefined;
  readonly until: Day | undefined;
}

/** Reads typed values of fields and reports what cannot be read; an empty value or a placeholder is no problem. */
export class FieldValues {
  constructor(private readonly problems: Problem[]) {}

  /** The first person named; `undefined` when the value names nobody with an `@`. */
  person(field: Field | undefined): Mention | undefined {
    if (!field) return undefined;
    for (const [start, end] of mentionsIn(field.value)) {
      const at = field.valueAt.start + start;
      return { handle: field.value.slice(start + 1, end), at: span(field.valueAt.line, at, at + end - start) };
    }
    return undefined;
  }

  date(field: Field | undefined): Located<Day> | undefined {
    return this.read(field, 'invalid-date', (value) => (value.length === 10 ? parseDay(value) : undefined));
  }

  duration(field: Field | undefined): Located<Minutes> | undefined {
    return this.read(field, 'invalid-duration', parseDuration);
  }

  amount(field: Field | undefined): Located<Amount> | undefined {
    return this.read(field, 'invalid-amount', parseAmount);
  }

  /** `2026-07-01 to 2026-08-31`, `2026-07-01` or `from 2026-07-01` (open), `until 2026-08-31`, `yes`. */
  pause(field: Field | undefined): Located<Pause> | undefined {
    if (!field || isPlaceholder(field.value) || /^no$/i.test(field.value)) return undefined;
    if (/^yes$/i.test(field.value)) return { value: { from: undefined, until: undefined }, at: field.valueAt };
    const match = /^(?:(?:from|since)\s+)?(\S+)?(?:\s*(?:to|until|till|–|-)\s+(\S+))?$/i.exec(field.value);
    const until = /^(?:until|till|to)\s+(\S+)$/i.exec(field.value)?.[1];
    const [from, to] = until ? [undefined, until] : [match?.[1], match?.[2]];
    const fromDay = from === undefined ? undefined : parseDay(from);
    const toDay = to === undefined ? undefined : parseDay(to);
    if ((from === undefined && to === undefined) || (from && fromDay === undefined) || (to && toDay === undefined)) {
      this.problem('invalid-date', field, from && fromDay === undefined ? from : to ?? field.value);
      return undefined;
    }
    return { value: { from: fromDay, until: toDay }, at: field.valueAt };
  }

  private read<T>(field: Field | undefined, code: ProblemCode, parse: (value: string) => T | undefined): Located<T> | undefined {
    if (!field || isPlaceholder(field.value)) return undefined;
    const value = parse(field.value);
    if (value !== undefined) return { value, at: field.valueAt };
    this.problem(code, field, field.value);
    return undefined;
  }

  /** Reports a part of a value at its own place, the whole value where the part is not found. */
  private problem(code: ProblemCode, field: Field, text: string): void {
    const found = field.value.indexOf(text);
    const start = field.valueAt.start + Math.max(found, 0);
    const end = found < 0 ? field.valueAt.end : Math.min(start + text.length, field.valueAt.end);
    this.problems.push({ code, at: span(field.valueAt.line, start, end), text });
  }
}
