/** The headings of a document with what stands under each: how many steps, how many words. */
import type { Document } from '../notation/document.ts';
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

/** Reads the outline of a document in one pass: what is counted between two headings counts for all that are open. */
export function outlineOf(document: Document): Outline {
  const slugger = new Slugger();
  const starts: (Omit<Heading, 'endLine'>)[] = [];
  let steps = 0;
  let words = 0;
  let lastStep: MarkdownNode | undefined;
  document.sections.forEach((section, i) => {
    for (const node of section.nodes) {
      if (node.kind === 'heading') {
        const title = leafLines(section, node).join(' ');
        starts.push({ title, slug: slugger.next(title), level: node.level, line: document.firstLines[i]! + node.line, steps, words });
      } else if (node.kind === 'paragraph' || node.kind === 'table' || node.kind === 'code') {
        const text = leafLines(section, node).join(' ');
        if (isUnfilled(text)) continue;
        words += countWords(text);
        const top = topOf(node);
        if (top.kind === 'item' && top !== lastStep) steps++;
        lastStep = top;
      }
    }
  });
  const headings = closed(starts, { line: document.lineCount, steps, words });
  const whole = { title: headings[0]?.title ?? '', line: headings[0]?.line ?? 0, endLine: document.lineCount, steps, words };
  return { whole, headings, bySlug: new Map(headings.map((heading) => [heading.slug, heading])) };
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
