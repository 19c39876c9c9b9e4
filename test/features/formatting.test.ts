import assert from 'node:assert/strict';
import { formatting } from '../../server/features/formatting.ts';
import { contextAt } from '../support/feature.ts';

describe('formatting', () => {
  it('leaves a dollar sign where another note of the folder counts in other dollars', () => {
    const note = '## Photos (one-off)\n\n- Budget: $1,200\n';
    assert.deepEqual(formatting(contextAt(`${note}--- farm.delegate.md\n---\ncurrency: NZD\n---\n`).context), []);
    assert.equal(formatting(contextAt(note).context).length, 1);
  });

  it('of a range keeps to it', () => {
    const { context } = contextAt('## Photos (one-off)\n\n- budget: 3 EUR\n- due: 2026-12-01\n');
    const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 5 } };
    assert.deepEqual(formatting(context, range), [{ range: { start: { line: 3, character: 2 }, end: { line: 3, character: 3 } }, newText: 'D' }]);
  });
});
