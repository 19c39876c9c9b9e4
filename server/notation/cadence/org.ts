/** Repeaters of Org mode, https://orgmode.org/manual/Repeated-tasks.html: `+1w`, `++1w`, `.+1m`, and `.+2d/4d` of its habits. */
import { afterCompletion, type Cadence, everyDays, everyPeriods, mostEvery, type Unit } from './cadence.ts';
import { clock, type Foreign, integer, misfit, type Piece, split } from './foreign.ts';

export const isRepeater = (text: string): boolean => /^(?:\+\+?|\.\+)\d/.test(text);

interface Interval {
  readonly count: number;
  readonly unit: Exclude<Unit, 'workday'>;
}

const units: Readonly<Record<string, Interval['unit']>> = { d: 'day', w: 'week', m: 'month', y: 'year' };

/** `+` and `++` are grids from Starts; `.+` counts from the last run, and a second interval says how long it may take. */
export function readRepeater(piece: Piece): Foreign {
  const signs = /^\+\d/.test(piece.text) ? 1 : 2;
  const fromRun = piece.text.startsWith('.');
  const [first, second, third] = split({ text: piece.text.slice(signs), start: piece.start + signs }, '/') as [Piece, Piece?, Piece?];
  if (third) misfit(third, 'a repeater has two intervals at most');
  const least = interval(first);
  const most = second ? interval(second) : least;
  if (second && !fromRun) misfit(second, 'only what is counted from the last run, with “.+”, has a latest day', [`every ${least.count} to ${most.count} ${most.unit}s`]);
  if (second && (most.unit !== least.unit || most.count < least.count)) misfit(second, 'the latest day has the unit of the earliest, and does not come before it');
  return { cadence: fromRun ? afterCompletion(most.count, most.unit, least.count) : grid(least), bounds: {}, losses: [] };
}

function interval(piece: Piece): Interval {
  const letter = piece.text.slice(-1).toLowerCase();
  const unit = Object.hasOwn(units, letter) ? units[letter] : undefined;
  if (!unit) misfit(piece, letter === 'h' ? clock : 'an interval is needed here, with d, w, m or y behind its number', ['every day', 'every week', 'every month']);
  return { count: integer({ text: piece.text.slice(0, -1), start: piece.start }, 1, mostEvery), unit };
}

const grid = ({ count, unit }: Interval): Cadence => (unit === 'day' ? everyDays(count) : everyPeriods(count, unit));
