import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { semanticTokens, tokenEdits } from '../../server/features/semanticTokens.ts';
import { tokenModifiers, tokenTypes } from '../../server/protocol.ts';
import type { Range } from '../../server/text.ts';
import { notes } from '../support/arbitraries.ts';
import { contextAt } from '../support/feature.ts';
import { type Files, load, parseFixture, uriOf } from '../support/fixture.ts';

interface Token {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/** What an editor makes of the numbers. */
function decoded(data: readonly number[]): Token[] {
  const tokens: Token[] = [];
  let [line, start] = [0, 0];
  for (let i = 0; i < data.length; i += 5) {
    const [lines, columns, length, type, modifiers] = data.slice(i, i + 5) as [number, number, number, number, number];
    start = lines > 0 ? columns : start + columns;
    line += lines;
    tokens.push({ line, start, end: start + length, name: [tokenTypes[type], ...tokenModifiers.filter((_, bit) => modifiers & (1 << bit))].join('.') });
  }
  return tokens;
}

/** `keyword recurring`, one a token. */
function tokens(text: string, range?: Range): string[] {
  const { context } = contextAt(text);
  const lines = parseFixture(text).files.get('note.delegate.md')!.split('\n');
  return decoded(semanticTokens(context, range)).map(({ line, start, end, name }) => `${name} ${lines[line]!.slice(start, end)}`);
}

const everything = `
---
delegator: nora
team:
  maria: { name: Maria Silva }
---

## Send client invoices (recurring)

- Owner: @maria
- Cadence: every other Friday
- **Estimate:** 1h 30m
- Starts: 2026-05-29
- Room: 5

Ask @maria.

- 2026-07-31 @maria 1h explained 10m 4/5: fine
  - Liked: fast
- 2026-06-30 skipped for 2026-07-31

## Photos (one-off)

- Budget: 300 EUR

| Bid | Price |
| --- | ----- |
| @lin | 280 EUR |

- [ ] 2026-09-22 All files: 290 EUR
- 2026-03-01 awarded @lin 280 EUR
`;

describe('semantic tokens', () => {
  it('name what Markdown knows nothing of', () => {
    assert.deepEqual(tokens(everything), [
      'decorator.declaration nora', 'decorator.declaration maria', 'keyword recurring',
      'property Owner', 'decorator @maria', 'property Cadence', 'string every other Friday', 'property Estimate', 'number 1h 30m', 'property Starts', 'number 2026-05-29', 'property Room',
      'decorator @maria',
      'number 2026-07-31', 'decorator @maria', 'number 1h', 'number 10m', 'number 4/5', 'number 2026-06-30', 'keyword skipped', 'number 2026-07-31',
      'keyword one-off', 'property Budget', 'number 300 EUR', 'decorator @lin', 'number 280 EUR',
      'number 2026-09-22', 'number 2026-03-01', 'keyword awarded', 'decorator @lin', 'number 280 EUR',
    ]);
  });

  it('name nothing in code and comments, nor what cannot be read', () => {
    assert.deepEqual(tokens('```\n- 2026-01-01 @maria\n```\n\n`@maria` <!-- @maria -->\n\n## A (recurring)\n\n- Owner: `@maria`\n- Cadence: now and then\n- Starts: 2026-02-30\n'), [
      'keyword recurring', 'property Owner', 'property Cadence', 'property Starts',
    ]);
  });

  it('of a range are those of its lines', () => {
    const range = { start: { line: 8, character: 0 }, end: { line: 9, character: 0 } };
    assert.deepEqual(tokens(everything, range), ['property Owner', 'decorator @maria', 'property Cadence', 'string every other Friday']);
    assert.deepEqual(tokens(everything, { start: { line: 2, character: 0 }, end: { line: 3, character: 9 } }), ['decorator.declaration maria']);
  });
});

const dataOf = (text: string): number[] => {
  const files: Files = new Map([['note.delegate.md', text]]);
  const { context } = contextAt('');
  return semanticTokens({ ...context, document: load(files).documents.get(uriOf('note.delegate.md'))! });
};

describe('semantic tokens of any note', () => {
  it('lie in their lines, one behind the other, and a range has the same ones', () => {
    fc.assert(fc.property(notes(), fc.nat(20), fc.nat(20), (text, a, b) => {
      const lines = text.split(/\r\n|\n|\r/);
      const all = decoded(dataOf(text));
      all.forEach(({ line, start, end }, i) => {
        assert(start < end && end <= lines[line]!.length);
        const before = all[i - 1];
        assert(!before || before.line < line || before.end <= start);
      });
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      const { context } = contextAt('');
      const document = load(new Map([['note.delegate.md', text]])).documents.get(uriOf('note.delegate.md'))!;
      const some = decoded(semanticTokens({ ...context, document }, { start: { line: from, character: 0 }, end: { line: to, character: 0 } }));
      assert.deepEqual(some, all.filter(({ line }) => from <= line && line <= to));
    }), { numRuns: 100 });
  });

  it('are the next ones once the edits are made to the ones before', () => {
    fc.assert(fc.property(notes(), notes(), fc.boolean(), (one, other, isEdit) => {
      const [before, after] = [dataOf(one), dataOf(isEdit ? `${other}\n${one}` : other)];
      const result = [...before];
      for (const { start, deleteCount, data = [] } of tokenEdits(before, after)) result.splice(start, deleteCount, ...data);
      assert.deepEqual(result, after);
      assert.deepEqual(tokenEdits(after, after), []);
    }), { numRuns: 100 });
  });
});
