/** What holds for completion in any text, wherever the cursor stands. */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { TextEdit } from 'vscode-languageserver-protocol';
import { completion } from '../../server/features/completion.ts';
import { anyText } from '../support/arbitraries.ts';
import { contextAt } from '../support/feature.ts';
import { workspace } from '../support/notes.ts';

const halfTyped = fc.constantFrom('', '- ', '- Ow', '- Owner: @', '- Owner:', '## Foo (', '- 2026-11-23 sk', '- 20', '@', '#', '<!-- ', '- Process: [a](', '- Cadence: every ', '- Due: ', '  - ', '- 2026-11-23 for ', '- Same as: p', '- Budget: 2');

/** Every place of a note: the offers are edits of the cursor's line around the cursor, on character boundaries. */
function holdsEverywhere(written: string): void {
  // A fixture begins behind its first line break.
  const note = written.replace(/^\r?\n/, '');
  const { context } = contextAt(note);
  note.split(/\r\n|\r|\n/).forEach((text, line) => {
    for (let character = 0; character <= text.length; character++) {
      const { items } = completion(context, { line, character }, character % 3 === 0 ? ' ' : undefined);
      for (const { label, textEdit } of items) {
        const { range: { start, end }, newText } = textEdit as TextEdit;
        assert(start.line === line && end.line === line && start.character <= character && character <= end.character && end.character <= text.length, `“${label}” at ${line}:${character} replaces ${JSON.stringify({ start, end })} of ${JSON.stringify(text)}`);
        assert(!splits(text, start.character) && !splits(text, end.character), `“${label}” at ${line}:${character} splits a character`);
        assert(newText !== '' && label !== '');
      }
    }
  });
}

const isHigh = (code: number): boolean => code >= 0xd800 && code < 0xdc00;
const isLow = (code: number): boolean => code >= 0xdc00 && code < 0xe000;
const splits = (text: string, at: number): boolean => isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at));

describe('completion', function () {
  this.timeout(30_000);

  it('is worked out at every place of notes as people write them, half-typed lines in between', () => {
    fc.assert(fc.property(workspace(), halfTyped, fc.nat(30), (files, typed, at) => {
      const note = files.get('note.delegate.md')!;
      const lines = note.split('\n');
      lines.splice(Math.min(at, lines.length), 0, typed);
      holdsEverywhere(lines.join('\n'));
    }), { numRuns: 60 });
  });

  it('is worked out at every place of any text', () => {
    fc.assert(fc.property(fc.array(fc.oneof(anyText(), halfTyped), { maxLength: 4 }).map((parts) => parts.join('\n')), (note) => {
      // A separator would be another file, and a `$0` the cursor.
      fc.pre(!/^\r?\n/.test(note) && !/^--- \S.*\.\w+\r?$|\$0|^ *\^/m.test(note) && note !== '');
      holdsEverywhere(note);
    }), { numRuns: 150 });
  });
});
