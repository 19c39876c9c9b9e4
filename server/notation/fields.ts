/** Fields: `- Owner: @maria` in the first list under a block's heading. */
import { span, type Span } from '../text.ts';
import { isBlank, isLetter } from './characters.ts';
import { fieldKey, fieldKeys, type FieldName } from './keys.ts';
import { lineEnd, lineText, type MarkdownNode, type Scanned } from './markdown.ts';

/** A line behind the first of a wrapped value: from which offset in the value on it goes, and from which column. */
interface FurtherLine {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

const oneLine: readonly FurtherLine[] = [];

export class Field {
  constructor(
    /** The canonical name; `undefined` for a name that the notation does not have. */
    readonly key: FieldName | undefined,
    /** As typed. */
    readonly name: string,
    private readonly nameStart: number,
    /** Without white space around it; wrapped lines are joined with a space. */
    readonly value: string,
    private readonly valueLine: number,
    private readonly valueStart: number,
    private readonly valueEnd: number,
    /** The lines of the list item, whose first one begins with the name; the end is exclusive. */
    readonly line: number,
    readonly endLine: number,
    private readonly further: readonly FurtherLine[] = oneLine,
  ) {}

  get nameAt(): Span {
    return span(this.line, this.nameStart, this.nameStart + this.name.length);
  }

  /** Where the value stands in its first line; empty and behind the colon when there is none. */
  get valueAt(): Span {
    return span(this.valueLine, this.valueStart, this.valueEnd);
  }

  /** Where a part of the value stands, given by its offsets; a part that goes over several lines, up to the end of its first. */
  partAt(start: number, end: number): Span {
    let here: FurtherLine = { offset: 0, line: this.valueLine, column: this.valueStart };
    let behind = this.value.length;
    for (const next of this.further) {
      if (next.offset > start) {
        behind = next.offset - 1;
        break;
      }
      here = next;
    }
    const column = here.column - here.offset;
    return span(here.line, column + start, column + Math.max(start, Math.min(end, behind)));
  }
}

const longestName = 40;

/** `Same as: …`: the offset of the colon behind plain letters and spaces, which is nearly every field and needs no pattern; else -1. */
function plainColon(text: string, start: number, end: number): number {
  const last = Math.min(end, start + longestName + 1);
  for (let at = start; at < last; at++) {
    const code = text.charCodeAt(at);
    if (isLetter(code) || (code === 32 && at > start)) continue;
    if (code !== 58 || at === start) return -1;
    // `Owner:@maria` is as good as a field, `https:` is none.
    return at + 1 === end || isBlank(text.charCodeAt(at + 1)) || fieldKey(text.slice(start, at)) ? at : -1;
  }
  return -1;
}

const named = /^(\*\*|__)?(\p{L}[\p{L}\p{N} '’_-]{0,39}?)[ \t]{0,9}(?::\1|\1[ \t]{0,9}:)(?=[\s\u200b]|$)/u;

/** The notation's names by their first letters. */
const byInitial: FieldName[][] = [];
for (const { name } of fieldKeys) (byInitial[name.charCodeAt(0)] ??= []).push(name);

/** The name between two offsets, if it is written as the notation has it, as nearly all are: no string is made of it. */
function canonicalName(text: string, start: number, end: number): FieldName | undefined {
  const names = byInitial[text.charCodeAt(start)];
  if (names) for (const name of names) if (name.length === end - start && text.startsWith(name, start)) return name;
  return undefined;
}

/** The field that a list item holds, `undefined` when it is not `Key: value`. */
export function readField(scanned: Scanned, item: MarkdownNode, paragraph: MarkdownNode): Field | undefined {
  const { text } = scanned;
  const { line } = paragraph;
  const base = scanned.lineStarts[line]!;
  const end = lineEnd(scanned, line);
  let nameStart = base + paragraph.column;
  let nameEnd = plainColon(text, nameStart, end);
  let behind = nameEnd + 1;
  if (nameEnd < 0) {
    const match = named.exec(text.slice(nameStart, end));
    if (!match) return undefined;
    behind = nameStart + match[0].length;
    nameStart += match[1]?.length ?? 0;
    nameEnd = nameStart + match[2]!.length;
  } else {
    while (text.charCodeAt(nameEnd - 1) === 32) nameEnd--;
  }
  const canonical = canonicalName(text, nameStart, nameEnd);
  const name = canonical ?? text.slice(nameStart, nameEnd);
  const key = canonical ?? fieldKey(name)?.name;

  let from = behind;
  let to = end;
  while (from < to && isBlank(text.charCodeAt(from))) from++;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  if (from === to) from = to = behind;
  let value = text.slice(from, to);
  let valueLine = line;
  let valueStart = from - base;
  let valueEnd = to - base;
  let further: FurtherLine[] | undefined;
  for (let next = line + 1; next < paragraph.endLine; next++) {
    const column = paragraph.columnAt(next);
    const more = lineText(scanned, next, column);
    if (more === '') continue;
    if (value === '') {
      [valueLine, valueStart, valueEnd] = [next, column, column + more.length];
      value = more;
    } else {
      (further ??= []).push({ offset: value.length + 1, line: next, column });
      value = `${value} ${more}`;
    }
  }
  return new Field(key, name, nameStart - base, value, valueLine, valueStart, valueEnd, item.line, item.endLine, further);
}

/** What people write where they have nothing to write yet. */
const placeholder = /^(?:|[-–—?.…_]+|tb[acd]|todo|none|nobody|no ?one|n\/?a|unassigned|unknown|open|\?+)$/i;

export const isPlaceholder = (value: string): boolean => placeholder.test(value.trim());
