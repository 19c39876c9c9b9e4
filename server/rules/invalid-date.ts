import { certainDay, daysInMonth, formatDay, nearestDays } from '../notation/dates.ts';
import type { Document, Task } from '../notation/document.ts';
import { fieldOf } from '../notation/blocks.ts';
import type { Problem } from '../notation/located.ts';
import { problemRange, setField, valueRange } from '../notation/write.ts';
import { readingOf } from '../model/record.ts';
import type { Folder } from '../model/workspace.ts';
import { type Range, toRange } from '../text.ts';
import { type Fix, type Report, rule } from './rule.ts';
import { called, quoted } from './wording.ts';

export const invalidDate = rule({
  code: 'invalid-date',
  level: 'error',
  summary: 'A date that does not exist or cannot be read',
  why: 'What is due, late or done early is worked out from the dates. One that is not in the calendar is left out, and one like 3/4/2026 is April to some and March to others; so a day is always written as 2026-11-23.',
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

1. Write one invoice per client.
2. Send them.
3. Note what was sent.

- 2026-10-30 @maria 1h
- 2026-02-30 @maria 1h
  ^^^^^^^^^^
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
2. Send them.
3. Note what was sent.

- 2026-10-30 @maria 1h
- 2026-02-28 @maria 1h
`,
  *checkTask(task, { folder }) {
    const { block } = task;
    yield* endBeforeStart(task, folder);
    for (const problem of block.problems) {
      if (problem.code !== 'invalid-date') continue;
      yield { at: problem.at, message: messageOf(problem), fixes: (each) => [...fixesOf(each.document, problem, problemRange(each, problem)), ...pauseFixes(each, problem)] };
    }
  },
  *checkDocument({ header }) {
    for (const problem of header.problems) {
      if (problem.code !== 'invalid-date') continue;
      yield { at: problem.at, message: messageOf(problem), fixes: (document) => fixesOf(document, problem, toRange(problem.at)) };
    }
  },
});

function messageOf({ text, reason }: Problem): string {
  if (reason === endsFirst) return `${quoted(text)} ends before it begins, so nothing is paused. Write the first day first.`;
  const days = nearestDays(text);
  const [day, other] = days.map(formatDay);
  if (other) return `${quoted(text)} can be read as ${day} or as ${other}, so it is not counted. Write the day that is meant with the year first.`;
  const impossible = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  const [year, month] = [Number(impossible?.[1]), Number(impossible?.[2])];
  if (month === 0 || month > 12) return `There is no month ${month}, so nothing can be counted from ${quoted(text)}. Write ${day ?? 'the day that was meant'}.`;
  if (impossible && day) {
    return `There is no ${quoted(text)}: that month has ${daysInMonth(year, month)} days, so nothing can be counted from it. Write ${day}, or the day that was meant.`;
  }
  if (impossible && year === 0) return `There is no year 0, so nothing can be counted from ${quoted(text)}. Write the day that was meant.`;
  if (/^\d{5,}-\d\d-\d\d$/.test(text)) return `Years go up to 9999, so nothing can be counted from ${quoted(text)}. Write the day that was meant.`;
  const form = day ?? '2026-11-23';
  return `${quoted(text)} is not read as a date, so nothing can be counted from it. Write it as in ${form}, with the year first and hyphens.`;
}

function fixesOf(document: Document, { text }: Problem, range: Range | undefined): Fix[] {
  const days = range && !/^\d{5}/.test(text) ? nearestDays(text) : [];
  return days.map((day) => ({
    title: `Change to ${formatDay(day)}`,
    edits: [{ uri: document.uri, edits: [{ range: range!, newText: formatDay(day) }] }],
    preferred: days.length === 1,
    safe: certainDay(text) === day,
  }));
}

/** What the reader says of a pause whose days are the wrong way round. */
const endsFirst = 'the pause ends before it begins';

/** "until further notice": a pause may also be open. One that ends before it begins has its days the wrong way round. */
function pauseFixes(task: Task, { text, reason }: Problem): Fix[] {
  const paused = fieldOf(task.block, 'Paused');
  if (paused?.value !== text) return [];
  const fix = (title: string, newText: string): Fix => ({ title, edits: [{ uri: task.document.uri, edits: [{ range: valueRange(task, paused), newText }] }], preferred: true });
  if (reason === endsFirst) return [fix('Swap the two days', text.match(/\d{4}-\d\d-\d\d/g)!.reverse().join(' to '))];
  return /\d/.test(text) ? [] : [fix('Change to yes, for a pause without an end', 'yes')];
}

/** A function that is over before it begins is never due; the days may stand in fields or in the cadence. */
function* endBeforeStart(task: Task, folder: Folder): Generator<Report> {
  const { block } = task;
  if (block.kind !== 'recurring') return;
  const reading = readingOf(task, folder);
  const bounds = reading?.ok ? reading.bounds : {};
  const starts = block.starts ?? bounds.starts;
  const ends = block.ends ?? bounds.ends;
  if (!starts || !ends || ends.value >= starts.value) return;
  yield {
    at: 'at' in ends ? ends.at : fieldOf(block, 'Cadence')!.partAt(ends.start, ends.end),
    message: `${called(block)} starts on ${formatDay(starts.value)} and ends on ${formatDay(ends.value)}, before that, so it is never due. Swap the two days, or correct the one that is wrong.`,
    fixes: (each): Fix[] => {
      const days = each.block.starts && each.block.ends && [setField(each, 'Starts', formatDay(ends.value)), setField(each, 'Ends', formatDay(starts.value))];
      return days ? [{ title: 'Swap Starts and Ends', edits: [{ uri: each.document.uri, edits: days }], preferred: true }] : [];
    },
  };
}
