/** Text for process documents: a template to fill in, a draft from what is known of a task, an outline for a stub. */
import { stepText } from '../notation/blocks.ts';
import type { Document, Task } from '../notation/document.ts';
import { leafLines } from '../notation/markdown.ts';
import { appendLines, continueList, numbered, stepListIn } from '../notation/writeSteps.ts';
import type { TextEdit } from '../text.ts';
import type { ProcessState } from './processes.ts';

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
export function template(task: Task, title: string, heading?: string): string {
  return documentText(title, introOf(task), blanks, heading);
}

/** A document with the steps that a task's brief and feedback tell of; `undefined` where they tell of none. */
export function draftFor(task: Task): string | undefined {
  const steps = knownSteps(task);
  return steps.length === 0 ? undefined : documentText(task.block.title, introOf(task), [...steps, ...blanks.slice(steps.length)]);
}

function documentText(title: string, intro: readonly string[], steps: readonly string[], heading?: string): string {
  const parts = [`# ${title || 'Process'}`, ...intro, ...(heading ? [`## ${heading}`] : []), numbered(steps).join('\n')];
  return `${parts.join('\n\n')}\n`;
}

/** The brief's paragraphs that are no list items. */
function introOf({ section, block }: Task): string[] {
  return block.brief.filter(({ kind, parent }) => kind === 'paragraph' && !parent).map((leaf) => leafLines(section, leaf).join('\n'));
}

/** The items of a brief's lists, then what was liked, to be kept, and what was not, to be avoided; the oldest first. */
function knownSteps({ section, block }: Task): string[] {
  const listed = block.brief.filter(({ kind, parent, line }) => kind === 'paragraph' && parent?.kind === 'item' && parent.line === line);
  const steps = listed.map((leaf) => leafLines(section, leaf).join(' '));
  const entries = [...block.entries].sort((a, b) => (a.date ?? 0) - (b.date ?? 0));
  const said = entries.flatMap(({ feedback }) => feedback).filter(({ text }) => text !== '');
  const all = [...steps, ...said.filter(({ kind }) => kind === 'liked').map(({ text }) => keep(text)), ...said.filter(({ kind }) => kind === 'disliked').map(({ text }) => avoid(text))];
  return [...new Set(all)];
}

/** A compliment as a step. */
export const keep = (text: string): string => `Keep: ${text}`;

/** A complaint as a step. */
export const avoid = (text: string): string => `Avoid: ${text}`;

/** The steps of an outline for a process that says too little: what the task itself tells, then questions. */
export function outlineSteps(task: Task): string[] {
  return [...knownSteps(task), ...questions];
}

/** Adds steps behind those of a process, in its document or in the block; `undefined` where it cannot be written to. */
export function addSteps(task: Task, state: ProcessState, steps: readonly string[]): { uri: string; edits: TextEdit[] } | undefined {
  if (state.kind === 'below') return { uri: task.document.uri, edits: [continueList({ ...task, items: task.block.steps }, steps)] };
  if (state.kind !== 'found') return undefined;
  const { document, passage } = state;
  const list = stepListIn(document, passage.line, passage.endLine);
  return { uri: document.uri, edits: [list ? continueList(list, steps) : appendLines(document, passage.line, passage.endLine, numbered(steps))] };
}

/** Adds a heading with steps to fill in to the end of a document. */
export function addPassage(document: Document, heading: string): { uri: string; edits: TextEdit[] } {
  return { uri: document.uri, edits: [appendLines(document, 0, document.lineCount, [`## ${heading}`, '', ...numbered(blanks)])] };
}

/** Whether the steps of a process are a template's, still to be filled in. */
export function isTemplate(task: Task, state: ProcessState): boolean {
  const list =
    state.kind === 'below' ? { section: task.section, items: task.block.steps }
    : state.kind === 'found' ? stepListIn(state.document, state.passage.line, state.passage.endLine)
    : undefined;
  return list !== undefined && list.items.some((item) => blanks.includes(stepText(list.section, item)));
}
