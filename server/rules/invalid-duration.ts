import type { Task } from '../notation/document.ts';
import { certainDuration, formatDuration, type Minutes, nearestDuration } from '../notation/durations.ts';
import type { Problem } from '../notation/located.ts';
import { lineText } from '../notation/markdown.ts';
import { problemRange } from '../notation/write.ts';
import { entryAt, moveToNote } from '../notation/writeEntry.ts';
import { type Fix, rule } from './rule.ts';
import { quoted } from './wording.ts';

export const invalidDuration = rule({
  code: 'invalid-duration',
  level: 'error',
  isLocal: true,
  summary: 'A length of time that cannot be read',
  why: 'Times are added up: they say how long a run takes, what explaining costs and who has too much to do. A number without its unit, or in another notation, is left out of all of that.',
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
- Estimate: 1,5 std
            ^^^^^^^

1. Write one invoice per client.
2. Send them.
3. Note what was sent.
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
- Estimate: 1h 30m

1. Write one invoice per client.
2. Send them.
3. Note what was sent.

- 2026-10-30 @maria 90 min explained 0.5h
`,
  *checkTask({ block }) {
    for (const problem of block.problems) {
      if (problem.code === 'invalid-duration') yield { at: problem.at, message: messageOf(problem), fixes: (task) => fixesOf(task, problem) };
    }
  },
});

/** What a text may mean: a bare number minutes or hours. */
function readings(text: string): Minutes[] {
  if (!/^\d{1,4}(?:[.,]\d{1,2})?$/.test(text)) return [nearestDuration(text) ?? []].flat();
  const number = Number(text.replace(',', '.'));
  const [minutes, hours] = [Math.round(number), Math.round(number * 60)];
  // Nobody works 90 hours at a stretch, nor for one and a half minutes.
  if (!Number.isInteger(number)) return [hours];
  return [...new Set(number <= 8 ? [hours, minutes] : [minutes, hours])];
}

function messageOf({ text }: Problem): string {
  const [first, second] = readings(text).map(formatDuration);
  if (second) return `${quoted(text)} does not say whether it is minutes or hours, so it is not counted. Write ${first} or ${second}.`;
  return `${quoted(text)} is not read as a length of time, so it is not counted. ${first ? `Write ${first}.` : 'Write it as in 45m, 2h or 1h 30m.'}`;
}

function fixesOf(task: Task, problem: Problem): Fix[] {
  const range = problemRange(task, problem);
  if (!range) return [];
  const entry = entryAt(task, problem.at);
  const isExplained = /explained\s+$/i.test(lineText(task.section, problem.at.line).slice(0, problem.at.start));
  // An entry holds one duration; a second number is something else.
  const minutes = entry?.duration && !isExplained ? [] : readings(problem.text);
  const fixes = minutes.map((each): Fix => ({
    title: `Change to ${formatDuration(each)}`,
    edits: [{ uri: task.document.uri, edits: [{ range, newText: formatDuration(each) }] }],
    preferred: minutes.length === 1,
    safe: certainDuration(problem.text) === each,
  }));
  if (entry && !isExplained) fixes.push({ title: `Move ${quoted(problem.text)} into the note`, edits: [{ uri: task.document.uri, edits: [moveToNote(task, entry, [problem.at])] }], preferred: fixes.length === 0 });
  return fixes;
}
