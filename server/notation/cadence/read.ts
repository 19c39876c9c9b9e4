/** Reads cadences: in words (grammar.ts), and as Org mode, cron and iCalendar write them. */
import type { Bounds } from './bounds.ts';
import { type Cadence, everyDays, everyPeriods } from './cadence.ts';
import { isCron, readCron } from './cron.ts';
import { clock, type Foreign, type Loss, misfit, type Piece } from './foreign.ts';
import { formatCadence } from './format.ts';
import { Grammar } from './grammar.ts';
import { Misfit } from './misfit.ts';
import { nearestPhrases } from './nearest.ts';
import { isRepeater, readRepeater } from './org.ts';
import { isRecurrenceRule, readRecurrenceRule } from './recurrenceRule.ts';
import { type Token, tokensOf } from './tokens.ts';

export type Form = 'words' | 'org' | 'cron' | 'rrule' | 'shorthand';

export interface ReadCadence {
  readonly ok: true;
  readonly cadence: Cadence;
  /** What belongs in Starts and Ends. */
  readonly bounds: Bounds;
  /** All but words are rewritten in words by a fix: `formatCadence(cadence)`. */
  readonly form: Form;
  readonly losses: readonly Loss[];
  /** A word that means several things; `cadence` is the first of them. */
  readonly ambiguity?: Ambiguity;
}

export interface Ambiguity {
  /** Offsets in UTF-16 units, here and below; ends are exclusive. */
  readonly start: number;
  readonly end: number;
  readonly word: string;
  /** Two or more, in the canonical form. */
  readonly readings: readonly { readonly phrase: string; readonly cadence: Cadence }[];
}

export interface UnreadCadence {
  readonly ok: false;
  readonly start: number;
  readonly end: number;
  /** The word at which it stops being a cadence; empty when nothing is written. */
  readonly word: string;
  /** Why, as a clause: `a function has a day, not a clock`. */
  readonly reason: string;
  /** The three nearest phrases, in the canonical form. */
  readonly nearest: readonly string[];
}

export type CadenceReading = ReadCadence | UnreadCadence;

/** A text that is longer is no cadence; nothing of it is looked at. */
const longest = 1000;

/** Reads a cadence. All of the text is understood, or it says which word was not. */
export function readCadence(text: string): CadenceReading {
  try {
    return readStrictly(text);
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    const { start, end, reason } = error;
    return { ok: false, start, end, word: text.slice(start, end), reason, nearest: nearestPhrases(text.slice(0, longest), error, canonical) };
  }
}

function canonical(text: string): string | undefined {
  try {
    return formatCadence(readStrictly(text).cadence);
  } catch (error) {
    if (error instanceof Misfit) return undefined;
    throw error;
  }
}

function readStrictly(text: string): ReadCadence {
  if (text.length > longest) throw new Misfit(0, longest, `a cadence is a phrase of at most ${longest} characters`);
  const piece: Piece = { text: text.trim(), start: text.length - text.trimStart().length };
  if (isRepeater(piece.text)) return foreign('org', readRepeater(piece));
  if (isRecurrenceRule(piece.text)) return foreign('rrule', readRecurrenceRule(piece));
  if (piece.text.startsWith('@')) return foreign('shorthand', readShorthand(piece));
  if (isCron(piece.text)) return foreign('cron', readCron(piece));
  return readWords(text);
}

const foreign = (form: Form, reading: Foreign): ReadCadence => ({ ok: true, form, ...reading });

/** Cron's names for the commonest of its schedules. */
function readShorthand(piece: Piece): Foreign {
  const cadence = shorthands.get(piece.text.slice(1).toLowerCase());
  if (!cadence) misfit(piece, piece.text.toLowerCase() === '@hourly' ? clock : 'no such shorthand is known', ['every day', 'every week', 'every month']);
  return { cadence, bounds: {}, losses: [] };
}

const shorthands: ReadonlyMap<string, Cadence> = new Map([
  ['daily', everyDays(1)],
  ['midnight', everyDays(1)],
  ['weekly', everyPeriods(1, 'week')],
  ['fortnightly', everyPeriods(2, 'week')],
  ['monthly', everyPeriods(1, 'month')],
  ['quarterly', everyPeriods(1, 'quarter')],
  ['yearly', everyPeriods(1, 'year')],
  ['annually', everyPeriods(1, 'year')],
]);

function readWords(text: string): ReadCadence {
  const tokens = tokensOf(text);
  if (tokens.length === 1) throw new Misfit(0, text.length, 'nothing is written here');
  const first = readChoice(text, tokens, 0);
  const readings = first.doubt ? [first, ...otherReadings(text, tokens)] : [first];
  const { cadence, bounds } = readings.find((reading) => reading.cadence !== undefined) ?? first;
  if (!cadence) throw first.misfit!;
  const read: ReadCadence = { ok: true, cadence, bounds, form: 'words', losses: [] };
  if (!first.doubt) return read;
  const phrases = new Map(readings.flatMap((reading) => (reading.cadence ? [[formatCadence(reading.cadence), reading.cadence] as const] : [])));
  if (phrases.size < 2) return read;
  const { start, end } = first.doubt;
  return { ...read, ambiguity: { start, end, word: text.slice(start, end), readings: [...phrases].map(([phrase, each]) => ({ phrase, cadence: each })) } };
}

interface Choice {
  readonly cadence: Cadence | undefined;
  readonly misfit: Misfit | undefined;
  readonly bounds: Bounds;
  readonly doubt: Token | undefined;
}

const otherReadings = (text: string, tokens: readonly Token[]): Choice[] => [1, 2].map((choice) => readChoice(text, tokens, choice));

/** Reads a text, taking the numbered meaning of a word that has several. */
function readChoice(text: string, tokens: readonly Token[], choice: number): Choice {
  const grammar = new Grammar(text, tokens, choice);
  let cadence: Cadence | undefined;
  let failed: Misfit | undefined;
  try {
    cadence = grammar.read();
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    failed = error;
  }
  return { cadence, misfit: failed, bounds: grammar.bounds, doubt: grammar.doubt };
}
