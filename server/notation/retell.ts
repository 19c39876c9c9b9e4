/**
 * Prose of a note as it is told in another place: in one line, without comments, and with links that lead from there. A link
 * that is defined elsewhere in the note gets its destination at once, for the definition stays behind.
 */
import { definitionLines } from './definitions.ts';
import { type Document, textOf } from './document.ts';
import { readInline } from './inline.ts';
import { leafLines, type MarkdownNode, type Scanned } from './markdown.ts';

export interface Retelling {
  /** What a link says in the other place; `undefined` where only its text is to stay. */
  readonly target: (target: string) => string | undefined;
  /** Destinations by their folded labels; asked for where there may be one. */
  readonly definitions: () => ReadonlyMap<string, string>;
}

/** A paragraph without the definitions that it begins with; empty where it is nothing else. */
export function retoldLeaf(scanned: Scanned, leaf: MarkdownNode, retelling: Retelling): string {
  const lines = leafLines(scanned, leaf);
  return retold(lines.slice(definitionLines(lines)).join('\n'), retelling);
}

export function retold(text: string, retelling: Retelling): string {
  const changes = [...changesTo(text, retelling)].sort((a, b) => a.start - b.start);
  let told = '';
  let at = 0;
  for (const { start, end, by } of changes) {
    if (start < at) continue;
    told += text.slice(at, start) + by;
    at = end;
  }
  // A backslash at the end of a line is a line break.
  return (told + text.slice(at)).replace(/\\\n/g, ' ').replace(/\s+/g, ' ').trim();
}

interface Replacing {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

function* changesTo(text: string, { target, definitions }: Retelling): Generator<Replacing> {
  const { prose, comments, destinations } = readInline(text);
  for (const { start, end } of comments) yield { start, end, by: '' };
  if (!prose.includes(']')) return;
  const brackets = bracketsIn(prose);
  const inline = new Map(destinations.map(({ start, end }) => [start - 2, end]));
  const labels = new Set<number>();
  for (const [close, open] of brackets) {
    const behind = inline.get(close);
    const isImage = prose[open - 1] === '!';
    const without = (end: number): Replacing[] => [{ start: open - (isImage ? 1 : 0), end: open + 1, by: '' }, { start: close, end, by: '' }];
    if (behind !== undefined) {
      const found = destination.exec(text.slice(close + 2, behind));
      if (!found) continue;
      const [, gap, written] = found as unknown as [string, string, string];
      const bare = written.replace(/^<(.*)>$/, '$1');
      const to = target(bare);
      const start = close + 2 + gap.length;
      if (to === undefined) yield* without(behind + 1);
      else if (to !== bare) yield { start, end: start + written.length, by: inBrackets(to) };
      continue;
    }
    if (labels.has(open)) continue;
    const end = prose[close + 1] === '[' ? closeOf(prose, close + 1) : close;
    const label = end > close + 2 ? text.slice(close + 2, end) : text.slice(open + 1, close);
    const defined = definitions().get(foldLabel(label));
    if (defined === undefined) continue;
    labels.add(close + 1);
    const to = target(defined);
    if (to === undefined) yield* without(end + 1);
    else yield { start: close + 1, end: end + 1, by: `(${inBrackets(to)})` };
  }
}

/** A link's target with its brackets, if it has any, in front of a title. */
const destination = /^(\s{0,9})(<[^<>\n]*>|[^\s<]\S*)/;

/** A target as a link has it, in brackets where it would end too soon. */
const inBrackets = (target: string): string => (/[\s()]/.test(target) ? `<${target}>` : target);

/** Closing brackets with the ones that they close, in the order in which they close. */
function bracketsIn(prose: string): Map<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < prose.length; at++) {
    const code = prose.charCodeAt(at);
    if (code === 91) open.push(at);
    else if (code === 93 && open.length > 0) pairs.set(at, open.pop()!);
  }
  return pairs;
}

/** The end of a label: no bracket stands in one. */
function closeOf(prose: string, open: number): number {
  const label = /\[[^[\]]{0,999}\]/y;
  label.lastIndex = open;
  return label.test(prose) ? label.lastIndex - 1 : open - 1;
}

const foldLabel = (label: string): string => label.toLowerCase().replace(/\s+/g, ' ').trim();

/** Where the links lead that a document defines by a label; looked for once, if at all. */
export function definitionsOf(document: Document): () => ReadonlyMap<string, string> {
  let found: ReadonlyMap<string, string> | undefined;
  return () => (found ??= readDefinitions(document));
}

/** Of several of one label the first counts. */
function readDefinitions(document: Document): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, label, target] of textOf(document).matchAll(/^ {0,3}\[([^^\]\r\n][^\]\r\n]{0,200})\]:[ \t]{0,9}(<[^<>\r\n]*>|\S+)/gm)) {
    const key = foldLabel(label!);
    if (!found.has(key)) found.set(key, target!.replace(/^<(.*)>$/, '$1'));
  }
  return found;
}
