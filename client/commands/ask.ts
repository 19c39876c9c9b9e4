/** The questions of each action, one after the other: a box to type in, or a list to pick from. */
import * as vscode from 'vscode';
import type { ActionName, Choice, TaskChoice } from '../../server/protocol.ts';
import { plainItem } from './labels.ts';

interface Question {
  /** The option that the answer is for. Where the server gives choices for it, one of them is picked. */
  readonly option: string;
  readonly prompt: string;
  /** What may be typed where there are no choices; without it nothing is asked then, and what is proposed is taken. */
  readonly example?: string;
  /** It is asked only where the server proposes an answer, be it an empty one. */
  readonly ifProposed?: true;
}

const questions: Readonly<Record<ActionName, readonly Question[]>> = {
  logCompletion: [
    { option: 'for', prompt: 'Several days are open. Which one was it done for?' },
    { option: 'duration', prompt: 'How long did it take? Leave it empty if you do not know.', example: '1h 30m' },
    { option: 'explained', prompt: 'How long did you explain it? Leave it empty if you did not have to.', example: '15m', ifProposed: true },
  ],
  skipOccurrence: [{ option: 'note', prompt: 'Why is it skipped? It may stay empty.', example: 'Closed for the trade fair.' }],
  pause: [
    { option: 'until', prompt: 'What is the last day of the pause? Leave it empty to pause until it is resumed.', example: '2026-12-31', ifProposed: true },
    { option: 'note', prompt: 'Why is it paused? It may stay empty.', example: 'The shop is closed for the winter.' },
  ],
  resume: [],
  addFeedback: [
    { option: 'entry', prompt: 'On which entry?' },
    { option: 'kind', prompt: 'Was it liked or disliked?' },
    { option: 'text', prompt: 'What was it?', example: 'All of them went out on the same day.' },
  ],
  recordAward: [
    { option: 'who', prompt: 'Who gets the job?', example: '@lin' },
    { option: 'price', prompt: 'For how much? It may stay empty.', example: '280 EUR' },
  ],
  markDelivered: [],
  addReview: [
    { option: 'rating', prompt: 'How good was it?' },
    { option: 'note', prompt: 'What was good, and what should be different next time? It may stay empty.', example: 'Soft shadows this time.' },
  ],
  archiveEntries: [{ option: 'before', prompt: 'Entries before which day are moved?', example: '2026-01-01' }],
  assignOwner: [{ option: 'who', prompt: 'Who is to own it?', example: '@maria' }],
  convertToRecurring: [],
  createProcess: [],
  draftProcess: [],
  markReviewed: [],
  copyJobPost: [],
};

type ProblemOf = (option: string, text: string) => Promise<string | null>;

/** The answers by option; `undefined` when somebody has thought better of it. */
export async function ask(action: ActionName, task: TaskChoice, problemOf: ProblemOf): Promise<Record<string, string> | undefined> {
  const answers: Record<string, string> = {};
  let { proposals } = task;
  for (const { option, prompt, example, ifProposed } of questions[action]) {
    const choices = task.choices[option] ?? [];
    const proposed = proposals[option];
    if (choices.length > 0) {
      const picked = await pick(task.title, prompt, choices);
      if (!picked) return undefined;
      answers[option] = picked.value;
      proposals = { ...proposals, ...picked.proposals };
    } else if (example !== undefined && (proposed !== undefined || !ifProposed)) {
      const typed = await vscode.window.showInputBox({
        title: task.title,
        prompt,
        value: proposed ?? '',
        placeHolder: example,
        validateInput: (text) => problemOf(option, text),
      });
      if (typed === undefined) return undefined;
      answers[option] = typed;
    } else if (proposed !== undefined && example === undefined) {
      answers[option] = proposed;
    }
  }
  return answers;
}

async function pick(title: string, placeHolder: string, choices: readonly Choice[]): Promise<Choice | undefined> {
  const items = choices.map((choice) => ({ choice, ...plainItem(choice) }));
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder, matchOnDescription: true, matchOnDetail: true });
  return picked?.choice;
}
