/**
 * A calendar day: whole days since 1970-01-01, without time or time zone. Notes speak of days only, so no `Date` is made
 * from them; month arithmetic follows "chrono-Compatible Low-Level Date Algorithms" by Howard Hinnant.
 */
export type Day = number;

/** The day of a proleptic Gregorian year, month (1 to 12) and day of month; days past the month's end run on. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = ((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 | 0) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + (yearOfEra / 4 | 0) - (yearOfEra / 100 | 0) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

export function yearMonthDay(day: Day): { year: number; month: number; dayOfMonth: number } {
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfMonth };
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function daysInMonth(year: number, month: number): number {
  return month === 2 ? (isLeapYear(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** 0 is Monday, 6 is Sunday, as in ISO 8601. */
export function weekdayOf(day: Day): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The day after moving by whole months; the 31st clamps to the month's last day. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, dayOfMonth } = yearMonthDay(day);
  const index = year * 12 + (month - 1) + months;
  const toYear = Math.floor(index / 12);
  const toMonth = (index % 12) + 1;
  return dayOf(toYear, toMonth, Math.min(dayOfMonth, daysInMonth(toYear, toMonth)));
}

/** ISO 8601, `2026-11-23`. */
export function formatDay(day: Day): string {
  const { year, month, dayOfMonth } = yearMonthDay(day);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}

/** The number that some digits at `at` write; -1 where one of them is no digit. */
function digits(text: string, at: number, count: number): number {
  let value = 0;
  for (let i = at; i < at + count; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/**
 * The day that ten characters at `at` write as `YYYY-MM-DD`, years 0001 to 9999; `undefined` when they do not, or when
 * there is no such day (2026-02-30).
 */
export function parseDay(text: string, at = 0): Day | undefined {
  if (!hasHyphens(text, at)) return undefined;
  const year = digits(text, at, 4);
  const month = digits(text, at + 5, 2);
  const dayOfMonth = digits(text, at + 8, 2);
  if (year < 1 || month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return undefined;
  return dayOf(year, month, dayOfMonth);
}

/** Whether `dddd-dd-dd` stands at `at`, be it a day that exists or not. */
export function looksLikeDay(text: string, at: number): boolean {
  return hasHyphens(text, at) && digits(text, at, 4) >= 0 && digits(text, at + 5, 2) >= 0 && digits(text, at + 8, 2) >= 0;
}

const hasHyphens = (text: string, at: number): boolean =>
  at + 10 <= text.length && text.charCodeAt(at + 4) === 45 && text.charCodeAt(at + 7) === 45;

const nearlyADate = /^(\d{1,4})([-./\u2010-\u2013\u2212])(\d{1,2})\2(\d{1,4})$/;

/** Whether a word is written as a date, in this or in another order, and right or wrong: 2026-02-30, 3.11.2026, 1/2/2026. */
export function isDateLike(word: string): boolean {
  const match = nearlyADate.exec(word);
  return match !== null && (match[1]!.length === 4) !== (match[4]!.length === 4);
}

/** What is longer is prose. */
const longestGuess = 200;

/**
 * What a date that is not an ISO day may mean, likeliest first: 2026-02-30 the last valid day, 2026-1-5 the same with two
 * digits, 20.11.2026 in ISO order; 3/4/2026 gives both readings; "20 March 2026" is understood, and a date within a text.
 */
export function nearestDays(text: string): Day[] {
  if (text.length > longestGuess) return [];
  const named = namedDay(text.trim());
  if (named !== undefined) return [named];
  const [word = '', ...more] = isDateLike(text) ? [text] : (text.match(/\d{1,4}([-./\u2010-\u2013\u2212])\d{1,2}\1\d{1,4}(?!\d)/g) ?? []);
  const match = nearlyADate.exec(word);
  if (!match || !isDateLike(word) || more.length > 0) return [];
  const [, first, separator, second, third] = match as unknown as [string, string, string, string, string];
  // There is no month 13, but a day: the two are swapped.
  if (first.length === 4) return +second > 12 && +third <= 12 ? clamped(+first, +third, +second) : clamped(+first, +second, +third);
  const dayFirst = clamped(+third, +second, +first);
  const monthFirst = clamped(+third, +first, +second);
  if (separator === '.' || +first > 12) return dayFirst;
  return +second > 12 ? monthFirst : [...new Set([...dayFirst, ...monthFirst])];
}

/**
 * The day that a text can only mean, in whatever order it is written: 2026-1-5, 20.11.2026, 11/23/2026, 20 March 2026. None
 * where it says a day that does not exist, or can be read in two ways.
 */
export function certainDay(text: string): Day | undefined {
  const day = text.length === 10 ? parseDay(text) : undefined;
  if (day !== undefined) return day;
  const [only, ...others] = nearestDays(text);
  if (only === undefined || others.length > 0) return undefined;
  const { year, month, dayOfMonth } = yearMonthDay(only);
  const numbers = text.match(/\d+/g)!.map(Number);
  // The year and the day beside the name of a month.
  if (numbers.length === 2) return sameNumbers(numbers, [year, dayOfMonth]) ? only : undefined;
  if (!isDateLike(text) || (numbers[0] === year && numbers[1] !== month)) return undefined;
  return sameNumbers(numbers, [year, month, dayOfMonth]) ? only : undefined;
}

const sameNumbers = (some: readonly number[], others: readonly number[]): boolean => some.length === others.length && others.every((each) => some.includes(each));

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/** `20 March 2026`, `20th of Mar 2026`, `March 20, 2026`. */
function namedDay(text: string): Day | undefined {
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|\.)?(?: of)?[ -]?([a-z]{3,9})[.,]*[ -](\d{4})$/i.exec(text);
  const monthFirst = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i.exec(text);
  const [month, dayOfMonth, year] = dayFirst ? [dayFirst[2], dayFirst[1], dayFirst[3]] : [monthFirst?.[1], monthFirst?.[2], monthFirst?.[3]];
  if (!month) return undefined;
  const number = months.findIndex((name) => name.startsWith(month.toLowerCase())) + 1;
  return clamped(Number(year), number, Number(dayOfMonth))[0];
}

function clamped(year: number, month: number, dayOfMonth: number): Day[] {
  if (year < 1 || month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > 31) return [];
  return [dayOf(year, month, Math.min(dayOfMonth, daysInMonth(year, month)))];
}
