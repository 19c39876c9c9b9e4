import assert from 'node:assert/strict';
import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver-protocol';
import { able, Client, uriOf } from '../support/client.ts';

const note = `---
team:
  maria: { name: Maria Silva }
  jon: { name: Jon Park }
---

## Send client invoices (recurring)

- Backup: @jon
- Cadence: every Friday
`;

const path = 'a.delegate.md';

describe('quick fixes', () => {
  it('come with the findings that a range touches, and clear them', async () => {
    const client = await Client.start();
    await client.open(path, note);
    const finding = await client.untilFound(path, 'missing-owner');
    const fixes = await client.fixes(path, finding);
    const own = fixes.filter(({ diagnostics }) => diagnostics?.[0]?.code === 'missing-owner');
    assert(own.every(({ kind }) => kind === 'quickfix'));
    assert.equal(own.filter(({ isPreferred }) => isPreferred).length, 1);
    const fix = own.find(({ title }) => title.includes('@maria'));
    assert.equal((fix?.edit?.documentChanges?.[0] as TextDocumentEdit).textDocument.version, 1);
    await client.apply(fix!.edit!);
    await client.untilGone(path, 'missing-owner');
    assert(client.documents.get(uriOf(path))!.getText().includes('\n- Owner: @maria\n'));
  });

  it('are offered once where one change mends several findings, and in bounds', async () => {
    const client = await Client.start();
    await client.open(path, `${note}\n- 2026-11-20 sent 1h late\n- 2026-11-13 ${'word 7/5 '.repeat(2000)}\n`);
    const finding = await client.untilFound(path, 'unreadable-entry');
    const moves = (await client.fixes(path, { ...finding, range: { ...finding.range, end: { line: finding.range.start.line, character: 30 } } })).filter(({ title }) => title.startsWith('Move'));
    assert.deepEqual(moves.map(({ diagnostics }) => diagnostics?.length), [2]);
    const all = await client.fixes(path, { ...finding, range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } } });
    assert(all.length < 250);
  });

  it('make a process document, never over one that is there, and show it', async () => {
    const client = await Client.start({ files: { [path]: note.replace('- Backup', '- Owner: @maria\n- Backup') } });
    const finding = await client.untilFound(path, 'missing-process');
    const fix = (await client.fixes(path, finding)).find(({ edit }) => edit?.documentChanges?.some((change) => 'kind' in change));
    assert(fix?.edit, 'no fix makes a file');
    const [create] = fix.edit.documentChanges!;
    assert(create && 'kind' in create && create.kind === 'create');
    assert.deepEqual(create.options, { overwrite: false, ignoreIfExists: false });
    await client.apply(fix.edit);
    await client.untilGone(path, 'missing-process');
    await client.connection.sendRequest('workspace/executeCommand', { command: fix.command!.command, arguments: fix.command!.arguments });
    assert.deepEqual(client.shown, [create.uri]);
  });

  it('know the neighbours of a process document that is not there', async () => {
    const linked = note.replace('- Backup', '- Owner: @maria\n- Backup').replace('- Cadence', '- Process: [Invoicing](processes/invoicin.md)\n- Cadence');
    const client = await Client.start({ files: { [path]: linked, 'processes/invoicing.md': '# Invoicing\n\n1. Write them.\n2. Send them.\n3. List them.\n' } });
    const finding = await client.untilFound(path, 'broken-process-link');
    const fix = (await client.fixes(path, finding)).find(({ title }) => title.includes('processes/invoicing.md'));
    await client.apply(fix!.edit!);
    await client.untilGone(path, 'broken-process-link');
  });

  it('lead to a process without changing anything, and come with refactorings', async () => {
    const runs = ['20', '13', '06'].map((day) => `- 2026-11-${day} @maria 1h explained 30m\n`).join('');
    const linked = note.replace('- Backup', '- Owner: @maria\n- Backup').replace('- Cadence: every Friday', '- Cadence: FREQ=WEEKLY\n- Process: [How](how.md)');
    const client = await Client.start({ files: { [path]: `${linked}\n${runs}- 2026-10-30 @maria 1h explained 30m\n`, 'how.md': '# How\n\n1. Write.\n2. Send.\n3. List.\n' } });
    const fixes = await client.fixes(path, await client.untilFound(path, 'not-learning'));
    const open = fixes.find(({ title }) => title === 'Open how.md');
    assert.equal(open?.edit, undefined);
    await client.connection.sendRequest('workspace/executeCommand', { command: open!.command!.command, arguments: open!.command!.arguments });
    assert.deepEqual(client.shown, [uriOf('how.md')]);
    const at = { line: 10, character: 12 };
    const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', { textDocument: { uri: uriOf(path) }, range: { start: at, end: at }, context: { diagnostics: [] } });
    assert.deepEqual(actions.map(({ kind, title }) => `${kind}: ${title}`), ['refactor.rewrite: Write the cadence as “every week”', 'refactor.rewrite: Pause']);
  });

  it('are not what they were once the note has changed', async () => {
    const client = await Client.start();
    await client.open(path, note);
    const { range } = await client.untilFound(path, 'missing-owner');
    const [action] = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', { textDocument: { uri: uriOf(path) }, range, context: { diagnostics: [] } });
    assert.equal(action?.edit, undefined);
    await client.type(path, '\n## Send', '\n\n## Send');
    await assert.rejects(client.connection.sendRequest('codeAction/resolve', action), /changed since/);
  });

  it('are plain edits, and make no files, where the editor can do no more', async () => {
    const { workspaceEdit: _versions, ...workspace } = able.workspace!;
    const codeAction = { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix' as const] } } };
    const client = await Client.start({ capabilities: { ...able, workspace, textDocument: { ...able.textDocument, codeAction } } });
    await client.open(path, note);
    await client.untilFound(path, 'missing-owner');
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const request = (only: string[]): Promise<CodeAction[]> =>
      client.connection.sendRequest('textDocument/codeAction', { textDocument: { uri: uriOf(path) }, range, context: { diagnostics: [], only } });
    const actions = await request(['quickfix']);
    assert(actions.length > 0 && actions.every(({ edit, command, data }) => edit?.changes && !command && !data));
    assert.deepEqual(await request(['refactor']), []);
  });
});
