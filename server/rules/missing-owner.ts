import type { Task } from '../notation/document.ts';
import { entriesOf } from '../model/archives.ts';
import { assignOwner } from '../model/changes/assignOwner.ts';
import { peopleByLoad } from '../model/load.ts';
import { addToTeam, nameFor } from '../model/team.ts';
import { merged, preferFirst } from './edits.ts';
import { type Context, type Fix, rule } from './rule.ts';
import { unsetAt } from './unset.ts';
import { called, personLabel } from './wording.ts';

export const missingOwner = rule({
  code: 'missing-owner',
  level: 'warning',
  kind: 'recurring',
  isLocal: true,
  summary: 'A recurring function without an owner',
  why: 'Work that is everybody’s is nobody’s. A function becomes routine only when one person does it again and again, gets feedback on it and is asked when it is not done.',
  bad: `
---
team:
  maria: { name: Maria Silva }
  jon: { name: Jon Park }
---

## Send client invoices (recurring)
   ^^^^^^^^^^^^^^^^^^^^

- Cadence: every month on the last workday
- Process: below

1. Take the hours from the time sheets.
2. Write one invoice per client.
3. List what is still unpaid.
`,
  good: `
---
team:
  maria: { name: Maria Silva }
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
  checkTask({ block }, { folder }) {
    // A name without an @ is somebody, only not somebody known: unknown-person says so.
    const at = block.owner ? undefined : unsetAt(block, 'Owner', folder);
    if (!at) return undefined;
    return [{
      at,
      message: `${called(block)} has no owner, so nobody is asked when it is not done. Name one person: - Owner: @handle`,
      fixes: (task, context) => preferFirst(assignments(task, context)),
    }];
  },
});

/** The team, the least loaded first, and at last the one who delegates. */
function assignments(task: Task, context: Context): Fix[] {
  const { people, delegator } = context.folder.roster;
  const others = people.size > 0 ? team(task, context) : whoDidIt(task, context);
  return delegator ? [...others, { title: 'Own it myself', edits: [assignOwner(task, delegator.value, context.folder, context.today)] }] : others;
}

function team(task: Task, { folder, today }: Context): Fix[] {
  return peopleByLoad(folder, today, folder.roster.delegator?.value).map((person) => ({ title: `Assign to ${personLabel(person)}`, edits: [assignOwner(task, person.handle, folder, today)] }));
}

/** Without a team, those who have done it are all that is known: the latest first, written into the team along with it. */
function whoDidIt(task: Task, { folder, today }: Context): Fix[] {
  const latest = [...entriesOf(task, folder)].sort((a, b) => (b.date ?? 0) - (a.date ?? 0));
  const handles = new Set(latest.flatMap(({ who }) => who?.handle ?? []));
  handles.delete(folder.roster.delegator?.value ?? '');
  return [...handles].slice(0, 5).flatMap((handle) => {
    const joined = addToTeam(folder, task.document, handle, nameFor(handle));
    return joined ? [{ title: `Assign to @${handle}, and begin the team with them`, edits: merged(assignOwner(task, handle, folder, today), joined) }] : [];
  });
}
