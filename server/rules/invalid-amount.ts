import { certainAmount, formatAmount, nearestAmount } from '../notation/amounts.ts';
import type { Task } from '../notation/document.ts';
import type { Problem } from '../notation/located.ts';
import { problemRange } from '../notation/write.ts';
import { entryAt, moveToNote } from '../notation/writeEntry.ts';
import type { TextEdit } from '../text.ts';
import { type Context, type Fix, rule } from './rule.ts';
import { quoted } from './wording.ts';

export const invalidAmount = rule({
  code: 'invalid-amount',
  level: 'error',
  isLocal: true,
  summary: 'A sum of money that cannot be read',
  why: 'Budgets, bids and awards are compared with each other. A sum without its currency, or with commas and points the other way round, is left out of the comparison.',
  bad: `
---
currency: EUR
team:
  maria: { name: Maria Silva }
---

## Product photos (one-off)

- Budget: 1.200,50 EUR
          ^^^^^^^^^^^^
- Due: 2026-12-18

Forty lamps on white, three views each, as in the spring catalogue.
`,
  good: `
---
currency: EUR
team:
  maria: { name: Maria Silva }
---

## Product photos (one-off)

- Budget: 1200.50 EUR
- Due: 2026-12-18

Forty lamps on white, three views each, as in the spring catalogue.
`,
  *checkTask({ document, block }, { folder }) {
    for (const problem of block.problems) {
      if (problem.code !== 'invalid-amount') continue;
      const meant = meantAmount(problem, document.header.currency ?? folder.roster.currency);
      yield { at: problem.at, message: messageOf(problem, meant), fixes: (task, context) => fixesOf(task, context, problem) };
    }
  },
});

function meantAmount({ text }: Problem, currency: string | undefined): string | undefined {
  const amount = nearestAmount(text, currency);
  return amount && formatAmount(amount);
}

function messageOf({ text }: Problem, meant: string | undefined): string {
  const lacksCurrency = /^[\d.,' ]+$/.test(text);
  const why = lacksCurrency ? 'has no currency' : 'is not read as a sum of money';
  return `${quoted(text)} ${why}, so it is not compared with anything. Write ${meant ?? 'it as in 280 EUR or €1200.50'}.`;
}

function fixesOf(task: Task, { folder }: Context, problem: Problem): Fix[] {
  const range = problemRange(task, problem);
  if (!range) return [];
  const fixes: Fix[] = [];
  const add = (title: string, edit: TextEdit, safe = false): void => void fixes.push({ title, edits: [{ uri: task.document.uri, edits: [edit] }], preferred: fixes.length === 0, safe });
  const meant = meantAmount(problem, task.document.header.currency ?? folder.roster.currency);
  if (meant !== undefined) add(`Change to ${meant}`, { range, newText: meant }, certainAmount(problem.text) !== undefined);
  const entry = entryAt(task, problem.at);
  if (entry) add(`Move ${quoted(problem.text)} into the note`, moveToNote(task, entry, [problem.at]));
  return fixes;
}
