/**
 * A note, read: sections from heading to heading, each with the block it may hold. Reading never fails. Within a section
 * all lines count from its own first line, so that a section is the same value wherever it stands and whatever is typed
 * above it; `firstLine` tells where it stands in this document.
 */
import type { Span } from '../text.ts';
import { type Block, BlockReader, kindOf } from './blocks.ts';
import type { Directive } from './directives.ts';
import type { Header } from './header.ts';
import { Headers } from './headers.ts';
import { handleEnd, Mention } from './inline.ts';
import type { Kind } from './keys.ts';
import { type Link, linksIn } from './links.ts';
import type { MarkdownNode, Scanned } from './markdown.ts';
import { type People, peopleIn } from './people.ts';
import { blanked, ProseReader } from './prose.ts';
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
  /** Where each person is written; worked out when somebody asks. */
  readonly people: People;
  /** The links to files and headings, in its order; worked out when somebody asks. */
  readonly links: readonly Link[];
}

/** Reads a whole note. Give the same `headers` for many notes, and front matter that is the same is read once. */
export function readDocument(uri: string, text: string, headers = new Headers()): Document {
  const header = headers.read(text);
  const scanner = new Scanner(text, cutsAt);
  const reader = new SectionReader(text);
  const sections: Section[] = [];
  const firstLines: number[] = [];
  let line = 0;
  do {
    const start = scanner.next;
    const scanned = scanner.section(sections.length === 0 ? header.frontMatter.length : 0);
    const section = reader.read(scanned, start);
    sections.push(section);
    firstLines.push(line);
    line += section.lineCount;
  } while (scanner.next < text.length);
  return new ReadDocument(uri, header, sections, firstLines, line);
}

class ReadDocument implements Document {
  private foundPeople: People | undefined;
  private foundLinks: readonly Link[] | undefined;

  constructor(
    readonly uri: string,
    readonly header: Header,
    readonly sections: readonly Section[],
    readonly firstLines: readonly number[],
    readonly lineCount: number,
  ) {}

  get people(): People {
    return (this.foundPeople ??= peopleIn(this));
  }

  get links(): readonly Link[] {
    return (this.foundLinks ??= linksIn(this));
  }
}

/** A section ends at any heading, but a block only at one of its own or a higher level, or where another block begins. */
function cutsAt(level: number, text: string, first: { level: number; text: string } | undefined): boolean {
  if (!first || kindOf(first.text) === undefined) return true;
  return level <= first.level || kindOf(text) !== undefined;
}

/** Reads the sections of a note, one after the other. */
class SectionReader {
  private readonly blocks = new BlockReader();
  private readonly prose = new ProseReader();

  constructor(private readonly note: string) {}

  /** Reads the section that begins at an offset of the note. */
  read(scanned: Scanned, start: number): Section {
    const { text, lineStarts, nodes } = scanned;
    const { signs, directives, comments } = this.prose.read(scanned);
    const kind = blockKind(scanned);
    if (!kind) return new ReadSection(text, lineStarts, nodes, undefined, signs, directives);
    // A task is read as if its comments were white space.
    const lines = { text: comments.length > 0 ? blanked(text, comments) : text, lineStarts };
    const task = this.blocks.read(comments.length > 0 ? { ...lines, nodes } : this.inNote(scanned, start), kind, lines);
    return new ReadSection(text, lineStarts, task.nodes, task.block, signs, directives);
  }

  /** The section as a stretch of the note, whose characters are quicker to get at than those of a slice of it. */
  private inNote({ lineStarts, nodes }: Scanned, start: number): Scanned {
    const starts = lineStarts.slice();
    for (let i = 0; i < starts.length; i++) starts[i]! += start;
    return { text: this.note, lineStarts: starts, nodes };
  }
}

/** The kind of the block that a section is. Only an ATX heading opens one: a setext heading's underline would have to be rewritten with it. */
function blockKind({ text, nodes }: Scanned): Kind | undefined {
  const heading = nodes[0];
  if (heading?.kind !== 'heading' || heading.parent || heading.line !== 0 || heading.endLine !== 1) return undefined;
  return kindOf(text.slice(heading.column, heading.endColumn));
}

class ReadSection implements Section {
  constructor(
    readonly text: string,
    readonly lineStarts: readonly number[],
    readonly nodes: readonly MarkdownNode[],
    readonly block: Block | undefined,
    private readonly signs: readonly number[],
    readonly directives: readonly Directive[],
  ) {}

  get lineCount(): number {
    return this.lineStarts.length - 1;
  }

  /** Their signs were found in reading; the objects are made when somebody asks, for nearly every line names a person. */
  get mentions(): readonly Mention[] {
    const mentions: Mention[] = [];
    const { text, lineStarts } = this;
    let line = 0;
    for (const sign of this.signs) {
      while (lineStarts[line + 1]! <= sign) line++;
      mentions.push(new Mention(text.slice(sign + 1, handleEnd(text, sign + 1)), line, sign - lineStarts[line]!));
    }
    return mentions;
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

/** The whole text of a document, as it was read. */
export function textOf(document: Document): string {
  return document.sections.map(({ text }) => text).join('');
}

export function spanText({ text, lineStarts }: Scanned, { line, start, end }: Span): string {
  return text.slice(lineStarts[line]! + start, lineStarts[line]! + end);
}

/** A line of a document without its line break; empty for a line behind the end. */
export function lineOfDocument(document: Document, line: number): string {
  const index = sectionAt(document, line);
  const { text, lineStarts } = document.sections[index]!;
  const start = lineStarts[line - document.firstLines[index]!];
  return start === undefined ? '' : /^[^\r\n]*/.exec(text.slice(start, lineStarts[line - document.firstLines[index]! + 1]))![0];
}
