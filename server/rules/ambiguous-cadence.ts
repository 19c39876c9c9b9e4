import { fieldOf } from '../notation/blocks.ts';
import { formatCadence } from '../notation/cadence/format.ts';
import type { ReadCadence } from '../notation/cadence/read.ts';
import { formatDay } from '../notation/dates.ts';
import type { Task } from '../notation/document.ts';
import { isPlaceholder } from '../notation/fields.ts';
import { setField } from '../notation/write.ts';
import { entriesOf } from '../model/archives.ts';
import { rewritten } from '../model/changes/cadence.ts';
import { readingOf } from '../model/record.ts';
import { isClosing } from '../model/schedule/occurrence.ts';
import { beginningsOf } from '../model/schedule/beginnings.ts';
import { needsStart } from '../model/schedule/schedule.ts';
import type { Folder } from '../model/workspace.ts';
import { type Fix, rule } from './rule.ts';
import { quoted } from './wording.ts';

export const ambiguousCadence = rule({
  code: 'ambiguous-cadence',
  level: 'info',
  kind: 'recurring',
  summary: 'A cadence that can be read in more than one way',
  why: 'To some “biweekly” is twice a week, to others every other week; and “every other Friday” does not say which Friday is the first. One reading is taken, and whoever has the other one in mind is late in good faith.',
  bad: `
---
team:
  maria: { name: Maria Silva }
  jon: { name: Jon Park }
---

## Publish the newsletter (recurring)

- Owner: @jon
- Backup: @maria
- Cadence: biweekly
           ^^^^^^^^
- Process: below
- Starts: 2026-11-27

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
- Cadence: every other Friday
- Process: below
- Starts: 2026-11-27

1. Collect three stories and one photo.
2. Write it on Thursday.
3. Send it on Friday at ten.
`,
  *checkTask(task, { folder }) {
    const reading = readingOf(task, folder);
    if (!reading?.ok) return;
    const field = fieldOf(task.block, 'Cadence')!;
    const { ambiguity, cadence } = reading;
    if (ambiguity) {
      const { start, end, word, readings } = ambiguity;
      yield {
        at: field.partAt(start, end),
        message: `${quoted(word)} is read as ${quoted(readings[0]!.phrase)} here, and others read it as ${readings.slice(1).map(({ phrase }) => quoted(phrase)).join(' or ')}. Write the one that is meant.`,
        fixes: (each, context) => readings.map((one): Fix => {
          const { phrase, edit } = rewritten(each, { ...reading, cadence: one.cadence }, one.phrase, context.folder, context.today);
          return { title: `Change to ${quoted(phrase)}`, edits: [edit] };
        }),
      };
    } else if (isWithoutBeginning(task, folder, reading)) {
      yield {
        at: field.valueAt,
        message: `${quoted(formatCadence(cadence))} does not say when the first one is, and there is no entry that tells, so it is never due. Write the first day: - Starts: 2026-11-27`,
        fixes: (each, { folder: { calendar }, today }) => (today === undefined ? [] : beginningsOf(cadence, calendar, today)).map((day): Fix => ({
          title: `Begin on ${formatDay(day)}`,
          edits: [{ uri: each.document.uri, edits: [setField(each, 'Starts', formatDay(day))] }],
        })),
      };
    }
  },
});

/** Whether nothing tells on which of its days a cadence begins. Of a Starts that cannot be read, another rule speaks. */
function isWithoutBeginning(task: Task, folder: Folder, { cadence, bounds }: ReadCadence): boolean {
  if (!needsStart(cadence) || bounds.starts || entriesOf(task, folder).some(isClosing)) return false;
  const starts = fieldOf(task.block, 'Starts');
  return !starts || isPlaceholder(starts.value);
}
