import assert from 'node:assert/strict';
import { rules } from '../../server/rules/index.ts';
import type { Rule } from '../../server/rules/rule.ts';
import { Client, uriOf } from '../support/client.ts';

const note = `## Send client invoices (recurring)

- Cadence: every Friday
`;

describe('what fails', () => {
  it('is one request, logged and answered with nothing', async () => {
    const client = await Client.start();
    await client.open('a.delegate.md', note);
    const poison = { textDocument: null, range: 7, context: {} };
    assert.deepEqual(await client.connection.sendRequest('textDocument/codeAction', poison), []);
    await client.until(() => client.logged.some((line) => line.startsWith('Request codeAction: TypeError')));
    await client.connection.sendNotification('textDocument/didChange', { textDocument: null, contentChanges: [{}] });
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: 'no uri % at all', type: 1 }] });
    await client.type('a.delegate.md', 'Friday', 'Monday');
    await client.until(() => client.pushed.at(-1)?.version === 2);
  });

  it('is one rule, on one note, and is said once', async () => {
    const poison: Rule = {
      code: 'poison', level: 'error', summary: '', why: '', bad: '', good: '',
      checkTask: () => { throw new Error('a fault in a rule'); },
    };
    (rules as Rule[]).unshift(poison);
    try {
      const client = await Client.start();
      await client.open('a.delegate.md', note);
      await client.untilFound('a.delegate.md', 'missing-owner');
      await client.type('a.delegate.md', 'Friday', 'Monday');
      await client.settled();
      assert.equal(client.logged.filter((line) => line.includes(`Rule poison on ${uriOf('a.delegate.md')}`)).length, 1);
    } finally {
      (rules as Rule[]).shift();
    }
  });

  it('is the asking, where an editor has no settings to give', async () => {
    const client = await Client.start({ files: { 'a.delegate.md': note }, capabilities: { workspace: { configuration: true } }, settings: false });
    await client.untilFound('a.delegate.md', 'missing-owner');
    assert(client.logged.some((line) => line.includes('there are no settings')));
  });

  it('is a note that is too long, until it is not', async () => {
    const client = await Client.start();
    await client.open('a.delegate.md', `${note}${' '.repeat(20 * 1024 * 1024)}`);
    await client.untilFound('a.delegate.md', 'unreadable-note');
    await client.edit('a.delegate.md', [{ range: { start: { line: 3, character: 0 }, end: { line: 4, character: 0 } }, text: '' }]);
    await client.untilFound('a.delegate.md', 'missing-owner');
  });
});
