/**
 * Edits of a note that has been read. The text is kept in its sections and nowhere else: an edit reads again the section that
 * it is in, and those behind it that it reaches, until one begins where one began before. How a section reads depends on
 * nothing above it, so from there on everything is as it was.
 */
import type { Position, TextEdit } from '../text.ts';
import { type Document, documentOf, readDocument, sectionAt } from './document.ts';
import { closedFrontMatter, opensFrontMatter } from './frontMatter.ts';
import type { Headers } from './headers.ts';
import { type Section, SectionReader } from './sections.ts';

/** How many more sections are read, each time an edit turns out to reach further. */
const growth = 8;

/** The document after an edit; a position behind the end of its line or of the text means that end. */
export function editDocument(document: Document, { range, newText }: TextEdit, headers: Headers): Document {
  const { sections } = document;
  const from = placeOf(document, range.start);
  const to = placeOf(document, range.end);
  // What is typed in a heading may end it; then its lines belong to the section above.
  const first = from.section > 0 && from.line < headingLines(sections[from.section]!) ? from.section - 1 : from.section;
  const before = joined(sections, first, from.section) + sections[from.section]!.text.slice(0, from.offset) + newText;
  const rest = sections[to.section]!.text.slice(to.offset);
  // The section behind is read with it, as its heading tells where the one before it ends.
  for (let end = to.section + 2; ; end = first + (end - first) * growth) {
    const region: Region = { document, first, last: to.section, end: Math.min(end, sections.length), text: before + rest + joined(sections, to.section + 1, end) };
    const edited = readRegion(region, headers);
    if (edited) return edited;
  }
}

/** The sections from `first` up to `end`, as they are to be read. Those up to `last` are touched by the edit. */
interface Region {
  readonly document: Document;
  readonly first: number;
  readonly last: number;
  readonly end: number;
  readonly text: string;
}

/** The document with a region read again; `undefined` when the edit reaches beyond it. */
function readRegion({ document, first, last, end, text }: Region, headers: Headers): Document | undefined {
  const { uri, sections } = document;
  const isWhole = first === 0 && end === sections.length;
  // Where front matter ends that is not closed may be told by any line below.
  if (first === 0 ? isUnclosed(text) : !hasClosedFrontMatter(document) && isUnclosed(sections[0]!.text)) {
    return isWhole ? readDocument(uri, text, headers) : readDocument(uri, joined(sections, 0, first) + text + joined(sections, end), headers);
  }
  const header = first === 0 ? headers.read(text) : document.header;

  // Where the sections that the edit does not touch began, and will begin if it does not reach them.
  let next = last + 1;
  let start = text.length - lengthOf(sections, next, end);
  const reader = new SectionReader(text, first === 0);
  const read: Section[] = [];
  for (;;) {
    const section = reader.read(reader.next === 0 && first === 0 ? header.frontMatter.length : 0);
    read.push(section);
    while (next < end && start < reader.next) start += sections[next++]!.text.length;
    const meets = start === reader.next && !reader.isAtEnd;
    if (!meets && !(reader.isAtEnd && end === sections.length)) {
      if (reader.isAtEnd) return undefined;
      continue;
    }
    // What reads as before stays the same value, but one that is kept behind does not come a second time.
    const replaced = sections.slice(first, next);
    const now = read.map((each, i) => (replaced[i]?.text === each.text ? replaced[i] : each));
    return documentOf(uri, header, sections.slice(0, first).concat(now, meets ? sections.slice(next) : []));
  }
}

const hasClosedFrontMatter = ({ header: { frontMatter } }: Document): boolean => frontMatter.closed && frontMatter.length > 0;

const isUnclosed = (text: string): boolean => opensFrontMatter(text) && closedFrontMatter(text) === undefined;

interface Place {
  readonly section: number;
  /** Of the section. */
  readonly line: number;
  /** In the section's text. */
  readonly offset: number;
}

function placeOf(document: Document, { line, character }: Position): Place {
  const index = sectionAt(document, line);
  const { text, lineStarts, lineCount } = document.sections[index]!;
  const inSection = line - document.firstLines[index]!;
  if (inSection >= lineCount) return { section: index, line: Math.max(lineCount, 0), offset: text.length };
  const start = lineStarts[inSection]!;
  let end = lineStarts[inSection + 1]!;
  while (end > start && isBreak(text.charCodeAt(end - 1))) end--;
  return { section: index, line: inSection, offset: Math.min(start + Math.max(character, 0), end) };
}

const isBreak = (code: number): boolean => code === 10 || code === 13;

/** The lines of the heading that a section begins with: two or more where it is underlined. */
const headingLines = ({ nodes }: Section): number => (nodes[0]?.kind === 'heading' ? nodes[0].endLine : 1);

function joined(sections: readonly Section[], from: number, to = sections.length): string {
  let text = '';
  for (let i = from; i < Math.min(to, sections.length); i++) text += sections[i]!.text;
  return text;
}

function lengthOf(sections: readonly Section[], from: number, to: number): number {
  let length = 0;
  for (let i = from; i < to; i++) length += sections[i]!.text.length;
  return length;
}
