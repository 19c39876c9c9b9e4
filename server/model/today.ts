/** Which day it is, for somebody who is told the time. */
import { type Day, dayOf } from '../notation/dates.ts';

/**
 * The calendar day at an instant in an IANA time zone; in the zone of the machine where none is given or where it is not
 * known. Every other date in the program is a plain day: this is the one place where an instant becomes one.
 */
export function dayIn(timeZone: string | undefined, now: Date): Day {
  const parts = new Map(formatter(timeZone).formatToParts(now).map(({ type, value }) => [type, Number(value)]));
  return dayOf(parts.get('year')!, parts.get('month')!, parts.get('day')!);
}

function formatter(timeZone: string | undefined): Intl.DateTimeFormat {
  const options = { calendar: 'iso8601', numberingSystem: 'latn', year: 'numeric', month: 'numeric', day: 'numeric' } as const;
  try {
    return new Intl.DateTimeFormat('en', timeZone === undefined ? options : { ...options, timeZone });
  } catch {
    return new Intl.DateTimeFormat('en', options);
  }
}
