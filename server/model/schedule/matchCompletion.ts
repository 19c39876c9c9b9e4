/** Which entry closed which occurrence, where each is counted from the last run: there is never more than one open. */
import type { Cadence } from '../../notation/cadence/cadence.ts';
import type { Day } from '../../notation/dates.ts';
import { closed, type Extra, type MatchContext, type Matching, type Occurrence, open } from './occurrence.ts';
import { firstDue, lastDay, type Schedule, scheduleOf, type Timing } from './schedule.ts';
import { unitsAfter } from './series.ts';

type Completion = Extract<Cadence, { kind: 'completion' }>;

/**
 * Any run closes what is open, however early, unless it is due on the same day after it as before: a second run on a day, or
 * one long before Starts. After a skip it is counted from the skip, or from the due day where that is later. With the
 * occurrences comes the schedule of what is to come, which goes on from the last of them.
 */
export function matchCompletion(cadence: Completion, timing: Timing, context: MatchContext): Matching & { readonly schedule: Schedule } {
  const occurrences: Occurrence[] = [];
  const extras: Extra[] = [];
  /** What has been closed. */
  const dues = new Set<Day>();
  let last: Day | undefined;
  let due = dueAfter(cadence, timing, last, 0);
  for (const entry of context.entries) {
    const previous = occurrences.at(-1);
    const named = entry.forDate?.value;
    const repeats = named !== undefined && dues.has(named) ? named : previous?.entry?.date === entry.date ? previous.due : undefined;
    if (repeats !== undefined) {
      extras.push({ entry, repeats });
      continue;
    }
    // What was skipped ahead is not counted from an earlier day again.
    const counted = Math.max(entry.date, last ?? entry.date, entry.verb === 'done' ? entry.date : (due ?? entry.date));
    const next = dueAfter(cadence, timing, counted, occurrences.length + 1);
    if (due !== undefined && (next === undefined || next > due)) {
      occurrences.push(occurrence(cadence, timing, last, closed(due, entry)));
      dues.add(due);
      due = next;
    } else {
      if (entry.verb !== 'missed') extras.push({ entry, repeats: undefined });
      due = dueAfter(cadence, timing, counted, occurrences.length);
    }
    last = counted;
  }
  if (due !== undefined) occurrences.push(occurrence(cadence, timing, last, open(due, context)));
  const left = timing.times === undefined ? undefined : timing.times - occurrences.filter(({ entry }) => entry).length;
  return { occurrences, extras, schedule: scheduleOf({ ...timing, lastRun: last, times: left }) };
}

/** When it is due after a run; `undefined` where it is over, or was never begun. */
function dueAfter(cadence: Completion, timing: Timing, last: Day | undefined, count: number): Day | undefined {
  const due = firstDue(cadence, timing, last);
  const isOver = due === undefined || due > Math.min(timing.ends ?? lastDay, lastDay) || count >= (timing.times ?? Infinity);
  return isOver ? undefined : due;
}

/** Of a range, with the day from which it is free; a run between the two is on time and not early. */
function occurrence(cadence: Completion, { calendar }: Timing, last: Day | undefined, known: Occurrence): Occurrence {
  if (cadence.from === undefined || last === undefined) return known;
  const from = Math.min(unitsAfter(last, cadence.from, cadence.unit, calendar), known.due);
  const isFree = known.state === 'early' && known.entry!.date! >= from;
  return { ...known, from, ...(isFree && { state: 'on time' }) };
}
