/** What the readers of other notations have in common. */
import type { Bounds } from './bounds.ts';
import type { Cadence } from './cadence.ts';
import { Misfit } from './misfit.ts';

/** What a foreign form says that a cadence has no place for. */
export type Loss =
  /** It names a time of day, and a function has a day only. */
  | 'time of day'
  /** It leaves out months that do not have the day; a cadence takes their last one. */
  | 'month end';

export interface Foreign {
  readonly cadence: Cadence;
  readonly bounds: Bounds;
  readonly losses: readonly Loss[];
}

/** A stretch of the text, and where it begins in it. */
export interface Piece {
  readonly text: string;
  readonly start: number;
}

export const clock = 'a function has a day, not a clock';

/** Points at a piece, and where nothing is written at the sign in front of it. */
export function misfit({ text, start }: Piece, reason: string, hints?: readonly string[]): never {
  throw new Misfit(text === '' ? Math.max(start - 1, 0) : start, start + text.length, reason, hints, ['every day', 'every week', 'every month']);
}

/** The pieces between separators, which are one character each. */
export function split({ text, start }: Piece, separator: string): Piece[] {
  let at = start;
  return text.split(separator).map((part) => {
    const piece = { text: part, start: at };
    at += part.length + 1;
    return piece;
  });
}

/** A whole number from `least` to `most`, with a sign where `least` is negative; zero is never one of a signed number. */
export function integer(piece: Piece, least: number, most: number): number {
  const value = /^[+-]?\d{1,4}$/.test(piece.text) ? Number(piece.text) : NaN;
  if (!(value >= least && value <= most) || (least < 0 && value === 0)) misfit(piece, `a number from ${least} to ${most} is needed here`);
  return value;
}
