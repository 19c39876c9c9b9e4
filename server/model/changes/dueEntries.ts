/** The entries that answer a function which is due: it is done, it is skipped, it is paused. */
import { type Day, formatDay } from '../../notation/dates.ts';
import type { Task } from '../../notation/document.ts';
import { addEntry } from '../../notation/write.ts';
import type { Change } from '../../text.ts';

const withEntry = (task: Task, entry: string): Change => ({ edits: [{ uri: task.document.uri, edits: [addEntry(task, entry)] }] });

const words = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(' ');

const forDay = (day: Day | undefined): string | undefined => (day === undefined ? undefined : `for ${formatDay(day)}`);

/** Logs a run, by somebody where that is known; `due` names the occurrence where the day alone does not. */
export const logDone = (task: Task, day: Day, who: string | undefined, due?: Day): Change =>
  withEntry(task, words(formatDay(day), who === undefined ? 'done' : `@${who}`, forDay(due)));

export const skip = (task: Task, day: Day, due?: Day): Change => withEntry(task, words(formatDay(day), 'skipped', forDay(due)));

/** Pauses a function until it is resumed, or done again. */
export const pause = (task: Task, day: Day): Change => withEntry(task, words(formatDay(day), 'paused'));
