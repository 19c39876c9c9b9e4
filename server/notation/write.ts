/** Writing the notation: edits that set a field, add an entry or take lines out, in the style that the note already has. */
import { between, type Position, type Range, type Span, type TextEdit, toRange } from '../text.ts';
import { type Amount, formatAmount } from './amounts.ts';
import { type Bids, columnOf } from './bids.ts';
import { formatDay } from './dates.ts';
import { type Document, type Section, spanText, type Task } from './document.ts';
import type { Entry } from './entries.ts';
import type { Field } from './fields.ts';
import { type FieldName, fieldKeys } from './keys.ts';
import type { Problem } from './located.ts';
import { lineText } from './markdown.ts';

/** The line break that a document uses; a new one uses `\n`. */
export function lineBreakOf(document: Document): string {
  for (const { text } of document.sections) {
    const found = /\r\n|\n|\r/.exec(text);
    if (found) return found[0];
  }
  return '\n';
}

/** Where text is written: a section of a document, be it a task or not. */
export type Place = Pick<Task, 'document' | 'section' | 'firstLine'>;

/** Replaces a span of a task's section. */
export function replaceSpan(task: Task, at: Span, newText: string): TextEdit {
  return { range: toRange(at, task.firstLine), newText };
}

/** The whole value of a field, over its wrapped lines. */
export function valueRange({ section, firstLine }: Pick<Task, 'section' | 'firstLine'>, { value, valueAt, endLine }: Field): Range {
  let { line, end } = valueAt;
  for (let length = end - valueAt.start; length < value.length && line + 1 < endLine; length += 1 + end - indentOf(section, line)) {
    end = lineText(section, ++line).length;
  }
  return between(valueAt, { line, start: 0, end }, firstLine);
}

const indentOf = (section: Section, line: number): number => /^[ \t]*/.exec(lineText(section, line))![0].length;

/** All that a problem is about, a field's wrapped value to its end; `undefined` where only a part of it is at its place. */
export function problemRange(task: Task, { at, text }: Problem): Range | undefined {
  if (spanText(task.section, at).replace(/[ \t]+/g, ' ') === text) return toRange(at, task.firstLine);
  const field = task.block.fields.find(({ value, valueAt }) => value === text && valueAt.line === at.line && valueAt.start === at.start);
  return field && valueRange(task, field);
}

/** Inserts whole lines before a line of a section; the number of lines of the section means at its end. */
export function insertLines(task: Place, line: number, lines: readonly string[]): TextEdit {
  const eol = lineBreakOf(task.document);
  const { lineCount, text, lineStarts } = task.section;
  const newText = lines.map((each) => each + eol).join('');
  // Nothing comes before a byte order mark.
  const isMarked = task.firstLine + line === 0 && text.startsWith('\ufeff');
  if (line < lineCount || lineCount === 0 || /[\r\n]$/.test(text)) {
    const start = { line: task.firstLine + line, character: isMarked ? 1 : 0 };
    return { range: { start, end: start }, newText };
  }
  const last = lineCount - 1;
  const end = { line: task.firstLine + last, character: text.length - lineStarts[last]! };
  return { range: { start: end, end }, newText: eol + newText.slice(0, -eol.length) };
}

/** Takes whole lines out of a section; `endLine` is exclusive. Where the last one has no line break, the one before it goes. */
export function removeLines({ section, firstLine }: Pick<Task, 'section' | 'firstLine'>, line: number, endLine: number): TextEdit {
  const { lineCount, text, lineStarts } = section;
  const at = (each: number, character = 0): Position => ({ line: firstLine + each, character });
  if (endLine < lineCount || /[\r\n]$/.test(text)) return { range: { start: at(line), end: at(endLine) }, newText: '' };
  const before = line === 0 ? '' : text.slice(lineStarts[line - 1], lineStarts[line]).replace(/[\r\n]+$/, '');
  const start = line === 0 ? at(0) : at(line - 1, before.length);
  return { range: { start, end: at(lineCount - 1, text.length - lineStarts[lineCount - 1]!) }, newText: '' };
}

/** Sets a field: in its place if it is there, else as a new item where the canonical order has it. */
export function setField(task: Task, name: FieldName, value: string): TextEdit {
  const present = task.block.fields.find(({ key }) => key === name);
  if (present) {
    const needsSpace = present.value === '' && !/\s$/.test(lineText(task.section, present.valueAt.line).slice(0, present.valueAt.start));
    return { range: valueRange(task, present), newText: (needsSpace ? ' ' : '') + value };
  }
  const neighbour = neighbourOf(task, name);
  if (neighbour.field) return insertLines(task, neighbour.line, [likeField(task, neighbour.field, name, value)]);
  return insertFirstList(task, `${bulletOf(task)} ${name}: ${value}`);
}

/** The field beside which a new one is written, and the line before which it goes. */
function neighbourOf(task: Task, name: FieldName): { field: Field | undefined; line: number } {
  const rank = (key: FieldName | undefined): number => fieldKeys.findIndex((each) => each.name === key);
  let before: Field | undefined;
  for (const field of task.block.fields) if (field.key && rank(field.key) < rank(name)) before = field;
  if (before) return { field: before, line: before.endLine };
  const first = task.block.fields[0];
  return { field: first, line: first?.line ?? 0 };
}

/** A new field with the bullet, the indentation and the emphasis of another. */
function likeField(task: Task, { line, name: old, nameAt, valueAt }: Field, name: string, value: string): string {
  const text = lineText(task.section, line);
  const colon = text.slice(nameAt.start + old.length, valueAt.line === line ? valueAt.start : undefined);
  return `${text.slice(0, nameAt.start)}${name}${colon.replace(/\s/g, '')} ${value}`;
}

/** Writes a list item as the first list under the heading, with blank lines around it. */
function insertFirstList(task: Task, item: string): TextEdit {
  const { section } = task;
  const isBlank = (line: number): boolean => line >= section.lineCount || lineText(section, line).trim() === '';
  const line = section.lineCount > 1 && isBlank(1) ? 2 : 1;
  const lines = [item];
  if (line === 1 || section.lineCount < 2) lines.unshift('');
  if (isFollowed(task, line)) lines.push('');
  return insertLines(task, Math.min(line, section.lineCount), lines);
}

/** Whether a line of a section is none that is blank, or is the heading behind it: a list above it wants a blank line. */
function isFollowed({ document, section, firstLine }: Place, line: number): boolean {
  return line < section.lineCount ? lineText(section, line).trim() !== '' : firstLine + section.lineCount < document.lineCount;
}

/** Writes an entry (without its bullet) above the newest one, or at the end of the block where there is none yet. */
export function addEntry(task: Task, entry: string, feedback: readonly string[] = []): TextEdit {
  const { entries } = task.block;
  const newest = entries.reduce((top, each) => ((each.date ?? -Infinity) > (top?.date ?? -Infinity) ? each : top), entries[0]);
  if (newest) {
    // In a list of oldest first, the new one goes below; so the list keeps its order. Of one day the upper one is read as the later.
    const ascending = newest !== entries[0] && newest === entries[entries.length - 1] && !(newest.date !== undefined && entry.startsWith(formatDay(newest.date)));
    return insertLines(task, ascending ? newest.endLine : newest.line, entryLines(markerOf(task, newest), entry, feedback));
  }
  let end = task.section.lineCount;
  while (end > 1 && staysBelow(lineText(task.section, end - 1))) end--;
  return insertLines(task, end, ['', ...entryLines(`${bulletOf(task)} `, entry, feedback), ...(isFollowed(task, end) ? [''] : [])]);
}

/** Whether a line at the end of a section stays below what is added: a blank one, and a comment on the heading that follows. */
export function staysBelow(line: string): boolean {
  return line === '' || /^<!--\s*delegate-disable-next-line(?![\w-]).*-->$/.test(line);
}

const entryLines = (marker: string, entry: string, feedback: readonly string[]): string[] => [marker + entry, ...itemsUnder(marker, feedback)];

/** Items that are nested under one with a marker, `- ` or `1. `. */
export function itemsUnder(marker: string, items: readonly string[]): string[] {
  const indent = marker.replace(/\S/g, ' ');
  const bullet = /[-*+]/.exec(marker)?.[0] ?? '-';
  return items.map((item) => `${indent}${bullet} ${item}`);
}

/** The indentation, the bullet and the white space with which an item begins. */
export const markerOf = ({ section }: Pick<Task, 'section'>, { line }: Pick<Entry, 'line'>): string => /^\s*(?:[-*+]|\d+[.)])\s+/.exec(lineText(section, line))?.[0] ?? '- ';

/** The bullet that a task's own items have: all lists of a note are to look alike. */
function bulletOf(task: Task): string {
  const [item] = [...task.block.fields, ...task.block.entries];
  return (item && /[-*+]/.exec(markerOf(task, item))?.[0]) ?? '-';
}

/** Takes an entry out with all that is indented under it, and one of two blank lines that would then meet. */
export function removeEntry(task: Task, { line, endLine }: Pick<Entry, 'line' | 'endLine'>): TextEdit {
  const { section, document, firstLine } = task;
  const isBlank = (each: number): boolean => (each < section.lineCount ? lineText(section, each) === '' : firstLine + each >= document.lineCount);
  return removeLines(task, isBlank(line - 1) && isBlank(endLine) ? line - 1 : line, endLine);
}

/** The lines of a field and its value, without what is nested under it; the end is exclusive. */
export function linesOfField(task: Task, field: Field): { line: number; endLine: number } {
  return { line: field.line, endLine: valueRange(task, field).end.line - task.firstLine + 1 };
}

/** Adds a row to a table of bids, in its columns and with their widths: `| @leo  | 280 EUR |      |`. */
export function addBid(task: Task, bids: Bids, bidder: string, price: Amount | undefined): TextEdit {
  const rule = lineText(task.section, bids.line + 1);
  const [indent] = /^ */.exec(rule)!;
  const hasPipes = rule.startsWith('|', indent.length);
  const columns = rule.trim().replace(/^\||\|$/g, '').split('|');
  const cells = bids.headers.map((header, i) => {
    const column = columnOf(header);
    const text = i === 0 ? bidder : column === 'price' && price ? formatAmount(price) : '';
    const width = (columns[i] ?? '').length - 2;
    return /^ *-+: *$/.test(columns[i] ?? '') ? text.padStart(width) : text.padEnd(width);
  });
  const row = hasPipes ? `| ${cells.join(' | ')} |` : cells.join(' | ').trimEnd();
  return insertLines(task, bids.endLine, [indent + row]);
}
