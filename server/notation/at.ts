/** What stands at a position of a document: what navigation goes by. The innermost thing counts. */
import { type Position, type Span, span } from '../text.ts';
import { type Document, type Section, sectionAt, type Task, taskOf } from './document.ts';
import { fieldOf } from './blocks.ts';
import { isAtx, leafLines, lineText } from './markdown.ts';
import type { Link } from './links.ts';

/** Spans count the lines of the document. */
export type Thing =
  /** A person's handle; `at` covers its `@`, where there is one. */
  | { readonly kind: 'person'; readonly handle: string; readonly at: Span }
  /** The title of a task, in its heading. */
  | { readonly kind: 'title'; readonly task: Task; readonly at: Span }
  /** The title that a `Same as` field gives. */
  | { readonly kind: 'sameAs'; readonly title: string; readonly at: Span }
  | { readonly kind: 'link'; readonly link: Link; readonly at: Span }
  /** A heading that is no task's. */
  | { readonly kind: 'heading'; readonly at: Span }
  /** A rule's code in a disable comment. */
  | { readonly kind: 'code'; readonly code: string; readonly at: Span };

interface HeadingText {
  readonly text: string;
  readonly at: Span;
}

/** A cursor behind the last letter of a thing is at it too. */
export const holds = ({ line, start, end }: Span, position: Position): boolean =>
  line === position.line && start <= position.character && position.character <= end;

export function thingAt(document: Document, position: Position): Thing | undefined {
  return personAt(document, position) ?? linkAt(document, position) ?? taskPartAt(document, position) ?? codeAt(document, position);
}

function personAt({ people }: Document, position: Position): Thing | undefined {
  for (const [handle, places] of people) {
    const at = places.find((place) => holds(place, position));
    if (at) return { kind: 'person', handle, at };
  }
  return undefined;
}

function linkAt({ links }: Document, position: Position): Thing | undefined {
  const link = links.find(({ at }) => holds(at, position));
  return link && { kind: 'link', link, at: link.at };
}

function taskPartAt(document: Document, position: Position): Thing | undefined {
  const index = sectionAt(document, position.line);
  const section = document.sections[index]!;
  const firstLine = document.firstLines[index]!;
  const { block } = section;
  const task = taskOf(document, index);
  if (task && firstLine === position.line) {
    const at = inDocument(task.block.titleAt, firstLine);
    return holds(at, position) ? { kind: 'title', task, at } : undefined;
  }
  const sameAs = block?.sameAs && fieldOf(block, 'Same as');
  if (sameAs) {
    const at = inDocument(sameAs.valueAt, firstLine);
    if (holds(at, position)) return { kind: 'sameAs', title: sameAs.value, at };
  }
  const heading = headingAt(document, position.line);
  return heading && holds(heading.at, position) ? { kind: 'heading', at: heading.at } : undefined;
}

function codeAt(document: Document, position: Position): Thing | undefined {
  const index = sectionAt(document, position.line);
  const firstLine = document.firstLines[index]!;
  for (const { codes } of document.sections[index]!.directives) {
    for (const { value, at: within } of codes) {
      const at = inDocument(within, firstLine);
      if (holds(at, position)) return { kind: 'code', code: value, at };
    }
  }
  return undefined;
}

/** The heading in a line of a document, be it a task's or not; `undefined` where there is none in one line. */
export function headingAt(document: Document, line: number): HeadingText | undefined {
  const index = sectionAt(document, line);
  const firstLine = document.firstLines[index]!;
  const heading = headingIn(document.sections[index]!, line - firstLine);
  return heading && { ...heading, at: inDocument(heading.at, firstLine) };
}

/** The same in a section, whose lines it counts. */
export function headingIn(section: Section, line: number): HeadingText | undefined {
  const node = section.nodes.find((each) => each.kind === 'heading' && each.line === line);
  const [text, ...more] = node ? leafLines(section, node) : [];
  if (!node || text === undefined || more.length > 0) return undefined;
  return { text, at: span(line, node.column, isAtx(node) ? node.endColumn : lineText(section, line).length) };
}

const inDocument = ({ line, start, end }: Span, firstLine: number): Span => span(line + firstLine, start, end);
