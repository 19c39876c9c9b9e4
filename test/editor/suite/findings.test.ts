// The main job, seen from the editor, on a copy of example/.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, codeOf, fileUri, quickFixes, untilFound, untilGone } from '../support.ts';

/** Where example/ breaks the two promises. */
const WITHOUT_OWNER = { file: 'marketing.delegate.md', title: 'Answer the online reviews' };
const WITHOUT_PROCESS = { file: 'operations.delegate.md', title: 'Match the till with the web shop payouts' };

describe('findings', () => {
  // The first, before anything asks for the extension: it has to start by itself.
  it('are there for a file that nobody opened: a function without a process', async () => {
    const uri = fileUri(WITHOUT_PROCESS.file);
    const { range, severity } = await untilFound(uri, 'missing-process');
    const lines = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)).split('\n');
    assert.equal(lines[range.start.line]?.slice(range.start.character, range.end.character), WITHOUT_PROCESS.title);
    assert.equal(severity, vscode.DiagnosticSeverity.Warning);
  });

  it('mark the title of a function without an owner', async () => {
    const uri = fileUri(WITHOUT_OWNER.file);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    const finding = await untilFound(uri, 'missing-owner');
    assert.equal(document.getText(finding.range), WITHOUT_OWNER.title);
    assert.equal(finding.severity, vscode.DiagnosticSeverity.Warning);
  });

  it('go when their quick fix is applied', async () => {
    await activated();
    const uri = fileUri(WITHOUT_OWNER.file);
    const finding = await untilFound(uri, 'missing-owner');
    const fixes = await quickFixes(uri, finding);
    const fix = fixes.find(({ title }) => title.startsWith('Assign to '));
    assert(fix?.edit, `nobody is offered as the owner: ${JSON.stringify(fixes)}`);
    assert(await vscode.workspace.applyEdit(fix.edit));
    await untilGone(uri, 'missing-owner', (other) => codeOf(other) === 'missing-owner');
    const text = (await vscode.workspace.openTextDocument(uri)).getText();
    assert.match(text, new RegExp(`## ${WITHOUT_OWNER.title} \\(recurring\\)\\n\\n(- .*\\n)*- Owner: @\\w+\\n`));
  });

  it('follow a note that is renamed on disk', async () => {
    const from = fileUri(WITHOUT_PROCESS.file);
    const to = fileUri('workshop.delegate.md');
    await untilFound(from, 'missing-process');
    await vscode.workspace.fs.rename(from, to);
    await untilFound(to, 'missing-process');
    await untilGone(from, 'every finding');
    await vscode.workspace.fs.rename(to, from);
    await untilFound(from, 'missing-process');
  });
});
