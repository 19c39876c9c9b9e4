/** One question of an action on a folder: a list to choose from, which the server knows, or a box that it looks at. */
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  type FolderActionArgument, type FolderActionName, type OptionChoice, type OptionChoicesParams, optionChoicesRequest, type OptionProblemParams,
  optionProblemRequest,
} from '../../server/protocol.ts';
import { plainItem } from './labels.ts';

export interface FolderQuestion {
  readonly option: string;
  readonly prompt: string;
  readonly example?: string;
  /** It must not stay empty. */
  readonly isNeeded?: true;
  /** There are choices. */
  readonly isPicked?: true;
  /** Several can be chosen, and all are to begin with; the answer has a line for each. */
  readonly isMany?: true;
  /** What is typed may become one of them. */
  readonly isTyped?: true;
  /** What is said where there is nothing to choose from. */
  readonly nobody?: string;
}

interface Step {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
}

/** The answer; `null` for none, `undefined` when somebody has thought better of it. */
export function askOption(client: LanguageClient, action: FolderActionName, question: FolderQuestion, argument: FolderActionArgument, step: Step): Promise<string | null | undefined> {
  const { option } = question;
  if (question.isPicked) {
    return pick(question, step, (typed) => client.sendRequest(optionChoicesRequest, { action, option, argument, typed } satisfies OptionChoicesParams));
  }
  return type(question, step, (text) => client.sendRequest(optionProblemRequest, { action, option, text } satisfies OptionProblemParams));
}

function type({ prompt, example = '', isNeeded }: FolderQuestion, step: Step, problemOf: (text: string) => Promise<string | null>): Promise<string | undefined> {
  const box = vscode.window.createInputBox();
  Object.assign(box, step, { prompt, placeholder: example, ignoreFocusOut: true });
  const check = async (text: string): Promise<string | undefined> => (await problemOf(text)) ?? (isNeeded && text.trim() === '' ? 'It needs some words.' : undefined);
  return answered(box, (answer) => {
    box.onDidChangeValue(async (text) => {
      const problem = await problemOf(text);
      if (text === box.value) box.validationMessage = problem ?? undefined;
    });
    box.onDidAccept(async () => {
      const text = box.value;
      box.validationMessage = await check(text);
      if (box.validationMessage === undefined) answer(text);
    });
  });
}

type Item = vscode.QuickPickItem & { readonly value: string | null };

async function pick({ prompt, isTyped, isMany, nobody }: FolderQuestion, step: Step, choicesOf: (typed: string) => Promise<OptionChoice[]>): Promise<string | null | undefined> {
  const itemsOf = async (typed: string): Promise<Item[]> =>
    (await choicesOf(typed)).map((choice): Item => ({ value: choice.value, ...plainItem(choice), alwaysShow: choice.isTyped === true }));
  const items = await itemsOf('');
  if (items.length === 0 && nobody !== undefined) return void vscode.window.showInformationMessage(nobody);
  const list = vscode.window.createQuickPick<Item>();
  Object.assign(list, step, { placeholder: prompt, items, matchOnDescription: true, canSelectMany: isMany === true, ...(isMany && { selectedItems: items }) });
  return answered(list, (answer) => {
    if (isTyped) {
      list.onDidChangeValue(async (typed) => {
        const now = await itemsOf(typed);
        if (typed === list.value) list.items = now;
      });
    }
    list.onDidAccept(() => {
      const chosen = list.selectedItems.map(({ value }) => value);
      if (chosen.length > 0) answer(isMany ? chosen.join('\n') : chosen[0]!);
    });
  });
}

/** Shows a box until it has been answered or closed. */
function answered<T>(box: vscode.QuickInput, listen: (answer: (value: T) => void) => void): Promise<T | undefined> {
  return new Promise((resolve) => {
    listen((value) => {
      resolve(value);
      box.hide();
    });
    box.onDidHide(() => {
      resolve(undefined);
      box.dispose();
    });
    box.show();
  });
}
