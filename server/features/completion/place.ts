/**
 * Where the cursor stands. What is being typed is no field or entry yet (`- Ow`, `- 20`, `## Invoices (`), so a place is the
 * text of its line and what the sections around it were read as.
 */
import type { NoteContext } from '../../context.ts';
import type { Block } from '../../notation/blocks.ts';
import { type Section, sectionAt, type Task, taskAt } from '../../notation/document.ts';
import { readInline } from '../../notation/inline.ts';
import type { NodeKind } from '../../notation/markdown.ts';
import type { Position } from '../../text.ts';

export interface Place {
  readonly context: NoteContext;
  /** Lines count from the start of the section. */
  readonly line: number;
  readonly section: Section;
  /** Where the section is a task. */
  readonly task: Task | undefined;
  /** The line's text on both sides of the cursor. */
  readonly before: string;
  readonly after: string;
  /** The character that brought the editor to ask; `undefined` where a user did. */
  readonly typed: string | undefined;
}

/** A longer line is looked at by nobody, and some of the patterns here take quadratic time. */
const longestLine = 5000;

export function placeAt(context: NoteContext, position: Position, typed: string | undefined): Place | undefined {
  const { document } = context;
  const index = sectionAt(document, position.line);
  const section = document.sections[index]!;
  const firstLine = document.firstLines[index]!;
  const line = position.line - firstLine;
  const text = lineOf(section, line);
  if (text.length > longestLine) return undefined;
  return {
    context, line, section, typed,
    task: taskAt(document, position.line),
    before: text.slice(0, position.character),
    after: text.slice(position.character),
  };
}

/** The text of a line without its line break; empty behind the last one. */
export function lineOf({ text, lineStarts }: Section, line: number): string {
  const start = lineStarts[line];
  return start === undefined ? '' : text.slice(start, lineStarts[line + 1]).replace(/[\r\n]+$/, '');
}

/** Whether the line is in code, where nothing of the notation is. */
export function isCode(place: Place): boolean {
  const { section, line, task } = place;
  const item = task && itemAt(task.block, line);
  return isIn(place, 'code') || (item !== undefined && isFenced(section, item.line, line));
}

/** Whether the line is in HTML, a comment of several lines included. */
export const isHtml = (place: Place): boolean => isIn(place, 'html');

const isIn = ({ section, line }: Place, wanted: NodeKind): boolean => section.nodes.some(({ kind, line: from, endLine }) => kind === wanted && from <= line && line < endLine);

/** What a task has read from an item keeps no nodes, so that its fences are counted. */
function isFenced(section: Section, from: number, line: number): boolean {
  let fence = '';
  for (let each = from + 1; each <= line; each++) {
    const mark = /^[ \t]*(`{3,}|~{3,})/.exec(lineOf(section, each))?.[1];
    if (!mark) continue;
    if (each === line) return true;
    if (fence === '') fence = mark;
    else if (mark.startsWith(fence)) fence = '';
  }
  return fence !== '';
}

/** Whether a character before the cursor is in prose, and not in a code span, a tag, a link's target or behind a backslash. */
export function isProse({ before, after }: Place, column: number): boolean {
  const { prose } = readInline(`${before}a${after}`);
  return prose[column] === before[column];
}

type ReadItem = { readonly line: number; readonly endLine: number };

/** The field or entry whose lines hold a line. */
function itemAt({ fields, entries }: Block, line: number): ReadItem | undefined {
  return at(fields, line) ?? at(entries, line);
}

/** The innermost of several items that holds a line. */
export function at<T extends ReadItem>(items: readonly T[], line: number): T | undefined {
  return items.findLast((item) => item.line <= line && line < item.endLine);
}

/** What the last line above that is not blank was read as. */
export interface Above {
  readonly is: 'heading' | 'field' | 'entry' | 'item' | 'text';
  readonly line: number;
  /** Whether blank lines part it from the cursor's. */
  readonly gap: boolean;
}

export function above({ section, line }: Place, block: Block): Above {
  let each = Math.min(line, section.lineCount) - 1;
  while (each > 0 && lineOf(section, each).trim() === '') each--;
  const gap = each < line - 1;
  if (each <= 0) return { is: 'heading', line: 0, gap };
  if (at(block.fields, each)) return { is: 'field', line: each, gap };
  if (at(block.entries, each) || block.milestones.some((milestone) => milestone.line === each)) return { is: 'entry', line: each, gap };
  const text = lineOf(section, each);
  // `- ` right under an entry is taken for the underline of a heading, until there is a word behind it.
  if (/^[ \t]*[-*+][ \t]+\d{4}-\d{2}-\d{2}\b/.test(text)) return { is: 'entry', line: each, gap };
  return { is: /^ {0,3}[-*+](?:[ \t]|$)/.test(text) ? 'item' : 'text', line: each, gap };
}

/** The start of a list item: its indentation, its bullet with the white space behind it, and what is typed of it. */
export interface ItemStart {
  readonly indent: string;
  readonly bullet: string;
  readonly typed: string;
}

/** A list item at the cursor; on a blank line, the one that could begin here. */
export function itemStart({ before, after }: Place): ItemStart | undefined {
  const match = /^([ \t]*)(?:([-*+][ \t]+)(.*)|)$/s.exec(before);
  if (!match || (match[2] === undefined && after.trim() !== '')) return undefined;
  return { indent: match[1]!, bullet: match[2] ?? '', typed: match[3] ?? '' };
}

/** The column at which the text of a place's item begins. */
export const textColumn = ({ indent, bullet }: ItemStart): number => indent.length + bullet.length;
