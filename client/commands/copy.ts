/** What an action answers as a text: it goes onto the clipboard, and who wants to read it first can. */
import * as vscode from 'vscode';

const show = 'Show It';

export async function copy(text: string, title: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  const answer = await vscode.window.showInformationMessage(`The post for “${title}” is on the clipboard.`, show);
  if (answer !== show) return;
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: text });
  await vscode.window.showTextDocument(document);
}
