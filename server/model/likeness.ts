/** "Did you mean": the known words nearest to one that is not known. */

/** The number of letters to insert, remove, replace or swap with a neighbour to turn one word into another. */
function distance(a: string, b: string): number {
  let twoAgo: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      row[j] = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j]!, twoAgo[j - 2]! + 1);
    }
    twoAgo = previous;
    previous = row;
  }
  return previous[b.length]!;
}

/** The words that a typed one may have been meant as, nearest first: at most a third of its letters differ. */
export function nearest(word: string, known: Iterable<string>, most = 3): string[] {
  const typed = word.toLowerCase().slice(0, 60);
  const limit = Math.max(1, Math.floor(typed.length / 3));
  return [...known]
    .map((candidate) => ({ candidate, away: Math.abs(candidate.length - typed.length) > limit ? Infinity : distance(typed, candidate.toLowerCase()) }))
    .filter(({ away }) => away <= limit)
    .sort((a, b) => a.away - b.away || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** Those of several titled things whose titles share the most words with a title, likest first; those that share none last. */
export function byTitle<T extends { readonly title: string }>(title: string, things: readonly T[], most: number): T[] {
  const words = wordsOf(title);
  const likeness = (other: string): number => {
    const others = wordsOf(other);
    const shared = [...others].filter((word) => words.has(word)).length;
    return shared === 0 ? 0 : shared / (words.size + others.size - shared);
  };
  return things
    .map((thing) => ({ thing, like: likeness(thing.title) }))
    .sort((a, b) => b.like - a.like || (a.thing.title < b.thing.title ? -1 : a.thing.title > b.thing.title ? 1 : 0))
    .slice(0, most)
    .map(({ thing }) => thing);
}

/** The words of a title by their beginnings, so that `invoices` and `invoicing` are alike. */
function wordsOf(title: string): Set<string> {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  return new Set(words.map((word) => word.slice(0, 6)));
}
