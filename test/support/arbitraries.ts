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

const frontMatter = fc.oneof(
  { weight: 6, arbitrary: fc.constant('') },
  { weight: 2, arbitrary: fc.array(pieces([1, [
    'business: Bright & Side', 'timezone: Europe/Berlin', 'workdays: [mon, tue]', 'workdays: mon-fri', 'holidays: [2026-08-31, 2026-02-30]', 'currency: EUR', 'fields: [Room]',
    'rules: { missing-owner: off, x: [] }', 'delegator: @maria', 'team:', '  maria: { name: Maria, hours: 12, until: 2026-01-01, away: [[2026-01-01, 2026-01-09]] }', '  jon:', '    name: "Jon',
    'team: {', '- a', '\ta: b', 'a: *b', 'a: &b c', '? ', '!!js/function x', '# ## a (recurring)', 'a: |', '', '\ud800', '\u{1f600}: \u{1f600}', 'reviewed: 2026-11-01',
  ]]), { maxLength: 6 }).chain((lines) => fc.constantFrom('---\n---', '---\n', '---yaml\n---', '---js\n---', '\ufeff---\n---', '---\r\n---').map((fences) => {
    const [open, close] = fences.split('\n') as [string, string];
    return [open, ...lines, ...(close === '' ? [] : [close]), ''].join(fences.includes('\r') ? '\r\n' : '\n');
  })) },
);

/** What stands in a task, right and wrong. */
const noteLine = pieces(
  [4, ['## Invoices (recurring)', '# (One-off)', '### Photos (one-off) ##', '## Steps', '# A <!-- b --> (recurring) <!-- c -->', '#### \u{1f600} (recurring)']],
  [4, [
    '- Owner: @maria', '- owner : jon @jon', '* **Backup:** @\u{1f600}', '+ __Cadence__: every other Friday', '- Process: [Invoicing](processes/a%20b.md#c "t")', '- Process: below', '- Process:',
    '- Estimate: 1h 30m', '- Estimate: 1,5 std', '- Starts: 2026-02-30', '- Paused: 2026-01-01 to', '- Missed: keep all', '- Budget: 1.200,50 EUR', '- Due: soon', '- Same as: none', '- Room: 5', '- \u{1f600}:',
  ]],
  [4, [
    '- 2026-07-31 @maria 1h 40m explained 10m: 14 invoices.', '- 2026-13-01 @@ 1x', '- 2026-01-01', '- 2026-01-01 skipped for 2026-02-31 6/5 4/5 280 EUR EUR 280 \u20ac280 1h 2h:x', '- 20.11.2026 done',
    '- 2026-01-01 \u{1f600} explained', '- 2026-01-01, posted; for', '  - Liked: fast \u{1f600}', '  - Disliked:', '  - Disliked: late', '- [ ] 2026-09-22 All files: 290 EUR', '- [x] files 1.1.26', '- [ ] 2026-02-30',
  ]],
  [3, ['  @jon wrapped', '  2026-01-02 to 2026-01-03', '   processes/b.md) : 30m', '  explained', 'for', '1. Open @maria\u2019s list', '1. b', '', '', 'Prose with @lee and `@kim`.', '<!-- delegate-disable-next-line missing-owner, x -->', 'a <!-- delegate-disable', 'b --> c']],
  [2, ['| Bid | Price | Days | Note |', '|---|---|---|---|', '| @maria | 280 EUR | 3 | ok |', '| Jon \\| Co | x | 3d |', '| \u{1f600} |']],
);

/** Notes: front matter, tasks with fields and entries, right and wrong, and Markdown of any kind in between. */
export const notes = (): fc.Arbitrary<string> =>
  fc.tuple(frontMatter, fc.array(fc.tuple(fc.oneof({ weight: 5, arbitrary: noteLine }, { weight: 2, arbitrary: line }), lineBreak), { maxLength: 16 }))
    .map(([front, lines]) => front + lines.map((parts) => parts.join('')).join(''));

/** Half a character counts too. */
const anyUnit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));

/** Any text at all. */
export const anyText = (): fc.Arbitrary<string> =>
  fc.oneof(notes(), notes(), markdownLines(), fc.string({ unit: anyUnit, maxLength: 60 }), fc.string({ unit: fc.constantFrom(...'\ud800\udc00@a:#-\n\0 ', '\u{1f600}'), maxLength: 40 }));
