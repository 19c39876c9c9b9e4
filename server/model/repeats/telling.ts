/**
 * What the title and the brief of a job come to, as sets of words: the things it is about, what is done with them, and the
 * words of the brief. Numbers, months, seasons and the names of clients are set aside, as they vary from time to time.
 *
 * English words are compared by their stems, words of other alphabets by their first letters. Scripts that are written without
 * spaces are compared by pairs of neighbouring characters: that needs no dictionary, and is the same on every machine.
 */
import { stemmer } from 'stemmer';
import { isDigit, isLetter } from '../../notation/characters.ts';
import { actions, determiners, englishLinks, fillers, nouns, otherLinks, prepositions, synonyms, times } from './vocabulary.ts';

export interface Telling {
  /** Equal for jobs of which no more is to be asked. */
  readonly key: string;
  /** What the title is about, longest first, as long words are rare. */
  readonly objects: readonly string[];
  /** What is to be done: the verb at the beginning, else all words of the title that say so. */
  readonly actions: readonly string[];
  /** The words of the brief, among them what it says is to be done. */
  readonly brief: readonly string[];
}

/** A word of a title where it stands. */
export interface Word {
  readonly text: string;
  readonly start: number;
  /** What it is compared by. */
  readonly stem: string;
  readonly role: 'object' | 'action' | 'name' | 'time' | 'link';
}

/** Characters of a title and of a brief that are read; nobody tells two jobs apart by what comes after. */
const longestTitle = 400;
const longestBrief = 2000;

/** Words of each that count. */
const mostObjects = 24;
const mostInBrief = 40;

/** Words that were met before. */
const remembered = 50_000;

const unspaced = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}ー';
const anyWord = new RegExp(`[${unspaced}]+|(?:(?![${unspaced}])[\\p{L}\\p{M}\\p{N}])+`, 'gu');
const isUnspaced = new RegExp(`^[${unspaced}]`, 'u');
/** When, and what holds a sentence together: 春季, 三月, 二〇二六年, 的. */
const unspacedTimes = /[春夏秋冬][季天]?|[〇一二三四五六七八九十百千]+[月年日号回]|[年月日的の]/gu;

export class TellingReader {
  private readonly stems = new Map<string, string>();
  private readonly inBriefs = new Map<string, readonly string[]>();

  /** `undefined` for a title that says nothing but when. */
  read(title: string, brief: string): Telling | undefined {
    const words = this.wordsOf(title);
    const objects = stemsOf(words, 'object');
    // Of "Call Anna" and "Photos for the Langs" nothing would be left to compare.
    if (objects.length === 0) objects.push(...stemsOf(words, 'name'));
    const doing = words[0]?.role === 'action' ? [words[0].stem] : stemsOf(words, 'action').sort();
    // "Mark the tests" is about tests.
    if (words[0]?.role === 'action') objects.push(...stemsOf(words.slice(1), 'action').filter((stem) => stem !== words[0]!.stem));
    if (objects.length === 0) objects.push(...doing);
    if (objects.length === 0) return undefined;
    objects.sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
    return { key: `${objects.join(' ')}!${doing.join(' ')}`, objects: objects.slice(0, mostObjects), actions: doing, brief: this.briefOf(brief) };
  }

  /** The words of a title, in their order. */
  wordsOf(title: string): Word[] {
    const text = title.slice(0, longestTitle);
    const typed = this.split(text);
    const isNamed = namesIn(text, typed);
    const isHead = headsIn(text, typed);
    return typed.flatMap(({ word, start }, i): Word[] => {
      if (isUnspaced.test(word)) return pairsOf(word).map((stem) => ({ text: word, start, stem, role: 'object' }));
      const plain = folded(word);
      const stem = this.stem(plain);
      const role =
        /\d/.test(word) || times.has(plain) ? 'time'
        : plain.length < 2 || englishLinks.has(plain) || otherLinks.has(plain) || fillers.has(plain) ? 'link'
        : isNamed[i] ? 'name'
        : isHead[i] && isDoing(plain, stem, i, typed[i + 1]?.word) ? 'action'
        : 'object';
      return [{ text: word, start, stem: meant(stem), role }];
    });
  }

  private briefOf(brief: string): string[] {
    const words = new Set<string>();
    for (const { word } of this.split(brief.slice(0, longestBrief))) {
      if (words.size >= mostInBrief) break;
      for (const stem of this.briefStems(word)) words.add(stem);
    }
    return [...words];
  }

  /** None of a word that tells nothing; remembered, as most words come again. */
  private briefStems(word: string): readonly string[] {
    let stems = this.inBriefs.get(word);
    if (stems) return stems;
    const plain = folded(word);
    const tells = word.length > 1 && !/^\d+$/.test(word) && ![englishLinks, otherLinks, fillers, times].some((words) => words.has(plain));
    stems = isUnspaced.test(word) ? pairsOf(word) : tells ? [meant(this.stem(plain))] : [];
    if (this.inBriefs.size >= remembered) this.inBriefs.clear();
    this.inBriefs.set(word, stems);
    return stems;
  }

  /** The words of a text, without the ending of "Anna's" and without the names of people, which are handles. */
  private split(text: string): TypedWord[] {
    return /^[\0-\x7f‘’“”–—…]*$/.test(text) ? plainWords(text) : anyWords(text);
  }

  private stem(plain: string): string {
    const known = this.stems.get(plain);
    if (known !== undefined) return known;
    const stem = /^[a-z]{3,30}$/.test(plain) ? stemmer(plain) : /^[a-z]/.test(plain) ? plain.slice(0, 30) : plain.slice(0, 6);
    if (this.stems.size >= remembered) this.stems.clear();
    this.stems.set(plain, stem);
    return stem;
  }
}

interface TypedWord {
  readonly word: string;
  readonly start: number;
}

const isPart = (text: string, word: string, start: number): boolean => {
  const before = text[start - 1];
  return before === '@' || (word.length < 3 && (before === "'" || before === '’'));
};

function anyWords(text: string): TypedWord[] {
  const words: TypedWord[] = [];
  for (const { 0: word, index } of text.matchAll(anyWord)) if (!isPart(text, word, index)) words.push({ word, start: index });
  return words;
}

/** The same of a text in the letters of ASCII, as most are, letter by letter: a pattern makes objects of every word. */
function plainWords(text: string): TypedWord[] {
  const words: TypedWord[] = [];
  let start = -1;
  for (let at = 0; at <= text.length; at++) {
    const code = text.charCodeAt(at);
    const isWord = isLetter(code) || isDigit(code);
    if (isWord && start < 0) start = at;
    if (isWord || start < 0) continue;
    const word = text.slice(start, at);
    if (!isPart(text, word, start)) words.push({ word, start });
    start = -1;
  }
  return words;
}

const meant = (stem: string): string => actions.get(stem) ?? synonyms.get(stem) ?? stem;

/**
 * Whether a word says what is to be done: one that is known to, or any that begins a title as verbs do, "Weld a gate". What has
 * been done is a property, as in "Shred the scanned cards".
 */
function isDoing(plain: string, stem: string, index: number, next: string | undefined): boolean {
  if (index === 0 && next !== undefined && determiners.has(next)) return true;
  return actions.has(stem) && !(index > 0 && plain.endsWith('ed')) && !nouns.has(plain);
}

function stemsOf(words: readonly Word[], role: Word['role']): string[] {
  return [...new Set(words.filter((word) => word.role === role).map(({ stem }) => stem))];
}

function folded(word: string): string {
  const lower = word.toLowerCase();
  return /^[a-z0-9]*$/.test(lower) ? lower : lower.normalize('NFKD').replace(/\p{M}/gu, '').replace(/ß/g, 'ss');
}

function pairsOf(run: string): string[] {
  const characters = [...run.replace(unspacedTimes, ' ').trim()];
  if (characters.length < 2) return characters;
  return characters.slice(1).flatMap((character, i) => (character === ' ' || characters[i] === ' ' ? [] : characters[i]! + character));
}

/** Which words stand before the first preposition of their part of the title: "Photos of the bikes", "The bikes: photos of them". */
function headsIn(title: string, words: readonly { word: string; start: number }[]): boolean[] {
  let isHead = true;
  return words.map(({ word, start }, i) => {
    const before = words[i - 1];
    if (before && /[,;:.!?()–—]/.test(title.slice(before.start + before.word.length, start))) isHead = true;
    if (prepositions.has(word.toLowerCase())) isHead = false;
    return isHead;
  });
}

const isCapital = (word: string): boolean => /^\p{Lu}.*\p{Ll}/u.test(word);

/**
 * Which words are names: those with a capital in a title that is otherwise written small, "Logo for Huber Bakery". German and
 * titles In Capitals write other words so too; there, and at the beginning, a capital tells nothing.
 */
function namesIn(title: string, words: readonly { word: string; start: number }[]): boolean[] {
  const firstLink = words.findIndex(({ word }) => englishLinks.has(word));
  const isOther = words.some(({ word }) => otherLinks.has(folded(word)) && !englishLinks.has(word));
  const breaks = words.map(({ start }, i) => (i === 0 ? '' : title.slice(words[i - 1]!.start + words[i - 1]!.word.length, start)));
  const firstBreak = breaks.findIndex((text) => /[,;]/.test(text));
  const head = words.slice(1, Math.min(...[firstLink, firstBreak].map((at) => (at < 0 ? words.length : at))));
  if (isOther || (head.length > 0 && head.every(({ word }) => isCapital(word)))) return [];
  return words.map(({ word }, i) => i > 0 && isCapital(word) && !/[:.]/.test(breaks[i]!) && (firstLink >= 0 || (firstBreak >= 0 && i >= firstBreak)));
}
