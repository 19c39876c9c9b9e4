/** What of one note is asked for in others: worked out once for each version of it, however often a neighbour is typed in. */
import { type Document, tasksOf } from '../notation/document.ts';

export interface Summary {
  /** How many functions each person owns, by handle. */
  readonly owned: ReadonlyMap<string, number>;
  /** The titles of its one-offs. */
  readonly jobs: readonly string[];
}

/** Summaries by note: one that nothing was typed in is the same value in the folder that follows. */
export class Summaries {
  private readonly known = new WeakMap<Document, Summary>();

  of(document: Document): Summary {
    let summary = this.known.get(document);
    if (!summary) this.known.set(document, (summary = summaryOf(document)));
    return summary;
  }
}

function summaryOf(document: Document): Summary {
  const owned = new Map<string, number>();
  const jobs: string[] = [];
  for (const { block } of tasksOf(document)) {
    if (block.kind === 'one-off') jobs.push(block.title);
    else if (block.owner) owned.set(block.owner.handle, (owned.get(block.owner.handle) ?? 0) + 1);
  }
  return { owned, jobs };
}
