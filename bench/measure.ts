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
  /** Our figure as a share of the floor's, or of a peer's: what may be compared with other days. */
  readonly share?: number;
  /** The figures themselves, for the JSON beside the table. */
  readonly raw: Readonly<Record<string, number>>;
}

/** Milliseconds by the name of who took them; the first is ours. */
export type Figures = ReadonlyMap<string, { readonly p50: number; readonly p95: number }>;

/** Our figures beside those of others; `limits` are the shares of theirs that ours may take. */
export function against(metric: string, figures: Figures, toReach: string, limits: readonly (readonly [name: string, share: number])[]): Row {
  const [us, ...others] = [...figures];
  const own = us![1];
  const written = ({ p50, p95 }: { p50: number; p95: number }): string => `${inMs(p50)} / ${inMs(p95)} ms`;
  const held = limits.filter(([name]) => figures.has(name));
  return {
    metric,
    ours: written(own),
    peer: others.map(([name, each]) => `${name} ${written(each)}`).join(', '),
    ratio: others.map(([name, each]) => `${name} ${asRatio(own.p50 / each.p50)}`).join(', '),
    toReach,
    ...(held.length > 0 && { reached: held.every(([name, share]) => own.p50 <= figures.get(name)!.p50 * share) }),
    ...(others[0] && { share: own.p50 / others[0][1].p50 }),
    raw: Object.fromEntries([...figures].flatMap(([name, { p50, p95 }]) => [[`${name} p50`, p50], [`${name} p95`, p95]])),
  };
}

const inMs = (ms: number): string => (ms < 10 ? ms.toFixed(2) : ms < 100 ? ms.toFixed(1) : ms.toFixed(0));

/** `1/12` or `1.4`. */
export const asRatio = (ratio: number): string => (ratio < 0.2 ? `1/${(1 / ratio).toFixed(ratio > 0.1 ? 1 : 0)}` : ratio.toFixed(2));
