/** What holds for the cadences of any text: it is answered, at once, and what is written is read back. */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { catalogue } from '../../server/notation/cadence/catalogue.ts';
import { formatCadence } from '../../server/notation/cadence/format.ts';
import { readCadence } from '../../server/notation/cadence/read.ts';
import { knownWords } from '../../server/notation/cadence/vocabulary.ts';
import { anyCadence } from './cadenceArbitrary.ts';

/** Words of the grammar and their like in any order, which is where a reader trips over itself. */
const words = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...knownWords) },
    { weight: 6, arbitrary: fc.constantFrom('every', 'every', 'other', 'on the', 'the', 'of the month', 'of', 'last', '2nd', 'second', 'and', ',', '&', '/', '-', '–', '2', '15', '31', '2 to 4', 'day', 'weeks', 'a week', 'times', 'workday', 'Friday', 'or the workday before', 'after completion', 'until', '2026-12-31', 'for 10 times', 'starting') },
    { weight: 1, arbitrary: fc.constantFrom('hourly', 'next', 'soon', '1001', '0', '2026-02-30', '1.5', '🙂', '\ud800', 'İ', '\0', '.', '', '+1w', '@weekly', 'FREQ=DAILY', '* * * * *', 'constructor', '__proto__') },
  ),
  { maxLength: 9 },
).map((parts) => parts.join(' '));

const foreign = fc.oneof(
  fc.tuple(fc.constantFrom('+', '++', '.+'), fc.array(fc.constantFrom('1', '2', '12', '9999', 'd', 'w', 'm', 'y', 'h', '/', ' ', ''), { maxLength: 6 })).map(([signs, parts]) => `${signs}1${parts.join('')}`),
  fc.array(fc.constantFrom('*', '0', '9', '1-5', '5-1', '*/2', '1,15', 'L', 'LW', '15W', '5#3', '5L', 'MON', 'JAN', '?', '99', 'x', '1/0', '-', ',', '1-', '/'), { minLength: 3, maxLength: 6 }).map((fields) => `0 9 ${fields.join(' ')}`),
  fc.array(
    fc.tuple(fc.constantFrom('FREQ', 'INTERVAL', 'BYDAY', 'BYMONTHDAY', 'BYMONTH', 'BYSETPOS', 'COUNT', 'UNTIL', 'WKST', 'BYYEARDAY', 'BYHOUR', 'FOO'), fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY', 'MO', 'MO,FR', '1FR', '-1FR', '-1', '1', '31', '2', '20261231', '20260230T000000Z', '', ',', 'MO,TU,WE,TH,FR')).map((pair) => pair.join('=')),
    { maxLength: 5 },
  ).map((parts) => `FREQ=${parts.join(';')}`),
);

const anyText = fc.oneof({ weight: 4, arbitrary: words }, { weight: 2, arbitrary: foreign }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) });

describe('cadences of any text', () => {
  it('what is formatted is read back as it was', () => {
    fc.assert(fc.property(anyCadence, (cadence) => {
      const reading = readCadence(formatCadence(cadence));
      assert(reading.ok, formatCadence(cadence));
      assert.deepEqual(reading.cadence, cadence, formatCadence(cadence));
      assert.equal(reading.ambiguity, undefined, formatCadence(cadence));
    }), { numRuns: 2000 });
  });

  it('answers any text, with places inside of it and phrases that can be read', () => {
    fc.assert(fc.property(anyText, (text) => {
      const reading = readCadence(text);
      if (reading.ok) {
        assert.deepEqual(readCadence(formatCadence(reading.cadence)), { ok: true, cadence: reading.cadence, bounds: {}, form: 'words', losses: [] });
        for (const part of Object.values(reading.bounds)) assert(part === undefined || (part.start >= 0 && part.start < part.end && part.end <= text.length));
      } else {
        assert(reading.start >= 0 && reading.start <= reading.end && reading.end <= text.length);
        assert.equal(reading.word, text.slice(reading.start, reading.end));
        assert(reading.word !== '' || text.trim() === '', `no word in: ${JSON.stringify(text)}`);
        assert.equal(reading.nearest.length, 3);
        for (const phrase of reading.nearest) assert(readCadence(phrase).ok, phrase);
      }
    }), { numRuns: 1000 });
  });

  it('the phrases of the catalogue are canonical, and each means what no other does', () => {
    for (const phrase of catalogue) {
      const reading = readCadence(phrase);
      assert(reading.ok, phrase);
      assert.equal(formatCadence(reading.cadence), phrase);
    }
    assert.equal(new Set(catalogue).size, catalogue.length);
  });

  it('a text of a megabyte takes no time', () => {
    for (const part of ['1,', 'every ', 'January on the ', 'Friday and ', '1st of January and ', '🙂', '9', '-', '1/', '+1w/', 'BYDAY=MO,', '* ']) {
      const text = part.repeat(1_000_000 / part.length);
      const start = process.hrtime.bigint();
      readCadence(text);
      readCadence(`FREQ=${text}`);
      readCadence(text.slice(0, 999));
      assert(process.hrtime.bigint() - start < 200_000_000n, part);
    }
  });
});
