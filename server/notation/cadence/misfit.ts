/** Where a text stops being a cadence. Thrown inside the readers of this folder and caught by `readCadence`, never beyond. */
export class Misfit extends Error {
  constructor(
    /** Offsets of the word that does not fit. */
    readonly start: number,
    readonly end: number,
    /** Why, as a clause that ends a sentence: `a month has no 6th Friday`. */
    readonly reason: string,
    /** Phrases that may have been meant, where the place tells more than the letters do. */
    readonly hints: readonly string[] = [],
    /** Phrases that show what a cadence is, for a text that was meant as something else altogether. */
    readonly examples: readonly string[] = [],
  ) {
    super(reason);
  }
}
