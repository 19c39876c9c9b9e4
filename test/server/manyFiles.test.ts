import assert from 'node:assert/strict';
import { Client } from '../support/client.ts';

const title = (number: number): string => `## Function ${number} of the house (recurring)\n\n- Cadence: monthly\n`;
const pathOf = (number: number): string => `note-${number}.delegate.md`;
const files = Object.fromEntries(Array.from({ length: 400 }, (_, i) => [pathOf(i), title(i)]));

describe('very many files', () => {
  it('are one change when a branch is switched, however it is told', async () => {
    const client = await Client.start({ files });
    await client.settled();
    const before = client.pushed.length;
    const changed = Object.fromEntries(Object.keys(files).map((path, i) => [path, title(i < 2 ? 1 : i + 1000)]));
    for (const [path, text] of Object.entries(changed)) await client.change({ [path]: text });
    await client.settled();
    const cold = await Client.start({ files: changed });
    await cold.settled();
    assert(cold.codes(pathOf(0)).includes('duplicate-task'));
    for (const path of Object.keys(files)) assert.deepEqual(client.shownFor(path), cold.shownFor(path));
    // Each note is told of once, or never where its findings are in the same place.
    assert(client.pushed.length - before <= 400, `${client.pushed.length - before} times`);
  });

  it('may be deleted at once', async () => {
    const client = await Client.start({ files });
    await client.settled();
    await client.change(Object.fromEntries(Object.keys(files).slice(1).map((path) => [path, undefined])));
    await client.settled();
    for (const path of Object.keys(files)) assert.equal(client.codes(path).includes('missing-owner'), path === pathOf(0));
  });

  it('keep nobody waiting who has one of them open', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => void (release = resolve));
    const client = await Client.start({ files });
    client.held.set(`file:///notes/${pathOf(399)}`, held.then(() => ({ text: title(399) })));
    await client.open(pathOf(0), title(0));
    await client.until(() => client.timers.length >= 2);
    client.passTo('2026-11-23T12:00:01Z');
    await client.untilFound(pathOf(0), 'missing-owner');
    assert(!client.codes(pathOf(398)).includes('missing-owner'));
    release();
    await client.untilFound(pathOf(398), 'missing-owner');
  });

  it('are left alone when somebody does not want to wait; what is open is checked', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => void (release = resolve));
    const client = await Client.start({ files });
    client.held.set(`file:///notes/${pathOf(0)}`, held.then(() => ({ text: title(0) })));
    await client.open(pathOf(7), title(7));
    const token = await client.until(() => client.progressToken);
    await client.connection.sendNotification('window/workDoneProgress/cancel', { token });
    await client.until(() => client.logged.find((line) => line.includes('stopped')));
    release();
    await client.until(() => client.progress.includes('end'));
    await client.untilFound(pathOf(7), 'missing-owner');
    assert.deepEqual(client.pushed.map(({ uri }) => uri), [`file:///notes/${pathOf(7)}`]);
    await client.type(pathOf(7), 'monthly', 'monthly\n- Owner: @maria');
    await client.untilGone(pathOf(7), 'missing-owner');
  });
});
