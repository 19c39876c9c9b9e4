/**
 * The words of all titles and briefs of a folder, each read once: what it comes to is a number, so that jobs are compared
 * without looking at letters. English words come to their stems, words of other alphabets to their first letters, those of
 * scripts without spaces to pairs of characters.
 */
import { stemmer } from 'stemmer';
import { actions, determiners, englishLinks, fillers, forms, nouns, numbers, otherLinks, prepositions, synonyms, times, units } from './vocabulary.ts';
import { folded, isUnspaced, pairsOf } from './words.ts';

/** A word as it was typed. */
export interface Term {
  /** What it comes to; more than one number for a run of a script without spaces. */
  readonly meanings: readonly number[];
  readonly isUnspaced: boolean;
  /** Whether it says when or how many, and so varies from one time to the next. */
  readonly isTime: boolean;
  /** Whether it tells nothing of a job. */
  readonly isLink: boolean;
  /** Whether a brief that has it says more than one without. */
  readonly tells: boolean;
  /** Whether it is known as something that is done. */
  readonly isAction: boolean;
  readonly isCapital: boolean;
  readonly isEnglishLink: boolean;
  readonly isOtherLink: boolean;
  readonly isPreposition: boolean;
  readonly isDeterminer: boolean;
  /** "Scanned", as of "the scanned cards". */
  readonly isDone: boolean;
}

/** Typed words that are remembered. What they come to always is. */
const remembered = 50_000;

export class Lexicon {
  private readonly terms = new Map<string, Term>();
  private readonly numbers = new Map<string, number>();
  private readonly texts: string[] = [];
  /** How much it tells that two jobs share it: a whole, a half for what is counted, a quarter for how many. */
  readonly weights: number[] = [];
  /** The same, but nothing for how many: a number that two jobs share says more than one that they do not. */
  readonly sizes: number[] = [];
  /** What needs no word: a flyer is designed, a letter is written. */
  readonly unsaid: ReadonlySet<number> = new Set(['design', 'write'].map((action) => this.numberOf(action)));

  get size(): number {
    return this.texts.length;
  }

  term(word: string): Term {
    let term = this.terms.get(word);
    if (!term) {
      term = this.read(word);
      if (this.terms.size >= remembered) this.terms.clear();
      this.terms.set(word, term);
    }
    return term;
  }

  /** Long words come first, as they are rare. What comes first does not depend on which was met first. */
  isBefore(one: number, other: number): boolean {
    const [a, b] = [this.texts[one]!, this.texts[other]!];
    return a.length > b.length || (a.length === b.length && a < b);
  }

  private read(word: string): Term {
    const plain = folded(word);
    const isRun = isUnspaced(word);
    const isWhen = times.has(plain);
    const isEmpty = englishLinks.has(plain) || otherLinks.has(plain) || fillers.has(plain);
    const count = numbers.get(plain) ?? (/^\d+$/.test(plain) ? plain : undefined);
    const stem = stemOf(forms.get(plain) ?? plain);
    const meant = count ?? (nouns.has(plain) ? plain : (actions.get(stem) ?? synonyms.get(stem) ?? stem));
    return {
      meanings: (isRun ? pairsOf(word) : [meant]).map((text) => this.numberOf(text)),
      isUnspaced: isRun,
      isTime: isWhen || /\d/.test(word),
      isLink: plain.length < 2 || isEmpty || numbers.has(plain),
      tells: isRun || (count === undefined ? word.length > 1 && !isEmpty && !isWhen : isSpecific(count)),
      isAction: actions.has(stem) && !nouns.has(plain),
      isCapital: /^\p{Lu}.*\p{Ll}/u.test(word),
      isEnglishLink: englishLinks.has(word),
      isOtherLink: otherLinks.has(plain),
      isPreposition: prepositions.has(word.toLowerCase()),
      isDeterminer: determiners.has(word),
      isDone: plain.endsWith('ed'),
    };
  }

  private numberOf(text: string): number {
    let number = this.numbers.get(text);
    if (number === undefined) {
      number = this.texts.push(text) - 1;
      const isCount = /^\d+$/.test(text);
      this.weights.push(isCount ? 0.25 : units.has(text) ? 0.5 : 1);
      this.sizes.push(isCount ? 0 : this.weights.at(-1)!);
      this.numbers.set(text, number);
    }
    return number;
  }
}

/** One and two are in every brief, and years pass. */
const isSpecific = (count: string): boolean => Number(count) > 2 && !/^(19|20)\d\d$/.test(count);

const stemOf = (plain: string): string =>
  /^[a-z]{3,30}$/.test(plain) ? stemmer(plain) : /^[a-z]/.test(plain) ? plain.slice(0, 30) : plain.slice(0, 6);
