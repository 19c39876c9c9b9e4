import { span, type Span } from '../text.ts';

/**
 * A value that was read, and where it stands. One object for both, and spans made when they are asked for: a long history
 * holds tens of thousands of values, and hardly any of them is ever pointed at.
 */
export class Located<T> {
  constructor(
    readonly value: T,
    private readonly line: number,
    private readonly start: number,
    private readonly end: number,
  ) {}

  get at(): Span {
    return span(this.line, this.start, this.end);
  }
}

export const located = <T>(value: T, { line, start, end }: Span): Located<T> => new Located(value, line, start, end);

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
  /** The words that may stand there, where only some may; or the one that was meant. */
  readonly expected?: readonly string[];
}
