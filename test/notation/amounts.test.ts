/** Sums of money: every spelling, the canonical form, and what was meant by what is none. */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { formatAmount, isCurrencyCode, nearestAmount, parseAmount } from '../../server/notation/amounts.ts';

const written = (text: string): string | undefined => {
  const amount = parseAmount(text);
  return amount && formatAmount(amount);
};

describe('an amount', () => {
  const read: readonly (readonly [text: string, amount: string | undefined])[] = [
    ['280 EUR', '280 EUR'], ['EUR 280', '280 EUR'], ['€280', '280 EUR'], ['280€', '280 EUR'], ['€ 280', '280 EUR'], ['280 €', '280 EUR'], ['280EUR', '280 EUR'], ['eur280', '280 EUR'],
    ['$1,200.50', '1200.50 USD'], ['US$5', '5 USD'], ['A$5', '5 AUD'], ['NZ$5', '5 NZD'], ['£5', '5 GBP'], ['5 zł', '5 PLN'], ['5zł', '5 PLN'], ['1,000,000 JPY', '1000000 JPY'], ['0 EUR', '0 EUR'],
    ['1.5 EUR', '1.50 EUR'], [' 280\tEUR ', '280 EUR'],
    ['280', undefined], ['EUR', undefined], ['1.200,50 EUR', undefined], ['1,5 EUR', undefined], ['12,00 EUR', undefined], ['1.234 EUR', undefined], ['-5 EUR', undefined], ['280 XXX', undefined],
    ['280 EUR net', undefined], ['€€5', undefined], ['5 constructor', undefined], ['5 __proto__', undefined], ['1e3 EUR', undefined], ['', undefined], ['1234567890123 EUR', undefined],
  ];
  for (const [text, amount] of read) it(JSON.stringify(text), () => assert.equal(written(text), amount));

  it('is written with its code, and cents where there are any', () => {
    fc.assert(
      fc.property(fc.nat(10 ** 9), fc.constantFrom('EUR', 'USD', 'GBP'), (cents, currency) => {
        const amount = { value: cents / 100, currency };
        assert.deepEqual(parseAmount(formatAmount(amount)), amount);
      }),
    );
  });

  it('has a currency of ISO 4217', () => {
    for (const code of ['EUR', 'eur', 'CHF']) assert(isCurrencyCode(code), code);
    for (const code of ['EURO', 'XXX', 'ABC', '', '€']) assert(!isCurrencyCode(code), code);
  });
});

describe('what was meant by an amount', () => {
  const cases: readonly (readonly [text: string, currency: string | undefined, amount: string | undefined])[] = [
    ['1.200,50 EUR', undefined, '1200.50 EUR'], ['1.200 €', undefined, '1200 EUR'], ['1 200 EUR', undefined, '1200 EUR'], ["1'200.50 CHF", undefined, '1200.50 CHF'], ['€1.200,50', undefined, '1200.50 EUR'],
    ['300', 'EUR', '300 EUR'], ['300', undefined, undefined], ['1.200', 'EUR', '1200 EUR'], ['12,50', 'EUR', '12.50 EUR'], ['300 euros', undefined, '300 EUR'], ['300 Dollars', undefined, '300 USD'],
    ['300.- CHF', undefined, '300 CHF'], ['300,- €', undefined, '300 EUR'], ['about 300 EUR', undefined, '300 EUR'], ['300-400 EUR', undefined, '400 EUR'], ['about 300', 'EUR', '300 EUR'],
    ['EUR 300 plus VAT', undefined, '300 EUR'], ['300 or 400', 'EUR', undefined], ['free', 'EUR', undefined], ['', 'EUR', undefined], ['300 XXX', undefined, undefined], ['constructor', 'EUR', undefined],
  ];
  for (const [text, currency, amount] of cases) {
    it(`${JSON.stringify(text)} in a note of ${currency ?? 'no currency'}`, () => {
      const meant = nearestAmount(text, currency);
      assert.equal(meant && formatAmount(meant), amount);
    });
  }

  it('is soon told of any text', () => void nearestAmount('1 EUR '.repeat(100000), 'EUR'));
});
