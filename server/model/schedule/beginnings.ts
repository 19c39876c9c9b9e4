/** On which days a cadence can begin that does not say so itself: every other Friday, this week or the next. */
import type { Cadence } from '../../notation/cadence/cadence.ts';
import type { Day } from '../../notation/dates.ts';
import { periodOf } from './periods.ts';
import { lastDay, needsStart, occurrences, scheduleOf } from './schedule.ts';
import type { WorkCalendar } from './workCalendar.ts';

/** Beginnings that are proposed; nobody reads a longer menu. */
const most = 4;

/** The first day from today on of each grid that the cadence can mean; none for a cadence that has but one. */
export function beginningsOf(cadence: Cadence, calendar: WorkCalendar, today: Day): Day[] {
  if (!needsStart(cadence) || !('every' in cadence)) return [];
  const schedule = scheduleOf({ cadence: { ...cadence, every: 1 }, calendar });
  const count = Math.min(cadence.every, most);
  if (cadence.kind !== 'periods') return occurrences(schedule, today, lastDay, count);
  const { period, on } = cadence;
  const days = occurrences(schedule, today, lastDay, count * Math.max(on.length, 1) + on.length);
  return days.filter((day, i) => i === 0 || periodOf(period, day) !== periodOf(period, days[i - 1]!)).slice(0, count);
}
