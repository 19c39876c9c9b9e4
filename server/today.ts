/** Which day it is where the notes are, and when it has become another. */
import type { Host } from './host.ts';
import { dayIn } from './model/today.ts';
import type { Day } from './notation/dates.ts';

const quarterOfAnHour = 15 * 60 * 1000;

export class Calendar {
  /** The days at the quarter of an hour that was asked about last. Working one out costs as much as checking a note. */
  private days = new Map<string | undefined, Day>();
  private quarter = -1;

  constructor(private readonly host: Pick<Host, 'now' | 'later'>) {}

  /** The day in an IANA time zone; in the system's without one. */
  today(timeZone: string | undefined): Day {
    const now = this.host.now();
    const quarter = Math.floor(now.getTime() / quarterOfAnHour);
    if (quarter !== this.quarter) this.days = new Map();
    this.quarter = quarter;
    const day = this.days.get(timeZone) ?? dayIn(timeZone, now);
    this.days.set(timeZone, day);
    return day;
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
