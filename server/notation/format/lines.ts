/** A note as lines that can be changed, added, taken out and moved, and the edits that make one such note of another. */
import type { Range, TextEdit } from '../../text.ts';

export interface Line {
  readonly text: string;
  /** Empty only at the end of a note that does not end in one. */
  readonly lineBreak: string;
  /** The line of the note that it was; `undefined` for a new one. */
  readonly from: number | undefined;
}

export function linesOf(text: string, firstLine: number): Line[] {
  const lines: Line[] = [];
  for (const [all, line] of text.matchAll(/([^\r\n]*)(?:\r\n|\n|\r|$)/g)) {
    if (all !== '') lines.push({ text: line!, lineBreak: all.slice(line!.length), from: firstLine + lines.length });
  }
  return lines;
}

export const textOfLines = (lines: readonly Line[]): string => lines.map(({ text, lineBreak }) => text + lineBreak).join('');

/** Lines in another order. Where the last one of all had no line break, the new last one has none. */
export function reordered(lines: readonly Line[], order: readonly number[], lineBreak: string): Line[] {
  const end = lines.at(-1)?.lineBreak;
  return order.map((index, i) => {
    const line = lines[index]!;
    if (end !== '') return line;
    return { ...line, lineBreak: i === order.length - 1 ? '' : line.lineBreak || lineBreak };
  });
}

/** The edits that make one note of another, as small as may be: what stays where it is, and the cursor in it, is not touched. */
export function editsBetween(before: readonly Line[], after: readonly Line[]): TextEdit[] {
  const edits: TextEdit[] = [];
  let next = 0;
  let added = '';
  const closeGap = (until: number): void => {
    if (next === until && added === '') return;
    edits.push({ range: { start: lineStart(before, next), end: lineStart(before, until) }, newText: added });
    added = '';
  };
  const stays = linesInPlace(after);
  for (const line of after) {
    if (line.from === undefined || !stays.has(line)) {
      added += line.text + line.lineBreak;
      continue;
    }
    closeGap(line.from);
    edits.push(...editsInLine(before[line.from]!, line, line.from));
    next = line.from + 1;
  }
  closeGap(before.length);
  return edits;
}

function lineStart(lines: readonly Line[], line: number): Range['start'] {
  const last = lines.at(-1);
  return line === lines.length && last?.lineBreak === '' ? { line: line - 1, character: last.text.length } : { line, character: 0 };
}

/** What differs between the beginnings and the ends that two lines have in common; and the line break, where it comes or goes. */
function editsInLine({ text: old, lineBreak }: Line, { text, lineBreak: newBreak }: Line, line: number): TextEdit[] {
  const edits: TextEdit[] = [];
  if (old !== text) {
    const most = Math.min(old.length, text.length);
    let start = 0;
    while (start < most && old[start] === text[start]) start++;
    let end = 0;
    while (end < most - start && old[old.length - 1 - end] === text[text.length - 1 - end]) end++;
    // Both halves of a character, or neither.
    if (isLowSurrogate(old.charCodeAt(start)) || isLowSurrogate(text.charCodeAt(start))) start = Math.max(0, start - 1);
    if (end > 0 && isLowSurrogate(old.charCodeAt(old.length - end))) end--;
    edits.push({ range: { start: { line, character: start }, end: { line, character: old.length - end } }, newText: text.slice(start, text.length - end) });
  }
  if (lineBreak !== newBreak) {
    const end = lineBreak === '' ? { line, character: old.length } : { line: line + 1, character: 0 };
    edits.push({ range: { start: { line, character: old.length }, end }, newText: newBreak });
  }
  return edits;
}

const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

/** The most lines that can stay where they are when the others move: a longest increasing subsequence. */
function linesInPlace(lines: readonly Line[]): ReadonlySet<Line> {
  const old = lines.filter(({ from }) => from !== undefined);
  const fromOf = (index: number): number => old[index]!.from!;
  if (old.every((_, i) => i === 0 || fromOf(i - 1) < fromOf(i))) return new Set(old);
  // Of the chains of each length so far: the index of the line with the smallest end.
  const ends: number[] = [];
  const before: number[] = [];
  for (let i = 0; i < old.length; i++) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (fromOf(ends[middle]!) < fromOf(i)) low = middle + 1;
      else high = middle;
    }
    before[i] = low > 0 ? ends[low - 1]! : -1;
    ends[low] = i;
  }
  const stays = new Set<Line>();
  for (let i = ends.at(-1) ?? -1; i >= 0; i = before[i]!) stays.add(old[i]!);
  return stays;
}
