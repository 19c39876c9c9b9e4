import { fieldOf } from '../notation/blocks.ts';
import { readingOf } from '../model/record.ts';
import { valueRange } from '../notation/write.ts';
import { type Fix, rule } from './rule.ts';
import { quoted } from './wording.ts';

export const invalidCadence = rule({
  code: 'invalid-cadence',
  level: 'error',
  kind: 'recurring',
  summary: 'A cadence that is not understood',
  why: 'When the next run is due is worked out from the cadence. From one that is not understood nothing is worked out at all: the function is never due, never overdue, and nobody is reminded of it. A function has a day, not a clock, so “hourly” is none, and neither is “soon”.',
  bad: `
---
team:
  maria: { name: Maria Silva }
  jon: { name: Jon Park }
---

## Send client invoices (recurring)

- Owner: @maria
- Backup: @jon
- Cadence: every month on the last wokday
                                   ^^^^^^
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
  checkTask(task, { folder }) {
    const reading = readingOf(task, folder);
    if (!reading || reading.ok) return undefined;
    const { start, end, word, reason, nearest } = reading;
    return [{
      at: fieldOf(task.block, 'Cadence')!.partAt(start, end),
      message: `${quoted(word)} is not understood in a cadence: ${reason}. So it is never due. Write it as in ${listed(nearest)}.`,
      fixes: ({ document, ...place }): Fix[] => {
        const range = valueRange(place, fieldOf(place.block, 'Cadence')!);
        return nearest.map((phrase) => ({ title: `Change to ${quoted(phrase)}`, edits: [{ uri: document.uri, edits: [{ range, newText: phrase }] }] }));
      },
    }];
  },
});

/** “every Friday”, “every day” or “every week” */
function listed(phrases: readonly string[]): string {
  const all = phrases.map(quoted);
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} or ${all.at(-1)!}`;
}
