/** Actions about a process and a post, over the wire: files are made once and shown, texts are answered. */
import assert from 'node:assert/strict';
import type { CodeAction, Command } from 'vscode-languageserver-protocol';
import { able, Client, uriOf } from '../support/client.ts';

const path = 'a.delegate.md';
const made = 'processes/product-photos.md';
const note = `## Product photos (one-off)

- Due: 2026-12-18

Ten bowls on white.
`;

function run(client: Client, action: string): Promise<unknown> {
  return client.connection.sendRequest('workspace/executeCommand', { command: `delegateNotes.server.${action}`, arguments: [{ uri: uriOf(path), line: 0 }] });
}

const textOf = (client: Client, file: string): string => {
  const read = client.files.get(uriOf(file));
  return typeof read === 'object' && 'text' in read ? read.text : assert.fail(`${file} is not there`);
};

describe('actions about processes and posts', () => {
  it('make a document once, and open it the second time', async () => {
    const client = await Client.start({ files: { [path]: note } });
    await run(client, 'createProcess');
    const first = textOf(client, made);
    assert.match(first, /^# Product photos\n\nTen bowls on white\.\n\n1\. <!--/);
    await client.change({ [made]: '# Mine\n\n1. Shoot\n2. Cut\n3. Send\n' });
    await run(client, 'createProcess');
    assert.deepEqual(client.shown, [uriOf(made), uriOf(made)]);
    assert.equal(client.applied.length, 1);
    assert.deepEqual(client.messages, []);
  });

  it('link what is there without having been linked, and draft over nothing', async () => {
    const client = await Client.start({ files: { [path]: note, [made]: '# Mine\n' } });
    await run(client, 'draftProcess');
    assert.deepEqual(client.messages, ['“processes/product-photos.md” is there already, and nothing is written over it. “Create Process Document” links it.']);
    await run(client, 'createProcess');
    assert.equal(textOf(client, made), '# Mine\n');
    assert.match(textOf(client, path), /^- Process: \[Product photos\]\(processes\/product-photos\.md\)$/m);
    assert.deepEqual(client.shown, [uriOf(made)]);
  });

  it('show nothing where the note has changed meanwhile, and say so', async () => {
    const client = await Client.start();
    await client.open(path, note);
    client.onApply = () => client.type(path, 'Ten', 'Eleven');
    await run(client, 'draftProcess');
    assert.deepEqual(client.shown, []);
    assert.deepEqual(client.messages, ['Draft Process from History: the note has changed meanwhile, so nothing was written. Do it again.']);
  });

  it('answer a post and write nothing', async () => {
    const client = await Client.start({ files: { [path]: note } });
    assert.match(String(await run(client, 'copyJobPost')), /^# Product photos\n\nTen bowls on white\.\n\n## Details\n\n- Deadline: 18 December 2026\n/);
    assert.deepEqual([client.applied, client.shown, client.messages], [[], [], []]);
  });

  it('say so where a file cannot be shown or made', async () => {
    const { showDocument: _, ...window } = able.window!;
    const client = await Client.start({ files: { [path]: note.replace('- Due', `- Process: ${made}\n- Due`), [made]: '# Mine\n' }, capabilities: { ...able, window } });
    await run(client, 'createProcess');
    assert.deepEqual(client.messages, ['“processes/product-photos.md” is there already.']);
    const { workspaceEdit: _versions, ...workspace } = able.workspace!;
    const plain = await Client.start({ files: { [path]: note }, capabilities: { ...able, workspace } });
    await run(plain, 'createProcess');
    assert.deepEqual(plain.messages, ['Create Process Document would write outside of the workspace, or make a file, which this editor cannot do.']);
  });

  it('are done by a refactoring', async () => {
    const client = await Client.start();
    await client.open(path, note);
    const start = { line: 0, character: 4 };
    const actions = await client.ask<CodeAction[]>('textDocument/codeAction', path, { range: { start, end: start }, context: { diagnostics: [], only: ['refactor'] } });
    const convert = actions.find(({ title }) => title === 'Convert to Recurring Function')!.command as Command;
    await client.connection.sendRequest('workspace/executeCommand', { command: convert.command, arguments: convert.arguments });
    assert.match(client.documents.get(uriOf(path))!.getText(), /^## Product photos \(recurring\)\n\n- Process: below\n\n1\. Ten bowls on white\.\n\n## Product photos \(one-off\)\n/);
  });
});
