/** Hints and lenses over the wire, and when the editor is told to ask for them again. */
import assert from 'node:assert/strict';
import type { CodeLens, InlayHint } from 'vscode-languageserver-protocol';
import { able, Client, uriOf } from '../support/client.ts';

const path = 'a.delegate.md';
const note = '## Send client invoices (recurring)\n\n- Cadence: every month on the last workday\n\n- 2026-10-30 1h 10m\n';
const team = (holidays: string): string => `---\nholidays: [${holidays}]\n---\n`;

const asking = { ...able, workspace: { ...able.workspace, configuration: true, didChangeConfiguration: { dynamicRegistration: true } } };

async function hints(client: Client): Promise<unknown[]> {
  const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  const found = await client.connection.sendRequest<InlayHint[]>('textDocument/inlayHint', { textDocument: { uri: uriOf(path) }, range });
  return found.map(({ label }) => label);
}

async function lenses(client: Client): Promise<CodeLens[]> {
  return client.connection.sendRequest('textDocument/codeLens', { textDocument: { uri: uriOf(path) } });
}

const line = async (client: Client): Promise<string> => (await lenses(client)).map(({ command }) => command?.title).join(' | ');

describe('hints and lenses', () => {
  it('are told to editors that show them', async () => {
    const client = await Client.start({ files: { [path]: note } });
    assert.equal(client.result.capabilities.inlayHintProvider, true);
    assert.deepEqual(client.result.capabilities.codeLensProvider, {});
    assert.deepEqual(await hints(client), ['→ Mon 30 Nov, in 7 days']);
    assert.equal(await line(client), '1 run · 1h 10m median · next 30 Nov | Log | Skip');
    const { inlayHint: _hint, codeLens: _lens, ...textDocument } = able.textDocument!;
    const other = await Client.start({ capabilities: { ...able, textDocument } });
    assert.deepEqual([other.result.capabilities.inlayHintProvider, other.result.capabilities.codeLensProvider], [undefined, undefined]);
  });

  it('are there anew when the holidays in another note have changed, and are not asked for when it is only typed in', async () => {
    const client = await Client.start({ files: { [path]: note, 'team.delegate.md': team('2026-12-25') } });
    await client.open('team.delegate.md', team('2026-12-25'));
    await client.settled();
    await client.type('team.delegate.md', '---\nholidays', '---\n# The days off.\nholidays');
    await client.settled();
    assert.deepEqual(client.refreshed, { diagnostic: 0, inlayHint: 0, codeLens: 0 });
    await client.type('team.delegate.md', '2026-12-25', '2026-12-25, 2026-11-30');
    await client.until(() => client.refreshed.inlayHint === 1 && client.refreshed.codeLens === 1);
    assert.deepEqual(await hints(client), ['→ Fri 27 Nov, in 4 days']);
  });

  it('are there anew on the next day', async () => {
    const client = await Client.start({ files: { [path]: `---\ntimezone: Europe/London\n---\n${note}` }, options: { today: '' } });
    await client.settled();
    assert.deepEqual(await hints(client), ['→ Mon 30 Nov, in 7 days']);
    client.passTo('2026-11-24T00:00:00Z');
    await client.until(() => client.refreshed.inlayHint === 1);
    assert.deepEqual(await hints(client), ['→ Mon 30 Nov, in 6 days']);
  });

  it('are there anew when a setting fixes the day, and lenses go when one switches them off', async () => {
    const client = await Client.start({ files: { [path]: note }, capabilities: asking, options: { today: '' }, settings: { today: '2026-11-23' } });
    await client.settled();
    client.settings = { today: '2026-11-30', codeLens: false };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.until(() => client.refreshed.inlayHint === 1 && client.refreshed.codeLens === 1);
    assert.deepEqual(await hints(client), ['→ Mon 30 Nov, today']);
    assert.deepEqual(await lenses(client), []);
  });

  it('are not asked for again by an editor that cannot', async () => {
    const { inlayHint: _hint, codeLens: _lens, ...workspace } = able.workspace!;
    const client = await Client.start({ files: { [path]: note, 'team.delegate.md': team('2026-12-25') }, capabilities: { ...able, workspace } });
    await client.settled();
    await client.change({ 'team.delegate.md': team('2026-11-30') });
    await client.settled();
    assert.deepEqual(await hints(client), ['→ Fri 27 Nov, in 4 days']);
    assert.deepEqual(client.refreshed, { diagnostic: 0, inlayHint: 0, codeLens: 0 });
  });
});
