/** Whether a text that somebody typed is read as it was meant, told by reading it where it will stand. */
import { type Document, readDocument, type Section, sectionAt } from '../../notation/document.ts';
import type { Span } from '../../text.ts';

/** The section of a line, read with another text in a span of that line; `undefined` where it falls apart or gets more lines. */
export function readAgain(document: Document, { line, start, end }: Span, newText: string): Section | undefined {
  const index = sectionAt(document, line);
  const { text, lineStarts, lineCount } = document.sections[index]!;
  const from = lineStarts[line - document.firstLines[index]!]!;
  const { sections } = readDocument('', text.slice(0, from + start) + newText + text.slice(from + end));
  return sections.length === 1 && sections[0]!.lineCount === lineCount ? sections[0] : undefined;
}
