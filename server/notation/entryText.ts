/** A new entry as the notation writes it: its words in the canonical order, without the bullet. */
import { type Amount, formatAmount } from './amounts.ts';
import { type Day, formatDay } from './dates.ts';
import { formatDuration, type Minutes } from './durations.ts';
import type { Verb } from './keys.ts';

export interface NewEntry {
  readonly date: Day;
  /** A handle. */
  readonly who?: string | undefined;
  readonly duration?: Minutes | undefined;
  /** Without one it was done; `done` is written only if it is given. */
  readonly verb?: Verb | undefined;
  readonly explained?: Minutes | undefined;
  readonly forDate?: Day | undefined;
  /** 0 to 5. */
  readonly rating?: number | undefined;
  readonly amount?: Amount | undefined;
  /** Any text; of several lines one is made. */
  readonly note?: string | undefined;
}

/** `2026-11-23 @maria 1h 50m explained 10m for 2026-11-20: 14 invoices.` */
export function entryText({ date, who, duration, verb, explained, forDate, rating, amount, note }: NewEntry): string {
  const words = [formatDay(date)];
  if (who !== undefined) words.push(`@${who}`);
  if (duration !== undefined) words.push(formatDuration(duration));
  if (verb !== undefined) words.push(verb);
  if (explained !== undefined) words.push(`explained ${formatDuration(explained)}`);
  if (forDate !== undefined) words.push(`for ${formatDay(forDate)}`);
  if (rating !== undefined) words.push(`${rating}/5`);
  if (amount !== undefined) words.push(formatAmount(amount));
  const said = note === undefined ? '' : oneLine(note);
  return words.join(' ') + (said ? `: ${said}` : '');
}

/** A text that may be of several lines, in one. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
