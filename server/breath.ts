/** Long work is done in slices, and messages get through in between. */
import type { Host } from './host.ts';

/** Milliseconds of work before a breath. */
export const sliceLength = 8;

/** Counts from when it was made, and from the last breath on. */
export class Breath {
  private since = performance.now();

  constructor(
    private readonly host: Pick<Host, 'soon'>,
    private readonly length = sliceLength,
  ) {}

  get isDue(): boolean {
    return performance.now() - this.since >= this.length;
  }

  async take(): Promise<void> {
    await new Promise<void>((resolve) => this.host.soon(resolve));
    this.since = performance.now();
  }
}

/** One after the other, with a breath whenever it is due. What is done with each counts, too: this goes on only after it. */
export async function* breathing<T>(all: Iterable<T>, host: Pick<Host, 'soon'>): AsyncGenerator<T> {
  const breath = new Breath(host);
  for (const each of all) {
    yield each;
    if (breath.isDue) await breath.take();
  }
}
