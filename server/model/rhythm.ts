/** How often something has been done, where its history shows it. */
import { type Day, dayOf, daysInMonth, weekdayOf, yearMonthDay } from '../notation/dates.ts';
import type { Entry } from '../notation/entries.ts';
import type { Roster } from './roster.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Runs that are looked at: the rhythm of late, not that of years ago. */
const recent = 12;

/** Days between two runs, at least and at most, that speak for a cadence. */
const gapsOf: readonly (readonly [least: number, most: number, cadence: (days: readonly Day[], roster: Roster) => string])[] = [
  [1, 1, (days) => (days.every((day) => weekdayOf(day) < 5) ? 'every workday' : 'every day')],
  [6, 8, (days) => `every ${weekdayMostly(days) ?? 'week'}`],
  [13, 15, (days) => (weekdayMostly(days) ? `every other ${weekdayMostly(days)}` : 'every 2 weeks')],
  [25, 36, monthly],
  [56, 66, () => 'every 2 months'],
  [80, 102, () => 'every quarter'],
  [168, 198, () => 'every 6 months'],
  [345, 385, () => 'every year'],
];

/** The cadence that the entries of a function show; `undefined` with less than three of them, or where they show none. */
export function rhythmOf(entries: readonly Entry[], roster: Roster): string | undefined {
  const closing = entries.filter(({ verb }) => verb === 'done' || verb === 'skipped');
  return rhythmOfDays(closing.flatMap(({ date, forDate }) => forDate?.value ?? date ?? []), roster);
}

/** The cadence that some days show. */
export function rhythmOfDays(all: Iterable<Day>, roster: Roster): string | undefined {
  const days = [...new Set(all)].sort((a, b) => a - b).slice(-recent);
  if (days.length < 3) return undefined;
  const gaps = days.slice(1).map((day, i) => day - days[i]!);
  const median = [...gaps].sort((a, b) => a - b)[gaps.length >> 1]!;
  const found = gapsOf.find(([least, most]) => least <= median && median <= most);
  if (!found) return undefined;
  const [least, most, cadence] = found;
  // On working days the gap over a weekend, or over a holiday beside it, belongs to the rhythm.
  const longest = median === 1 ? 4 : most;
  return isMost(gaps, (gap) => least <= gap && gap <= longest) ? cadence(days, roster) : undefined;
}

/** Three of four: one run that was late or left out does not hide a rhythm. */
const isMost = <T>(things: readonly T[], is: (thing: T) => boolean): boolean => things.filter(is).length >= things.length * 0.75;

function weekdayMostly(days: readonly Day[]): string | undefined {
  const index = weekdays.findIndex((_, weekday) => isMost(days, (day) => weekdayOf(day) === weekday));
  return weekdays[index];
}

function monthly(days: readonly Day[], { workdays, holidays }: Roster): string {
  const isWorkday = (day: Day): boolean => workdays.has(weekdayOf(day)) && !holidays.has(day);
  const hasWorkday = (from: Day, to: Day): boolean => {
    for (let day = from; day <= to; day++) if (isWorkday(day)) return true;
    return false;
  };
  const isEdge = (day: Day, last: boolean): boolean => {
    const { year, month } = yearMonthDay(day);
    const [from, to] = last ? [day + 1, dayOf(year, month, daysInMonth(year, month))] : [dayOf(year, month, 1), day - 1];
    return isWorkday(day) && !hasWorkday(from, to);
  };
  if (isMost(days, (day) => isEdge(day, true))) return 'every month on the last workday';
  if (isMost(days, (day) => isEdge(day, false))) return 'every month on the 1st workday';
  const date = Array.from({ length: 31 }, (_, i) => i + 1).find((each) => isMost(days, (day) => yearMonthDay(day).dayOfMonth === each));
  return date === undefined ? 'every month' : `every month on the ${ordinal(date)}`;
}

function ordinal(number: number): string {
  const ending = number > 10 && number < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${ending}`;
}
