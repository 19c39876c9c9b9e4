import { formatAmount, parseAmount } from '../notation/amounts.ts';
import { spanText } from '../notation/document.ts';
import { replaceSpan, setField } from '../notation/write.ts';
import { agreedPrice, bidders } from '../model/bidders.ts';
import { jobOf } from '../model/stages.ts';
import { type Fix, rule } from './rule.ts';
import { called } from './wording.ts';

export const awardOverBudget = rule({
  code: 'award-over-budget',
  level: 'info',
  kind: 'one-off',
  isLocal: true,
  summary: 'A job that is awarded for more than its budget',
  why: 'A budget that is passed without a word is no budget. Either the job is worth more than was thought, and the budget should say so for the next time, or the sum is a slip of the pen.',
  bad: `
---
team:
  lin: { name: Lin Chen, time: contract }
---

## Product photos for the spring catalogue (one-off)

- Budget: 300 EUR
- Due: 2026-12-18

Twelve mugs on white, and three mood shots with daylight. TIFF, 3000 px.

| Bid   |   Price | Days |
| ----- | ------: | ---: |
| @lin  | 280 EUR |   10 |
| Tomek | 190 EUR |   14 |

- 2026-11-16 posted
- 2026-11-19 awarded @lin 380 EUR
                          ^^^^^^^
`,
  good: `
---
team:
  lin: { name: Lin Chen, time: contract }
---

## Product photos for the spring catalogue (one-off)

- Budget: 300 EUR
- Due: 2026-12-18

Twelve mugs on white, and three mood shots with daylight. TIFF, 3000 px.

| Bid   |   Price | Days |
| ----- | ------: | ---: |
| @lin  | 280 EUR |   10 |
| Tomek | 190 EUR |   14 |

- 2026-11-16 posted
- 2026-11-19 awarded @lin 280 EUR
`,
  checkTask({ block }, { folder }) {
    if (!block.budget) return undefined;
    const { stage, awarded } = jobOf(block);
    if (!awarded || stage === 'cancelled') return undefined;
    const price = agreedPrice(awarded, block.bids, folder.roster);
    const budget = block.budget.value;
    if (!price || price.value.currency !== budget.currency || price.value.value <= budget.value) return undefined;
    return [{
      at: price.at,
      message: `${called(block)} goes for ${formatAmount({ value: price.value.value - budget.value, currency: budget.currency })} more than the budget of ${formatAmount(budget)}. If the job is worth it, raise the budget, so that the next one starts from what it really costs.`,
      fixes: (task): Fix[] => {
        const edit = (title: string, change: ReturnType<typeof setField>): Fix => ({ title, edits: [{ uri: task.document.uri, edits: [change] }] });
        const fixes = [{ ...edit(`Raise the budget to ${formatAmount(price.value)}`, setField(task, 'Budget', formatAmount(price.value))), preferred: true }];
        const bid = block.bids && awarded.who && bidders(block.bids, folder.roster)(awarded.who.handle)?.price?.value;
        // An amount that is wrapped onto a second line is not all in its span, and is left alone.
        const isWhole = awarded.amount && parseAmount(spanText(task.section, price.at));
        const isSlip = isWhole && bid && bid.currency === budget.currency && bid.value <= budget.value;
        return isSlip ? [...fixes, edit(`Set the award to ${formatAmount(bid)}, the price of the bid`, replaceSpan(task, price.at, formatAmount(bid)))] : fixes;
      },
    }];
  },
});
