import { type Day, formatDay } from '../notation/dates.ts';
import type { Task } from '../notation/document.ts';
import type { Mention } from '../notation/inline.ts';
import { replaceSpan } from '../notation/write.ts';
import { handOver } from '../model/changes/handOver.ts';
import { peopleByLoad } from '../model/load.ts';
import { hasLeft, isThere, type Member } from '../model/roster.ts';
import { isRunning } from '../model/running.ts';
import type { Folder } from '../model/workspace.ts';
import type { TextEdit } from '../text.ts';
import { preferFirst } from './edits.ts';
import { type Context, type Fix, rule } from './rule.ts';
import { calledWithin, personLabel, short } from './wording.ts';

export const departedOwner = rule({
  code: 'departed-owner',
  level: 'warning',
  needsToday: true,
  isLocal: true,
  summary: 'An owner or a backup who has left',
  why: 'A function whose owner has gone looks looked after until the day on which it is due. Handing it over in time is the difference between a calm week and a search for passwords.',
  bad: `
---
team:
  maria: { name: Maria Silva, until: 2026-11-22 }
  jon: { name: Jon Park }
---

## Send client invoices (recurring)

- Owner: @maria
         ^^^^^^
- Backup: @jon
- Cadence: every month on the last workday
- Process: below

1. Take the hours from the time sheets.
2. Write one invoice per client.
3. List what is still unpaid.
`,
  good: `
---
team:
  maria: { name: Maria Silva, until: 2026-11-23 }
  jon: { name: Jon Park }
---

## Send client invoices (recurring)

- Owner: @maria
- Backup: @jon
- Cadence: every month on the last workday
- Process: below

1. Take the hours from the time sheets.
2. Write one invoice per client.
3. List what is still unpaid.
`,
  *checkTask(task, { folder, today }) {
    const { block } = task;
    if (!isRunning(task, today!)) return;
    const owner = departed(block.owner, folder, today!);
    if (owner) {
      yield {
        at: block.owner!.at,
        message: `@${short(owner.handle)} was here until ${formatDay(owner.until!)} and still owns ${calledWithin(block)}, so nobody does it. Hand it over to somebody who is here.`,
        fixes: handingOver,
      };
    }
    // Without an owner, or with one person in both places, another rule speaks of that first.
    const backup = block.kind === 'recurring' && block.owner && block.backup?.handle !== block.owner.handle ? departed(block.backup, folder, today!) : undefined;
    if (backup) {
      yield {
        at: block.backup!.at,
        message: `@${short(backup.handle)} was here until ${formatDay(backup.until!)} and cannot stand in for ${calledWithin(block)} any more. Name another backup.`,
        fixes: (each, context) => preferFirst(others(each, context).map((person) => changed(each, `Make ${personLabel(person)} the backup`, replaceSpan(each, each.block.backup!.at, `@${person.handle}`)))),
      };
    }
  },
});

function departed(mention: Mention | undefined, { roster }: Folder, today: Day): Member | undefined {
  const person = mention && roster.people.get(mention.handle);
  return person && hasLeft(person, today) ? person : undefined;
}

/** To the backup, who knows the work, and whose own place is free then; or to anybody else. */
function handingOver(task: Task, context: Context): Fix[] {
  const { folder } = context;
  const today = context.today!;
  const { owner, backup } = task.block;
  const to = (title: string, person: Member): Fix => ({ title: `${title}${personLabel(person)}`, edits: [handOver(task, person.handle, { folder, today })] });
  const member = task.block.kind === 'recurring' && backup?.handle !== owner!.handle ? folder.roster.people.get(backup?.handle ?? '') : undefined;
  const promotion = member && isThere(member, today) ? [to('Hand over to the backup, ', member)] : [];
  return preferFirst([...promotion, ...others(task, context).map((person) => to('Hand over to ', person))]);
}

/** Who is here and has no part in the task yet, the least loaded first. */
function others({ block }: Task, { folder, today }: Context): Member[] {
  return peopleByLoad(folder, today, block.owner?.handle, block.backup?.handle);
}

const changed = (task: Task, title: string, ...edits: TextEdit[]): Fix => ({ title, edits: [{ uri: task.document.uri, edits }] });
