/** What micromark, an independent parser of CommonMark with GFM's tables, finds in a text. It is slow: 1 MB a second. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { type Fact, Facts, quoted } from './facts.ts';

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
  const reader = new TreeReader(text);
  reader.readChildren(fromMarkdown(text, { extensions: [tables, textAsItIs], mdastExtensions: tableNodes }), undefined);
  return reader.facts.write();
}

class TreeReader {
  readonly facts: Facts;
  private lists = 0;

  constructor(text: string) {
    this.facts = new Facts(text);
  }

  readChildren(node: Node, parent: Fact | undefined): void {
    let definitions: Fact | undefined;
    for (const child of childrenOf(node)) {
      const follows: boolean = definitions !== undefined && startOf(child).line === definitions.lastLine + 1;
      if (child.type === 'definition' || (child.type === 'paragraph' && follows)) {
        // Definitions are no blocks of ours, but the beginning of a paragraph, or all of it.
        if (follows) this.facts.extend(definitions!, linesOf(child)[1]);
        else definitions = this.facts.add('paragraph', parent, linesOf(child), startOf(child).column, '[');
        if (child.type === 'paragraph') definitions = undefined;
      } else {
        definitions = undefined;
        this.readBlock(child, parent);
      }
    }
  }

  private readBlock(node: Node, parent: Fact | undefined): void {
    const { line, column } = startOf(node);
    const rest = this.facts.lines[line - 1]!.slice(column);
    const add = (kind: string, at: number | undefined, detail = ''): Fact => this.facts.add(kind, parent, linesOf(node), at, detail);
    const text = textOf(node);
    switch (node.type) {
      case 'blockquote':
        return this.readChildren(node, this.facts.add('quote', parent, [line, line], column));
      case 'list': {
        const list = ++this.lists;
        return node.children.forEach((item) => this.readItem(item, node.ordered ?? false, list, parent));
      }
      case 'heading': {
        if (rest.startsWith('#')) {
          add('heading', undefined, `${node.depth} ${quoted(text)}${text === '' ? '' : ` at ${startOf(node.children[0]!).column}`}`);
        } else {
          // mdast counts the definitions in front of the text in; we do not.
          this.facts.add('heading', parent, [startOf(node.children[0]!).line, linesOf(node)[1]], undefined, `${node.depth} ${quoted(text)}`);
        }
        return;
      }
      case 'code': {
        const fenced = /^(?:```|~~~)/.test(rest);
        add(fenced ? 'fence' : 'indented code', fenced ? column : undefined);
        return;
      }
      case 'table':
        add('table', column, JSON.stringify(node.children.map((row) => [startOf(row).column, ...row.children.map(textOf)].join('|'))));
        return;
      case 'paragraph':
        add('paragraph', column, quoted(text));
        return;
      case 'html':
        add('html', undefined);
        return;
      case 'thematicBreak':
        add('break', column);
        return;
      default:
        throw new Error(`the oracle does not know ${node.type}`);
    }
  }

  private readItem(item: Node, ordered: boolean, list: number, parent: Fact | undefined): void {
    const { line, column } = startOf(item);
    const [, number, marker] = /^(\d*)(.)/.exec(this.facts.lines[line - 1]!.slice(column))!;
    const detail = `${ordered ? Number(number) : ''}${marker} of list ${list}`;
    this.readChildren(item, this.facts.add('item', parent, [line, line], column, detail));
  }
}

const childrenOf = (node: Node): readonly Node[] => ('children' in node ? (node.children as readonly Node[]) : []);

function startOf({ position }: Node): { line: number; column: number } {
  return { line: position!.start.line, column: position!.start.column - 1 };
}

/** The first and the last line; what ends before the first character of a line ends with the line before. */
function linesOf({ position }: Node): [number, number] {
  const { start, end } = position!;
  return [start.line, end.column === 1 ? end.line - 1 : end.line];
}

function textOf(node: Node): string {
  if (node.type === 'break') return '\n';
  const text = 'value' in node ? node.value : childrenOf(node).map(textOf).join('');
  return text.replace(/\r\n?/g, '\n');
}
