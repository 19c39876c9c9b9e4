/**
 * What an independent CommonMark and GFM parser (micromark, through mdast) finds in a text, and what our scanner finds, both
 * written down the same way: a line of words for each block. Where two such lists differ, they say so in plain sight.
 * Lines count from 1, columns from 0: `item 3 to 5 at 2 in quote 1:0, "-" of list 2`.
 */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { leafLines, lineText, type List, type MarkdownNode, type Scanned } from '../../server/notation/markdown.ts';
import { type CutsAt, Scanner } from '../../server/notation/scanner.ts';
import { splitRow } from '../../server/notation/tables.ts';

/** A block, whoever found it; what the two parsers say of it has to be equal. */
interface Fact {
  readonly kind: string;
  /** Counted from 1, both included. */
  readonly line: number;
  lastLine: number;
  readonly column: number | undefined;
  readonly parent: Fact | undefined;
  readonly detail: string;
}

export function write(facts: readonly Fact[]): string[] {
  const place = ({ kind, line, column }: Fact): string => `${kind} ${line}${column === undefined ? '' : `:${column}`}`;
  return facts.map((fact) => `${place(fact)} to ${fact.lastLine}${fact.parent ? ` in ${place(fact.parent)}` : ''} ${fact.detail}`.trimEnd());
}

const splitLines = (text: string): string[] => text.split(/\r\n|\n|\r/);

/** Blank lines at the end of a block belong to it or not, as a parser likes; nothing hangs on it. */
function withoutBlankEnds(facts: Fact[], lines: readonly string[]): Fact[] {
  for (const fact of facts) while (fact.lastLine > fact.line && /^[ \t]*$/.test(lines[fact.lastLine - 1]!)) fact.lastLine--;
  return facts;
}

// ---------------------------------------------------------------- micromark

type Root = ReturnType<typeof fromMarkdown>;
type Node = Root | Root['children'][number];

/** Of GFM only the tables, which alone are blocks; and nothing inside of text, so that text stays as it is written. */
const tables = { flow: gfm().flow! };
const textAsItIs = {
  disable: {
    null: [
      'attention', 'autolink', 'characterEscape', 'characterReference', 'codeText', 'hardBreakEscape', 'htmlText', 'labelEnd',
      'labelStartImage', 'labelStartLink',
    ],
  },
};
const tableNodes = gfmFromMarkdown().filter(({ enter }) => enter && 'table' in enter);

export function oracleFacts(text: string): string[] {
  const root = fromMarkdown(text, { extensions: [tables, textAsItIs], mdastExtensions: tableNodes });
  const lines = splitLines(text);
  const facts: Fact[] = [];
  let lists = 0;

  const add = (node: Node, parent: Fact | undefined, kind: string, detail = '', line = startOf(node).line, column?: number): Fact => {
    const fact = { kind, line, lastLine: Math.max(line, endLineOf(node)), column, parent, detail };
    facts.push(fact);
    for (let outer = parent; outer; outer = outer.parent) outer.lastLine = Math.max(outer.lastLine, fact.lastLine);
    return fact;
  };
  const addContainer = (node: Node, parent: Fact | undefined, kind: string, detail = ''): void => {
    const fact = add(node, parent, kind, detail, startOf(node).line, startOf(node).column);
    // It ends where the last thing in it ends.
    fact.lastLine = fact.line;
    addChildren(node, fact);
  };
  const addChildren = (node: Node, parent: Fact | undefined): void => {
    let definitions: Fact | undefined;
    for (const child of 'children' in node ? (node.children as Node[]) : []) {
      const follows = definitions && startOf(child).line === definitions.lastLine + 1;
      if (child.type === 'definition' || (child.type === 'paragraph' && follows)) {
        // Definitions are no blocks of ours, but the beginning of a paragraph, or all of it.
        if (!follows) definitions = add(child, parent, 'paragraph', '[', startOf(child).line, startOf(child).column);
        else extend(definitions!, endLineOf(child));
        if (child.type === 'paragraph') definitions = undefined;
        continue;
      }
      definitions = undefined;
      addBlock(child, parent);
    }
  };
  const addBlock = (node: Node, parent: Fact | undefined): void => {
    const { line, column } = startOf(node);
    switch (node.type) {
      case 'blockquote':
        return addContainer(node, parent, 'quote');
      case 'list': {
        const list = ++lists;
        for (const item of node.children) {
          const marker = /^(\d*)(.)/.exec(lines[startOf(item).line - 1]!.slice(startOf(item).column))!;
          addContainer(item, parent, 'item', `${node.ordered ? Number(marker[1]) : ''}${marker[2]} of list ${list}`);
        }
        return;
      }
      case 'heading': {
        const text = textOf(node);
        // Definitions in front of its text count as the heading's for mdast, and not for us.
        const first = node.children[0] ?? node;
        const atx = startOf(first).line === endLineOf(node) ? ` from ${text === '' ? '' : startOf(first).column}` : '';
        add(node, parent, 'heading', `${node.depth} ${quoted(text)}${atx}`, startOf(first).line);
        return;
      }
      case 'paragraph':
        add(node, parent, 'paragraph', quoted(textOf(node)), line, column);
        return;
      case 'code': {
        const fenced = /^(?:```|~~~)/.test(lines[line - 1]!.slice(column));
        add(node, parent, fenced ? 'fence' : 'indented code', '', line, fenced ? column : undefined);
        return;
      }
      case 'html':
        add(node, parent, 'html', '', line, column);
        return;
      case 'thematicBreak':
        add(node, parent, 'break', '', line, column);
        return;
      case 'table': {
        const rows = node.children.map((row) => `${startOf(row).column}${row.children.map((cell) => `|${textOf(cell)}`).join('')}`);
        add(node, parent, 'table', JSON.stringify(rows), line, column);
        return;
      }
      default:
        throw new Error(`the oracle does not know ${node.type}`);
    }
  };
  addChildren(root, undefined);
  return write(withoutBlankEnds(facts, lines));
}

function extend(fact: Fact, lastLine: number): void {
  for (let each: Fact | undefined = fact; each; each = each.parent) each.lastLine = Math.max(each.lastLine, lastLine);
}

function startOf({ position }: Node): { line: number; column: number } {
  return { line: position!.start.line, column: position!.start.column - 1 };
}

/** A node that ends before the first character of a line ends with the line before. */
function endLineOf({ position }: Node): number {
  const { line, column } = position!.end;
  return column === 1 ? line - 1 : line;
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  if (node.type === 'break') return '\n';
  return 'children' in node ? (node.children as Node[]).map(textOf).join('') : '';
}

/** A text that may begin with definitions is left out: whether it does is for the oracle to know. */
const quoted = (text: string): string => (text.startsWith('[') ? '[' : JSON.stringify(text));

// ---------------------------------------------------------------- our scanner

/** The facts of our scanner, over all of its sections. */
export function scannerFacts(text: string, cutsAt: CutsAt): string[] {
  const scanner = new Scanner(text, cutsAt);
  const lists = new Map<List, number>();
  const facts: Fact[] = [];
  let firstLine = 1;
  do {
    const section = scanner.section();
    const factOf = new Map<MarkdownNode, Fact>();
    for (const node of section.nodes) {
      const kind = node.kind !== 'code' ? node.kind : node.level === 1 ? 'fence' : 'indented code';
      const fact: Fact = {
        kind,
        line: firstLine + node.line,
        lastLine: firstLine + node.endLine - 1,
        column: kind === 'heading' || kind === 'indented code' ? undefined : node.column,
        parent: node.parent && factOf.get(node.parent)!,
        detail: detailOf(section, node, lists),
      };
      factOf.set(node, fact);
      facts.push(fact);
    }
    firstLine += section.lineStarts.length - 1;
  } while (scanner.next < text.length);
  return write(withoutBlankEnds(facts, splitLines(text)));
}

function detailOf(section: Scanned, node: MarkdownNode, lists: Map<List, number>): string {
  switch (node.kind) {
    case 'item': {
      const list = node.list!;
      if (!lists.has(list)) lists.set(list, lists.size + 1);
      return `${list.ordered ? node.level : ''}${list.marker} of list ${lists.get(list)}`;
    }
    case 'heading': {
      const text = leafLines(section, node).join('\n');
      const atx = node.endLine === node.line + 1 ? ` from ${text === '' ? '' : node.column}` : '';
      return `${node.level} ${quoted(text)}${atx}`;
    }
    case 'paragraph':
      return quoted(leafLines(section, node).join('\n'));
    case 'table': {
      const rows: string[] = [];
      for (let line = node.line; line < node.endLine; line++) {
        if (line === node.line + 1) continue;
        const column = node.columnAt(line);
        rows.push(`${column}${splitRow(lineText(section, line, column)).map((cell) => `|${cell.text}`).join('')}`);
      }
      return JSON.stringify(rows);
    }
    default:
      return '';
  }
}
