/** One list for all that are empty, as nearly all of a note's are. */
export const none: readonly never[] = [];

/**
 * A list that is filled, handed out and filled again. It keeps its room, and what it hands out has just its length: lists
 * that grow keep room to spare, which a note's many would waste.
 */
export class Collector<T> {
  private readonly items: T[] = [];
  private count = 0;

  push(item: T): void {
    this.items[this.count++] = item;
  }

  /** What was pushed since the last time. */
  take(): readonly T[] {
    const { count } = this;
    this.count = 0;
    return count === 0 ? none : this.items.slice(0, count);
  }
}
