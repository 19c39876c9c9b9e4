/** How much each person carries. */
import type { Day } from '../notation/dates.ts';
import { isThere, type Member } from './roster.ts';
import type { Folder } from './workspace.ts';

/** People who are proposed; nobody reads a longer menu. */
const most = 25;

/**
 * The people who are there, without those named, likeliest to take something on first: those with the fewest functions, then by handle.
 * Contractors come after the team, as a function wants somebody who works along regularly, and whoever delegates comes last.
 */
export function peopleByLoad(folder: Folder, today: Day | undefined, ...without: readonly (string | undefined)[]): Member[] {
  const { people, delegator } = folder.roster;
  const owned = new Map<string, number>();
  for (const summary of folder.summary()) {
    for (const [handle, count] of summary.owned) owned.set(handle, (owned.get(handle) ?? 0) + count);
  }
  const rank = ({ handle, time }: Member): number => (handle === delegator?.value ? 2 : time === 'contract' ? 1 : 0);
  const load = ({ handle }: Member): number => owned.get(handle) ?? 0;
  return [...people.values()]
    .filter((person) => !without.includes(person.handle) && (today === undefined || isThere(person, today)))
    .sort((a, b) => rank(a) - rank(b) || load(a) - load(b) || (a.handle < b.handle ? -1 : 1))
    .slice(0, most);
}
