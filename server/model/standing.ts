/** How a task stands today, in one word and a day: what hints, lenses and lists say of it first. */
import type { Day } from '../notation/dates.ts';
import type { Block } from '../notation/blocks.ts';
import { distance, shortDay } from '../notation/dayWords.ts';
import type { Record } from './record.ts';
import { lastDay } from './schedule/schedule.ts';
import { isOpen, jobOf } from './stages.ts';

export type Standing =
  /** Today, or later. */
  | { readonly is: 'due'; readonly on: Day }
  /** Since the oldest due day that has passed. */
  | { readonly is: 'overdue'; readonly since: Day }
  /** Until and with a day, if one is known. */
  | { readonly is: 'paused'; readonly until: Day | undefined }
  | { readonly is: 'as needed' }
  /** Nothing is due any more; its last possible day, where that has passed. */
  | { readonly is: 'ended'; readonly on: Day | undefined }
  /** Nobody can tell when it is due first. */
  | { readonly is: 'not begun' };

/** Of a function; `undefined` without a cadence that is understood. */
export function standingOf({ history, figures }: Record, today: Day): Standing | undefined {
  const { reading, schedule, paused, occurrences } = history;
  if (!reading?.ok || !schedule) return undefined;
  if (paused) return { is: 'paused', until: Number.isFinite(paused.until) ? paused.until : undefined };
  if (reading.cadence.kind === 'as needed') return { is: 'as needed' };
  if (figures.overdueSince !== undefined) return { is: 'overdue', since: figures.overdueSince };
  if (figures.nextDue !== undefined) return { is: 'due', on: figures.nextDue };
  if (!schedule.series && occurrences.length === 0) return { is: 'not begun' };
  return { is: 'ended', on: schedule.last < Math.min(today, lastDay) ? schedule.last : undefined };
}

/** Of a job; `undefined` without a Due, and once it is delivered or cancelled. */
export function jobStanding(block: Block, today: Day): Standing | undefined {
  if (!block.due || !isOpen(jobOf(block))) return undefined;
  const { value } = block.due;
  return value < today ? { is: 'overdue', since: value } : { is: 'due', on: value };
}

/** In words for lenses and lists: `next 30 Nov`, `overdue since 19 Nov`. */
export function whenDue(standing: Standing, label: string, today: Day): string {
  switch (standing.is) {
    case 'due':
      return standing.on - today <= 1 ? `due ${distance(standing.on, today)}` : `${label} ${shortDay(standing.on, today)}`;
    case 'overdue':
      return `overdue since ${shortDay(standing.since, today)}`;
    case 'paused':
      return standing.until === undefined ? 'paused' : `paused until ${shortDay(standing.until, today)}`;
    case 'not begun':
      return 'no due day yet';
    case 'as needed':
    case 'ended':
      return standing.is;
  }
}
