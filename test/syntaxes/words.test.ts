/** The grammars cannot import the notation's words: they hold them once more, and this holds them to it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { directiveKinds } from '../../server/notation/directives.ts';
import { fieldKeys, kinds, type ValueKind, verbs } from '../../server/notation/keys.ts';

const measures: readonly ValueKind[] = ['amount', 'date', 'duration', 'pause'];
const fieldsWith = (holds: (value: ValueKind) => boolean): string[] => fieldKeys.filter(({ value }) => holds(value)).map(({ name }) => name);

describe('the words of the grammars', () => {
  const cases: readonly [title: string, grammar: string, words: readonly string[]][] = [
    ['kinds that open a block', 'block', kinds],
    ['kinds', 'kind', kinds],
    ['verbs', 'item', verbs],
    ['the field of a cadence', 'item', fieldsWith((value) => value === 'cadence')],
    ['fields of amounts, dates and durations', 'item', fieldsWith((value) => measures.includes(value))],
    ['other fields', 'item', fieldsWith((value) => value !== 'cadence' && !measures.includes(value))],
    ['directives', 'directive', directiveKinds],
  ];
  for (const [title, grammar, words] of cases) {
    it(title, () => {
      const file = new URL(`../../syntaxes/${grammar}.injection.json`, import.meta.url);
      const alternatives = words.join('|').toLowerCase().replaceAll(' ', '[ _-]+');
      assert.ok(readFileSync(file, 'utf8').includes(`:${alternatives})`), `${grammar}.injection.json lacks (${alternatives})`);
    });
  }
});
