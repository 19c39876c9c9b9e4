/** The entries that answer a function which is due: it is done, it is skipped. */
import type { Day } from '../../notation/dates.ts';
import type { Task } from '../../notation/document.ts';
import type { Change } from '../../text.ts';
import { withEntry } from './withEntry.ts';

/** Logs a run, by somebody where that is known; `due` names the occurrence where the day alone does not. */
export const logDone = (task: Task, day: Day, who: string | undefined, due?: Day): Change =>
  ({ edits: [withEntry(task, { date: day, who, verb: who === undefined ? 'done' : undefined, forDate: due })] });

export const skip = (task: Task, day: Day, due?: Day): Change => ({ edits: [withEntry(task, { date: day, verb: 'skipped', forDate: due })] });
