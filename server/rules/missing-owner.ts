import { isPlaceholder } from '../notation/fields.ts';
import { fieldOf } from '../notation/blocks.ts';
import { setField } from '../notation/write.ts';
import { peopleByLoad } from '../model/load.ts';
import { type Fix, rule } from './rule.ts';

export const missingOwner = rule({
  code: 'missing-owner',
  level: 'warning',
  summary: 'A recurring function without an owner',
  why: 'Work that is everybody’s is nobody’s. A function becomes routine only when one person does it again and again, gets feedback on it and is asked when it is not done.',
  bad: `
## Send client invoices (recurring)
   ^^^^^^^^^^^^^^^^^^^^

- Cadence: every month on the last workday
- Process: below

1. Write one invoice per client.
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

1. Write one invoice per client.
`,
  *checkTask({ block }) {
    if (block.kind !== 'recurring' || block.owner) return;
    const field = fieldOf(block, 'Owner');
    // A name without an @ is somebody, only not somebody known: unknown-person says so.
    if (field && !isPlaceholder(field.value)) return;
    yield {
      at: block.titleAt,
      message: `“${block.title}” has no owner, so nobody is asked when it is not done. Name one person: - Owner: @handle`,
      fixes: (task, { folder, today }) =>
        peopleByLoad(folder, today).map((person, i): Fix => ({
          title: person.handle === folder.roster.delegator?.value ? 'Own it myself' : `Assign to @${person.handle}${person.name ? ` (${person.name})` : ''}`,
          edits: [{ uri: task.document.uri, edits: [setField(task, 'Owner', `@${person.handle}`)] }],
          preferred: i === 0,
        })),
    };
  },
});
