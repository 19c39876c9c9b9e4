/** What “expand selection” takes in, step by step: word, value, field or entry, list, block, section, document. */
import type { SelectionRange } from 'vscode-languageserver-types';
import type { NoteContext } from '../context.ts';
import { holds } from '../notation/at.ts';
import { type Document, lineOfDocument, sectionAt } from '../notation/document.ts';
import { partsOf } from '../notation/parts.ts';
import { scanSection } from '../notation/scanSection.ts';
import { comparePositions, type Position, type Range, span, toRange } from '../text.ts';

export function selectionRanges(context: NoteContext, positions: readonly Position[]): SelectionRange[] {
  return positions.map((asked) => {
    const position = inside(context.document, asked);
    return chain(candidates(context, position), position);
  });
}

/** The position, or the end of its line or of the text where it lies behind that. */
function inside(document: Document, { line, character }: Position): Position {
  // The last line break has an empty line behind it.
  const last = Math.min(line, document.lineCount);
  return { line: last, character: Math.min(character, last < document.lineCount ? lineOfDocument(document, last).length : 0) };
}

/** From the smallest range at a position to the largest; those that cut across each other are left out. */
function chain(ranges: readonly Range[], position: Position): SelectionRange {
  const around = ranges.filter(({ start, end }) => comparePositions(start, position) <= 0 && comparePositions(position, end) <= 0);
  // The larger first, so that each range lies within the one before it.
  around.sort((a, b) => comparePositions(a.start, b.start) || comparePositions(b.end, a.end));
  let innermost: SelectionRange = { range: around[0] ?? { start: position, end: position } };
  for (const range of around.slice(1)) {
    const { start, end } = innermost.range;
    const isSame = comparePositions(start, range.start) === 0 && comparePositions(end, range.end) === 0;
    if (!isSame && comparePositions(range.end, end) <= 0) innermost = { range, parent: innermost };
  }
  return innermost;
}

function candidates({ document, folder }: NoteContext, position: Position): Range[] {
  const { line } = position;
  const index = sectionAt(document, line);
  const section = document.sections[index]!;
  const firstLine = document.firstLines[index]!;
  const { frontMatter } = document.header;
  const ranges = [lines(document, 0, document.lineCount), word(document, position)];
  if (line < frontMatter.endLine) return [...ranges, lines(document, 0, frontMatter.endLine), lines(document, line, line + 1)];
  for (const heading of folder.outline(document).headings) if (heading.line <= line && line < heading.endLine) ranges.push(lines(document, heading.line, heading.endLine));
  ranges.push(lines(document, firstLine, firstLine + section.lineCount));
  const lists = new Map<unknown, Range>();
  for (const node of scanSection(section, document).nodes) {
    const range = lines(document, firstLine + node.line, firstLine + node.endLine, node.column);
    if (node.list) lists.set(node.list, { start: lists.get(node.list)?.start ?? range.start, end: range.end });
    ranges.push(range);
  }
  ranges.push(...lists.values());
  if (section.block) for (const part of partsOf(section)) if (part.at.line + firstLine === line) ranges.push(toRange(part.at, firstLine));
  for (const { at, pathAt } of document.links) if (holds(at, position)) ranges.push(toRange(at), toRange(pathAt));
  for (const [handle, places] of document.people) for (const at of places) if (holds(at, position)) ranges.push(toRange(at), toRange(span(at.line, at.end - handle.length, at.end)));
  return ranges;
}

/** Lines up to an exclusive end, without the last one's line break. */
function lines(document: Document, from: number, to: number, column = 0): Range {
  const last = Math.max(from, to - 1);
  return { start: { line: from, character: column }, end: { line: last, character: lineOfDocument(document, last).length } };
}

const wordChar = /[\p{L}\p{N}\p{M}_]/u;

function word(document: Document, { line, character }: Position): Range {
  const text = lineOfDocument(document, line);
  let start = Math.min(character, text.length);
  let end = start;
  while (start > 0 && wordChar.test(text[start - 1]!)) start--;
  while (end < text.length && wordChar.test(text[end]!)) end++;
  return toRange(span(line, start, end));
}
