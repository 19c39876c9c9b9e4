/**
 * A note, read: sections from heading to heading, each with the block it may hold. Reading never fails. Within a section
 * all lines count from its own first line, so that a section is the same value wherever it stands and whatever is typed
 * above it; `firstLine` tells where it stands in this document.
 */
import type { Span } from '../text.ts';
import type { Block } from './blocks.ts';
import type { Header } from './header.ts';
import { Headers } from './headers.ts';
import { type Link, linksIn } from './links.ts';
import type { Scanned } from './markdown.ts';
import { type People, peopleIn } from './people.ts';
import { type Section, SectionReader } from './sections.ts';
import type { Shelf } from './shelf.ts';

export type { Section } from './sections.ts';

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

/**
 * Reads a whole note. Give the same `headers` for many notes, and front matter that is the same is read once; give a `shelf`,
 * and not all that is read of them is kept at hand.
 */
export function readDocument(uri: string, text: string, headers = new Headers(), shelf?: Shelf): Document {
  const header = headers.read(text);
  const reader = new SectionReader(text, true, shelf);
  const sections: Section[] = [];
  do sections.push(reader.read(sections.length === 0 ? header.frontMatter.length : 0));
  while (!reader.isAtEnd);
  return documentOf(uri, header, sections);
}

/** A document of sections that have been read. */
export function documentOf(uri: string, header: Header, sections: readonly Section[]): Document {
  const firstLines: number[] = [];
  let lineCount = 0;
  for (const section of sections) {
    firstLines.push(lineCount);
    lineCount += section.lineCount;
  }
  return new ReadDocument(uri, header, sections, firstLines, lineCount);
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

/** What is in one version of a document and not in another, and where. What both share they share as the same values. */
export function changedSections(before: Document | undefined, after: Document | undefined): { readonly removed: readonly Section[]; readonly added: readonly Section[]; readonly start: number } {
  const [old, now] = [before?.sections ?? [], after?.sections ?? []];
  const { start, end } = sharedEnds(old, now);
  return { start, removed: old.slice(start, old.length - end), added: now.slice(start, now.length - end) };
}

/** How many sections two versions share from the start on, and how many up to the end. */
export function sharedEnds(old: readonly Section[], now: readonly Section[]): { readonly start: number; readonly end: number } {
  const shortest = Math.min(old.length, now.length);
  let start = 0;
  while (start < shortest && old[start] === now[start]) start++;
  let end = 0;
  while (end < shortest - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end++;
  return { start, end };
}

/** A block where it stands in a document. */
export interface Task {
  readonly document: Document;
  readonly section: Section;
  readonly block: Block;
  readonly firstLine: number;
}

/** It asks its section for the block each time: whoever keeps a task keeps nothing of what was read. */
class TaskOfSection implements Task {
  constructor(
    readonly document: Document,
    readonly section: Section,
    readonly firstLine: number,
  ) {}

  get block(): Block {
    return this.section.block!;
  }
}

/** The task that the section with this index is; `undefined` where it is none. */
export function taskOf(document: Document, index: number): Task | undefined {
  const section = document.sections[index];
  return section?.kind && new TaskOfSection(document, section, document.firstLines[index]!);
}

/** The tasks of a document, in its order. */
export function tasksOf(document: Document): Task[] {
  return tasksFrom(document, 0, document.sections.length);
}

function tasksFrom(document: Document, from: number, to: number): Task[] {
  const tasks: Task[] = [];
  for (let i = from; i < to; i++) {
    const task = taskOf(document, i);
    if (task) tasks.push(task);
  }
  return tasks;
}

/** The tasks of a document whose sections are some of those. */
export function tasksWith(document: Document, some: Pick<ReadonlySet<Section>, 'has' | 'size'>): Task[] {
  const tasks: Task[] = [];
  for (let i = 0; i < document.sections.length && tasks.length < some.size; i++) {
    const task = some.has(document.sections[i]!) ? taskOf(document, i) : undefined;
    if (task) tasks.push(task);
  }
  return tasks;
}

/** The same for tasks, each where it stood or stands. */
export function changedTasks(before: Document | undefined, after: Document | undefined): { readonly removed: readonly Task[]; readonly added: readonly Task[] } {
  const { start, end } = sharedEnds(before?.sections ?? [], after?.sections ?? []);
  const between = (document: Document | undefined): Task[] => (document ? tasksFrom(document, start, document.sections.length - end) : []);
  return { removed: between(before), added: between(after) };
}

/** The task in whose block a line of the document is. */
export function taskAt(document: Document, line: number): Task | undefined {
  return taskOf(document, sectionAt(document, line));
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
