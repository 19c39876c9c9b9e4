/** Blank lines: one around headings and lists, where there is none, and one where there are several. */
import { isAtx, type MarkdownNode } from '../markdown.ts';
import type { Line } from './lines.ts';
import type { Options, Part } from './part.ts';

/** The lines of a part; `next` is the one behind it, which begins with a heading. */
export function spaced(part: Part, next: Part | undefined, { isWanted }: Options): readonly Line[] {
  const { lines, nodes } = part;
  const outer = nodes.filter(({ parent }) => !parent);
  const isBlank = (line: number): boolean => line < part.headerLines ? false : blankish.test(lines[line]!.text);
  const covered = new Set<number>();
  for (const { line, endLine } of outer) for (let each = line; each < endLine; each++) covered.add(each);
  const isSpare = (line: number): boolean => line >= part.headerLines && !covered.has(line) && lines[line]!.text.trim() === '';

  const gaps = new Set<number>();
  const parted = (line: number): void => {
    if (line > 0 && line < lines.length && !isBlank(line - 1) && !isBlank(line) && (isWanted(lines[line - 1]!) || isWanted(lines[line]!))) gaps.add(line);
  };
  outer.forEach((node, i) => {
    if (node.kind === 'heading' && isAtx(node)) {
      parted(node.line);
      parted(node.endLine);
    } else if (node.kind === 'item') {
      if (!isSameList(outer[i - 1], node)) parted(node.line);
      if (!isSameList(outer[i + 1], node)) parted(node.endLine);
    }
  });

  const after: Line[] = [];
  // It ends as the line above it: a note may have both kinds.
  const addBlank = (): void => void after.push({ text: '', lineBreak: after.at(-1)!.lineBreak, from: undefined });
  lines.forEach((line, i) => {
    if (gaps.has(i)) addBlank();
    if (!(i > 0 && isSpare(i) && isSpare(i - 1) && isWanted(line))) after.push(line);
  });
  const last = lines.length - 1;
  if (next && last >= 0 && !isBlank(last) && startsWithAtx(next) && (isWanted(lines[last]!) || isWanted(next.lines[0]!))) addBlank();
  // Blank lines at the very end; the line before them keeps its line break.
  while (!next && after.length > 1 && isSpare(last) && after.at(-1)!.text.trim() === '' && isWanted(after.at(-1)!)) after.pop();
  return after.length === lines.length && after.every((line, i) => line === lines[i]) ? lines : after;
}

/** A line with nothing, or nothing but a comment: markdownlint takes it for blank, and the comment is about the next line. */
const blankish = /^\s*(?:<!--(?:(?!-->).)*-->\s*)*$/;

const isSameList = (one: MarkdownNode | undefined, other: MarkdownNode): boolean => one?.kind === 'item' && one.list === other.list;

const startsWithAtx = ({ nodes }: Part): boolean => nodes[0] !== undefined && nodes[0].line === 0 && isAtx(nodes[0]);
