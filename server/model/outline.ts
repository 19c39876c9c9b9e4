/** The headings of a document with what stands under each: how many steps, how many words. */
import type { Document, Section } from '../notation/document.ts';
import { isPlaceholder } from '../notation/fields.ts';
import { leafLines, type MarkdownNode } from '../notation/markdown.ts';
import { Slugger } from '../notation/slugs.ts';

/** A document, or what stands under one heading of it. Lines are the document's. */
export interface Passage {
  /** Of the heading; empty for a document without one. */
  readonly title: string;
  readonly line: number;
  /** Exclusive. */
  readonly endLine: number;
  /** List items outside of other items that say something. */
  readonly steps: number;
  /** In prose, steps and tables; headings do not count. */
  readonly words: number;
}

interface Heading extends Passage {
  readonly slug: string;
  readonly level: number;
}

export interface Outline {
  readonly whole: Passage;
  /** In the order of the document. Headings inside quotes and lists have an anchor too. */
  readonly headings: readonly Heading[];
  readonly bySlug: ReadonlyMap<string, Heading>;
}

/** What one section adds: steps and words are counted from its start, lines too. */
interface Piece {
  readonly headings: readonly { readonly title: string; readonly level: number; readonly line: number; readonly steps: number; readonly words: number }[];
  readonly steps: number;
  readonly words: number;
}

/** The outlines of documents, and of their sections, so that a key has the words of one section counted again. */
export class Outlines {
  private readonly documents = new WeakMap<Document, Outline>();
  private readonly pieces = new WeakMap<Section, Piece>();

  of(document: Document): Outline {
    const known = this.documents.get(document);
    if (known) return known;
    const outline = outlineOf(document.sections.map((section) => this.piece(section)), document);
    this.documents.set(document, outline);
    return outline;
  }

  private piece(section: Section): Piece {
    const known = this.pieces.get(section);
    if (known) return known;
    const piece = pieceOf(section);
    this.pieces.set(section, piece);
    return piece;
  }
}

/** What is counted between two headings counts for all that are open. */
function outlineOf(pieces: readonly Piece[], { firstLines, lineCount }: Document): Outline {
  const slugger = new Slugger();
  const starts: (Omit<Heading, 'endLine'>)[] = [];
  let steps = 0;
  let words = 0;
  pieces.forEach((piece, i) => {
    for (const { title, level, line, steps: stepsAbove, words: wordsAbove } of piece.headings) {
      starts.push({ title, slug: slugger.next(title), level, line: firstLines[i]! + line, steps: steps + stepsAbove, words: words + wordsAbove });
    }
    steps += piece.steps;
    words += piece.words;
  });
  const headings = closed(starts, { line: lineCount, steps, words });
  const whole = { title: headings[0]?.title ?? '', line: headings[0]?.line ?? 0, endLine: lineCount, steps, words };
  return { whole, headings, bySlug: new Map(headings.map((heading) => [heading.slug, heading])) };
}

function pieceOf(section: Section): Piece {
  const headings: Piece['headings'][number][] = [];
  let steps = 0;
  let words = 0;
  let lastStep: MarkdownNode | undefined;
  for (const node of section.nodes) {
    if (node.kind === 'heading') {
      headings.push({ title: leafLines(section, node).join(' '), level: node.level, line: node.line, steps, words });
    } else if (node.kind === 'paragraph' || node.kind === 'table' || node.kind === 'code') {
      const text = leafLines(section, node).join(' ');
      if (isUnfilled(text)) continue;
      words += countWords(text);
      const top = topOf(node);
      if (top.kind === 'item' && top !== lastStep) steps++;
      lastStep = top;
    }
  }
  return { headings, steps, words };
}

/** The headings of a document with their anchors, as far as they are asked for; nothing under them is read. */
export function* anchorsOf(document: Document): Generator<Pick<Heading, 'title' | 'slug'>> {
  const slugger = new Slugger();
  for (const section of document.sections) {
    for (const node of section.nodes) {
      if (node.kind !== 'heading') continue;
      const title = leafLines(section, node).join(' ');
      yield { title, slug: slugger.next(title) };
    }
  }
}

/** The first heading of a document; empty for one without any. */
export function titleOf(document: Document): string {
  for (const section of document.sections) {
    const heading = section.nodes.find(({ kind }) => kind === 'heading');
    if (heading) return leafLines(section, heading).join(' ');
  }
  return '';
}

/** Ends each heading's passage at the next heading of its own or a higher level. */
function closed(starts: readonly Omit<Heading, 'endLine'>[], end: { line: number; steps: number; words: number }): Heading[] {
  const headings: Heading[] = [];
  const open: number[] = [];
  const close = (level: number, at: { line: number; steps: number; words: number }): void => {
    while (open.length > 0 && starts[open.at(-1)!]!.level >= level) {
      const index = open.pop()!;
      const start = starts[index]!;
      headings[index] = { ...start, endLine: at.line, steps: at.steps - start.steps, words: at.words - start.words };
    }
  };
  starts.forEach((start, index) => {
    close(start.level, start);
    open.push(index);
  });
  close(0, end);
  return headings;
}

/** Whether a step is still to be written: `…`, `TBD`, or a comment that says what belongs there. */
export function isUnfilled(text: string): boolean {
  return text.startsWith('<!--') || isPlaceholder(text);
}

export function countWords(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}

function topOf(node: MarkdownNode): MarkdownNode {
  let top = node;
  while (top.parent) top = top.parent;
  return top;
}
