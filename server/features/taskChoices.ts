/** What an editor asks before it has an action done: which tasks there are for it, and whether an answer can be read. */
import { optionProblem, Refusal } from '../actions/action.ts';
import { folderActions } from '../actions/folder/index.ts';
import { actions } from '../actions/index.ts';
import { taskOf } from '../actions/place.ts';
import type { NoteContext } from '../context.ts';
import type { ChangeContext } from '../model/changes/closes.ts';
import type { Task } from '../notation/document.ts';
import type { ActionName, OptionProblemParams, TaskChoice, TaskPlace } from '../protocol.ts';

type Spelled = NoteContext['spelled'];

/** All tasks of a workspace that an action can be done to. */
export function taskChoices(name: ActionName, folders: Iterable<ChangeContext>, spelled: Spelled): TaskChoice[] {
  const choices: TaskChoice[] = [];
  for (const context of folders) for (const task of context.folder.tasks()) choices.push(...choiceOf(name, task, context, spelled));
  return choices;
}

/** The task at a place, if the action can be done to it. */
export function taskChoiceAt(name: ActionName, place: TaskPlace, context: NoteContext): TaskChoice[] {
  try {
    return choiceOf(name, taskOf(context.document, place), context, context.spelled);
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}

function choiceOf(name: ActionName, task: Task, context: ChangeContext, spelled: Spelled): TaskChoice[] {
  const { appliesTo, proposals } = actions[name];
  if (!appliesTo(task, context)) return [];
  const { block: { title, owner }, document, firstLine } = task;
  return [{ uri: spelled(document.uri), line: firstLine, title, ...(owner && { owner: owner.handle }), proposals: proposals?.(task, context) ?? {} }];
}

/** What is wrong with an option as it is typed; `null` when nothing is. */
export const optionProblemOf = ({ action, option, text }: OptionProblemParams): string | null => optionProblem({ ...actions, ...folderActions }[action], option, text) ?? null;
