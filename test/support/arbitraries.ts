/** Texts that no person would write and every reader has to take: Markdown and notes put together from their nastiest parts. */
import * as fc from 'fast-check';

/** A piece of one line, each group as likely as its weight says. */
const pieces = (...groups: readonly (readonly [weight: number, pieces: readonly string[]])[]): fc.Arbitrary<string> =>
  fc.oneof(...groups.map(([weight, each]) => ({ weight, arbitrary: fc.constantFrom(...each) })));

const lineBreak = pieces([12, ['\n']], [1, ['\r\n', '\r']]);

/** What a line may begin with: nothing, mostly, or markers of containers and indentation. */
const markers = ['> ', '>', '- ', '* ', '+ ', '1. ', '2) ', '10. ', ' ', '  ', '   ', '    ', '\t', '-\t', '>\t', '-    ', '-     '];
const lineStart = fc.oneof(
  { weight: 4, arbitrary: fc.constant('') },
  { weight: 5, arbitrary: fc.array(fc.constantFrom(...markers), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')) },
);

const lineContent = pieces(
  [3, ['']],
  [6, ['a', 'text', 'a b  ', 'word\\', '-', '*', '+', '1.', '1)', '0.', '01. a', '2.', '1234567890. a', '>', 'a @maria b']],
  [3, ['# a', '## b ##', '#', '###### c #', '####### d', '#e', '# \tf # \t', '### ###', '# g\\#', '# h (recurring)']],
  [3, ['===', '=', '---', '--', '- - -', '***', '_ _ _', '--- -', '= =', '-- ', '===\t', '* * *', '---a']],
  [3, ['```', '````', '``` sh', '``` a`b', '~~~', '~~~ x ~', '~~~~', '``', '```\t', '~~~ ```']],
  [2, ['<div>', '</div>', '<hr/>', '<details', '<p>a</p>', '<pre', '</pre>', '<script>', '</script>', '<textarea>', '<x/>', '<', '<!']],
  [2, ['<!-- a', '-->', '<!-- b -->', '<!-->', '<?php', '?>', '<!DOCTYPE', '<![CDATA[', ']]>']],
  [2, ['<b>', '<b', '<a href="x" c>', '</b >', '<b> c', '<http://a>', '<a b=\'c\'/>', '<x y:z _w.v = "1">', '<a b=>', '<a"b">']],
  [2, ['| a | b |', '|---|---|', 'a | b', '-|-', ':-', '| - |', 'a \\| b', '|', '||', '- | -', '`a|b`']],
  [3, ['[a]: b', '[a]:', '[a]: <b c> "t"', '[a]: b "t', 't"', '[a', 'b]: c', '[a]: b c', '[a]: b\'t\'', '[]: x', '[a\\]: b', '[a]: <b']],
  [2, ['[a]: b (t)', '\'title\'', '"x" y', '[a]: b\\', '[ ]: x', '[a[]: b', '[a]: (b', '[a]: b) "c"']],
  [1, ['\u00a0', '\0', '\u2028', '# a\u00a0', '- \u00a0', '===\u00a0', '\u00a0# a', '[a]:\u00a0b', '\ud800', '\u{1f600}']],
);

const line = fc.tuple(lineStart, lineContent).map((parts) => parts.join(''));

/** Markdown of lines that are each the beginning of something. */
export const markdownLines = (): fc.Arbitrary<string> =>
  fc.tuple(fc.array(fc.tuple(line, lineBreak).map((parts) => parts.join('')), { maxLength: 10 }), fc.oneof(fc.constant(''), line))
    .map(([lines, last]) => lines.join('') + last);

/** Markdown of single characters that mean something. */
export const markdownCharacters = (): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'  \t\n\n\n-->>```~#=|[]:<!1.a*\\"()/'), maxLength: 40 });

const row = fc.oneof(
  { weight: 6, arbitrary: pieces(
    [3, ['| a | b |', 'a | b', '| a |', 'a|', '|b', 'a \\| b', '| a \\\\| b', '`a|b` | c', '|', '||', '| |', '|a|\u00a0|', 'a']],
    [3, ['|---|---|', '-|-', '| - |', '|-', ':-', '-:', ':-:', ':-|-:|', '| :- | -: |', '|-|-|-|', '|-| ', '|-|x', '| -- |:|', '|:|', '--|--\t']],
    [2, ['', 'text', '# a', '> a', '***', '```', '    code', '<div>', '<!-- a -->', '[a]: b', '===']],
  ) },
  { weight: 2, arbitrary: fc.string({ unit: fc.constantFrom(...'||| \t\\\\a-:\'`'), maxLength: 8 }).filter((text) => !/^\s*-(\s|$)/.test(text)) },
);

const indentedRow = fc.tuple(fc.constantFrom('', '', '', '', ' ', '  ', '   ', '    ', '\t'), row).map((parts) => parts.join(''));

/** What stands before the first and before each further line of a block. */
const around = fc.constantFrom(['', ''], ['', ''], ['> ', '> '], ['>', '>'], ['- ', '  '], ['1. ', '   ']);

/** Markdown that is full of tables, and of what is nearly one: in the open, in quotes, in items. */
export const tableMarkdown = (): fc.Arbitrary<string> =>
  fc.array(fc.tuple(around, fc.array(indentedRow, { minLength: 1, maxLength: 6 })), { minLength: 1, maxLength: 3 }).map((blocks) =>
    blocks
      .map(([[first, further], rows]) => rows.map((text, i) => (i === 0 ? `${first}${text.trimStart() || 'a'}` : `${further}${text}`)).join('\n'))
      .join('\n\n'),
  );
