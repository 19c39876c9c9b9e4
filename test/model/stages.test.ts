/** How far a job has come, by its entries. */
import assert from 'node:assert/strict';
import { agreedPrice, bidders } from '../../server/model/bidders.ts';
import { type Job, jobOf, type Stage } from '../../server/model/stages.ts';
import { formatAmount } from '../../server/notation/amounts.ts';
import { formatDay } from '../../server/notation/dates.ts';
import { tasksOf } from '../../server/notation/document.ts';
import { load, parseFixture } from '../support/fixture.ts';

const folderOf = (text: string) => load(parseFixture(text).files);
const blockOf = (text: string) => tasksOf([...folderOf(text).documents.values()][0]!)[0]!.block;
const job = (...entries: string[]): Job => jobOf(blockOf(`## Photos (one-off)\n\n${entries.map((each) => `- ${each}\n`).join('')}`));

describe('the stage of a job', () => {
  const stages: readonly [what: string, stage: Stage, ...entries: string[]][] = [
    ['nothing written', 'draft'],
    ['a talk before it is posted', 'draft', '2026-03-01 explained 20m: What we need.'],
    ['posted', 'posted', '2026-03-02 posted explained 1h'],
    ['awarded without being posted', 'awarded', '2026-03-05 awarded @lin 280 EUR'],
    ['a step of each kind, oldest first', 'paid', '2026-03-02 posted', '2026-03-05 awarded', '2026-03-18 delivered', '2026-03-19 reviewed 4/5', '2026-03-26 paid'],
    ['in any order', 'reviewed', '2026-03-18 delivered', '2026-03-19 reviewed 4/5', '2026-03-02 posted', '2026-03-05 awarded'],
    ['all on one day', 'delivered', '2026-03-02 delivered', '2026-03-02 awarded', '2026-03-02 posted'],
    ['delivered with a rating', 'reviewed', '2026-03-05 awarded', '2026-03-18 delivered 5/5'],
    ['delivered with feedback', 'reviewed', '2026-03-05 awarded', '2026-03-18 delivered\n  - Liked: Soft shadows.'],
    ['paid with a rating and nothing else', 'paid', '2026-03-05 awarded', '2026-03-18 paid 5/5'],
    ['a step whose date is no day counts all the same', 'delivered', '2026-02-27 awarded', '2026-02-30 delivered'],

    ['posted twice', 'posted', '2026-03-02 posted', '2026-04-02 posted'],
    ['posted again: the award fell through', 'posted', '2026-03-02 posted', '2026-03-05 awarded @lin', '2026-04-02 posted'],
    ['posted again and awarded on the same day', 'awarded', '2026-03-02 posted', '2026-04-02 awarded @lin', '2026-04-02 posted'],
    ['posted on two boards on one day', 'awarded', '2026-03-02 posted', '2026-03-02 posted', '2026-03-02 awarded'],
    ['awarded before the only posting: a wrong date, and still an award', 'awarded', '2026-03-05 posted', '2026-03-02 awarded'],
    ['posted again after the delivery: another round', 'posted', '2026-03-02 posted', '2026-03-18 delivered', '2026-09-01 posted'],

    ['cancelled', 'cancelled', '2026-03-02 posted', '2026-03-23 cancelled: Too dear.'],
    ['cancelled on the day of the posting', 'cancelled', '2026-03-02 cancelled', '2026-03-02 posted'],
    ['cancelled with a fee paid', 'cancelled', '2026-03-05 awarded @lin 280 EUR', '2026-03-08 cancelled', '2026-03-09 paid 50 EUR'],
    ['cancelled, then posted again', 'posted', '2026-03-02 posted', '2026-03-23 cancelled', '2026-04-02 posted'],
    ['cancelled, then delivered after all', 'delivered', '2026-03-02 posted', '2026-03-23 cancelled', '2026-03-30 delivered'],
    ['cancelled on a day that does not exist', 'cancelled', '2026-02-02 posted', '2026-02-30 cancelled'],

    ['a deposit is not the payment', 'awarded', '2026-03-05 awarded @lin 280 EUR', '2026-03-06 paid 100 EUR'],
    ['all of it paid ahead', 'paid', '2026-03-05 awarded @lin 280 EUR', '2026-03-06 paid 280 EUR'],
    ['the rest, paid after delivery', 'paid', '2026-03-05 awarded @lin 280 EUR', '2026-03-06 paid 100 EUR', '2026-03-18 delivered', '2026-03-20 paid 180 EUR'],
    ['a deposit and the delivery', 'delivered', '2026-03-05 awarded @lin 280 EUR', '2026-03-06 paid 100 EUR', '2026-03-18 delivered'],
    ['a sum in another currency tells nothing', 'paid', '2026-03-05 awarded @lin 280 EUR', '2026-03-06 paid 100 USD'],

    ['no verb means done, on a job that never was on the board', 'delivered', '2026-03-18 @jon 2h: Moved the printer.'],
    ['no verb means work on the way, on one that is', 'awarded', '2026-03-05 awarded @lin', '2026-03-10 @lin 2h: The mugs.'],
    ['done, in so many words', 'delivered', '2026-03-05 awarded @lin', '2026-03-10 @lin done 2h'],
  ];
  for (const [what, stage, ...entries] of stages) {
    it(`${what}: ${stage}`, () => assert.equal(job(...entries).stage, stage));
  }

  it('has the latest entry of each step', () => {
    const { posted, awarded, delivered, cancelled } = job('2026-03-02 posted', '2026-03-01 posted', '2026-03-05 awarded @lin', '2026-03-09 awarded @ana', '2026-03-18 delivered');
    assert.deepEqual([posted, awarded, delivered].map((entry) => formatDay(entry!.date!)), ['2026-03-02', '2026-03-09', '2026-03-18']);
    assert.equal(awarded!.who!.handle, 'ana');
    assert.equal(cancelled, undefined);
  });
});

describe('the bid of a person', () => {
  const text = `
---
team:
  lin: { name: Lin Chen }
  msilva: { name: Maria Silva }
  jo: { name: Joana Reis }
---

## Photos (one-off)

| Bidder                          | Price   | Days |
| ------------------------------- | ------: | ---: |
| @Lin                            | 280 EUR |   10 |
| Tomek                           | 190 EUR |   14 |
| [Lena Voigt](https://example.com/lena) | 1900 EUR | 60 |
| Hurley & Daly                   | 900 EUR |    7 |
| maria silva                     | 150 EUR |      |
| Joana                           | 160 EUR |      |
| @ana (studio)                   | 310 EUR |    7 |
| José Pérez                      | 170 EUR |      |
|                                 | 999 EUR |      |
`;
  const cases: readonly [handle: string, price: string | undefined][] = [
    ['lin', '280 EUR'],
    ['tomek', '190 EUR'],
    ['TOMEK', '190 EUR'],
    ['lena', '1900 EUR'],
    ['lena-voigt', '1900 EUR'],
    ['lena.voigt', '1900 EUR'],
    ['hurley', '900 EUR'],
    ['msilva', '150 EUR'],
    ['jo', '160 EUR'],
    ['ana', '310 EUR'],
    ['jose', '170 EUR'],
    ['tom', undefined],
    ['com', undefined],
    ['chen', undefined],
    ['_', undefined],
    ['constructor', undefined],
  ];
  for (const [handle, price] of cases) {
    it(`@${handle}: ${price ?? 'none'}`, () => {
      const bid = bidders(blockOf(text).bids!, folderOf(text).roster)(handle);
      assert.equal(bid?.price && formatAmount(bid.price.value), price);
    });
  }

  const prices: readonly [award: string, price: string | undefined][] = [
    ['2026-03-05 awarded @lin 250 EUR', '250 EUR'],
    ['2026-03-05 awarded @lin', '280 EUR'],
    ['2026-03-05 awarded @leo', undefined],
    ['2026-03-05 awarded', undefined],
  ];
  for (const [award, price] of prices) {
    it(`agreed on in “${award}”: ${price ?? 'unknown'}`, () => {
      const { bids, entries } = blockOf(`${text}\n- ${award}\n`);
      const agreed = agreedPrice(entries[0]!, bids, folderOf(text).roster);
      assert.equal(agreed && formatAmount(agreed.value), price);
    });
  }
});
