import { peopleByLoad } from '../model/load.ts';
import { hasLeft } from '../model/roster.ts';
import type { Workload } from '../model/workload.ts';
import type { Document } from '../notation/document.ts';
import { setField } from '../notation/write.ts';
import { type Range, toRange } from '../text.ts';
import { merged, preferFirst } from './edits.ts';
import { type Context, type Fix, type Related, rule } from './rule.ts';
import { called, personLabel, short } from './wording.ts';

/** Of many functions, so many are named. */
const most = 10;

/** People who are proposed. */
const mostPeople = 5;

export const soleKeeper = rule({
  code: 'sole-keeper',
  level: 'info',
  needsToday: true,
  needsAll: true,
  summary: 'More than half of all functions on one person without a backup',
  why: 'One function without a backup is a risk; most of them on one person is a business that stops when that person is ill for a week. A backup costs an hour of watching now, and weeks of finding out later.',
  bad: `
---
rules: { missing-backup: off }
team:
  maria: { name: Maria Silva }
  ^^^^^
  jon: { name: Jon Park }
---

## Send client invoices (recurring)

- Owner: @maria
- Cadence: every month on the last workday
- Process: #how-it-is-done

## Pay the suppliers (recurring)

- Owner: @maria
- Cadence: every month on the 15th
- Process: #how-it-is-done

## Run the payroll (recurring)

- Owner: @maria
- Cadence: every month on the 25th
- Process: #how-it-is-done

## Publish the newsletter (recurring)

- Owner: @jon
- Backup: @maria
- Cadence: every Friday
- Process: #how-it-is-done

## How it is done

1. Take the list of last time.
2. Go through it line by line.
3. Write down what was new.
`,
  good: `
---
rules: { missing-backup: off }
team:
  maria: { name: Maria Silva }
  jon: { name: Jon Park }
---

## Send client invoices (recurring)

- Owner: @maria
- Cadence: every month on the last workday
- Process: #how-it-is-done

## Pay the suppliers (recurring)

- Owner: @maria
- Backup: @jon
- Cadence: every month on the 15th
- Process: #how-it-is-done

## Run the payroll (recurring)

- Owner: @maria
- Cadence: every month on the 25th
- Process: #how-it-is-done

## Publish the newsletter (recurring)

- Owner: @jon
- Backup: @maria
- Cadence: every Friday
- Process: #how-it-is-done

## How it is done

1. Take the list of last time.
2. Go through it line by line.
3. Write down what was new.
`,
  *checkDocument(document, { folder, today }) {
    const { functions, keeper } = folder.workloads(today!);
    const at = keeper && placeIn(document, keeper);
    // Who works alone has nobody to name, and of who has left another rule speaks.
    if (!at || (keeper.member && hasLeft(keeper.member, today!)) || folder.roster.people.size === (keeper.member ? 1 : 0)) return;
    yield {
      at,
      message: `@${short(keeper.handle)} owns ${keeper.alone.length} of all ${functions} functions without a backup, so more than half of them stop when @${short(keeper.handle)} is away. Name somebody who learns them.`,
      related: keeper.alone.slice(0, most).map(({ document: { uri }, block, firstLine }): Related => ({ uri, range: toRange(block.titleAt, firstLine), message: `${called(block)} has no backup` })),
      fixes: (_, context) => fixesOf(keeper, context),
    };
  },
});

/** At the person in the roster; for the one who delegates and is not in the team, at the first of the functions. */
function placeIn(document: Document, { handle, member, alone }: Workload): Range | undefined {
  if (member) return member.uri === document.uri ? toRange(document.header.team.find((person) => person.handle === handle)!.at) : undefined;
  const [{ document: { uri }, block, firstLine }] = alone as [Workload['alone'][number]];
  return uri === document.uri ? toRange(block.owner!.at, firstLine) : undefined;
}

function fixesOf({ handle, alone }: Workload, { folder, today }: Context): Fix[] {
  const fixes = peopleByLoad(folder, today, handle).slice(0, mostPeople).map((person): Fix => ({
    title: `Make ${personLabel(person)} the backup of ${alone.length} functions`,
    edits: merged(...alone.map((task) => ({ uri: task.document.uri, edits: [setField(task, 'Backup', `@${person.handle}`)] }))),
  }));
  return preferFirst(fixes);
}
