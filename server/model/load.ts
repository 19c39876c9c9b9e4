/** How much each person carries. */
import type { Day } from '../notation/dates.ts';
import { hasLeft, type Member } from './roster.ts';
import type { Folder } from './workspace.ts';

/** The people who are there, those with the fewest functions first, then by handle. */
export function peopleByLoad(folder: Folder, today: Day | undefined): Member[] {
  const owned = new Map<string, number>();
  for (const { block } of folder.tasks()) {
    if (block.kind === 'recurring' && block.owner) owned.set(block.owner.handle, (owned.get(block.owner.handle) ?? 0) + 1);
  }
  return [...folder.roster.people.values()]
    .filter((person) => today === undefined || !hasLeft(person, today))
    .sort((a, b) => (owned.get(a.handle) ?? 0) - (owned.get(b.handle) ?? 0) || (a.handle < b.handle ? -1 : 1));
}
