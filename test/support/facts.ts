/**
 * What a text's blocks are, as a line of words for each, so that our scanner can be held against other parsers and a
 * difference reads by itself. Lines count from 1, columns from 0: `item 3:2 to 5 in quote 1:0 - of list 2`.
 */
import { isAtx, leafLines, lineText, type List, type MarkdownNode, type Scanned } from '../../server/notation/markdown.ts';
import { type CutsAt, Scanner } from '../../server/notation/scanner.ts';
import { splitRow } from '../../server/notation/tables.ts';

/** A block, whoever found it. */
export interface Fact {
  readonly kind: string;
  readonly line: number;
  lastLine: number;
  /** `undefined` where parsers see it differently and nothing hangs on it. */
  readonly column: number | undefined;
  readonly parent: Fact | undefined;
  readonly detail: string;
}

/** The blocks of one text, in its order. Containers end where the last thing in them ends. */
export class Facts {
  private readonly all: Fact[] = [];
  readonly lines: readonly string[];

  constructor(text: string) {
    this.lines = text.split(/\r\n|\n|\r/);
  }

  add(kind: string, parent: Fact | undefined, [line, lastLine]: [number, number], column?: number, detail = ''): Fact {
    const fact: Fact = { kind, line, lastLine: line, column, parent, detail };
    this.all.push(fact);
    this.extend(fact, lastLine);
    return fact;
  }

  /** Blank lines at the end of code, be it in a quote, belong to it or not, as a parser likes. */
  extend(fact: Fact, lastLine: number): void {
    let end = lastLine;
    while (end > fact.line && /^[ \t>]*$/.test(this.lines[end - 1] ?? '')) end--;
    for (let each: Fact | undefined = fact; each; each = each.parent) each.lastLine = Math.max(each.lastLine, end);
  }

  write(): string[] {
    const place = ({ kind, line, column }: Fact): string => `${kind} ${line}${column === undefined ? '' : `:${column}`}`;
    return this.all.map((fact) => `${place(fact)} to ${fact.lastLine}${fact.parent ? ` in ${place(fact.parent)}` : ''} ${fact.detail}`.trimEnd());
  }
}

/** A text that may begin with link reference definitions is left out: they are no blocks of ours, but a part of its lines. */
export function quoted(text: string): string {
  // NUL is no character of Markdown; other parsers write it as U+FFFD.
  return text.startsWith('[') ? '[' : JSON.stringify(text.replaceAll('\0', '\ufffd'));
}

/** What our scanner finds, over all of its sections. */
export function scannerFacts(text: string, cutsAt: CutsAt): string[] {
  const facts = new Facts(text);
  const scanner = new Scanner(text, cutsAt);
  const lists = new Map<List, number>();
  let firstLine = 1;
  do {
    const section = scanner.section();
    const factOf = new Map<MarkdownNode, Fact>();
    for (const node of section.nodes) {
      const kind = node.kind !== 'code' ? node.kind : node.level === 1 ? 'fence' : 'indented code';
      const column = kind === 'heading' || kind === 'html' || kind === 'indented code' ? undefined : node.column;
      const parent = node.parent && factOf.get(node.parent)!;
      const lines: [number, number] = [firstLine + node.line, firstLine + node.endLine - 1];
      factOf.set(node, facts.add(kind, parent, lines, column, detailOf(section, node, lists)));
    }
    firstLine += section.lineStarts.length - 1;
  } while (scanner.next < text.length);
  return facts.write();
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
      return `${node.level} ${quoted(text)}${isAtx(node) && text !== '' ? ` at ${node.column}` : ''}`;
    }
    case 'paragraph':
      return quoted(leafLines(section, node).join('\n'));
    case 'table': {
      const rows: string[] = [];
      for (let line = node.line; line < node.endLine; line++) {
        const column = node.columnAt(line);
        const cells = splitRow(lineText(section, line, column)).map(({ text }) => text);
        if (line !== node.line + 1) rows.push([column, ...(cells.length === 0 ? [''] : cells)].join('|'));
      }
      return JSON.stringify(rows);
    }
    default:
      return '';
  }
}
