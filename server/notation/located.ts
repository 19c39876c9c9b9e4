import type { Span } from '../text.ts';

/** A value that was read, and where it stands. */
export interface Located<T> {
  readonly value: T;
  readonly at: Span;
}

/** The codes of what may be wrong with a note's text itself; each has a rule of the same name that words it. */
export type ProblemCode =
  | 'unreadable-entry'
  | 'invalid-date'
  | 'invalid-duration'
  | 'invalid-amount'
  | 'invalid-front-matter'
  | 'unsafe-front-matter';

/** Something that could not be read. The text is kept, and everything around it is read all the same. */
export interface Problem {
  readonly code: ProblemCode;
  readonly at: Span;
  /** The text that was not understood. */
  readonly text: string;
  /** What was expected, in words, where the text alone does not tell. */
  readonly reason?: string;
}
