import * as vscode from 'vscode';
import { activated, shownText } from '../support.ts';

describe('the extension, in the list of VS Code', () => {
  it('says what its start took', async () => {
    await activated();
    await vscode.commands.executeCommand('perfview.show');
    // | delegate-notes.delegate-notes | false | 5 | 3 | 1 | workspaceContains:**/*.delegate.md | …
    const [, ...milliseconds] = await shownText('perf', /delegate-notes\.delegate-notes *\| *\w+ *\| *(\d+) *\| *(\d+) *\| *(\d+)/);
    // The bench reads it; how long it took is no matter of a test.
    console.log(`Activation: ${milliseconds.join(' ')}`);
  });
});
