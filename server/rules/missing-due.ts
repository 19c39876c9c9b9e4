import { fieldOf } from '../notation/blocks.ts';
import { type Day, formatDay } from '../notation/dates.ts';
import type { Task } from '../notation/document.ts';
import { isPlaceholder } from '../notation/fields.ts';
import { setField } from '../notation/write.ts';
import { bidders } from '../model/bidders.ts';
import { isOpen, jobOf } from '../model/stages.ts';
import { preferFirst } from './edits.ts';
import { type Context, rule } from './rule.ts';
import { called } from './wording.ts';

export const missingDue = rule({
  code: 'missing-due',
  level: 'info',
  kind: 'one-off',
  isLocal: true,
  summary: 'A one-off that is posted without a due date',
  why: 'Work without a day by which it is needed waits behind work that has one, and nobody notices when it is late. Before it is posted and after it is delivered a job needs none.',
  bad: `
## Product photos for the spring catalogue (one-off)
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

- Budget: 300 EUR

Twelve mugs on white, and three mood shots with daylight. TIFF, 3000 px.

- 2026-11-16 posted
`,
  good: `
## Product photos for the spring catalogue (one-off)

- Budget: 300 EUR
- Due: 2026-12-18

Twelve mugs on white, and three mood shots with daylight. TIFF, 3000 px.

- 2026-11-16 posted
`,
  checkTask({ block }) {
    const field = fieldOf(block, 'Due');
    if (field && !isPlaceholder(field.value)) return undefined;
    const job = jobOf(block);
    if (!job.posted || !isOpen(job)) return undefined;
    return [{
      at: block.titleAt,
      message: `${called(block)} is posted without a due date, so it waits behind work that has one. Add the day by which you need it: - Due: YYYY-MM-DD`,
      fixes: (task, context) =>
        preferFirst(
          proposals(task, context).map(({ day, reason }) => ({
            title: `Set the due date to ${formatDay(day)}, ${reason}`,
            edits: [{ uri: task.document.uri, edits: [setField(task, 'Due', formatDay(day))] }],
          })),
        ),
    }];
  },
});

interface Proposal {
  readonly day: Day;
  readonly reason: string;
}

const twoWeeks = 14;

/** Days that are not over yet, each once, likeliest first. */
function proposals({ block }: Task, { folder, today }: Context): Proposal[] {
  const { posted, awarded } = jobOf(block);
  const found: Proposal[] = [];
  const bid = block.bids && awarded?.who && bidders(block.bids, folder.roster)(awarded.who.handle);
  if (awarded?.date !== undefined && bid?.days !== undefined) {
    found.push({ day: awarded.date + bid.days, reason: `the ${bid.days} days of the bid after the award` });
  }
  const milestones = block.milestones.flatMap(({ date }) => date ?? []).sort((a, b) => b - a);
  if (milestones.length > 0) found.push({ day: milestones[0]!, reason: 'the day of the last milestone' });
  if (posted?.date !== undefined) found.push({ day: posted.date + twoWeeks, reason: 'two weeks after posting' });
  if (today !== undefined) found.push({ day: today + twoWeeks, reason: 'two weeks from today' });
  return found.filter(({ day }, i) => day >= (today ?? day) && found.findIndex((each) => each.day === day) === i);
}
