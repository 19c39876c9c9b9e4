import { convertToRecurring } from '../model/changes/convertToRecurring.ts';
import { dayOfJob } from '../model/repeats/order.ts';
import { isKeptApart, isSameTask, repeatsOf } from '../model/repeats/repeats.ts';
import { formatDay } from '../notation/dates.ts';
import type { Task } from '../notation/document.ts';
import { toRange } from '../text.ts';
import { type Context, type Fix, type Related, rule } from './rule.ts';
import { called, howOften, quoted } from './wording.ts';

/** Of many repeats, the latest are named. */
const most = 10;

export const repeatedOneOff = rule({
  code: 'repeated-one-off',
  level: 'info',
  kind: 'one-off',
  raised: { level: 'warning', when: 'from the third time on' },
  summary: 'A job that has been given away before, under a like title',
  why: 'What comes back is no one-off. Each time it is posted, explained and awarded anew, and what was learned goes home with whoever did it. As a recurring function it has an owner who knows it, and a process that is written once. Where the likeness misleads, `Same as: none` says so; where it is not seen, `Same as` and a title do.',
  bad: `
---
team:
  lin: { name: Lin Chen, time: contract }
---

## Product photos for the spring catalogue (one-off)

- Budget: 300 EUR
- Due: 2026-04-10
- Estimate: 6h

Twelve mugs on white. Three mood shots with daylight. TIFF, 3000 px.

- 2026-03-16 posted explained 40m
- 2026-03-19 awarded @lin 280 EUR
- 2026-04-02 delivered
- 2026-04-07 reviewed 4/5: Sharp; the white was a little grey.

## Summer catalogue: product photos (one-off)

- Budget: 300 EUR
- Due: 2026-07-10
- Estimate: 6h

Eight plates on white. Three mood shots with daylight. TIFF, 3000 px.

- 2026-06-15 posted explained 30m
- 2026-06-18 awarded @lin 280 EUR
- 2026-07-02 delivered
- 2026-07-06 reviewed 5/5

## Photograph the products for the autumn catalogue (one-off)
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

- Budget: 300 EUR
- Due: 2026-10-09
- Estimate: 6h

Ten bowls on white. Three mood shots with daylight. TIFF, 3000 px.

- 2026-09-14 posted explained 30m
- 2026-09-17 awarded @lin 290 EUR
- 2026-10-01 delivered
- 2026-10-05 reviewed 5/5: Soft shadows this time.
`,
  good: `
---
team:
  lin: { name: Lin Chen, time: contract }
  jon: { name: Jon Park }
---

## Product photos for the catalogue (recurring)

- Owner: @lin
- Backup: @jon
- Cadence: every quarter
- Process: below
- Estimate: 6h
- Starts: 2026-04-01

1. Take each piece on white.
2. Take three mood shots with daylight.
3. Deliver TIFF, 3000 px.

- 2026-10-01 @lin explained 30m 5/5 290 EUR
- 2026-07-01 @lin explained 30m 5/5 280 EUR
- 2026-04-01 @lin explained 40m 4/5 280 EUR

## Photograph the products for the autumn catalogue (one-off)

- Budget: 300 EUR
- Due: 2026-10-09
- Estimate: 6h
- Same as: Product photos for the catalogue

Ten bowls on white. Three mood shots with daylight. TIFF, 3000 px.

- 2026-09-14 posted explained 30m
- 2026-09-17 awarded @lin 290 EUR
- 2026-10-01 delivered
- 2026-10-05 reviewed 5/5: Soft shadows this time.
`,
  checkTask(task, { folder }) {
    const { block } = task;
    // The comment that keeps it apart silences this, and is of use.
    if (isKeptApart(task, folder)) return [{ at: block.titleAt, message: `${called(block)} is like other jobs.` }];
    const repeats = repeatsOf(task, folder);
    if (!repeats?.latest || !isSameTask(repeats.latest, task)) return undefined;
    const { jobs, recurring } = repeats;
    const message = recurring
      ? `${called(block)} is told anew, and it is like what became the recurring function ${quoted(recurring.block.title)}. Log it there, and say so here: - Same as: ${quoted(recurring.block.title).slice(1, -1)}`
      : `${called(block)} is a job that comes back: ${howOften(jobs.map(dayOfJob))}. Make it a recurring function with an owner and a process, so that it is not explained anew each time.`;
    return [{
      at: block.titleAt,
      message,
      isRaised: jobs.length > 2,
      related: [...(recurring ? [placeOf(recurring, 'The recurring function')] : []), ...others(jobs, task)],
      fixes: converting,
    }];
  },
});

function others(jobs: readonly Task[], task: Task): Related[] {
  const all = jobs.filter((job) => !isSameTask(job, task));
  return all.slice(-most).map((job, i) => {
    const day = dayOfJob(job);
    const more = i === 0 && all.length > most ? `; ${all.length - most} more before` : '';
    return placeOf(job, `${quoted(job.block.title)}${day === undefined ? '' : `, ${formatDay(day)}`}${more}`);
  });
}

const placeOf = ({ document, block, firstLine }: Task, message: string): Related => ({ uri: document.uri, range: toRange(block.titleAt, firstLine), message });

function converting(task: Task, { folder }: Context): Fix[] {
  const change = convertToRecurring(task, folder);
  if (!change) return [];
  const recurring = repeatsOf(task, folder)?.recurring;
  return [{ title: recurring ? `Add it to ${quoted(recurring.block.title)}` : 'Convert to a recurring function', ...change, preferred: true }];
}
