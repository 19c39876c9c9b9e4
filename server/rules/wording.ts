/** Note text in messages and titles: in quotation marks, in one line, and short. */
import type { Day } from '../notation/dates.ts';
import { counted, quoted, short } from '../model/wording.ts';
import type { Block } from '../notation/blocks.ts';
import type { Person } from '../notation/header.ts';

export { counted, fileName, joined, quoted, short } from '../model/wording.ts';

/** How a message calls a task; half-typed ones have no title yet. */
export function called({ title, kind }: Block): string {
  return title === '' ? (kind === 'recurring' ? 'This function' : 'This job') : quoted(title);
}

/** The same within a sentence. */
export const calledWithin = (block: Block): string => called(block).replace(/^This/, 'this');

/** @maria (Maria Silva) */
export function personLabel({ handle, name }: Person): string {
  return `@${short(handle)}${name ? ` (${short(name)})` : ''}`;
}

/** How often and how far apart, from the days of something, oldest first: "3 times in 7 months, about every 10 weeks". */
export function howOften(days: readonly (Day | undefined)[]): string {
  const times = days.length === 2 ? 'twice' : `${days.length} times`;
  const known = days.filter((day) => day !== undefined);
  const span = known.length < days.length ? 0 : known.at(-1)! - known[0]!;
  if (span === 0) return times;
  if (days.length === 2) return `${times}, ${roughly(span)} apart`;
  const gap = roughly(Math.max(1, Math.round(span / (days.length - 1))));
  return `${times} in ${roughly(span)}, about every ${gap.replace(/^1 /, '')}`;
}

/** Days in the unit that they are best told in. */
function roughly(days: number): string {
  const [size, unit] = days < 14 ? [1, 'day'] : days < 120 ? [7, 'week'] : days < 730 ? [30.44, 'month'] : [365.25, 'year'];
  const count = Math.round(days / size);
  return counted(count, unit);
}
