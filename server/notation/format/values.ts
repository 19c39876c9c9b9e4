/** The canonical form of a field's value; the value as it is where it is not understood, or would lose something. */
import { formatAmount, parseAmount } from '../amounts.ts';
import { formatCadence } from '../cadence/format.ts';
import { readCadence } from '../cadence/read.ts';
import { certainDay, formatDay } from '../dates.ts';
import { formatDuration, parseDuration } from '../durations.ts';
import { fieldKey, type FieldName } from '../keys.ts';

/** `currency` is the one that the notes count in. */
export function canonicalValue(name: FieldName, value: string, currency: string | undefined): string {
  switch (fieldKey(name)!.value) {
    case 'duration':
      return formatted(value, parseDuration(value), formatDuration);
    case 'amount':
      return canonicalAmount(value, currency);
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
    case 'archive':
      return value;
  }
}

/** `$1,200` stays as it is in notes that count in another dollar: it is read as US dollars, but hardly meant so. */
export function canonicalAmount(text: string, currency: string | undefined): string {
  const amount = parseAmount(text);
  if (!amount) return text;
  const isShared = /(?:^|[\d\s.,])[$¥£]/.test(text);
  return isShared && currency !== undefined && currency !== amount.currency ? text : formatAmount(amount);
}

function formatted<T>(text: string, value: T | undefined, format: (value: T) => string): string {
  return value === undefined ? text : format(value);
}

/** A cadence that says when it begins or ends, a time of day, or a word of several meanings is left to the fixes. */
function canonicalCadence(text: string): string {
  const reading = readCadence(text);
  const isWhole = reading.ok && Object.keys(reading.bounds).length === 0 && reading.losses.length === 0 && !reading.ambiguity;
  return isWhole ? formatCadence(reading.cadence) : text;
}
