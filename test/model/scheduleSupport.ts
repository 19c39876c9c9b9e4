/** Schedules written as people write them, for tests. */
import assert from 'node:assert/strict';
import { joinSpans } from '../../server/model/schedule/pauses.ts';
import { occurrences, type Schedule, scheduleOf } from '../../server/model/schedule/schedule.ts';
import { WorkCalendar } from '../../server/model/schedule/workCalendar.ts';
import type { Cadence } from '../../server/notation/cadence/cadence.ts';
import { readCadence } from '../../server/notation/cadence/read.ts';
import { type Day, formatDay, parseDay } from '../../server/notation/dates.ts';

export const day = (iso: string): Day => {
  const parsed = parseDay(iso);
  assert(parsed !== undefined, `no day: ${iso}`);
  return parsed;
};

export const cadenceOf = (text: string): Cadence => {
  const reading = readCadence(text);
  assert(reading.ok, `no cadence: ${text}`);
  return reading.cadence;
};

export interface Written {
  readonly starts?: string;
  readonly ends?: string;
  readonly times?: number;
  readonly anchor?: string;
  readonly lastRun?: string;
  readonly holidays?: readonly string[];
  /** 0 is Monday. */
  readonly workdays?: readonly number[];
  /** `2026-07-01 to 2026-08-31`, either end may be left out. */
  readonly paused?: readonly string[];
}

export const mondayToFriday = [0, 1, 2, 3, 4];

export function schedule(text: string, { starts, ends, times, anchor, lastRun, holidays = [], workdays = mondayToFriday, paused = [] }: Written = {}): Schedule {
  const optional = (iso: string | undefined): Day | undefined => (iso === undefined ? undefined : day(iso));
  const pauses = paused.map((span) => {
    const [from = '', until = ''] = span.split('to').map((part) => part.trim());
    return { from: from === '' ? -Infinity : day(from), until: until === '' ? Infinity : day(until) };
  });
  return scheduleOf({
    cadence: cadenceOf(text),
    calendar: new WorkCalendar(workdays, holidays.map(day)),
    starts: optional(starts),
    ends: optional(ends),
    times,
    anchor: optional(anchor),
    lastRun: optional(lastRun),
    pauses: joinSpans(pauses),
  });
}

/** The first occurrences from a day on. */
export function upcoming(plan: Schedule, from: string, count: number): string[] {
  return occurrences(plan, day(from), day('9999-12-31'), count).map(formatDay);
}
