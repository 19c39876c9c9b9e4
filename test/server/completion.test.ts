import assert from 'node:assert/strict';
import type { CompletionItem, CompletionList, Position } from 'vscode-languageserver-protocol';
import { able, Client, type Setup, uriOf } from '../support/client.ts';

const path = 'a.delegate.md';
const note = '---\nteam:\n  maria: { name: Maria Silva }\n---\n\n## Invoices (recurring)\n\n- Owner: \n- Cadence: \n- Process: \n';

const completing = { ...able, textDocument: { ...able.textDocument, completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown' as const], resolveSupport: { properties: ['documentation'] } } } } };

async function started(setup: Setup = {}): Promise<Client> {
  const client = await Client.start({ capabilities: completing, ...setup });
  await client.open(path, note);
  return client;
}

async function ask(client: Client, position: Position, triggerCharacter?: string): Promise<CompletionItem[]> {
  const context = triggerCharacter === undefined ? { triggerKind: 1 as const } : { triggerKind: 2 as const, triggerCharacter };
  const { items } = await client.connection.sendRequest<CompletionList>('textDocument/completion', { textDocument: { uri: uriOf(path) }, position, context });
  return items;
}

describe('completion', () => {
  it('is announced where the editor has it, with documentation that may follow', async () => {
    const { result: { capabilities: { completionProvider } } } = await started();
    assert.equal(completionProvider?.resolveProvider, true);
    assert(completionProvider.triggerCharacters?.includes('@'));
    const { textDocument: { completion: _, ...textDocument }, ...rest } = completing;
    assert.equal((await started({ capabilities: { ...rest, textDocument } })).result.capabilities.completionProvider, undefined);
    assert.equal((await started({ capabilities: { ...rest, textDocument: { ...textDocument, completion: {} } } })).result.capabilities.completionProvider?.resolveProvider, false);
  });

  it('sees what was typed a moment ago, and gives edits', async () => {
    const client = await started();
    await client.type(path, '- Owner: ', '- Owner: @m');
    const [maria] = await ask(client, { line: 7, character: 11 }, '@');
    assert.deepEqual(maria?.textEdit, { range: { start: { line: 7, character: 9 }, end: { line: 7, character: 11 } }, newText: '@maria' });
  });

  it('knows the documents in the folder for processes, linked or not', async () => {
    const client = await started({ files: { 'processes/invoicing.md': '# Invoicing\n\n1. Bill.\n' } });
    const labels = (await ask(client, { line: 9, character: 11 })).map(({ label }) => label);
    assert.deepEqual(labels, ['Invoicing', 'below']);
  });

  it('tells more of an item that is looked at', async () => {
    const client = await started();
    const [weekly] = await ask(client, { line: 8, character: 11 }, ' ');
    assert.equal(weekly?.documentation, undefined);
    const { documentation } = await client.connection.sendRequest<CompletionItem>('completionItem/resolve', weekly);
    assert.equal(documentation, 'Due Mon 2026-11-23, Mon 2026-11-30, Mon 2026-12-07, …');
    const plain = { label: 'of no note' };
    assert.deepEqual(await client.connection.sendRequest('completionItem/resolve', plain), plain);
  });

  it('names the editor’s command where an item leaves something to choose', async () => {
    const client = await started({ options: { suggestCommand: 'editor.suggest' } });
    await client.type(path, '- Process: \n', '- \n');
    const backup = (await ask(client, { line: 9, character: 2 })).find(({ label }) => label === 'Backup');
    assert.equal(backup?.command?.command, 'editor.suggest');
  });

  it('is empty in files that are no notes', async () => {
    const client = await started();
    const { items } = await client.connection.sendRequest<CompletionList>('textDocument/completion', { textDocument: { uri: uriOf('other.md') }, position: { line: 0, character: 0 } });
    assert.deepEqual(items, []);
  });
});
