/** Lists of tasks and entries: looking through one shows each where it is written, and choosing one goes there. */
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type ActionName, askingCommand, type List, type ListItem, type ListParams, listRequest, type TaskPlace } from '../../server/protocol.ts';
import { cursorPlace } from './actions.ts';
import { plainLabel } from './labels.ts';

type Item = vscode.QuickPickItem & { readonly is?: ListItem };

const icons: Readonly<Record<NonNullable<ListItem['health']>, string>> = {
  overdue: 'warning', today: 'bell', lacking: 'question', fine: 'circle-outline', resting: 'debug-pause', over: 'pass',
};

/** What can be done from a list, by its button; the rest is done where the task is. */
const buttons: Partial<Readonly<Record<ActionName, vscode.QuickInputButton>>> = {
  logCompletion: { iconPath: new vscode.ThemeIcon('check'), tooltip: 'Log Completion…' },
  markDelivered: { iconPath: new vscode.ThemeIcon('package'), tooltip: 'Mark Delivered' },
  skipOccurrence: { iconPath: new vscode.ThemeIcon('debug-step-over'), tooltip: 'Skip Occurrence…' },
};

export async function goToTask(client: LanguageClient): Promise<void> {
  await show(await listOf(client, { list: 'tasks' }), 'Go to a function or a one-off', 'There is no task in the notes of this workspace.');
}

export async function showDue(client: LanguageClient): Promise<void> {
  await show(await listOf(client, { list: 'due' }), 'What is due, up to a week from now', 'Nothing is due within a week.');
}

/** Of the task at the cursor; where there is none, of one that is picked. */
export async function showHistory(client: LanguageClient, place?: TaskPlace): Promise<void> {
  const at = place ?? cursorPlace(client);
  const there = at ? await listOf(client, { list: 'history', at }) : undefined;
  if (there?.title !== undefined) return showEntries(there);
  const picked = await show(await listOf(client, { list: 'tasks' }), 'Whose history?', 'There is no task in the notes of this workspace.');
  if (picked) await showEntries(await listOf(client, { list: 'history', at: picked.task }));
}

async function showEntries(list: List): Promise<void> {
  await show(list, 'Go to an entry', 'Nothing has been written down of this task yet.');
}

const listOf = (client: LanguageClient, params: ListParams): Promise<List> => client.sendRequest(listRequest, params);

/** The item that was chosen, once it is shown. */
async function show({ title, items }: List, placeholder: string, nothing: string): Promise<ListItem | undefined> {
  if (items.length === 0) return void vscode.window.showInformationMessage(nothing);
  const list = vscode.window.createQuickPick<Item>();
  Object.assign(list, { title, placeholder, items: itemsOf(items), matchOnDescription: true, matchOnDetail: true });
  const back = viewOf(vscode.window.activeTextEditor);
  return new Promise((resolve) => {
    let isLeft = false;
    const leave = (): void => {
      isLeft = true;
      list.hide();
    };
    list.onDidChangeActive(([item]) => {
      // The first one is active before anybody has looked for anything.
      if (item?.is && (list.value !== '' || item !== list.items.find(({ is }) => is))) void open(item.is, true);
    });
    list.onDidAccept(() => {
      const [item] = list.activeItems;
      if (!item?.is) return;
      leave();
      void open(item.is, false).then(() => resolve(item.is));
    });
    list.onDidTriggerItemButton(({ item: { is }, button }) => {
      const action = is?.actions.find((each) => buttons[each] === button);
      if (!action) return;
      leave();
      resolve(undefined);
      void vscode.commands.executeCommand(askingCommand(action), is!.task);
    });
    list.onDidHide(() => {
      list.dispose();
      if (isLeft) return;
      void back();
      resolve(undefined);
    });
    list.show();
  });
}

function itemsOf(items: readonly ListItem[]): Item[] {
  return items.flatMap((is, i) => [
    ...(is.group !== '' && is.group !== items[i - 1]?.group ? [{ label: is.group, kind: vscode.QuickPickItemKind.Separator }] : []),
    {
      is,
      label: (is.health ? `$(${icons[is.health]}) ` : '') + plainLabel(is.label),
      description: plainLabel(is.description),
      ...(is.detail !== undefined && { detail: plainLabel(is.detail) }),
      buttons: is.actions.flatMap((action) => buttons[action] ?? []),
    },
  ]);
}

async function open({ uri, range: { start, end } }: ListItem, isGlance: boolean): Promise<void> {
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  await vscode.window.showTextDocument(vscode.Uri.parse(uri), { selection, preserveFocus: isGlance, preview: isGlance });
}

/** Goes back to where the editor was before anything was looked at. */
function viewOf(editor: vscode.TextEditor | undefined): () => Promise<void> {
  if (!editor) return () => Promise.resolve();
  const { document, selection, viewColumn } = editor;
  return async () => {
    const now = vscode.window.activeTextEditor;
    if (now?.document === document && now.selection.isEqual(selection)) return;
    await vscode.window.showTextDocument(document, { selection, ...(viewColumn && { viewColumn }) });
  };
}
