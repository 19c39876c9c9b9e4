/** What the parts of the bench share. */

export interface Contestant {
  readonly name: string;
  readonly run: () => unknown;
}

/** Median milliseconds of each contestant, in rounds in which they take turns. */
export function race(contestants: readonly Contestant[], rounds: number, warmup = 3): Map<string, number> {
  const times = new Map<string, number[]>(contestants.map(({ name }) => [name, []]));
  for (let round = -warmup; round < rounds; round++) {
    for (const { name, run } of contestants) {
      const start = performance.now();
      run();
      if (round >= 0) times.get(name)!.push(performance.now() - start);
    }
  }
  return new Map([...times].map(([name, all]) => [name, median(all)]));
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The value that so much of all values do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)]!;
}

/** A line of the table. `reached` is left out where there is nothing to reach. */
export interface Row {
  readonly metric: string;
  readonly ours: string;
  readonly peer: string;
  readonly ratio: string;
  readonly toReach: string;
  readonly reached?: boolean;
  /** The figures themselves, for the JSON beside the table. */
  readonly raw: Readonly<Record<string, number>>;
}
