import assert from 'node:assert/strict';
import { codeActions } from '../../server/features/codeActions.ts';
import { contextAt, type FeatureOptions } from '../support/feature.ts';

const note = `
---
team:
  maria: { name: Maria Silva }
---

## Send client$0 invoices (recurring)

- Cadence: every Friday
- Process: [Invoicing](processes/invoicing.md)

--- processes/invoicing.md
# Invoicing

1. Take the hours from the time sheets.
2. Write one invoice per client.
3. List what is still unpaid.
`;

function titles(text: string, only?: string[], options?: FeatureOptions): string[] {
  const { context, position } = contextAt(text, options);
  return codeActions(context, { start: position, end: position }, only).map(({ title }) => title);
}

describe('quick fixes', () => {
  it('are those of the findings that the cursor touches', () => assert(titles(note).includes('Assign to @maria (Maria Silva)'), titles(note).join(' · ')));

  it('are none where nothing was found', () => assert.deepEqual(titles(note.replace('$0', '').replace('every Friday', 'every $0Friday')), []));

  it('are none when another kind is asked for', () => {
    assert.deepEqual(titles(note, ['refactor']), []);
    assert.notDeepEqual(titles(note, ['quickfix']), []);
  });

  it('make no files for an editor that cannot', () => {
    const broken = note.replace('processes/invoicing.md)', 'processes/$0else.md)').replace('client$0', 'client');
    const making = titles(broken).filter((title) => /^Create/.test(title));
    assert.equal(making.length, 1);
    assert.deepEqual(titles(broken, undefined, { abilities: { creatingFiles: false } }).filter((title) => /^Create/.test(title)), []);
  });
});
