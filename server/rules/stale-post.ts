import { cancel, post } from '../model/changes/jobEntries.ts';
import { jobOf } from '../model/stages.ts';
import { type Fix, rule } from './rule.ts';
import { called } from './wording.ts';

/** Days. */
const patience = 30;

export const stalePost = rule({
  code: 'stale-post',
  level: 'info',
  kind: 'one-off',
  needsToday: true,
  isLocal: true,
  summary: 'A job that was posted 30 or more days ago and is not awarded',
  why: 'After a month nobody scrolls down to a post any more, and those who have bid no longer count on an answer. Posting it again, better worded, costs minutes; a job nobody needs any more is one line to cancel.',
  bad: `
## Film a one-minute tour of the workshop (one-off)

- Budget: 600 EUR
- Due: 2027-01-29

One take through the workshop, with the sound of the place and no music.

- 2026-09-28 posted
  ^^^^^^^^^^
`,
  good: `
## Film a one-minute tour of the workshop (one-off)

- Budget: 600 EUR
- Due: 2027-01-29

One take through the workshop, with the sound of the place and no music.

- 2026-11-16 posted: With two pictures this time.
- 2026-09-28 posted
`,
  checkTask({ block }, { today }) {
    if (today === undefined) return undefined;
    const { stage, posted } = jobOf(block);
    if (stage !== 'posted' || posted?.date === undefined || today - posted.date < patience) return undefined;
    const bids = block.bids?.rows.length ?? 0;
    return [{
      at: posted.dateAt,
      message: `${called(block)} was posted ${today - posted.date} days ago and is not awarded. ${bids > 0 ? 'Those who bid wait for an answer: award it, post it again or cancel it.' : 'A post this old is seen by nobody: post it again, perhaps with a clearer brief or another budget, or cancel it.'}`,
      fixes: (task): Fix[] => [
        { title: 'Post it again today', edits: [post(task, today)], preferred: true },
        { title: 'Cancel the job', edits: [cancel(task, today)] },
      ],
    }];
  },
});
