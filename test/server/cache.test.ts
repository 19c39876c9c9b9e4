import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { Client, uriOf } from '../support/client.ts';

const unowned = '## Send client invoices (recurring)\n\n- Cadence: monthly\n';
const twin = '## Send client invoices (recurring)\n\n- Owner: @maria\n- Cadence: monthly\n';
const team = '---\nteam:\n  maria: { name: Maria Silva }\n---\n';
const files = { 'a.delegate.md': unowned, 'b.delegate.md': twin, 'team.delegate.md': team };
const paths = ['a.delegate.md', 'b.delegate.md', 'team.delegate.md'] as const;

/** What is kept of a session with some files. */
async function keptOf(texts: Readonly<Record<string, string>>): Promise<Map<string, Uint8Array>> {
  const kept = new Map<string, Uint8Array>();
  const client = await started({ files: texts, kept });
  await client.leave();
  assert.equal(kept.size, 1);
  return kept;
}

/** An editor that has been told all. */
async function started(setup: Parameters<typeof Client.start>[0]): Promise<Client> {
  const client = await Client.start(setup);
  await client.settled();
  await client.untilRead();
  return client;
}

const shown = (client: Client): unknown => paths.map((path) => client.shownFor(path));

describe('a start with a cache', () => {
  it('has the findings of all notes before any is read', async () => {
    const client = await Client.start({ files, kept: await keptOf(files) });
    const disk = new EventEmitter();
    for (const path of paths) client.held.set(uriOf(path), once(disk, 'ready').then(() => ({ text: files[path] })));
    await client.settled();
    assert.deepEqual(shown(client), shown(await started({ files })));
    disk.emit('ready');
    await client.untilRead();
    assert.equal(client.pushed.length, 2);
  });

  it('has fixes as soon as somebody asks', async () => {
    const client = await Client.start({ files, kept: await keptOf(files) });
    await client.open('a.delegate.md', unowned);
    const finding = await client.untilFound('a.delegate.md', 'missing-owner');
    await client.untilRead();
    assert((await client.fixes('a.delegate.md', finding)).some(({ title }) => title.includes('Maria')));
  });

  it('believes what is typed rather than what was kept', async () => {
    const client = await Client.start({ files, kept: await keptOf(files) });
    await client.open('a.delegate.md', unowned.replace('client', 'all client'));
    await client.untilRead();
    for (const path of paths) assert(!client.codes(path).includes('duplicate-task'));
  });

  it('says nothing that was so with other files, settings or on another day', async () => {
    const kept = await keptOf(files);
    const others = [
      { files: { ...files, 'b.delegate.md': twin.replace('client', 'all') } },
      { files: { 'a.delegate.md': unowned, 'team.delegate.md': team } },
      { files: { ...files, 'c.delegate.md': twin } },
      { files, settings: { rules: { 'missing-owner': 'error' } } },
      { files, options: { today: '2027-11-23' } },
    ];
    for (const other of others) {
      const warm = await started({ ...other, kept: new Map(kept) });
      assert.deepEqual(shown(warm), shown(await started(other)));
      for (const { uri, diagnostics } of warm.pushed) assert.deepEqual(diagnostics, warm.shownFor(uri));
    }
  });

  /** A note has a finding for as long as another one says something. */
  const neighbours: readonly (readonly [code: string, path: string, other: string, texts: Readonly<Record<string, string>>, then: string])[] = [
    ['owner-overloaded', 'team.delegate.md', 'b.delegate.md', {
      'team.delegate.md': team.replace('Silva', 'Silva, hours: 1'),
      'b.delegate.md': '## Call clients (recurring)\n\n- Owner: @maria\n- Cadence: every Friday\n- Starts: 2026-11-20\n- Estimate: 3h\n',
    }, '# Nothing\n'],
    ['repeated-one-off', 'b.delegate.md', 'a.delegate.md', {
      'a.delegate.md': '## Photograph the spring catalogue (one-off)\n\nAll of the new items, on white.\n\n- 2026-03-01 posted\n- 2026-03-09 delivered\n',
      'b.delegate.md': '## Photograph the summer catalogue (one-off)\n\nAll of the new items, on white.\n\n- 2026-06-01 posted\n- 2026-06-09 delivered\n',
    }, '# Nothing\n'],
    ['duplicate-task', 'a.delegate.md', 'b.delegate.md', files, twin.replace('client', 'all')],
    ['broken-process-link', 'a.delegate.md', 'how.md', { 'a.delegate.md': `${unowned}- Process: [How](how.md)\n` }, '# How\n'],
    ['unknown-person', 'b.delegate.md', 'team.delegate.md', { ...files, 'team.delegate.md': team.replace('maria', 'jon') }, team],
  ];
  for (const [code, path, other, texts, then] of neighbours) {
    it(`looks again at what another file says: ${code}`, async () => {
      const kept = await keptOf(texts);
      assert((await started({ files: texts, kept: new Map(kept) })).codes(path).includes(code));
      assert(!(await started({ files: { ...texts, [other]: then }, kept })).codes(path).includes(code));
    });
  }

  it('follows changes on the disk while the notes are still being read', async () => {
    const client = await Client.start({ files, kept: await keptOf(files) });
    await client.change({ 'b.delegate.md': twin.replace('client', 'all') });
    await client.untilGone('a.delegate.md', 'duplicate-task');
  });

  it('is not sure of a note that the editor shows otherwise than the disk', async () => {
    const kept = new Map<string, Uint8Array>();
    const client = await Client.start({ files, kept });
    await client.open('a.delegate.md', unowned);
    await client.type('a.delegate.md', 'client', 'all client');
    await client.untilRead();
    await client.leave();
    assert.equal(kept.size, 1);
    const warm = await started({ files, kept });
    assert.deepEqual(shown(warm), shown(await started({ files })));
  });

  it('writes nothing where nothing has changed', async () => {
    const kept = await keptOf(files);
    const [before] = kept.values();
    await (await started({ files, kept })).leave();
    assert.equal([...kept.values()][0], before);
  });

  it('has one for each folder', async () => {
    const kept = await keptOf(files);
    const client = await started({ files: { 'file:///elsewhere/a.delegate.md': unowned }, folders: ['file:///elsewhere'], kept });
    assert.deepEqual(client.pushed.map(({ uri }) => uri), ['file:///elsewhere/a.delegate.md']);
    await client.leave();
    assert.equal(kept.size, 2);
  });
});
