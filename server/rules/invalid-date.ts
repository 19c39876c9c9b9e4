import { certainDay, daysInMonth, formatDay, nearestDays } from '../notation/dates.ts';
import type { Document, Task } from '../notation/document.ts';
import { fieldOf } from '../notation/blocks.ts';
import type { Problem } from '../notation/located.ts';
import { problemRange, valueRange } from '../notation/write.ts';
import { type Range, toRange } from '../text.ts';
import { type Fix, rule } from './rule.ts';
import { quoted } from './wording.ts';

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

- 2026-02-28 @maria 1h
`,
  *checkTask({ block }) {
    for (const problem of block.problems) {
      if (problem.code !== 'invalid-date') continue;
      yield { at: problem.at, message: messageOf(problem), fixes: (task) => [...fixesOf(task.document, problem, problemRange(task, problem)), ...pauseFixes(task, problem)] };
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
  const form = day ?? '2026-11-23';
  return `${quoted(text)} is not read as a date, so nothing can be counted from it. Write it as in ${form}, with the year first and hyphens.`;
}

function fixesOf(document: Document, { text }: Problem, range: Range | undefined): Fix[] {
  const days = range ? nearestDays(text) : [];
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
