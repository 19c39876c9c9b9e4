/** An occurrence, and what became of it. Nothing of this is ever written into a note. */
import type { Day } from '../../notation/dates.ts';
import type { Entry } from '../../notation/entries.ts';

export type State =
  /** Closed by a run: before its day, on it (or, of a number of runs in a period, within it), or after it. */
  | 'early' | 'on time' | 'late'
  /** Closed without a run. */
  | 'skipped'
  /** Nobody did it before the next one was due, or an entry says so. */
  | 'missed'
  /** Open: today is its day; the day has passed; it was due when a pause began that still lasts; the day is to come. */
  | 'due' | 'overdue' | 'paused' | 'upcoming';

export interface Occurrence {
  readonly due: Day;
  readonly state: State;
  /** The entry that closed it. */
  readonly entry: Entry | undefined;
  /** Days behind its due day: of the run, or of today while it is overdue. Else 0. */
  readonly lateBy: number;
  /** The first day on which it counts: of a range, or of a period with a number of runs. */
  readonly from?: Day;
  /** Of a number of runs in a period: how many there are. */
  readonly runs?: number;
}

/** A run or a skip that closed nothing: one too many, or too far from any due day. */
export interface Extra {
  readonly entry: Entry;
  /** The due day of the occurrence that it is for and that another entry had closed. */
  readonly repeats: Day | undefined;
}

export interface Matching {
  /** From the oldest to the first that is to come; `for` may have closed some that are to come already. */
  readonly occurrences: readonly Occurrence[];
  readonly extras: readonly Extra[];
}

/** An entry that closes an occurrence, with the day on which it stands. */
export interface Closing extends Entry {
  readonly date: Day;
  readonly verb: 'done' | 'skipped' | 'missed';
}

export const isClosing = (entry: Entry): entry is Closing => entry.date !== undefined && (entry.verb === 'done' || entry.verb === 'skipped' || entry.verb === 'missed');

/** What matching goes by, besides the schedule. */
export interface MatchContext {
  /** In the order of their days, none after today. */
  readonly entries: readonly Closing[];
  readonly today: Day;
  /** The first day that is looked at. */
  readonly since: Day;
  /** `Missed: keep all`: what is not done stays due. */
  readonly keepAll: boolean;
  /** Whether today lies in a pause. */
  readonly isPaused: boolean;
}

/** An occurrence that an entry has closed. */
export function closed(due: Day, entry: Closing): Occurrence {
  if (entry.verb !== 'done') return { due, state: entry.verb, entry, lateBy: 0 };
  const state = entry.date < due ? 'early' : entry.date === due ? 'on time' : 'late';
  return { due, state, entry, lateBy: Math.max(entry.date - due, 0) };
}

/** An occurrence that is open still. */
export function open(due: Day, { today, isPaused }: Pick<MatchContext, 'today' | 'isPaused'>): Occurrence {
  const state = due > today ? 'upcoming' : isPaused ? 'paused' : due === today ? 'due' : 'overdue';
  return { due, state, entry: undefined, lateBy: state === 'overdue' ? today - due : 0 };
}

export const missed = (due: Day): Occurrence => ({ due, state: 'missed', entry: undefined, lateBy: 0 });
