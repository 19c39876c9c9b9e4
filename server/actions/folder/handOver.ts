import { handOver as handOverOne, handOverAll, possessionsOf } from '../../model/changes/handOver.ts';
import { hasLeft, isKnown } from '../../model/roster.ts';
import { isRunning } from '../../model/running.ts';
import { foldTitle } from '../../model/titles.ts';
import { formatDay } from '../../notation/dates.ts';
import type { Task } from '../../notation/document.ts';
import type { OptionChoice } from '../../protocol.ts';
import { counted, fileName, joined, quoted, short } from '../../rules/wording.ts';
import { Refusal } from '../action.ts';
import { asRead } from '../reading.ts';
import { folderAction, type FolderPlace } from './folderAction.ts';
import { leastLoaded } from './people.ts';

export const handOver = folderAction({
  title: 'Hand Over All Functions',
  /** `tasks`: their titles, one a line; all of them, where nothing is said. */
  options: { from: 'person', to: 'person', tasks: 'text' },
  needs: { from: 'Say whose functions go over, as in @maria.', to: 'Say who takes them on, as in @jon.' },
  choices: {
    from: owners,
    to: (context, { from }) => leastLoaded(context, from ?? undefined),
    tasks: (context, { from }) => tasksOf(context, from ?? ''),
  },
  result(context, { from, to, tasks }) {
    const { folder, today } = context;
    if (from === to) throw new Refusal(`@${short(to)} has them already. Choose somebody else.`);
    const member = folder.roster.people.get(to);
    if (!isKnown(folder.roster, to)) throw new Refusal(`@${short(to)} is not in the team. Add them under “team” first, or correct the handle.`);
    if (member && hasLeft(member, today)) throw new Refusal(`@${short(to)} was here until ${formatDay(member.until!)} and cannot take anything on.`);
    const { owned, backedUp } = possessionsOf(from, context);
    const chosen = tasks && new Set(tasks.split('\n').map(foldTitle));
    const isChosen = ({ block: { title } }: Task): boolean => !chosen || chosen.has(foldTitle(title));
    const possessions = { owned: owned.filter(isChosen), backedUp: backedUp.filter(isChosen) };
    for (const task of possessions.owned) asRead(task, handOverOne(task, to, context), 1, ({ owner }) => owner?.handle === to);
    const twin = tasks && unclear([...possessions.owned, ...possessions.backedUp], tasks.split('\n'));
    if (twin) throw new Refusal(`Several tasks of @${short(from)}’s are called ${quoted(twin.block.title)}, and nobody can tell which of them is meant. Choose all of them, or give each a title of its own first.`);
    const edits = handOverAll(possessions, to, context);
    if (edits.length === 0) throw new Refusal(`@${short(from)} owns nothing ${chosen ? 'of that title' : 'that goes on'}, so there is nothing to hand over.`);
    // Who has chosen the tasks has looked them over.
    return {
      change: { edits, ...(!chosen && { preview: `Hand over from @${short(from)} to @${short(to)}` }) },
      told: `@${short(to)} has ${counted(possessions.owned.length + possessions.backedUp.length, 'task')} of @${short(from)}’s now, in ${counted(edits.length, 'note')}.`,
    };
  },
});

/** A task whose title more tasks have than were named by it. */
function unclear(chosen: readonly Task[], titles: readonly string[]): Task | undefined {
  const left = titles.map(foldTitle);
  return chosen.find(({ block: { title } }) => {
    const at = left.indexOf(foldTitle(title));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** What would go over: what is owned, then what is only backed up. */
function tasksOf(context: FolderPlace, from: string): OptionChoice[] {
  const { owned, backedUp } = possessionsOf(from, context);
  const choice = ({ block: { title }, document }: Task, ...more: readonly string[]): OptionChoice => ({
    value: title, label: title, description: joined([...more, fileName(document.uri, context.folder)]),
  });
  return [...owned.map((task) => choice(task)), ...backedUp.map((task) => choice(task, 'as the backup'))];
}

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
      return { value: `@${handle}`, label: `@${short(handle)}`, description: joined([person?.name, person?.role, gone].map((part) => part && short(part))), detail: `owns ${count}` };
    });
}
