import { fieldOf } from '../notation/blocks.ts';
import type { Loss } from '../notation/cadence/foreign.ts';
import { formatCadence } from '../notation/cadence/format.ts';
import { inWords } from '../model/changes/cadence.ts';
import { readingOf } from '../model/record.ts';
import { rule } from './rule.ts';
import { quoted } from './wording.ts';

export const lossyCadence = rule({
  code: 'lossy-cadence',
  level: 'info',
  kind: 'recurring',
  summary: 'A cadence in another notation that says more than is kept',
  why: 'The notations of cron and of calendars are read, but a function has a day and not a clock, and a month without a 31st has its run on the last day. Whoever wrote the cadence should know what became of it, and whoever reads it next should not need a manual.',
  bad: `
---
team:
  maria: { name: Maria Silva }
  jon: { name: Jon Park }
---

## Publish the newsletter (recurring)

- Owner: @jon
- Backup: @maria
- Cadence: 0 9 * * 5
           ^^^^^^^^^
- Process: below

1. Collect three stories and one photo.
2. Write it on Thursday.
3. Send it on Friday at ten.
`,
  good: `
---
team:
  maria: { name: Maria Silva }
  jon: { name: Jon Park }
---

## Publish the newsletter (recurring)

- Owner: @jon
- Backup: @maria
- Cadence: every Friday
- Process: below

1. Collect three stories and one photo.
2. Write it on Thursday.
3. Send it on Friday at ten.
`,
  checkTask(task, { folder }) {
    const reading = readingOf(task, folder);
    if (!reading?.ok || reading.losses.length === 0) return undefined;
    const field = fieldOf(task.block, 'Cadence')!;
    return [{
      at: field.valueAt,
      message: `${quoted(field.value)} is read as ${quoted(formatCadence(reading.cadence))}: ${reading.losses.map((loss) => consequences[loss]).join(', and ')}. Write it in words, so that it says what is done.`,
      fixes: (each, context) => {
        const rewriting = inWords(each, context.folder, context.today);
        return rewriting ? [{ title: `Write it as ${quoted(rewriting.phrase)}`, edits: [rewriting.edit], preferred: true }] : [];
      },
    }];
  },
});

const consequences: Readonly<Record<Loss, string>> = {
  'time of day': 'the time of day is dropped, as a function has a day and not a clock',
  'month end': 'in a month that does not have the day, it is due on the last one instead of not at all',
};
