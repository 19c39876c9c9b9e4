/** The canonical form of a field's value; the value as it is where it is not understood, or would lose something. */
import { formatAmount, parseAmount } from '../amounts.ts';
import { formatCadence } from '../cadence/format.ts';
import { readCadence } from '../cadence/read.ts';
import { certainDay, formatDay } from '../dates.ts';
import { formatDuration, parseDuration } from '../durations.ts';
import { fieldKey, type FieldName } from '../keys.ts';

export function canonicalValue(name: FieldName, value: string): string {
  switch (fieldKey(name)!.value) {
    case 'duration':
      return formatted(value, parseDuration(value), formatDuration);
    case 'amount':
      return canonicalAmount(value);
    case 'date':
      return formatted(value, certainDay(value), formatDay);
    case 'cadence':
      return canonicalCadence(value);
    case 'person':
    case 'process':
    case 'pause':
    case 'missed':
    case 'text':
    case 'task':
      return value;
  }
}

export const canonicalAmount = (text: string): string => formatted(text, parseAmount(text), formatAmount);

function formatted<T>(text: string, value: T | undefined, format: (value: T) => string): string {
  return value === undefined ? text : format(value);
}

/** A cadence that says when it begins or ends, a time of day, or a word of several meanings is left to the fixes. */
function canonicalCadence(text: string): string {
  const reading = readCadence(text);
  const isWhole = reading.ok && Object.keys(reading.bounds).length === 0 && reading.losses.length === 0 && !reading.ambiguity;
  return isWhole ? formatCadence(reading.cadence) : text;
}
