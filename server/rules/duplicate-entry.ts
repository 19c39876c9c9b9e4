import { type Day, formatDay } from '../notation/dates.ts';
import type { Task } from '../notation/document.ts';
import { type Entry, holdsOthers } from '../notation/entries.ts';
import { span } from '../text.ts';
import { removeEntry, replaceSpan } from '../notation/write.ts';
import { recordOfEntries } from '../model/record.ts';
import type { Occurrence } from '../model/schedule/occurrence.ts';
import { atEntry, isOwn, relatedAt } from './entryPlaces.ts';
import { type Fix, rule } from './rule.ts';

export const duplicateEntry = rule({
  code: 'duplicate-entry',
  level: 'warning',
  kind: 'recurring',
  summary: 'One occurrence that is logged twice',
  why: 'Runs are counted, and their times and what they cost are added up. An occurrence that is logged twice counts twice, while the one that the second entry may have been meant for is taken for missed.',
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
- Starts: 2026-08-31

1. Take the hours from the time sheets.
2. Write one invoice per client.
3. List what is still unpaid.

- 2026-10-30 @maria 1h 15m
  ^^^^^^^^^^
- 2026-10-30 @maria 1h 15m: 14 invoices.
- 2026-08-31 @maria 1h 30m
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
- Starts: 2026-08-31

1. Take the hours from the time sheets.
2. Write one invoice per client.
3. List what is still unpaid.

- 2026-10-30 @maria 1h 15m for 2026-09-30
- 2026-10-30 @maria 1h 15m: 14 invoices.
- 2026-08-31 @maria 1h 30m
`,
  *checkTask(task, { folder, today }) {
    const { reading, occurrences, extras } = recordOfEntries(task, folder, today).history;
    const repeated = extras.filter(({ repeats }) => repeats !== undefined);
    if (repeated.length === 0) return;
    // What is counted from the last run has no other day that an entry could be for.
    const isOnCalendar = reading?.ok === true && reading.cadence.kind !== 'completion';
    const byDue = new Map(occurrences.map((each) => [each.due, each]));
    const counts = new Map<Day, number>();
    for (const { repeats } of repeated) counts.set(repeats!, (counts.get(repeats!) ?? 1) + 1);
    for (const { entry: second, repeats } of repeated) {
      const first = byDue.get(repeats!)?.entry;
      if (!first) continue;
      const [entry, other] = isOwn(second, task, folder) ? [second, first] : [first, second];
      const count = counts.get(repeats!)!;
      yield {
        at: atEntry(entry.dateAt, entry, task, folder),
        message: `The one that was due on ${formatDay(repeats!)} is logged ${count === 2 ? 'twice' : `${count} times`}: it was ${wordOf(other)} on ${formatDay(other.date!)} already. Keep one entry, or say with “for” and a date which one this is.`,
        related: [relatedAt(other.dateAt, other, task, folder, 'The other entry')],
        fixes: (each, context) => {
          const own = [entry, other].filter((either) => isOwn(either, each, context.folder));
          return [...removals(each, entry, own), ...(isOnCalendar && own.includes(entry) ? otherDays(each, entry, occurrences) : [])];
        },
      };
    }
  },
});

const wordOf = ({ verb }: Entry): string => (verb === 'missed' ? 'marked as missed' : verb);

/** `own` are those of the two that stand in the block. */
function removals(task: Task, entry: Entry, own: readonly Entry[]): Fix[] {
  const removable = own.filter((either) => !holdsOthers(task.block.entries, either));
  return removable.map((removed) => ({
    title: removed === entry ? 'Remove this entry' : `Remove the other one, of ${formatDay(removed.date!)}`,
    edits: [{ uri: task.document.uri, edits: [removeEntry(task, removed)] }],
  }));
}

/** The nearest that are not closed. */
function otherDays(task: Task, entry: Entry, occurrences: readonly Occurrence[]): Fix[] {
  const away = ({ due }: Occurrence): number => Math.abs(due - entry.date!);
  const open = occurrences.filter((each) => !each.entry).sort((a, b) => away(a) - away(b)).slice(0, 2);
  return open.map(({ due }) => {
    const words = `for ${formatDay(due)}`;
    const { headEnd: { line, end } } = entry;
    const edit = entry.forDate ? replaceSpan(task, entry.forDate.at, words) : replaceSpan(task, span(line, end, end), ` ${words}`);
    return { title: `Make it the one that was due on ${formatDay(due)}`, edits: [{ uri: task.document.uri, edits: [edit] }] };
  });
}
