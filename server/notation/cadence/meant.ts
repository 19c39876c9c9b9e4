/** What somebody means who is typing a cadence. */
import { isPlaceholder } from '../fields.ts';
import { formatCadence } from './format.ts';
import { readCadence } from './read.ts';

/** The canonical form of what is typed, each of its readings, or the nearest phrases. They share no letter with it, perhaps. */
export function phrasesMeant(typed: string): readonly string[] {
  const text = typed.trim();
  const reading = readCadence(text);
  // The first letters of a word are near to too much.
  if (!reading.ok) return isPlaceholder(text) || text.length < 4 ? [] : reading.nearest;
  // A beginning and an end are in no phrase, and must not get lost.
  if (Object.keys(reading.bounds).length > 0) return [text];
  return reading.ambiguity ? reading.ambiguity.readings.map(({ phrase }) => phrase) : [formatCadence(reading.cadence)];
}
