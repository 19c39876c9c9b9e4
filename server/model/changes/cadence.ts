/** Writing a cadence in words, and what it says of its beginning and its end into fields of their own. */
import { fieldOf } from '../../notation/blocks.ts';
import { formatCadence } from '../../notation/cadence/format.ts';
import type { ReadCadence } from '../../notation/cadence/read.ts';
import { type Day, formatDay } from '../../notation/dates.ts';
import type { Task } from '../../notation/document.ts';
import { setField, valueRange } from '../../notation/write.ts';
import type { FileEdit, TextEdit } from '../../text.ts';
import { readingOf, recordOfEntries } from '../record.ts';
import { lastDay } from '../schedule/schedule.ts';
import type { Folder } from '../workspace.ts';

export interface Rewriting {
  /** What the cadence becomes. */
  readonly phrase: string;
  readonly edit: FileEdit;
}

/** A cadence in another notation, or one that says when it begins or ends; `undefined` for others, and for what is not understood. */
export function inWords(task: Task, folder: Folder, today: Day | undefined): Rewriting | undefined {
  const reading = readingOf(task, folder);
  if (!reading?.ok || reading.ambiguity) return undefined;
  const phrase = formatCadence(reading.cadence);
  const { starts, ends } = reading.bounds;
  const rewriting = rewritten(task, reading, phrase, folder, today);
  return reading.form !== 'words' || starts || ends || (reading.bounds.times && rewriting.phrase === phrase) ? rewriting : undefined;
}

/** Writes a cadence as a phrase. Its bounds go into Starts and Ends; where these are there, they count already. */
export function rewritten(task: Task, { cadence, bounds }: ReadCadence, phrase: string, folder: Folder, today: Day | undefined): Rewriting {
  const { block } = task;
  const hasEnds = fieldOf(block, 'Ends') !== undefined;
  const last = bounds.times && !hasEnds && cadence.kind !== 'completion' ? lastDue(task, folder, today) : undefined;
  // Where nobody can tell yet when the last time is, the number stays.
  const kept = bounds.times && last === undefined ? `${phrase} for ${bounds.times.value} times` : phrase;
  const edits: TextEdit[] = [{ range: valueRange(task, fieldOf(block, 'Cadence')!), newText: kept }];
  if (bounds.starts && !fieldOf(block, 'Starts')) edits.push(setField(task, 'Starts', formatDay(bounds.starts.value)));
  const end = last ?? bounds.ends?.value;
  if (end !== undefined && !hasEnds) edits.push(setField(task, 'Ends', formatDay(end)));
  return { phrase: kept, edit: { uri: task.document.uri, edits } };
}

/** The last day that can be due. */
function lastDue(task: Task, folder: Folder, today: Day | undefined): Day | undefined {
  const last = recordOfEntries(task, folder, today).history.schedule?.last ?? lastDay;
  return last < lastDay ? last : undefined;
}
