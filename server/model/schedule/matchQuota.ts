/** Which entries met which number of runs in a period: `twice a week`. */
import type { Cadence } from '../../notation/cadence/cadence.ts';
import type { Day } from '../../notation/dates.ts';
import { closed, type Closing, type Extra, type MatchContext, type Matching, missed, type Occurrence, open } from './occurrence.ts';
import { firstDayOf, lastDayOf, periodOf } from './periods.ts';
import { nextOccurrence, occurrences, type Schedule } from './schedule.ts';

type Quota = Extract<Cadence, { kind: 'quota' }>;

/**
 * A period is met by its Nth run, and closed without one by a skip. It is missed when it is over; but not one of which a part
 * lay before the beginning or in a pause: nobody can tell what of the number was to fall into the rest.
 */
export function matchQuota(schedule: Schedule, { times, period }: Quota, context: MatchContext): Matching {
  const { entries, today, since, keepAll } = context;
  const byPeriod = new Map<number, Closing[]>();
  for (const entry of entries) {
    const index = periodOf(period, entry.forDate?.value ?? entry.date);
    const inPeriod = byPeriod.get(index);
    if (inPeriod) inPeriod.push(entry);
    else byPeriod.set(index, [entry]);
  }

  const isWhole = (first: Day, last: Day): boolean => first >= since && !schedule.pauses.some((pause) => pause.from <= last && pause.until >= first);
  const found: Occurrence[] = [];
  const extras: Extra[] = [];
  const add = (due: Day): void => {
    const index = periodOf(period, due);
    const first = firstDayOf(period, index);
    const last = lastDayOf(period, index);
    const inPeriod = byPeriod.get(index) ?? [];
    byPeriod.delete(index);
    const runs = inPeriod.filter(({ verb }) => verb === 'done');
    const closing = runs[times - 1] ?? (runs.length < inPeriod.length ? inPeriod.find(({ verb }) => verb !== 'done') : undefined);
    if (!closing && last < today && !isWhole(first, last)) return;
    const { state, entry, lateBy } = closing ? closed(due, closing) : last < today && !keepAll ? missed(due) : open(due, context);
    // There is no early within a period.
    found.push({ due, state: state === 'early' ? 'on time' : state, entry, lateBy, from: first, runs: runs.length });
  };

  for (const due of occurrences(schedule, firstDayOf(period, periodOf(period, since)), today)) add(due);
  for (let due = nextOccurrence(schedule, today); due !== undefined; due = nextOccurrence(schedule, due)) {
    add(due);
    if (found.at(-1)?.state === 'upcoming') break;
  }
  for (const entry of [...byPeriod.values()].flat()) extras.push({ entry, repeats: undefined });
  return { occurrences: found, extras };
}
