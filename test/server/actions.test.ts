/** Actions over the wire: by the lens, by hand, and what an editor asks before. */
import assert from 'node:assert/strict';
import type { CodeAction, CodeLens, Command } from 'vscode-languageserver-protocol';
import { optionProblemRequest, type TaskChoices, taskChoicesRequest, type TaskChoicesParams } from '../../server/protocol.ts';
import { able, Client, uriOf } from '../support/client.ts';

const path = 'a.delegate.md';
const uri = uriOf(path);
const note = `## Send client invoices (recurring)

- Owner: @maria
- Cadence: every month on the last workday

- 2026-10-30 @maria 1h 10m
- 2026-09-30 @maria 1h 30m

## Product photos (one-off)

- Due: 2026-12-18
`;
const logged = note.replace('- 2026-10-30', '- 2026-11-23 @maria 1h 20m\n- 2026-10-30');

const textOf = (client: Client): string => client.documents.get(uri)!.getText();

async function lens(client: Client, title: string): Promise<Command> {
  const lenses = await client.connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
  return lenses.find(({ command }) => command?.title === title)!.command!;
}

const execute = (client: Client, { command, arguments: args = [] }: Pick<Command, 'command' | 'arguments'>): Promise<unknown> =>
  client.connection.sendRequest('workspace/executeCommand', { command, arguments: args });

const log = (client: Client, options: object): Promise<unknown> =>
  execute(client, { command: 'delegateNotes.server.logCompletion', arguments: [{ uri, line: 0, ...options }] });

describe('actions', () => {
  it('are done by the server for a lens: one edit, for the version that it was worked out for', async () => {
    const client = await Client.start();
    await client.open(path, note);
    await client.type(path, 'every month', 'each month');
    await client.type(path, 'each month', 'every month');
    await execute(client, await lens(client, 'Log'));
    assert.equal(textOf(client), logged);
    assert.deepEqual(client.applied.map(({ label, edit }) => [label, edit.documentChanges]), [['Log Completion', [{
      textDocument: { uri, version: 3 },
      edits: [{ range: { start: { line: 5, character: 0 }, end: { line: 5, character: 0 } }, newText: '- 2026-11-23 @maria 1h 20m\n' }],
    }]]]);
    assert.deepEqual(client.messages, []);
  });

  it('are done in a note that is not open', async () => {
    const client = await Client.start({ files: { [path]: note } });
    await log(client, { duration: '2h', explained: '10m' });
    assert.deepEqual(client.files.get(uri), { text: note.replace('- 2026-10-30', '- 2026-11-23 @maria 2h explained 10m\n- 2026-10-30') });
  });

  it('find their task by its title when the lens is older than the text', async () => {
    const client = await Client.start();
    await client.open(path, note);
    const command = await lens(client, 'Log');
    await client.type(path, '## Send', '## Water the plants (recurring)\n\n- Cadence: daily\n\n## Send');
    await execute(client, command);
    assert.equal(textOf(client), logged.replace('## Send', '## Water the plants (recurring)\n\n- Cadence: daily\n\n## Send'));
  });

  it('write nothing over what was typed meanwhile, and say so', async () => {
    const client = await Client.start();
    await client.open(path, note);
    const command = await lens(client, 'Skip');
    client.onApply = () => client.type(path, '## Send', '## Please send');
    await execute(client, command);
    assert.equal(client.applied.length, 1);
    assert.equal(textOf(client), note.replace('## Send', '## Please send'));
    assert.deepEqual(client.messages, ['Skip Occurrence: the note has changed meanwhile, so nothing was written. Do it again.']);
  });

  it('refuse what they cannot read or do, in words', async () => {
    const client = await Client.start({ files: { [path]: note } });
    await log(client, { duration: '1,5 std' });
    await log(client, { line: 10 });
    await log(client, { title: 'Payroll' });
    await log(client, { uri: 'file:///elsewhere/b.delegate.md' });
    await execute(client, { command: 'delegateNotes.server.logCompletion' });
    assert.deepEqual(client.messages, [
      '“1,5 std” is not a length of time, as in 1h 30m or 45m.',
      'Log Completion is for a recurring function, which “Product photos” is not.',
      '“Payroll” is no longer in the note.',
      'There is no task delegation note at this place.',
      'There is no task delegation note at this place.',
    ]);
    assert.deepEqual([client.applied, client.logged], [[], []]);
  });

  it('are not there for an editor that makes no edits', async () => {
    const client = await Client.start({ capabilities: { ...able, workspace: { ...able.workspace, applyEdit: false } } });
    assert.deepEqual(client.result.capabilities.executeCommandProvider?.commands, ['delegateNotes.server.showFile', 'delegateNotes.server.checkWorkspace']);
  });

  it('tell an editor that asks which tasks there are, what to propose, and what cannot be read', async () => {
    const client = await Client.start({ files: { [path]: note } });
    const choices = (params: TaskChoicesParams): Promise<TaskChoices> => client.connection.sendRequest(taskChoicesRequest, params);
    const listed = { uri, line: 0, title: 'Send client invoices', owner: 'maria', proposals: {}, choices: {} };
    const invoices = { ...listed, proposals: { duration: '1h 20m', explained: '' } };
    const told = { title: 'Log Completion', subject: 'a recurring function' };
    assert.deepEqual(await choices({ action: 'logCompletion' }), { ...told, tasks: [listed] });
    assert.deepEqual(await choices({ action: 'logCompletion', at: { uri, line: 5 } }), { ...told, tasks: [invoices] });
    assert.deepEqual(await choices({ action: 'logCompletion', at: { uri, line: 10 } }), { ...told, tasks: [] });
    assert.deepEqual(await choices({ action: 'logCompletion', at: { uri: uriOf('readme.md'), line: 0 } }), { ...told, tasks: [] });
    assert.deepEqual(await choices({ action: 'resume' }), { tasks: [], title: 'Resume', subject: 'a recurring function that is paused' });
    const problem = (text: string): Promise<string | null> => client.connection.sendRequest(optionProblemRequest, { action: 'logCompletion', option: 'duration', text });
    assert.deepEqual([await problem('1h 30m'), await problem('long')], [null, '“long” is not a length of time, as in 1h 30m or 45m.']);
  });

  it('list tasks in the order of the notes’ names, whichever was opened first', async () => {
    const other = 'b.delegate.md';
    const client = await Client.start({ files: { [other]: '## Payroll (recurring)\n', [path]: note } });
    await client.open(other, '## Payroll (recurring)\n');
    const { tasks } = await client.connection.sendRequest<TaskChoices>(taskChoicesRequest, { action: 'logCompletion' } satisfies TaskChoicesParams);
    assert.deepEqual(tasks.map(({ title }) => title), ['Send client invoices', 'Payroll']);
  });

  it('tell of what there is to pick, and do what was picked', async () => {
    const job = '## Product photos (one-off)\r\n\r\n| Bid | Price |\r\n| --- | ---: |\r\n| @lin | 280 EUR |\r\n\r\n- 2026-11-16 posted';
    const client = await Client.start();
    await client.open(path, job);
    const { tasks: [choice] } = await client.connection.sendRequest<TaskChoices>(taskChoicesRequest, { action: 'recordAward', at: { uri, line: 4 } } satisfies TaskChoicesParams);
    const [bidder] = choice!.choices['who']!;
    assert.deepEqual(bidder, { value: '@lin', label: '@lin', description: '280 EUR', proposals: { price: '280 EUR' } });
    const { title, line } = choice!;
    await execute(client, { command: 'delegateNotes.server.recordAward', arguments: [{ uri, line, title, who: bidder!.value, price: '270 EUR' }] });
    assert.equal(textOf(client), job.replace('- 2026-11-16', '- 2026-11-23 @lin awarded 270 EUR\r\n- 2026-11-16'));
    assert.deepEqual(client.applied.map(({ label }) => label), ['Record Award']);
  });

  it('are offered where they are about something, and written under the entry that they are asked for', async () => {
    const client = await Client.start();
    await client.open(path, `${note}- 2026-11-20 delivered\n- 2026-11-19 @lin awarded 280 EUR\n`);
    const lines = textOf(client).split('\n');
    const start = { line: lines.indexOf('- 2026-11-20 delivered'), character: 0 };
    const offered = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', { textDocument: { uri }, range: { start, end: start }, context: { diagnostics: [], only: ['refactor'] } });
    assert.deepEqual(offered.map(({ title }) => title).slice(0, 2), ['Add Review: 5/5, as good as it gets', 'Add Review: 4/5, good']);
    await execute(client, offered[1]!.command as Command);
    await execute(client, { command: 'delegateNotes.server.addFeedback', arguments: [{ uri, line: start.line + 1, kind: 'liked', text: 'Soft shadows.' }] });
    assert.deepEqual(textOf(client).split('\n').slice(start.line), ['- 2026-11-23 reviewed 4/5', '- 2026-11-20 delivered', '  - Liked: Soft shadows.', '- 2026-11-19 @lin awarded 280 EUR', '']);
    assert.deepEqual(client.messages, []);
  });

  it('run the editor’s own command where it asks', async () => {
    const client = await Client.start({ files: { [path]: note }, options: { asks: true } });
    assert.equal((await lens(client, 'Log')).command, 'delegateNotes.logCompletion');
  });
});
