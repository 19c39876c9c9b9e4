/** Lists of tasks and entries, to be looked through and jumped to. */
import { unlessRefused } from '../actions/action.ts';
import { taskOf } from '../actions/place.ts';
import type { Editor, NoteContext } from '../context.ts';
import type { ChangeContext } from '../model/changes/closes.ts';
import type { List, TaskPlace } from '../protocol.ts';
import { dueItems } from './lists/due.ts';
import { historyList } from './lists/history.ts';
import { taskItems } from './lists/tasks.ts';

type Spelled = Editor['spelled'];

/** All tasks of the workspace, or what is due of them in a week. */
export function listOf(list: 'tasks' | 'due', folders: Iterable<ChangeContext>, spelled: Spelled): List {
  return { items: [...(list === 'tasks' ? taskItems : dueItems)(folders, spelled)] };
}

/** The history of the task at a place; without items, where there is no task. */
export function historyAt(place: TaskPlace, context: NoteContext): List {
  return unlessRefused(() => historyList(taskOf(context.document, place), context, context.spelled), () => ({ items: [] }));
}
