/**
 * The one-offs of a workspace folder by how they are told. Those of one key are the same job; keys are linked where their
 * tellings are alike. It follows a folder from one value to the next: only tasks of documents that differ are taken out and put
 * in, and only what they touch is compared anew.
 */
import { changedSections, changedTasks, type Document, type Section, type Task, tasksOf } from '../../notation/document.ts';
import { PersistentMap } from '../persistentMap.ts';
import { type Bucket, bucketFor } from './bucket.ts';
import { apartIn, Entry, tellTheSame, textOfEntry } from './entry.ts';
import { Links } from './links.ts';
import { SameAs } from './sameAs.ts';
import { TellingReader } from './telling.ts';

export class RepeatIndex {
  readonly reader = new TellingReader();
  readonly sameAs = new SameAs();
  readonly links = new Links(this.reader);
  documents = PersistentMap.empty<Document>();
  private readonly known = new WeakMap<Section, Entry>();
  private readonly buckets = new Map<string, Bucket>();
  /** Goes up with each change. */
  version = 0;

  /** Brings it to a folder's notes. */
  at(documents: PersistentMap<Document>): this {
    if (documents === this.documents) return this;
    const before = this.documents;
    this.documents = documents;
    for (const uri of documents.differences(before)) this.read(before.get(uri), documents.get(uri));
    this.links.renew();
    this.version++;
    return this;
  }

  entryOf({ section }: Pick<Task, 'section'>): Entry | undefined {
    return this.known.get(section);
  }

  /** Whether some other job would be the same as one that is kept apart by a comment. */
  isLikeOthers({ telling }: Entry): boolean {
    return telling !== undefined && (this.buckets.has(telling.key) || this.links.isLikeAny(telling));
  }

  /** Jobs whose text is as it was stay what they are, wherever they now stand. */
  private read(old: Document | undefined, now: Document | undefined): void {
    const isSilent = areSilent(old, now);
    const { removed, added } = isSilent ? changedTasks(old, now) : { removed: old ? tasksOf(old) : [], added: now ? tasksOf(now) : [] };
    if (isSilent && removed.length === 1 && added.length === 1 && this.goesOn(removed[0]!, added[0]!)) return;
    const before = new Map<string, Entry[]>();
    for (const { section } of removed) {
      const entry = this.known.get(section)!;
      const same = before.get(entry.text);
      if (same) same.push(entry);
      else before.set(entry.text, [entry]);
      this.known.delete(section);
    }
    if (added.length > 0) {
      const isApart = apartIn(now!);
      for (const task of added) this.enter(task, isApart(task), before);
    }
    for (const gone of before.values()) for (const entry of gone) this.takeOut(entry);
  }

  /** Most of what is typed in a task is nothing that it is told by. Where it has to do with no other, it stays what it is. */
  private goesOn(old: Task, now: Task): boolean {
    const entry = this.known.get(old.section)!;
    const { bucket } = entry;
    if (entry.isApart || this.sameAs.has(entry) || (bucket && (bucket.entries.length > 1 || bucket.links.length > 0)) || !tellTheSame(old, now)) return false;
    entry.becomes(now, textOfEntry(now, false));
    this.known.delete(old.section);
    this.known.set(now.section, entry);
    return true;
  }

  private enter(task: Task, isApart: boolean, before: ReadonlyMap<string, Entry[]>): void {
    const text = textOfEntry(task, isApart);
    const known = before.get(text)?.shift();
    if (known) {
      known.becomes(task, text);
      this.known.set(task.section, known);
      return;
    }
    const entry = new Entry(task, text, isApart, this.reader, this);
    this.known.set(task.section, entry);
    this.putIn(entry);
  }

  private putIn(entry: Entry): void {
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

/** Whether no comment came, went or stands right above what changed: it may keep apart what stands below it. */
function areSilent(old: Document | undefined, now: Document | undefined): boolean {
  const { removed, added, start } = changedSections(old, now);
  const isSilent = ({ directives }: Section): boolean => directives.length === 0;
  return removed.every(isSilent) && added.every(isSilent) && (start === 0 || isSilent(now!.sections[start - 1]!));
}
