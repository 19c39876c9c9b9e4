/** The entries that answer a function which is due: it is done, it is skipped, it is paused. */
import type { Day } from '../../notation/dates.ts';
import type { Task } from '../../notation/document.ts';
import { entryText, type NewEntry } from '../../notation/entryText.ts';
import { addEntry } from '../../notation/write.ts';
import type { Change } from '../../text.ts';

const withEntry = (task: Task, entry: NewEntry): Change => ({ edits: [{ uri: task.document.uri, edits: [addEntry(task, entryText(entry))] }] });

/** Logs a run, by somebody where that is known; `due` names the occurrence where the day alone does not. */
export const logDone = (task: Task, day: Day, who: string | undefined, due?: Day): Change =>
  withEntry(task, { date: day, who, verb: who === undefined ? 'done' : undefined, forDate: due });

export const skip = (task: Task, day: Day, due?: Day): Change => withEntry(task, { date: day, verb: 'skipped', forDate: due });

/** Pauses a function until it is resumed, or done again. */
export const pause = (task: Task, day: Day): Change => withEntry(task, { date: day, verb: 'paused' });
