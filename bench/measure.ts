/** What the parts of the bench share. */

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
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
