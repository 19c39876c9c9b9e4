/** Front matter: keys that are not there yet, levels of rules, keys of people, time zones, currencies. */
import { currencyCodes } from '../../notation/amounts.ts';
import { levels } from '../../notation/header.ts';
import { headerMeanings, personMeanings } from '../../notation/keys.ts';
import { rules } from '../../rules/index.ts';
import { dayValue, pastDays } from './days.ts';
import { forWord, icon, nothing, type Offer, type Offers } from './offers.ts';
import { bare, people } from './people.ts';
import { lineOf, type Place } from './place.ts';

export function frontMatter(place: Place): Offers | undefined {
  const { context: { document: { sections, header: { frontMatter: { endLine, closed, problems } } } }, section, line, before } = place;
  if (section !== sections[0] || (line >= endLine && !isBegun(place))) return undefined;
  const isFence = line === 0 || (closed && line === endLine - 1);
  if (isFence || problems.some(({ code }) => code === 'unsafe-front-matter')) return nothing;
  // Behind a `#` is a comment.
  if (/(?:^|\s)#/.test(before)) return nothing;
  const key = /^([\w-]*)$/.exec(before);
  if (key) return keys(place, key[1]!, noteKeys, presentKeys(place), nestedKeys);
  const value = /^([\w-]+):[ \t]+(.*)$/.exec(before);
  const parent = value?.[1] ?? parentOf(place);
  const rest = value?.[2] ?? before;
  if (parent === 'rules') return ruleLevels(place, rest, value !== null);
  if (parent === 'team') return person(place, rest);
  return value ? topValue(place, parent, rest) : nothing;
}

/** Whether a blank line goes on with front matter that is being typed: nothing closes it yet, and there may be no key in it. */
function isBegun({ section, line, before, after }: Place): boolean {
  if (line === 0 || (before + after).trim() !== '' || !/^\ufeff?---[ \t]*$/.test(lineOf(section, 0))) return false;
  for (let each = 1; each < line; each++) if (/^(?:---)?[ \t]*$/.test(lineOf(section, each))) return false;
  return true;
}

/** The day of a review stands in process documents. */
const { reviewed: _reviewed, ...noteKeys } = headerMeanings;

/** Keys whose values stand on the lines below. */
const nestedKeys = new Set(['team', 'rules']);

const none = new Set<string>();

function keys(place: Place, word: string, meanings: Readonly<Record<string, string>>, present: ReadonlySet<string>, nested: ReadonlySet<string> = none): Offers {
  const rest = /^[\w-]*/.exec(place.after)![0];
  const hasColon = place.after[rest.length] === ':';
  const offers = Object.entries(meanings)
    .filter(([name]) => !present.has(name) || name === word + rest)
    .map(([name, documentation]): Offer => ({ label: name, icon: icon.property, documentation, text: hasColon ? name : `${name}:${nested.has(name) ? '' : ' '}`, ...(!hasColon && !nested.has(name) && { again: true as const }) }));
  return forWord(place, word, offers, /^[\w-]*/);
}

/** The keys that stand at the beginning of lines: also those of YAML that cannot be read. */
function presentKeys({ context: { document }, section }: Place): Set<string> {
  const present = new Set<string>();
  for (let line = 1; line < document.header.frontMatter.endLine; line++) {
    const key = /^([\w-]{1,40}):/.exec(lineOf(section, line))?.[1];
    if (key !== undefined) present.add(key);
  }
  return present;
}

/** The key at the beginning of a line above, to which an indented line belongs. */
function parentOf({ section, line, before }: Place): string {
  if (!/^[ \t]/.test(before)) return '';
  for (let each = line - 1; each > 0; each--) {
    const text = lineOf(section, each);
    if (/^[\w-]/.test(text)) return /^([\w-]{1,40}):/.exec(text)?.[1] ?? '';
  }
  return '';
}

function topValue(place: Place, key: string, typed: string): Offers {
  const words = (offers: readonly Offer[]): Offers => ({ ...forWord(place, typed, offers, /^[^\s#]*/) });
  switch (key) {
    case 'timezone':
      return words(Intl.supportedValuesOf('timeZone').map((zone) => ({ label: zone, icon: icon.value })));
    case 'currency': {
      const names = new Intl.DisplayNames('en', { type: 'currency' });
      const codes = new Set([...commonCurrencies, ...currencyCodes]);
      return words([...codes].map((code) => ({ label: code, icon: icon.unit, detail: names.of(code) ?? '' })));
    }
    case 'delegator':
      return words(people(place).map(bare));
    case 'workdays':
      return words(['Mon-Fri', 'Mon-Sat', 'Sun-Thu'].map((days) => ({ label: days, icon: icon.value })));
    case 'processes':
      return words([{ label: 'processes', icon: icon.file }]);
    case 'delegate':
      return words([{ label: '1', icon: icon.value }]);
    default:
      return nothing;
  }
}

const commonCurrencies = ['EUR', 'USD', 'GBP', 'CHF', 'CAD', 'AUD', 'JPY'];

/** `missing-backup: off`, in a line of its own or within braces. */
function ruleLevels(place: Place, text: string, isFlow: boolean): Offers {
  const item = text.split(isFlow ? /[{,]/ : '\n').at(-1)!;
  const level = /^\s*[\w-]+:[ \t]+(\w*)$/.exec(item);
  if (level) return forWord(place, level[1]!, levels.map((each) => ({ label: each, icon: icon.enum })));
  const code = /^\s*([\w-]*)$/.exec(item);
  if (!code || (isFlow && item === text)) return nothing;
  const { rules: given } = place.context.document.header;
  const meanings = Object.fromEntries(rules.map(({ code: name, summary }) => [name, `${summary}.`]));
  return keys(place, code[1]!, meanings, new Set(given.keys()));
}

const times = ['full-time', 'part-time', 'contract'];

/** The keys of a person, in braces or below the handle, and what they may hold. */
function person(place: Place, text: string): Offers {
  const inBraces = text.lastIndexOf('{') > text.lastIndexOf('}');
  const indent = /^[ \t]*/.exec(place.before)![0].length;
  if (!inBraces && indent <= teamIndent(place)) return nothing;
  const item = inBraces ? text.split(/[{,]/).at(-1)! : text;
  const value = /^\s*([\w-]+):[ \t]+([\w-]*)$/.exec(item);
  const [, name = '', word = ''] = value ?? [];
  if (name === 'time') return forWord(place, word, times.map((each) => ({ label: each, icon: icon.enum })));
  if (name === 'since' || name === 'until') return dayValue(place, place.before.length - word.length, pastDays(place));
  const key = /^\s*([\w-]*)$/.exec(item);
  if (!key) return nothing;
  const present = inBraces ? `${text.slice(text.lastIndexOf('{') + 1)}${place.after.split('}', 1)[0]!}`.matchAll(/([\w-]+):/g) : [];
  return keys(place, key[1]!, personMeanings, new Set([...present].map(([, own]) => own!)));
}

/** The indentation of the team's handles: that of the first line below `team:`. */
function teamIndent({ section, line }: Place): number {
  let indent = Infinity;
  for (let each = line - 1; each > 0; each--) {
    const text = lineOf(section, each);
    if (/^team:/.test(text)) return indent;
    if (text.trim() !== '') indent = /^[ \t]*/.exec(text)![0].length;
  }
  return Infinity;
}
