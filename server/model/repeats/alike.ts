/** How much two jobs are the same job, by how their titles and briefs tell them. */
import type { Lexicon } from './lexicon.ts';
import type { Telling } from './telling.ts';

/**
 * What the parts that are shared have to come to together: of the shorter brief, of all that is said of the two jobs, and of
 * their titles, which weigh less, as the words of a title are among all. Weights and limit follow a logistic regression on the
 * titles that bench/ is tuned with; they hardly change when some of the trades are left out.
 */
export const alike = 0.88;
const allWeighs = 1.3;
const titleWeighs = 0.35;

/** What is taken off where the titles say that something else is done: a catalogue is printed, and it is proofread. */
const otherDoing = 0.35;

/** What titles come to that are alike and stand without briefs. */
const titlesAlike = 1;

/** Added to what there is to share: a part of many words tells more than the same part of few. */
const doubt = 1;

/** Words of a brief from which on it tells something; before that the titles have to be enough. */
const tellingBrief = 2;

/** The part of all words of two titles that they share. */
const titlesEnough = 0.6;

/** What a word of the one that is compared is in, as bits. */
const inTitle = 1;
const inBrief = 2;

/** What is done with two things: the same, by the titles or by a title and the other's brief; what needs no word; what only one of them says; something else. */
type Doing = 'same' | 'unsaid' | 'unknown' | 'other';

/** Compares one job with many: its words are marked once, and those of the others that are marked are counted. */
export class Likeness {
  private marks = new Uint8Array(1024);
  private one: Telling | undefined;

  constructor(private readonly lexicon: Lexicon) {}

  /** The job that others are compared with from now on. */
  of(one: Telling): this {
    for (const word of this.one?.words ?? []) this.marks[word] = 0;
    if (this.marks.length < this.lexicon.size) this.marks = new Uint8Array(this.lexicon.size * 2);
    one.words.forEach((word, i) => (this.marks[word] = (i < one.titleTo ? inTitle : 0) | (i < one.briefFrom ? 0 : inBrief)));
    this.one = one;
    return this;
  }

  /** From `alike` on they are the same job, if all who are said to be that are so by and large. */
  to(other: Telling): number {
    const one = this.one!;
    const { words, briefFrom, titleTo } = other;
    const { marks } = this;
    const { weights } = this.lexicon;
    let all = 0;
    let briefs = 0;
    let titles = 0;
    for (let i = 0; i < words.length; i++) {
      const word = words[i]!;
      const mark = marks[word]!;
      if (mark === 0) continue;
      const weight = weights[word]!;
      all += weight;
      if (i >= briefFrom && mark & inBrief) briefs += weight;
      if (i < titleTo && mark & inTitle) titles++;
    }
    const least = Math.min(one.briefWeight, other.briefWeight);
    const likeness = briefs / (least + doubt) + (allWeighs * all) / ((one.weight + other.weight) / 2 + doubt) + (titleWeighs * titles) / (one.titleTo + titleTo - titles + doubt);
    if (least < tellingBrief && this.areTitlesAlike(one, other)) return Math.max(likeness, titlesAlike);
    const isOther = one.actions.length > 0 && other.actions.length > 0 && shared(one.actions, other.actions) === 0;
    return isOther ? likeness - otherDoing : likeness;
  }

  private areTitlesAlike(one: Telling, other: Telling): boolean {
    // What one title does may be what the other one is about: "Placement test", "Write a placement test".
    const things = shared(one.objects, other.objects) + shared(one.actions, other.objects) + shared(other.actions, one.objects);
    if (things === 0) return false;
    const all = one.objects.length + other.objects.length - things;
    const doing = this.doingOf(one, other);
    if (doing === 'same') return (things + 1) / (all + 1) >= titlesEnough || things === Math.min(one.objects.length, other.objects.length);
    return doing === 'unsaid' && things / all >= titlesEnough;
  }

  private doingOf(one: Telling, other: Telling): Doing {
    if (shared(one.actions, other.actions) > 0) return 'same';
    const [some, others] = [doneBeside(one, other), doneBeside(other, one)];
    if (some === undefined && others === undefined) return 'unsaid';
    const [said, { words, briefFrom }] = some === undefined ? [other.actions, one] : [one.actions, other];
    if (some !== undefined && others !== undefined) return 'other';
    if (said.some((action) => words.indexOf(action) >= briefFrom)) return 'same';
    return this.lexicon.unsaid.has((some ?? others)!) ? 'unsaid' : 'unknown';
  }
}

/** What a title does and the other one is not about. */
const doneBeside = ({ actions }: Telling, { objects }: Telling): number | undefined => actions.find((action) => !objects.includes(action));

function shared(one: readonly number[], other: readonly number[]): number {
  let count = 0;
  for (const word of other) if (one.includes(word)) count++;
  return count;
}
