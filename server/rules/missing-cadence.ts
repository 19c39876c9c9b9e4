import { fieldOf } from '../notation/blocks.ts';
import { formatCadence } from '../notation/cadence/format.ts';
import { readCadence } from '../notation/cadence/read.ts';
import type { Task } from '../notation/document.ts';
import { setField } from '../notation/write.ts';
import { entriesOf } from '../model/archives.ts';
import { rhythmOf } from '../model/rhythm.ts';
import { isClosing } from '../model/schedule/occurrence.ts';
import { needsStart } from '../model/schedule/schedule.ts';
import type { Folder } from '../model/workspace.ts';
import { preferFirst } from './edits.ts';
import { type Fix, rule } from './rule.ts';
import { unsetAt } from './unset.ts';
import { called } from './wording.ts';

/** For what has no history yet. */
const common = ['every week', 'every other week', 'every month', 'every quarter', 'as needed'];

export const missingCadence = rule({
  code: 'missing-cadence',
  level: 'warning',
  kind: 'recurring',
  isLocal: true,
  summary: 'A recurring function that does not say how often',
  why: 'Without a rhythm nobody knows when the next run is due, so nobody notices when it does not come. “As needed” is a rhythm too, once it is written down.',
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
- Process: below

1. Take the hours from the time sheets.
2. Write one invoice per client.
3. List what is still unpaid.

- 2026-10-30 @maria 1h 10m
- 2026-09-30 @maria 1h 15m
- 2026-08-31 @jon 2h
- 2026-07-31 @maria 1h 40m
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
    const at = unsetAt(block, 'Cadence', folder);
    if (!at) return undefined;
    return [{
      at,
      message: `${called(block)} does not say how often it is done, so nobody sees when it is left out. Say it in plain words: - Cadence: every Friday`,
      fixes: (task, context) => {
        const { block: { title }, document: { uri } } = task;
        const fix = (cadence: string, why = ''): Fix => ({ title: `Set the cadence to “${cadence}”${why}`, edits: [{ uri, edits: [setField(task, 'Cadence', cadence)] }] });
        const shown = rhythmOf(entriesOf(task, context.folder), context.folder.roster);
        const named = cadenceIn(title);
        const likely = [...(shown === undefined ? [] : [fix(shown, ', as the history shows')]), ...(named === undefined || named === shown ? [] : [fix(named, ', as the title says')])];
        const others = common.filter((cadence) => cadence !== shown && cadence !== named && isEnough(cadence, task, context.folder));
        return [...preferFirst(likely), ...others.map((cadence) => fix(cadence))];
      },
    }];
  },
});

/** Whether a cadence says when the first one is, or an entry does: every other week, but which? */
function isEnough(phrase: string, task: Task, folder: Folder): boolean {
  const reading = readCadence(phrase);
  return reading.ok && (!needsStart(reading.cadence) || fieldOf(task.block, 'Starts') !== undefined || entriesOf(task, folder).some(isClosing));
}

/** The cadence that a word of a title is: “Weekly report”, “Friday letter”. */
function cadenceIn(title: string): string | undefined {
  for (const [word] of title.slice(0, 200).matchAll(/\p{L}{3,}(?:ly|days?)(?!\p{L})/gu)) {
    const reading = readCadence(word);
    if (reading.ok && !reading.ambiguity && !needsStart(reading.cadence)) return formatCadence(reading.cadence);
  }
  return undefined;
}
