/** The parts of a task that mean something by themselves, with what they are: what is coloured, and selected as one. */
import { type Span, span } from '../text.ts';
import { readCadence } from './cadence/read.ts';
import { type Section, spanText } from './document.ts';

export type PartKind = 'title' | 'kind' | 'field' | 'value' | 'cadence' | 'date' | 'duration' | 'amount' | 'rating' | 'verb' | 'person' | 'feedback';

export interface Part {
  readonly kind: PartKind;
  /** In the section. */
  readonly at: Span;
}

/** The parts of a section's task, in no order; a value is also the cadence, date and so on that it was read as. */
export function* partsOf(section: Section): Generator<Part> {
  const { block } = section;
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
    if (forDate) yield { kind: 'date', at: behindWord(section, forDate.at) };
    if (explained) yield { kind: 'duration', at: behindWord(section, explained.at) };
    yield* some('person', who);
    yield* some('duration', duration);
    yield* some('rating', rating);
    yield* some('amount', amount);
    yield* some('feedback', ...feedback);
  }
  for (const { date, dateAt } of block.milestones) if (date !== undefined) yield { kind: 'date', at: dateAt };
  for (const { price } of block.bids?.rows ?? []) yield* some('amount', price);
}

/** The `10m` of `explained 10m`; empty where the two stand on different lines. */
function behindWord(section: Section, at: Span): Span {
  const [word] = /^\S+\s*/.exec(spanText(section, at))!;
  return span(at.line, at.start + word.length, at.end);
}
