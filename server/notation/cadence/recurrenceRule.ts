/** Recurrence rules of iCalendar, RFC 5545, 3.3.10: `FREQ=MONTHLY;BYDAY=-1FR`, with or without `RRULE:` in front. */
import { type Day, looksLikeDay, parseDay } from '../dates.ts';
import type { Bounds } from './bounds.ts';
import { type Cadence, everyDays, everyPeriods, mostEvery, mostNth, type Period, type PeriodDay } from './cadence.ts';
import { clock, type Foreign, integer, type Loss, misfit, type Piece, split } from './foreign.ts';

export const isRecurrenceRule = (text: string): boolean => /^(?:RRULE:|[a-z-]+=)/i.test(text);

const frequencies: Readonly<Record<string, Period | 'day'>> = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' };
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const known = ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST', 'BYDAY', 'BYMONTHDAY', 'BYYEARDAY', 'BYMONTH', 'BYSETPOS', 'BYHOUR', 'BYMINUTE', 'BYSECOND'];
const inexpressible = 'no cadence can say this';

/** A day of the week, each one or the nth. */
interface ByDay {
  readonly weekday: number;
  readonly nth: number | undefined;
}

export function readRecurrenceRule(piece: Piece): Foreign {
  return new RuleReader(piece).read();
}

class RuleReader {
  private readonly parts = new Map<string, Piece>();
  private readonly losses: Loss[] = [];

  constructor(private readonly whole: Piece) {
    const prefix = /^RRULE:\s*/i.exec(whole.text)?.[0].length ?? 0;
    for (const part of split({ text: whole.text.slice(prefix), start: whole.start + prefix }, ';')) {
      if (part.text.trim() === '') continue;
      const [key] = split(part, '=') as [Piece];
      const name = key.text.trim().toUpperCase();
      if (!known.includes(name)) misfit(key, name.startsWith('BY') ? inexpressible : 'it is no part of a recurrence rule');
      if (this.parts.has(name)) misfit(key, 'it is said twice');
      this.parts.set(name, { text: part.text.slice(key.text.length + 1).trim(), start: part.start + key.text.length + 1 });
    }
  }

  read(): Foreign {
    const frequency = this.parts.get('FREQ') ?? misfit(this.whole, 'it does not say how often: FREQ=WEEKLY');
    const name = frequency.text.toUpperCase();
    const period = Object.hasOwn(frequencies, name) ? frequencies[name]! : misfit(frequency, /^(?:HOURLY|MINUTELY|SECONDLY)$/.test(name) ? clock : 'a frequency is DAILY, WEEKLY, MONTHLY or YEARLY', ['every day', 'every workday', 'twice a week']);
    const interval = this.parts.get('INTERVAL');
    const every = interval ? integer(interval, 1, mostEvery) : 1;
    this.dropTime();
    const cadence = this.cadence(period, every);
    return { cadence, bounds: this.bounds(), losses: this.losses };
  }

  private cadence(period: Period | 'day', every: number): Cadence {
    if (period === 'day') return this.daily(every);
    if (period === 'week') return this.weekly(every);
    const inMonth = this.monthDays();
    const months = this.integers('BYMONTH', 1, 12);
    if (months.length > 0) {
      if (every > 1 && period === 'month') misfit(this.parts.get('BYMONTH')!, inexpressible);
      return this.yearly(every, inMonth, months);
    }
    const isEachWeek = inMonth.some((day) => day.kind === 'weekday' && day.nth === undefined);
    if (isEachWeek) return every === 1 ? everyPeriods(1, 'week', inMonth) : misfit(this.parts.get('BYDAY')!, inexpressible);
    if (period === 'month') return everyPeriods(every, 'month', this.checked(inMonth, 'month'));
    // In a year without months, BYMONTHDAY means the day of each of its months.
    if (this.parts.has('BYMONTHDAY')) return every === 1 ? everyPeriods(1, 'month', inMonth) : misfit(this.parts.get('BYMONTHDAY')!, inexpressible);
    return everyPeriods(every, 'year', this.checked(inMonth, 'year'));
  }

  private daily(every: number): Cadence {
    this.forbid('BYMONTHDAY', 'BYYEARDAY', 'BYMONTH', 'BYSETPOS');
    const days = this.byDay();
    if (days.length === 0) return everyDays(every);
    if (every > 1 || days.some(({ nth }) => nth !== undefined)) misfit(this.parts.get('BYDAY')!, inexpressible);
    return everyPeriods(1, 'week', days.map(({ weekday }) => ({ kind: 'weekday', weekday })));
  }

  private weekly(every: number): Cadence {
    this.forbid('BYMONTHDAY', 'BYYEARDAY', 'BYMONTH', 'BYSETPOS');
    const days = this.byDay();
    const weekStart = this.parts.get('WKST');
    if (days.some(({ nth }) => nth !== undefined)) misfit(this.parts.get('BYDAY')!, 'a week has one of each day');
    if (weekStart && weekStart.text.toUpperCase() !== 'MO' && every > 1 && days.length > 1) misfit(weekStart, 'the weeks of a cadence begin on Monday');
    return everyPeriods(every, 'week', days.map(({ weekday }) => ({ kind: 'weekday', weekday })));
  }

  private yearly(every: number, days: readonly PeriodDay[], months: readonly number[]): Cadence {
    const field = this.parts.get('BYMONTH')!;
    if (months.length > 1) this.forbid('BYSETPOS');
    if (days.some((day) => day.kind === 'weekday' && day.nth === undefined)) misfit(field, 'a cadence of weeks goes through the whole year');
    if (this.parts.has('BYYEARDAY')) misfit(field, inexpressible);
    if (days.length === 0) return everyPeriods(every, 'year', months.map((month) => ({ kind: 'start', month })));
    return everyPeriods(every, 'year', months.flatMap((month) => this.checked(days.map((day) => ({ ...day, month })), 'year')));
  }

  /** The days within a month or a year. */
  private monthDays(): PeriodDay[] {
    const days = this.byDay();
    const dates = this.integers('BYMONTHDAY', -31, 31);
    const ofYear = this.integers('BYYEARDAY', -366, 366);
    if (days.length > 0 && dates.length + ofYear.length > 0) misfit(this.parts.get('BYDAY')!, 'a day that has to be two things at once is in no cadence', ['every month on the 13th', 'every Friday']);
    if (dates.length > 0 && ofYear.length > 0) misfit(this.parts.get('BYYEARDAY')!, inexpressible);
    if (ofYear.length > 0 && this.parts.get('FREQ')!.text.toUpperCase() !== 'YEARLY') misfit(this.parts.get('BYYEARDAY')!, inexpressible);
    if (this.parts.has('BYSETPOS')) return this.picked(days, dates);
    if (dates.some((nth) => Math.abs(nth) > 28)) this.losses.push('month end');
    if (days.some(({ nth }) => nth === undefined) && days.some(({ nth }) => nth !== undefined)) misfit(this.parts.get('BYDAY')!, inexpressible);
    const ofWeek = days.map(({ weekday, nth }): PeriodDay => (nth === undefined ? { kind: 'weekday', weekday } : { kind: 'weekday', weekday, nth }));
    return [...ofWeek, ...[...dates, ...ofYear].map((nth): PeriodDay => ({ kind: 'day', nth }))];
  }

  /** BYSETPOS picks of a set: the workdays, all of one weekday, or the last of `28,29,30,31`, which is how a clamped 31st is written. */
  private picked(days: readonly ByDay[], dates: readonly number[]): PeriodDay[] {
    const field = this.parts.get('BYSETPOS')!;
    const nths = this.integers('BYSETPOS', -366, 366);
    const names = days.map(({ weekday, nth }) => (nth === undefined ? weekday : NaN)).sort((a, b) => a - b).join();
    if (names === '0,1,2,3,4') return nths.map((nth) => ({ kind: 'workday', nth }));
    if (names === '0,1,2,3,4,5,6') return nths.map((nth) => ({ kind: 'day', nth }));
    if (days.length === 1 && names !== 'NaN') return nths.map((nth) => ({ kind: 'weekday', weekday: days[0]!.weekday, nth }));
    const sorted = [...dates].sort((a, b) => a - b);
    const isClamped = sorted.length > 0 && sorted[0] === 28 && sorted.every((nth, i) => nth === 28 + i) && nths.join() === '-1';
    return isClamped ? [{ kind: 'day', nth: sorted.at(-1)! }] : misfit(field, inexpressible);
  }

  /** Fails for days that a period does not have. */
  private checked(days: readonly PeriodDay[], period: Period): readonly PeriodDay[] {
    for (const day of days) {
      if (day.kind === 'start' || day.nth === undefined) continue;
      const from = this.parts.get('BYSETPOS') ?? this.parts.get('BYDAY') ?? this.parts.get('BYMONTHDAY') ?? this.whole;
      if (Math.abs(day.nth) > mostNth(day.kind, period, day.month)) misfit(from, 'there is no such day');
    }
    return days;
  }

  private byDay(): ByDay[] {
    const field = this.parts.get('BYDAY');
    if (!field) return [];
    return split(field, ',').map((piece) => {
      const weekday = weekdays.indexOf(piece.text.slice(-2).toUpperCase());
      const number = piece.text.slice(0, -2);
      if (weekday < 0) misfit(piece, 'a day is MO, TU, WE, TH, FR, SA or SU here');
      return { weekday, nth: number === '' ? undefined : integer({ text: number, start: piece.start }, -53, 53) };
    });
  }

  private integers(name: string, least: number, most: number): number[] {
    const field = this.parts.get(name);
    return field ? [...new Set(split(field, ',').map((piece) => integer(piece, least, most)))] : [];
  }

  private forbid(...names: readonly string[]): void {
    for (const name of names) {
      const field = this.parts.get(name);
      if (field) misfit(field, inexpressible);
    }
  }

  /** One time of day is dropped; several would be several runs a day. */
  private dropTime(): void {
    for (const name of ['BYHOUR', 'BYMINUTE', 'BYSECOND']) {
      const field = this.parts.get(name);
      if (!field) continue;
      if (!/^\d{1,2}$/.test(field.text)) misfit(field, clock);
      if (!this.losses.includes('time of day')) this.losses.push('time of day');
    }
  }

  private bounds(): Bounds {
    const until = this.parts.get('UNTIL');
    const count = this.parts.get('COUNT');
    const part = <T>({ text, start }: Piece, key: string, value: T): { value: T; start: number; end: number } => ({ value, start: start - key.length - 1, end: start + text.length });
    return {
      ...(until && { ends: part(until, 'UNTIL', dateOf(until)) }),
      ...(count && { times: part(count, 'COUNT', integer(count, 1, mostEvery)) }),
    };
  }
}

/** `20261231`, with or without a time behind it, and `2026-12-31`. */
function dateOf(piece: Piece): Day {
  const { text } = piece;
  const basic = /^(\d{4})(\d\d)(\d\d)(?:T\d{6}Z?)?$/i.exec(text);
  const day = basic ? parseDay(`${basic[1]}-${basic[2]}-${basic[3]}`) : text.length === 10 && looksLikeDay(text, 0) ? parseDay(text) : undefined;
  return day ?? misfit(piece, 'there is no such day');
}
