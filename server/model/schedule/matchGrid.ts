/** Which entry closed which occurrence, where the due days are on the calendar. */
import type { Day } from '../../notation/dates.ts';
import { closed, type Closing, type Extra, type MatchContext, type Matching, missed, type Occurrence, open } from './occurrence.ts';
import { nextOccurrence, occurrences, type Schedule } from './schedule.ts';

/** How far ahead an entry can name an occurrence with `for`. */
const longestAhead = 366;

/** Goes through the entries once, with the due days beside them. */
export function matchGrid(schedule: Schedule, context: MatchContext): Matching {
  const matcher = new GridMatcher(schedule, context);
  for (const entry of context.entries) matcher.take(entry);
  return matcher.result();
}

class GridMatcher {
  private readonly dues: Day[];
  /** The entry that closed the occurrence of the same index. */
  private readonly closings: (Closing | undefined)[] = [];
  private readonly extras: Extra[] = [];
  /** Of the last due day that is not after the entry at hand. */
  private latest = -1;
  /** What was due and not closed, oldest first; with `keep all` all of it stays open. */
  private readonly open: number[] = [];

  constructor(
    private readonly schedule: Schedule,
    private readonly context: MatchContext,
  ) {
    this.dues = occurrences(schedule, context.since, context.today);
  }

  take(entry: Closing): void {
    while (this.latest + 1 < this.dues.length && this.dues[this.latest + 1]! <= entry.date) this.open.push(++this.latest);
    if (entry.forDate) return this.close(this.named(entry.forDate.value), entry);
    const index = this.openOne();
    if (index !== undefined) return this.close(index, entry);
    if (entry.verb === 'missed') return;
    const next = this.latest + 1;
    const isNear = this.dueAt(next) !== undefined && (entry.verb === 'skipped' || this.isNear(entry.date, next));
    if (isNear && !this.closings[next]) return this.close(next, entry);
    // A second run on a day, or one on the due day of what was done ahead, is for the same occurrence.
    const isSame = (each: number): boolean => this.closings[each]?.date === entry.date || this.dues[each] === entry.date;
    const same = isSame(this.latest) ? this.latest : isSame(next) ? next : undefined;
    this.extras.push({ entry, repeats: same === undefined ? undefined : this.dues[same] });
  }

  private close(index: number | undefined, entry: Closing): void {
    if (index !== undefined && !this.closings[index]) this.closings[index] = entry;
    else this.extras.push({ entry, repeats: index === undefined ? undefined : this.dues[index] });
  }

  /** The latest occurrence that is open. */
  private openOne(): number | undefined {
    while (this.open.length > 0 && this.closings[this.open.at(-1)!]) {
      this.open.pop();
      // What is older became missed with it.
      if (!this.context.keepAll) this.open.length = 0;
    }
    return this.open.at(-1);
  }

  /** The due day of an index; days to come are looked up as they are asked for. */
  private dueAt(index: number): Day | undefined {
    while (this.dues.length <= index) {
      const next = nextOccurrence(this.schedule, this.dues.at(-1) ?? this.context.since - 1);
      if (next === undefined) return undefined;
      this.dues.push(next);
    }
    return this.dues[index];
  }

  /** Whether an occurrence is less than half a period away. */
  private isNear(day: Day, index: number): boolean {
    const due = this.dueAt(index)!;
    const neighbour = this.dueAt(index - 1) ?? this.dueAt(index + 1);
    return neighbour === undefined || Math.abs(due - day) * 2 < Math.abs(due - neighbour);
  }

  /** The occurrence that a day names: its own, or the nearest, as the 31st for one that a holiday has moved to the 28th. */
  private named(day: Day): number | undefined {
    if (day > this.context.today + longestAhead) return undefined;
    while ((this.dues.at(-1) ?? -Infinity) < day && this.dueAt(this.dues.length) !== undefined);
    let low = 0;
    let high = this.dues.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.dues[middle]! < day) low = middle + 1;
      else high = middle;
    }
    const [before, after] = [this.dues[low - 1], this.dues[low]];
    if (before !== undefined && after !== undefined) return day - before < after - day ? low - 1 : low;
    // Before the first and after the last one, not every day is for it.
    const end = before === undefined ? low : low - 1;
    return this.dues[end] !== undefined && this.isNear(day, end) ? end : undefined;
  }

  result(): Matching {
    const { dues, closings, context } = this;
    const { today, keepAll } = context;
    const found: Occurrence[] = [];
    const lastDue = dues.findLastIndex((due) => due <= today);
    for (let index = 0; index < dues.length || this.dueAt(index) !== undefined; index++) {
      const due = dues[index]!;
      const entry = closings[index];
      found.push(entry ? closed(due, entry) : index < lastDue && !keepAll ? missed(due) : open(due, context));
      if (!entry && due > today && index >= closings.length - 1) break;
    }
    return { occurrences: found, extras: this.extras };
  }
}
