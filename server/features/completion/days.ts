/** Days as people name them: today, next Monday, the due day. */
import { accountOf } from '../../model/archives.ts';
import { type History, historyOf } from '../../model/history.ts';
import { recordOf } from '../../model/record.ts';
import { weekdayNames } from '../../notation/cadence/format.ts';
import { addMonths, type Day, dayOf, daysInMonth, formatDay, weekdayOf, yearMonthDay } from '../../notation/dates.ts';
import type { Task } from '../../notation/document.ts';
import { forWord, icon, type Offer, type Offers } from './offers.ts';
import type { Place } from './place.ts';

/** A day and what it is called. */
export type NamedDay = readonly [day: Day, name: string];

export const weekdayName = (day: Day): string => weekdayNames[weekdayOf(day)]!;

/** What a day's digits may be typed of, before and behind the cursor. */
export const dayWord = /[\p{L}\d-]*$/u;
export const dayRest = /^[\d-]*/;

/** Days, the first name of each; typing the name finds it as well as the digits do. `suffix` is written behind the day. */
export function dayOffers(days: readonly NamedDay[], suffix = ''): Offer[] {
  const named = new Map<Day, string>();
  for (const [day, name] of days) if (!named.has(day)) named.set(day, name);
  return [...named].map(([day, name]) => {
    const date = formatDay(day);
    const detail = name.includes(weekdayName(day)) ? name : `${name}, ${weekdayName(day)}`;
    return { label: date, icon: icon.event, detail, filter: `${date} ${detail}`, text: date + suffix, ...(suffix && { again: true as const }) };
  });
}

/** A day, in place of the word at the cursor. */
export function dayValue(place: Place, start: number, days: readonly NamedDay[]): Offers {
  const word = dayWord.exec(place.before.slice(start))![0];
  return forWord(place, word, dayOffers(days), dayRest);
}

/** Days on which something has been done. */
export function pastDays(place: Place): NamedDay[] {
  const { today, folder: { calendar } } = place.context;
  const lastWorkday: NamedDay[] = calendar.isEmpty ? [] : [[calendar.onOrBefore(today - 1), 'the last workday']];
  return [[today, 'today'], [today - 1, 'yesterday'], ...lastWorkday, ...openDays(place).filter(([day]) => day < today)];
}

/** Days by which something can be done. */
export function comingDays({ context: { today } }: Place): NamedDay[] {
  const next = (weekday: number): NamedDay => {
    const ahead = weekday - weekdayOf(today);
    return ahead > 0 ? [today + ahead, weekdayNames[weekday]!] : [today + ahead + 7, `next ${weekdayNames[weekday]}`];
  };
  const { year, month } = yearMonthDay(today);
  return [
    [today, 'today'],
    [today + 1, 'tomorrow'],
    next(4),
    next(0),
    [today + 7, 'in a week'],
    [today + 14, 'in two weeks'],
    [dayOf(year, month, daysInMonth(year, month)), 'the end of the month'],
    [addMonths(dayOf(year, month, 1), 1), 'the first of next month'],
    [addMonths(today, 1), 'in a month'],
  ];
}

/** The due days of the task that a run may be meant for, the likeliest first. */
export function openDays(place: Place): NamedDay[] {
  if (place.task?.block.kind !== 'recurring') return [];
  const names: Partial<Record<string, string>> = { due: 'due today', overdue: 'overdue', paused: 'due before the pause', upcoming: 'the next due day', missed: 'missed' };
  const { occurrences } = historyBefore(place, place.task);
  const days = occurrences.slice(-20).flatMap(({ due, state }): NamedDay[] => (names[state] === undefined ? [] : [[due, names[state]]]));
  const rank = ([, name]: NamedDay): number => (name === 'missed' ? 1 : 0);
  return days.sort((a, b) => rank(a) - rank(b) || (rank(a) === 0 ? a[0] - b[0] : b[0] - a[0])).slice(0, 6);
}

/** The history without the entry that is being typed: it closes nothing yet. */
function historyBefore({ line, context: { folder, today } }: Place, task: Task): History {
  const typed = task.block.entries.find((entry) => entry.line === line);
  if (!typed) return recordOf(task, folder, today).history;
  const account = accountOf(task, folder);
  return historyOf({ ...account, entries: account.entries.filter((entry) => entry !== typed) }, { today, calendar: folder.calendar });
}
