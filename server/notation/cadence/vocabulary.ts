/** The words of cadences, each with what it is in the grammar and, where it counts something, its number. */
import type { Period, Unit } from './cadence.ts';

export type WordClass =
  | 'every' | 'the' | 'a' | 'per' | 'on' | 'at' | 'of' | 'and' | 'to' | 'between' | 'or' | 'except' | 'filler'
  | 'weekday' | 'month' | 'number' | 'ordinal' | 'other' | 'last' | 'last but one'
  | 'unit' | 'weekend' | 'frequency' | 'either' | 'times' | 'once' | 'edge' | 'period edge' | 'as needed'
  | 'before' | 'after' | 'next' | 'previous' | 'when' | 'completion'
  | 'until' | 'for' | 'starting'
  | 'clock' | 'vague';

/** So many of a unit: a fortnight is 2 weeks. */
export interface Interval {
  readonly count: number;
  readonly unit: Unit | 'quarter';
}

export interface Word {
  readonly is: WordClass;
  readonly value?: number | undefined;
  readonly interval?: Interval | undefined;
  /** So many runs in a period; beside an interval, the other thing that the word may mean. */
  readonly quota?: { readonly times: number; readonly period: Period } | undefined;
}

const words = new Map<string, Word>();

/** Spellings, separated by spaces, of one word. */
function define(spellings: string, word: Word): void {
  for (const spelling of spellings.split(' ')) words.set(spelling, word);
}

/** Spellings that count up: the first is 1. */
function count(spellings: string, is: WordClass): void {
  spellings.split(' ').forEach((spelling, i) => words.set(spelling, { is, value: i + 1 }));
}

['monday mon mo', 'tuesday tue tues tu', 'wednesday wed weds we', 'thursday thu thur thurs th', 'friday fri fr', 'saturday sat sa', 'sunday sun su'].forEach((names, value) => {
  const [full = '', short = ''] = names.split(' ');
  define(`${names} ${full}s ${short}s`, { is: 'weekday', value });
});
count('january february march april may june july august september october november december', 'month');
count('jan feb mar apr may jun jul aug sep oct nov dec', 'month');
define('sept', { is: 'month', value: 9 });

count('one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty', 'number');
define('thirty', { is: 'number', value: 30 });
count('first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth', 'ordinal');
define('thirtieth', { is: 'ordinal', value: 30 });
define('other alternate alternating', { is: 'other' });
define('last final', { is: 'last' });
define('penultimate', { is: 'last but one' });

define('every each', { is: 'every' });
define('the', { is: 'the' });
define('a an', { is: 'a' });
define('per', { is: 'per' });
define('on by', { is: 'on' });
define('at', { is: 'at' });
define('of in', { is: 'of' });
define('and plus', { is: 'and' });
define('to through thru', { is: 'to' });
define('between', { is: 'between' });
define('or else otherwise', { is: 'or' });
define('except excluding but', { is: 'except' });
define('it is was has been being its', { is: 'filler' });

const interval = (is: WordClass, spellings: string, times: number, unit: Interval['unit']): void => define(spellings, { is, interval: { count: times, unit } });
interval('unit', 'day days d', 1, 'day');
interval('unit', 'workday workdays weekday weekdays businessday businessdays workingday workingdays', 1, 'workday');
interval('unit', 'week weeks wk wks w', 1, 'week');
interval('unit', 'fortnight fortnights', 2, 'week');
interval('unit', 'month months mth mths', 1, 'month');
interval('unit', 'quarter quarters qtr qtrs', 1, 'quarter');
interval('unit', 'halfyear halfyears', 6, 'month');
interval('unit', 'year years yr yrs y', 1, 'year');
define('weekend weekends', { is: 'weekend' });

interval('frequency', 'daily everyday', 1, 'day');
interval('frequency', 'weekly', 1, 'week');
interval('frequency', 'fortnightly', 2, 'week');
interval('frequency', 'monthly', 1, 'month');
interval('frequency', 'quarterly', 1, 'quarter');
interval('frequency', 'semiannual semiannually semiyearly halfyearly', 6, 'month');
interval('frequency', 'yearly annually annual', 1, 'year');
interval('frequency', 'biennial biennially', 2, 'year');
interval('frequency', 'triennial triennially', 3, 'year');
define('semiweekly', { is: 'once', quota: { times: 2, period: 'week' } });
define('semimonthly', { is: 'once', quota: { times: 2, period: 'month' } });

/** Every 2 weeks, or twice a week: the word alone does not tell. */
const either = (spellings: string, times: number, period: Period): void => define(spellings, { is: 'either', interval: { count: times, unit: period }, quota: { times, period } });
either('biweekly', 2, 'week');
either('bimonthly', 2, 'month');
either('biannual biannually biyearly', 2, 'year');
either('triweekly', 3, 'week');
either('trimonthly', 3, 'month');
either('triannual triannually triyearly', 3, 'year');

count('once twice thrice', 'once');
define('times time x ×', { is: 'times' });
define('asneeded asrequired asnecessary ifneeded ifrequired ifnecessary whenneeded whenrequired whennecessary wheneverneeded ondemand onrequest adhoc', { is: 'as needed' });

/** The edge of a period, as its `nth` day. */
define('start beginning', { is: 'edge', value: 1 });
define('middle mid', { is: 'edge', value: 15 });
define('end', { is: 'edge', value: -1 });
for (const unit of ['month', 'quarter', 'year'] as const) define(`${unit}end`, { is: 'period edge', value: -1, interval: { count: 1, unit } });
define('eom', { is: 'period edge', value: -1, interval: { count: 1, unit: 'month' } });
define('midmonth', { is: 'period edge', value: 15, interval: { count: 1, unit: 'month' } });

define('before earlier prior', { is: 'before' });
define('after later', { is: 'after' });
define('next following', { is: 'next' });
define('previous preceding', { is: 'previous' });
define('when whenever', { is: 'when' });
define('completion completed complete completing done finished finishing finish run runs', { is: 'completion' });
define('until till ending ends', { is: 'until' });
define('for', { is: 'for' });
define('starting starts from since', { is: 'starting' });

define(
  'hour hours hourly hr hrs h minute minutes minutely min mins seconds secondly sec secs am pm noon midnight ' +
    'morning mornings afternoon afternoons evening evenings night nights nightly tonight clock',
  { is: 'clock' },
);
define(
  'soon regularly regular often sometimes occasionally occasional frequently frequent periodically periodic rarely seldom asap always never ' +
    'tomorrow today now yesterday few couple several some many sporadically irregularly eventually usually normally constantly continuously ongoing this',
  { is: 'vague' },
);

/** What a word means; `undefined` for one that cadences do not have. Its letters are lower case. */
export const wordOf = (word: string): Word | undefined => words.get(word);

/** What words begin with that are also written in two, with a space or a hyphen between: `half-yearly`, `business day`. */
const beginnings = new Set(['bi', 'tri', 'semi', 'half', 'mid', 'business', 'working', 'work', 'week', 'month', 'quarter', 'year', 'ad', 'as', 'if', 'on', 'when', 'whenever']);

/** The word that two make, if they do. */
export const joinedWord = (first: string, second: string): Word | undefined => (beginnings.has(first) ? words.get(first + second) : undefined);

/** Words that one which is not known may have been meant as. */
export const knownWords: readonly string[] = [...words].filter(([word, { is }]) => word.length > 2 && is !== 'clock' && is !== 'vague' && is !== 'filler').map(([word]) => word);
