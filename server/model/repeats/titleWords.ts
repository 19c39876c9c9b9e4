/** What the words of a title are there for: what is done, with what, for whom and when. */
import type { Lexicon, Term } from './lexicon.ts';
import { findWords } from './words.ts';

/** A word of a title where it stands. */
export interface Word {
  readonly text: string;
  readonly start: number;
  /** What it is compared by. */
  readonly meaning: number;
  readonly role: 'object' | 'action' | 'name' | 'time' | 'link';
}

/** Characters of a title that are read; nobody tells two jobs apart by what comes after. */
const longestTitle = 400;

interface Typed {
  readonly text: string;
  readonly start: number;
  readonly term: Term;
  /** What stands between it and the word before. */
  readonly gap: string;
}

/** The words of a title, in their order. */
export function titleWords(title: string, lexicon: Lexicon): Word[] {
  const typed = read(title.slice(0, longestTitle), lexicon);
  const isNamed = namesIn(typed);
  let isHead = true;
  return typed.flatMap(({ text, start, term, gap }, i): Word[] => {
    isHead = headGoesOn(isHead, term, gap);
    const role =
      term.isUnspaced ? 'object'
      : term.isTime ? 'time'
      : term.isLink ? 'link'
      : isNamed(i) ? 'name'
      : isHead && isDoing(term, i, typed[i + 1]?.term) ? 'action'
      : 'object';
    return term.meanings.map((meaning) => ({ text, start, meaning, role }));
  });
}

function read(title: string, lexicon: Lexicon): Typed[] {
  const bounds: number[] = [];
  findWords(title, bounds);
  const typed: Typed[] = [];
  for (let i = 0; i < bounds.length; i += 2) {
    const start = bounds[i]!;
    const text = title.slice(start, bounds[i + 1]);
    typed.push({ text, start, term: lexicon.term(text), gap: i === 0 ? '' : title.slice(bounds[i - 1], start) });
  }
  return typed;
}

/** What is done stands before the first preposition of its part of the title: "Photos of the bikes", "The bikes: photos of them". */
const headGoesOn = (isHead: boolean, { isPreposition }: Term, gap: string): boolean => (isHead || /[,;:.!?()–—]/.test(gap)) && !isPreposition;

/**
 * Whether a word says what is to be done: one that is known to, or any that begins a title as verbs do, "Weld a gate". What has
 * been done is a property, as in "Shred the scanned cards".
 */
const isDoing = ({ isAction, isDone }: Term, index: number, next: Term | undefined): boolean =>
  (index === 0 && next?.isDeterminer === true) || (isAction && !(index > 0 && isDone));

/**
 * Which words are names: those with a capital in a title that is otherwise written small, "Logo for Huber Bakery". German and
 * titles In Capitals write other words so too; there, and at the beginning, a capital tells nothing.
 */
function namesIn(words: readonly Typed[]): (index: number) => boolean {
  const firstLink = words.findIndex(({ term }) => term.isEnglishLink);
  const firstBreak = words.findIndex(({ gap }) => /[,;]/.test(gap));
  const head = words.slice(1, Math.min(...[firstLink, firstBreak].map((at) => (at < 0 ? words.length : at))));
  const isOther = words.some(({ term }) => term.isOtherLink && !term.isEnglishLink);
  if (isOther || (head.length > 0 && head.every(({ term }) => term.isCapital))) return () => false;
  const from = firstLink >= 0 ? 1 : firstBreak >= 0 ? firstBreak : words.length;
  return (i) => i >= from && i > 0 && words[i]!.term.isCapital && !/[:.]/.test(words[i]!.gap);
}
