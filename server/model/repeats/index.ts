/**
 * The one-offs of a workspace folder by how they are told. Those of one key are the same job; keys are linked where their
 * tellings are alike. It follows a folder from one value to the next: only tasks of documents that differ are taken out and put
 * in, and only what they touch is compared anew.
 *
 * What is linked depends on what is there and never on the order in which it came.
 */
import type { Document, Task } from '../../notation/document.ts';
import { PersistentMap } from '../persistentMap.ts';
import { areAlike, leastAlike } from './alike.ts';
import { type Entry, readEntries } from './entry.ts';
import type { Repeats } from './repeats.ts';
import { type Telling, TellingReader } from './telling.ts';

/** The jobs of one key. */
export interface Bucket {
  /** What it was found to belong to since it was last touched. */
  group: Group | undefined;
  /** The same with tasks as they stood at a version of the index. */
  told: { readonly version: number; readonly group: Group; readonly repeats: Repeats | undefined } | undefined;
  /** The words of its brief are those that at least half of the jobs have. */
  telling: Telling;
  readonly entries: Entry[];
  links: Bucket[];
  /** The words by which it is found. */
  lookup: readonly string[];
  /** Whether it is still to be compared with others. */
  isWaiting: boolean;
  /** The number of the search that came to it last. */
  seen: number;
}

/** Buckets that are one job: all that can be reached from one of them. */
export interface Group {
  readonly buckets: readonly Bucket[];
  /** Oldest first; `undefined` where so many titles hang together that they cannot be one job. */
  readonly entries: readonly Entry[] | undefined;
  /** The function that some of them are said to be. */
  readonly recurring: Entry | undefined;
  readonly version: number;
}

/** Words of a brief that are looked up. */
const fromBrief = 2;

/** Keys that share a word, at most: what is in more titles than that tells nothing, and comparing all of them would take for ever. */
const mostSharing = 32;

export class RepeatIndex {
  readonly reader = new TellingReader();
  /** All tasks by title, for those that are named by it. */
  private readonly byTitle = new Map<string, Entry[]>();
  /** One-offs by the title that their `Same as` names. */
  private readonly bySameAs = new Map<string, Entry[]>();
  private documents = PersistentMap.empty<Document>();
  /** The entries of each document by the line at which they begin. */
  private readonly known = new Map<string, ReadonlyMap<number, Entry>>();
  private readonly buckets = new Map<string, Bucket>();
  /** Buckets by the words by which others are found that may be like them. */
  private readonly sharing = new Map<string, Bucket[]>();
  private readonly touched = new Set<Bucket>();
  private searches = 0;
  /** Goes up with each change. */
  version = 0;

  /** Brings it to a folder's notes. */
  at(documents: PersistentMap<Document>): this {
    if (documents === this.documents) return this;
    for (const uri of documents.differences(this.documents)) {
      const document = documents.get(uri);
      if (document) this.read(document);
      else this.forgetDocument(uri);
    }
    this.documents = documents;
    for (const bucket of this.touched) this.tellAnew(bucket);
    for (const bucket of this.touched) this.unlink(bucket);
    for (const bucket of this.touched) this.link(bucket);
    this.touched.clear();
    this.version++;
    return this;
  }

  entryOf({ document, firstLine }: Task): Entry | undefined {
    return this.known.get(document.uri)?.get(firstLine);
  }

  /** The tasks that its `Same as` names, and those whose `Same as` names it. */
  *saidToBeSame({ title, sameAs }: Entry): Generator<Entry> {
    if (sameAs !== undefined) yield* this.byTitle.get(sameAs) ?? [];
    if (title !== '') yield* this.bySameAs.get(title) ?? [];
    // Of a title that nobody has any more, all who name it are the same.
    if (sameAs !== undefined) yield* this.bySameAs.get(sameAs) ?? [];
  }

  private touch(entry: Entry): void {
    const bucket = this.bucketOf(entry);
    if (bucket) this.touched.add(bucket);
  }

  bucketOf({ telling, isApart }: Entry): Bucket | undefined {
    return telling && !isApart ? this.buckets.get(telling.key) : undefined;
  }

  /** Whether some other job would be the same as one that is kept apart by a comment. */
  isLikeOthers({ telling }: Entry): boolean {
    if (!telling) return false;
    return this.buckets.has(telling.key) || this.alike(telling, () => false).length > 0;
  }

  /** Jobs whose text is as it was stay what they are, wherever they now stand. */
  private read(document: Document): void {
    const before = new Map<string, Entry[]>();
    for (const entry of this.known.get(document.uri)?.values() ?? []) {
      const same = before.get(entry.text);
      if (same) same.push(entry);
      else before.set(entry.text, [entry]);
    }
    const entries = new Map<number, Entry>();
    for (const entry of readEntries(document, this.reader, (text) => before.get(text)?.shift())) {
      if (entry.isNew) this.putIn(entry);
      entries.set(entry.task.firstLine, entry);
    }
    for (const gone of before.values()) for (const entry of gone) this.takeOut(entry);
    this.known.set(document.uri, entries);
  }

  private forgetDocument(uri: string): void {
    for (const entry of this.known.get(uri)?.values() ?? []) this.takeOut(entry);
    this.known.delete(uri);
  }

  private putIn(entry: Entry): void {
    entry.isNew = false;
    if (entry.title !== '') add(this.byTitle, entry.title, entry);
    if (entry.sameAs !== undefined) add(this.bySameAs, entry.sameAs, entry);
    for (const other of this.saidToBeSame(entry)) this.touch(other);
    if (!entry.telling || entry.isApart) return;
    const { key } = entry.telling;
    let bucket = this.buckets.get(key);
    if (!bucket) {
      bucket = { telling: entry.telling, entries: [], links: [], isWaiting: false, seen: 0, group: undefined, told: undefined, lookup: [] };
      this.buckets.set(key, bucket);
    }
    bucket.entries.push(entry);
    this.touched.add(bucket);
  }

  private takeOut(entry: Entry): void {
    for (const other of this.saidToBeSame(entry)) this.touch(other);
    remove(this.byTitle, entry.title, entry);
    if (entry.sameAs !== undefined) remove(this.bySameAs, entry.sameAs, entry);
    const bucket = this.bucketOf(entry);
    if (!bucket) return;
    bucket.entries.splice(bucket.entries.indexOf(entry), 1);
    this.touched.add(bucket);
  }

  /** A word that comes to be shared by too many, or no longer is, changes what all of them are compared with. */
  private share(word: string, bucket: Bucket): void {
    const buckets = this.sharing.get(word);
    if (!buckets) this.sharing.set(word, [bucket]);
    else if (buckets.push(bucket) === mostSharing + 1) for (const each of buckets) this.touched.add(each);
  }

  private unshare(word: string, bucket: Bucket): void {
    const buckets = this.sharing.get(word)!;
    if (buckets.length === mostSharing + 1) for (const each of buckets) this.touched.add(each);
    buckets.splice(buckets.indexOf(bucket), 1);
    if (buckets.length === 0) this.sharing.delete(word);
  }

  private tellAnew(bucket: Bucket): void {
    const { telling, entries } = bucket;
    const before = bucket.lookup;
    if (entries.length === 0) {
      this.buckets.delete(telling.key);
      bucket.lookup = [];
    } else {
      bucket.telling = toldByMost(entries);
      bucket.lookup = lookupOf(bucket.telling);
    }
    for (const word of before) if (!bucket.lookup.includes(word)) this.unshare(word, bucket);
    for (const word of bucket.lookup) if (!before.includes(word)) this.share(word, bucket);
  }

  private unlink(bucket: Bucket): void {
    bucket.isWaiting = true;
    this.forget(bucket);
    for (const other of bucket.links) {
      other.links.splice(other.links.indexOf(bucket), 1);
      this.forget(other);
    }
    bucket.links = [];
  }

  /** Those that it is like are found once: by the one that comes last of two that were touched. */
  private link(bucket: Bucket): void {
    bucket.isWaiting = false;
    if (bucket.entries.length === 0) return;
    for (const other of this.alike(bucket.telling, (each) => each === bucket || each.isWaiting)) {
      bucket.links.push(other);
      other.links.push(bucket);
      this.forget(other);
    }
  }

  private forget({ group }: Bucket): void {
    for (const each of group?.buckets ?? []) each.group = undefined;
  }

  /** Buckets that are alike, of those that share a word by which one is found. */
  private alike(telling: Telling, isLeftOut: (bucket: Bucket) => boolean): Bucket[] {
    const found: Bucket[] = [];
    const search = ++this.searches;
    for (const word of lookupOf(telling)) {
      const buckets = this.sharing.get(word);
      if (!buckets || buckets.length > mostSharing) continue;
      for (const bucket of buckets) {
        if (bucket.seen === search) continue;
        bucket.seen = search;
        if (!isLeftOut(bucket) && areAlike(bucket.telling, telling)) found.push(bucket);
      }
    }
    return found;
  }
}

/**
 * The words by which those that may be like a job are found. Two sets of which a part is shared share one of their first words, if
 * both are in one order: "prefix filtering" of Chaudhuri, Ganti and Kaushik, 2006. Long words come first, as they are rare. Where
 * the same is done with other things, long words of the brief find it.
 */
function lookupOf({ objects, actions, brief }: Telling): readonly string[] {
  const things = objects.slice(0, objects.length - Math.ceil(objects.length * leastAlike) + 1);
  if (actions.length === 0) return things;
  const words: string[] = [];
  for (const word of brief) {
    if (words.length === fromBrief && !isBefore(word, words[fromBrief - 1]!)) continue;
    if (things.includes(word)) continue;
    if (words.length === fromBrief) words.pop();
    let at = words.length;
    while (at > 0 && isBefore(word, words[at - 1]!)) at--;
    words.splice(at, 0, word);
  }
  return [...things, ...words.flatMap((word) => actions.map((action) => `${action} ${word}`))];
}

const isBefore = (one: string, other: string): boolean => one.length > other.length || (one.length === other.length && one < other);

/** What jobs of one key tell: the words of at least half of their briefs. */
function toldByMost(entries: readonly Entry[]): Telling {
  const [first] = entries;
  if (entries.length === 1) return first!.telling!;
  const counts = new Map<string, number>();
  for (const each of entries) for (const word of each.telling!.brief) counts.set(word, (counts.get(word) ?? 0) + 1);
  const brief: string[] = [];
  for (const [word, count] of counts) if (count * 2 >= entries.length) brief.push(word);
  return { ...first!.telling!, brief };
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function remove<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  const at = list?.indexOf(value) ?? -1;
  if (at >= 0) list!.splice(at, 1);
  if (list?.length === 0) map.delete(key);
}
