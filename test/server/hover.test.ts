import assert from 'node:assert/strict';
import type { Hover, MarkupContent } from 'vscode-languageserver-protocol';
import { able, Client, type Setup, uriOf } from '../support/client.ts';

const note = '## Send client invoices (recurring)\n\n- Owner: @maria\n- Cadence: every Friday\n\n- 2026-11-20 @maria 1h\n';

async function ask(client: Client, line: number, character: number): Promise<Hover | null> {
  return client.connection.sendRequest<Hover | null>('textDocument/hover', { textDocument: { uri: uriOf('a.delegate.md') }, position: { line, character } });
}

const start = (setup: Setup): Promise<Client> => Client.start({ files: { 'a.delegate.md': note }, ...setup });

describe('hovers of the server', () => {
  it('are told of the text as it was typed last', async () => {
    const client = await start({});
    await client.open('a.delegate.md', note);
    await client.type('a.delegate.md', 'client invoices', 'all bills');
    const { value, kind } = (await ask(client, 0, 5))!.contents as MarkupContent;
    assert.equal(kind, 'markdown');
    assert.match(value, /^\*\*Send all bills\*\* · recurring/);
  });

  it('have pictures where the editor says that it shows them', async () => {
    for (const images of [true, false]) {
      const client = await start({ options: { images } });
      const { value } = (await ask(client, 0, 5))!.contents as MarkupContent;
      assert.equal(value.includes('data:image/svg+xml'), images);
    }
  });

  it('are plain text where the editor shows no Markdown', async () => {
    const { textDocument, ...rest } = able;
    const client = await start({ capabilities: { ...rest, textDocument: { ...textDocument, hover: { contentFormat: ['plaintext'] } } } });
    assert.equal(((await ask(client, 0, 5))!.contents as MarkupContent).kind, 'plaintext');
  });

  it('are none where there is nothing to tell', async () => assert.equal(await ask(await start({}), 1, 0), null));
});
