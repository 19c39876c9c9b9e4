// What is told of a task, as the editor shows it, on a copy of example/.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, fileUri, hoverAt } from '../support.ts';

describe('a hover', () => {
  it('on the heading of a function tells its figures, with pictures', async () => {
    await activated();
    const document = await vscode.workspace.openTextDocument(fileUri('marketing.delegate.md'));
    const at = document.positionAt(document.getText().indexOf('Publish the newsletter (recurring)'));
    const { text, range } = await hoverAt(document.uri, at, 'next due');
    assert.equal(document.getText(range), 'Publish the newsletter (recurring)');
    assert.match(text, /Every other Thursday · next due \*\*Thu 26 Nov, in 3 days\*\*/);
    assert.match(text, /median 2h 10m · last five 1h 55m · estimate 2h/);
    assert.match(text, /data:image\/svg\+xml;base64,/);
  });
});
