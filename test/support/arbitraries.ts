/** Texts that no person would write and every reader has to take: Markdown and notes put together from their nastiest parts. */
import * as fc from 'fast-check';

const lineBreak = fc.oneof({ weight: 12, arbitrary: fc.constant('\n') }, { weight: 1, arbitrary: fc.constantFrom('\r\n', '\r') });

/** What a line may begin with: nothing, mostly, or indentation and markers of containers. */
const prefix = fc.oneof(
  { weight: 4, arbitrary: fc.constant('') },
  { weight: 5, arbitrary: fc.array(fc.constantFrom('> ', '>', '- ', '* ', '+ ', '1. ', '2) ', '10. ', ' ', '  ', '   ', '    ', '\t', '-\t', '>\t', '-    ', '-     '), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')) },
);

const content = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  { weight: 6, arbitrary: fc.constantFrom('a', 'text', 'a b  ', 'word\\', '-', '*', '+', '1.', '1)', '0.', '01. a', '2.', '1234567890. a', '>', 'a @maria b') },
  { weight: 3, arbitrary: fc.constantFrom('# a', '## b ##', '#', '###### c #', '####### d', '#e', '# \tf # \t', '### ###', '# g\\#', '# h (recurring)') },
  { weight: 3, arbitrary: fc.constantFrom('===', '=', '---', '--', '- - -', '***', '_ _ _', '--- -', '= =', '-- ', '===\t', '* * *', '---a') },
  { weight: 3, arbitrary: fc.constantFrom('```', '````', '``` sh', '``` a`b', '~~~', '~~~ x ~', '~~~~', '``', '```\t', '~~~ ```') },
  { weight: 3, arbitrary: fc.constantFrom('<div>', '</div>', '<!-- a', '-->', '<!-- b -->', '<!-->', '<pre', '</pre>', '<script>', '</script>', '<?php', '?>', '<!DOCTYPE', '<![CDATA[', ']]>', '<b>', '<b', '<a href="x" c>', '</b >', '<b> c', '<http://a>', '<textarea>', '<hr/>', '<x/>', '<details', '<p>a</p>', '<!', '<', '<a b=\'c\'/>', '<x y:z _w.v = "1">') },
  { weight: 4, arbitrary: fc.constantFrom('| a | b |', '|---|---|', 'a | b', '-|-', ':-', ':-:', '| - |', '|-|', 'a \\| b', '| a', '--|--', '|:--|--:|', 'a | b | c', '|', '||', '| | |', 'a|', '|-', '- | -', '`a|b`', '| a \\\\| b', '| :- | -: | :-: |', '  | b |  ', '|\u00a0|') },
  { weight: 3, arbitrary: fc.constantFrom('[a]: b', '[a]:', '[a]: <b c> "t"', '[a]: b "t', 't"', '[a', 'b]: c', '[a]: b c', '[a]: b\'t\'', '[]: x', '[a\\]: b', '[a]: <b', '[a]: b (t)', '\'title\'', '"x" y', '[a]: b\\', '[ ]: x', '[a]:\tb\t"t"\t', '[a[]: b') },
  { weight: 1, arbitrary: fc.constantFrom('\u00a0', '\f', '\v', '\0', '\u2028', '\ufeff', '# a\u00a0', '# \fa\f', '- \u00a0', '===\f', '```\v', '|-|\f', '\u00a0# a', '<div\f>', '<b\v>', '[a]:\u00a0b', '\ud800', '\u{1f600}') },
);

const line = fc.tuple(prefix, content).map(([before, text]) => before + text);

/** Markdown of lines that are each the beginning of something. */
export const markdown = (): fc.Arbitrary<string> =>
  fc.array(fc.tuple(line, lineBreak), { maxLength: 10 }).chain((lines) => fc.boolean().map((ends) => {
    const text = lines.map(([text, end]) => text + end).join('');
    return ends ? text : text.replace(/(?:\r\n|\n|\r)$/, '');
  }));

const row = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('| a | b |', 'a | b', '| a |', 'a|', '|b', 'a \\| b', '| a \\\\| b', '`a|b` | c', '|', '||', '| |', '|a|\u00a0|', 'a') },
  { weight: 3, arbitrary: fc.constantFrom('|---|---|', '-|-', '| - |', '|-', ':-', '-:', ':-:', ':-|-:|', '| :- | -: |', '|-|-|-|', '|-| ', '|-|x', '| -- |:|', '|:|', '--|--\t', '\t| - | - |') },
  { weight: 2, arbitrary: fc.string({ unit: fc.constantFrom(...'||| \t\\a-:\'`'), maxLength: 8 }) },
  { weight: 2, arbitrary: fc.constantFrom('', 'text', '# a', '> a', '***', '```', '    code', '<div>', '<!-- a -->', '[a]: b', '===') },
);

/** Markdown that is full of tables, and of what is nearly one: in the open, in a quote, in an item. */
export const tableMarkdown = (): fc.Arbitrary<string> =>
  fc.array(
    fc.tuple(
      fc.constantFrom(['', ''], ['', ''], ['> ', '> '], ['>', '>'], ['- ', '  '], ['1. ', '   ']),
      fc.array(fc.tuple(fc.constantFrom('', '', '', '', ' ', '  ', '   ', '    ', '\t'), row).map(([indent, text]) => indent + text), { minLength: 1, maxLength: 6 }),
    ),
    { minLength: 1, maxLength: 3 },
  ).map((blocks) => blocks.map(([[first, other], lines]) => lines.map((text, i) => (i === 0 ? first + text.trimStart() : other + text)).join('\n')).join('\n\n'));

/** Markdown of characters that mean something. */
export const markdownCharacters = (): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'  \t\n\n\n-->>```~#=|[]:<!1.a*\\"()/'), maxLength: 40 });
