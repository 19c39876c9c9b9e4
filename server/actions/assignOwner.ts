import type { Task } from '../notation/document.ts';
import { assignOwner as write } from '../model/changes/assignOwner.ts';
import type { ChangeContext } from '../model/changes/closes.ts';
import { peopleByLoad } from '../model/load.ts';
import { isOpen, jobOf } from '../model/stages.ts';
import type { Choice } from '../protocol.ts';
import { calledWithin, joined, short } from '../rules/wording.ts';
import { action, Refusal } from './action.ts';
import { personChoice } from './people.ts';
import { asRead } from './reading.ts';

export const assignOwner = action({
  title: 'Assign Owner',
  options: { who: 'person' },
  needs: { who: 'Say who is to own it, as in @maria.' },
  subject: 'a recurring function that goes on, or a one-off that is neither awarded nor done',
  /** A function that goes on, or a job that nobody has got yet. */
  appliesTo({ block }, { today }) {
    if (block.kind === 'recurring') return (block.ends?.value ?? today) >= today;
    const job = jobOf(block);
    return isOpen(job) && !job.awarded;
  },
  choices: (task, context) => ({ who: people(task, context) }),
  change(task, { folder, today }, { who }) {
    if (task.block.owner?.handle === who) throw new Refusal(`@${short(who)} owns ${calledWithin(task.block)} already.`);
    return asRead(task, write(task, who, folder, today), 0, ({ owner }) => owner?.handle === who);
  },
});

/** Who is there, the least loaded first, and at last the one who delegates. */
function people({ block: { owner } }: Task, context: ChangeContext): Choice[] {
  const { folder, today } = context;
  const delegator = folder.roster.delegator?.value;
  const others = peopleByLoad(folder, today, owner?.handle, delegator).map(({ handle }) => personChoice(handle, context));
  if (delegator === undefined || delegator === owner?.handle) return others;
  const { label, description, ...myself } = personChoice(delegator, context);
  return [...others, { ...myself, label: 'Own it myself', description: joined([label, description]) }];
}
