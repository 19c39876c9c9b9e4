/** Which actions an editor offers at a place: those for the task there; outside of tasks, those for one of the note's. */
import { actions } from '../actions/index.ts';
import type { NoteContext } from '../context.ts';
import { taskAt, tasksOf } from '../notation/document.ts';
import { type ActionName, actionNames } from '../protocol.ts';

export function applicableAt(line: number, context: NoteContext): ActionName[] {
  const there = taskAt(context.document, line);
  const tasks = there ? [there] : tasksOf(context.document);
  return actionNames.filter((name) => tasks.some((task) => actions[name].appliesTo(task, context)));
}
