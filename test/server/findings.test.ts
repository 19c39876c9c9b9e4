import assert from 'node:assert/strict';
import { able, Client, uriOf } from '../support/client.ts';

const unowned = `## Send client invoices (recurring)

- Cadence: every Friday
- Process: below

1. Export the hours.
2. Write one invoice per client.
3. Send them, and note what is unpaid.
`;

const owned = unowned.replace('- Cadence', '- Owner: @maria\n- Backup: @jon\n- Cadence');

const team = `---
team:
  maria: { name: Maria Silva }
  jon: { name: Jon Park }
---
`;

describe('findings', () => {
  it('are pushed for a note that is opened, each with its place, its level and its page', async () => {
    const client = await Client.start({ files: { 'team.delegate.md': team } });
    await client.open('a.delegate.md', unowned);
    const found = await client.untilFound('a.delegate.md', 'missing-owner');
    assert.deepEqual(found.range, { start: { line: 0, character: 3 }, end: { line: 0, character: 23 } });
    assert.equal(found.source, 'delegate');
    assert.equal(found.severity, 2);
    assert.equal(found.codeDescription?.href, 'file:///pages/missing-owner.md');
    assert.equal(client.pushed.at(-1)!.version, 1);
  });

  it('are pushed for notes that nobody has opened, after initialize is answered', async () => {
    const client = await Client.start({ files: { 'deep/down/a.delegate.md': unowned, 'other.md': unowned } });
    await client.untilFound('deep/down/a.delegate.md', 'missing-owner');
    await client.settled();
    assert.deepEqual(client.pushed.map(({ uri }) => uri), [uriOf('deep/down/a.delegate.md')]);
    assert.deepEqual(client.progress, ['begin', 'end']);
  });

  it('follow what is typed, character by character, and burst by burst', async () => {
    const client = await Client.start({ files: { 'team.delegate.md': team } });
    await client.open('a.delegate.md', unowned);
    await client.untilFound('a.delegate.md', 'missing-owner');
    await client.settled();
    const before = client.pushed.length;
    let typed = '- Cadence';
    for (const letter of '- Owner: @maria\n') {
      const next = typed.replace('- Cadence', `${letter}- Cadence`);
      await client.type('a.delegate.md', typed, next);
      typed = next;
    }
    await client.untilGone('a.delegate.md', 'missing-owner');
    await client.settled();
    assert(client.pushed.length - before < 8, `a burst of 16 keys was checked ${client.pushed.length - before} times`);
    assert.equal(client.pushed.at(-1)!.version, 17);
  });

  it('are pushed only for the files in which they changed', async () => {
    const client = await Client.start({ files: { 'team.delegate.md': team, 'a.delegate.md': unowned, 'b.delegate.md': owned.replace('@jon', '@lin') } });
    await client.untilFound('b.delegate.md', 'unknown-person');
    await client.settled();
    const before = client.pushed.length;
    await client.open('team.delegate.md', team);
    await client.type('team.delegate.md', '  jon', '  lin: { name: Lin Chen }\n  jon');
    await client.untilGone('b.delegate.md', 'unknown-person');
    await client.settled();
    assert.deepEqual(client.pushed.slice(before).map(({ uri }) => uri), [uriOf('b.delegate.md')]);
  });

  it('come from the open text, and from the disk again when it is closed', async () => {
    const client = await Client.start({ files: { 'team.delegate.md': team, 'a.delegate.md': owned } });
    await client.open('a.delegate.md', unowned);
    await client.untilFound('a.delegate.md', 'missing-owner');
    await client.change({ 'a.delegate.md': `${owned}\n` });
    await client.settled();
    assert(client.codes('a.delegate.md').includes('missing-owner'));
    await client.close('a.delegate.md');
    await client.untilGone('a.delegate.md', 'missing-owner');
  });

  it('follow files that are created, changed, renamed and deleted on the disk', async () => {
    const client = await Client.start({ files: { 'team.delegate.md': team } });
    await client.settled();
    assert(client.registered.includes('workspace/didChangeWatchedFiles'));
    await client.change({ 'a.delegate.md': unowned });
    await client.untilFound('a.delegate.md', 'missing-owner');
    await client.change({ 'a.delegate.md': owned });
    await client.untilGone('a.delegate.md', 'missing-owner');
    await client.change({ 'a.delegate.md': undefined, 'old/b.delegate.md': unowned });
    await client.untilFound('old/b.delegate.md', 'missing-owner');
    await client.change({ old: undefined });
    await client.untilGone('old/b.delegate.md', 'missing-owner');
  });

  it('judge each workspace folder by its own people; of nested folders the inner one counts', async () => {
    const [one, two] = ['file:///one', 'file:///one/two'];
    const client = await Client.start({
      folders: [one, two],
      files: { [`${one}/team.delegate.md`]: team, [`${one}/a.delegate.md`]: owned, [`${two}/a.delegate.md`]: owned },
    });
    await client.untilFound(`${two}/a.delegate.md`, 'unknown-person');
    await client.settled();
    assert.deepEqual(client.codes(`${one}/a.delegate.md`), []);
    await client.changeFolders([], [two]);
    await client.untilGone(`${two}/a.delegate.md`, 'unknown-person');
    await client.changeFolders([two], []);
    await client.untilFound(`${two}/a.delegate.md`, 'unknown-person');
    await client.changeFolders([], [one, two]);
    await client.untilGone(`${two}/a.delegate.md`, 'unknown-person');
  });

  it('are there for a note outside of all folders, as long as it is open', async () => {
    const client = await Client.start({ files: { 'team.delegate.md': team } });
    await client.open('file:///elsewhere/a.delegate.md', unowned);
    await client.untilFound('file:///elsewhere/a.delegate.md', 'missing-owner');
    await client.close('file:///elsewhere/a.delegate.md');
    await client.untilGone('file:///elsewhere/a.delegate.md', 'missing-owner');
  });

  it('look at the documents that notes link to, and go when one is created', async () => {
    const linked = owned.replace('Process: below', 'Process: [Invoices](processes/a%26b%20(1).md)');
    const client = await Client.start({ files: { 'team.delegate.md': team, 'a.delegate.md': linked } });
    await client.untilFound('a.delegate.md', 'broken-process-link');
    const steps = Array.from({ length: 5 }, (_, i) => `${i + 1}. Do the next thing that has to be done.\n`).join('');
    await client.change({ 'processes/a%26b%20%281%29.md': `# Invoices\n\n${steps}` });
    await client.untilGone('a.delegate.md', 'broken-process-link');
    await client.change({ 'processes/a%26b%20%281%29.md': undefined });
    await client.untilFound('a.delegate.md', 'broken-process-link');
  });

  it('name a note that cannot be read', async () => {
    const client = await Client.start({ files: { 'a.delegate.md': { unreadable: 'larger than 20 MB' } } });
    const found = await client.untilFound('a.delegate.md', 'unreadable-note');
    assert.equal(found.message, 'This note cannot be read (larger than 20 MB), so nothing in it is checked.');
    await client.change({ 'a.delegate.md': unowned });
    await client.untilGone('a.delegate.md', 'unreadable-note');
    assert(client.codes('a.delegate.md').includes('missing-owner'));
  });
});

describe('findings that the editor asks for', () => {
  const pulling = { ...able, textDocument: { ...able.textDocument, diagnostic: {} }, workspace: { ...able.workspace, diagnostics: { refreshSupport: true } } };

  it('are not pushed too, and say when nothing has changed', async () => {
    const client = await Client.start({ files: { 'team.delegate.md': team, 'a.delegate.md': unowned }, capabilities: pulling });
    assert.deepEqual(client.result.capabilities.diagnosticProvider, { identifier: 'delegate', interFileDependencies: true, workspaceDiagnostics: true });
    const [item, ...rest] = await client.settled();
    assert(item?.kind === 'full' && rest.length === 0);
    assert.equal(item.items[0]!.code, 'missing-owner');
    const again = await client.settled([{ uri: item.uri, value: item.resultId! }]);
    assert.deepEqual(again, [{ kind: 'unchanged', uri: item.uri, version: null, resultId: item.resultId }]);
    await client.open('a.delegate.md', owned);
    const report = await client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: item.uri } });
    assert.deepEqual((report as { items: unknown[] }).items, []);
    await client.close('a.delegate.md');
    await client.change({ 'a.delegate.md': undefined });
    assert.deepEqual(await client.settled([{ uri: item.uri, value: item.resultId! }]), [{ kind: 'full', uri: item.uri, version: null, items: [] }]);
    assert.deepEqual(client.pushed, []);
  });

  it('are asked for again when another file has changed them', async () => {
    const client = await Client.start({ files: { 'team.delegate.md': team, 'a.delegate.md': owned }, capabilities: pulling });
    await client.open('team.delegate.md', team);
    await client.settled();
    const before = client.refreshed.diagnostic;
    await client.type('team.delegate.md', '  maria: { name: Maria Silva }\n', '');
    await client.until(() => client.refreshed.diagnostic > before);
  });
});
