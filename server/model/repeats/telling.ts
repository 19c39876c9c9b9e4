/**
 * What the title and the brief of a job come to, as sets of words: the things it is about, what is done with them, and the
 * words of the brief. Numbers, months, seasons and the names of clients are set aside, as they vary from time to time.
 */
import { Lexicon } from './lexicon.ts';
import { titleWords, type Word } from './titleWords.ts';
import { findWords } from './words.ts';

/** Words are the numbers that a lexicon gives them. */
export interface Telling {
  /** Equal for jobs of which no more is to be asked. */
  readonly key: string;
  /** What the title is about, longest first, as long words are rare. */
  readonly objects: readonly number[];
  /** What is to be done: the verb at the beginning, else all words of the title that say so. */
  readonly actions: readonly number[];
  /** All of the title and the brief, once each: those of the title alone, those of both, those of the brief alone. */
  readonly words: readonly number[];
  /** Where those of the brief begin. */
  readonly briefFrom: number;
  /** Where those of the title end. */
  readonly titleTo: number;
  /** How much all words and those of the brief tell. */
  readonly weight: number;
  readonly briefWeight: number;
}

/** Characters of a brief that are read, and words of each that count. */
const longestBrief = 2000;
const mostObjects = 24;
const mostInBrief = 40;

export class TellingReader {
  readonly lexicon = new Lexicon();
  private readonly bounds: number[] = [];

  /** `undefined` for a title that says nothing but when. */
  read(title: string, brief: string): Telling | undefined {
    const words = this.wordsOf(title);
    const objects = meaningsOf(words, 'object');
    // Of "Call Anna" and "Photos for the Langs" nothing would be left to compare.
    if (objects.length === 0) objects.push(...meaningsOf(words, 'name'));
    const doings = meaningsOf(words, 'action');
    const first = words[0]?.role === 'action' ? words[0].meaning : undefined;
    const actions = first === undefined ? this.inOrder(doings) : [first];
    // "Mark the tests" is about tests.
    if (first !== undefined) for (const action of doings) if (action !== first && !objects.includes(action)) objects.push(action);
    if (objects.length === 0) objects.push(...actions);
    if (objects.length === 0) return undefined;
    const key = `${this.inOrder(objects).join()}!${actions.join()}`;
    return this.tell(key, objects.slice(0, mostObjects), actions, this.briefOf(brief.slice(0, longestBrief)));
  }

  /** The words of a title, in their order. */
  wordsOf(title: string): Word[] {
    return titleWords(title, this.lexicon);
  }

  /** The same job with another brief. */
  with({ key, objects, actions }: Telling, brief: readonly number[]): Telling {
    return this.tell(key, objects, actions, brief);
  }

  private tell(key: string, objects: readonly number[], actions: readonly number[], brief: readonly number[]): Telling {
    const title = [...objects];
    for (const action of actions) if (!objects.includes(action)) title.push(action);
    const words: number[] = [];
    for (const word of title) if (!brief.includes(word)) words.push(word);
    const briefFrom = words.length;
    for (const word of brief) if (title.includes(word)) words.push(word);
    for (const word of brief) if (!title.includes(word)) words.push(word);
    // A copy takes no more room than it needs.
    return { key, objects, actions, words: words.slice(), briefFrom, titleTo: title.length, weight: this.weightOf(words), briefWeight: this.weightOf(brief) };
  }

  private weightOf(words: readonly number[]): number {
    let sum = 0;
    for (const word of words) sum += this.lexicon.sizes[word]!;
    return sum;
  }

  private briefOf(brief: string): number[] {
    const words: number[] = [];
    findWords(brief, this.bounds);
    for (let i = 0; i < this.bounds.length && words.length < mostInBrief; i += 2) {
      const { tells, meanings } = this.lexicon.term(brief.slice(this.bounds[i], this.bounds[i + 1]));
      if (tells) for (const meaning of meanings) if (!words.includes(meaning)) words.push(meaning);
    }
    return words;
  }

  private inOrder(words: number[]): number[] {
    return words.length < 2 ? words : words.sort((a, b) => (this.lexicon.isBefore(a, b) ? -1 : 1));
  }
}

/** Once each. */
function meaningsOf(words: readonly Word[], role: Word['role']): number[] {
  const meanings: number[] = [];
  for (const word of words) if (word.role === role && !meanings.includes(word.meaning)) meanings.push(word.meaning);
  return meanings;
}
