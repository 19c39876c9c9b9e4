/** The jobs that are one: by likeness, or because `Same as` says so. */
import type { Bucket, Group } from './bucket.ts';
import { clustersOf } from './clusters.ts';
import type { Entry } from './entry.ts';
import type { RepeatIndex } from './index.ts';
import { byPlace, inOrder } from './order.ts';

/** Titles that hang together, at most. */
const mostBuckets = 300;

/** The group of a bucket, worked out once for all that can be reached from it. */
export function groupOf(index: RepeatIndex, bucket: Bucket): Group {
  if (!isKnown(bucket, index)) {
    const reached = reach(bucket, index);
    if (reached.isTooLarge) setGroup(reached.buckets, { buckets: reached.buckets, reached: reached.buckets, entries: undefined, recurring: undefined, version: index.version });
    else for (const buckets of jobsAmong(reached.buckets, index)) setGroup(buckets, { ...groupAs(buckets, index), reached: reached.buckets });
  }
  return bucket.group!;
}

const isKnown = ({ group }: Bucket, { version }: RepeatIndex): boolean => group !== undefined && (group.entries !== undefined || group.version === version);

function setGroup(buckets: readonly Bucket[], group: Group): void {
  for (const each of buckets) each.group = group;
}

/** All that hangs together with a bucket; not to its end where it is too much. */
function reach(bucket: Bucket, index: RepeatIndex): { buckets: Bucket[]; isTooLarge: boolean } {
  const reached = new Set([bucket]);
  for (const each of reached) {
    if (reached.size > mostBuckets || (isKnown(each, index) && each.group!.entries === undefined)) return { buckets: [...reached], isTooLarge: true };
    for (const other of each.links) reached.add(other);
    for (const other of saidToBeSame(each, index)) if (other.bucket) reached.add(other.bucket);
  }
  return { buckets: [...reached], isTooLarge: false };
}

function* saidToBeSame({ entries }: Bucket, { sameAs }: RepeatIndex): Generator<Entry> {
  for (const entry of entries) yield* sameAs.of(entry);
}

function jobsAmong(reached: readonly Bucket[], index: RepeatIndex): readonly (readonly Bucket[])[] {
  if (reached.length < 2) return [reached];
  const places = new Map(reached.map((each) => [each, each.entries.reduce((a, b) => (byPlace(a, b) < 0 ? a : b))]));
  const inPlace = [...reached].sort((a, b) => byPlace(places.get(a)!, places.get(b)!));
  return clustersOf(joined(inPlace, index), index.links.likeness);
}

/** Those that are said to be the same are, whatever they are like. */
function joined(buckets: readonly Bucket[], index: RepeatIndex): Bucket[][] {
  const parts: Bucket[][] = [];
  const placed = new Set<Bucket>();
  for (const bucket of buckets) {
    if (placed.has(bucket)) continue;
    const part = new Set([bucket]);
    for (const each of part) for (const other of saidToBeSame(each, index)) if (other.bucket) part.add(other.bucket);
    for (const each of part) placed.add(each);
    parts.push([...part]);
  }
  return parts;
}

function groupAs(buckets: readonly Bucket[], index: RepeatIndex): Omit<Group, 'reached'> {
  const functions = new Set<Entry>();
  for (const { entries } of buckets) {
    for (const entry of entries) for (const other of index.sameAs.of(entry)) if (other.task.block.kind === 'recurring' && entry.sameAs === other.title) functions.add(other);
  }
  return { buckets, entries: inOrder(buckets.flatMap(({ entries }) => entries)), recurring: [...functions].sort(byPlace)[0], version: index.version };
}
