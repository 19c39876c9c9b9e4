/**
 * Where the older entries of a function are when they no longer stand in its block: `- Archive: [Older entries](a.archive.md#b)`
 * links a heading with a kind, in a file that is no note, and what stands under that is read as any block is. All that is
 * asked of a function's history is asked of both together, those of the block first, as they are the newer ones.
 */
import type { Block } from '../notation/blocks.ts';
import { type Document, sectionAt, type Task, taskOf } from '../notation/document.ts';
import type { Entry } from '../notation/entries.ts';
import { archiveUri } from './processes.ts';
import type { Folder, LinkedFile } from './workspace.ts';

type Linking = Pick<Task, 'block' | 'document'>;

export type ArchiveState =
  | { readonly kind: 'none' }
  /** Nobody has looked for the file yet. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'found'; readonly archive: ArchivePlace }
  /** The link leaves the workspace folder; it is not followed. */
  | { readonly kind: 'outside' }
  /** The file is a note, whose entries count for its own tasks. */
  | { readonly kind: 'note' }
  | { readonly kind: 'file'; readonly is: Exclude<LinkedFile, Document> }
  /** The file has no such heading, or one that is no function's. */
  | { readonly kind: 'heading'; readonly document: Document };

/** A block in an archive; a task in all but that nobody does it. */
export type ArchivePlace = Task;

export function archiveOf(task: Linking, folder: Folder): ArchiveState {
  const { archive } = task.block;
  if (!archive) return { kind: 'none' };
  const uri = archiveUri(task, folder)!;
  if (!folder.contains(uri)) return { kind: 'outside' };
  if (uri.endsWith('.delegate.md')) return { kind: 'note' };
  const document = folder.file(uri);
  if (document === undefined) return { kind: 'unknown' };
  if (typeof document !== 'object') return { kind: 'file', is: document };
  const line = folder.outline(document).bySlug.get(archive.anchor?.toLowerCase() ?? '')?.line;
  const place = line === undefined ? undefined : placeAt(document, line);
  return place ? { kind: 'found', archive: place } : { kind: 'heading', document };
}

/** The function whose heading stands in a line of an archive. */
export function placeAt(document: Document, line: number): ArchivePlace | undefined {
  const place = taskOf(document, sectionAt(document, line));
  return place?.firstLine === line && place.block.kind === 'recurring' ? place : undefined;
}

interface Joined {
  readonly archive: Block;
  readonly entries: readonly Entry[];
  readonly archived: ReadonlySet<Entry>;
}

/** Joined histories by the block that they begin in: made once for each version of it and of its archive. */
export class Archives {
  private readonly known = new WeakMap<Block, Joined>();

  of(task: Linking, folder: Folder): Joined | undefined {
    const { block } = task;
    const state = archiveOf(task, folder);
    if (state.kind !== 'found') return undefined;
    const { block: archive } = state.archive;
    const known = this.known.get(block);
    if (known?.archive === archive) return known;
    const joined = { archive, entries: [...block.entries, ...archive.entries], archived: new Set(archive.entries) };
    this.known.set(block, joined);
    return joined;
  }
}

/** All entries of a task: those of its block, and then those of its archive, whose places are in another file. */
export function entriesOf(task: Linking, folder: Folder): readonly Entry[] {
  const { block } = task;
  return (block.archive && folder.archives.of(task, folder)?.entries) ?? block.entries;
}

/** What the history of a function is told by. */
export function accountOf(task: Linking, folder: Folder): Pick<Block, 'cadence' | 'starts' | 'ends' | 'paused' | 'missed' | 'entries'> {
  const { cadence, starts, ends, paused, missed } = task.block;
  return { cadence, starts, ends, paused, missed, entries: entriesOf(task, folder) };
}

/** Where an entry of a task's history stands: in the task itself, or in its archive. */
export function placeOf(entry: Entry, task: Task, folder: Folder): Task {
  if (!task.block.archive || !folder.archives.of(task, folder)?.archived.has(entry)) return task;
  const state = archiveOf(task, folder);
  return state.kind === 'found' ? state.archive : task;
}
