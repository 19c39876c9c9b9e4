/** Lists of fields, entries and feedback: one bullet, `-`, one space behind it, and no more indentation than they need. */
import type { List, MarkdownNode } from '../markdown.ts';
import type { Line } from './lines.ts';
import { areWanted, type Options, type Part, type Step, withTexts } from './part.ts';

/** The first lines of what the notation itself writes as items. */
function ownLines({ section }: Part): Set<number> {
  const { fields = [], entries = [], milestones = [] } = section.block ?? {};
  const feedback = entries.flatMap((entry) => entry.feedback.map(({ at }) => at.line));
  return new Set([...[...fields, ...entries, ...milestones].map(({ line }) => line), ...feedback]);
}

const isBullet = ({ kind, list }: MarkdownNode): boolean => kind === 'item' && !list!.ordered;

/** The lists outside of quotes and other lists, or in an item of such a list, that hold what the notation writes. */
function ownLists(part: Part): Set<List> {
  const own = ownLines(part);
  const lists = new Set<List>();
  for (const node of part.nodes) {
    const isReached = !node.parent || (node.parent.kind === 'item' && lists.has(node.parent.list!));
    if (isBullet(node) && isReached && own.has(node.line)) lists.add(node.list!);
  }
  return lists;
}

function ownItems(part: Part): MarkdownNode[] {
  const lists = ownLists(part);
  return part.nodes.filter((node) => isBullet(node) && lists.has(node.list!));
}

const areTight = (items: readonly MarkdownNode[]): boolean => items.every((item) => item.endColumn === columnOf(item) + 2);

const countLists = ({ nodes }: Part): number => new Set(nodes.map(({ list }) => list)).size;

/** Takes off the white space in front of and behind the bullets, and as much from the lines that belong to them. */
export const trimLists: Step = (part, options) => {
  const items = ownItems(part);
  if (areTight(items) || !items.every(({ line, endLine }) => areWanted(part.lines, options, line, endLine))) return part.lines;
  const texts = new Map<number, string>();
  for (const item of items) {
    const column = columnOf(item);
    const { text } = part.lines[item.line]!;
    // Tabs, and items that begin in one line.
    if (/[^ ]/.test(text.slice(0, item.column)) || (item.endLine > item.line + 1 && text.slice(0, item.endColumn).includes('\t'))) return part.lines;
    texts.set(item.line, `${' '.repeat(column)}${item.list!.marker} ${text.slice(item.endColumn)}`);
    const indent = ' '.repeat(item.endColumn);
    for (let line = item.line + 1; line < item.endLine; line++) {
      const inner = part.lines[line]!.text;
      // Inner items come later and write their own lines.
      if (inner.startsWith(indent)) texts.set(line, inner.slice(item.endColumn - column - 2));
      else if (inner.includes('\t')) return part.lines;
    }
  }
  return withTexts(part.lines, texts);
};

/** Where the bullet of an item belongs: below the text of the item that it is in. */
const columnOf = ({ parent }: MarkdownNode): number => (parent ? columnOf(parent) + 2 : 0);

/**
 * One bullet for all lists of a note, where those of the notation have another than `-`; markdownlint's MD004 wants one.
 * None is changed where two lists would become one by it, unless both hold what the notation writes.
 */
export function withBullets(parts: readonly Part[], options: Options, rewrite: (part: Part, lines: readonly Line[]) => Part): readonly Part[] {
  const isOther = (node: MarkdownNode): boolean => isBullet(node) && node.list!.marker !== '-';
  const isOurs = parts.some((part) => {
    const own = ownLines(part);
    return part.nodes.some((node) => isOther(node) && own.has(node.line));
  });
  if (!isOurs) return parts;
  const after: Part[] = [];
  for (const part of parts) {
    const texts = new Map<number, string>();
    for (const { line, column } of part.nodes.filter(isOther)) {
      const { text } = part.lines[line]!;
      if (!options.isWanted(part.lines[line]!)) return parts;
      const before = texts.get(line) ?? text;
      texts.set(line, `${before.slice(0, column)}-${before.slice(column + 1)}`);
    }
    const lines = withTexts(part.lines, texts);
    const changed = rewrite(part, lines);
    if (changed === part && lines !== part.lines) return parts;
    if (countLists(changed) < countLists(part) && !areTight(ownItems(changed))) return parts;
    after.push(changed);
  }
  return after;
}
