import { formatAmount } from '../notation/amounts.ts';
import type { Bid, Bids } from '../notation/bids.ts';
import type { Entry } from '../notation/entries.ts';
import { handleEnd, type Mention } from '../notation/inline.ts';
import { addBid, replaceSpan } from '../notation/write.ts';
import { bidders } from '../model/bidders.ts';
import { nearest } from '../model/likeness.ts';
import { stepsOf } from '../model/stages.ts';
import { type Fix, rule } from './rule.ts';
import { calledWithin, short } from './wording.ts';

export const awardWithoutBid = rule({
  code: 'award-without-bid',
  level: 'warning',
  kind: 'one-off',
  isLocal: true,
  summary: 'A job that is awarded to somebody who is not in its table of bids',
  why: 'The table is where a reader sees why this one was chosen. Somebody who is not in it is either a slip of the pen or a bid that was never written down, and the next time nobody knows what it was.',
  bad: `
---
team:
  lin: { name: Lin Chen, time: contract }
  leo: { name: Leo Marsh, time: contract }
---

## Product photos for the spring catalogue (one-off)

- Budget: 300 EUR
- Due: 2026-12-18

Twelve mugs on white, and three mood shots with daylight. TIFF, 3000 px.

| Bid   |   Price | Days | Note                        |
| ----- | ------: | ---: | --------------------------- |
| @lin  | 280 EUR |   10 | Portfolio has the same look |
| Tomek | 190 EUR |   14 | No daylight work shown      |

- 2026-11-16 posted
- 2026-11-19 awarded @leo 280 EUR
                     ^^^^
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

| Bid   |   Price | Days | Note                        |
| ----- | ------: | ---: | --------------------------- |
| @lin  | 280 EUR |   10 | Portfolio has the same look |
| Tomek | 190 EUR |   14 | No daylight work shown      |

- 2026-11-16 posted
- 2026-11-19 awarded @lin 280 EUR
`,
  *checkTask({ block }, { folder }) {
    const { bids } = block;
    if (!bids) return;
    const awards = stepsOf(block, 'awarded').filter(({ who }) => who);
    if (awards.length === 0) return;
    const bidOf = bidders(bids, folder.roster);
    for (const award of awards) {
      const who = award.who!;
      if (bidOf(who.handle)) continue;
      yield {
        at: who.at,
        message: `@${short(who.handle)} got ${calledWithin(block)}, but is not in the table of bids, so nobody can see later what was offered. Add the bid to the table, or correct the name.`,
        fixes: (task): Fix[] => [
          ...meant(award, who, bids).map(([handle, { price }]): Fix => ({
            title: `Change to @${short(handle)}${price ? `, who bid ${formatAmount(price.value)}` : ''}`,
            edits: [{ uri: task.document.uri, edits: [replaceSpan(task, who.at, `@${handle}`)] }],
          })),
          {
            title: `Add @${short(who.handle)} to the table of bids`,
            edits: [{ uri: task.document.uri, edits: [addBid(task, bids, `@${who.handle}`, award.amount?.value)] }],
            preferred: true,
          },
        ],
      };
    }
  },
});

/** The bidders who may have been meant, by handle: of nearly the same name, or of the very price. */
function meant({ amount }: Entry, { handle }: Mention, { rows }: Bids): [handle: string, bid: Bid][] {
  const byHandle = new Map(rows.flatMap((bid): [string, Bid][] => (bid.isHandle ? [[bid.bidder, bid]] : isHandle(bid.bidder) ? [[bid.bidder.toLowerCase(), bid]] : [])));
  const awarded = amount && formatAmount(amount.value);
  const samePrice = [...byHandle].filter(([, { price }]) => price && formatAmount(price.value) === awarded).map(([each]) => each);
  const near = nearest(handle, byHandle.keys());
  return [...new Set([...near, ...samePrice])].slice(0, 3).map((each) => [each, byHandle.get(each)!]);
}

/** Whether a name of one word, such as Tomek, could be a handle. */
const isHandle = (name: string): boolean => name !== '' && handleEnd(name, 0) === name.length;
