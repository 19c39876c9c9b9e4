import { formatDay } from '../notation/dates.ts';
import { type Entry, holdsOthers } from '../notation/entries.ts';
import type { Kind, Verb } from '../notation/keys.ts';
import { span } from '../text.ts';
import { removeEntry, replaceSpan } from '../notation/write.ts';
import { type Fix, rule } from './rule.ts';

/** What closes one occurrence of a recurring function, and can do so ahead of its day. */
const closing: ReadonlySet<Verb> = new Set<Verb>(['done', 'skipped', 'missed']);

export const futureEntry = rule({
  code: 'future-entry',
  level: 'warning',
  needsToday: true,
  isLocal: true,
  summary: 'An entry that is dated after today',
  why: 'Entries say what has happened; whether a task is done, late or trained is read from them. What has yet to happen is no history: a plan belongs into Due, Cadence or Paused, or into a milestone with an open box.',
  bad: `
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
- Starts: 2026-10-30

1. List the hours of the month by client.
2. Write one invoice per client and send it as PDF.
3. Note what is still unpaid from the month before.

- 2026-11-30 @maria 1h 10m
  ^^^^^^^^^^
- 2026-10-30 @maria 1h 20m
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
- Starts: 2026-10-30

1. List the hours of the month by client.
2. Write one invoice per client and send it as PDF.
3. Note what is still unpaid from the month before.

- 2026-11-23 @maria 1h 10m for 2026-11-30
- 2026-10-30 @maria 1h 20m
`,
  *checkTask({ block }, { today }) {
    if (today === undefined) return;
    for (const entry of block.entries) {
      if (entry.date === undefined || entry.date <= today) continue;
      const ahead = entry.date - today;
      yield {
        at: entry.dateAt,
        message: `This is dated ${ahead === 1 ? 'tomorrow' : `${ahead} days ahead`}, but an entry says what has happened. Correct the date; a plan belongs into ${block.kind === 'recurring' ? 'Cadence or Paused' : 'Due'}, or into a milestone: - [ ] ${formatDay(entry.date)} What.`,
        fixes: (task): Fix[] => {
          const setToday = replaceSpan(task, entry.dateAt, formatDay(today));
          const fixes: Fix[] = [
            { title: `Set the date to today, ${formatDay(today)}`, edits: [{ uri: task.document.uri, edits: [setToday] }], preferred: true },
          ];
          if (!holdsOthers(task.block.entries, entry)) fixes.push({ title: 'Remove this entry', edits: [{ uri: task.document.uri, edits: [removeEntry(task, entry)] }] });
          if (!isAheadOfItsDay(block.kind, entry)) return fixes;
          const forDate = ` for ${formatDay(entry.date!)}`;
          const words = replaceSpan(task, span(entry.headEnd.line, entry.headEnd.end, entry.headEnd.end), forDate);
          return [...fixes, { title: `Set the date to today,${forDate}`, edits: [{ uri: task.document.uri, edits: [setToday, words] }] }];
        },
      };
    }
  },
});

/** Whether the date may be that of the occurrence, done or skipped early. */
const isAheadOfItsDay = (kind: Kind, { verb, forDate }: Entry): boolean => kind === 'recurring' && closing.has(verb) && !forDate;
