/** Renaming people, tasks, headings and process documents, with all that mentions them. */
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { NoteContext } from '../context.ts';
import { moveDocument, typedUri } from '../model/changes/moveFiles.ts';
import { renameHeading } from '../model/changes/renameHeading.ts';
import { renamePerson } from '../model/changes/renamePerson.ts';
import { renameTask } from '../model/changes/renameTask.ts';
import { lineOf, linksTo, targetOf } from '../model/links.ts';
import { foldTitle } from '../model/titles.ts';
import { quoted } from '../model/wording.ts';
import { headingAt, holds, thingAt } from '../notation/at.ts';
import { type Document, type Task, tasksOf } from '../notation/document.ts';
import type { Link } from '../notation/links.ts';
import { type Change, type Position, type Range, type Refusal, type Span, span, toRange } from '../text.ts';
import { isPossible, workspaceEdit } from '../workspaceEdit.ts';

/** What is renamed, and how. */
interface Renaming {
  /** Where the old name stands, at the cursor. */
  readonly at: Span;
  readonly name: string;
  readonly change: (name: string) => Change | Refusal;
  /** The file that a new name means, which has to be looked for before. */
  readonly file?: (name: string) => string;
}

/** What would be renamed; `undefined` where nothing can be, so that editors ask others. */
export function prepareRename(context: NoteContext, position: Position): { range: Range; placeholder: string } | Refusal | undefined {
  const renaming = renamingAt(context, position);
  if (!renaming || 'refused' in renaming) return renaming;
  return { range: toRange(renaming.at), placeholder: renaming.name };
}

/** The file that must be known to be there or not before something is renamed. */
export function fileToLookFor(context: NoteContext, position: Position, name: string): string | undefined {
  const renaming = renamingAt(context, position);
  const uri = renaming && 'file' in renaming ? renaming.file(name) : undefined;
  return uri !== undefined && context.folder.contains(uri) ? uri : undefined;
}

export function rename(context: NoteContext, position: Position, name: string): WorkspaceEdit | Refusal | undefined {
  const renaming = renamingAt(context, position);
  if (!renaming || 'refused' in renaming) return renaming;
  const change = renaming.change(name);
  if ('refused' in change) return change;
  if (!isPossible(change, context)) return { refused: 'This would change files outside of the workspace folder, or in a way that this editor cannot. Nothing was changed.' };
  return workspaceEdit(change, context);
}

function renamingAt(context: NoteContext, position: Position): Renaming | Refusal | undefined {
  const { document, folder } = context;
  const thing = thingAt(document, position);
  switch (thing?.kind) {
    case 'person': {
      const { handle, at } = thing;
      return { at: span(at.line, at.end - handle.length, at.end), name: handle, change: (name) => renamePerson(folder, handle, name) };
    }
    case 'title':
      return ofTask(context, thing.task, thing.at);
    case 'sameAs':
      return ofTitle(context, thing.title, thing.at);
    case 'heading': {
      // Of other headings nothing is known here that the editor's own Markdown would not know better.
      const slug = folder.outline(document).headings.find(({ line }) => line === thing.at.line)?.slug;
      const isLinked = slug !== undefined && !linksTo(folder, document.uri, slug).next().done;
      return isLinked ? ofHeading(context, document, thing.at.line, thing.at) : undefined;
    }
    case 'link':
      return ofLink(context, thing.link, position);
    case 'code':
    case undefined:
      return undefined;
  }
}

const ofTask = ({ folder }: NoteContext, task: Task, at: Span): Renaming => ({ at, name: task.block.title, change: (name) => renameTask(folder, task, name) });

function ofTitle(context: NoteContext, title: string, at: Span): Renaming | Refusal {
  const [task, ...others] = context.folder.titles.tasks(foldTitle(title));
  if (!task) return { refused: `No task is called ${quoted(title)}, so there is nothing to rename. Write the title of the other task.` };
  if (others.length > 0) return { refused: `Several tasks are called ${quoted(title)}. Rename the one that you mean in its heading.` };
  return ofTask(context, task, at);
}

function ofHeading(context: NoteContext, document: Document, line: number, at: Span): Renaming | Refusal {
  const task = tasksOf(document).find(({ firstLine }) => firstLine === line);
  if (task) return ofTask(context, task, at);
  const name = headingAt(document, line)?.text;
  if (name === undefined) return { refused: 'This heading goes over several lines. Rename it where it stands.' };
  return { at, name, change: (typed) => renameHeading(context.folder, document, line, typed) };
}

/** In the anchor of a link it is the heading that is renamed, in its path the file. */
function ofLink(context: NoteContext, link: Link, position: Position): Renaming | Refusal | undefined {
  const { document, folder, abilities } = context;
  const uri = targetOf(link, document, folder);
  const target = folder.file(uri);
  if (!folder.contains(uri) || typeof target !== 'object') return { refused: 'This link leads to no document of the workspace folder, so there is nothing to rename.' };
  if (link.anchorAt && link.anchor !== undefined && holds(link.anchorAt, position)) {
    const line = lineOf(link, target, folder);
    return line === undefined ? { refused: `There is no heading ${quoted(`#${link.anchor}`)}. Correct the link instead.` } : ofHeading(context, target, line, link.anchorAt);
  }
  if (link.path === '' || !abilities.movingFiles) return undefined;
  const file = (typed: string): string => typedUri(folder, document, typed);
  return { at: link.pathAt, name: link.path, file, change: (typed) => moveDocument(folder, uri, file(typed)) };
}
