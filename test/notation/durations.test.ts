/** Lengths of time: every spelling, the canonical form, and what was meant by what is none. */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { formatDuration, nearestDuration, parseDuration, parseDurationPair, parseDurationWord } from '../../server/notation/durations.ts';

describe('a duration', () => {
  const read: readonly (readonly [text: string, minutes: number | undefined])[] = [
    ['45m', 45], ['1h', 60], ['1h 30m', 90], ['1h30m', 90], ['1h30', 90], ['1.5h', 90], ['0.25h', 15], ['90 min', 90], ['90min', 90], ['90 mins', 90], ['90 minutes', 90],
    ['1 minute', 1], ['2 hours', 120], ['1 hour', 60], ['2 hrs', 120], ['2hr', 120], ['1 hour 30 minutes', 90], ['2 H', 120], ['0m', 0], ['8784h', 527040], ['1h\t30m', 90], [' 1h ', 60],
    ['', undefined], ['90', undefined], ['h', undefined], ['1,5h', undefined], ['1:30', undefined], ['1h 30', undefined], ['1 d', undefined], ['-1h', undefined], ['1e3m', undefined],
    ['.5h', undefined], ['8785h', undefined], ['9999999m', undefined], ['1h!', undefined], ['1 constructor', undefined], ['1toString', undefined], ['½h', undefined], ['١h', undefined],
  ];
  for (const [text, minutes] of read) it(JSON.stringify(text), () => assert.equal(parseDuration(text), minutes));

  it('reads words and pairs by themselves', () => {
    assert.equal(parseDurationWord('45m'), 45);
    assert.equal(parseDurationWord('45'), undefined);
    assert.equal(parseDurationPair('45', 'Min'), 45);
    assert.equal(parseDurationPair('45', 'EUR'), undefined);
  });

  it('is written in hours and minutes', () => {
    assert.deepEqual([0, 45, 60, 90, 600].map(formatDuration), ['0m', '45m', '1h', '1h 30m', '10h']);
    fc.assert(fc.property(fc.nat(527040), (minutes) => assert.equal(parseDuration(formatDuration(minutes)), minutes)));
  });
});

describe('what was meant by a duration', () => {
  const cases: readonly (readonly [text: string, minutes: number | undefined])[] = [
    ['1,5 std', 90], ['1,5h', 90], ['2 Stunden', 120], ['30 Minuten', 30], ['1 hora', 60], ['1:30', 90], ['1:30h', 90], ['0:45', 45], ['1 std. 30 min.', 90],
    ['about 2h', 120], ['~2h', 120], ['2-3h', 180], ['1h to 2h', 120], ['1h 30m or so', 90], ['(45 min)', 45], ['2 hours each', 120],
    ['90', undefined], ['half a day', undefined], ['1:75', undefined], ['3 crates', undefined], ['', undefined], ['constructor', undefined], ['2horses', undefined],
  ];
  for (const [text, minutes] of cases) it(JSON.stringify(text), () => assert.equal(nearestDuration(text), minutes));

  it('is soon told of any text', () => assert.equal(nearestDuration('1h '.repeat(100000)), undefined));
});
