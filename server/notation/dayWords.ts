/** Days as people say them, for hints, lenses and lists. What is written into a note is always ISO 8601. */
import { type Day, weekdayOf, yearMonthDay } from './dates.ts';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** `30 Nov`; in another year than today's `4 Jan 2027`. */
export function shortDay(day: Day, today: Day): string {
  const { year, month, dayOfMonth } = yearMonthDay(day);
  const within = `${dayOfMonth} ${months[month - 1]!}`;
  return year === yearMonthDay(today).year ? within : `${within} ${year}`;
}

const longMonths = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;

/** `18 December 2026`, for readers who do not know the notation. */
export function longDay(day: Day): string {
  const { year, month, dayOfMonth } = yearMonthDay(day);
  return `${dayOfMonth} ${longMonths[month - 1]!} ${year}`;
}

/** `Mon 30 Nov` */
export const weekdayAndDay = (day: Day, today: Day): string => `${weekdays[weekdayOf(day)]!} ${shortDay(day, today)}`;

/** `in 7 days`, `tomorrow`, `today`, `yesterday`, `7 days ago` */
export function distance(day: Day, today: Day): string {
  const days = day - today;
  if (days === 0) return 'today';
  if (Math.abs(days) === 1) return days === 1 ? 'tomorrow' : 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}
