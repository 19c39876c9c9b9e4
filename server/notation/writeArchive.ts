/** Writing an archive of older entries: they are taken as they are written, as items of a list that stands alone. */
import type { TextEdit } from '../text.ts';
import { type Document, readDocument, type Section, type Task } from './document.ts';
import type { Entry } from './entries.ts';
import { entryMeaning } from './format/meaning.ts';
import { lineText } from './markdown.ts';
import { insertLines } from './write.ts';
import { appendLines } from './writeSteps.ts';

/** The lines of an entry with all that is indented under it, as an item at the start of a line. */
function entryLines(section: Section, { line, endLine }: Pick<Entry, 'line' | 'endLine'>): string[] {
  const first = lineText(section, line);
  const [marker] = /^\s*(?:[-*+]|\d+[.)])\s+/.exec(first) ?? [''];
  const width = columns(marker);
  const lines = [`- ${first.slice(marker.length)}`];
  for (let next = line + 1; next < endLine; next++) {
    const text = lineText(section, next);
    const [blank] = /^[ \t]*/.exec(text)!;
    lines.push(text === '' ? '' : ' '.repeat(2 + Math.max(0, columns(blank) - width)) + text.slice(blank.length));
  }
  return lines;
}

/** How wide some white space and a marker are: a tab goes to the next column that is a multiple of four. */
function columns(text: string): number {
  let width = 0;
  for (const char of text) width += char === '\t' ? 4 - (width % 4) : 1;
  return width;
}

/** Whether an entry says the same where it stands alone: it has no comment, and nothing in it that is not understood. */
export function standsAlone({ section }: Pick<Task, 'section'>, entry: Entry): boolean {
  // A comment on the line above may be about it.
  for (let line = entry.line - 1; line < entry.endLine; line++) if (/<!--|-->/.test(lineText(section, line))) return false;
  const { sections: [alone, ...others] } = readDocument('', `## A (recurring)\n\n${entryLines(section, entry).join('\n')}\n`);
  const read = alone!.block;
  if (others.length > 0 || read?.entries.length !== 1 || read.problems.length > 0 || read.milestones.length > 0 || read.brief.length > 0) return false;
  return said(alone!, read.entries[0]!) === said(section, entry);
}

/** What an entry says, wherever it stands; the same text for the same meaning. */
export const said = (section: Section, entry: Entry): string => JSON.stringify(entryMeaning(section, entry));

/** Writes entries of a section, the newest first, among those of an archive: each above the first that is as old. */
export function insertEntries(archive: Task, from: Section, entries: readonly Entry[]): TextEdit[] {
  const { document, section, block, firstLine } = archive;
  if (block.entries.length === 0) return [appendLines(document, firstLine, firstLine + section.lineCount, linesOf(from, entries))];
  let end = 0;
  const places = block.entries.filter(({ line, endLine }) => {
    // What stands in another entry is no place for a further one.
    const isOutside = line >= end;
    end = Math.max(end, endLine);
    return isOutside;
  });
  const byLine = new Map<number, Entry[]>();
  let next = 0;
  for (const entry of entries) {
    while (next < places.length && (places[next]!.date ?? Infinity) > entry.date!) next++;
    const line = places[next]?.line ?? end;
    const some = byLine.get(line);
    if (some) some.push(entry);
    else byLine.set(line, [entry]);
  }
  return [...byLine].map(([line, some]) => insertLines(archive, line, linesOf(from, some)));
}

/** Writes a function that the archive does not have yet, below all that is there. */
export const appendFunction = (archive: Document, title: string, from: Section, entries: readonly Entry[]): TextEdit =>
  appendLines(archive, 0, archive.lineCount, functionLines(title, from, entries));

export const functionLines = (title: string, from: Section, entries: readonly Entry[]): string[] => [`## ${title}${title === '' ? '' : ' '}(recurring)`, '', ...linesOf(from, entries)];

const linesOf = (from: Section, entries: readonly Entry[]): string[] => entries.flatMap((entry) => entryLines(from, entry));
