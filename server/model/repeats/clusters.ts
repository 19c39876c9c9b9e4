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
  while (clusters.length > 1) {
    const [from, to] = nearest(table);
    if (table[to]![from]! < alike) break;
    const [kept, gone] = [clusters[from]!, clusters[to]!];
    const [big, small] = [kept.length, gone.length];
    for (let i = 0; i < clusters.length; i++) setBoth(table, from, i, (big * table[from]![i]! + small * table[to]![i]!) / (big + small));
    kept.push(...gone);
    clusters.splice(to, 1);
    table.splice(to, 1);
    for (const row of table) row.splice(to, 1);
  }
  return clusters;
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

/** The two that are most alike, of equal ones the first. */
function nearest(table: readonly (readonly number[])[]): [from: number, to: number] {
  let [from, to] = [0, 1];
  for (let i = 1; i < table.length; i++) {
    const row = table[i]!;
    for (let j = 0; j < i; j++) if (row[j]! > table[to]![from]!) [from, to] = [j, i];
  }
  return [from, to];
}

function setBoth(table: readonly number[][], i: number, j: number, value: number): void {
  table[i]![j] = value;
  table[j]![i] = value;
}
