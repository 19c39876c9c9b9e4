/** What somebody with too much to do can hand over to backups who know the work and have time for it. */
import type { Day } from '../notation/dates.ts';
import type { Minutes } from '../notation/durations.ts';
import type { Demand } from './demand.ts';
import type { Share } from './parts.ts';
import { isThere } from './roster.ts';
import { heaviestFirst, ifSwapped, type Workload } from './workload.ts';
import type { Folder } from './workspace.ts';

/** Ways to get within the hours, least first: each function that is enough by itself, else the fewest that are enough together. */
export function reliefsOf(workload: Workload, folder: Folder, today: Day): Demand[][] {
  const over = workload.needed - workload.had!;
  const taken = new Map<string, Minutes>();
  const together: Demand[] = [];
  const alone: Demand[] = [];
  let relieved = 0;
  for (const { demand } of heaviestFirst(workload).filter((share) => isMovable(share, folder, today))) {
    const change = ifSwapped(demand, folder);
    if (change.owner >= 0 || !hasRoom(demand.backup!, change.backup, folder, today)) continue;
    if (-change.owner >= over) alone.unshift(demand);
    const more = (taken.get(demand.backup!) ?? 0) + change.backup;
    if (relieved >= over || !hasRoom(demand.backup!, more, folder, today)) continue;
    taken.set(demand.backup!, more);
    together.push(demand);
    relieved -= change.owner;
  }
  if (alone.length > 0) return alone.map((demand) => [demand]);
  return relieved >= over && together.length > 0 ? [together] : [];
}

function isMovable({ demand: { task, backup }, isStandIn }: Share, { roster }: Folder, today: Day): boolean {
  const member = backup === undefined ? undefined : roster.people.get(backup);
  return !isStandIn && task.block.kind === 'recurring' && member !== undefined && isThere(member, today);
}

function hasRoom(handle: string, more: Minutes, folder: Folder, today: Day): boolean {
  const { needed, had } = folder.workloads(today).of(handle)!;
  return had === undefined || needed + more <= had;
}
