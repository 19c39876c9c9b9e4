/**
 * The one-offs of a workspace folder by how they are told. Those of one key are the same job; keys are linked where their
 * tellings are alike. It follows a folder from one value to the next: only tasks of documents that differ are taken out and put
 * in, and only what they touch is compared anew.
 */
import type { Document, Task } from '../../notation/document.ts';
import { PersistentMap } from '../persistentMap.ts';
import { type Bucket, bucketFor } from './bucket.ts';
import { type Entry, readEntries } from './entry.ts';
import { Links } from './links.ts';
import { SameAs } from './sameAs.ts';
import { TellingReader } from './telling.ts';

export class RepeatIndex {
  readonly reader = new TellingReader();
  readonly sameAs = new SameAs();
  readonly links = new Links(this.reader);
  private documents = PersistentMap.empty<Document>();
  /** The tasks of each document, in its order. */
  private readonly known = new Map<string, readonly Entry[]>();
  private readonly buckets = new Map<string, Bucket>();
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
    this.links.renew();
    this.version++;
    return this;
  }

  entryOf({ document, firstLine }: Task): Entry | undefined {
    const entries = this.known.get(document.uri) ?? [];
    let [from, to] = [0, entries.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (entries[middle]!.task.firstLine < firstLine) from = middle + 1;
      else to = middle;
    }
    const found = entries[from];
    return found?.task.firstLine === firstLine ? found : undefined;
  }

  /** Whether some other job would be the same as one that is kept apart by a comment. */
  isLikeOthers({ telling }: Entry): boolean {
    return telling !== undefined && (this.buckets.has(telling.key) || this.links.isLikeAny(telling));
  }

  /** Jobs whose text is as it was stay what they are, wherever they now stand. */
  private read(document: Document): void {
    const before = new Map<string, Entry[]>();
    for (const entry of this.known.get(document.uri) ?? []) {
      const same = before.get(entry.text);
      if (same) same.push(entry);
      else before.set(entry.text, [entry]);
    }
    const entries = readEntries(document, this.reader, (text) => before.get(text)?.shift());
    for (const entry of entries) if (entry.isNew) this.putIn(entry);
    for (const gone of before.values()) for (const entry of gone) this.takeOut(entry);
    this.known.set(document.uri, entries);
  }

  private forgetDocument(uri: string): void {
    for (const entry of this.known.get(uri) ?? []) this.takeOut(entry);
    this.known.delete(uri);
  }

  private putIn(entry: Entry): void {
    entry.isNew = false;
    this.sameAs.add(entry);
    this.touchNamed(entry);
    const { telling } = entry;
    if (!telling || entry.isApart) return;
    const known = this.buckets.get(telling.key);
    const bucket = known ?? bucketFor(entry, telling);
    if (known) known.entries.push(entry);
    else this.buckets.set(telling.key, bucket);
    entry.bucket = bucket;
    this.links.touch(bucket);
  }

  private takeOut(entry: Entry): void {
    this.touchNamed(entry);
    this.sameAs.remove(entry);
    const { bucket } = entry;
    if (!bucket) return;
    entry.bucket = undefined;
    bucket.entries.splice(bucket.entries.indexOf(entry), 1);
    this.links.touch(bucket);
    if (bucket.entries.length === 0) this.buckets.delete(bucket.telling.key);
  }

  private touchNamed(entry: Entry): void {
    if (!this.sameAs.has(entry)) return;
    for (const { bucket } of this.sameAs.of(entry)) if (bucket) this.links.touch(bucket);
  }
}
