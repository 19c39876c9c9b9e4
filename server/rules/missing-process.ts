import { fieldOf } from '../notation/blocks.ts';
import type { Task } from '../notation/document.ts';
import { linkProcess } from '../model/changes/process.ts';
import { byTitle } from '../model/likeness.ts';
import { knownProcesses, linkPath, mayBePlace, newProcessUri, processOf } from '../model/processes.ts';
import { creating } from './creating.ts';
import { preferFirst } from './edits.ts';
import { type Context, type Fix, rule } from './rule.ts';
import { unsetAt } from './unset.ts';
import { called, quoted, short } from './wording.ts';

export const missingProcess = rule({
  code: 'missing-process',
  level: 'warning',
  kind: 'recurring',
  summary: 'A recurring function without a documented process',
  why: 'What is only in somebody’s head is explained again to everybody new, and leaves with whoever has it. Written down once, the function can be handed over, checked and made better.',
  bad: `
---
team:
  maria: { name: Maria Silva }
  jon: { name: Jon Park }
---

## Send client invoices (recurring)
   ^^^^^^^^^^^^^^^^^^^^

- Owner: @maria
- Backup: @jon
- Cadence: every month on the last workday

Bill every client for the month.

- 2026-10-30 @maria 1h 10m 5/5: 15 invoices, none returned.
  - Liked: Grouped the reminders by client without being asked.
- 2026-09-30 @maria 2h 20m 3/5: 12 invoices.
  - Disliked: Old VAT rate on two of them.

## Write the newsletter (recurring)

- Owner: @jon
- Backup: @maria
- Cadence: every other Friday from 2026-11-27
- Process: [Newsletter](processes/newsletter.md)

--- processes/newsletter.md
# Newsletter

1. Pick the story from the list of ideas.
2. Write at most 300 words.
3. Send the test mail, then send to the list.
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
- Process: [Invoicing](processes/invoicing.md)

--- processes/invoicing.md
# Invoicing

1. Take the hours from the time sheets.
2. Write one invoice per client.
3. List what is still unpaid.
`,
  checkTask(task, { folder }) {
    const { block } = task;
    if (processOf(task, folder).kind !== 'none') return undefined;
    const field = fieldOf(block, 'Process');
    // A value that names no document ("in Maria's head") is where it goes wrong, as is "below" without a list below.
    const at = unsetAt(block, 'Process', folder) ?? field?.valueAt;
    if (!at) return undefined;
    const isBelow = block.process?.kind === 'below';
    return [{
      at,
      message: isBelow
        ? `${called(block)} has its process below, but there is no numbered list, so it is explained anew each time. Write the steps as 1., 2., 3.`
        : `${called(block)} has no written process, so it is explained anew each time. Link the document that says how it is done: - Process: [Title](file.md)`,
      fixes: (each, context) => {
        const fixes = [...creating(each, context), ...linking(each, context)];
        return mayBePlace(each) ? fixes : preferFirst(fixes);
      },
    }];
  },
});

function linking(task: Task, { folder }: Context): Fix[] {
  const known = knownProcesses(folder).filter(({ uri }) => uri !== newProcessUri(task, folder));
  const titled = known.map((document) => ({ document, title: folder.outline(document).whole.title || linkPath(task.document.uri, document.uri) }));
  return byTitle(task.block.title, titled, 3).map(({ document, title }) => ({
    title: `Link ${quoted(title)} (${short(linkPath(task.document.uri, document.uri))})`,
    edits: [linkProcess(task, title, document.uri)],
  }));
}
