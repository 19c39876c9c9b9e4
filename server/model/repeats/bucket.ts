/** The jobs that are told with the same words, and the groups that such buckets form. */
import type { Entry } from './entry.ts';
import type { Repeats } from './repeats.ts';
import type { Telling, TellingReader } from './telling.ts';

/** The jobs of one key. */
export interface Bucket {
  /** What it was found to belong to since it was last touched. */
  group: Group | undefined;
  /** The same with tasks as they stood at a version of the index. */
  told: { readonly version: number; readonly group: Group; readonly repeats: Repeats | undefined } | undefined;
  /** The words of its brief are those that at least half of the jobs have. */
  telling: Telling;
  readonly entries: Entry[];
  /** Those that it is like. */
  links: readonly Bucket[];
  /** The words by which it is found. */
  lookup: readonly number[];
  /** Whether it was touched and is still to be compared with others. */
  isWaiting: boolean;
}

/** Buckets that are one job. */
export interface Group {
  readonly buckets: readonly Bucket[];
  /** All that can be reached from them, over buckets that are alike or are said to be the same. */
  readonly reached: readonly Bucket[];
  /** Oldest first; `undefined` where so many titles hang together that they cannot be one job. */
  readonly entries: readonly Entry[] | undefined;
  /** The function that some of them are said to be. */
  readonly recurring: Entry | undefined;
  readonly version: number;
}

export const bucketFor = (entry: Entry, telling: Telling): Bucket => ({ group: undefined, told: undefined, telling, entries: [entry], links: noLinks, lookup: [], isWaiting: false });

/** What nearly all have. */
const noLinks: readonly Bucket[] = [];

/** What the jobs of a bucket tell: the words of at least half of their briefs. */
export function toldByMost({ entries }: Bucket, reader: TellingReader): Telling {
  const first = entries[0]!.telling!;
  if (entries.length === 1) return first;
  const counts = new Map<number, number>();
  for (const { telling } of entries) {
    const { words, briefFrom } = telling!;
    for (let i = briefFrom; i < words.length; i++) counts.set(words[i]!, (counts.get(words[i]!) ?? 0) + 1);
  }
  const brief: number[] = [];
  for (const [word, count] of counts) if (count * 2 >= entries.length) brief.push(word);
  return reader.with(first, brief);
}
