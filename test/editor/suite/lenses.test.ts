// Lenses and what they do, on a copy of example/.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, codeLenses, fileUri } from '../support.ts';

describe('lenses', () => {
  it('say how a function stands, and log a run in one step that can be undone', async () => {
    await activated();
    const uri = fileUri('business.delegate.md');
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    const before = document.getText();
    const lenses = (await codeLenses(uri)).filter(({ range }) => document.lineAt(range.start.line).text === '### Run the payroll (recurring)');
    assert.match(lenses[0]?.command?.title ?? '', /^\d+ runs · .* median · /);
    const log = lenses.find(({ command }) => command?.title === 'Log')?.command;
    assert.equal(log?.command, 'delegateNotes.logCompletion');
    // The lens asks for the time in a box; the server's command writes the usual one.
    await vscode.commands.executeCommand('delegateNotes.server.logCompletion', ...(log.arguments as unknown[]));
    const after = document.getText().split('\n');
    const added = after.filter((line, i) => line !== before.split('\n')[i])[0];
    assert.match(added ?? '', /^- \d{4}-\d\d-\d\d @\w+ (?:\d+h)? ?(?:\d+m)?$/);
    assert.equal(after.length, before.split('\n').length + 1);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });
});
