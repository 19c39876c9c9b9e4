/**
 * Which buckets are alike. One is compared only with those that share one of its longest words, which are rare: two sets of which
 * a part is shared share one of their first words, if both are in one order ("prefix filtering" of Chaudhuri, Ganti and Kaushik,
 * 2006). Where titles have no word in common, long words of the briefs find them.
 *
 * What is linked depends on what is there and never on the order in which it came.
 */
import { alike, Likeness } from './alike.ts';
import { type Bucket, toldByMost } from './bucket.ts';
import type { Lexicon } from './lexicon.ts';
import type { Telling, TellingReader } from './telling.ts';

/** Words of a title and of a brief that are looked up. */
const fromTitle = 8;
const fromBrief = 3;

/** Buckets that share a word, at most: what is in more of them than that tells nothing, and comparing all of them would take for ever. */
const mostSharing = 32;

export class Links {
  /** Buckets by the words by which others are found that may be like them. */
  private readonly sharing: (Bucket[] | undefined)[] = [];
  readonly likeness: Likeness;
  private touched: Bucket[] = [];

  constructor(private readonly reader: TellingReader) {
    this.likeness = new Likeness(reader.lexicon);
  }

  /** To be compared anew. */
  touch(bucket: Bucket): void {
    if (bucket.isWaiting) return;
    bucket.isWaiting = true;
    this.touched.push(bucket);
  }

  /** Links all that was touched with all that it is like. */
  renew(): void {
    // What one of them tells can touch others.
    for (let i = 0; i < this.touched.length; i++) this.tellAnew(this.touched[i]!);
    const words = new Set<number>();
    for (const bucket of this.touched) {
      unlink(bucket);
      for (const word of bucket.lookup) words.add(word);
    }
    for (const word of words) this.linkSharing(word);
    for (const bucket of this.touched) bucket.isWaiting = false;
    this.touched = [];
  }

  /** Whether a job is like any bucket. */
  isLikeAny(telling: Telling): boolean {
    const likeness = this.likeness.of(telling);
    return lookupOf(telling, this.reader.lexicon).some((word) => this.sharersOf(word).some((bucket) => likeness.to(bucket.telling) >= alike));
  }

  /** Word by word rather than bucket by bucket: so the few that share a word are at hand while they are compared with each other. */
  private linkSharing(word: number): void {
    const buckets = this.sharersOf(word);
    buckets.forEach((one, i) => {
      if (!one.isWaiting) return;
      const likeness = this.likeness.of(one.telling);
      buckets.forEach((other, j) => {
        // Two that are both touched are compared once.
        if ((other.isWaiting ? j > i : true) && likeness.to(other.telling) >= alike) link(one, other);
      });
    });
  }

  private sharersOf(word: number): readonly Bucket[] {
    const buckets = this.sharing[word];
    return buckets && buckets.length <= mostSharing ? buckets : [];
  }

  private tellAnew(bucket: Bucket): void {
    const before = bucket.lookup;
    if (bucket.entries.length > 0) {
      bucket.telling = toldByMost(bucket, this.reader);
      bucket.lookup = lookupOf(bucket.telling, this.reader.lexicon);
    } else bucket.lookup = [];
    for (const word of before) if (!bucket.lookup.includes(word)) this.unshare(word, bucket);
    for (const word of bucket.lookup) if (!before.includes(word)) this.share(word, bucket);
  }

  /** A word that comes to be shared by too many, or no longer is, changes what all of them are compared with. */
  private share(word: number, bucket: Bucket): void {
    const buckets = this.sharing[word];
    if (!buckets) {
      while (this.sharing.length < word) this.sharing.push(undefined);
      this.sharing[word] = [bucket];
    } else if (buckets.push(bucket) === mostSharing + 1) for (const each of buckets) this.touch(each);
  }

  private unshare(word: number, bucket: Bucket): void {
    const buckets = this.sharing[word]!;
    if (buckets.length === mostSharing + 1) for (const each of buckets) this.touch(each);
    buckets.splice(buckets.indexOf(bucket), 1);
  }
}

function unlink(bucket: Bucket): void {
  forget(bucket);
  for (const other of bucket.links) {
    other.links = other.links.filter((each) => each !== bucket);
    forget(other);
  }
  if (bucket.links.length > 0) bucket.links = [];
}

/** Two that share several words are found several times. */
function link(one: Bucket, other: Bucket): void {
  if (one.links.includes(other)) return;
  one.links = [...one.links, other];
  other.links = [...other.links, one];
  forget(other);
}

/** Where one of those that hang together changes, all of them are grouped anew. */
function forget({ group }: Bucket): void {
  if (group) for (const each of group.reached) each.group = undefined;
}

/** The words by which those that may be like a job are found: the longest of its title, and the longest that its brief adds. */
function lookupOf({ objects, words, briefFrom }: Telling, lexicon: Lexicon): readonly number[] {
  const longest: number[] = [];
  for (let i = briefFrom; i < words.length; i++) {
    const word = words[i]!;
    if (lexicon.weights[word]! < 1 || objects.includes(word)) continue;
    let at = longest.length;
    while (at > 0 && lexicon.isBefore(word, longest[at - 1]!)) at--;
    if (at === fromBrief) continue;
    longest.splice(at, 0, word);
    if (longest.length > fromBrief) longest.pop();
  }
  return objects.length > fromTitle ? [...objects.slice(0, fromTitle), ...longest] : [...objects, ...longest];
}
