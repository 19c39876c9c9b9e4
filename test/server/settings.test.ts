import assert from 'node:assert/strict';
import { able, Client } from '../support/client.ts';

const note = `## Send client invoices (recurring)

- Cadence: every Friday
`;

const posted = `## Product photos (one-off)

- Budget: 300 EUR
- Due: 2027-03-19

Twelve mugs on white.

- 2026-10-20 posted
`;

const asking = {
  ...able,
  workspace: { ...able.workspace, configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
};

describe('settings', () => {
  it('give rules their level, for editors that are asked for them, and follow a change', async () => {
    const settings = { rules: { 'missing-owner': 'error', 'missing-process': 'off', 'missing-backup': 'loud' } };
    const client = await Client.start({ files: { 'a.delegate.md': note }, capabilities: asking, settings });
    assert.equal((await client.untilFound('a.delegate.md', 'missing-owner')).severity, 1);
    assert(!client.codes('a.delegate.md').includes('missing-process'));
    client.settings = {};
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.untilFound('a.delegate.md', 'missing-process');
    assert.equal(client.shownFor('a.delegate.md').find(({ code }) => code === 'missing-owner')?.severity, 2);
    assert(client.registered.includes('workspace/didChangeConfiguration'));
  });

  it('come with the initialization options, or with the change, where the editor cannot be asked', async () => {
    const client = await Client.start({ files: { 'a.delegate.md': note }, options: { settings: { rules: { 'missing-owner': 'off' } } } });
    await client.untilFound('a.delegate.md', 'missing-process');
    assert(!client.codes('a.delegate.md').includes('missing-owner'));
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { delegateNotes: { rules: { 'missing-owner': 'info' } } } });
    assert.equal((await client.untilFound('a.delegate.md', 'missing-owner')).severity, 3);
  });

  it('give way to the front matter of a note', async () => {
    const options = { settings: { rules: { 'missing-owner': 'off', 'missing-process': 'error' } } };
    const own = '---\nrules:\n  missing-owner: warning\n  missing-process: off\n---\n\n';
    const client = await Client.start({ files: { 'a.delegate.md': own + note }, options });
    assert.equal((await client.untilFound('a.delegate.md', 'missing-owner')).severity, 2);
    assert(!client.codes('a.delegate.md').includes('missing-process'));
  });
});

describe('the day', () => {
  it('is the one that the initialization options or the settings give', async () => {
    const client = await Client.start({ files: { 'a.delegate.md': posted }, options: { today: '2026-10-21' } });
    await client.settled();
    assert.deepEqual(client.codes('a.delegate.md'), []);
    const other = await Client.start({ files: { 'a.delegate.md': posted }, options: { today: '', settings: { today: '2026-11-23' } } });
    await other.untilFound('a.delegate.md', 'stale-post');
  });

  it('is the one of the time zone of the notes, and changes at its midnight', async () => {
    const zone = '---\ntimezone: Pacific/Auckland\n---\n\n';
    const client = await Client.start({ files: { 'a.delegate.md': zone + posted.replace('2026-10-20 posted', '2026-11-24 posted') }, options: { today: '' } });
    // Noon of the 23rd in London is one in the morning of the 24th in Auckland.
    await client.settled();
    assert.deepEqual(client.codes('a.delegate.md'), []);
    client.now = new Date('2026-11-23T10:50:00Z');
    await client.change({ 'a.delegate.md': zone + posted.replace('2026-10-20 posted', '2026-11-24 posted') });
    await client.untilFound('a.delegate.md', 'future-entry');
    client.passTo('2026-11-23T12:00:00Z');
    client.passTo('2026-11-23T12:15:00Z');
    await client.untilGone('a.delegate.md', 'future-entry');
  });

  const due = (zone: string): string => `---\ntimezone: ${zone}\n---\n\n## Send client invoices (recurring)\n\n- Cadence: every Monday\n- Starts: 2026-11-23\n`;

  it('makes what was due overdue at midnight where the notes are, without an edit', async () => {
    const client = await Client.start({ files: { 'a.delegate.md': due('America/New_York') }, options: { today: '' } });
    client.now = new Date('2026-11-24T04:50:00Z');
    await client.settled();
    assert(!client.codes('a.delegate.md').includes('overdue'));
    // Ten to five in London is ten to midnight in New York, and the quarter is not yet over.
    client.passTo('2026-11-24T04:59:00Z');
    await client.settled();
    assert(!client.codes('a.delegate.md').includes('overdue'));
    client.passTo('2026-11-24T05:00:00Z');
    assert.match(String((await client.untilFound('a.delegate.md', 'overdue')).message), /was due on 2026-11-23, yesterday/);
  });

  it('is the right one after days of sleep, and after a clock that goes back', async () => {
    const client = await Client.start({ files: { 'a.delegate.md': due('Europe/Dublin') }, options: { today: '' } });
    await client.settled();
    assert(!client.codes('a.delegate.md').includes('overdue'));
    client.passTo('2026-11-27T08:31:00Z');
    assert.match(String((await client.untilFound('a.delegate.md', 'overdue')).message), /4 days ago/);
    // The timer that is waiting was set by the wrong clock; it is as late as that clock was early.
    client.now = new Date('2026-11-23T09:00:00Z');
    for (const { call } of client.timers.splice(0)) call();
    await client.untilGone('a.delegate.md', 'overdue');
  });

  it('is that of the machine in a time zone that nobody knows, which is found', async () => {
    const client = await Client.start({ files: { 'a.delegate.md': due('Mars/Olympus') }, options: { today: '' } });
    await client.untilFound('a.delegate.md', 'invalid-front-matter');
    client.passTo('2026-11-27T12:00:00Z');
    assert.match(String((await client.untilFound('a.delegate.md', 'overdue')).message), /4 days ago/);
  });
});
