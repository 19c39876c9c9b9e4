/** A new entry as the notation writes it: its words in the canonical order, without the bullet. */
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
  /** Any text; of several lines one is made. */
  readonly note?: string | undefined;
}

/** `2026-11-23 @maria 1h 50m explained 10m for 2026-11-20: 14 invoices.` */
export function entryText({ date, who, duration, verb, explained, forDate, note }: NewEntry): string {
  const words = [formatDay(date)];
  if (who !== undefined) words.push(`@${who}`);
  if (duration !== undefined) words.push(formatDuration(duration));
  if (verb !== undefined) words.push(verb);
  if (explained !== undefined) words.push(`explained ${formatDuration(explained)}`);
  if (forDate !== undefined) words.push(`for ${formatDay(forDate)}`);
  const said = note?.replace(/\s+/g, ' ').trim();
  return words.join(' ') + (said ? `: ${said}` : '');
}
