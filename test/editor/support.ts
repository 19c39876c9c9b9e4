// Waiting for what VS Code is going to show: by its events, never by the clock.
import * as vscode from 'vscode';

/** Milliseconds until a wait is given up. Generous: it is only ever spent on failing. */
const PATIENCE = 20_000;

/**
 * Waits until `look` gives something that is not undefined; it is asked now and after every event.
 * Rejects after a while, saying what was waited for and what `seen` describes.
 */
function until<T>(
  what: string, event: vscode.Event<unknown>, look: () => T | undefined, seen: () => unknown = () => 'nothing',
): Promise<T> {
  const late = new Error(); // made here, so that its stack shows who waits
  return new Promise((resolve, reject) => {
    const end = () => { subscription.dispose(); clearTimeout(timer); };
    const timer = setTimeout(() => {
      end();
      late.message = `waited ${PATIENCE / 1000} s for ${what}; seen: ${JSON.stringify(seen(), undefined, 1)}`;
      reject(late);
    }, PATIENCE);
    const ask = () => {
      try {
        const found = look();
        if (found === undefined) return;
        end();
        resolve(found);
      } catch (error) {
        end();
        reject(error);
      }
    };
    const subscription = event(ask);
    ask();
  });
}

/** Our extension, once it has started: from then on its fixes are offered, too. */
export async function activated(): Promise<vscode.Extension<unknown>> {
  const extension = vscode.extensions.getExtension('delegate-notes.delegate-notes');
  if (!extension) throw new Error('VS Code does not know the extension');
  await extension.activate();
  return extension;
}

/** The file of that name in the workspace. */
export function fileUri(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('no workspace folder is open');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Our findings in a file, as the Problems panel shows them. */
function findings(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'delegate');
}

export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits for a finding with this code in a file, open or not. */
export function untilFound(uri: vscode.Uri, code: string): Promise<vscode.Diagnostic> {
  const look = () => findings(uri).find((finding) => codeOf(finding) === code);
  return until(`${code} in ${uri.path}`, vscode.languages.onDidChangeDiagnostics, look, allFindings);
}

/** Waits until no finding of a file satisfies the condition. */
export async function untilGone(
  uri: vscode.Uri, what: string, condition: (finding: vscode.Diagnostic) => boolean = () => true,
): Promise<void> {
  const look = () => (findings(uri).some(condition) ? undefined : true);
  await until(`${what} to go from ${uri.path}`, vscode.languages.onDidChangeDiagnostics, look, allFindings);
}

/** A question that VS Code gave up, as it does while another extension registers its own answers, is asked again. */
function noneIfCanceled(error: unknown): never[] {
  if (error instanceof Error && error.name === 'Canceled') return [];
  throw error;
}

/**
 * What VS Code's providers answer. They answer with nothing when another extension registers a provider meanwhile, as
 * Markdown's own does while it starts, and no event tells when that is over: hence they are asked again until there is some.
 */
async function untilAnswered<T>(command: string, ...args: readonly unknown[]): Promise<T[]> {
  for (const end = Date.now() + PATIENCE; Date.now() < end;) {
    const answers = await vscode.commands.executeCommand<T[]>(command, ...args).then((all) => all, noneIfCanceled);
    if (answers.length) return answers;
  }
  return [];
}

/** The quick fixes that VS Code offers at a finding. (To which finding each belongs is not told by this command.) */
export function quickFixes(uri: vscode.Uri, { range }: vscode.Diagnostic): Promise<vscode.CodeAction[]> {
  return untilAnswered('vscode.executeCodeActionProvider', uri, range, vscode.CodeActionKind.QuickFix.value, 20);
}

/** Opens a file in the editor. */
export async function opened(name: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(fileUri(name));
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

/** Puts the cursor at the beginning of a text in the active editor. */
export function putCursorAt(text: string): void {
  const editor = vscode.window.activeTextEditor!;
  const at = editor.document.getText().indexOf(text);
  if (at < 0) throw new Error(`“${text}” is not in ${editor.document.uri.path}`);
  const position = editor.document.positionAt(at);
  editor.selection = new vscode.Selection(position, position);
}

/**
 * Accepts what a command proposes in its boxes until it is done. No event tells that a box is there, and where there is none
 * nothing happens.
 */
export async function runAccepting(command: string): Promise<void> {
  let isDone = false;
  const running = Promise.resolve(vscode.commands.executeCommand(command)).finally(() => { isDone = true; });
  for (const end = Date.now() + PATIENCE; !isDone && Date.now() < end;) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  await running;
}

/** The edit of a rename at the beginning of a text in a document. */
export async function renameEdit(document: vscode.TextDocument, text: string, newName: string): Promise<vscode.WorkspaceEdit> {
  const at = document.positionAt(document.getText().indexOf(text));
  return vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', document.uri, at, newName);
}

/** The code lenses of a file, with their commands. */
export function codeLenses(uri: vscode.Uri): Promise<vscode.CodeLens[]> {
  return untilAnswered('vscode.executeCodeLensProvider', uri, 1000);
}

function allFindings(): string[] {
  return vscode.languages.getDiagnostics().flatMap(([uri, diagnostics]) =>
    diagnostics.map((finding) => `${uri.path}:${finding.range.start.line + 1} ${finding.source} ${codeOf(finding)}`));
}

/**
 * The hover at a place that says something. Like quick fixes, it is asked for again until it is there: VS Code answers with
 * nothing while another extension registers its own.
 */
export async function hoverAt(uri: vscode.Uri, position: vscode.Position, said: string): Promise<{ text: string; range: vscode.Range }> {
  for (const end = Date.now() + PATIENCE; Date.now() < end;) {
    const asked = vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
    for (const { contents, range } of await asked.then((all) => all, noneIfCanceled)) {
      const text = contents.map((content) => (content instanceof vscode.MarkdownString ? content.value : '')).join('\n');
      if (range && text.includes(said)) return { text, range };
    }
  }
  throw new Error(`no hover says “${said}” at line ${position.line + 1}`);
}

/** Waits until VS Code shows a text of its own, of that scheme, in which something is found. */
export function shownText(scheme: string, pattern: RegExp): Promise<RegExpExecArray> {
  const opened: vscode.Event<unknown> = (listener) =>
    vscode.Disposable.from(vscode.workspace.onDidOpenTextDocument(listener), vscode.workspace.onDidChangeTextDocument(listener));
  const texts = () => vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === scheme).map((document) => document.getText());
  return until(`${pattern} in ${scheme}:`, opened, () => texts().map((text) => pattern.exec(text)).find((found) => found !== null) ?? undefined, texts);
}
