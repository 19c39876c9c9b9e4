import { type Amount, formatAmount } from '../notation/amounts.ts';
import { fieldOf } from '../notation/blocks.ts';
import type { Task } from '../notation/document.ts';
import { formatDuration } from '../notation/durations.ts';
import { isPlaceholder } from '../notation/fields.ts';
import { setField } from '../notation/write.ts';
import { agreedPrice } from '../model/bidders.ts';
import { isOpen, jobOf } from '../model/stages.ts';
import type { Folder } from '../model/workspace.ts';
import { preferFirst } from './edits.ts';
import { rule } from './rule.ts';
import { called } from './wording.ts';

export const missingBudget = rule({
  code: 'missing-budget',
  level: 'info',
  kind: 'one-off',
  isLocal: true,
  summary: 'A one-off that is posted without a budget',
  why: 'Without a budget, bids come in that nobody can compare with anything, and those who are too dear find out last. Before it is posted and after it is delivered a job needs none.',
  bad: `
## Product photos for the spring catalogue (one-off)
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

- Due: 2026-12-18

Twelve mugs on white, and three mood shots with daylight. TIFF, 3000 px.

| Bid   |   Price | Days |
| ----- | ------: | ---: |
| Tomek | 190 EUR |   14 |
| Ana   | 310 EUR |    7 |

- 2026-11-16 posted
`,
  good: `
## Product photos for the spring catalogue (one-off)

- Budget: 320 EUR
- Due: 2026-12-18

Twelve mugs on white, and three mood shots with daylight. TIFF, 3000 px.

| Bid   |   Price | Days |
| ----- | ------: | ---: |
| Tomek | 190 EUR |   14 |
| Ana   | 310 EUR |    7 |

- 2026-11-16 posted
`,
  checkTask({ block }) {
    const field = fieldOf(block, 'Budget');
    if (field && !isPlaceholder(field.value)) return undefined;
    const job = jobOf(block);
    if (!job.posted || !isOpen(job)) return undefined;
    return [{
      at: block.titleAt,
      message: `${called(block)} is posted without a budget, so there is nothing to measure the bids against. Add the most that it may cost: - Budget: 300 EUR`,
      fixes: (task, { folder }) =>
        preferFirst(
          proposals(task, folder).map(({ amount, reason }) => ({
            title: `Set the budget to ${formatAmount(amount)}, ${reason}`,
            edits: [{ uri: task.document.uri, edits: [setField(task, 'Budget', formatAmount(amount))] }],
          })),
        ),
    }];
  },
});

interface Proposal {
  readonly amount: Amount;
  readonly reason: string;
}

/** What the budget may be, each sum once, likeliest first. Nothing where the notes give no sum: an invented one helps nobody. */
function proposals(task: Task, folder: Folder): Proposal[] {
  const { awarded } = jobOf(task.block);
  const agreed = awarded && agreedPrice(awarded, task.block.bids, folder.roster)?.value;
  if (agreed) return [{ amount: agreed, reason: 'what it was awarded for' }];
  const found = [...ofBids(task), ...ofEstimate(task, folder), ...ofOthers(folder)];
  return found.filter(({ amount }, i) => found.findIndex((each) => formatAmount(each.amount) === formatAmount(amount)) === i);
}

/** The highest and the lowest bid, of those in the currency of the first. */
function ofBids({ block }: Task): Proposal[] {
  const prices = (block.bids?.rows ?? []).flatMap(({ price }) => price?.value ?? []);
  const sorted = prices.filter(({ currency }) => currency === prices[0]!.currency).sort((a, b) => b.value - a.value);
  const [highest] = sorted;
  if (!highest) return [];
  return [{ amount: highest, reason: 'the highest bid' }, { amount: sorted.at(-1)!, reason: 'the lowest bid' }];
}

/** What it would cost to do it oneself. */
function ofEstimate({ block }: Task, { roster }: Folder): Proposal[] {
  const { delegator, currency, people } = roster;
  const rate = delegator && people.get(delegator.value)?.rate;
  if (!block.estimate || !rate || !currency) return [];
  const value = Math.round((block.estimate.value / 60) * rate);
  return value > 0 ? [{ amount: { value, currency }, reason: `the estimate of ${formatDuration(block.estimate.value)} at your own rate` }] : [];
}

/** The middle one of the budgets of the folder's other jobs, from three on. */
function ofOthers(folder: Folder): Proposal[] {
  const budgets = [...folder.tasks()].flatMap(({ block }) => (block.kind === 'one-off' && block.budget ? [block.budget.value] : []));
  const currency = folder.roster.currency ?? budgets[0]?.currency;
  const sorted = budgets.filter((budget) => budget.currency === currency).sort((a, b) => a.value - b.value);
  return sorted.length < 3 ? [] : [{ amount: sorted[(sorted.length - 1) >> 1]!, reason: `the middle of your ${sorted.length} other budgets` }];
}
