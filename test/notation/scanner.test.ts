/** How the scanner writes down what it finds, and where it cuts. That it finds the right blocks is for commonmark.test.ts. */
import assert from 'node:assert/strict';
import { readDocument } from '../../server/notation/document.ts';
import { leafLines, lineText } from '../../server/notation/markdown.ts';
import { type CutsAt, Scanner } from '../../server/notation/scanner.ts';
import { scannerFacts } from '../support/facts.ts';

const facts = (text: string): string[] => scannerFacts(text, () => false);

function sections(text: string, cutsAt: CutsAt = () => true): string[] {
  const scanner = new Scanner(text, cutsAt);
  const texts: string[] = [];
  do texts.push(scanner.section().text);
  while (scanner.next < text.length);
  return texts;
}

describe('sections', () => {
  it('begin at headings', () => {
    assert.deepEqual(sections('before\n\n# A\n\na\n## B\nb\n'), ['before\n\n', '# A\n\na\n', '## B\nb\n']);
    assert.deepEqual(sections('# A\n# B'), ['# A\n', '# B']);
    assert.deepEqual(sections(''), ['']);
  });

  it('begin at underlined headings, with all lines of their text', () => {
    assert.deepEqual(sections('a\n\nB\nb\n===\nc\n'), ['a\n\n', 'B\nb\n===\nc\n']);
  });

  it('begin before the link reference definitions that an underlined heading stands behind', () => {
    assert.deepEqual(sections('a\n\n[x]: y\n    B\n---\n'), ['a\n\n', '[x]: y\n    B\n---\n']);
    assert.deepEqual(facts('[x]: y\n    B\n---\n'), ['paragraph 1:0 to 1 [', 'heading 2 to 3 2 "B"']);
  });

  it('do not begin in a quote, an item, code, HTML or a comment', () => {
    for (const text of ['> # A\n', '- # A\n', '1.\n   A\n   ===\n', '```\n# A\n', '<!--\n# A\n', '<div>\n# A\n', '    # A\n', 'a\n    # A\n']) {
      assert.deepEqual(sections(text), [text]);
    }
  });

  it('begin where the caller says so, who knows the heading that the present one began with', () => {
    const asked: string[] = [];
    const cutsAt: CutsAt = (level, text, first) => {
      asked.push(`${first?.level ?? 0} ${first?.text ?? '-'} / ${level} ${text}`);
      return level === 1;
    };
    assert.deepEqual(sections('## A\n### B ##\n# C\nD\n---\n', cutsAt), ['## A\n### B ##\n', '# C\nD\n---\n']);
    assert.deepEqual(asked, ['2 A / 3 B', '2 A / 1 C', '1 C / 2 D']);
  });

  it('count their lines from 0', () => {
    const scanner = new Scanner('a\r\n\r\n# B\r\n\r\nb\rc\n', () => true);
    assert.deepEqual(scanner.section().lineStarts, [0, 3, 5]);
    const { lineStarts, nodes } = scanner.section();
    assert.deepEqual(lineStarts, [0, 5, 7, 9, 11]);
    assert.deepEqual(nodes.map(({ kind, line, endLine }) => [kind, line, endLine]), [['heading', 0, 1], ['paragraph', 2, 4]]);
  });

  it('pass over what the caller has read already', () => {
    const text = '---\n# not a heading\n---\n# A\n';
    const scanner = new Scanner(text, () => true);
    const frontMatter = scanner.section(text.indexOf('# A'));
    assert.deepEqual([frontMatter.lineStarts.length - 1, frontMatter.nodes], [3, []]);
    assert.equal(scanner.section().text, '# A\n');
  });
});

describe('sections of a note', () => {
  const note = (text: string): string[] => readDocument('file:///note.delegate.md', text).sections.map((section) => section.text);

  it('a task keeps the deeper headings in it', () => {
    assert.deepEqual(note('# A\n\n## Invoices (recurring)\n\n### Steps\n\n#### Details\n\n## B\n\n### C\n'), [
      '# A\n\n', '## Invoices (recurring)\n\n### Steps\n\n#### Details\n\n', '## B\n\n', '### C\n',
    ]);
  });

  it('but not a deeper task', () => {
    assert.deepEqual(note('# A (recurring)\n## B (ONE-OFF)\n### C\n# D\n'), ['# A (recurring)\n', '## B (ONE-OFF)\n### C\n', '# D\n']);
  });

  it('front matter is part of the first one', () => {
    assert.deepEqual(note('---\nbusiness: Us # (recurring)\n---\n# A\n'), ['---\nbusiness: Us # (recurring)\n---\n', '# A\n']);
    assert.deepEqual(note('---\n---\nhello\n# A\n'), ['---\n---\nhello\n', '# A\n']);
  });
});

describe('blocks', () => {
  it('containers stand before what they contain', () => {
    assert.deepEqual(facts('> - a\n>   b\n>\n>   1. c\nd\n'), [
      'quote 1:0 to 5',
      'item 1:2 to 5 in quote 1:0 - of list 1',
      'paragraph 1:4 to 2 in item 1:2 "a\\nb"',
      'item 4:4 to 5 in item 1:2 1. of list 2',
      'paragraph 4:7 to 5 in item 4:4 "c\\nd"',
    ]);
  });

  it('items of one list share it; another marker begins another list', () => {
    assert.deepEqual(facts('- a\n\n- b\n+ c\n\n<!-- -->\n\n+ d\n').filter((fact) => fact.startsWith('item')), [
      'item 1:0 to 1 - of list 1', 'item 3:0 to 3 - of list 1', 'item 4:0 to 4 + of list 2', 'item 8:0 to 8 + of list 3',
    ]);
    assert.deepEqual(facts('7. a\n09) b\n').filter((fact) => fact.startsWith('item')), ['item 1:0 to 1 7. of list 1', 'item 2:0 to 2 9) of list 2']);
  });

  it('an item knows where its text begins', () => {
    const { nodes } = new Scanner('-   a\n', () => true).section();
    assert.deepEqual([nodes[0]!.column, nodes[0]!.endColumn], [0, 4]);
  });

  it('a heading is its text, without the marks around it', () => {
    assert.deepEqual(facts('#  A # b ##  \n## #\n###\n'), ['heading 1 to 1 1 "A # b" at 3', 'heading 2 to 2 2 ""', 'heading 3 to 3 3 ""']);
    assert.deepEqual(facts('> A\n>  b\n> ---\n'), ['quote 1:0 to 3', 'heading 1 to 3 in quote 1:0 2 "A\\nb"']);
  });

  it('a table takes the last line of the paragraph before it, and ends at a blank line or another block', () => {
    assert.deepEqual(facts('a\n| b | c \\| d |\n|---|:-:|\n| e\nf | g | h\n# i\n'), [
      'paragraph 1:0 to 1 "a"',
      'table 2:0 to 5 ["0|b|c \\\\| d","0|e","0|f|g|h"]',
      'heading 6 to 6 1 "i" at 2',
    ]);
    for (const end of ['- a', '1. a', '> a', '```', '***', '<div>', '    a', '']) {
      assert.equal(facts(`a|\n-|\nb\n${end}\n`)[0], 'table 1:0 to 3 ["0|a","0|b"]', end);
    }
  });

  it('is no table: too few or too many cells, hyphens alone, a delimiter row that is lazy or indented', () => {
    for (const text of ['a | b\n-|\n', 'a\n|-|-|\n', '|\n|-|\n', '> a | b\n-|-\n', 'a|b\n    -|-\n', 'a | b\n- | -\n', '[a]: b\n--\n']) {
      assert.ok(!facts(text).some((fact) => fact.startsWith('table')), text);
    }
  });

  it('fenced code and HTML know their kind', () => {
    const kinds = (text: string): (string | number)[][] => new Scanner(text, () => true).section().nodes.map(({ kind, level }) => [kind, level]);
    assert.deepEqual(kinds('```\n```\n\n    a\n'), [['code', 1], ['code', 0]]);
    assert.deepEqual(kinds('<!-- a\n\n-->\n<div>\n\n</b>\n'), [['html', 2], ['html', 6], ['html', 7]]);
  });
});

describe('white space is spaces and tabs', () => {
  it('a form feed, a vertical tab, a no-break space and NUL are text', () => {
    for (const char of ['\f', '\v', '\u00a0', '\0', '\u2028', '\ufeff']) {
      const text = JSON.stringify(`${char}a${char}`.replaceAll('\0', '\ufffd'));
      assert.deepEqual(facts(`# ${char}a${char} #`), [`heading 1 to 1 1 ${text} at 2`]);
      assert.deepEqual(facts(` ${char}a${char}\t`), [`paragraph 1:1 to 1 ${text}`]);
      for (const line of [`#${char}a`, `-${char}a`, `===${char}`, `***${char}`, `<b${char}c>`, `|-|${char}`]) {
        const found = facts(`a\n${line}`);
        assert.equal(found.length === 1 && found[0]!.startsWith('paragraph 1:0 to 2'), true, JSON.stringify(found));
      }
    }
  });

  it('tabs go to the next column that is a multiple of four', () => {
    assert.deepEqual(facts('-\ta\n\n\tb\n'), ['item 1:0 to 3 - of list 1', 'paragraph 1:2 to 1 in item 1:0 "a"', 'paragraph 3:1 to 3 in item 1:0 "b"']);
    assert.deepEqual(facts('>\t\ta\n'), ['quote 1:0 to 1', 'indented code 1 to 1 in quote 1:0']);
  });

  it('lines end with LF, CR LF or CR', () => {
    assert.deepEqual(facts('# a\r# b\r\n# c\n\r# d'), ['heading 1 to 1 1 "a" at 2', 'heading 2 to 2 1 "b" at 2', 'heading 3 to 3 1 "c" at 2', 'heading 5 to 5 1 "d" at 2']);
  });

  it('a byte order mark in front of all is none', () => {
    assert.deepEqual(facts('\ufeff# a\n'), ['heading 1 to 1 1 "a" at 3']);
    assert.deepEqual(facts('\ufeff- a\n'), ['item 1:1 to 1 - of list 1', 'paragraph 1:3 to 1 in item 1:1 "a"']);
  });
});

describe('the text of a leaf', () => {
  it('is its lines without markers, indentation and the white space at their ends', () => {
    const scanned = new Scanner('> - a  \n>   b\t\r\nc\n', () => true).section();
    const paragraph = scanned.nodes.at(-1)!;
    assert.deepEqual(leafLines(scanned, paragraph), ['a', 'b', 'c']);
    assert.deepEqual([0, 1, 2].map((line) => paragraph.columnAt(line)), [4, 4, 0]);
    assert.equal(lineText(scanned, 1), '>   b');
  });
});
