/** All tasks: the functions, the jobs that are still to be done, and what is over, each with who has it and how it stands. */
import type { Editor } from '../../context.ts';
import type { ChangeContext } from '../../model/changes/closes.ts';
import { hasOwner, hasProcess } from '../../model/coverage.ts';
import { recordOf } from '../../model/record.ts';
import { isRunning } from '../../model/running.ts';
import { jobOf } from '../../model/stages.ts';
import { jobStanding, type Standing, standingOf, whenDue } from '../../model/standing.ts';
import type { Day } from '../../notation/dates.ts';
import { type Task, tasksOf } from '../../notation/document.ts';
import type { ListItem } from '../../protocol.ts';
import { taskItem, type Told } from './item.ts';

const groups = ['Functions', 'One-offs', 'Over'] as const;

export function taskItems(folders: Iterable<ChangeContext>, spelled: Editor['spelled']): ListItem[] {
  const items: ListItem[] = [];
  for (const context of folders) {
    for (const task of context.folder.notes().flatMap(tasksOf)) items.push(taskItem(task, context, spelled, told(task, context)));
  }
  return groups.flatMap((group) => items.filter((item) => item.group === group));
}

function told(task: Task, context: ChangeContext): Told {
  const { block } = task;
  const { today } = context;
  if (!isRunning(task, today)) return { group: 'Over', health: 'over', words: [who(task), block.kind === 'recurring' ? 'ended' : jobOf(block).stage] };
  const isFunction = block.kind === 'recurring';
  const standing = isFunction ? standingOf(recordOf(task, context.folder, today), today) : jobStanding(block, today);
  const lacks = isFunction ? lacking(task, context) : [];
  return {
    group: isFunction ? 'Functions' : 'One-offs',
    health: healthOf(standing, lacks.length > 0, today),
    words: [who(task), isFunction ? undefined : jobOf(block).stage, standing && whenDue(standing, isFunction ? 'next' : 'due', today), ...lacks],
  };
}

function who({ block }: Task): string | undefined {
  const person = block.owner ?? (block.kind === 'one-off' ? jobOf(block).awarded?.who : undefined);
  return person && `@${person.handle}`;
}

/** What a function has to have, so that it can be relied upon. */
function lacking(task: Task, { folder, today }: ChangeContext): string[] {
  const { owner, cadence } = task.block;
  return [
    ...(hasOwner(task, folder.roster, today) ? [] : [owner ? 'its owner has left' : 'no owner']),
    ...(cadence ? [] : ['no cadence']),
    ...(hasProcess(task, folder) ? [] : ['no process']),
  ];
}

function healthOf(standing: Standing | undefined, isLacking: boolean, today: Day): Told['health'] {
  if (standing?.is === 'overdue') return 'overdue';
  if (isLacking) return 'lacking';
  if (standing?.is === 'due' && standing.on === today) return 'today';
  return standing?.is === 'paused' || standing?.is === 'ended' ? 'resting' : 'fine';
}
