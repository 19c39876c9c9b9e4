/** A section on its way to the canonical form: its lines as they are by now, and what they are read as. */
import { type Document, readDocument, type Section } from '../document.ts';
import type { Headers } from '../headers.ts';
import { Scanner } from '../scanner.ts';
import { type Line, linesOf, textOfLines } from './lines.ts';
import { meaningOf, type Read } from './meaning.ts';

export interface Part extends Read {
  /** Worked out when it is asked for, and once. */
  readonly meaning: string;
  readonly lines: readonly Line[];
  /** Lines of front matter. */
  readonly headerLines: number;
}

/** What a step is told beside the part. */
export interface Options {
  /** Whether a line is to be formatted. */
  readonly isWanted: (line: Line) => boolean;
  readonly lineBreak: string;
  /** What the notes count in, if they say so. */
  readonly currency: string | undefined;
}

/** Answers lines that are written in a more canonical way; the same array where there is nothing to do. */
export type Step = (part: Part, options: Options) => readonly Line[];

export function partsOf(document: Document): Part[] {
  return document.sections.map((section, i) => {
    const skip = i === 0 ? document.header.frontMatter.length : 0;
    return partOf(section, linesOf(section.text, document.firstLines[i]!), skip);
  });
}

function partOf(section: Section, lines: readonly Line[], skip: number): Part {
  const { nodes } = new Scanner(section.text, () => false).section(skip);
  let meaning: string | undefined;
  return {
    section, lines, nodes,
    headerLines: section.lineStarts.findIndex((start) => start >= skip),
    get meaning() {
      return (meaning ??= meaningOf({ section, nodes }));
    },
  };
}

/** The part with other lines; the part as it was where they would be read as something else. */
export function rewritten(part: Part, lines: readonly Line[], headers: Headers): Part {
  if (lines === part.lines) return part;
  const { header, sections } = readDocument('', textOfLines(lines), headers);
  const skip = part.headerLines === 0 ? 0 : header.frontMatter.length;
  if (sections.length !== 1 || sections[0]!.lineCount !== lines.length) return part;
  const after = partOf(sections[0]!, lines, skip);
  return part.meaning === after.meaning ? after : part;
}

/** Whether all lines from one to another are to be formatted. */
export function areWanted(lines: readonly Line[], { isWanted }: Options, from: number, to: number): boolean {
  for (let line = from; line < to; line++) if (!isWanted(lines[line]!)) return false;
  return true;
}

/** The lines with other texts for some of them. */
export function withTexts(lines: readonly Line[], texts: ReadonlyMap<number, string>): readonly Line[] {
  const changed = [...texts].filter(([line, text]) => lines[line]!.text !== text);
  if (changed.length === 0) return lines;
  const after = [...lines];
  for (const [line, text] of changed) after[line] = { ...lines[line]!, text };
  return after;
}

/** The longest line that markdownlint's MD013 lets pass; longer ones too, where there is no white space behind that. */
const longestLine = 80;

const isLong = (text: string): boolean => /\s/.test(text.slice(longestLine));

/** Whether a line must not become what it would: it would be too long, and it was not. */
export const isTooLong = (text: string, before: string): boolean => isLong(text) && !isLong(before);
