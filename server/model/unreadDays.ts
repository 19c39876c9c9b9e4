/** Days of a function that could not be read, so that nobody can tell whether it is due. */
import type { Block } from '../notation/blocks.ts';
import type { FieldName } from '../notation/keys.ts';

const timing: ReadonlySet<FieldName | undefined> = new Set<FieldName>(['Starts', 'Ends', 'Paused']);

/** Whether a day was written that is none: of a run, of a pause, of the beginning or the end. */
export function hasUnreadDays({ entries, fields, problems }: Block): boolean {
  if (entries.some(({ date }) => date === undefined)) return true;
  const isOfTiming = (line: number): boolean => fields.some((field) => timing.has(field.key) && field.line <= line && line < field.endLine);
  return problems.some(({ code, at }) => code === 'invalid-date' && isOfTiming(at.line));
}
