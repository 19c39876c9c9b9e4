/** What commonmark.js, the reference implementation of the CommonMark specification, finds in a text. It knows no tables. */
import { Parser } from 'commonmark';
import { type Fact, Facts, quoted } from './facts.ts';

/** What is used of the library's tree; it comes without types, and not all of this is public. */
interface Node {
  readonly type: string;
  readonly sourcepos: readonly [readonly [line: number, column: number], readonly [line: number, column: number]];
  readonly firstChild: Node | null;
  readonly next: Node | null;
  readonly level: number;
  readonly _isFenced: boolean;
  readonly _string_content: string;
  readonly _listData: { readonly type: 'bullet' | 'ordered'; readonly bulletChar: string; readonly start: number; readonly delimiter: string };
}

const parser = new Parser();
// Text stays as it is written, and link reference definitions stay in the paragraphs that they begin.
parser.inlineParser.parse = () => {};
parser.blocks = { ...parser.blocks, document: { ...parser.blocks.document, finalize() {} } };

export function referenceFacts(text: string): string[] {
  const facts = new Facts(text);
  let lists = 0;

  const readChildren = (node: Node, parent: Fact | undefined): void => {
    for (let child = node.firstChild; child; child = child.next) readBlock(child, parent);
  };

  const readBlock = (node: Node, parent: Fact | undefined): void => {
    const [[line, column], [lastLine]] = node.sourcepos;
    const rest = facts.lines[line - 1]!.slice(column - 1);
    switch (node.type) {
      case 'list': {
        const list = ++lists;
        for (let item = node.firstChild; item; item = item.next) readItem(item, list, parent);
        return;
      }
      case 'block_quote':
        return readChildren(node, facts.add('quote', parent, [line, line], column - 1));
      case 'heading':
        return readHeading(node, parent);
      case 'paragraph':
        facts.add('paragraph', parent, [line, lastLine], column - 1, rest.startsWith('[') ? '[' : quoted(trimmed(node._string_content)));
        return;
      case 'code_block':
        if (node._isFenced) facts.add('fence', parent, [line, lastLine], column - 1);
        else facts.add('indented code', parent, [line, lastLine]);
        return;
      case 'html_block':
        facts.add('html', parent, [line, lastLine]);
        return;
      case 'thematic_break':
        facts.add('break', parent, [line, lastLine], column - 1);
        return;
      default:
        throw new Error(`the reference is not expected to find ${node.type}`);
    }
  };

  const readItem = (item: Node, list: number, parent: Fact | undefined): void => {
    const [[line, column]] = item.sourcepos;
    const { type, bulletChar, start, delimiter } = item._listData;
    const marker = type === 'bullet' ? bulletChar : `${start}${delimiter}`;
    readChildren(item, facts.add('item', parent, [line, line], column - 1, `${marker} of list ${list}`));
  };

  const readHeading = (heading: Node, parent: Fact | undefined): void => {
    const [[line, column], [lastLine]] = heading.sourcepos;
    const text = trimmed(heading._string_content);
    if (line === lastLine) {
      const behindMarker = column - 1 + heading.level;
      const at = facts.lines[line - 1]!.slice(behindMarker).search(/[^ \t]/);
      facts.add('heading', parent, [line, line], undefined, `${heading.level} ${quoted(text)}${text === '' ? '' : ` at ${behindMarker + at}`}`);
      return;
    }
    // The definitions in front of its text are taken off the text, but not off the lines.
    const textLine = lastLine - text.split('\n').length;
    if (textLine > line) facts.add('paragraph', parent, [line, textLine - 1], column - 1, '[');
    facts.add('heading', parent, [textLine, lastLine], undefined, `${heading.level} ${quoted(text)}`);
  };

  readChildren(parser.parse(text), undefined);
  return facts.write();
}

/** Without the white space around each line. */
function trimmed(text: string): string {
  const lines = text.replace(/\n$/, '').split('\n');
  return lines.map((line) => line.replace(/^[ \t]+|[ \t]+$/g, '')).join('\n');
}
