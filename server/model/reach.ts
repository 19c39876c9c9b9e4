/** How far a change reaches: what else may have to be judged anew. */
import type { Day } from '../notation/dates.ts';
import { changedSections, changedTasks, type Document, type Section, type Task, tasksOf } from '../notation/document.ts';
import { archiveKey } from './processes.ts';
import { repeatsOf } from './repeats/repeats.ts';
import { foldTitle } from './titles.ts';
import type { Folder } from './workspace.ts';

/** By the URI of a note the sections in which something may have changed that is looked at beyond them, or all of them. */
export type Reach = ReadonlyMap<string, ReadonlySet<Section> | 'all'>;

/** How far a change reaches from one state of a folder to the next; to all notes where people, holidays or workdays changed. */
export function reachOf(before: Folder, after: Folder): Reach | 'all' {
  if (before.roster !== after.roster) return 'all';
  const reached = new Map<string, Set<Section> | 'all'>();
  const reach = (uris: Iterable<string>): void => {
    for (const uri of uris) reached.set(uri, 'all');
  };
  const reachTasks = (tasks: Iterable<Task>): void => {
    for (const { document: { uri }, section } of tasks) {
      const known = reached.get(uri);
      if (!known) reached.set(uri, new Set([section]));
      else if (known !== 'all') known.add(section);
    }
  };
  const linking = (file: string): void => {
    reach(before.links.holders(file));
    reach(after.links.holders(file));
  };
  const changed = [...after.documents.differences(before.documents)].map((uri) => {
    const [old, now] = [before.documents.get(uri), after.documents.get(uri)];
    const { removed, added } = changedSections(old, now);
    // A comment may keep a job apart that stands far below it.
    const isSilent = (sections: readonly Section[]): boolean => sections.every(({ directives }) => directives.length === 0);
    const tasks = isSilent(removed) && isSilent(added) ? changedTasks(old, now) : { removed: old ? tasksOf(old) : [], added: now ? tasksOf(now) : [] };
    return { uri, old, now, removed, added, tasks };
  });
  // The one index of repeats goes from folder to folder: all that is asked of the old one is asked first.
  for (const { tasks } of changed) reachTasks(toldTogether(tasks.removed, before));
  for (const { tasks } of changed) reachTasks(toldTogether(tasks.added, after));
  for (const { uri, old, now, removed, added } of changed) {
    linking(uri);
    for (const sections of [removed, added]) {
      for (const { block } of sections) {
        if (!block) continue;
        const title = foldTitle(block.title);
        for (const { titles } of [before, after]) if (titles.isShared(title)) reachTasks(titles.tasks(title));
      }
    }
    // Two functions with one archive are a matter of both, be it in one note.
    for (const key of [...archivesOf(removed, old, before), ...archivesOf(added, now, after)]) {
      for (const { links } of [before, after]) if (links.holders(key).length > 1) reach(links.holders(key));
    }
  }
  for (const file of after.files.differences(before.files)) linking(file);
  return reached;
}

function archivesOf(sections: readonly Section[], document: Document | undefined, folder: Folder): string[] {
  return document ? sections.flatMap(({ block }) => (block && archiveKey({ block, document }, folder)) ?? []) : [];
}

/** The jobs that are the same as one of some tasks, or are said to be. */
function* toldTogether(tasks: readonly Task[], folder: Folder): Generator<Task> {
  if (tasks.length === 0) return;
  const { repeats } = folder;
  for (const task of tasks) {
    const told = repeatsOf(task, folder);
    if (told) yield* told.all;
    if (told?.recurring) yield told.recurring;
    const entry = repeats.entryOf(task);
    if (entry && repeats.sameAs.has(entry)) for (const other of repeats.sameAs.of(entry)) yield other.task;
  }
}

/**
 * The notes at which is said what all notes of a folder come to, who has too much to do and who alone can do it, where that has
 * changed. A task that is named there and has moved is followed by whoever follows what findings point to.
 */
export function reachedHomes(before: Folder, after: Folder, today: Day): ReadonlySet<string> {
  const homes = new Set<string>();
  const [old, now] = [before.workloads(today), after.workloads(today)];
  for (const { keeper } of [old, now]) if (keeper && !keeper.member) homes.add(keeper.firstAlone(1)[0]!.document.uri);
  if (old.sums.state === now.sums.state) return homes;
  for (const { roster } of [before, after]) for (const { uri } of roster.people.values()) homes.add(uri);
  return homes;
}
