/** Text for process documents: a template to fill in, a draft from what is known of a task, an outline for a stub. */
import { stepText } from '../notation/blocks.ts';
import type { Document, Task } from '../notation/document.ts';
import type { MarkdownNode } from '../notation/markdown.ts';
import { slug } from '../notation/slugs.ts';
import { lineBreakOf } from '../notation/write.ts';
import { appendLines, continueList, numbered, type StepList, stepListIn, wrapped } from '../notation/writeSteps.ts';
import { between, type FileEdit, span } from '../text.ts';
import { draftOf, introOf, knownSteps, titleIn, toldWith } from './draft.ts';
import type { ProcessState } from './processes.ts';
import type { Folder } from './workspace.ts';

/** Comments, so that they neither show nor count as steps: a template that nobody has filled in is still a stub. */
const blanks = [
  '<!-- What comes first: what is needed, and where it is found -->',
  '<!-- What is done then, one thing after the other -->',
  '<!-- How one sees that it is right, and who is told -->',
];

const questions = [
  'Before: what is needed, and where it is found.',
  'Do: what is done, one thing after the other.',
  'Check: how one sees that it is right.',
  'After: who is told, and where the result is kept.',
];

/** A document to fill in, with the task's brief. Where a link asks for a heading, the steps stand under it. */
export function template(task: Task, folder: Folder, { uri, title, heading }: { uri: string; title: string; heading?: string | undefined }): string {
  return documentText(task, titleIn(title, task, uri, folder), introOf(task, uri, folder), blanks, heading);
}

/** A document with the steps that a task's brief and feedback tell of; `undefined` where they tell of none. */
export function draftFor(task: Task, folder: Folder, uri: string): string | undefined {
  const { intro, steps } = draftOf(toldWith(task, folder), uri, folder);
  return steps.length === 0 ? undefined : documentText(task, titleIn(task.block.title, task, uri, folder), intro, [...steps, ...blanks.slice(steps.length)]);
}

/** The text of a new document, whose lines end as the note's do. */
function documentText({ document }: Task, title: string, intro: readonly string[], steps: readonly string[], heading?: string): string {
  const parts = [[`# ${headingText(title)}`], ...intro.map((each) => wrapped('', each)), ...(heading ? [[`## ${heading}`]] : []), numbered(steps)];
  const eol = lineBreakOf(document);
  return parts.map((lines) => lines.join(eol) + eol).join(eol);
}

/** A title as a heading: without the full stop that none has, and with nothing in it that would end it. */
function headingText(title: string): string {
  const text = title.replace(/[.,;:!。，；：！]+$/u, '').trim();
  return text.replace(/(^|\s)(#+)$/, '$1\\$2') || 'Process';
}

/** A heading that has an anchor: `paying-suppliers` is “Paying suppliers”. */
export function headingFor(anchor: string): string | undefined {
  const words = anchor.replaceAll('-', ' ');
  const heading = words.charAt(0).toUpperCase() + words.slice(1);
  return slug(heading) === anchor.toLowerCase() && heading.trim() === heading ? heading : undefined;
}

/** The steps of an outline for a process that says too little: what the task itself tells, then questions. */
export function outlineSteps(task: Task, folder: Folder, uri: string): string[] {
  return [...knownSteps([task], uri, folder), ...questions];
}

/** Adds steps behind those of a process, in its document or in the block; `undefined` where it cannot be written to. */
export function addSteps(task: Task, state: ProcessState, steps: readonly string[]): FileEdit | undefined {
  const list = listOf(task, state);
  if (list) return { uri: list.document.uri, edits: [continueList(list, steps)] };
  if (state.kind !== 'found') return undefined;
  const { document, passage } = state;
  return { uri: document.uri, edits: [appendLines(document, passage.line, passage.endLine, numbered(steps))] };
}

/** Adds a heading with steps to fill in to the end of a document. */
export function addPassage(document: Document, heading: string): FileEdit {
  return { uri: document.uri, edits: [appendLines(document, 0, document.lineCount, [`## ${heading}`, '', ...numbered(blanks)])] };
}

/** Whether the steps of a process are a template's, still to be filled in. */
export function isTemplate(task: Task, state: ProcessState): boolean {
  const list = listOf(task, state);
  return list !== undefined && list.items.some((item) => isBlank(list, item));
}

/** Writes steps in the place of a template's, where nobody has filled in any of them; else behind those that are there. */
export function fillIn(task: Task, state: ProcessState, steps: readonly string[]): FileEdit | undefined {
  const list = listOf(task, state);
  if (!list?.items.every((item) => isBlank(list, item))) return addSteps(task, state, steps);
  const { document, section, firstLine, items } = list;
  const lines = numbered([...steps, ...blanks.slice(steps.length)]);
  const last = items.at(-1)!.endLine - 1;
  const end = section.text.slice(section.lineStarts[last], section.lineStarts[last + 1]).replace(/[\r\n]+$/, '').length;
  const range = between(span(items[0]!.line, 0, 0), span(last, end, end), firstLine);
  return { uri: document.uri, edits: [{ range, newText: lines.join(lineBreakOf(document)) }] };
}

function listOf(task: Task, state: ProcessState): StepList | undefined {
  if (state.kind === 'below') return { ...task, items: task.block.steps };
  return state.kind === 'found' ? stepListIn(state.document, state.passage.line, state.passage.endLine) : undefined;
}

const isBlank = ({ section }: StepList, item: MarkdownNode): boolean => blanks.includes(stepText(section, item));
