import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, fileUri } from '../support.ts';

describe('the extension', () => {
  it('is installed, and starts', async () => {
    const { isActive } = await activated();
    assert(isActive);
  });

  it('has all the commands that it lists', async () => {
    const { packageJSON } = await activated();
    const listed = (packageJSON as { contributes: { commands: { command: string }[] } }).contributes.commands.map(({ command }) => command);
    const known = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(listed.filter((command) => !known.has(command)), []);
  });

  it('leaves notes to be Markdown', async () => {
    const { languageId } = await vscode.workspace.openTextDocument(fileUri('business.delegate.md'));
    assert.equal(languageId, 'markdown');
  });
});
