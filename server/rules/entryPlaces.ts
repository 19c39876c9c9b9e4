/** Where rules point at what entries say: those of an archive stand in another file, where nothing is found and nothing mended. */
import type { Task } from '../notation/document.ts';
import type { Entry } from '../notation/entries.ts';
import { placeOf } from '../model/archives.ts';
import type { Folder } from '../model/workspace.ts';
import { type Span, toRange } from '../text.ts';
import type { Related } from './rule.ts';

/** Whether an entry of a task's history stands in its own block. */
export const isOwn = (entry: Entry, task: Task, folder: Folder): boolean => placeOf(entry, task, folder) === task;

/** A span of an entry, or the link to the archive that it is in. */
export const atEntry = (at: Span, entry: Entry, task: Task, folder: Folder): Span => (isOwn(entry, task, folder) ? at : task.block.archive!.at);

export function relatedAt(at: Span, entry: Entry, task: Task, folder: Folder, message: string): Related {
  const { document, firstLine } = placeOf(entry, task, folder);
  return { uri: document.uri, range: toRange(at, firstLine), message };
}
