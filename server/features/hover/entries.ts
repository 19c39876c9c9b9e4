/** What entries and feedback say, in a line each. */
import type { DatedEntry } from '../../model/history.ts';
import type { Roster } from '../../model/roster.ts';
import { formatAmount } from '../../notation/amounts.ts';
import type { Day } from '../../notation/dates.ts';
import { weekdayAndDay } from '../../notation/dayWords.ts';
import { formatDuration } from '../../notation/durations.ts';
import type { Feedback } from '../../notation/entries.ts';
import { clipped, joined, type Line, lines, type Part, strong } from './content.ts';
import { nameOf } from './words.ts';

/** How many are shown; the note itself is one click away. */
const most = 5;

/** The last of some entries that come oldest first, the newest first. */
export function lastEntries(entries: readonly DatedEntry[], roster: Roster, today: Day): Part[] {
  if (entries.length === 0) return [];
  const title = entries.length > most ? `Last ${most} of ${entries.length} entries` : 'Entries';
  return [lines([strong(title)]), { kind: 'list', items: entries.slice(-most).reverse().map((entry) => entryLine(entry, roster, today)) }];
}

/** `Fri 30 Oct · Maria Silva · 1h 10m · 5/5 · 15 invoices, none returned.` */
function entryLine({ date, who, verb, duration, explained, forDate, rating, amount, note }: DatedEntry, roster: Roster, today: Day): Line {
  return joined(' · ', [
    weekdayAndDay(date, today),
    who && nameOf(who.handle, roster),
    verb === 'done' ? undefined : verb,
    duration && formatDuration(duration.value),
    explained && `explained ${formatDuration(explained.value)}`,
    forDate && `for ${weekdayAndDay(forDate.value, today)}`,
    rating && `${rating.value}/5`,
    amount && formatAmount(amount.value),
    note === '' ? undefined : clipped(note),
  ]);
}

export interface SaidOn {
  readonly feedback: Feedback;
  readonly date: Day | undefined;
  /** What it was about, where that does not go without saying. */
  readonly about?: () => string;
}

/** Feedback under a title; it comes the newest first. */
export function feedbackList(title: string, said: readonly SaidOn[], today: Day): Part[] {
  if (said.length === 0) return [];
  const items = said.slice(0, most).map(({ feedback: { kind, text }, date, about }): Line =>
    joined(' · ', [`${kind === 'liked' ? 'Liked' : 'Disliked'}: ${text === '' ? '…' : clipped(text)}`, about && clipped(about(), 60), date !== undefined ? weekdayAndDay(date, today) : undefined]),
  );
  const more: Line[] = said.length > most ? [[`and ${said.length - most} more`]] : [];
  return [lines([strong(title)]), { kind: 'list', items: [...items, ...more] }];
}
