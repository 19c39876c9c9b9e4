/** Where a task's process is, and what it is like: found, a stub, last reviewed when. */
import type { Day } from '../notation/dates.ts';
import type { Document, Task } from '../notation/document.ts';
import { leafLines } from '../notation/markdown.ts';
import { Slugger } from '../notation/slugs.ts';
import type { Folder } from './workspace.ts';

export type ProcessState =
  | { readonly kind: 'none' }
  /** The numbered list of the block itself. */
  | { readonly kind: 'below'; readonly steps: number }
  | {
      readonly kind: 'found';
      readonly document: Document;
      readonly title: string;
      /** The line of its heading in the document; 0 without one. */
      readonly line: number;
      readonly steps: number;
      readonly words: number;
    }
  | { readonly kind: 'broken'; readonly missing: 'file' | 'heading' | 'directory'; readonly uri: string }
  /** The link leaves the workspace folder; it is not followed. */
  | { readonly kind: 'outside'; readonly uri: string }
  /** A page elsewhere, a file that is no Markdown, or one that nobody has looked at yet: taken at its word. */
  | { readonly kind: 'unknown' };

export interface Heading {
  readonly text: string;
  readonly slug: string;
  readonly level: number;
  /** In the document. */
  readonly line: number;
}

/** The headings of a document that have an anchor, in its order. Headings inside quotes and lists have one too. */
export function headingsOf(document: Document): Heading[] {
  const slugger = new Slugger();
  const headings: Heading[] = [];
  document.sections.forEach((section, i) => {
    for (const node of section.nodes) {
      if (node.kind !== 'heading') continue;
      const text = leafLines(section, node).join(' ');
      headings.push({ text, slug: slugger.next(text), level: node.level, line: document.firstLines[i]! + node.line });
    }
  });
  return headings;
}

/** The URI that a path in a note means: relative to the note, or from the folder's root with a slash in front. */
export function resolvePath(folderUri: string, documentUri: string, path: string): string {
  const encoded = path.split(/[\\/]/).map(encodeURIComponent).join('/');
  try {
    return path.startsWith('/') ? `${folderUri}${new URL(encoded, 'file:///').pathname}` : new URL(encoded, documentUri).href;
  } catch {
    return `${folderUri}/${encoded}`;
  }
}

/** The file that a task's process link names, whether it is there or not; `undefined` when it links to no file. */
export function processUri(task: Task, folder: Folder): string | undefined {
  const { process } = task.block;
  return process?.kind === 'document' ? resolvePath(folder.uri, task.document.uri, process.path) : undefined;
}

export function processOf(task: Task, folder: Folder): ProcessState {
  const { process, steps } = task.block;
  if (process === undefined) return steps.length > 0 ? { kind: 'below', steps: steps.length } : { kind: 'none' };
  if (process.kind === 'url') return { kind: 'unknown' };
  if (process.kind === 'below') return steps.length > 0 ? { kind: 'below', steps: steps.length } : { kind: 'none' };
  if (process.kind === 'heading') return under(task.document, process.anchor);
  const uri = processUri(task, folder)!;
  if (!folder.contains(uri)) return { kind: 'outside', uri };
  const file = folder.file(uri);
  if (file === undefined || file === 'other') return { kind: 'unknown' };
  if (file === 'missing') return { kind: 'broken', missing: 'file', uri };
  if (file === 'directory') return { kind: 'broken', missing: 'directory', uri };
  return under(file, process.anchor);
}

/** The process in a document: all of it, or what stands under one heading. */
function under(document: Document, anchor: string | undefined): ProcessState {
  const headings = headingsOf(document);
  if (anchor === undefined) {
    return { kind: 'found', document, title: headings[0]?.text ?? '', line: headings[0]?.line ?? 0, ...measure(document, 0, Infinity) };
  }
  const heading = headings.find(({ slug }) => slug === anchor.toLowerCase());
  if (!heading) return { kind: 'broken', missing: 'heading', uri: document.uri };
  const next = headings.find(({ line, level }) => line > heading.line && level <= heading.level);
  return { kind: 'found', document, title: heading.text, line: heading.line, ...measure(document, heading.line, next?.line ?? Infinity) };
}

/** Between two lines of a document: list items outside of other items are steps; words are those of prose and steps. */
function measure(document: Document, from: number, until: number): { steps: number; words: number } {
  let steps = 0;
  let words = 0;
  document.sections.forEach((section, i) => {
    const firstLine = document.firstLines[i]!;
    for (const node of section.nodes) {
      const line = firstLine + node.line;
      if (line < from || line >= until) continue;
      if (node.kind === 'item' && !node.parent) steps++;
      else if (node.kind === 'paragraph' || node.kind === 'table') words += leafLines(section, node).join(' ').split(/\s+/).filter(Boolean).length;
    }
  });
  return { steps, words };
}

/** The day on which a process was last reviewed: the field, the document's `reviewed:`, or an entry, whichever is latest. */
export function lastReview(task: Task, state: ProcessState): Day | undefined {
  const days = [task.block.reviewed?.value];
  if (state.kind === 'found') days.push(state.document.header.reviewed?.value);
  if (task.block.kind === 'recurring') {
    for (const entry of task.block.entries) if (entry.verb === 'reviewed') days.push(entry.date);
  }
  const known = days.filter((day) => day !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}

/** The files that a document's tasks link to, so that a host can look for them: inside the folder, each once. */
export function linkedUris(tasks: Iterable<Task>, folder: Folder): Set<string> {
  const uris = new Set<string>();
  for (const task of tasks) {
    const uri = processUri(task, folder);
    if (uri !== undefined && folder.contains(uri)) uris.add(uri);
  }
  return uris;
}

