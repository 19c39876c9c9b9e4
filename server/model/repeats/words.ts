/** Where the words of a text stand. */
import { isDigit, isLetter } from '../../notation/characters.ts';

const unspaced = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}ー';
const anyWord = new RegExp(`[${unspaced}]+|(?:(?![${unspaced}])[\\p{L}\\p{M}\\p{N}])+`, 'gu');
const startsUnspaced = new RegExp(`^[${unspaced}]`, 'u');
/** When, and what holds a sentence together: 春季, 三月, 二〇二六年, 的. */
const unspacedTimes = /[春夏秋冬][季天]?|[〇一二三四五六七八九十百千]+[月年日号回]|[年月日的の]/gu;

/** What of the marks beyond ASCII stands in texts that are otherwise plain: curly quotes, dashes, three dots. */
const isMark = (code: number): boolean => code >= 0x2010 && code <= 0x2026;

/**
 * The starts and ends of a text's words, by turns, without the ending of "Anna's" and without the names of people, which are
 * handles. They are put into an array that can be used again, as a text in a note has many of them.
 */
export function findWords(text: string, into: number[]): void {
  into.length = 0;
  let start = -1;
  for (let at = 0; at <= text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 127 && !isMark(code)) return findAnyWords(text, into);
    if (isLetter(code) || isDigit(code)) {
      if (start < 0) start = at;
    } else if (start >= 0) {
      if (!isPart(text, start, at)) into.push(start, at);
      start = -1;
    }
  }
}

/** The same of a text in any letters. */
function findAnyWords(text: string, into: number[]): void {
  into.length = 0;
  for (const { 0: word, index } of text.matchAll(anyWord)) if (!isPart(text, index, index + word.length)) into.push(index, index + word.length);
}

function isPart(text: string, start: number, end: number): boolean {
  const before = text[start - 1];
  return before === '@' || (end - start < 3 && (before === "'" || before === '’'));
}

/** In small letters, without accents. */
export function folded(word: string): string {
  const lower = word.toLowerCase();
  return /^[a-z0-9]*$/.test(lower) ? lower : lower.normalize('NFKD').replace(/\p{M}/gu, '').replace(/ß/g, 'ss');
}

/** Whether it is of a script that is written without spaces, so that what stands between two spaces is many words. */
export const isUnspaced = (word: string): boolean => word.charCodeAt(0) > 127 && startsUnspaced.test(word);

/** The pairs of neighbouring characters of such a run: they need no dictionary, and are the same on every machine. */
export function pairsOf(run: string): string[] {
  const characters = [...run.replace(unspacedTimes, ' ').trim()];
  if (characters.length < 2) return characters;
  return characters.slice(1).flatMap((character, i) => (character === ' ' || characters[i] === ' ' ? [] : characters[i]! + character));
}
