/** Which task is meant by a place that an editor names. */
import { type Document, type Task, taskAt, tasksOf } from '../notation/document.ts';
import type { TaskPlace } from '../protocol.ts';
import { short } from '../rules/wording.ts';
import type { ChangeContext } from '../model/changes/closes.ts';
import { type ActionContext, Refusal } from './action.ts';

/** The task at the line; where that is another by now, the nearest one of the title. Throws a `Refusal` where there is none. */
export function taskOf(document: Document, { line, title }: Pick<TaskPlace, 'line' | 'title'>): Task {
  const there = Number.isInteger(line) ? taskAt(document, line) : undefined;
  if (title === undefined || there?.block.title === title) {
    if (there) return there;
    throw new Refusal('There is no task at this place: put the cursor into one, below its heading.');
  }
  const far = ({ firstLine }: Task): number => Math.abs(firstLine - line);
  const [nearest] = tasksOf(document).filter(({ block }) => block.title === title).sort((a, b) => far(a) - far(b));
  if (!nearest) throw new Refusal(`“${short(String(title))}” is no longer in the note.`);
  return nearest;
}

/** What an action goes by that is done to the task of a place. */
export function actionContext({ folder, today }: ChangeContext, task: Task, { line, title }: Pick<TaskPlace, 'line' | 'title'>): ActionContext {
  return { folder, today, line: title === undefined ? line - task.firstLine : undefined };
}
