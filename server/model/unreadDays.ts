/** Days of a function that could not be read, so that nobody can tell whether it is due. */
import type { Task } from '../notation/document.ts';
import type { FieldName } from '../notation/keys.ts';
import { entriesOf } from './archives.ts';
import type { Folder } from './workspace.ts';

const timing: ReadonlySet<FieldName | undefined> = new Set<FieldName>(['Starts', 'Ends', 'Paused']);

/** Whether a day was written that is none: of a run, of a pause, of the beginning or the end. */
export function hasUnreadDays(task: Task, folder: Folder): boolean {
  const { fields, problems } = task.block;
  if (entriesOf(task, folder).some(({ date }) => date === undefined)) return true;
  const isOfTiming = (line: number): boolean => fields.some((field) => timing.has(field.key) && field.line <= line && line < field.endLine);
  return problems.some(({ code, at }) => code === 'invalid-date' && isOfTiming(at.line));
}
