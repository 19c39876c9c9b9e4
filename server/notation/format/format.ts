/**
 * The formatter: a note in the notation's canonical form. It goes step by step, and what each step has written is read
 * again: where that says anything else than before, the section stays as it was before the step. So no word is lost, what is
 * not understood stays as it is, and a note that is half typed does too.
 */
import type { Range, TextEdit } from '../../text.ts';
import type { Document } from '../document.ts';
import { Headers } from '../headers.ts';
import { lineBreakOf } from '../write.ts';
import { editsBetween, type Line } from './lines.ts';
import { trimLists, withBullets } from './lists.ts';
import { orderEntries, orderFields } from './order.ts';
import { type Options, type Part, partsOf, rewritten, type Step } from './part.ts';
import { spaced } from './spacing.ts';
import { alignTables } from './tables.ts';
import { formatWords } from './words.ts';

const steps: readonly Step[] = [formatWords, alignTables, orderFields, orderEntries];

export interface FormatOptions {
  /** Lines that are not in it stay as they are. */
  readonly range?: Range;
  /** What the notes count in, where this one does not say so itself. */
  readonly currency?: string | undefined;
}

/** The edits that bring a note into canonical form; none where it is. */
export function formatDocument(document: Document, { range, currency }: FormatOptions = {}): TextEdit[] {
  const headers = new Headers();
  const options: Options = { isWanted: isWantedIn(range), lineBreak: lineBreakOf(document), currency: document.header.currency ?? currency };
  const rewrite = (part: Part, lines: readonly Line[]): Part => rewritten(part, lines, headers);
  const before = partsOf(document);
  let parts: readonly Part[] = before.map((part) => rewrite(part, trimLists(part, options)));
  parts = withBullets(parts, options, rewrite);
  for (const step of steps) parts = parts.map((part) => rewrite(part, step(part, options)));
  parts = parts.map((part, i) => rewrite(part, spaced(part, parts[i + 1], options)));
  return editsBetween(before.flatMap(({ lines }) => lines), parts.flatMap(({ lines }) => lines));
}

/** A range that ends at the start of a line does not hold it. */
function isWantedIn(range: Range | undefined): Options['isWanted'] {
  if (!range) return () => true;
  const { start, end } = range;
  const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  return ({ from }) => from === undefined || (from >= start.line && from <= last);
}
