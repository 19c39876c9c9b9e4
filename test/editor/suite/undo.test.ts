// What is written by commands, fixes and renames, and one step back: the same bytes as before. On a copy of example/.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, fileUri, opened, putCursorAt, quickFixes, renameEdit, runAccepting, untilFound } from '../support.ts';

const undo = (): Thenable<unknown> => vscode.commands.executeCommand('undo');

const bytesOf = async (name: string): Promise<Buffer> => Buffer.from(await vscode.workspace.fs.readFile(fileUri(name)));

describe('one step back undoes', () => {
  it('a run that was logged from the palette', async () => {
    await activated();
    const document = await opened('business.delegate.md');
    const [before, bytes] = [document.getText(), await bytesOf('business.delegate.md')];
    putCursorAt('Run the payroll (recurring)');
    await runAccepting('delegateNotes.logCompletion');
    const added = document.getText().split('\n').filter((line) => !before.split('\n').includes(line));
    assert.equal(added.length, 1);
    assert.match(added[0]!, /^- 2026-11-23 @ciara (?:\d+h)? ?(?:\d+m)?$/);
    assert.equal(document.lineCount, before.split('\n').length + 1);
    await undo();
    assert.equal(document.getText(), before);
    await document.save();
    assert.deepEqual(await bytesOf('business.delegate.md'), bytes);
  });

  it('a job that was made a function by its fix', async () => {
    await activated();
    const document = await opened('marketing.delegate.md');
    const before = document.getText();
    const finding = await untilFound(document.uri, 'repeated-one-off');
    const fix = (await quickFixes(document.uri, finding)).find(({ title }) => title.startsWith('Convert'));
    assert(fix?.edit, 'the finding has no fix that converts it');
    assert(await vscode.workspace.applyEdit(fix.edit));
    assert.notEqual(document.getText(), before);
    await undo();
    assert.equal(document.getText(), before);
  });

  it('a new function, with all of its places', async () => {
    await activated();
    const document = await opened('operations.delegate.md');
    const before = document.getText();
    await vscode.commands.executeCommand('delegateNotes.server.newFunction', { uri: document.uri.toString(), line: 0, title: 'Water the plants', owner: '@maeve', cadence: 'every Friday' });
    assert.match(document.getText(), /\n\n## Water the plants \(recurring\)\n\n- Owner: @maeve\n- Cadence: every Friday\n- Process: below\n- Estimate: 1h\n\nWhat is done, and for whom\.\n\n1\. \n\n/);
    const { selection } = vscode.window.activeTextEditor!;
    assert.equal(document.getText(selection), '1h', 'the cursor is at the first place to fill in');
    await undo();
    assert.equal(document.getText(), before);
  });

  it('a person renamed in three files', async () => {
    await activated();
    const names = ['business.delegate.md', 'marketing.delegate.md', 'operations.delegate.md'];
    const documents: vscode.TextDocument[] = [];
    for (const name of names) documents.push(await opened(name));
    const before = documents.map((document) => document.getText());
    const edit = await renameEdit(documents[0]!, '@aoife', 'aoife-b');
    assert(await vscode.workspace.applyEdit(edit));
    for (const document of documents) assert.match(document.getText(), /@aoife-b\b/);
    await undo();
    assert.deepEqual(documents.map((document) => document.getText()), before);
    for (const document of documents) await document.save();
    assert.deepEqual(await Promise.all(names.map(bytesOf)), before.map((text) => Buffer.from(text)));
  });
});
