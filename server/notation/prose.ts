/** What is found in a section's prose, whatever else the section is: the people it names, and its comments. */
import { Collector } from './collector.ts';
import { type Directive, readDirective } from './directives.ts';
import { commentsIn, LeafText, nextMention, readInline } from './inline.ts';
import type { MarkdownNode, Scanned } from './markdown.ts';

/** What is found in all leaves of a section alike. Comments are pairs of offsets in its text. */
export interface Prose {
  /** The offset of each `@` that mentions somebody. */
  readonly signs: readonly number[];
  readonly directives: readonly Directive[];
  readonly comments: readonly (readonly [start: number, end: number])[];
}

/** Reads the prose of one section after the other. */
export class ProseReader {
  private readonly signs = new Collector<number>();
  private readonly directives = new Collector<Directive>();
  private readonly comments = new Collector<readonly [start: number, end: number]>();

  read(scanned: Scanned): Prose {
    if (isPlain(scanned)) this.readPlain(scanned.text);
    else this.readLeaves(scanned);
    return { signs: this.signs.take(), directives: this.directives.take(), comments: this.comments.take() };
  }

  private readPlain(text: string): void {
    for (let at = nextMention(text, 0); at >= 0; at = nextMention(text, at + 1)) this.signs.push(at);
  }

  private readLeaves(scanned: Scanned): void {
    const { text, lineStarts, nodes } = scanned;
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
      if (hasSign || hasComment) this.readLeaf(scanned, node);
    }
  }

  private readLeaf(scanned: Scanned, node: MarkdownNode): void {
    const leaf = new LeafText(scanned, node);
    const inline = node.kind === 'html' ? { prose: '', comments: commentsIn(leaf.text) } : readInline(leaf.text);
    const offsetOf = (offset: number): number => {
      const { line, start } = leaf.locate(offset);
      return scanned.lineStarts[line]! + start;
    };
    for (const { start, end } of inline.comments) {
      const directive = readDirective(leaf, start, end);
      if (directive) this.directives.push(directive);
      this.comments.push([offsetOf(start), offsetOf(end)]);
    }
    const { prose } = inline;
    for (let at = nextMention(prose, 0); at >= 0; at = nextMention(prose, at + 1)) this.signs.push(offsetOf(at));
  }
}

/** Whether nothing in a section hides text: no front matter, code, comment, tag, escape or link. Most sections are such. */
function isPlain({ text, nodes }: Scanned): boolean {
  if (nodes[0]?.line !== 0 || text.includes('`') || text.includes('<') || text.includes('\\') || text.includes('](')) return false;
  return !nodes.some(({ kind }) => kind === 'code');
}

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
