import { addMonths } from '../notation/dates.ts';
import { type Review, review } from '../model/changes/jobEntries.ts';
import { jobOf } from '../model/stages.ts';
import { preferFirst } from './edits.ts';
import { type Fix, rule } from './rule.ts';
import { called } from './wording.ts';

/** Days. */
const patience = 7;

const ratings = [5, 4, 3, 2, 1];

export const missingReview = rule({
  code: 'missing-review',
  level: 'info',
  kind: 'one-off',
  needsToday: true,
  isLocal: true,
  summary: 'A job that was delivered 7 or more days ago and has no review',
  why: 'The review is what is left of a job when the next one like it is awarded: who to ask again, and what to say beforehand. A year after delivery nobody remembers enough to be fair, and the rule no longer asks.',
  bad: `
---
team:
  lin: { name: Lin Chen, time: contract }
---

## Product photos for the autumn catalogue (one-off)

- Budget: 300 EUR
- Due: 2026-11-13

Ten bowls on white, and three mood shots with daylight. TIFF, 3000 px.

- 2026-10-26 posted
- 2026-10-29 awarded @lin 290 EUR
- 2026-11-12 delivered
  ^^^^^^^^^^
`,
  good: `
---
team:
  lin: { name: Lin Chen, time: contract }
---

## Product photos for the autumn catalogue (one-off)

- Budget: 300 EUR
- Due: 2026-11-13

Ten bowls on white, and three mood shots with daylight. TIFF, 3000 px.

- 2026-10-26 posted
- 2026-10-29 awarded @lin 290 EUR
- 2026-11-12 delivered
- 2026-11-16 reviewed 5/5: Soft shadows this time.
`,
  checkTask({ block }, { today }) {
    if (today === undefined) return undefined;
    const { stage, delivered, reviewed } = jobOf(block);
    if (stage === 'cancelled' || reviewed || delivered?.date === undefined) return undefined;
    if (today - delivered.date < patience || addMonths(delivered.date, 12) <= today) return undefined;
    return [{
      at: delivered.dateAt,
      message: `${called(block)} was delivered ${today - delivered.date} days ago, and nobody has written how good the work was. Rate it and say why while you remember, so that the next job like it starts from that.`,
      fixes: (task): Fix[] => {
        const fix = (title: string, words: Review): Fix => ({ title, edits: [review(task, today, words)] });
        return preferFirst([
          fix('Insert a review to fill in', { note: 'What was good, and what should be different next time?' }),
          ...ratings.map((rating) => fix(`Review it with ${rating}/5`, { rating })),
        ]);
      },
    }];
  },
});
