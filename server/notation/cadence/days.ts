/**
 * The days that a cadence names; the part of the grammar below `days` in grammar.ts:
 *
 *     days      = day , { separator , day } ;
 *     day       = weekday , [ ( "to" | "-" ) , weekday ] | "weekend"
 *               | nths , [ weekday | "weekend" | workday | "day" ] , [ [ "of" ] , months ]
 *               | "day" , nths , [ "of" , months ]
 *               | month , [ "the" ] , nths | months , [ [ "on" ] , [ "the" ] , days ]       (* Jan 15; January and July on the 1st *)
 *               | ( "start" | "end" ) , [ "of" ] , [ "the" ] , ( unit | months ) | "month-end" ;
 *     nths      = nth , { separator , nth } ;
 *     nth       = ( number | "15th" | "twenty" , "first" ) , [ [ "to" ] , "last" ] | "last" , [ "but" , "one" ] ;
 *     months    = month , { separator , month } ;
 *     separator = ( "," | "and" | "/" ) , [ "and" ] , [ "on" ] , [ "every" ] , [ "the" ] ;
 */
import { BoundReader } from './bounds.ts';
import type { Period } from './cadence.ts';
import type { Token } from './tokens.ts';

/** A day as it is named; the period that it is a day of is often told elsewhere. */
export interface NamedDay {
  /** Its number, or else its name. */
  readonly token: Token;
  /** `start` is the day that Starts has, of a month that is named alone. */
  readonly kind: 'day' | 'weekday' | 'weekend' | 'workday' | 'start';
  /** Not said for each one that there is. */
  readonly nth?: number;
  readonly weekday?: number;
  /** The number stands alone: `the 15th`. */
  readonly bare?: true;
  /** The number is the day's own: `day 15`. */
  readonly fixed?: true;
  readonly month?: number;
  /** What it is the start or the end of. */
  readonly period?: Period;
}

/** Means each week's: `Friday`. */
export const isPlain = ({ kind, nth, month }: NamedDay): boolean => (kind === 'weekday' || kind === 'weekend') && nth === undefined && month === undefined;

interface Nth {
  readonly nth: number;
  readonly token: Token;
}

export class DayReader extends BoundReader {
  protected days(withMonths = true): NamedDay[] {
    const days: NamedDay[] = [];
    let withoutMonth = 0;
    do {
      days.push(...this.day(withMonths));
      const months = withMonths ? this.monthsOf(days.at(-1)!) : [];
      if (months.length === 0) continue;
      // "The 1st and the last Friday of May": a month holds for all days before it that have none.
      days.push(...inMonths(days.splice(withoutMonth), months));
      withoutMonth = days.length;
    } while (this.separates(withMonths));
    return days;
  }

  private day(withMonths: boolean): NamedDay[] {
    const { token } = this;
    if (token.is === 'weekday') return this.weekdays();
    if (token.is === 'weekend') return [{ kind: 'weekend', token: this.next() }];
    if (token.is === 'month' && withMonths) return this.monthFirst();
    if (token.is === 'edge') return this.edge();
    if (token.is === 'period edge') return [{ kind: 'day', nth: token.value!, period: token.interval!.unit as Period, token: this.next() }];
    if (!this.startsDay(0, withMonths)) this.fail();
    if (!this.take('unit')) return this.numbered();
    return this.nths().map(({ nth, token: number }) => ({ kind: 'day', nth, fixed: true, token: number }));
  }

  private weekdays(): NamedDay[] {
    const token = this.next();
    const first = token.value!;
    if (!(this.is('dash', 'to') && this.peek(1).is === 'weekday')) return [{ kind: 'weekday', weekday: first, token }];
    this.next();
    const length = ((this.next().value! - first + 7) % 7) + 1;
    return Array.from({ length }, (_, i) => ({ kind: 'weekday', weekday: (first + i) % 7, token }));
  }

  /** `1st and 3rd Monday`: the numbers are all of the name behind them. */
  private numbered(): NamedDay[] {
    const nths = this.nths();
    const noun = this.token;
    const unit = noun.is === 'unit' ? noun.interval!.unit : undefined;
    if (unit !== undefined && unit !== 'day' && unit !== 'workday') this.fail(noun, 'a day is needed here, as in “the last workday of the month”');
    if (noun.is === 'weekday') {
      this.next();
      return nths.map(({ nth, token }) => ({ kind: 'weekday', weekday: noun.value!, nth, token }));
    }
    const kind = unit ?? (noun.is === 'weekend' ? 'weekend' : undefined);
    if (kind === undefined) return nths.map(({ nth, token }) => ({ kind: 'day', nth, bare: true, token }));
    this.next();
    return nths.map(({ nth, token }) => ({ kind, nth, token }));
  }

  private nths(): Nth[] {
    const nths = [this.nth()];
    for (let n = this.separatorLength(); n > 0 && this.continuesNths(n); n = this.separatorLength()) {
      this.skip(n);
      nths.push(this.nth());
    }
    return nths;
  }

  /** Whether a number stands there that has no month of its own behind it. */
  private continuesNths(offset: number): boolean {
    if (!this.startsNth(offset)) return false;
    const behind = this.peek(offset + 1);
    return behind.is !== 'month' && !(behind.is === 'of' && this.peek(offset + 2).is === 'month');
  }

  private nth(): Nth {
    const token = this.next();
    if (token.is === 'last but one') return { nth: -2, token };
    if (token.is === 'last') {
      const isButOne = this.is('except') && this.peek(1).is === 'number' && this.peek(1).value === 1;
      if (isButOne) this.skip(2);
      return { nth: isButOne ? -2 : -1, token };
    }
    const ones = this.is('dash') ? 1 : 0;
    const isCompound = token.is === 'number' && (token.value === 20 || token.value === 30) && this.peek(ones).is === 'ordinal' && this.peek(ones).value! < 10;
    const nth = token.value! + (isCompound ? this.peek(ones).value! : 0);
    const number = isCompound ? this.peek(ones) : token;
    if (isCompound) this.skip(ones + 1);
    let toLast = 0;
    while (toLast < 3 && (this.peek(toLast).is === 'dash' || this.peek(toLast).is === 'to')) toLast++;
    if (this.peek(toLast).is !== 'last') return { nth, token: number };
    this.skip(toLast + 1);
    return { nth: -nth, token: number };
  }

  /** `Jan 15`, `January and July on the 1st`, or January alone. */
  private monthFirst(): NamedDay[] {
    const { token } = this;
    if (this.startsNth(this.peek(1).is === 'the' ? 2 : 1)) {
      this.next();
      this.take('the');
      return inMonths(this.numbered(), [token.value!]);
    }
    const months = this.months();
    const intro = this.take('on', 'the') !== undefined;
    this.take('the');
    if (intro || this.startsDay(0, false)) return inMonths(this.days(false), months);
    return months.map((month) => ({ kind: 'start', month, token }));
  }

  private monthsOf({ bare, month, period }: NamedDay): number[] {
    if (month !== undefined || period !== undefined) return [];
    if (this.is('of')) {
      const offset = this.peek(1).is === 'every' || this.peek(1).is === 'the' ? 2 : 1;
      if (this.peek(offset).is !== 'month') return [];
      this.skip(offset);
      return this.months();
    }
    return bare && this.is('month') ? this.months() : [];
  }

  private months(): number[] {
    const months = new Set([this.next().value!]);
    for (let n = this.separatorLength(); n > 0 && this.peek(n).is === 'month' && !this.startsNth(n + 1); n = this.separatorLength()) {
      this.skip(n);
      months.add(this.next().value!);
    }
    return [...months];
  }

  /** `the end of the month`, `start of the week`, `end of January`. */
  private edge(): NamedDay[] {
    const token = this.next();
    const nth = token.value!;
    this.take('of');
    this.take('the', 'every');
    if (this.is('month')) return this.months().map((month) => ({ kind: 'day', nth, month, token }));
    const of = this.expect('unit', 'it needs a period behind it, as in “the end of the month”', ['every month on the last day', 'every quarter on the last day']);
    const { count, unit } = of.interval!;
    if (count !== 1 || unit === 'day' || unit === 'workday' || (nth === 15 && unit !== 'month')) this.fail(of);
    return unit === 'week' ? [{ kind: 'workday', nth, period: unit, token }] : [{ kind: 'day', nth, period: unit, token }];
  }

  /** Whether the token at an offset begins a day. */
  protected startsDay(offset = 0, withMonths = true): boolean {
    const { is, interval } = this.peek(offset);
    if (is === 'month') return withMonths;
    if (is === 'edge') return ['of', 'the', 'unit', 'month'].includes(this.peek(offset + 1).is);
    if (is === 'unit') return interval!.unit === 'day' && this.startsNth(offset + 1);
    return is === 'weekday' || is === 'weekend' || is === 'period edge' || this.startsNth(offset);
  }

  /** Whether a number of a day stands there; `10 times` is none. */
  private startsNth(offset: number): boolean {
    const { is } = this.peek(offset);
    if (is === 'number') return this.peek(offset + 1).is !== 'times' && this.peek(offset + 1).is !== 'completion';
    return is === 'ordinal' || is === 'last' || is === 'last but one';
  }

  /** Takes what stands between two days, if another day follows. */
  protected separates(withMonths = true): boolean {
    let n = this.separatorLength();
    if (n === 0) return false;
    if (this.peek(n).is === 'on') n++;
    const isEach = this.peek(n).is === 'every' && this.peek(n + 1).is !== 'number' && this.peek(n + 2).is !== 'unit';
    if (isEach) n++;
    if (this.peek(n).is === 'the' || this.peek(n).is === 'a') n++;
    if (!this.startsDay(n, withMonths)) return false;
    this.skip(n);
    return true;
  }

  /** How many tokens separate the next thing from another: `,`, `and`, `, and`. */
  private separatorLength(): number {
    if (!this.is('comma', 'and', 'slash')) return 0;
    const length = this.is('comma') && this.peek(1).is === 'and' ? 2 : 1;
    return this.peek(length).is === 'the' && this.startsNth(length + 1) ? length + 1 : length;
  }
}

/** The days in each of the months; there are at most twelve. */
function inMonths(days: readonly NamedDay[], months: readonly number[]): NamedDay[] {
  return days.flatMap((day) => (day.month === undefined && day.period === undefined ? months.map((month) => ({ ...day, month })) : [day]));
}
