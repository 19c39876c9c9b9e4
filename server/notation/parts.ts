/** The parts of a task that mean something by themselves, with what they are: what is coloured, and selected as one. */
import type { Span } from '../text.ts';
import { readCadence } from './cadence/read.ts';
import type { Section } from './document.ts';

export type PartKind = 'title' | 'kind' | 'field' | 'value' | 'cadence' | 'date' | 'duration' | 'amount' | 'rating' | 'verb' | 'person' | 'feedback';

export interface Part {
  readonly kind: PartKind;
  /** In the section. */
  readonly at: Span;
}

/** The parts of a section's task, in no order; a value is also the cadence, date and so on that it was read as. */
export function* partsOf({ block }: Section): Generator<Part> {
  if (!block) return;
  const some = function* (kind: PartKind, ...places: readonly ({ readonly at: Span } | undefined)[]): Generator<Part> {
    for (const place of places) if (place) yield { kind, at: place.at };
  };
  yield { kind: 'title', at: block.titleAt };
  yield { kind: 'kind', at: block.kindAt };
  for (const { nameAt, valueAt, value } of block.fields) {
    yield { kind: 'field', at: nameAt };
    if (value !== '') yield { kind: 'value', at: valueAt };
  }
  if (block.cadence && readCadence(block.cadence.value).ok) yield* some('cadence', block.cadence);
  yield* some('date', block.starts, block.ends, block.paused, block.reviewed, block.due);
  yield* some('duration', block.estimate);
  yield* some('amount', block.budget);
  for (const { date, dateAt, verbAt, forDate, who, duration, explained, rating, amount, feedback } of block.entries) {
    if (date !== undefined) yield { kind: 'date', at: dateAt };
    if (verbAt) yield { kind: 'verb', at: verbAt };
    yield* some('date', forDate);
    yield* some('person', who);
    yield* some('duration', duration, explained);
    yield* some('rating', rating);
    yield* some('amount', amount);
    yield* some('feedback', ...feedback);
  }
  for (const { date, dateAt } of block.milestones) if (date !== undefined) yield { kind: 'date', at: dateAt };
  for (const { price } of block.bids?.rows ?? []) yield* some('amount', price);
}
