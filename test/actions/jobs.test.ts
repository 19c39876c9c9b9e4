/** Awards, deliveries and reviews of jobs. Today is Monday, 23 November 2026. */
import assert from 'node:assert/strict';
import { actions } from '../../server/actions/index.ts';
import { taskOf } from '../../server/actions/place.ts';
import type { Choice } from '../../server/protocol.ts';
import { contextAt } from '../support/feature.ts';
import { after, refusal, written } from './support.ts';

const job = (...parts: readonly string[]): string => ['## Product$0 photos (one-off)', '- Budget: 300 EUR', 'Twelve mugs on white.', ...parts, ''].join('\n\n');

const bids = `| Bid | Price | Days | Note |
| --- | ---: | ---: | --- |
| @lin | 280 EUR | 10 | Has the same look |
| Tomek Nowak | 190 EUR | 1 | |
| [Lena Voigt](https://example.org) | | | |
| ??? | 100 EUR | | |`;

const posted = job(bids, '- 2026-11-16 posted');
const awarded = job('- 2026-11-19 @lin awarded 280 EUR\n- 2026-11-16 posted');
const delivered = job('- 2026-11-20 delivered\n- 2026-11-19 @lin awarded 280 EUR');

function choicesOf(name: 'recordAward' | 'addReview', text: string, option: string): readonly Choice[] {
  const { context, position } = contextAt(text);
  return actions[name].choices!(taskOf(context.document, position), context)[option] ?? [];
}

describe('Record Award', () => {
  for (const [what, text, options, line] of [
    ['writes who and the price of the bid', posted, { who: '@lin' }, '- 2026-11-23 @lin awarded 280 EUR'],
    ['knows a bidder by name', posted, { who: '@tomek' }, '- 2026-11-23 @tomek awarded 190 EUR'],
    ['writes what it is told', posted, { who: 'lin', price: '€250.50', day: '2026-11-20', explained: '15 min', note: 'Two rounds.' }, '- 2026-11-20 @lin awarded explained 15m 250.50 EUR: Two rounds.'],
    ['leaves the price out', posted, { who: '@lin', price: null }, '- 2026-11-23 @lin awarded'],
    ['knows no price of somebody who did not bid', posted, { who: '@zoe' }, '- 2026-11-23 @zoe awarded'],
    ['needs no post where there are bids', job(bids), { who: '@lin' }, '- 2026-11-23 @lin awarded 280 EUR'],
  ] as const) {
    it(what, () => assert.equal(after('recordAward', text, options).split('\n').filter((each) => each.includes('awarded')).join('\n'), line));
  }

  for (const [what, text, options, says] of [
    ['an award to nobody', posted, { price: '280 EUR' }, 'Say who gets the job, as in @lin.'],
    ['what is no amount', posted, { who: '@lin', price: '280' }, '“280” is not an amount, as in 280 EUR.'],
    ['what is awarded', awarded, { who: '@lin' }, 'Record Award is for a one-off that is posted or has bids, and is not awarded yet, which “Product photos” is not.'],
    ['what is not posted and has no bids', job(), { who: '@lin' }, 'Record Award is for a one-off that is posted or has bids, and is not awarded yet, which “Product photos” is not.'],
    ['a function', '## A$0 (recurring)\n', { who: '@lin' }, 'Record Award is for a one-off that is posted or has bids, and is not awarded yet, which “A” is not.'],
  ] as const) it(`refuses ${what}`, () => assert.equal(refusal('recordAward', text, options), says));

  it('lets one of the bidders be picked, with the price', () => {
    const team = `---\nteam:\n  lena: { name: Lena Voigt }\n---\n\n${posted}`;
    assert.deepEqual(choicesOf('recordAward', team, 'who'), [
      { value: '@lin', label: '@lin', description: '280 EUR · 10 days', detail: 'Has the same look', proposals: { price: '280 EUR' } },
      { value: '@tomek-nowak', label: 'Tomek Nowak', description: '190 EUR · 1 day · @tomek-nowak', proposals: { price: '190 EUR' } },
      { value: '@lena', label: 'Lena Voigt', description: '@lena', proposals: { price: '' } },
    ]);
  });
  it('lets one of the team be picked where there is no table', () => {
    const team = `---\nteam:\n  lin: { name: Lin Chen, time: contract, hours: 10 }\n---\n\n${job('- 2026-11-16 posted')}`;
    assert.deepEqual(choicesOf('recordAward', team, 'who'), [{ value: '@lin', label: '@lin', description: 'Lin Chen · contract', detail: '0m of 10h a week, owns nothing yet' }]);
  });
});

describe('Mark Delivered', () => {
  it('writes it down', () => assert.equal(written('markDelivered', awarded), '- 2026-11-23 delivered'));
  it('says who and what', () => assert.equal(written('markDelivered', awarded, { day: '2026-11-20', who: '@lin', note: 'All files.' }), '- 2026-11-20 @lin delivered: All files.'));
  it('applies to what was simply given to somebody', () => assert.equal(written('markDelivered', '## A$0 (one-off)\n\n- Owner: @lin\n\n- 2026-11-16 @lin explained 10m\n'), '- 2026-11-23 delivered'));
  for (const [what, text] of [['that nobody was given', posted], ['that is delivered', delivered], ['that is cancelled', job('- 2026-11-20 cancelled\n- 2026-11-19 @lin awarded')]] as const) {
    it(`does not apply to a job ${what}`, () => assert.match(refusal('markDelivered', text), /^Mark Delivered is for a one-off that is awarded or has an owner, and is not delivered yet, which /));
  }
});

describe('Add Review', () => {
  it('writes how good it was, and why', () => assert.equal(written('addReview', delivered, { rating: '4/5', note: 'Soft shadows.' }), '- 2026-11-23 reviewed 4/5: Soft shadows.'));
  it('takes a bare number', () => assert.equal(written('addReview', delivered, { rating: '0', note: '' }), '- 2026-11-23 reviewed 0/5'));
  it('lets one of six be picked, each of which it takes', () => {
    const ratings = choicesOf('addReview', delivered, 'rating').map(({ value }) => value);
    assert.deepEqual(ratings.map((rating) => written('addReview', delivered, { rating })), [5, 4, 3, 2, 1, 0].map((rating) => `- 2026-11-23 reviewed ${rating}/5`));
  });
  for (const [what, text, options, says] of [
    ['a review that says nothing', delivered, { note: 'Well.' }, 'Say how good it was, from 0/5 to 5/5.'],
    ['six of five', delivered, { rating: '6/5' }, '“6/5” is not a rating, as in 4/5.'],
    ['what has not come', awarded, { rating: '5/5' }, 'Add Review is for a one-off that is delivered and not reviewed yet, which “Product photos” is not.'],
    ['what was reviewed', job('- 2026-11-21 reviewed 5/5\n- 2026-11-20 delivered'), { rating: '5/5' }, 'Add Review is for a one-off that is delivered and not reviewed yet, which “Product photos” is not.'],
  ] as const) it(`refuses ${what}`, () => assert.equal(refusal('addReview', text, options), says));
});
