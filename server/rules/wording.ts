/** Note text in messages and titles: in quotation marks, in one line, and short. */
import { quoted, short } from '../model/wording.ts';
import type { Block } from '../notation/blocks.ts';
import type { Person } from '../notation/header.ts';

export { fileName, quoted, short } from '../model/wording.ts';

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
