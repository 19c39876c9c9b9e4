/** Making the process document of a task that has none. */
import { type Document, lineOfDocument, type Task } from '../../notation/document.ts';
import { slug } from '../../notation/slugs.ts';
import { setField } from '../../notation/write.ts';
import type { Change, FileEdit } from '../../text.ts';
import { draftOf, folded, toldWith } from '../draft.ts';
import type { Passage } from '../outline.ts';
import { draftFor, fillIn, headingFor, template } from '../processText.ts';
import { linkPath, newProcessUri, processLink, type ProcessState } from '../processes.ts';
import type { Folder } from '../workspace.ts';

export interface NewProcess {
  readonly uri: string;
  /** As a link in the note has it. */
  readonly path: string;
  /** Links the document that is there already. */
  readonly link?: Change;
  readonly fromTemplate?: Change;
  /** With the steps that the brief and the feedback tell of, where they tell of any. */
  readonly draft?: Change | undefined;
}

/** The document is made, or just linked where it is there already; `undefined` where none can be made. */
export function newProcess(task: Task, folder: Folder): NewProcess | undefined {
  const uri = newProcessUri(task, folder);
  const file = uri === undefined ? undefined : folder.file(uri);
  if (uri === undefined || file === 'directory' || file === 'other') return undefined;
  const path = linkPath(task.document.uri, uri);
  const edits = [linkProcess(task, task.block.title, uri)];
  if (typeof file === 'object') return { uri, path, link: { edits } };
  const draft = draftFor(task, folder, uri);
  const fromTemplate = { create: { uri, text: template(task, folder, { uri, title: task.block.title }) }, edits };
  return { uri, path, fromTemplate, draft: draft === undefined ? undefined : { create: { uri, text: draft }, edits } };
}

export const linkProcess = (task: Task, title: string, uri: string): FileEdit => ({
  uri: task.document.uri,
  edits: [setField(task, 'Process', processLink(title || 'Process', task.document.uri, uri))],
});

/** The document that a link names and that is not there, to be filled in; `undefined` where it would not be what is linked. */
export function linkedDocument(task: Task, state: ProcessState, folder: Folder): Change['create'] {
  const { process } = task.block;
  if (process?.kind !== 'document' || state.kind !== 'broken' || state.missing !== 'file' || !/\.(?:md|markdown)$/i.test(state.uri)) return undefined;
  const { uri } = state;
  const { anchor } = process;
  const title = process.title || task.block.title;
  const isTitle = anchor === undefined || slug(title) === anchor.toLowerCase();
  const heading = isTitle ? undefined : headingFor(anchor);
  return isTitle || heading !== undefined ? { uri, text: template(task, folder, { uri, title, heading }) } : undefined;
}

/** Of a process that says too little, no more is read than this. */
const longestStub = 5000;

/** Writes what a task tells, and its process does not, into a process that says too little; `undefined` where there is nothing. */
export function draftInto(task: Task, state: ProcessState, folder: Folder): FileEdit | undefined {
  if (state.kind !== 'found' && state.kind !== 'below') return undefined;
  const { document } = state.kind === 'found' ? state : task;
  const there = folded(state.kind === 'found' ? beginningOf(document, state.passage) : task.section.text.slice(0, longestStub));
  const steps = draftOf(toldWith(task, folder), document.uri, folder).steps.filter((step) => !there.includes(folded(step)));
  return steps.length === 0 ? undefined : fillIn(task, state, steps);
}

function beginningOf(document: Document, { line, endLine }: Passage): string {
  let text = '';
  for (let each = line; each < endLine && text.length < longestStub; each++) text += `${lineOfDocument(document, each).slice(0, longestStub)}\n`;
  return text;
}
