/** Writing the notation: edits that set a field, add an entry or take lines out, in the style that the note already has. */
import type { Span, TextEdit } from '../text.ts';
import { toRange } from '../text.ts';
import { type Document, type Task } from './document.ts';
import type { Field } from './fields.ts';
import { type FieldName, fieldKeys } from './keys.ts';
import { lineText } from './markdown.ts';

/** The line break that a document uses; a new one uses `\n`. */
export function lineBreakOf(document: Document): string {
  for (const { text } of document.sections) {
    const found = /\r\n|\n|\r/.exec(text);
    if (found) return found[0];
  }
  return '\n';
}

/** Replaces a span of a task's section. */
export function replaceSpan(task: Task, at: Span, newText: string): TextEdit {
  return { range: toRange(at, task.firstLine), newText };
}

/** Inserts whole lines before a line of a task's section; the number of lines of the section means at its end. */
export function insertLines(task: Task, line: number, lines: readonly string[]): TextEdit {
  const eol = lineBreakOf(task.document);
  const { lineCount, text, lineStarts } = task.section;
  const newText = lines.map((each) => each + eol).join('');
  if (line < lineCount || lineCount === 0 || /[\r\n]$/.test(text)) {
    const start = { line: task.firstLine + line, character: 0 };
    return { range: { start, end: start }, newText };
  }
  const last = lineCount - 1;
  const end = { line: task.firstLine + last, character: text.length - lineStarts[last]! };
  return { range: { start: end, end }, newText: eol + newText.slice(0, -eol.length) };
}

/** Takes whole lines out of a task's section; `endLine` is exclusive. */
export function removeLines(task: Task, line: number, endLine: number): TextEdit {
  return { range: { start: { line: task.firstLine + line, character: 0 }, end: { line: task.firstLine + endLine, character: 0 } }, newText: '' };
}

/** Sets a field: in its place if it is there, else as a new item where the canonical order has it. */
export function setField(task: Task, name: FieldName, value: string): TextEdit {
  const present = task.block.fields.find(({ key }) => key === name);
  if (present) {
    const needsSpace = present.value === '' && !/\s$/.test(lineText(task.section, present.valueAt.line).slice(0, present.valueAt.start));
    return replaceSpan(task, present.valueAt, (needsSpace ? ' ' : '') + value);
  }
  const neighbour = neighbourOf(task, name);
  if (neighbour.field) return insertLines(task, neighbour.line, [likeField(task, neighbour.field, name, value)]);
  return insertFirstList(task, `- ${name}: ${value}`);
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
function likeField(task: Task, { line, name: old, nameAt, value: oldValue, valueAt }: Field, name: string, value: string): string {
  const text = lineText(task.section, line);
  const between = oldValue !== '' && valueAt.line === line ? text.slice(nameAt.start + old.length, valueAt.start) : ': ';
  return `${text.slice(0, nameAt.start)}${name}${between}${value}`;
}

/** Writes a list item as the first list under the heading, with blank lines around it. */
function insertFirstList(task: Task, item: string): TextEdit {
  const { section } = task;
  const isBlank = (line: number): boolean => line >= section.lineCount || lineText(section, line).trim() === '';
  const line = section.lineCount > 1 && isBlank(1) ? 2 : 1;
  const lines = [item];
  if (line === 1 || section.lineCount < 2) lines.unshift('');
  if (!isBlank(line)) lines.push('');
  return insertLines(task, Math.min(line, section.lineCount), lines);
}

/** Writes an entry (without its bullet) above the newest one, or at the end of the block where there is none yet. */
export function addEntry(task: Task, entry: string, feedback: readonly string[] = []): TextEdit {
  const { entries } = task.block;
  const newest = entries.reduce((top, each) => ((each.date ?? -Infinity) > (top?.date ?? -Infinity) ? each : top), entries[0]);
  if (newest) {
    // In a list of oldest first, the new one goes below; so the list keeps its order.
    const ascending = newest !== entries[0] && newest === entries[entries.length - 1];
    const bullet = lineText(task.section, newest.line).match(/^\s*(?:[-*+]|\d+[.)])\s+/)?.[0] ?? '- ';
    return insertLines(task, ascending ? newest.endLine : newest.line, entryLines(bullet, entry, feedback));
  }
  let end = task.section.lineCount;
  while (end > 1 && lineText(task.section, end - 1).trim() === '') end--;
  return insertLines(task, end, ['', ...entryLines('- ', entry, feedback)]);
}

function entryLines(bullet: string, entry: string, feedback: readonly string[]): string[] {
  const indent = ' '.repeat(bullet.length);
  return [bullet + entry, ...feedback.map((line) => `${indent}- ${line}`)];
}
