import { fieldOf } from '../notation/blocks.ts';
import { removeLines, replaceSpan } from '../notation/write.ts';
import { peopleByLoad } from '../model/load.ts';
import { preferFirst } from './edits.ts';
import { rule } from './rule.ts';
import { calledWithin, personLabel, short } from './wording.ts';

export const backupIsOwner = rule({
  code: 'backup-is-owner',
  level: 'warning',
  kind: 'recurring',
  isLocal: true,
  summary: 'A backup who is the owner as well',
  why: 'The backup is there for the days on which the owner is not. One person in both places is away in both.',
  bad: `
---
team:
  maria: { name: Maria Silva }
  jon: { name: Jon Park }
---

## Send client invoices (recurring)

- Owner: @maria
- Backup: @maria
          ^^^^^^
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
  checkTask({ block }) {
    const { owner, backup } = block;
    if (!owner || owner.handle !== backup?.handle) return undefined;
    return [{
      at: backup.at,
      message: `@${short(owner.handle)} owns ${calledWithin(block)} and cannot stand in for themselves. Name somebody else as the backup.`,
      fixes: (task, { folder, today }) => {
        const fixes = peopleByLoad(folder, today, task.block.owner?.handle).map((person) => ({
          title: `Make ${personLabel(person)} the backup`,
          edits: [{ uri: task.document.uri, edits: [replaceSpan(task, task.block.backup!.at, `@${person.handle}`)] }],
        }));
        if (fixes.length > 0) return preferFirst(fixes);
        const field = fieldOf(task.block, 'Backup')!;
        return [{ title: 'Remove the backup', edits: [{ uri: task.document.uri, edits: [removeLines(task, field.line, field.endLine)] }] }];
      },
    }];
  },
});
