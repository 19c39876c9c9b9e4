/** The one way in which each cadence is written; reading it gives the same cadence back. */
import type { Cadence, PeriodDay } from './cadence.ts';

export const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
export const monthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;

/** `every month on the last workday`, `every other Friday`, `twice a week`, `every 6 weeks after completion`. */
export function formatCadence(cadence: Cadence): string {
  switch (cadence.kind) {
    case 'days':
      return `every ${counted(cadence.every, 'day')}`;
    case 'workdays':
      return `every ${counted(cadence.every, 'workday')}`;
    case 'periods':
      return `every ${periods(cadence)}${cadence.shift === undefined ? '' : ` or the workday ${cadence.shift}`}`;
    case 'quota':
      return `${cadence.times === 1 ? 'once' : cadence.times === 2 ? 'twice' : `${cadence.times} times`} a ${cadence.period}`;
    case 'completion':
      return cadence.from === undefined ? `every ${counted(cadence.every, cadence.unit)} after completion` : `every ${cadence.from} to ${counted(cadence.every, cadence.unit)}`;
    case 'as needed':
      return 'as needed';
  }
}

/** `day`, `3 days`. */
const counted = (count: number, unit: string): string => (count === 1 ? unit : `${count} ${unit}s`);

function periods({ every, period, on }: Extract<Cadence, { kind: 'periods' }>): string {
  if (period === 'week') return weeks(every, on);
  const areNumbered = on.every((day) => day.kind === 'day' && day.nth > 0);
  // A numbered day every three months is a quarter's; other days of a quarter are counted in the whole of it.
  const interval = period === 'month' && every === 3 && areNumbered ? 'quarter' : counted(every, period);
  const starts = on.filter(({ kind }) => kind === 'start');
  const named = on.filter(({ kind }) => kind !== 'start');
  const inMonths = starts.length > 0 ? `in ${listed(starts.map(({ month }) => monthName(month)))}` : '';
  const onDays = named.length > 0 ? `on ${period === 'month' && areNumbered ? `the ${listed(nths(named))}` : daysOf(named)}` : '';
  return [interval, inMonths, inMonths && onDays && 'and', onDays].filter(Boolean).join(' ');
}

function weeks(every: number, on: readonly PeriodDay[]): string {
  const interval = counted(every, 'week');
  if (on.length === 0) return interval;
  const areNamed = on.every(({ kind }) => kind !== 'workday');
  if (areNamed && every === 1) return daysOf(on);
  if (areNamed && every === 2 && on.length === 1) return `other ${daysOf(on)}`;
  return `${interval} on ${areNamed && on[0]!.kind === 'weekend' ? 'the weekend' : daysOf(on)}`;
}

/** Days in their order, those of one name together: `the 1st and 3rd Monday and the last workday`. */
function daysOf(on: readonly PeriodDay[]): string {
  const weekdays = on.flatMap((day) => (day.kind === 'weekday' && day.nth === undefined ? [day.weekday] : []));
  const isRange = weekdays.length >= 3 && weekdays.length === on.length && weekdays.at(-1)! - weekdays[0]! === weekdays.length - 1;
  if (isRange) return `${weekdayNames[weekdays[0]!]} to ${weekdayNames[weekdays.at(-1)!]}`;
  const groups = new Map<string, PeriodDay[]>();
  for (const day of on) groups.set(key(day), [...(groups.get(key(day)) ?? []), day]);
  return listed([...groups.values()].map(group));
}

/** Numbered days of a month are each a date of their own. */
const key = (day: PeriodDay): string => `${day.month ?? ''} ${noun(day)} ${isDate(day) ? day.nth : ''}`;

const isDate = (day: PeriodDay): day is PeriodDay & { nth: number } => day.kind === 'day' && day.month !== undefined && day.nth > 0;

function group(days: readonly PeriodDay[]): string {
  const [day] = days as [PeriodDay];
  if (isDate(day)) return `${day.nth} ${monthName(day.month)}`;
  const named = 'nth' in day && day.nth !== undefined ? `the ${listed(nths(days))} ${noun(day)}` : noun(day);
  return day.month === undefined ? named : `${named} of ${monthName(day.month)}`;
}

const noun = (day: PeriodDay): string => (day.kind === 'weekday' ? weekdayNames[day.weekday]! : day.kind);

const monthName = (month: number | undefined): string => monthNames[month! - 1]!;

const nths = (days: readonly PeriodDay[]): string[] => days.map((day) => formatNth('nth' in day ? day.nth! : 1));

/** `1st`, `last`, `2nd last`. */
function formatNth(nth: number): string {
  if (nth === -1) return 'last';
  if (nth < 0) return `${formatNth(-nth)} last`;
  const teen = nth % 100 >= 11 && nth % 100 <= 13;
  return `${nth}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][nth % 10] ?? 'th')}`;
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)!}`;
}
