/** Disable comments as they are read; what they silence is in `rules/disable.test.ts`. */
import assert from 'node:assert/strict';
import { readDocument, spanText } from '../../server/notation/document.ts';

/** `disable-line: a, b` for each directive, after a check that its codes stand at their places. */
function directives(text: string): string[] {
  return readDocument('file:///note.delegate.md', text).sections.flatMap((section) =>
    section.directives.map(({ kind, codes, range }) => {
      for (const { value, at } of codes) assert.equal(spanText(section, at), value);
      const start = section.lineStarts[range.start.line]! + range.start.character;
      const end = section.lineStarts[range.end.line]! + range.end.character;
      assert.match(section.text.slice(start, end), /^<!--[^]*-->$/);
      return `${kind}: ${codes.map(({ value }) => value).join(', ')}`;
    }),
  );
}

describe('directives', () => {
  const cases: readonly (readonly [comment: string, ...directives: string[]])[] = [
    ['<!-- delegate-disable-next-line missing-owner -->', 'disable-next-line: missing-owner'],
    ['<!-- delegate-disable-line missing-owner -->', 'disable-line: missing-owner'],
    ['<!-- delegate-disable missing-owner -->', 'disable: missing-owner'],
    ['<!-- delegate-enable missing-owner -->', 'enable: missing-owner'],
    ['<!-- delegate-disable-file missing-owner -->', 'disable-file: missing-owner'],
    ['<!-- delegate-disable -->', 'disable: '],
    ['<!--delegate-disable-->', 'disable: '],
    ['<!-- delegate-disable a, b c,d -->', 'disable: a, b, c, d'],
    ['<!-- delegate-disable a -- why, and how -->', 'disable: a'],
    ['<!-- delegate-disable a --why -->', 'disable: a'],
    ['<!-- delegate-disable -- why -->', 'disable: '],
    ['<!-- delegate-disable a: why -->', 'disable: a'],
    ['<!-- delegate-disable : why -->', 'disable: '],
    ['<!--\n  delegate-disable\n  a,\n  b\n-->', 'disable: a, b'],
    ['<!--\r\n  delegate-disable\r\n  a\r\n-->', 'disable: a'],
    ['Text <!-- delegate-disable-line a --> and <!-- delegate-disable-line b -->.', 'disable-line: a', 'disable-line: b'],
    ['- 🎉 item <!-- delegate-disable-line a -->', 'disable-line: a'],
    ['> quote\n> <!-- delegate-disable-line\n> a -->', 'disable-line: a'],
    ['| a <!-- delegate-disable-line a --> |\n| - |', 'disable-line: a'],
    ['## T (recurring) <!-- delegate-disable-line a -->', 'disable-line: a'],
    ['<div><!-- delegate-disable a --></div>', 'disable: a'],
    ['<!-- delegate-disabled -->'],
    ['<!-- delegate-disable-lines -->'],
    ['<!-- delegate-disable_x -->'],
    ['<!-- Delegate-Disable -->'],
    ['<!-- x delegate-disable -->'],
    ['<!-- markdownlint-disable -->'],
    ['`<!-- delegate-disable -->`'],
    ['```\n<!-- delegate-disable -->\n```'],
    ['    <!-- delegate-disable -->'],
    ['\\<!-- delegate-disable -->'],
    ['Text <!-- delegate-disable'],
  ];
  for (const [comment, ...expected] of cases) it(JSON.stringify(comment), () => assert.deepEqual(directives(`${comment}\n`), expected));
});
