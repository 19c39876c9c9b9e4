/** Archives over the wire: they are read with their notes, followed as they are typed in, and written in one step. */
import assert from 'node:assert/strict';
import type { CodeLens, Hover } from 'vscode-languageserver-protocol';
import { Client, uriOf } from '../support/client.ts';

const path = 'a.delegate.md';
const archivePath = 'a.archive.md';
const note = `## Send client invoices (recurring)

- Owner: @maria
- Cadence: every month on the last workday
- Archive: [Older entries](a.archive.md#send-client-invoices-recurring)

- 2026-10-30 @maria 1h 10m
`;
const archive = `# Older entries

## Send client invoices (recurring)

- 2025-10-31 @maria 1h 30m: 14 invoices.
`;

async function lens(client: Client): Promise<string | undefined> {
  const lenses = await client.ask<CodeLens[]>('textDocument/codeLens', path);
  return lenses[0]?.command?.title;
}

const archiveIt = (client: Client, options: object = {}): Promise<unknown> =>
  client.connection.sendRequest('workspace/executeCommand', { command: 'delegateNotes.server.archiveEntries', arguments: [{ uri: uriOf(path), line: 0, ...options }] });

describe('archives', () => {
  it('count as the notes do, from the disk, from the editor, and from the disk again', async () => {
    const client = await Client.start({ files: { [path]: note, [archivePath]: archive } });
    await client.settled();
    assert.equal(await lens(client), '2 runs · 1h 20m median · next 30 Nov');
    await client.open(archivePath, archive);
    await client.type(archivePath, '1h 30m: 14', '2h 10m: 14');
    assert.equal(await lens(client), '2 runs · 1h 40m median · next 30 Nov');
    await client.type(archivePath, '- 2025-10-31', '- 2025-11-28 @maria\n- 2025-10-31');
    assert.equal(await lens(client), '3 runs · 1h 40m median · next 30 Nov');
    await client.close(archivePath);
    await client.settled();
    assert.equal(await lens(client), '2 runs · 1h 20m median · next 30 Nov');
    await client.change({ [archivePath]: archive.replace('1h 30m', '50m') });
    await client.settled();
    assert.equal(await lens(client), '2 runs · 1h median · next 30 Nov');
  });

  it('have the findings of the note follow what becomes of them', async () => {
    const client = await Client.start({ files: { [path]: note, [archivePath]: archive } });
    await client.settled();
    assert(!client.codes(path).includes('broken-archive-link'));
    await client.change({ [archivePath]: undefined });
    await client.untilFound(path, 'broken-archive-link');
    await client.change({ [archivePath]: archive.replace('Send', 'Post') });
    await client.settled();
    const found = await client.untilFound(path, 'broken-archive-link');
    assert.deepEqual((await client.fixes(path, found)).map(({ title }) => title), ['Change to a.archive.md#post-client-invoices-recurring']);
    await client.change({ [archivePath]: archive });
    await client.untilGone(path, 'broken-archive-link');
    await client.open(archivePath, archive);
    await client.type(archivePath, '- 2025-10-31', '- 2026-10-30 @maria 1h: the same one\n- 2025-10-31');
    await client.untilFound(path, 'duplicate-entry');
    await client.type(archivePath, '- 2026-10-30 @maria 1h: the same one\n', '');
    await client.untilGone(path, 'duplicate-entry');
  });

  it('are told where two functions of two notes link the same', async () => {
    const client = await Client.start({ files: { [path]: note, 'b.delegate.md': note.replace('## Send', '## Post'), [archivePath]: archive } });
    await client.settled();
    assert.deepEqual([path, 'b.delegate.md'].map((each) => client.codes(each).includes('broken-archive-link')), [true, true]);
    await client.change({ 'b.delegate.md': note.replace('## Send', '## Post').replace(/- Archive.*\n/, '') });
    await client.settled();
    assert.deepEqual([path, 'b.delegate.md'].map((each) => client.codes(each).includes('broken-archive-link')), [false, false]);
  });

  it('are made by the action, in one edit of both files', async () => {
    const whole = note.replace(/- Archive.*\n/, '').replace('1h 10m\n', '1h 10m\n- 2025-10-31 @maria 1h 30m: 14 invoices.\n');
    const client = await Client.start();
    await client.open(path, whole);
    const before = await lens(client);
    await archiveIt(client);
    assert.deepEqual(client.messages, []);
    assert.equal(client.applied.length, 1);
    assert.equal(client.documents.get(uriOf(path))!.getText(), note);
    const file = client.files.get(uriOf(archivePath));
    assert(typeof file === 'object' && 'text' in file);
    assert.equal(file.text, archive.replace('entries\n', 'entries\n\nThey count as if they still stood in\n[a.delegate.md](a.delegate.md).\n'));
    await client.settled();
    assert.equal(await lens(client), before);
  });

  it('are written into by the action where nobody links them yet, and never over', async () => {
    const whole = note.replace(/- Archive.*\n/, '');
    const mine = '# Mine\n';
    const client = await Client.start({ files: { [archivePath]: mine } });
    await client.open(path, whole);
    await archiveIt(client, { before: '2026-11-01' });
    assert.deepEqual(client.files.get(uriOf(archivePath)), { text: '# Mine\n\n## Send client invoices (recurring)\n\n- 2026-10-30 @maria 1h 10m\n' });
    await archiveIt(client, { before: '2026-11-01' });
    assert.deepEqual(client.messages, ['Archive Old Entries is for a recurring function with entries from before today, which “Send client invoices” is not.']);
  });

  it('have people renamed with the notes, and their headings with the links to them', async () => {
    const client = await Client.start({ files: { [path]: note, [archivePath]: archive } });
    await client.settled();
    const text = (of: string): string => (client.files.get(uriOf(of)) as { text: string }).text;
    const rename = async (of: string, line: number, character: number, newName: string): Promise<void> =>
      client.apply(await client.ask('textDocument/rename', of, { position: { line, character }, newName }));
    await rename(path, 2, 12, 'mia');
    assert.equal(text(archivePath), archive.replace('@maria', '@mia'));
    await client.settled();
    await rename(path, 4, 45, 'Invoices of old');
    assert.equal(text(archivePath), archive.replace('@maria', '@mia').replace('Send client invoices', 'Invoices of old'));
    assert(text(path).includes('](a.archive.md#invoices-of-old-recurring)'));
    await client.settled();
    await rename(archivePath, 2, 5, 'Send client invoices');
    assert(text(path).includes('](a.archive.md#send-client-invoices-recurring)'));
    await client.settled();
    assert.equal(await lens(client), '2 runs · 1h 20m median · next 30 Nov');
  });

  it('are told of in the hover, with the last entries of both', async () => {
    const client = await Client.start({ files: { [path]: note, [archivePath]: archive } });
    await client.settled();
    const hover = await client.ask<Hover>('textDocument/hover', path, { position: { line: 0, character: 5 } });
    assert.match(JSON.stringify(hover.contents), /14 invoices/);
  });
});
