import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { fileUri } from '../support.js';

describe('the extension in VS Code', () => {
  it('is installed and starts for a workspace with notes', async () => {
    const extension = vscode.extensions.getExtension('delegate-notes.delegate-notes');
    assert(extension, 'VS Code does not know the extension');
    await extension.activate();
    assert(extension.isActive);
  });

  it('leaves notes to be Markdown', async () => {
    const document = await vscode.workspace.openTextDocument(fileUri('business.delegate.md'));
    assert.equal(document.languageId, 'markdown');
  });
});
