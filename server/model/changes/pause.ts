/**
 * Pausing a function and resuming it. An entry says so on its day. How long it is to last can only be said by the field, which
 * ends the pause that the entry began; and a pause that a field tells of is over when the field says so, too.
 */
import { fieldOf } from '../../notation/blocks.ts';
import { type Day, formatDay } from '../../notation/dates.ts';
import type { Task } from '../../notation/document.ts';
import { isPlaceholder } from '../../notation/fields.ts';
import { linesOfField, removeEntry, setField } from '../../notation/write.ts';
import type { FileEdit, TextEdit } from '../../text.ts';
import { withEntry } from './withEntry.ts';

interface Words {
  readonly who?: string | undefined;
  /** Why. */
  readonly note?: string | undefined;
}

export interface Pause extends Words {
  /** Its last day; where it is not given, until the function is resumed or done again. Only where `canSayUntil`. */
  readonly until?: Day | undefined;
}

/** Whether the field is free to say how long a pause lasts: there is one of it, and what it told of before would be lost. */
export function canSayUntil({ block }: Task): boolean {
  const field = fieldOf(block, 'Paused');
  return !field || isPlaceholder(field.value) || /^no$/i.test(field.value);
}

export function pauseFunction(task: Task, day: Day, { until, ...words }: Pause = {}): FileEdit {
  const { uri, edits } = withEntry(task, { date: day, verb: 'paused', ...words });
  // What comes first in the note has to come first here, as both may go to the end of a short block.
  return until === undefined ? { uri, edits } : { uri, edits: [setField(task, 'Paused', `${formatDay(day)} to ${formatDay(until)}`), ...edits] };
}

export function resumeFunction(task: Task, day: Day, words: Words = {}): FileEdit {
  const { uri, edits } = withEntry(task, { date: day, verb: 'resumed', ...words });
  return { uri, edits: [...endOfField(task, day), ...edits] };
}

/** Lets the field end the day before; one that has only begun on this day goes. */
function endOfField(task: Task, day: Day): TextEdit[] {
  const pause = task.block.paused?.value;
  const { from = -Infinity, until = Infinity } = pause ?? {};
  if (!pause || day < from || until < day) return [];
  if (from === day) return [removeEntry(task, linesOfField(task, fieldOf(task.block, 'Paused')!))];
  const last = formatDay(day - 1);
  return [setField(task, 'Paused', pause.from === undefined ? `until ${last}` : `${formatDay(pause.from)} to ${last}`)];
}
