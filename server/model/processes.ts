/** Where a task's process is, and what it is like: found, a stub, last reviewed when. */
import { type Document, type Section, type Task, tasksOf } from '../notation/document.ts';
import { fieldOf, stepText } from '../notation/blocks.ts';
import { isPlaceholder } from '../notation/fields.ts';
import { slug } from '../notation/slugs.ts';
import { exceedsDoing, explainingOfJobs } from './explaining.ts';
import { countWords, isUnfilled, type Passage } from './outline.ts';
import type { Folder } from './workspace.ts';

export type ProcessState =
  | { readonly kind: 'none' }
  /** The numbered list of the block itself. */
  | { readonly kind: 'below' }
  /** A document, or one heading of it. */
  | { readonly kind: 'found'; readonly document: Document; readonly passage: Passage }
  | { readonly kind: 'broken'; readonly missing: 'file' | 'directory'; readonly uri: string }
  | { readonly kind: 'broken'; readonly missing: 'heading'; readonly uri: string; readonly document: Document; readonly anchor: string }
  /** The link leaves the workspace folder; it is not followed. */
  | { readonly kind: 'outside'; readonly uri: string }
  /** A page elsewhere, a file that is no Markdown, or one that nobody has looked at yet: taken at its word. */
  | { readonly kind: 'unknown' };

/** The URI that a path in a note means: relative to the note, or from the folder's root with a slash in front. */
export function resolvePath(folderUri: string, documentUri: string, path: string): string {
  const encoded = path.split(/[\\/]/).map(encodeURIComponent).join('/');
  // A drive is no scheme, and lies outside of any folder of notes.
  if (isOfMachine(path)) return `file:///${encoded}`;
  // A text that was never saved lies nowhere, and finding that out by an error takes longer than all else.
  if (!path.startsWith('/') && !documentUri.includes('/')) return `${folderUri}/${encoded}`;
  try {
    return path.startsWith('/') ? `${folderUri}${new URL(encoded, 'file:///').pathname}` : new URL(encoded, documentUri).href;
  } catch {
    return `${folderUri}/${encoded}`;
  }
}

/** `C:\notes\a.md`, which means something on one machine only. */
export const isOfMachine = (path: string): boolean => /^[a-z]:/i.test(path);

/** The file that a task's process link names, whether it is there or not; `undefined` when it links to no file. */
function processUri({ block: { process }, document }: Pick<Task, 'block' | 'document'>, folder: Pick<Folder, 'uri'>): string | undefined {
  return process?.kind === 'document' ? resolvePath(folder.uri, document.uri, process.path) : undefined;
}

/** The file that a function's archive link names, whether it is there or not. */
export function archiveUri({ block: { archive }, document }: Pick<Task, 'block' | 'document'>, folder: Pick<Folder, 'uri'>): string | undefined {
  return archive && resolvePath(folder.uri, document.uri, archive.path);
}

/** An archive link's file with its heading: where two functions have the same, their older entries are mixed up. */
export function archiveKey(task: Pick<Task, 'block' | 'document'>, folder: Pick<Folder, 'uri'>): string | undefined {
  const uri = archiveUri(task, folder);
  return uri === undefined ? undefined : `${uri}#${task.block.archive!.anchor?.toLowerCase() ?? ''}`;
}

/** What a section links to, for the index of all notes: its process, its archive, and the heading of that. */
export function linkOf({ block }: Section, document: Document, folderUri: string): string[] {
  if (!block || (block.process?.kind !== 'document' && !block.archive)) return [];
  const [task, folder] = [{ block, document }, { uri: folderUri }];
  return [processUri(task, folder), archiveUri(task, folder), archiveKey(task, folder)].filter((uri) => uri !== undefined);
}

export function processOf(task: Task, folder: Folder): ProcessState {
  const { process } = task.block;
  if (hasNone(task)) return { kind: 'none' };
  if (process === undefined || process.kind === 'below') return { kind: 'below' };
  if (process.kind === 'url') return { kind: 'unknown' };
  if (process.kind === 'heading') return passageOf(folder, task.document, process.anchor || undefined);
  const uri = processUri(task, folder)!;
  if (!folder.contains(uri)) return { kind: 'outside', uri };
  const file = folder.file(uri);
  if (file === undefined || file === 'other') return { kind: 'unknown' };
  if (file === 'missing' || file === 'directory') return { kind: 'broken', missing: file === 'missing' ? 'file' : file, uri };
  return passageOf(folder, file, process.anchor);
}

/** Whether a task's process may stand in its own note: what is typed anywhere in it may be about the process. */
export function leadsHere({ uri }: Document, block: Task['block'] | undefined): boolean {
  const process = block?.process;
  if (process?.kind !== 'document') return process?.kind === 'heading';
  return uri.endsWith(encodeURIComponent(process.path.split(/[\\/]/).at(-1)!));
}

function hasNone({ block: { process, steps } }: Task): boolean {
  return steps.length === 0 && (process === undefined || process.kind === 'below');
}

/** The same, but that a job's numbered list is its brief, unless the job says that it is its process. */
export const ownProcessOf = (task: Task, folder: Folder): ProcessState =>
  task.block.kind === 'one-off' && !task.block.process ? { kind: 'none' } : processOf(task, folder);

/** Whether the field that names no process may be a place that was not understood, and is not to be written over in passing. */
export function mayBePlace({ block }: Task): boolean {
  const field = fieldOf(block, 'Process');
  return field !== undefined && !isPlaceholder(field.value) && /[/\\[\]<>]|\w\.\w/.test(field.value);
}

/** Whether a fix may make a process document for it: a function without one, and a job that took long to explain. */
function wantsProcess(task: Task): boolean {
  const { block } = task;
  if (block.kind === 'recurring') return hasNone(task);
  const explaining = block.process ? undefined : explainingOfJobs([task]);
  return explaining !== undefined && exceedsDoing(explaining);
}

/** What a block's own list of steps says; steps that nobody has filled in say nothing. */
function listBelow({ section, block }: Task): string[] {
  return block.steps.map((step) => stepText(section, step)).filter((text) => !isUnfilled(text));
}

export const stepsBelow = (task: Task): number => listBelow(task).length;

const fewestSteps = 3;
const fewestWords = 30;

/** Whether a process that is there says too little to work by. */
export function isStub(task: Task, state: ProcessState): boolean {
  if (state.kind === 'found') return state.passage.steps < fewestSteps && state.passage.words < fewestWords;
  if (state.kind !== 'below') return false;
  const texts = listBelow(task);
  return texts.length < fewestSteps && texts.reduce((sum, text) => sum + countWords(text), 0) < fewestWords;
}

/** The process in a document: all of it, or what stands under one heading. */
function passageOf(folder: Folder, document: Document, anchor: string | undefined): ProcessState {
  const { whole, bySlug } = folder.outline(document);
  const passage = anchor === undefined ? whole : bySlug.get(anchor.toLowerCase());
  return passage ? { kind: 'found', document, passage } : { kind: 'broken', missing: 'heading', uri: document.uri, document, anchor: anchor! };
}

/** Where the process document of a task is made when it has none; `undefined` where that is outside of the folder. */
export function newProcessUri({ document, block }: Task, folder: Folder): string | undefined {
  const name = slug(block.title).slice(0, 60).replace(/-{2,}/g, '-').replace(/^[-_]+|[-_]+$/g, '') || 'process';
  const made = inProcessFolder(document, folder, `${name}.md`);
  return folder.contains(made) ? made : undefined;
}

/** The folder in which new process documents of a note are made, be it there or not; without a slash at its end. */
export function processFolder(document: Document, folder: Folder): string {
  return inProcessFolder(document, folder, 'x').slice(0, -2);
}

function inProcessFolder(document: Document, folder: Folder, name: string): string {
  const own = document.header.processes;
  // Relative to the note that says so, as every path in a note is; so notes of one directory share their documents.
  const { path, uri } = own !== undefined ? { path: own, uri: document.uri } : (folder.roster.processes ?? { path: 'processes', uri: document.uri });
  return resolvePath(folder.uri, uri, `${path.replace(/[\\/]+$/, '')}/${name}`);
}

/**
 * The files that tasks link to, and those that a fix would make for the ones that link to none, so that a host can look whether
 * they are there: inside the folder, each once.
 */
export class LinkedFiles {
  private readonly uris = new Set<string>();
  private readonly wanting: Task[] = [];

  /** Looks at tasks of a folder, of which not all notes need to have come. */
  add(tasks: Iterable<Task>, folder: Folder): void {
    for (const task of tasks) {
      if (wantsProcess(task)) this.wanting.push(task);
      else this.put(processUri(task, folder), folder);
      this.put(archiveUri(task, folder), folder);
    }
  }

  /** Where a process document would be made may be said in any note. */
  in(folder: Folder): ReadonlySet<string> {
    for (const task of this.wanting.splice(0)) this.put(newProcessUri(task, folder), folder);
    return this.uris;
  }

  private put(uri: string | undefined, folder: Folder): void {
    if (uri !== undefined && folder.contains(uri)) this.uris.add(uri);
  }
}

/** The same of some tasks at once. */
export function linkedUris(tasks: Iterable<Task>, folder: Folder): ReadonlySet<string> {
  const files = new LinkedFiles();
  files.add(tasks, folder);
  return files.in(folder);
}

/** The process documents that the folder's tasks link to and that are there, in the order of their URIs. */
export function knownProcesses(folder: Folder): Document[] {
  const known = new Map<string, Document>();
  for (const document of folder.documents.values()) {
    for (const task of tasksOf(document)) {
      const uri = processUri(task, folder);
      const file = uri === undefined || !folder.contains(uri) ? undefined : folder.file(uri);
      if (typeof file === 'object') known.set(uri!, file);
    }
  }
  return [...known.values()].sort((a, b) => (a.uri < b.uri ? -1 : 1));
}

/** The path by which a document links to another one of its folder: `../processes/invoicing.md`. */
export function linkPath(fromUri: string, toUri: string): string {
  const from = fromUri.split('/').slice(0, -1);
  const to = toUri.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared).map(readable)].join('/');
}

/** A segment of a URI as people write it, with only what would end a Markdown link still encoded. */
function readable(segment: string): string {
  try {
    return decodeURIComponent(segment).replace(/[\s()<>#?%\\:]/g, (char) => encodeURIComponent(char).replace(/[()]/g, (paren) => (paren === '(' ? '%28' : '%29')));
  } catch {
    return segment;
  }
}

/** A link to a document: `[Invoicing](processes/invoicing.md)`. */
export function processLink(title: string, fromUri: string, toUri: string): string {
  return `[${title.replace(/[\\[\]<]/g, '\\$&')}](${linkPath(fromUri, toUri)})`;
}
