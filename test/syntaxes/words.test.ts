/** A grammar cannot import the notation's words, so they stand there once more. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { directiveKinds } from '../../server/notation/directives.ts';
import { fieldKeys, kinds, type ValueKind, verbs } from '../../server/notation/keys.ts';

const grammar = (name: string): string => JSON.stringify(JSON.parse(readFileSync(new URL(`../../syntaxes/${name}.injection.json`, import.meta.url), 'utf8')));

function holds(name: string, words: readonly string[]): void {
  const alternatives = words.join('|').toLowerCase().replaceAll(' ', '[ _-]+');
  assert.notEqual(alternatives, '');
  const found = grammar(name).includes(`:${alternatives})`);
  assert.ok(found, `syntaxes/${name}.injection.json should hold (${alternatives}), in this order`);
}

const fields = (...values: ValueKind[]): string[] => fieldKeys.filter(({ value }) => values.includes(value)).map(({ name }) => name);

describe('words of the grammars', () => {
  it('are the kinds of the notation', () => {
    holds('block', kinds);
    holds('kind', kinds);
  });
  it('are its verbs', () => holds('item', verbs));
  it('are its fields', () => {
    holds('item', fields('cadence'));
    holds('item', fields('amount', 'date', 'duration', 'pause'));
    holds('item', fields('person', 'process', 'missed', 'text', 'task'));
  });
  it('are its directives', () => holds('directive', directiveKinds));
});
