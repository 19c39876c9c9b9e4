/**
 * Cron's five fields, of which the last three say the day: `0 9 * * 1` is every Monday. Also read is what many crons add:
 * `L` for the last day, `LW` for the last workday, `5#3` for the third Friday and `5L` for the last one.
 */
import { type Cadence, daysOfMonths, everyDays, everyPeriods, type PeriodDay } from './cadence.ts';
import { clock, type Foreign, integer, misfit, type Piece, split } from './foreign.ts';
import { wordOf } from './vocabulary.ts';

/** Whether a text is meant as cron: five fields, the first two of which have figures and signs only. */
export const isCron = (text: string): boolean => /^[\d*][\d*,/-]*\s+[\d*][\d*,/-]*\s+\S+\s+\S+\s+\S+/.test(text);

export function readCron({ text, start }: Piece): Foreign {
  const [minute, hour, dayOfMonth, month, dayOfWeek, sixth] = [...text.matchAll(/\S+/g)].map((match) => ({ text: match[0], start: start + match.index })) as [Piece, Piece, Piece, Piece, Piece, Piece?];
  if (sixth) misfit(sixth, 'cron has five fields here: minute, hour, day of the month, month, day of the week');
  for (const [field, most] of [[minute, 59], [hour, 23]] as const) if (!/^\d+$/.test(field.text)) misfit(field, clock, ['every day', 'every workday', 'twice a week']);
    else integer(field, 0, most);
  const months = isAny(month) ? [] : numbers(month, 1, 12, (name) => named(name, 'month'));
  if (isAny(dayOfWeek)) return inMonths(monthDays(dayOfMonth), months, month);
  if (!isAny(dayOfMonth)) misfit(dayOfWeek, 'with a day of the month beside it, cron means whichever comes first, and a cadence cannot say that', ['every month on the 15th', 'every Friday']);
  return inMonths(weekDays(dayOfWeek), months, month);
}

const isAny = ({ text }: Piece): boolean => text === '*' || text === '?' || text === '*/1';

/** The days of every month, or of some; none at all are every day. */
function inMonths(days: readonly PeriodDay[], months: readonly number[], field: Piece): Foreign {
  const [first] = days;
  const isWeekly = first?.kind === 'weekday' && first.nth === undefined;
  if (months.length > 0 && (!first || isWeekly)) misfit(field, 'a cadence of days or weeks goes through the whole year', ['every day', 'every week', 'every year on 15 January']);
  return { cadence: cadenceOf(days, months, isWeekly, field), bounds: {}, losses: ['time of day', ...(canClamp(days, months) ? (['month end'] as const) : [])] };
}

function cadenceOf(days: readonly PeriodDay[], months: readonly number[], isWeekly: boolean, field: Piece): Cadence {
  if (days.length === 0) return everyDays(1);
  if (isWeekly) return everyPeriods(1, 'week', days);
  if (months.length === 0) return everyPeriods(1, 'month', days);
  const dates = months.flatMap((month) => days.map((day) => ({ ...day, month })));
  if (dates.some((day) => day.kind === 'day' && day.nth > daysOfMonths[day.month - 1]!)) misfit(field, 'there is no such day in that month');
  return everyPeriods(1, 'year', dates);
}

/** Whether a month without the day is left out by cron, and not by a cadence. */
function canClamp(days: readonly PeriodDay[], months: readonly number[]): boolean {
  return days.some((day) => day.kind === 'day' && day.nth > 28 && (months.length === 0 || (months.includes(2) && day.nth === 29)));
}

function monthDays(field: Piece): PeriodDay[] {
  if (isAny(field)) return [];
  if (/^L$/i.test(field.text)) return [{ kind: 'day', nth: -1 }];
  if (/^LW$/i.test(field.text)) return [{ kind: 'workday', nth: -1 }];
  if (/^\d+W$/i.test(field.text)) misfit(field, 'the nearest workday can lie on either side, and a cadence has to say on which', [`every month on day ${parseInt(field.text, 10)} or the workday before`, `every month on day ${parseInt(field.text, 10)} or the workday after`]);
  const days = numbers(field, 1, 31);
  return days.length === 31 ? [] : days.map((nth) => ({ kind: 'day', nth }));
}

function weekDays(field: Piece): PeriodDay[] {
  const special = /^([^#,/-]+)(?:#(\d)|(L))$/i.exec(field.text);
  if (special) {
    const [day = 0] = numbers({ text: special[1]!, start: field.start }, 0, 7, sunday0);
    const nth = special[3] ? -1 : integer({ text: special[2]!, start: field.start + special[1]!.length + 1 }, 1, 5);
    return [{ kind: 'weekday', weekday: (day + 6) % 7, nth }];
  }
  const days = new Set(numbers(field, 0, 7, sunday0).map((day) => (day + 6) % 7));
  return days.size === 7 ? [] : [...days].map((weekday) => ({ kind: 'weekday', weekday }));
}

const named = (name: string, is: 'month' | 'weekday'): number | undefined => {
  const word = wordOf(name.toLowerCase());
  return word?.is === is ? word.value : undefined;
};

/** Cron counts from Sunday. */
const sunday0 = (name: string): number | undefined => {
  const weekday = named(name, 'weekday');
  return weekday === undefined ? undefined : (weekday + 1) % 7;
};

/** The numbers of a field: a list of numbers, ranges and steps. */
function numbers(field: Piece, least: number, most: number, nameOf?: (name: string) => number | undefined): number[] {
  const found = new Set<number>();
  const number = (piece: Piece): number => nameOf?.(piece.text) ?? integer(piece, least, most);
  for (const part of split(field, ',')) {
    const [range, step, more] = split(part, '/') as [Piece, Piece?, Piece?];
    if (more) misfit(more, 'a step is one number');
    const [from, to, further] = range.text === '*' ? [] : (split(range, '-') as [Piece, Piece?, Piece?]);
    if (further) misfit(further, 'a range has two ends');
    const first = from ? number(from) : least;
    const last = to ? number(to) : from && !step ? first : most;
    if (last < first) misfit(range, 'a range goes from the smaller number to the greater one');
    for (let value = first; value <= last; value += step ? integer(step, 1, most) : 1) found.add(value);
  }
  return [...found].sort((a, b) => a - b);
}
