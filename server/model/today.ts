/** Which day it is, for somebody who is told the time. */
import { type Day, dayOf } from '../notation/dates.ts';

/**
 * The calendar day at an instant in an IANA time zone; in the zone of the machine where none is given or where it is not
 * known. Every other date in the program is a plain day: this is the one place where an instant becomes one.
 */
export function dayIn(timeZone: string | undefined, now: Date): Day {
  const formatter = timeZone === undefined ? undefined : formatterIn(timeZone);
  // A runtime's first formatter takes it as long as checking a note.
  if (!formatter) return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
  const parts = new Map(formatter.formatToParts(now).map(({ type, value }) => [type, Number(value)]));
  return dayOf(parts.get('year')!, parts.get('month')!, parts.get('day')!);
}

function formatterIn(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en', { calendar: 'iso8601', numberingSystem: 'latn', year: 'numeric', month: 'numeric', day: 'numeric', timeZone });
  } catch {
    return undefined;
  }
}
