import type { Block } from '../notation/blocks.ts';
import { formatDay } from '../notation/dates.ts';
import type { Entry } from '../notation/entries.ts';
import { removeEntry, replaceSpan } from '../notation/write.ts';
import { earliestOf, isBefore, isDeposit, latestOf, type Step, stepsOf } from '../model/stages.ts';
import { type Fix, rule } from './rule.ts';

export const entryOrder = rule({
  code: 'entry-order',
  level: 'warning',
  summary: 'A job that is delivered before it is awarded, or the like',
  why: 'How long a job took, what it waited for and whether it was on time is read from the dates of its entries. When a later step has the earlier date, one of the two is wrong, and so is all that is reckoned from it.',
  bad: `
---
team:
  lin: { name: Lin Chen, time: contract }
---

## Product photos for the autumn catalogue (one-off)

- Budget: 300 EUR
- Due: 2026-11-27

Ten bowls on white, and three mood shots with daylight. TIFF, 3000 px.

- 2026-10-26 posted
- 2026-11-19 awarded @lin 290 EUR
- 2026-11-18 delivered
  ^^^^^^^^^^
`,
  good: `
---
team:
  lin: { name: Lin Chen, time: contract }
---

## Product photos for the autumn catalogue (one-off)

- Budget: 300 EUR
- Due: 2026-11-27

Ten bowls on white, and three mood shots with daylight. TIFF, 3000 px.

- 2026-11-18 delivered
- 2026-10-29 awarded @lin 290 EUR
- 2026-10-26 posted
`,
  *checkTask({ block }) {
    if (block.kind !== 'one-off') return;
    for (const { entry, step, prior, before } of misplaced(block)) {
      const day = formatDay(prior.date!);
      yield {
        at: entry.dateAt,
        message: `The job was ${step} on ${formatDay(entry.date!)}, which is before it was ${before} on ${day}. One of the two dates is wrong; correct it, or remove the entry that does not belong here.`,
        fixes: (task): Fix[] => [
          { title: `Set the date to ${day}, when it was ${before}`, edits: [{ uri: task.document.uri, edits: [replaceSpan(task, entry.dateAt, day)] }], preferred: true },
          { title: `Remove this “${step}” entry`, edits: [{ uri: task.document.uri, edits: [removeEntry(task, entry)] }] },
        ],
      };
    }
  },
});

/** What each step comes after. The first of them that the job has is the one that counts. */
const after = [
  ['awarded', ['posted']],
  ['delivered', ['awarded', 'posted']],
  ['reviewed', ['delivered']],
  ['paid', ['delivered']],
] as const satisfies readonly (readonly [Step, readonly Step[]])[];

interface Misplaced {
  readonly entry: Entry;
  readonly step: Step;
  readonly prior: Entry;
  readonly before: Step;
}

/**
 * The steps that all come too early. A job can be awarded, delivered or paid more than once, so only that is a mistake for
 * certain: the last time of a step is before the first time of the one before it.
 */
function* misplaced(block: Block): Generator<Misplaced> {
  for (const [step, befores] of after) {
    const entry = latestOf(stepsOf(block, step));
    if (entry?.date === undefined) continue;
    for (const before of befores) {
      const prior = earliestOf(stepsOf(block, before));
      if (!prior) continue;
      const isAdvance = step === 'paid' && isDeposit(entry, { awarded: latestOf(stepsOf(block, 'awarded')), delivered: prior });
      if (isBefore(entry.date, prior.date) && !isAdvance) yield { entry, step, prior, before };
      break;
    }
  }
}
