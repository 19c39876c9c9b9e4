/** The words of fields, entries and feedback in canonical form, each in its line. */
import { certainDay, formatDay } from '../dates.ts';
import { spanText } from '../document.ts';
import { formatDuration } from '../durations.ts';
import type { Entry, Feedback } from '../entries.ts';
import { type Field, isPlaceholder } from '../fields.ts';
import { isOfKind } from '../fieldValues.ts';
import type { Milestone } from '../milestones.ts';
import { isTooLong, type Part, type Step, withTexts } from './part.ts';
import { canonicalAmount, canonicalValue } from './values.ts';

export const formatWords: Step = (part, { isWanted, currency }) => {
  const { block } = part.section;
  if (!block) return part.lines;
  const texts = new Map<number, string>();
  const write = (line: number, text: string): void => {
    const before = part.lines[line]!;
    if (isWanted(before) && !isTooLong(text, before.text)) texts.set(line, text);
  };
  const isKnown = ({ key }: Field): boolean => key !== undefined && isOfKind(key, block.kind);
  const textAt = (line: number): string => part.lines[line]!.text;
  const problemLines = new Set(block.problems.filter(({ code, text }) => code !== 'invalid-date' || certainDay(text) === undefined).map(({ at }) => at.line));
  for (const field of block.fields) write(field.line, fieldLine(field, textAt(field.line), isKnown(field), currency));
  for (const milestone of block.milestones) write(milestone.line, milestoneLine(part, milestone, currency));
  for (const entry of block.entries) {
    // What is not understood stays as it is, and so do the words beside it.
    if (!problemLines.has(entry.line)) write(entry.line, entryLine(part, entry, currency));
    for (const feedback of entry.feedback) write(feedback.at.line, feedbackLine(feedback, textAt(feedback.at.line)));
  }
  return withTexts(part.lines, texts);
};

/** `* **owner** : @maria` as `* Owner: @maria`. */
function fieldLine(field: Field, text: string, isKnown: boolean, currency: string | undefined): string {
  const { nameAt, valueAt, value, key, name } = field;
  const emphasis = /(?:\*\*|__)?$/.exec(text.slice(0, nameAt.start))![0];
  const before = text.slice(0, nameAt.start - emphasis.length);
  const behind = /^[ \t]*(?:\*\*|__)?[ \t]*:(?:\*\*|__)?/.exec(text.slice(nameAt.end))?.[0];
  if (behind === undefined || valueAt.line !== nameAt.line) return text;
  const head = `${before}${isKnown ? key! : name}:`;
  // What is still to be typed, and the white space for it, or a value in the next line.
  if (value === '') return head + text.slice(nameAt.end + behind.length);
  const shown = text.slice(valueAt.start, valueAt.end);
  const isWhole = shown === value && isKnown && !isPlaceholder(value);
  const gap = text.slice(nameAt.end + behind.length, valueAt.start);
  return `${head}${gap.includes('<') ? gap : ' '}${isWhole ? canonicalValue(key!, value, currency) : shown}${text.slice(valueAt.end)}`;
}

/** `2026-07-31 1h40m @maria` as `2026-07-31 @maria 1h 40m`; the marks around words go, the note stays. */
function entryLine(part: Part, entry: Entry, currency: string | undefined): string {
  const { dateAt, headEnd, who, duration, verb, verbAt, explained, forDate, rating, amount } = entry;
  const text = part.lines[entry.line]!.text;
  const day = entry.date ?? certainDay(spanText(part.section, dateAt));
  if (dateAt.line !== entry.line || headEnd.line !== entry.line || day === undefined || text.slice(dateAt.start, headEnd.end).includes('<')) return text;
  const tail = tailOf(text.slice(headEnd.end));
  if (tail === undefined) return text;
  const words = [
    formatDay(day),
    who && `@${who.handle}`,
    duration && formatDuration(duration.value),
    verbAt && verb,
    explained && `explained ${formatDuration(explained.value)}`,
    forDate && `for ${formatDay(forDate.value)}`,
    rating && spanText(part.section, rating.at),
    amount && canonicalAmount(spanText(part.section, amount.at), currency),
  ];
  return text.slice(0, dateAt.start) + words.filter(Boolean).join(' ') + tail;
}

/** What stands behind the words of an entry: marks, the colon, the note; `undefined` where something else does. */
function tailOf(text: string): string | undefined {
  const colon = /^[\s,.;()[\]*_~–—-]*:/.exec(text)?.[0];
  if (colon !== undefined) {
    const note = text.slice(colon.length);
    return note.trim() === '' ? `:${note}` : `: ${note.replace(/^[\s\u200b]+/, '')}`;
  }
  // A space at the end is where the next word is about to be typed.
  return /^\s*(?:<!--|$)/.test(text) ? text : /^[\s,.;()[\]*_~–—-]*$/.test(text) ? '' : undefined;
}

function feedbackLine({ kind, text, at }: Feedback, line: string): string {
  const name = /(\*\*|__)?(?:dis)?liked[ \t]*(?::\1?|\1[ \t]*:)[ \t]*$/i.exec(line.slice(0, at.start));
  if (!name || text === '') return line;
  return `${line.slice(0, name.index)}${kind === 'liked' ? 'Liked' : 'Disliked'}: ${line.slice(at.start)}`;
}

/** `- [ ] 22.9.2026 All files: €290` as `- [ ] 2026-09-22 All files: 290 EUR`. */
function milestoneLine(part: Part, { line, date, dateAt }: Milestone, currency: string | undefined): string {
  const { text } = part.lines[line]!;
  const day = date ?? certainDay(spanText(part.section, dateAt));
  if (day === undefined) return text;
  const [, title, amount] = /^([^:]*:[ \t]*)([^]*)$/.exec(text.slice(dateAt.end)) ?? ['', text.slice(dateAt.end), ''];
  return text.slice(0, dateAt.start) + formatDay(day) + title! + canonicalAmount(amount!, currency);
}
