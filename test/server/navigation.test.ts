import assert from 'node:assert/strict';
import type { DocumentSymbol, Location, LocationLink, SelectionRange, SemanticTokens, SemanticTokensDelta, SymbolInformation, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { FileText } from '../../server/host.ts';
import { able, Client, uriOf } from '../support/client.ts';

const note = `---
team:
  maria: { name: Maria Silva }
---

## Send client invoices (recurring)

- Owner: @maria
- Process: [Invoicing](processes/invoicing.md#how)
`;

const files = {
  'a.delegate.md': note,
  'b.delegate.md': '## Photos (one-off)\r\n\r\n- Same as: none\r\n- 2026-11-01 @maria 1h: with @maria\r\n',
  'processes/invoicing.md': '# Invoicing\n\n## How\n\n1. Ask @maria.\n2. Write.\n3. Send.\n',
};

const [first, second, process] = ['a.delegate.md', 'b.delegate.md', 'processes/invoicing.md'] as const;
const owner = { position: { line: 7, character: 11 } };
const pathOfLink = { position: { line: 8, character: 26 } };
const anchorOfLink = { position: { line: 8, character: 48 } };

const textOf = (client: Client, path: string): string => (client.files.get(uriOf(path)) as { text: string }).text;

async function started(): Promise<Client> {
  const client = await Client.start({ files });
  await client.open(first, note);
  return client;
}

describe('renaming', () => {
  it('a person goes over all files at once, with the versions of those that are open', async () => {
    const client = await started();
    await client.type(first, 'client', 'all');
    assert.deepEqual(await client.ask('textDocument/prepareRename', first, owner), { range: { start: { line: 7, character: 10 }, end: { line: 7, character: 15 } }, placeholder: 'maria' });
    const edit = await client.ask<WorkspaceEdit>('textDocument/rename', first, { ...owner, newName: '@lin' });
    assert.deepEqual((edit.documentChanges as TextDocumentEdit[]).map(({ textDocument: { uri, version } }) => [uri, version]), [[uriOf(first), 2], [uriOf(second), null], [uriOf(process), null]]);
    await client.apply(edit);
    assert.equal(client.documents.get(uriOf(first))!.getText(), note.replaceAll('maria', 'lin').replace('client', 'all'));
    assert.equal(textOf(client, second), files[second].replaceAll('maria', 'lin'));
    const back = await client.ask<WorkspaceEdit>('textDocument/rename', first, { position: { line: 2, character: 3 }, newName: 'maria' });
    await client.apply(back);
    assert.equal(textOf(client, second), files[second]);
    assert.equal(textOf(client, process), files[process]);
  });

  it('waits for what has not been read', async () => {
    const client = await started();
    await client.settled();
    let arrive!: (file: FileText) => void;
    client.held.set(uriOf('c.delegate.md'), new Promise((resolve) => (arrive = resolve)));
    await client.change({ 'c.delegate.md': '' });
    const renaming = client.ask<WorkspaceEdit>('textDocument/rename', first, { ...owner, newName: 'lin' });
    // Once this is answered, the server has been asked for the other.
    await client.ask('textDocument/prepareRename', first, owner);
    arrive({ text: 'Ask @maria.\n' });
    assert.equal((await renaming).documentChanges?.length, 4);
  });

  it('is refused with a sentence', async () => {
    const client = await started();
    await assert.rejects(client.ask('textDocument/rename', first, { ...owner, newName: 'maria silva' }), /cannot be a handle/);
    await assert.rejects(client.ask('textDocument/prepareRename', second, { position: { line: 2, character: 12 } }), /No task is called “none”/);
    assert.equal(await client.ask('textDocument/prepareRename', first, { position: { line: 4, character: 0 } }), null);
  });

  it('moves a process document, never over one that is there', async () => {
    const client = await started();
    client.write('processes/taken.md', '# Taken\n');
    await assert.rejects(client.ask('textDocument/rename', first, { ...pathOfLink, newName: 'processes/taken.md' }), /there already/);
    await client.apply(await client.ask<WorkspaceEdit>('textDocument/rename', first, { ...pathOfLink, newName: 'processes/billing.md' }));
    assert(client.documents.get(uriOf(first))!.getText().includes('(processes/billing.md#how)'));
    assert.equal(textOf(client, 'processes/billing.md'), files[process]);
    assert(!client.files.has(uriOf(process)));
  });

  it('has the links changed by then, so that the editor’s question about the move changes them no second time', async () => {
    const client = await started();
    const move = { files: [{ oldUri: uriOf(process), newUri: uriOf('billing.md') }] };
    const ask = (): Promise<WorkspaceEdit | null> => client.connection.sendRequest('workspace/willRenameFiles', move);
    await client.ask('textDocument/rename', first, { ...pathOfLink, newName: 'billing.md' });
    assert.equal(await ask(), null);
    assert.equal((await ask())?.documentChanges?.length, 1);
  });

  it('a heading works from the link and from the document', async () => {
    const client = await started();
    await client.apply(await client.ask<WorkspaceEdit>('textDocument/rename', first, { ...anchorOfLink, newName: 'Our way' }));
    assert(textOf(client, process).includes('\n## Our way\n'));
    assert(client.documents.get(uriOf(first))!.getText().includes('invoicing.md#our-way)'));
    await client.apply(await client.ask<WorkspaceEdit>('textDocument/rename', process, { position: { line: 2, character: 5 }, newName: 'How' }));
    assert.equal(client.documents.get(uriOf(first))!.getText(), note);
  });

  it('comes as plain edits where the editor can do no more', async () => {
    const client = await Client.start({ files, capabilities: { ...able, workspace: { ...able.workspace!, workspaceEdit: {} } } });
    const edit = await client.ask<WorkspaceEdit>('textDocument/rename', first, { ...owner, newName: 'lin' });
    assert.deepEqual(Object.keys(edit.changes!), [uriOf(first), uriOf(second), uriOf(process)]);
    assert.equal(await client.ask('textDocument/prepareRename', first, pathOfLink), null);
  });
});

describe('moving files in the editor', () => {
  it('has the links changed before', async () => {
    const client = await started();
    const { fileOperations } = client.result.capabilities.workspace!;
    assert.deepEqual(fileOperations?.willRename?.filters.map(({ pattern: { glob, matches } }) => [glob, matches]), [['**/*.{md,markdown}', 'file'], ['**', 'folder']]);
    const edit = await client.connection.sendRequest<WorkspaceEdit>('workspace/willRenameFiles', { files: [{ oldUri: uriOf('processes'), newUri: uriOf('how to') }] });
    await client.apply(edit);
    assert(client.documents.get(uriOf(first))!.getText().includes('[Invoicing](how%20to/invoicing.md#how)'));
  });

  it('changes nothing where no link is touched', async () => {
    const client = await started();
    assert.equal(await client.connection.sendRequest('workspace/willRenameFiles', { files: [{ oldUri: uriOf('x.md'), newUri: uriOf('y.md') }] }), null);
  });
});

describe('navigation in the server', () => {
  it('answers each request', async () => {
    const client = await started();
    const [link] = await client.ask<LocationLink[]>('textDocument/definition', first, owner);
    assert.equal(link?.targetSelectionRange.start.line, 2);
    const all = await client.ask<Location[]>('textDocument/references', first, { ...owner, context: { includeDeclaration: true } });
    assert.deepEqual(all.map(({ uri }) => uri), [uriOf(first), uriOf(first), uriOf(second), uriOf(second), uriOf(process)]);
    assert.equal((await client.ask<object[]>('textDocument/documentHighlight', first, owner)).length, 2);
    assert.equal((await client.ask<object[]>('textDocument/documentLink', first)).length, 1);
    assert.deepEqual((await client.ask<DocumentSymbol[]>('textDocument/documentSymbol', first)).map(({ name }) => name), ['Send client invoices']);
    assert.deepEqual((await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query: 'photos' })).map(({ name }) => name), ['Photos']);
    assert.deepEqual(await client.ask('textDocument/foldingRange', first), [{ startLine: 0, endLine: 3 }]);
    assert.equal((await client.ask<SelectionRange[]>('textDocument/selectionRange', first, { positions: [owner.position] })).length, 1);
  });

  it('gives tokens whole, of a range, and as what has changed', async () => {
    const client = await started();
    const full = await client.ask<SemanticTokens>('textDocument/semanticTokens/full', first);
    assert.equal((await client.ask<SemanticTokens>('textDocument/semanticTokens/range', first, { range: { start: owner.position, end: owner.position } })).data.length, 10);
    await client.type(first, 'client', 'all');
    const delta = await client.ask<SemanticTokensDelta>('textDocument/semanticTokens/full/delta', first, { previousResultId: full.resultId });
    assert.deepEqual(delta.edits.map(({ deleteCount, data }) => [deleteCount, data?.length]), [[1, 1]]);
    const again = await client.ask<SemanticTokens>('textDocument/semanticTokens/full/delta', first, { previousResultId: full.resultId });
    assert.equal(again.data.length, full.data.length);
  });

  it('is not offered to editors that know nothing of it, nor an outline to those that have one', async () => {
    const { textDocument: { publishDiagnostics } = {}, ...others } = able;
    const plain = await Client.start({ capabilities: { ...others, workspace: {}, textDocument: { publishDiagnostics: publishDiagnostics! } } });
    const { textDocumentSync: _sync, workspace, ...offered } = plain.result.capabilities;
    assert.deepEqual(Object.entries(offered).filter(([, each]) => each !== false).map(([name]) => name), ['executeCommandProvider', 'documentFormattingProvider', 'documentRangeFormattingProvider', 'hoverProvider']);
    assert.equal(workspace?.fileOperations, undefined);
    const own = await Client.start({ options: { outline: 'own' } });
    assert.equal(own.result.capabilities.documentSymbolProvider, false);
  });
});
