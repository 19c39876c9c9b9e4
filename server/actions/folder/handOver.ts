import { handOverAll, possessionsOf } from '../../model/changes/handOver.ts';
import { hasLeft, isKnown } from '../../model/roster.ts';
import { isRunning } from '../../model/running.ts';
import { formatDay } from '../../notation/dates.ts';
import type { OptionChoice } from '../../protocol.ts';
import { short } from '../../rules/wording.ts';
import { Refusal } from '../action.ts';
import { folderAction, type FolderPlace } from './folderAction.ts';
import { leastLoaded, named } from './people.ts';

export const handOver = folderAction({
  title: 'Hand Over All Functions',
  options: { from: 'person', to: 'person' },
  choices: {
    from: owners,
    to: (context, { from }) => leastLoaded(context, from ?? undefined),
  },
  result(context, { from, to }) {
    const { folder, today } = context;
    const person = from === null || from === undefined ? undefined : from;
    if (person === undefined || to === null || to === undefined) throw new Refusal('Say whose functions go to whom: “from” and “to” are two people, as in @maria and @jon.');
    if (person === to) throw new Refusal(`@${short(to)} has them already. Choose somebody else.`);
    const member = folder.roster.people.get(to);
    if (!isKnown(folder.roster, to)) throw new Refusal(`@${short(to)} is not in the team. Add them under “team” first, or correct the handle.`);
    if (member && hasLeft(member, today)) throw new Refusal(`@${short(to)} was here until ${formatDay(member.until!)} and cannot take anything on.`);
    const possessions = possessionsOf(person, context);
    const count = possessions.owned.length + possessions.backedUp.length;
    if (count === 0) throw new Refusal(`@${short(person)} owns nothing that goes on, so there is nothing to hand over.`);
    return { change: { edits: handOverAll(possessions, to, context), preview: `Hand over from @${short(person)} to @${short(to)}` } };
  },
});

/** Those who own something: who has left first, then who has most. */
function owners({ folder, today }: FolderPlace): OptionChoice[] {
  const counts = new Map<string, number>();
  for (const task of folder.tasks()) {
    const handle = task.block.owner?.handle;
    if (handle !== undefined && isRunning(task, today)) counts.set(handle, (counts.get(handle) ?? 0) + 1);
  }
  const left = (handle: string): number => {
    const person = folder.roster.people.get(handle);
    return person && hasLeft(person, today) ? 1 : 0;
  };
  return [...counts]
    .sort(([a, one], [b, other]) => left(b) - left(a) || other - one || (a < b ? -1 : 1))
    .map(([handle, count]) => {
      const person = folder.roster.people.get(handle);
      const gone = left(handle) ? `was here until ${formatDay(person!.until!)}` : undefined;
      return { value: handle, ...named(handle, person, gone, `owns ${count}`) };
    });
}
