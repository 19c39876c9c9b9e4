/** Whether a text that somebody typed is read as it was meant, told by reading it where it will stand. */
import type { Block } from '../../notation/blocks.ts';
import { type Document, readDocument, type Section, sectionAt, type Task } from '../../notation/document.ts';
import { type Position, type Span, type TextEdit, withEdits } from '../../text.ts';

/** The section of a line, read with another text in a span of that line; `undefined` where it falls apart or gets more lines. */
export function readAgain(document: Document, { line, start, end }: Span, newText: string): Section | undefined {
  const index = sectionAt(document, line);
  const { text, lineStarts, lineCount } = document.sections[index]!;
  const from = lineStarts[line - document.firstLines[index]!]!;
  const { sections } = readDocument('', text.slice(0, from + start) + newText + text.slice(from + end));
  return sections.length === 1 && sections[0]!.lineCount === lineCount ? sections[0] : undefined;
}

/** The block of a task, read after edits of its section; `undefined` where that falls apart, or takes what is behind it. */
export function blockAfter({ document, section, firstLine }: Task, edits: readonly TextEdit[]): Block | undefined {
  const within = ({ line, character }: Position): Position => ({ line: line - firstLine, character });
  const text = withEdits(section.text, edits.map(({ range: { start, end }, newText }) => ({ range: { start: within(start), end: within(end) }, newText })));
  const next = document.sections[document.firstLines.indexOf(firstLine) + 1];
  const [read] = readDocument('', text + (next?.text ?? '')).sections;
  return read!.text === text ? read!.block : undefined;
}
