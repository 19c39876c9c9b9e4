/** How things are called. */
import type { Roster } from '../../model/roster.ts';
import type { Task } from '../../notation/document.ts';
import { clipped } from './content.ts';

/** A person by name, where the team has one for the handle. */
export function nameOf(handle: string, { people }: Roster): string {
  const name = people.get(handle)?.name;
  return clipped(name === undefined || name === '' ? `@${handle}` : name, 60);
}

export const titleOf = ({ block }: Task): string => (block.title === '' ? 'Untitled' : clipped(block.title));

/** With a capital letter, for the beginning of a line. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
