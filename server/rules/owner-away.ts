import { type Day, formatDay } from '../notation/dates.ts';
import type { Task } from '../notation/document.ts';
import { addEntry } from '../notation/write.ts';
import { absenceOn, isPresent, standIn } from '../model/absences.ts';
import { peopleByLoad } from '../model/load.ts';
import { recordOf } from '../model/record.ts';
import { hasLeft, type Member } from '../model/roster.ts';
import type { Span } from '../model/schedule/pauses.ts';
import { hasUnreadDays } from '../model/unreadDays.ts';
import type { Folder } from '../model/workspace.ts';
import { preferFirst } from './edits.ts';
import { type Context, type Fix, rule } from './rule.ts';
import { called, personLabel, short } from './wording.ts';

export const ownerAway = rule({
  code: 'owner-away',
  level: 'warning',
  kind: 'recurring',
  needsToday: true,
  summary: 'An owner who is away on the next due day',
  why: 'Everybody knows that the owner is on leave, and everybody thinks that somebody else does it meanwhile. A line that says who, written before they go, is all it takes.',
  bad: `
---
team:
  maria: { name: Maria Silva, away: [[2026-11-27, 2026-12-11]] }
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

- 2026-10-30 @maria 1h 15m
`,
  good: `
---
team:
  maria: { name: Maria Silva, away: [[2026-11-27, 2026-12-11]] }
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

- 2026-11-23 @jon handover for 2026-11-30: While Maria is away.
- 2026-10-30 @maria 1h 15m
`,
  checkTask(task, { folder, today }) {
    const { owner, backup } = task.block;
    const person = owner ? folder.roster.people.get(owner.handle) : undefined;
    // Of one who has left, another rule speaks.
    if (!owner || !person || person.away.length === 0 || hasLeft(person, today!) || hasUnreadDays(task, folder)) return undefined;
    const due = recordOf(task, folder, today!).history.occurrences.find(({ state }) => state === 'due' || state === 'upcoming')?.due;
    const absence = due === undefined ? undefined : absenceOn(person, due);
    if (due === undefined || !absence || standIn(task, folder, absence)) return undefined;
    const second = backup && folder.roster.people.get(backup.handle);
    const isNobodyThere = second && second !== person && !isPresent(second, due);
    return [{
      at: owner.at,
      message: `${called(task.block)} is due on ${formatDay(due)}, and @${short(owner.handle)} is away until ${formatDay(absence.until)}${isNobodyThere ? `, as is the backup, @${short(second.handle)}` : ''}. Hand it over for that time, and write it down.`,
      fixes: (each, context) => handingOver(each, context, due, absence),
    }];
  },
});

/** To the backup, who knows the work; or to anybody else who is there then. */
function handingOver(task: Task, { folder, today }: Context, due: Day, absence: Span): Fix[] {
  const { owner, backup } = task.block;
  return preferFirst(candidates(task, folder, today!, due).map((person) => ({
    title: `Hand over to ${person.handle === backup?.handle ? 'the backup, ' : ''}${personLabel(person)} until ${formatDay(absence.until)}`,
    edits: [{ uri: task.document.uri, edits: [addEntry(task, `${formatDay(today!)} @${person.handle} handover for ${formatDay(due)}: While @${owner!.handle} is away until ${formatDay(absence.until)}.`)] }],
  })));
}

function candidates({ block: { owner, backup } }: Task, folder: Folder, today: Day, due: Day): Member[] {
  const second = backup && backup.handle !== owner!.handle ? folder.roster.people.get(backup.handle) : undefined;
  const others = peopleByLoad(folder, today, owner!.handle, backup?.handle);
  return [...(second ? [second] : []), ...others].filter((person) => isPresent(person, due));
}
