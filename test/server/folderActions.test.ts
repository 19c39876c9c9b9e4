/** Actions on folders over the wire, and checking all again. */
import assert from 'node:assert/strict';
import { type OptionChoice, optionChoicesRequest, serverCommand } from '../../server/protocol.ts';
import { able, Client, uriOf } from '../support/client.ts';

const [path, other] = ['a.delegate.md', 'b.delegate.md'];
const team = '---\nteam:\n  rory: { name: Rory, until: 2026-10-31 }\n  jon: { name: Jon }\n---\n';
const till = '\n## Till (recurring)\n\n- Owner: @rory\n';
const files = { [path]: team + till, [other]: '## Leaflets (recurring)\n\n- Owner: @rory\n' };

const run = (client: Client, command: string, argument?: object): Promise<unknown> =>
  client.connection.sendRequest('workspace/executeCommand', { command, arguments: argument ? [argument] : [] });

const withSupport = (support: object): object => ({ ...able, workspace: { ...able.workspace, workspaceEdit: { ...able.workspace!.workspaceEdit, ...support } } });

describe('actions on a folder', () => {
  it('hand over in all notes with one edit, for the versions that it was worked out for, to be looked over first', async () => {
    const client = await Client.start({ files, capabilities: withSupport({ changeAnnotationSupport: {} }) });
    await client.open(path, team + till);
    await run(client, serverCommand('handOver'), { from: '@rory', to: '@jon' });
    const [{ label, edit }] = client.applied as [(typeof client.applied)[number]];
    assert.equal(label, 'Hand Over All Functions');
    assert.deepEqual(Object.values(edit.changeAnnotations!), [{ label: 'Hand over from @rory to @jon', needsConfirmation: true }]);
    const documents = edit.documentChanges!.map((change) => ('textDocument' in change ? change.textDocument : assert.fail()));
    assert.deepEqual(documents, [{ uri: uriOf(path), version: 1 }, { uri: uriOf(other), version: null }]);
    assert.equal(client.documents.get(uriOf(path))!.getText(), `${team}${till.replace('rory', 'jon')}\n- 2026-11-23 @jon handover\n`);
    assert.deepEqual(client.files.get(uriOf(other)), { text: '## Leaflets (recurring)\n\n- Owner: @jon\n\n- 2026-11-23 @jon handover\n' });
  });

  it('write a snippet into an open note where the editor has them, else show what is written', async () => {
    const argument = { uri: uriOf(path), line: 8, title: 'Payroll', cadence: 'every Friday' };
    const client = await Client.start({ files, capabilities: withSupport({ snippetEditSupport: true }) });
    await client.open(path, team + till);
    await run(client, serverCommand('newFunction'), argument);
    assert.match(JSON.stringify(client.applied[0]!.edit), /"snippet":\{"kind":"snippet","value":"\\n## Payroll \(recurring\)\\n\\n- Owner: \$\{1:@jon\}/);
    assert.deepEqual(client.shown, []);

    const plain = await Client.start({ files });
    await run(plain, serverCommand('newFunction'), argument);
    assert.deepEqual(plain.shown, [uriOf(path)]);
    assert.match((plain.files.get(uriOf(path)) as { text: string }).text, /- Owner: @rory\n\n## Payroll \(recurring\)\n\n- Owner: @jon\n- Cadence: every Friday\n/);
  });

  it('make a note that is not there, and write into one that is', async () => {
    const client = await Client.start({ files });
    await run(client, serverCommand('newOneOff'), { uri: uriOf('c.delegate.md'), title: 'Photos' });
    await run(client, serverCommand('newOneOff'), { uri: uriOf('c.delegate.md'), title: 'Leaflets' });
    assert.match((client.files.get(uriOf('c.delegate.md')) as { text: string }).text, /^# C\n\n## Photos \(one-off\)\n[^#]*\n## Leaflets \(one-off\)\n/);
    assert.deepEqual(client.messages, []);
  });

  it('say in words what they cannot do', async () => {
    const client = await Client.start({ files });
    await run(client, serverCommand('handOver'), { from: '@rory', to: '@rory' });
    await run(client, serverCommand('fixAll'), { uri: 'file:///elsewhere' });
    await run(client, serverCommand('newFunction'), { title: 'Payroll' });
    client.onApply = () => client.type(path, '## Till', '## The till');
    await client.open(path, team + till);
    await run(client, serverCommand('newFunction'), { uri: uriOf(path), title: 'Payroll' });
    assert.deepEqual(client.messages, [
      '@rory has them already. Choose somebody else.',
      'Say in which of the workspace’s folders, by the “uri” of a note in it.',
      'Say in which note: name a file that ends in “.delegate.md”. One that is not there yet is made.',
      'New Recurring Function: the notes have changed meanwhile, so nothing was written. Do it again.',
    ]);
    assert.deepEqual(client.logged, []);
  });

  it('tell an editor what there is to choose from', async () => {
    const client = await Client.start({ files });
    const asked = { action: 'handOver', option: 'from', argument: {}, typed: '' };
    assert.deepEqual(await client.connection.sendRequest<OptionChoice[]>(optionChoicesRequest, asked), [{ value: '@rory', label: '@rory', description: 'Rory · was here until 2026-10-31', detail: 'owns 2' }]);
  });
});

describe('checking all again', () => {
  it('reads what nobody has told of, and says what was found', async () => {
    const client = await Client.start({ files: { [path]: '# Office\n' } });
    await client.settled();
    client.write(other, '## Till (recurring)\n\n- Owner: @rory\n- Cadence: soon\n');
    await run(client, 'delegateNotes.server.checkWorkspace');
    assert.deepEqual(client.shownFor(other).map(({ severity }) => severity).sort(), [1, 2, 2]);
    assert.deepEqual(client.messages, ['Checked 2 notes: 1 error and 2 warnings in 1 of them.']);
    client.files.delete(uriOf(other));
    await run(client, 'delegateNotes.server.checkWorkspace');
    assert.equal(client.messages[1], 'Checked 1 note: nothing to mend.');
  });
});
