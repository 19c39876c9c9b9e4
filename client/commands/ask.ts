/** The questions of each action, one box after the other. */
import * as vscode from 'vscode';
import type { ActionName, TaskChoice } from '../../server/protocol.ts';

interface Question {
  /** The option that the answer is for. */
  readonly option: string;
  readonly prompt: string;
  readonly example: string;
}

const questions: Readonly<Record<ActionName, readonly Question[]>> = {
  logCompletion: [{ option: 'duration', prompt: 'How long did it take? Leave it empty if you do not know.', example: '1h 30m' }],
  skipOccurrence: [{ option: 'note', prompt: 'Why is it skipped? It may stay empty.', example: 'Closed for the trade fair.' }],
  convertToRecurring: [],
  createProcess: [],
  draftProcess: [],
  markReviewed: [],
  copyJobPost: [],
};

/** The answers by option; `undefined` when somebody has thought better of it. */
export async function ask(
  action: ActionName,
  { title, proposals }: TaskChoice,
  problemOf: (option: string, text: string) => Promise<string | null>,
): Promise<Record<string, string> | undefined> {
  const answers: Record<string, string> = {};
  for (const { option, prompt, example } of questions[action]) {
    const answer = await vscode.window.showInputBox({
      title,
      prompt,
      value: proposals[option] ?? '',
      placeHolder: example,
      validateInput: (text) => problemOf(option, text),
    });
    if (answer === undefined) return undefined;
    answers[option] = answer;
  }
  return answers;
}
