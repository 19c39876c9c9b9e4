/**
 * A note, read: sections from heading to heading, each with the block it may hold. Reading never fails. Within a section
 * all lines count from its own first line, so that a section is the same value wherever it stands and whatever is typed
 * above it; `firstLine` tells where it stands in this document.
 */
import type { Range, Span } from '../text.ts';
import { type Block, BlockReader, kindOf } from './blocks.ts';
import { type Directive, readDirective } from './directives.ts';
import { type Header, readHeader } from './header.ts';
import { commentsIn, LeafText, Mention, mentionEnd, mentionsIn, readInline } from './inline.ts';
import { leafLines, type MarkdownNode, type Scanned } from './markdown.ts';
import { Scanner } from './scanner.ts';

/** Its `nodes` are those that its block did not take for fields, entries and the like: a long history needs no nodes. */
export interface Section extends Scanned {
  /** Lines in the section. */
  readonly lineCount: number;
  /** Where the section is a task. */
  readonly block: Block | undefined;
  /** The people mentioned, in fields, entries and prose alike. */
  readonly mentions: readonly Mention[];
  readonly directives: readonly Directive[];
}

export interface Document {
  readonly uri: string;
  readonly header: Header;
  readonly sections: readonly Section[];
  /** The line of the document at which each section begins. */
  readonly firstLines: readonly number[];
  readonly lineCount: number;
}

/** Reads a whole note. */
export function readDocument(uri: string, text: string): Document {
  const header = readHeader(text);
  const scanner = new Scanner(text, cutsAt);
  const reader = new BlockReader();
  const sections: Section[] = [];
  const firstLines: number[] = [];
  let line = 0;
  do {
    const section = readSection(scanner.section(sections.length === 0 ? header.frontMatter.length : 0), reader);
    sections.push(section);
    firstLines.push(line);
    line += section.lineCount;
  } while (scanner.next < text.length);
  return { uri, header, sections, firstLines, lineCount: line };
}

/** A section ends at any heading, but a block only at one of its own or a higher level, or where another block begins. */
function cutsAt(level: number, text: string, first: { level: number; text: string } | undefined): boolean {
  if (!first || kindOf(first.text) === undefined) return true;
  return level <= first.level || kindOf(text) !== undefined;
}

function readSection(scanned: Scanned, reader: BlockReader): Section {
  const { text, lineStarts, nodes } = scanned;
  const heading = nodes[0];
  // Only an ATX heading opens a block: a setext heading's underline would have to be rewritten with it.
  const isAtx = heading?.kind === 'heading' && !heading.parent && heading.line === 0 && heading.endLine === 1;
  const kind = isAtx ? kindOf(leafLines(scanned, heading)[0]!) : undefined;
  const { mentions, directives, comments } = readProse(scanned);
  // A task is read as if its comments were white space.
  const task = kind && reader.read(comments.length > 0 ? { ...scanned, text: blanked(text, comments) } : scanned, kind);
  return { text, lineStarts, nodes: task ? task.nodes : nodes, lineCount: lineStarts.length - 1, block: task?.block, mentions, directives };
}

/** What is found in all leaves of a section alike. Comments are pairs of offsets in its text. */
interface Prose {
  readonly mentions: Mention[];
  readonly directives: Directive[];
  readonly comments: [start: number, end: number][];
}

function readProse(scanned: Scanned): Prose {
  const { text, lineStarts, nodes } = scanned;
  const prose: Prose = { mentions: [], directives: [], comments: [] };
  // Most leaves hold neither a person nor a comment; the next one of each is looked for once, not from every leaf.
  let nextSign = text.indexOf('@');
  let nextComment = text.indexOf('<!--');
  for (const node of nodes) {
    if (nextSign < 0 && nextComment < 0) break;
    if (node.kind !== 'paragraph' && node.kind !== 'heading' && node.kind !== 'table' && node.kind !== 'html') continue;
    const from = lineStarts[node.line]!;
    const to = lineStarts[node.endLine]!;
    if (nextSign >= 0 && nextSign < from) nextSign = text.indexOf('@', from);
    if (nextComment >= 0 && nextComment < from) nextComment = text.indexOf('<!--', from);
    const hasSign = nextSign >= 0 && nextSign < to;
    if (!hasSign && !(nextComment >= 0 && nextComment < to)) continue;
    if (isPlain(text, from, to)) readPlainMentions(scanned, node, prose.mentions);
    else readLeaf(scanned, node, prose);
  }
  return prose;
}

/** The text with spaces for what stands between some offsets, and with all its lines. */
function blanked(text: string, stretches: readonly (readonly [start: number, end: number])[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const [start, end] of stretches) {
    parts.push(text.slice(at, start), text.slice(start, end).replace(/[^\r\n]/g, ' '));
    at = end;
  }
  return parts.join('') + text.slice(at);
}

/** Whether a stretch has nothing in it that hides text: no code, comment, tag, escape or link. */
function isPlain(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 96 || code === 60 || code === 92 || (code === 93 && text.charCodeAt(at + 1) === 40)) return false;
  }
  return true;
}

function readPlainMentions({ text, lineStarts }: Scanned, node: MarkdownNode, mentions: Mention[]): void {
  let line = node.line;
  const end = lineStarts[node.endLine]!;
  for (let at = text.indexOf('@', lineStarts[line]); at >= 0 && at < end; at = text.indexOf('@', at + 1)) {
    while (lineStarts[line + 1]! <= at) line++;
    const base = lineStarts[line]!;
    const stop = mentionEnd(text, at);
    if (stop > 0) mentions.push(new Mention(text.slice(at + 1, stop), line, at - base));
  }
}

function readLeaf(scanned: Scanned, node: MarkdownNode, { mentions, directives, comments }: Prose): void {
  const leaf = new LeafText(scanned, node);
  const inline = node.kind === 'html' ? { prose: '', comments: commentsIn(leaf.text) } : readInline(leaf.text);
  const offsetOf = ({ line, start }: Span): number => scanned.lineStarts[line]! + start;
  for (const { start, end } of inline.comments) {
    const directive = readDirective(leaf, start, end);
    if (directive) directives.push(directive);
    comments.push([offsetOf(leaf.locate(start)), offsetOf(leaf.locate(end))]);
  }
  for (const [start, end] of mentionsIn(inline.prose)) {
    const { line, start: column } = leaf.locate(start);
    mentions.push(new Mention(inline.prose.slice(start + 1, end), line, column));
  }
}

/** A block where it stands in a document. */
export interface Task {
  readonly document: Document;
  readonly section: Section;
  readonly block: Block;
  readonly firstLine: number;
}

/** The tasks of a document, in its order. */
export function tasksOf(document: Document): Task[] {
  const tasks: Task[] = [];
  document.sections.forEach((section, i) => {
    const { block } = section;
    if (block) tasks.push({ document, section, block, firstLine: document.firstLines[i]! });
  });
  return tasks;
}

/** The index of the section that holds a line of the document; the last one for a line behind the end. */
export function sectionAt({ firstLines }: Document, line: number): number {
  let low = 0;
  let high = firstLines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (firstLines[middle]! <= line) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The task that holds a line of the document. */
export function taskAt(document: Document, line: number): Task | undefined {
  const index = sectionAt(document, line);
  const section = document.sections[index]!;
  return section.block && { document, section, block: section.block, firstLine: document.firstLines[index]! };
}

/** The whole text of a document, as it was read. */
export function textOf(document: Document): string {
  return document.sections.map(({ text }) => text).join('');
}

/** The text of a range that lies within one section and counts lines from its start. */
export function sectionText({ text, lineStarts }: Scanned, { start, end }: Range): string {
  return text.slice(lineStarts[start.line]! + start.character, lineStarts[end.line]! + end.character);
}

export function spanText({ text, lineStarts }: Scanned, { line, start, end }: Span): string {
  return text.slice(lineStarts[line]! + start, lineStarts[line]! + end);
}
