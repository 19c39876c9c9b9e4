/** Making the process document of a task that has none. */
import type { Task } from '../../notation/document.ts';
import { setField } from '../../notation/write.ts';
import type { Change, FileEdit } from '../../text.ts';
import { draftFor, template } from '../processText.ts';
import { linkPath, newProcessUri, processLink } from '../processes.ts';
import type { Folder } from '../workspace.ts';

export interface NewProcess {
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
  if (typeof file === 'object') return { path, link: { edits } };
  const draft = draftFor(task);
  return { path, fromTemplate: { create: { uri, text: template(task, task.block.title) }, edits }, draft: draft === undefined ? undefined : { create: { uri, text: draft }, edits } };
}

export const linkProcess = (task: Task, title: string, uri: string): FileEdit => ({
  uri: task.document.uri,
  edits: [setField(task, 'Process', processLink(title || 'Process', task.document.uri, uri))],
});
