/** A length of time in whole minutes. */
export type Minutes = number;

/** Minutes per unit of every spelling that is read. */
const units: Readonly<Record<string, number>> = {
  m: 1, min: 1, mins: 1, minute: 1, minutes: 1,
  h: 60, hr: 60, hrs: 60, hour: 60, hours: 60,
};

/** Spellings of other languages, understood well enough to propose the canonical form, and no further. */
const foreignUnits: ReadonlyMap<string, number> = new Map(Object.entries({
  std: 60, stunde: 60, stunden: 60, uur: 60, heure: 60, heures: 60, hora: 60, horas: 60, ora: 60, ore: 60,
  minuten: 1, minuto: 1, minutos: 1, minuti: 1, minuut: 1,
}));

const longest = 60 * 24 * 366;

const isDurationUnit = (word: string): boolean => Object.hasOwn(units, word.toLowerCase());

/** Whether a word is a unit, in this or in another language. */
export const isUnit = (word: string): boolean => isDurationUnit(word) || foreignUnits.has(word.replace('.', '').toLowerCase());

/** Minutes of one number with its unit in one word, `90m` or `1.5h`; `undefined` when it is none. */
export function parseDurationWord(word: string): Minutes | undefined {
  const short = shortDuration(word, 0, word.length);
  if (short >= 0) return short;
  const match = /^(\d{1,6}(?:\.\d{1,4})?)([a-z]+)$/i.exec(word);
  if (!match) {
    const compound = /^(\d{1,6})(h)(\d{1,6})(m|min)?$/i.exec(word);
    return compound ? bounded(Number(compound[1]) * 60 + Number(compound[3])) : undefined;
  }
  return parseDurationPair(match[1]!, match[2]!);
}

/** Minutes of `45m` or `2h`, which is nearly every duration, between two offsets of a text; -1 for all others. */
export function shortDuration(text: string, from: number, to: number): Minutes {
  const unit = text.charCodeAt(to - 1);
  if (to - from > 4 || to - from < 2 || (unit !== 109 && unit !== 104)) return -1;
  let number = 0;
  for (let at = from; at < to - 1; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    number = number * 10 + digit;
  }
  return unit === 104 ? number * 60 : number;
}

/** Minutes of a number and a unit that stand apart, `90 min`. */
export function parseDurationPair(number: string, unit: string): Minutes | undefined {
  if (!/^\d{1,6}(?:\.\d{1,4})?$/.test(number) || !isDurationUnit(unit)) return undefined;
  return bounded(Math.round(Number(number) * units[unit.toLowerCase()]!));
}

const bounded = (minutes: number): Minutes | undefined => (minutes <= longest ? minutes : undefined);

/** Minutes of a whole text, `1h 30m`, `1.5h`, `90 min`; `undefined` when any of it is not understood. At most a year. */
export function parseDuration(text: string): Minutes | undefined {
  const short = shortDurations(text);
  if (short >= 0) return bounded(short);
  const words = text.trim().split(/[\s\u200b]+/);
  let total = 0;
  for (let i = 0; i < words.length; i++) {
    const one = parseDurationWord(words[i]!);
    const two = one === undefined && i + 1 < words.length ? parseDurationPair(words[i]!, words[i + 1]!) : undefined;
    if (one === undefined && two === undefined) return undefined;
    if (two !== undefined) i++;
    total += one ?? two!;
  }
  return bounded(total);
}

/** Minutes of `1h 30m`, words of the shortest form with a space between them, which needs no pattern; -1 for all others. */
function shortDurations(text: string): Minutes {
  let total = 0;
  for (let from = 0; from <= text.length; ) {
    const space = text.indexOf(' ', from);
    const to = space < 0 ? text.length : space;
    const minutes = shortDuration(text, from, to);
    if (minutes < 0) return -1;
    total += minutes;
    from = to + 1;
  }
  return total;
}

/** The canonical form: `45m`, `1h`, `1h 30m`. */
export function formatDuration(minutes: Minutes): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest}m`;
  return rest === 0 ? `${hours}h` : `${hours}h ${rest}m`;
}

/** What is longer is prose. */
const longestGuess = 200;

const within = /\d{1,6}(?:\.\d{1,4})?\s?(?:hours?|hrs?|h|minutes?|mins?|m)(?![\p{L}\d])(?:\s?\d{1,2}\s?(?:minutes?|mins?|m)(?![\p{L}\d]))?/giu;

/**
 * What a text that is no duration was most likely meant to be: a comma for a point, another language's unit, `1:30`, or the
 * last duration within a text, so that "2-3h" is the longer one.
 */
export function nearestDuration(text: string): Minutes | undefined {
  if (text.length > longestGuess) return undefined;
  const clock = /^(\d{1,3}):([0-5]\d)\s*h?$/i.exec(text.trim());
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  const mended = mend(text);
  return parseDuration(mended) ?? parseDuration(mended.match(within)?.at(-1) ?? '');
}

/**
 * What a text that is no duration can only mean: all of it is understood, with a comma for a point or another language's
 * unit. Behind the comma of `1,200 min` are thousands.
 */
export function certainDuration(text: string): Minutes | undefined {
  return text.length > longestGuess || /,\d{3}/.test(text) ? undefined : parseDuration(mend(text));
}

function mend(text: string): string {
  return text
    .trim()
    .replace(/(\d),(\d)/g, '$1.$2')
    .replace(/\p{L}+\.?/gu, (word) => {
      const unit = foreignUnits.get(word.replace('.', '').toLowerCase());
      return unit === undefined ? word.replace('.', '') : unit === 60 ? 'h' : 'm';
    });
}
