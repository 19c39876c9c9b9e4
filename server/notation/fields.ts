/** Fields: `- Owner: @maria` in the first list under a block's heading. */
import { span, type Span } from '../text.ts';
import { fieldKey, type FieldName } from './keys.ts';
import { lineText, type MarkdownNode, type Scanned } from './markdown.ts';

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
    private readonly nameLine: number,
    private readonly nameStart: number,
    /** Without white space around it; wrapped lines are joined with a space. */
    readonly value: string,
    private readonly valueLine: number,
    private readonly valueStart: number,
    private readonly valueEnd: number,
    /** The lines of the list item; the end is exclusive. */
    readonly line: number,
    readonly endLine: number,
    private readonly further: readonly FurtherLine[] = oneLine,
  ) {}

  get nameAt(): Span {
    return span(this.nameLine, this.nameStart, this.nameStart + this.name.length);
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

/** White space, with the blanks that no keyboard types but a word processor pastes: no-break, figure, zero-width. */
export const isBlank = (code: number): boolean =>
  code <= 32 || (code >= 160 && (code === 0xa0 || code === 0x202f || code === 0x2007 || code === 0x200b || code === 0xfeff));

/** A key in the text of an item: where its name starts, and the offset behind its colon. */
interface Key {
  readonly name: string;
  readonly start: number;
  readonly behind: number;
}

const longestName = 40;

/** `Same as: …`: plain letters and spaces up to the colon, which is nearly every field and needs no pattern. */
function plainKey(text: string): Key | undefined {
  for (let at = 0; at <= longestName && at < text.length; at++) {
    const code = text.charCodeAt(at) | 32;
    if ((code >= 97 && code <= 122) || (code === 32 && at > 0 && text.charCodeAt(at) === 32)) continue;
    if (at === 0 || text.charCodeAt(at) !== 58 || !(at + 1 === text.length || isBlank(text.charCodeAt(at + 1)) || fieldKey(text.slice(0, at)))) return undefined;
    return { name: text.slice(0, at).trimEnd(), start: 0, behind: at + 1 };
  }
  return undefined;
}

function emphasisedKey(text: string): Key | undefined {
  const match = named.exec(text);
  return match ? { name: match[2]!, start: match[1]?.length ?? 0, behind: match[0].length } : undefined;
}

const named = /^(\*\*|__)?(\p{L}[\p{L}\p{N} '’_-]{0,39}?)[ \t]{0,9}(?::\1|\1[ \t]{0,9}:)(?=[\s\u200b]|$)/u;

/** The field that a list item holds, `undefined` when it is not `Key: value`. */
export function readField(scanned: Scanned, item: MarkdownNode, paragraph: MarkdownNode): Field | undefined {
  const { line, column } = paragraph;
  const text = lineText(scanned, line, column);
  const key = plainKey(text) ?? emphasisedKey(text);
  if (!key) return undefined;
  const { name, behind } = key;
  let from = behind;
  let to = text.length;
  while (from < to && isBlank(text.charCodeAt(from))) from++;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  let value = text.slice(from, to);
  let valueLine = line;
  let valueStart = column + (value === '' ? behind : from);
  let valueEnd = column + (value === '' ? behind : to);
  let further: FurtherLine[] | undefined;
  for (let next = line + 1; next < paragraph.endLine; next++) {
    const start = paragraph.columnAt(next);
    const more = lineText(scanned, next, start);
    if (more === '') continue;
    if (value === '') {
      [valueLine, valueStart, valueEnd] = [next, start, start + more.length];
      value = more;
    } else {
      (further ??= []).push({ offset: value.length + 1, line: next, column: start });
      value = `${value} ${more}`;
    }
  }
  const known = fieldKey(name)?.name;
  // A name that is written as the notation has it needs no copy of its own.
  return new Field(known, known === name ? known : name, line, column + key.start, value, valueLine, valueStart, valueEnd, item.line, item.endLine, further);
}

/** What people write where they have nothing to write yet. */
const placeholder = /^(?:|[-–—?.…_]+|tb[acd]|todo|none|nobody|no ?one|n\/?a|unassigned|unknown|open|\?+)$/i;

export const isPlaceholder = (value: string): boolean => placeholder.test(value.trim());
