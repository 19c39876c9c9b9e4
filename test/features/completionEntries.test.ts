import assert from 'node:assert/strict';
import { itemAt, itemsAt, labelsAt, takes } from './completionSupport.ts';

const front = '---\ncurrency: EUR\nteam:\n  maria: { name: Maria Silva }\n  jon: { name: Jon Park }\n---\n\n';
const recurring = (entry: string): string => `${front}## Invoices (recurring)\n\n- Owner: @jon\n- Backup: @maria\n- Cadence: every Friday\n- Estimate: 1h 30m\n\n${entry}\n- 2026-11-13 @jon 1h 10m\n- 2026-11-06 @jon 1h 20m explained 25m\n`;
const oneOff = (entry: string): string => `${front}## Photos (one-off)\n\n- Budget: 300 EUR\n\nText.\n\n| Bid | Price |\n| --- | --- |\n| @lin | 280 EUR |\n\n- 2026-11-02 posted\n${entry}\n`;

describe('completion of entries', () => {
  it('offers who, verbs, how long, and the words for more, the likeliest first', () => {
    assert.deepEqual(labelsAt(recurring('- 2026-11-23 $0')).slice(0, 3), ['@jon', '@maria', 'skipped']);
    const words = itemsAt(recurring('- 2026-11-23 $0'));
    assert.deepEqual(words.filter(({ detail }) => detail?.startsWith('the ')).map(({ label, detail }) => [label, detail]), [['1h 15m', 'the median of the last five'], ['1h 30m', 'the estimate']]);
    assert.deepEqual(words.slice(-8).map(({ label }) => label), ['explained', 'for', '5/5', '4/5', '3/5', '2/5', '1/5', '0/5']);
  });

  it('offers nothing twice', () => {
    const labels = labelsAt(recurring('- 2026-11-23 @jon 1h explained 10m 4/5 $0'));
    assert(!labels.some((label) => /^@|m$|h$|\/5$/.test(label) || label === 'explained'), labels.join());
    assert(!labelsAt(recurring('- 2026-11-23 $0 @jon 1h for 2026-11-20: x')).some((label) => /^@|^\d+[hm]|^for$/.test(label)));
    assert.deepEqual(labelsAt(recurring('- 2026-11-20 skipped $0')).slice(0, 4), ['@jon', '@maria', 'explained', 'for']);
  });

  for (const [before, label, after] of [
    ['- 2026-11-23 sk$0', 'skipped', '- 2026-11-23 skipped'],
    ['- 2026-11-23 sk$0ip: x', 'skipped', '- 2026-11-23 skipped: x'],
    ['- 2026-11-23, expl$0', 'explained', '- 2026-11-23, explained '],
    ['- 2026-11-23 explained $0', '25m', '- 2026-11-23 explained 25m'],
    ['- 2026-11-23 explained 2$0', '20m', '- 2026-11-23 explained 20m'],
    ['- 2026-11-23 fo$0', 'for', '- 2026-11-23 for '],
    ['- 2026-11-23 for $0', '2026-11-20', '- 2026-11-23 for 2026-11-20'],
    ['- 2026-11-23 for 2026-$0', '2026-11-20', '- 2026-11-23 for 2026-11-20'],
    ['- 2026-11-23 @$0 1h', '@jon', '- 2026-11-23 @jon 1h'],
    ['- 2026-11-23 1h 4$0', '4/5', '- 2026-11-23 1h 4/5'],
    ['* **2026-11-23** 1$0', '1h 15m', '* **2026-11-23** 1h 15m'],
  ] as const) {
    it(`makes ${before} into ${after}`, () => takes(recurring(before), label, after));
  }

  it('knows the due days that a run may be for', () => {
    assert.deepEqual(itemsAt(recurring('- 2026-11-23 for $0')).slice(0, 2).map(({ label, detail }) => [label, detail]), [['2026-11-20', 'overdue, Friday'], ['2026-11-27', 'the next due day, Friday']]);
  });

  it('offers the next step of a job first, and what it is awarded for', () => {
    assert.deepEqual(labelsAt(oneOff('- 2026-11-23 $0')).filter((label) => /^[a-z]/.test(label)).slice(0, 2), ['awarded', 'posted']);
    assert.deepEqual(itemsAt(oneOff('- 2026-11-23 awarded @lin $0')).slice(0, 2).map(({ label, detail }) => [label, detail]), [['280 EUR', 'bid by @lin'], ['300 EUR', 'the budget']]);
    assert.equal(labelsAt(oneOff('- 2026-11-23 awarded $0'))[0], '@lin');
    assert(!labelsAt(oneOff('- 2026-11-23 $0')).includes('skipped'));
    assert(!labelsAt(recurring('- 2026-11-23 $0')).includes('awarded'));
  });

  it('says what the words mean', () => {
    assert.deepEqual(itemAt(recurring('- 2026-11-23 $0'), 'skipped').documentation, { kind: 'markdown', value: 'It was left out on purpose, and no run is expected any more.' });
  });

  it('offers nothing in the note behind the colon, nor outside of entries', () => {
    for (const entry of ['- 2026-11-23 1h: Sent sk$0', '- 2026-11-23: $0', '- 2026-11-23 @jon: a 10:30 b $0', '1. Call on 2026-11-23 sk$0']) assert.deepEqual(labelsAt(recurring(entry)), [], entry);
    assert.deepEqual(labelsAt('## Notes\n\n- 2026-11-23 sk$0\n'), []);
  });
});
