import { setField } from '../notation/write.ts';
import { secondOwner, withoutSecond } from '../model/owners.ts';
import { peopleByLoad } from '../model/load.ts';
import { preferFirst } from './edits.ts';
import { rule } from './rule.ts';
import { unsetAt } from './unset.ts';
import { called, personLabel, short } from './wording.ts';

export const missingBackup = rule({
  code: 'missing-backup',
  level: 'info',
  kind: 'recurring',
  isLocal: true,
  summary: 'A function that only one person knows how to do',
  why: 'Owners fall ill, go on holiday and leave. A second person who has done it once keeps the function running, and shows whether the process is written well enough for somebody new.',
  bad: `
---
team:
  maria: { name: Maria Silva }
  jon: { name: Jon Park }
---

## Send client invoices (recurring)
   ^^^^^^^^^^^^^^^^^^^^

- Owner: @maria
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
  *checkTask({ block }, { folder }) {
    const { roster } = folder;
    const { owner, backup } = block;
    if (!owner || backup) return;
    const second = secondOwner(block);
    if (second) {
      yield {
        at: second.at,
        message: `${called(block)} has two owners, and two are none: each waits for the other. Keep @${short(owner.handle)} as the owner, and make @${short(second.handle)} the backup.`,
        fixes: (task) =>
          preferFirst([{ title: `Make @${short(second.handle)} the backup`, edits: [{ uri: task.document.uri, edits: [withoutSecond(task, second), setField(task, 'Backup', `@${second.handle}`)] }] }]),
      };
      return;
    }
    // Who works alone has nobody to name: that is no news to them.
    const hasSecond = roster.people.size > (roster.people.has(owner.handle) ? 1 : 0);
    const at = hasSecond ? unsetAt(block, 'Backup', folder) : undefined;
    if (!at) return;
    yield {
      at,
      message: `${called(block)} stops when @${short(owner.handle)} is away, as nobody else looks after it. Name a second person: - Backup: @handle`,
      fixes: (task, context) =>
        preferFirst(
          peopleByLoad(context.folder, context.today, task.block.owner?.handle).map((person) => ({
            title: `Make ${personLabel(person)} the backup`,
            edits: [{ uri: task.document.uri, edits: [setField(task, 'Backup', `@${person.handle}`)] }],
          })),
        ),
    };
  },
});
