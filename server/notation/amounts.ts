/** A sum of money: `value` in units of the currency (not cents), `currency` an ISO 4217 code. */
export interface Amount {
  readonly value: number;
  readonly currency: string;
}

/** Symbols that are read; a bare `$` is the US dollar. */
const symbols: ReadonlyMap<string, string> = new Map(Object.entries({
  '€': 'EUR', $: 'USD', '£': 'GBP', '¥': 'JPY', '₹': 'INR', '₽': 'RUB', '₩': 'KRW', '₺': 'TRY', '₴': 'UAH', '₪': 'ILS',
  '₫': 'VND', '₱': 'PHP', '₦': 'NGN', '฿': 'THB', 'zł': 'PLN', US$: 'USD', A$: 'AUD', C$: 'CAD', NZ$: 'NZD', R$: 'BRL',
}));

/** The active codes of ISO 4217. */
export const currencyCodes: ReadonlySet<string> = new Set(
  (
    'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP ' +
    'CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ' +
    'ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN ' +
    'MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD ' +
    'SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG'
  ).split(' '),
);

export const isCurrencyCode = (word: string): boolean => word.length === 3 && currencyCodes.has(word.toUpperCase());

/** A number as it is written in amounts: `280`, `1200.50`, `1,200.50`. */
const number = /^\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,2})?$|^\d{1,12}(?:\.\d{1,2})?$/;

function parseNumber(text: string): number | undefined {
  return number.test(text) ? Number(text.replaceAll(',', '')) : undefined;
}

const symbolFirst = /^(US\$|NZ\$|[ACR]\$|[€$£¥₹₽₩₺₴₪₫₱₦฿])(.*)$/u;
const symbolLast = /^([\d.,]+)([€$£¥₹₽₩₺₴₪₫₱₦฿]|zł)$/u;
const joined = /^(?:([A-Za-z]{3})([\d.,]+)|([\d.,]+)([A-Za-z]{3}))$/;

/** Whether a word can only have been meant as an amount: it holds a currency sign. */
export const hasCurrencySign = (word: string): boolean => symbolFirst.test(word) || symbolLast.test(word);

/** The amount that one word writes: `€280`, `280€`, `$1,200.50`, `280EUR`. */
export function parseAmountWord(word: string): Amount | undefined {
  const first = symbolFirst.exec(word);
  if (first) return amount(first[2]!, symbols.get(first[1]!)!);
  const last = symbolLast.exec(word);
  if (last) return amount(last[1]!, symbols.get(last[2]!)!);
  const code = joined.exec(word);
  return code ? parseAmountPair(code[1] ?? code[3]!, code[2] ?? code[4]!) : undefined;
}

/** The amount that two words write, in either order: `280 EUR`, `EUR 280`, `€ 280`, `280 €`. */
export function parseAmountPair(one: string, two: string): Amount | undefined {
  return amountIn(one, two) ?? amountIn(two, one);
}

function amountIn(value: string, currency: string): Amount | undefined {
  const code = isCurrencyCode(currency) ? currency.toUpperCase() : symbols.get(currency);
  return code === undefined ? undefined : amount(value, code);
}

function amount(text: string, currency: string): Amount | undefined {
  const value = parseNumber(text);
  return value === undefined ? undefined : { value, currency };
}

/** The amount of a whole text; `undefined` when any of it is not understood. */
export function parseAmount(text: string): Amount | undefined {
  const trimmed = text.trim();
  const plain = plainAmount(trimmed);
  if (plain) return plain;
  const words = trimmed.split(/[\s\u200b]+/);
  if (words.length === 1) return parseAmountWord(words[0]!);
  return words.length === 2 ? parseAmountPair(words[0]!, words[1]!) : undefined;
}

/** `280 EUR`: digits, a space, and a code, which is nearly every amount and needs no pattern. */
function plainAmount(text: string): Amount | undefined {
  const space = text.length - 4;
  if (space < 1 || space > 12 || text.charCodeAt(space) !== 32) return undefined;
  let value = 0;
  for (let at = 0; at < space; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return undefined;
    value = value * 10 + digit;
  }
  const currency = text.slice(space + 1);
  return currencyCodes.has(currency) ? { value, currency } : undefined;
}

/** The canonical form: `280 EUR`, `1200.50 USD`. */
export function formatAmount({ value, currency }: Amount): string {
  return `${Number.isInteger(value) ? value : value.toFixed(2)} ${currency}`;
}

/** Names that are understood well enough to propose the code, and no further. */
const currencyNames: ReadonlyMap<string, string> = new Map(Object.entries({ euro: 'EUR', euros: 'EUR', dollar: 'USD', dollars: 'USD', pound: 'GBP', pounds: 'GBP' }));

/** What is longer is prose. */
const longestGuess = 200;

const within = /(?:[€$£¥]|(?<![a-z])[A-Z]{3}) ?\d{1,12}(?:\.\d{1,2})?(?![\d.,])|\d{1,12}(?:\.\d{1,2})? ?(?:[€$£¥]|[A-Z]{3}(?![A-Za-z]))/g;

/**
 * What a text that is no amount was most likely meant to be: `1.200,50 EUR`, `300 euros`, `300` with the currency of the
 * note, or the last amount within a text, so that "300-400 EUR" is the higher one.
 */
export function nearestAmount(text: string, currency: string | undefined): Amount | undefined {
  if (text.length > longestGuess) return undefined;
  const mended = mend(text);
  const whole = parseAmount(mended) ?? (currency === undefined ? undefined : parseAmount(`${mended} ${currency}`));
  if (whole) return whole;
  const amount = mended.match(within)?.at(-1);
  const numbers = mended.match(/\d+(?:\.\d{1,2})?/g) ?? [];
  if (amount) return parseAmount(amount);
  return currency === undefined || numbers.length !== 1 ? undefined : parseAmount(`${numbers[0]} ${currency}`);
}

/** What a text that is no amount can only mean: all of it is understood, `1.200,50 EUR` or `300 euros`, with a currency that no other has the sign of. */
export function certainAmount(text: string): Amount | undefined {
  return text.length > longestGuess || /[$¥£]|dollar|pound/i.test(text) ? undefined : parseAmount(mend(text));
}

function mend(text: string): string {
  return text
    .trim()
    .replace(/(\d)[.,'\s](?=\d{3}(?!\d))/g, '$1')
    .replace(/(\d),(\d{1,2})(?!\d)/g, '$1.$2')
    .replace(/[.,]-+/g, '')
    .replace(/[a-z]+/gi, (word) => currencyNames.get(word.toLowerCase()) ?? word);
}
