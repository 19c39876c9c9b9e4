/** What is found in a section's prose, whatever else the section is: the people it names, and its comments. */
import type { Span } from '../text.ts';
import { type Directive, readDirective } from './directives.ts';
import { commentsIn, LeafText, mentionEnd, mentionsIn, readInline } from './inline.ts';
import type { MarkdownNode, Scanned } from './markdown.ts';

/** What is found in all leaves of a section alike. Comments are pairs of offsets in its text. */
export interface Prose {
  /** Where people are mentioned: line, start and end of each, one behind the other. */
  readonly places: readonly number[];
  readonly directives: readonly Directive[];
  readonly comments: readonly (readonly [start: number, end: number])[];
}

/** Nearly all sections have no comments, and many name nobody. */
const none: readonly never[] = [];

export function readProse(scanned: Scanned): Prose {
  const places: number[] = [];
  if (isPlain(scanned)) {
    readPlainMentions(scanned, places);
    return { places: packed(places), directives: none, comments: none };
  }
  const { text, lineStarts, nodes } = scanned;
  const directives: Directive[] = [];
  const comments: [number, number][] = [];
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
    const hasComment = nextComment >= 0 && nextComment < to;
    if (hasSign || hasComment) readLeaf(scanned, node, places, directives, comments);
  }
  return { places: packed(places), directives: packed(directives), comments: packed(comments) };
}

/** Whether nothing in a section hides text: no front matter, code, comment, tag, escape or link. Most sections are such. */
function isPlain({ text, nodes }: Scanned): boolean {
  if (nodes[0]?.line !== 0 || text.includes('`') || text.includes('<') || text.includes('\\') || text.includes('](')) return false;
  return !nodes.some(({ kind }) => kind === 'code');
}

function readPlainMentions({ text, lineStarts }: Scanned, places: number[]): void {
  let line = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    while (lineStarts[line + 1]! <= at) line++;
    const base = lineStarts[line]!;
    const stop = mentionEnd(text, at);
    if (stop > 0) places.push(line, at - base, stop - base);
  }
}

/** A list of just its length: one that grows keeps room that a note's many sections would waste. */
const packed = <T>(list: readonly T[]): readonly T[] => (list.length === 0 ? none : list.slice());

/** The text with spaces for what stands between some offsets, and with all its lines. */
export function blanked(text: string, stretches: readonly (readonly [start: number, end: number])[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const [start, end] of stretches) {
    parts.push(text.slice(at, start), text.slice(start, end).replace(/[^\r\n]/g, ' '));
    at = end;
  }
  return parts.join('') + text.slice(at);
}

function readLeaf(scanned: Scanned, node: MarkdownNode, places: number[], directives: Directive[], comments: [number, number][]): void {
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
    places.push(line, column, column + end - start);
  }
}
