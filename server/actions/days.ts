/** The day on which something is written into a history. */
import { type Day, formatDay } from '../notation/dates.ts';
import type { ChangeContext } from '../model/changes/closes.ts';
import { Refusal } from './action.ts';

/** A day that is given; today, if none is. What lies ahead has not happened. */
export function notAfterToday(day: Day | null | undefined, { today }: Pick<ChangeContext, 'today'>): Day {
  if (day !== null && day !== undefined && day > today) throw new Refusal(`${formatDay(day)} is still to come: an entry says what has happened.`);
  return day ?? today;
}
