/** Which day it is where the notes are: the one place that turns an instant into a day. */
import type { Host } from './host.ts';
import { type Day, parseDay } from './notation/dates.ts';

const quarterOfAnHour = 15 * 60 * 1000;

export class Calendar {
  /** Making a format costs a hundred times what using it does. */
  private readonly formats = new Map<string | undefined, Intl.DateTimeFormat>();

  constructor(private readonly host: Pick<Host, 'now' | 'later'>) {}

  /** The day in an IANA time zone that the runtime knows; in the system's without one. */
  today(timeZone: string | undefined): Day {
    let format = this.formats.get(timeZone);
    if (!format) {
      // Swedish writes days as ISO 8601 does.
      format = new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
      this.formats.set(timeZone, format);
    }
    return parseDay(format.format(this.host.now()))!;
  }

  /**
   * Calls back at every quarter of an hour: it is then that midnight falls, in whichever time zone. A machine that has slept
   * through midnight finds out as it wakes, or a quarter of an hour later.
   */
  everyQuarter(call: () => void): void {
    const untilNext = quarterOfAnHour - (this.host.now().getTime() % quarterOfAnHour);
    this.host.later(untilNext, () => {
      call();
      this.everyQuarter(call);
    });
  }
}
