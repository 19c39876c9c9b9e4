/** What can be folded beside Markdown's headings, lists and code: front matter, a task's history, its bids. */
import type { FoldingRange } from 'vscode-languageserver-types';
import type { NoteContext } from '../context.ts';
import { type Section, tasksOf } from '../notation/document.ts';
import type { Entry } from '../notation/entries.ts';
import { lineEnd } from '../notation/markdown.ts';

export function foldingRanges({ document }: NoteContext): FoldingRange[] {
  const { frontMatter } = document.header;
  const ranges: FoldingRange[] = [];
  /** Lines of a section; the end is exclusive. */
  const fold = (line: number, endLine: number, firstLine: number): void => {
    if (endLine - line > 1) ranges.push({ startLine: line + firstLine, endLine: endLine - 1 + firstLine });
  };
  fold(0, frontMatter.endLine, 0);
  for (const { section, block: { entries, bids }, firstLine } of tasksOf(document)) {
    for (const [first, last] of histories(section, entries)) if (first !== last) fold(first.line, last.endLine, firstLine);
    if (bids) fold(bids.line, bids.endLine, firstLine);
  }
  return ranges;
}

/** The first and the last of entries that have nothing but blank lines between them. */
function histories(section: Section, entries: readonly Entry[]): (readonly [first: Entry, last: Entry])[] {
  const found: [Entry, Entry][] = [];
  for (const entry of entries) {
    const run = found.at(-1);
    if (run && isBlankBetween(section, run[1].endLine, entry.line)) run[1] = entry.endLine >= run[1].endLine ? entry : run[1];
    else found.push([entry, entry]);
  }
  return found;
}

function isBlankBetween(section: Section, from: number, to: number): boolean {
  for (let line = from; line < to; line++) if (lineEnd(section, line) > section.lineStarts[line]!) return false;
  return true;
}
