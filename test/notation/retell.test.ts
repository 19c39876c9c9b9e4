/** Prose that is told in another place. A target is answered in capitals; one that begins with `x` is not wanted there. */
import assert from 'node:assert/strict';
import { readDocument } from '../../server/notation/document.ts';
import { definitionsOf, retold } from '../../server/notation/retell.ts';

const definitions = definitionsOf(readDocument('file:///a.md', '# A\n\n[rates]: rates.md "Rates"\n[The  List]: <x y.md>\n[^1]: none\n'));
const target = (written: string): string | undefined => (written.startsWith('x') ? undefined : written.toUpperCase());

const cases: readonly (readonly [what: string, text: string, told: string])[] = [
  ['one line', 'Take\n  the hours.', 'Take the hours.'],
  ['a line break by a backslash', 'Take\\\nthe hours.', 'Take the hours.'],
  ['no comments', 'Take <!-- all\nof --> them. <!-- delegate-disable -->', 'Take them.'],
  ['a comment in code', 'Write `<!-- -->`.', 'Write `<!-- -->`.'],
  ['a link', 'See [a](b.md#c "d e").', 'See [a](B.MD#C "d e").'],
  ['a link in angle brackets', 'See [a](<b c.md>).', 'See [a](<B C.MD>).'],
  ['an image in a link', '[![a](b.png)](c.md)', '[![a](B.PNG)](C.MD)'],
  ['a link that is not wanted', 'See [the *list*](x.md "t") and ![a sign](x.png).', 'See the *list* and a sign.'],
  ['a link in code', 'Write `[a](b.md)`.', 'Write `[a](b.md)`.'],
  ['a link by a label', 'See [them][Rates], [rates][] and [rates].', 'See [them](RATES.MD), [rates](RATES.MD) and [rates](RATES.MD).'],
  ['a label that is not wanted', 'See [them][the list] and [the list].', 'See them and the list.'],
  ['a label of nothing', 'See [them][prices], [1] and [^1].', 'See [them][prices], [1] and [^1].'],
  ['brackets without end', '[[[a] ]( ](', '[[[a] ]( ]('],
];

describe('prose told in another place', () => {
  for (const [what, text, told] of cases) it(`has ${what}`, () => assert.equal(retold(text, { target, definitions }), told));

  it('takes no time for many brackets', () => assert.equal(retold('[a](b)'.repeat(50_000), { target, definitions }).length, 300_000));
});
