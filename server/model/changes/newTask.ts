/** A new function or one-off: a whole block, with what is known of it filled in and the rest to be. */
import { catalogue } from '../../notation/cadence/catalogue.ts';
import { readCadence } from '../../notation/cadence/read.ts';
import { addMonths, type Day, formatDay } from '../../notation/dates.ts';
import { type Document, type Section, sectionAt } from '../../notation/document.ts';
import type { Kind } from '../../notation/keys.ts';
import { lineText } from '../../notation/markdown.ts';
import { Blanks } from '../../notation/snippets.ts';
import { insertLines, staysBelow } from '../../notation/write.ts';
import type { TextEdit } from '../../text.ts';
import { needsStart } from '../schedule/schedule.ts';

/** What is said of the task already. */
export interface Given {
  readonly title?: string | undefined;
  /** A handle; `null` for nobody yet. */
  readonly owner?: string | null | undefined;
  readonly cadence?: string | undefined;
  readonly due?: Day | undefined;
}

/** What there is to choose from. */
export interface Known {
  /** The likeliest first. */
  readonly handles: readonly string[];
  readonly currency: string | undefined;
  readonly today: Day;
}

/** People and cadences to choose from; a longer list is no choice. */
const most = 20;

const titles: Readonly<Record<Kind, string>> = { recurring: 'New function', 'one-off': 'New job' };

/** The lines of a block, its heading first. */
export function blockLines(kind: Kind, level: number, given: Given, known: Known, blanks: Blanks): string[] {
  const title = given.title === undefined ? blanks.fill(titles[kind]) : blanks.text(given.title);
  return [`${'#'.repeat(level)} ${title} (${kind})`, ...bodyLines(kind, given, known, blanks)];
}

/** The lines under the heading, from a blank one on. */
export function bodyLines(kind: Kind, { owner, cadence, due }: Given, { handles, currency = 'EUR', today }: Known, blanks: Blanks): string[] {
  if (kind === 'one-off') {
    return [
      '',
      `- Budget: ${blanks.fill('100')} ${blanks.text(currency)}`,
      `- Due: ${due === undefined ? blanks.fill(formatDay(addMonths(today, 1))) : formatDay(due)}`,
      `- Estimate: ${blanks.fill('1h')}`,
      '',
      blanks.last('What is wanted.'),
    ];
  }
  const people = handles.slice(0, most).map((handle) => `@${handle}`);
  const owners = owner === undefined ? [`- Owner: ${blanks.choose(people.length > 0 ? people : ['@'])}`] : owner === null ? [] : [`- Owner: ${blanks.text(`@${owner}`)}`];
  return [
    '',
    ...owners,
    `- Cadence: ${cadence === undefined ? blanks.choose(catalogue.slice(0, most)) : blanks.text(cadence)}`,
    '- Process: below',
    `- Estimate: ${blanks.fill('1h')}`,
    ...(cadence !== undefined && wantsStart(cadence) ? [`- Starts: ${blanks.fill(formatDay(today))}`] : []),
    '',
    blanks.fill('What is done, and for whom.'),
    '',
    `1. ${blanks.last()}`.trimEnd(),
  ];
}

/** Whether nobody can tell from a cadence alone which weeks or months are meant. */
function wantsStart(cadence: string): boolean {
  const reading = readCadence(cadence);
  return reading.ok && needsStart(reading.cadence) && !reading.bounds.starts;
}

/** The level of a new task in a section: that of the document's tasks, but no more than one below the heading it would stand under. */
export function levelIn({ block, nodes: [first] }: Section, { sections }: Document): number {
  if (block) return block.level;
  const usual = sections.find((section) => section.block)?.block?.level ?? 2;
  return first?.kind === 'heading' ? Math.min(usual, first.level + 1) : usual;
}

/** A new task in a note, and the line of the note in which its heading is then. */
export interface NewTask {
  readonly edit: TextEdit;
  readonly line: number;
}

/** That of the line. Above the title of a note there is but its front matter, and a task goes below both. */
function sectionToWriteIn(document: Document, line: number): number {
  const index = sectionAt(document, line);
  const [first, title] = document.sections;
  return index === 0 && first!.nodes.length === 0 && title && !title.block ? 1 : index;
}

/** Writes a task behind the one that a line is in, or behind what else stands there up to the next heading. */
export function newTask(document: Document, line: number, kind: Kind, given: Given, known: Known): NewTask {
  const index = sectionToWriteIn(document, line);
  const section = document.sections[index]!;
  const place = { document, section, firstLine: document.firstLines[index]! };
  const level = levelIn(section, document);
  let end = section.lineCount;
  while (end > 0 && staysBelow(lineText(section, end - 1).trim())) end--;
  // A blank line above, unless it is the first thing in the note; and one below, unless there is one.
  const above = end > 0 ? [''] : [];
  const isFollowed = end < section.lineCount ? lineText(section, end).trim() !== '' : index < document.sections.length - 1;
  const insertion = (isSnippet: boolean): TextEdit => insertLines(place, end, [...above, ...blockLines(kind, level, given, known, new Blanks(isSnippet)), ...(isFollowed ? [''] : [])]);
  return { edit: { ...insertion(false), snippet: insertion(true).newText }, line: place.firstLine + end + above.length };
}

/** A text of a new note with one task. */
export function newNote(heading: string, kind: Kind, given: Given, known: Known): { readonly text: string; readonly line: number } {
  return { text: [`# ${heading}`, '', ...blockLines(kind, 2, given, known, new Blanks(false)), ''].join('\n'), line: 2 };
}
