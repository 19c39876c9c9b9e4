/** What an editor asks before it has an action done: which tasks there are for it, and whether an answer can be read. */
import { optionProblem, unlessRefused } from '../actions/action.ts';
import { folderActions } from '../actions/folder/index.ts';
import { actions } from '../actions/index.ts';
import { actionContext, taskOf } from '../actions/place.ts';
import type { NoteContext } from '../context.ts';
import type { ChangeContext } from '../model/changes/closes.ts';
import { type Task, tasksOf } from '../notation/document.ts';
import type { ActionName, OptionProblemParams, TaskChoice, TaskChoices, TaskPlace } from '../protocol.ts';

type Spelled = NoteContext['spelled'];

/** All tasks of a workspace that an action can be done to, in the order of their notes' names, whichever was opened first. */
export function taskChoices(name: ActionName, folders: Iterable<ChangeContext>, spelled: Spelled): TaskChoices {
  const { appliesTo, title, subject } = actions[name];
  const tasks: TaskChoice[] = [];
  for (const context of folders) {
    for (const task of context.folder.notes().flatMap(tasksOf)) {
      if (appliesTo(task, context)) tasks.push({ ...named(task, spelled), proposals: {}, choices: {} });
    }
  }
  return { tasks, title, subject };
}

/** The task at a place with what is to be asked, if the action can be done to it. */
export function taskChoiceAt(name: ActionName, place: TaskPlace, note: NoteContext | undefined): TaskChoices {
  const { appliesTo, proposals, choices, title, subject } = actions[name];
  const none: TaskChoices = { tasks: [], title, subject };
  if (!note) return none;
  return unlessRefused(() => {
    const task = taskOf(note.document, place);
    const context = actionContext(note, task, place);
    if (!appliesTo(task, context)) return none;
    return { ...none, tasks: [{ ...named(task, note.spelled), proposals: proposals?.(task, context) ?? {}, choices: choices?.(task, context) ?? {} }] };
  }, () => none);
}

function named({ block: { title, owner }, document, firstLine }: Task, spelled: Spelled): Omit<TaskChoice, 'proposals' | 'choices'> {
  return { uri: spelled(document.uri), line: firstLine, title, ...(owner && { owner: owner.handle }) };
}

/** What is wrong with an option as it is typed; `null` when nothing is. */
export const optionProblemOf = ({ action, option, text }: OptionProblemParams): string | null => optionProblem({ ...actions, ...folderActions }[action], option, text) ?? null;
