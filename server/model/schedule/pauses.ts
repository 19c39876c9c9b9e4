/** Spans in which nothing is due, from the Paused field and from entries. */
import type { Entry } from '../../notation/entries.ts';
import type { Pause } from '../../notation/fieldValues.ts';
import type { Day } from '../../notation/dates.ts';

/** Both ends belong to it; one that is open is infinite. */
export interface Span {
  readonly from: Day;
  readonly until: Day;
}

/** Spans in order, those that meet made one. */
export function joinSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (span.until < span.from) continue;
    if (last && span.from <= last.until + 1) joined[joined.length - 1] = { from: last.from, until: Math.max(last.until, span.until) };
    else joined.push(span);
  }
  return joined;
}

/** The span that a day lies in. Spans are in order and apart. */
export function spanAt(spans: readonly Span[], day: Day): Span | undefined {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.until < day) low = middle + 1;
    else high = middle;
  }
  const found = spans[low];
  return found && found.from <= day ? found : undefined;
}

/** What is left of a stretch of days without the spans. */
export function outside(spans: readonly Span[], from: Day, until: Day): Span[] {
  const left: Span[] = [];
  let at = from;
  for (const span of spans) {
    if (span.until < at) continue;
    if (span.from > until) break;
    if (span.from > at) left.push({ from: at, until: span.from - 1 });
    at = span.until + 1;
  }
  if (at <= until) left.push({ from: at, until });
  return left;
}

/**
 * The pauses of a function, by its field and its entries, which come in the order of their dates. One that `paused` began
 * ends with `resumed`, with a run on a later day, or with the field's, if it began within that. A field that says no beginning
 * (`yes`, `until 2026-08-31`) begins behind the last run before its end, as what was done was not paused.
 */
export function pausesOf(field: Pause | undefined, entries: readonly Entry[]): Span[] {
  const spans: Span[] = [];
  let paused: Span | undefined;
  for (const { verb, date } of entries) {
    if (date === undefined) continue;
    const isOver = paused && (date > paused.until || verb === 'resumed' || (verb === 'done' && date > paused.from));
    if (isOver) {
      spans.push({ from: paused!.from, until: Math.min(date - 1, paused!.until) });
      paused = undefined;
    }
    if (verb === 'paused') paused ??= { from: date, until: isWithin(field, date) ? field!.until! : Infinity };
  }
  if (paused) spans.push(paused);
  if (field) {
    const until = field.until ?? Infinity;
    const lastRun = entries.findLast(({ verb, date }) => verb === 'done' && date !== undefined && date <= until)?.date;
    spans.push({ from: field.from ?? (lastRun === undefined ? -Infinity : lastRun + 1), until });
  }
  return joinSpans(spans);
}

/** Whether a field that says when a pause ends is about the one that began on a day. */
const isWithin = (field: Pause | undefined, day: Day): boolean => field?.until !== undefined && (field.from ?? -Infinity) <= day && day <= field.until;
