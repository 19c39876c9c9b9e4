import assert from 'node:assert/strict';
import type { SelectionRange } from 'vscode-languageserver-types';
import { foldingRanges } from '../../server/features/foldingRanges.ts';
import { selectionRanges } from '../../server/features/selectionRanges.ts';
import { contextAt } from '../support/feature.ts';
import { parseFixture } from '../support/fixture.ts';

describe('folding ranges', () => {
  const folded = (text: string): string[] => foldingRanges(contextAt(text).context).map(({ startLine, endLine }) => `${startLine} to ${endLine}`);

  it('are front matter, histories and bids', () => {
    assert.deepEqual(folded(`
---
team: { maria: Maria }
---

## Photos (one-off)

| Bid | Price |
| --- | ----- |
| @lin | 3 EUR |

- 2026-11-20 delivered

- 2026-11-10 awarded @lin
  - Liked: quick
- 2026-11-01 posted

Some words.

- 2026-10-01 posted
- 2026-09-01 posted

## B (recurring)

- 2026-09-01 1h
`), ['0 to 2', '10 to 14', '18 to 19', '6 to 8']);
  });

  it('are none where nothing is long enough', () => {
    assert.deepEqual(folded('## A (recurring)\n\n- 2026-09-01 1h\n'), []);
    assert.deepEqual(folded(''), []);
  });
});

/** The texts that are selected one after the other, with ↵ for line breaks. */
function steps(text: string): string[] {
  const { context, position } = contextAt(text);
  const lines = parseFixture(text).files.get('note.delegate.md')!.split('\n');
  const shown: string[] = [];
  for (let each: SelectionRange | undefined = selectionRanges(context, [position])[0]; each; each = each.parent) {
    const { start, end } = each.range;
    const selected = start.line === end.line ? lines[start.line]!.slice(start.character, end.character)
      : [lines[start.line]!.slice(start.character), ...lines.slice(start.line + 1, end.line), lines[end.line]!.slice(0, end.character)].join('↵');
    shown.push(selected);
  }
  return shown;
}

describe('selection ranges', () => {
  const note = (owner: string, entry: string): string => `# Office

Text.

## A (recurring)

- Owner: ${owner}
- Backup: @jon

- 2026-11-20 @jon 1h: ${entry}
- 2026-11-13 @jon
`;

  it('go from a word to its value, field, list, block, section and document', () => {
    const list = '- Owner: @maria↵- Backup: @jon↵↵- 2026-11-20 @jon 1h: ok↵- 2026-11-13 @jon';
    assert.deepEqual(steps(note('@ma$0ria', 'ok')), [
      'maria', '@maria', 'Owner: @maria', '- Owner: @maria', list, `## A (recurring)↵↵${list}`, `# Office↵↵Text.↵↵## A (recurring)↵↵${list}`,
    ]);
  });

  it('know the parts of an entry and of a link', () => {
    assert.deepEqual(steps(note('@maria', 'ok').replace('1h', '1$0h 30m')).slice(0, 3), ['1h', '1h 30m', '2026-11-20 @jon 1h 30m: ok']);
    assert.deepEqual(steps('See [this](proc$0esses/a.md#how).\n').slice(0, 4), ['processes', 'processes/a.md', 'processes/a.md#how', 'See [this](processes/a.md#how).']);
    assert.deepEqual(steps('## Send in$0voices (recurring)\n').slice(0, 3), ['invoices', 'Send invoices', 'Send invoices (recurring)']);
  });

  it('take front matter as one', () => {
    assert.deepEqual(steps('---\nteam: { mar$0ia: Maria }\n---\n\nText.\n'), ['maria', 'team: { maria: Maria }', '---↵team: { maria: Maria }↵---', '---↵team: { maria: Maria }↵---↵↵Text.']);
  });

  it('are there for each cursor, and behind the end', () => {
    const { context } = contextAt('a\n');
    assert.deepEqual(selectionRanges(context, [{ line: 0, character: 0 }, { line: 9, character: 9 }]).map(({ range }) => range), [
      { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
      { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } },
    ]);
  });
});
