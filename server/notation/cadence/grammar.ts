/**
 * The grammar of cadences, from the top: one method for each production, which looks a few words ahead and never goes back.
 *
 *     cadence    = { bound } , recurrence , [ except ] , [ shift ] , [ completion ] , { bound } ;      (* bounds.ts *)
 *     recurrence = "as needed" | quota | [ "on" | "at" ] , [ "every" ] , [ "the" ] , ( interval , [ details ] | days , [ tail ] ) ;
 *     interval   = "weekly" … | unit | number , unit | nth , unit | "other" , unit
 *                | ( number | "other" ) , & weekday                               (* every 2 Fridays, every other Friday *)
 *                | number , ( "to" | "-" ) , number , unit | "between" , number , "and" , number , unit ;
 *     quota      = ( "once" | "twice" | number , ( "times" | "days" ) ) , ( "weekly" | ( "a" | "per" | "every" | "/" ) , unit ) , [ details ] ;
 *     details    = [ "," ] , [ "on" | "at" | "in" ] , [ "the" ] , days ;
 *     days       = day , { ( "," | "and" | "/" ) , day } ;                         (* days.ts *)
 *     tail       = [ "," ] , ( "weekly" … | ( "of" | "every" | "per" ) , [ "the" | "every" ] , [ number | nth | "other" ] , unit ) ;
 *     except     = "except" , days ;
 *     shift      = [ "," ] , "or" , [ "the" ] , ( ( "next" | "previous" ) , workday | workday , ( "before" | "after" ) ) ;
 *     completion = ( "after" | "when" | "from" ) , { "it" | "is" | "the" | "last" } , ( "completion" | "done" | "run" ) ;
 */
import { afterCompletion, asNeeded, type Cadence, everyDays, everyPeriods, everyWorkdays, mostNth, type Period, type PeriodDay, quota, type Shift, type Unit, withShift } from './cadence.ts';
import { DayReader, isPlain, type NamedDay } from './days.ts';
import { monthNames } from './format.ts';
import type { Token } from './tokens.ts';
import type { Interval } from './vocabulary.ts';

/** An interval, and the word that names it. */
interface Steps extends Interval {
  readonly token: Token;
}

export class Grammar extends DayReader {
  /** A word that can be read in several ways. */
  doubt: Token | undefined;

  /** `choice` is the number of the reading that is taken where a word has several. */
  constructor(
    text: string,
    tokens: readonly Token[],
    private readonly choice: number,
  ) {
    super(text, tokens);
  }

  read(): Cadence {
    while (!this.startsQuota() && this.bound());
    this.take('comma');
    const cadence = this.completion(this.shift(this.except(this.recurrence())));
    while (this.bound());
    if (this.is('comma') && this.peek(1).is !== 'end') this.next();
    if (!this.is('end')) this.fail();
    return cadence;
  }

  private recurrence(): Cadence {
    if (this.take('as needed')) return asNeeded;
    if (this.startsQuota()) return this.quota();
    this.skip(this.introLength(0));
    const every = this.take('every') !== undefined;
    this.take('the');
    return this.repeated(every);
  }

  private repeated(every: boolean): Cadence {
    if (this.is('either')) return this.either(this.next());
    if (this.startsRange()) return this.range();
    const interval = this.interval();
    return interval ? this.every(interval, this.details()) : this.placed(every);
  }

  /** `biweekly`: every 2 weeks, or twice a week; of `biannual`, some mean every 6 months. */
  private either(token: Token): Cadence {
    const [interval, each] = [token.interval!, token.quota!];
    const readings = [() => this.every({ ...interval, token }, this.details()), () => this.quotaOf(each.times, each.period, token)];
    if (each.period === 'year' && each.times === 2) readings.push(() => this.every({ count: 6, unit: 'month', token }, this.details()));
    return this.choose(token, readings);
  }

  private choose(token: Token, readings: readonly (() => Cadence)[]): Cadence {
    this.doubt = token;
    const reading = readings[this.choice] ?? this.fail(token);
    return reading();
  }

  private startsRange(): boolean {
    const joint = this.peek(1).is;
    return this.is('between') || (this.is('number') && (joint === 'to' || joint === 'dash') && this.peek(2).is === 'number');
  }

  private range(): Cadence {
    const isBetween = this.take('between') !== undefined;
    const from = this.count(this.expect('number'));
    if (!this.take(...(isBetween ? (['and'] as const) : (['to', 'dash'] as const)))) this.fail();
    const last = this.expect('number');
    const to = this.count(last);
    const { interval } = this.expect('unit');
    if (to < from) this.fail(last, 'a range goes from the smaller number to the greater one', [`every ${to} to ${from} days`]);
    const [unit, each] = completionUnit(interval!);
    this.bounded(to * each, last);
    return afterCompletion(to * each, unit, from * each);
  }

  private interval(): Steps | undefined {
    const { token } = this;
    if (token.is === 'frequency' || (token.is === 'unit' && !this.startsDay())) return { ...this.next().interval!, token };
    if (token.is !== 'number' && token.is !== 'other' && token.is !== 'ordinal') return undefined;
    const noun = this.peek(1);
    if ((noun.is === 'weekday' || noun.is === 'weekend') && token.is !== 'ordinal') return this.counted({ count: 1, unit: 'week' });
    // "The 3rd workday" is a day of something, and "the first week" no interval at all.
    const isOrdinalDay = token.is === 'ordinal' && (noun.interval?.unit === 'day' || noun.interval?.unit === 'workday' || token.value === 1);
    if (noun.is !== 'unit' || isOrdinalDay) return undefined;
    const steps = this.counted(noun.interval!);
    this.next();
    return steps;
  }

  /** Takes the word that says how many of an interval: `3`, `third`, `other`. */
  private counted({ count, unit }: Interval): Steps {
    const token = this.next();
    return { count: this.bounded(this.count(token) * count, token), unit, token };
  }

  private startsQuota(): boolean {
    if (this.is('once')) return true;
    const [noun, joint] = [this.peek(1), this.peek(2).is];
    const isPer = joint === 'a' || joint === 'per' || joint === 'every' || joint === 'slash';
    return this.is('number') && ((noun.is === 'times' && (isPer || joint === 'frequency')) || (noun.is === 'unit' && isPer));
  }

  private quota(): Cadence {
    const token = this.next();
    if (token.quota) return this.quotaOf(token.quota.times, token.quota.period, token);
    const times = this.count(token);
    if (token.is === 'number') this.next();
    if (!this.is('frequency') && !this.take('a', 'per', 'slash', 'every')) this.fail(this.is('end') ? token : this.token, 'it does not say in which period', [1, 2, 3].map((n) => `${times === 1 ? 'once' : `${times} times`} a ${['week', 'month', 'year'][n - 1]}`));
    if (times === 1 && this.taken.is === 'every') return this.repeated(true);
    const noun = this.is('frequency') ? this.next() : this.expect('unit', 'a period is needed here, as in “twice a week”', ['twice a week', 'twice a month', 'twice a year']);
    const { count, unit } = noun.interval!;
    if (times === 1 && (unit === 'day' || unit === 'workday' || count !== 1)) return this.every({ count, unit, token: noun }, this.details());
    if (unit === 'day' || unit === 'workday') this.fail(noun, 'a function has a day, not a clock, and is done at most once on it', ['every day', 'every workday', 'twice a week']);
    if (count !== 1) this.fail(noun, 'a number of times is counted in a week, a month, a quarter or a year', ['twice a week', 'twice a month', 'twice a year']);
    return this.quotaOf(times, unit, noun);
  }

  /** So many times a period, or on just as many days that are named. */
  private quotaOf(times: number, period: Period, token: Token): Cadence {
    const days = this.details();
    const [first] = days;
    if (!first) return quota(times, period);
    if (days.length !== times) this.fail(first.token, `it is to be done ${times} times, and ${days.length === 1 ? 'one day is' : `${days.length} days are`} named`, [`every ${this.textOf(first.token)}`]);
    return this.every({ count: 1, unit: period, token }, days);
  }

  /** The days of an interval, if any are named. */
  private details(): NamedDay[] {
    const comma = this.is('comma') ? 1 : 0;
    const intro = this.peek(comma).is;
    const isRange = intro === 'starting' && this.peek(comma + 1).is === 'weekday';
    if (this.introLength(comma) > 0) this.skip(comma + 1);
    else if ((intro === 'of' && this.startsDay(comma + 1)) || isRange) this.skip(comma + 1);
    else if (this.startsDay(comma) || (intro === 'the' && this.startsDay(comma + 1))) this.skip(comma);
    else return [];
    this.take('the', 'a');
    const days = this.days();
    // "Every month on the last workday of the month".
    if (this.is('of') && this.peek(1).is === 'the' && this.peek(2).is === 'unit') this.skip(3);
    return days;
  }

  /** Whether `on` leads to a day, or `at` to one that it can: `at the end of the month`. */
  private introLength(offset: number): number {
    const behind = this.peek(offset + 1).is;
    return this.peek(offset).is === 'on' || (this.peek(offset).is === 'at' && (behind === 'the' || behind === 'edge' || behind === 'period edge')) ? 1 : 0;
  }

  /** Days that come without an interval, or with one behind them: `15th of the month`, `Fridays, every 2 weeks`. */
  private placed(every: boolean): Cadence {
    const days = this.days();
    let tail = this.tail();
    while (tail && this.separates()) {
      days.push(...this.days());
      const again = this.tail();
      if (again && (again.unit !== tail.unit || again.count !== tail.count)) this.fail(again.token);
    }
    const day = days[0]!;
    const period = days.find((each) => each.period)?.period;
    if (period) tail ??= { count: 1, unit: period, token: day.token };
    if (days.some(({ month }) => month !== undefined)) tail ??= { count: 1, unit: 'year', token: day.token };
    if (days.every(isPlain) && (!tail || (tail.unit === 'month' && tail.count === 1))) tail = { count: 1, unit: 'week', token: day.token };
    if (tail) return this.every(tail, days);
    if (day.bare && day.token.is !== 'ordinal' && this.is('clock', 'vague', 'unknown')) this.fail();
    if (day.bare && day.token.is !== 'ordinal') this.fail(day.token, 'it does not say of what', [`every ${day.nth} weeks`, `every ${day.nth} months`, `every month on day ${day.nth}`, 'every month on the last day']);
    return days.length === 1 && day.nth! >= 2 ? this.perhapsInterval(day, every) : this.every(monthly(day.token), days);
  }

  /** The second Friday is every other one. The third may be every third one, or the third of the month. */
  private perhapsInterval(day: NamedDay, every: boolean): Cadence {
    const { kind, token, bare, fixed } = day;
    const nth = day.nth!;
    if (bare || fixed) {
      if (every && bare && nth === 2 && this.textOf(token).toLowerCase() === 'second') this.fail(token, 'a function has a day, not a clock', ['every other day', 'every month on the 2nd', 'every week']);
      return this.every(monthly(token), [day]);
    }
    const interval = (): Cadence => {
      const count = this.bounded(nth, token);
      return kind === 'day' ? everyDays(count) : kind === 'workday' ? everyWorkdays(count) : this.every({ count, unit: 'week', token }, [plain(day)]);
    };
    const isOther = nth === 2 && (every || kind === 'weekday' || kind === 'weekend');
    if (isOther || nth > mostNth(kind as Exclude<typeof kind, 'start'>, 'month') || (kind === 'day' && every)) return interval();
    const ofMonth = (): Cadence => this.every(monthly(token), [day]);
    return this.choose(token, every ? [interval, ofMonth] : [ofMonth, interval]);
  }

  private tail(): Steps | undefined {
    const comma = this.is('comma') ? 1 : 0;
    const intro = this.peek(comma).is;
    if (intro === 'frequency') this.skip(comma);
    else if (intro === 'every' || (comma === 0 && (intro === 'of' || intro === 'per' || intro === 'a'))) this.skip(comma + 1);
    else return undefined;
    this.take('the', 'a', 'every');
    return this.interval() ?? this.fail(this.token, 'a period is needed here, as in “of the month”');
  }

  /** Days of every so many units, each where it can be. */
  private every({ count, unit, token }: Steps, days: readonly NamedDay[]): Cadence {
    const [first] = days;
    if (unit === 'day' || unit === 'workday') {
      if (!first) return unit === 'day' ? everyDays(count) : everyWorkdays(count);
      if (unit === 'day' && count === 1 && days.every(isPlain)) return this.every({ count, unit: 'week', token }, days);
      this.fail(first.token, 'what is done every so many days has no day of its own beside that', ['every Friday', 'every month on the 15th']);
    }
    // The 15th of a quarter is that of its month; a named day, and the last, is counted in the whole quarter.
    const inMonth = unit === 'quarter' && first && days.every(({ bare, nth, month }) => bare && nth! > 0 && month === undefined);
    if (inMonth) return this.every({ count: this.bounded(count * 3, token), unit: 'month', token }, days);
    if (unit === 'quarter' && !first) this.bounded(count * 3, token);
    return everyPeriods(count, unit, days.map((day) => this.dayIn(unit, day)));
  }

  /** A day as one of a period; fails where the period has no such day. */
  private dayIn(period: Period, { token, kind, nth, weekday, month, bare, period: own }: NamedDay): PeriodDay {
    const text = this.textOf(token);
    if (own !== undefined && own !== period) this.fail(token, `it is a day of a ${own}, not of a ${period}`);
    if (month !== undefined && period !== 'year') this.fail(token, `the months of a year do not go together with every ${period}`, ['every month on the 15th', 'every year on 15 January']);
    if (kind === 'start') return { kind, month: month! };
    if (nth === undefined) {
      const named = month === undefined ? text : `${text} of ${monthNames[month - 1]}`;
      if (period !== 'week') this.fail(token, `it does not say which ${text} of the ${month === undefined ? period : 'month'}`, [`every ${period} on the 1st ${named}`, `every ${period} on the last ${named}`, `every ${text}`]);
      return kind === 'weekday' ? { kind, weekday: weekday! } : { kind: 'weekend' };
    }
    if (period === 'year' && bare && month === undefined) this.fail(token, 'it does not say of which month', [`every year on ${text} January`, `every month on the ${text}`]);
    if (nth === 0 || Math.abs(nth) > mostNth(kind, period, month)) this.fail(token, `there is no such day in a ${month === undefined ? period : 'month'}`, [`every ${period} on the last ${kind === 'weekend' ? 'weekend' : 'workday'}`]);
    const within = month === undefined ? {} : { month };
    return kind === 'weekday' ? { kind, weekday: weekday!, nth, ...within } : { kind, nth, ...within };
  }

  private except(cadence: Cadence): Cadence {
    if (!this.is('except')) return cadence;
    const token = this.next();
    const weekdays = cadence.kind === 'days' ? [0, 1, 2, 3, 4, 5, 6] : cadence.kind === 'periods' ? cadence.on.map((day) => (day.kind === 'weekday' ? day.weekday : -1)) : [-1];
    const isWeekly = (cadence.kind === 'days' || (cadence.kind === 'periods' && cadence.period === 'week')) && cadence.every === 1;
    if (!isWeekly || weekdays.includes(-1)) this.fail(token, 'only days of the week can be left out of others');
    this.take('on');
    this.take('the');
    const without = this.days();
    if (!without.every(isPlain)) this.fail(without[0]!.token, 'only days of the week can be left out of others');
    const left = weekdays.filter((weekday) => !without.some((day) => day.weekday === weekday || (day.kind === 'weekend' && weekday >= 5)));
    if (left.length === 0) this.fail(without[0]!.token, 'no day is left');
    return everyPeriods(1, 'week', left.map((weekday) => ({ kind: 'weekday', weekday })));
  }

  private shift(cadence: Cadence): Cadence {
    const comma = this.is('comma') ? 1 : 0;
    if (this.peek(comma).is !== 'or') return cadence;
    this.skip(comma + 1);
    const token = this.taken;
    this.take('on');
    this.take('the');
    const direction = this.take('next', 'previous') ?? (this.take('last'), undefined);
    if (this.token.interval?.unit !== 'workday') this.fail(this.token, 'only a workday can take the place of a day, as in “or the workday before”');
    this.next();
    const side = direction ?? this.take('before', 'after') ?? this.fail(this.token, 'it does not say whether before or after');
    const shift: Shift = side.is === 'next' || side.is === 'after' ? 'after' : 'before';
    if (cadence.kind !== 'periods') this.fail(token, 'only a day of the week, the month or the year can be shifted');
    return withShift(cadence, shift);
  }

  private completion(cadence: Cadence): Cadence {
    const length = this.completionLength();
    if (length === 0) return cadence;
    const { token } = this;
    this.skip(length);
    if (cadence.kind === 'completion') return cadence;
    if (cadence.kind === 'days') return afterCompletion(cadence.every, 'day');
    if (cadence.kind === 'workdays') return afterCompletion(cadence.every, 'workday');
    if (cadence.kind !== 'periods' || cadence.on.length > 0 || cadence.shift !== undefined) this.fail(token, 'what is counted from the last run has no fixed day', ['every 2 weeks after completion', 'every month after completion']);
    const [unit, each] = completionUnit({ count: 1, unit: cadence.period });
    return afterCompletion(cadence.every * each, unit);
  }

  /** How many tokens say that it is counted from the last run: `after completion`, `when it is done`. */
  private completionLength(): number {
    if (!this.is('after', 'when', 'starting')) return 0;
    let length = 1;
    while (['filler', 'the', 'last', 'every', 'previous'].includes(this.peek(length).is)) length++;
    return this.peek(length).is === 'completion' ? length + 1 : 0;
  }
}

const monthly = (token: Token): Steps => ({ count: 1, unit: 'month', token });

const plain = ({ nth: _, ...day }: NamedDay): NamedDay => day;

/** The unit that is counted from the last run, and how many of it make one. */
function completionUnit({ count, unit }: Interval): [unit: Unit, count: number] {
  return unit === 'quarter' ? ['month', count * 3] : [unit, count];
}
