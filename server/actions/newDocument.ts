/** What the actions share that make the process document of a task. */
import { newProcess, type NewProcess } from '../model/changes/process.ts';
import type { ChangeContext } from '../model/changes/closes.ts';
import { mayBePlace, newProcessUri, ownProcessOf } from '../model/processes.ts';
import { fieldOf } from '../notation/blocks.ts';
import type { Task } from '../notation/document.ts';
import { quoted } from '../rules/wording.ts';
import { Refusal } from './action.ts';

/** Where the document would be; `undefined` for a task that has a process. */
export const newDocumentUri = (task: Task, { folder }: ChangeContext): string | undefined =>
  ownProcessOf(task, folder).kind === 'none' ? newProcessUri(task, folder) : undefined;

/** What may be a place, and a file of another kind, is not written over. */
export function newDocument(task: Task, { folder }: ChangeContext): NewProcess {
  if (mayBePlace(task)) {
    throw new Refusal(`Process says ${quoted(fieldOf(task.block, 'Process')!.value)}, which may be a place. Make it a link, [Title](file.md), or take it out.`);
  }
  const made = newProcess(task, folder);
  if (!made) throw new Refusal('The document cannot be made: where it would be there is a folder, or a file that cannot be read.');
  return made;
}
