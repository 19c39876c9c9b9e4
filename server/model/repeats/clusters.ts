/**
 * Which of those that hang together by likeness are one job. One that is a little like two different jobs must not join them:
 * so two parts become one only if the buckets of the one are alike to those of the other on average ("average linkage").
 */
import { alike, type Likeness } from './alike.ts';
import type { Bucket } from './bucket.ts';

/** Parts are buckets that belong together anyway. What comes out depends on their order only where likenesses are equal. */
export function clustersOf(parts: readonly (readonly Bucket[])[], likeness: Likeness): Bucket[][] {
  const clusters = parts.map((part) => [...part]);
  const table = likenesses(parts, likeness);
  // For each the one before it that is most alike, so that a step need not look at all pairs.
  const nearest = table.map((_, i) => nearestOf(table, clusters, i));
  for (;;) {
    const to = closest(table, nearest);
    const from = nearest[to]!;
    if (from < 0 || table[to]![from]! < alike) return clusters.filter((cluster) => cluster.length > 0);
    join(table, clusters, from, to);
    nearest[to] = -1;
    for (let i = from; i < clusters.length; i++) {
      if (clusters[i]!.length === 0 || i === to) continue;
      const before = nearest[i]!;
      if (i === from || before === from || before === to) nearest[i] = nearestOf(table, clusters, i);
      else if (before < 0 || table[i]![from]! > table[i]![before]!) nearest[i] = from;
    }
  }
}

/** The average likeness of each two parts. */
function likenesses(parts: readonly (readonly Bucket[])[], likeness: Likeness): number[][] {
  const table = parts.map((): number[] => parts.map(() => 0));
  parts.forEach((part, i) => {
    for (const { telling } of part) {
      likeness.of(telling);
      for (let j = 0; j < i; j++) {
        let sum = table[i]![j]!;
        for (const other of parts[j]!) sum += likeness.to(other.telling) / (part.length * parts[j]!.length);
        setBoth(table, i, j, sum);
      }
    }
  });
  return table;
}

function nearestOf(table: readonly (readonly number[])[], clusters: readonly (readonly Bucket[])[], i: number): number {
  const row = table[i]!;
  let nearest = -1;
  for (let j = 0; j < i; j++) if (clusters[j]!.length > 0 && (nearest < 0 || row[j]! > row[nearest]!)) nearest = j;
  return nearest;
}

/** The one that is most like the one nearest to it. */
function closest(table: readonly (readonly number[])[], nearest: readonly number[]): number {
  let closest = 0;
  const likenessAt = (i: number): number => (nearest[i]! < 0 ? -Infinity : table[i]![nearest[i]!]!);
  for (let i = 1; i < nearest.length; i++) if (likenessAt(i) > likenessAt(closest)) closest = i;
  return closest;
}

/** Those of the second go over to the first. */
function join(table: readonly number[][], clusters: readonly Bucket[][], from: number, to: number): void {
  const [kept, gone] = [clusters[from]!, clusters[to]!];
  const all = kept.length + gone.length;
  for (let i = 0; i < clusters.length; i++) setBoth(table, from, i, (kept.length * table[from]![i]! + gone.length * table[to]![i]!) / all);
  kept.push(...gone);
  gone.length = 0;
}

function setBoth(table: readonly number[][], i: number, j: number, value: number): void {
  table[i]![j] = value;
  table[j]![i] = value;
}
