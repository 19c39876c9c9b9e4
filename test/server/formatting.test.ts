/** Formatting and fixing all, as an editor asks for them. */
import assert from 'node:assert/strict';
import type { CodeAction, TextEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Client, uriOf } from '../support/client.ts';

const path = 'a.delegate.md';
const note = '## Invoices (recurring)\n* owner: @maria\n* estimate: 90 min\n* owner: @maria\n';

describe('an editor', () => {
  it('is told that notes can be formatted, and all fixed', async () => {
    const { result } = await Client.start();
    assert.equal(result.capabilities.documentFormattingProvider, true);
    assert.equal(result.capabilities.documentRangeFormattingProvider, true);
    assert.deepEqual(result.capabilities.codeActionProvider, { codeActionKinds: ['quickfix', 'refactor', 'source.fixAll.delegate'], resolveProvider: true });
  });

  it('formats what has just been typed, whole or in part', async () => {
    const client = await Client.start();
    await client.open(path, note);
    await client.type(path, '90 min', '120 min');
    const params = { textDocument: { uri: uriOf(path) }, options: { tabSize: 4, insertSpaces: true } };
    const format = async (method: string, range?: object): Promise<string> =>
      TextDocument.applyEdits(client.documents.get(uriOf(path))!, await client.connection.sendRequest<TextEdit[]>(method, { ...params, range }));
    assert.equal(await format('textDocument/formatting'), '## Invoices (recurring)\n\n- Owner: @maria\n- Owner: @maria\n- Estimate: 2h\n');
    const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 1 } };
    assert.equal(await format('textDocument/rangeFormatting', range), note.replace('estimate: 90 min', 'Estimate: 2h'));
  });

  it('fixes all on saving', async () => {
    const client = await Client.start();
    await client.open(path, note);
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const [action] = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: uriOf(path) }, range, context: { diagnostics: [], only: ['source.fixAll'] },
    });
    await client.apply(action!.edit!);
    assert.equal(client.documents.get(uriOf(path))!.getText(), note.replace(/\* owner: @maria\n$/, ''));
  });
});
