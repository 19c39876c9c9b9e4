/** Writing into a process document: steps at the end of its numbered list, or lines at the end of a passage. */
import type { TextEdit } from '../text.ts';
import { type Document, sectionAt } from './document.ts';
import { lineText, type MarkdownNode } from './markdown.ts';
import { insertLines, type Place, staysBelow } from './write.ts';

/** A numbered list and where it stands. */
export interface StepList extends Place {
  /** One or more. */
  readonly items: readonly MarkdownNode[];
}

/** The first numbered list, outside of quotes and other lists, between two lines of a document. */
export function stepListIn(document: Document, line: number, endLine: number): StepList | undefined {
  for (let i = sectionAt(document, line); i < document.sections.length && document.firstLines[i]! < endLine; i++) {
    const section = document.sections[i]!;
    const firstLine = document.firstLines[i]!;
    const isWithin = (node: MarkdownNode): boolean => node.line + firstLine >= line && node.line + firstLine < endLine;
    const first = section.nodes.find((node) => node.kind === 'item' && !node.parent && node.list!.ordered && isWithin(node));
    if (first) return { document, section, firstLine, items: section.nodes.filter((node) => node.list === first.list && isWithin(node)) };
  }
  return undefined;
}

/** Continues a list, in its style. */
export function continueList({ items, ...place }: StepList, steps: readonly string[]): TextEdit {
  const last = items[items.length - 1]!;
  const text = lineText(place.section, last.line);
  const [, padding] = /^\d+[.)](\s*)/.exec(text.slice(last.column))!;
  // A list that numbers all its items alike goes on doing so.
  const stands = items.length > 1 && items[0]!.level === last.level;
  const lines = steps.flatMap((step, i) => {
    const marker = `${last.level + (stands ? 0 : i + 1)}${last.list!.marker}${padding || ' '}`;
    return stepLines(text.slice(0, last.column) + marker, step);
  });
  return insertLines(place, last.endLine, lines);
}

/** Writes lines at the end of what stands between two lines of a document, with a blank line above them. */
export function appendLines(document: Document, line: number, endLine: number, lines: readonly string[]): TextEdit {
  let last = endLine - 1;
  const textAt = (at: number): string => {
    const i = sectionAt(document, at);
    return lineText(document.sections[i]!, at - document.firstLines[i]!);
  };
  while (last >= line && staysBelow(textAt(last))) last--;
  const i = sectionAt(document, Math.max(last, line));
  const place = { document, section: document.sections[i]!, firstLine: document.firstLines[i]! };
  return insertLines(place, last + 1 - place.firstLine, [...(last < 0 ? [] : ['']), ...lines]);
}

/** `1. First`, `2. Second`: the lines of a list. Further lines of a step are items below it. */
export function numbered(steps: readonly string[]): string[] {
  return steps.flatMap((step, i) => stepLines(`${i + 1}. `, step));
}

function stepLines(marker: string, step: string): string[] {
  const [first, ...below] = step.split('\n') as [string, ...string[]];
  return [...wrapped(marker, first), ...below.flatMap((each) => wrapped(`${' '.repeat(marker.length)}- `, each))];
}

/** What would begin a list, a heading or the like if a line began with it. */
const opensBlock = /^(?:[-+*>|#=~`:<]|\d+[.)])/;

/** The lines of an item, at most 80 characters each where its words allow, those after the first indented below the text. */
export function wrapped(marker: string, text: string): string[] {
  const lines: string[] = [];
  let line = marker;
  let isEmpty = true;
  for (const words of together(text)) {
    if (!isEmpty && line.length + 1 + words.length > 80) {
      lines.push(line);
      line = ' '.repeat(marker.length);
      isEmpty = true;
    }
    line += isEmpty ? words : ` ${words}`;
    isEmpty = false;
  }
  return [...lines, line];
}

/** The words of a text, each with those behind it that no line may begin with. */
function together(text: string): string[] {
  const words: string[] = [];
  for (const word of text.split(/\s+/)) {
    if (words.length > 0 && opensBlock.test(word)) words.push(`${words.pop()!} ${word}`);
    else words.push(word);
  }
  return words;
}
