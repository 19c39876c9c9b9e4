/** Days: what is one, how they are counted, and what was meant by what is none. */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { addMonths, dayOf, daysInMonth, formatDay, isDateLike, isLeapYear, looksLikeDay, nearestDays, parseDay, weekdayOf, yearMonthDay } from '../../server/notation/dates.ts';

const anyDay = fc.integer({ min: dayOf(1, 1, 1), max: dayOf(9999, 12, 31) });

describe('a day', () => {
  it('is the number of days since 1970', () => {
    assert.equal(parseDay('1970-01-01'), 0);
    assert.equal(parseDay('2026-11-23'), Date.UTC(2026, 10, 23) / 86400000);
    assert.equal(parseDay('0001-01-01'), -719162);
  });

  it('agrees with the calendar of the machine', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = new Date(day * 86400000);
        assert.deepEqual(yearMonthDay(day), { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, dayOfMonth: date.getUTCDate() });
        assert.equal(weekdayOf(day), (date.getUTCDay() + 6) % 7);
        assert.equal(formatDay(day), date.toISOString().slice(0, 10));
        assert.equal(parseDay(formatDay(day)), day);
      }),
    );
  });

  it('is in the calendar', () => {
    for (const text of ['2024-02-29', '2000-02-29', '2026-12-31', '9999-12-31']) assert.equal(formatDay(parseDay(text)!), text);
    for (const text of ['2026-02-29', '1900-02-29', '2026-02-30', '2026-04-31', '2026-00-10', '2026-13-01', '2026-01-00', '2026-01-32', '0000-01-01']) assert.equal(parseDay(text), undefined, text);
  });

  it('has ten characters in this order', () => {
    for (const text of ['', '2026-1-05', '2026/01/05', '20260105', '2026-01-5', '٢٠٢٦-٠١-٠٥', '2026-01-0x', '-026-01-05', '+026-01-05']) assert.equal(parseDay(text), undefined, text);
    assert.equal(parseDay('x2026-01-05', 1), parseDay('2026-01-05'));
    assert.equal(looksLikeDay('2026-02-30', 0), true);
    assert.equal(looksLikeDay('2026-02-3', 0), false);
  });

  it('moves by months, and stays within them', () => {
    const moved = (from: string, months: number): string => formatDay(addMonths(parseDay(from)!, months));
    assert.equal(moved('2026-01-31', 1), '2026-02-28');
    assert.equal(moved('2024-01-31', 1), '2024-02-29');
    assert.equal(moved('2026-11-30', 3), '2027-02-28');
    assert.equal(moved('2026-03-31', -1), '2026-02-28');
    assert.equal(moved('2026-01-15', -13), '2024-12-15');
    assert.equal(moved('2026-01-15', 0), '2026-01-15');
  });

  it('has a leap year every four, but not every hundred, but every four hundred', () => {
    assert.deepEqual([2024, 2026, 1900, 2000].map(isLeapYear), [true, false, false, true]);
    assert.deepEqual([1, 2, 4, 12].map((month) => daysInMonth(2024, month)), [31, 29, 30, 31]);
  });
});

describe('what was meant by a date', () => {
  const cases: readonly (readonly [text: string, ...days: string[]])[] = [
    ['2026-02-30', '2026-02-28'],
    ['2024-02-30', '2024-02-29'],
    ['2026-04-31', '2026-04-30'],
    ['2026-1-5', '2026-01-05'],
    ['2026/01/05', '2026-01-05'],
    ['2026.1.5', '2026-01-05'],
    ['20.11.2026', '2026-11-20'],
    ['3.4.2026', '2026-04-03'],
    ['3/4/2026', '2026-04-03', '2026-03-04'],
    ['4/4/2026', '2026-04-04'],
    ['3-4-2026', '2026-04-03', '2026-03-04'],
    ['23/4/2026', '2026-04-23'],
    ['4/23/2026', '2026-04-23'],
    ['31/2/2026', '2026-02-28'],
    ['20 March 2026', '2026-03-20'],
    ['20. Mar. 2026', '2026-03-20'],
    ['20th of march 2026', '2026-03-20'],
    ['1st Sept 2026', '2026-09-01'],
    ['20-Mar-2026', '2026-03-20'],
    ['March 20, 2026', '2026-03-20'],
    ['Mar 20th 2026', '2026-03-20'],
    ['2026-11-23 at noon', '2026-11-23'],
    ['2026-11-23T12:00', '2026-11-23'],
    ['on 2026-02-30', '2026-02-28'],
    ['2026-13-01', '2026-01-13'],
    ['2026‑11‑01', '2026-11-01'],
    ['2026-13-31'], ['2026-00-01'], ['2026-01-32'], ['3.4.26'], ['13/13/2026'], ['20 Marz 2026'], ['2026-01-01 or 2026-02-02'], ['1.2.3.2026'], ['next Friday'], [''], ['0000-01-01'],
  ];
  for (const [text, ...days] of cases) it(`${text || 'nothing'} → ${days.join(' or ') || 'nothing'}`, () => assert.deepEqual(nearestDays(text).map(formatDay), days));

  it('is a date of some order when a word is one', () => {
    for (const word of ['2026-02-30', '3.11.2026', '1/2/2026', '2026-1-5']) assert(isDateLike(word), word);
    for (const word of ['1-2-3', '2026-10', '1/2', '2026-10-2026', '2026-10/30', '2026-10-30x', '10.5']) assert(!isDateLike(word), word);
  });

  it('never throws, and is a day that can be written', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'0123456789-./ ,thofMarchstn'), maxLength: 24 }), (text) => {
      for (const day of nearestDays(text)) assert.equal(parseDay(formatDay(day)), day);
    }));
  });
});
