import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, fileUri } from '../support.ts';

describe('the extension', () => {
  it('is installed, and starts', async () => {
    const { isActive } = await activated();
    assert(isActive);
  });

  it('leaves notes to be Markdown', async () => {
    const { languageId } = await vscode.workspace.openTextDocument(fileUri('business.delegate.md'));
    assert.equal(languageId, 'markdown');
  });
});
