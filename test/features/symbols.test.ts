import assert from 'node:assert/strict';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { documentSymbols } from '../../server/features/documentSymbols.ts';
import { workspaceSymbols } from '../../server/features/workspaceSymbols.ts';
import { able, contextAt } from '../support/feature.ts';
import { load, parseFixture } from '../support/fixture.ts';

const notes = `
---
team:
  maria: { name: Maria Silva }
  jon: { name: Jon Park }
---

# Office

## Send client invoices (recurring)

- Owner: @maria
- Cadence: every Friday

### How

## Photos (one-off)

# (recurring)

--- clients/north.delegate.md
## Send the newsletter (recurring)

## Scan contracts, in a hurry (one-off)
`;

function names(query: string, text = notes): string[] {
  const context = { folders: [load(parseFixture(text).files)], spelled: (uri: string) => uri, version: () => null, abilities: able };
  return workspaceSymbols(context, query).map(({ name }) => name);
}

describe('workspace symbols', () => {
  it('are tasks and people, found by some letters of their names', () => {
    assert.deepEqual(names('invoices'), ['Send client invoices']);
    assert.deepEqual(names('sci'), ['Send client invoices', 'Scan contracts, in a hurry']);
    assert.deepEqual(names('SEND  n'), ['Send the newsletter', 'Send client invoices']);
    assert.deepEqual(names('@m'), ['@maria']);
    assert.deepEqual(names('silva'), ['@maria']);
    assert.deepEqual(names('otos'), ['Photos']);
    assert.deepEqual(names('zzz'), []);
  });

  it('are all of them without a query, but no more than anybody reads', () => {
    assert.equal(names('').length, 6);
    assert.equal(names('', Array.from({ length: 300 }, (_, i) => `## Task ${i} (recurring)\n`).join('\n')).length, 200);
  });

  it('say whose they are and where, and stand at the title', () => {
    const context = { folders: [load(parseFixture(notes).files)], spelled: (uri: string) => uri, version: () => null, abilities: able };
    assert.deepEqual(workspaceSymbols(context, 'invoices'), [{
      name: 'Send client invoices', kind: 12, containerName: '@maria, note.delegate.md',
      location: { uri: 'file:///desk/note.delegate.md', range: { start: { line: 8, character: 3 }, end: { line: 8, character: 23 } } },
    }]);
    assert.deepEqual(workspaceSymbols(context, 'newsletter').map(({ containerName }) => containerName), ['clients/north.delegate.md']);
  });
});

describe('document symbols', () => {
  it('are the headings in each other, tasks with their owner and cadence', () => {
    const { context } = contextAt(notes);
    const tree = (symbols: readonly DocumentSymbol[]): unknown[] => symbols.map(({ name, kind, detail, children = [] }) => [name, kind, ...(detail ? [detail] : []), ...tree(children)]);
    assert.deepEqual(tree(documentSymbols(context)), [
      ['Office', 15, ['Send client invoices', 12, '@maria, every Friday', ['How', 15]], ['Photos', 24]],
      ['…', 12],
    ]);
  });

  it('reach from the heading to the last line, and select the title', () => {
    const [office] = documentSymbols(contextAt(notes).context);
    const [invoices] = office!.children!;
    assert.deepEqual(invoices!.range, { start: { line: 8, character: 0 }, end: { line: 14, character: 0 } });
    assert.deepEqual(invoices!.selectionRange, { start: { line: 8, character: 3 }, end: { line: 8, character: 23 } });
  });
});
