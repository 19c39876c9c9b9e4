/** The words and signs of a cadence, in one pass over its text. */
import { isDigit } from '../characters.ts';
import { type Day, looksLikeDay, parseDay } from '../dates.ts';
import { joinedWord, type Word, type WordClass, wordOf } from './vocabulary.ts';

export interface Token {
  readonly is: WordClass | 'date' | 'dash' | 'comma' | 'slash' | 'unknown' | 'end';
  /** Offsets in UTF-16 units; the end is exclusive. */
  readonly start: number;
  readonly end: number;
  /** Of words and figures that count. */
  readonly value: number | undefined;
  readonly interval: Word['interval'];
  readonly quota: Word['quota'];
  /** Of a date; `undefined` when there is no such day. */
  readonly day: Day | undefined;
}

const plain = (is: Token['is'], start: number, end: number, value?: number, day?: Day): Token => ({ is, start, end, value, interval: undefined, quota: undefined, day });

const wordToken = ({ is, value, interval, quota }: Word, start: number, end: number): Token => ({ is, start, end, value, interval, quota, day: undefined });

/** A closing bracket says no more than a space; an opening one sets apart as a comma does. */
const isSpace = (code: number): boolean => code <= 32 || code === 41 || code === 0xa0 || (code >= 0x2000 && code <= 0x200f) || code === 0x202f || code === 0x3000 || code === 0xfeff;
const isDash = (code: number): boolean => code === 45 || (code >= 0x2010 && code <= 0x2015) || code === 0x2212;
/** Letters of all alphabets, and whatever else is no sign of ours. A surrogate is one, so that no pair is torn apart. */
const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 0xc0 && !(code >= 0x2000 && code <= 0x206f) && !isSpace(code) && !isDash(code));

const signs: Readonly<Record<string, Token['is']>> = { ',': 'comma', ';': 'comma', ':': 'comma', '(': 'comma', '&': 'and', '+': 'and', '/': 'slash' };

/** The tokens of a text, and one more that stands at its end. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    if (isSpace(text.charCodeAt(at)) || isEndMark(text, at)) at++;
    else {
      const token = tokenAt(text, at);
      at = token.end;
      if (!joinLast(text, tokens, token)) tokens.push(token);
    }
  }
  tokens.push(plain('end', text.length, text.length));
  return tokens;
}

/** The point behind an abbreviation, `Mon.`, or at the end of the text. */
function isEndMark(text: string, at: number): boolean {
  return text.charCodeAt(at) === 46 && (at + 1 === text.length || (at > 0 && isLetter(text.charCodeAt(at - 1))));
}

function tokenAt(text: string, start: number): Token {
  const code = text.charCodeAt(start);
  if (isDigit(code)) return looksLikeDay(text, start) ? dateAt(text, start) : numberAt(text, start);
  if (isLetter(code)) {
    const end = endOf(text, start, isLetter);
    const word = wordOf(text.slice(start, end).toLowerCase());
    return word ? wordToken(word, start, end) : plain('unknown', start, end);
  }
  return plain(isDash(code) ? 'dash' : (signs[text[start]!] ?? 'unknown'), start, start + 1);
}

function endOf(text: string, start: number, belongs: (code: number) => boolean): number {
  let end = start;
  while (end < text.length && belongs(text.charCodeAt(end))) end++;
  return end;
}

function dateAt(text: string, start: number): Token {
  return plain('date', start, start + 10, undefined, parseDay(text, start));
}

/** `2`, `15th`, and `15.` as an ordinal. */
function numberAt(text: string, start: number): Token {
  const digits = endOf(text, start, isDigit);
  const value = Number(text.slice(start, digits));
  const suffix = text.slice(digits, digits + 2).toLowerCase();
  if (/^(?:st|nd|rd|th)$/.test(suffix) && !isLetter(text.charCodeAt(digits + 2))) return plain('ordinal', start, digits + 2, value);
  if (text.charCodeAt(digits) !== 46) return plain('number', start, digits, value);
  if (!isDigit(text.charCodeAt(digits + 1))) return plain('ordinal', start, digits + 1, value);
  return plain('unknown', start, endOf(text, digits, (code) => code === 46 || isDigit(code)));
}

/** Makes one token of two where they write one word: `half-yearly`, `business day`. */
function joinLast(text: string, tokens: Token[], { start, end }: Token): boolean {
  const hasDash = tokens.at(-1)?.is === 'dash';
  const first = tokens.at(hasDash ? -2 : -1);
  if (!first || first.end - first.start > 8) return false;
  const word = joinedWord(text.slice(first.start, first.end).toLowerCase(), text.slice(start, end).toLowerCase());
  if (!word) return false;
  tokens.splice(hasDash ? -2 : -1, 2, wordToken(word, first.start, end));
  return true;
}
