/** How far a change reaches: which other notes may have to be judged anew. */
import type { Day } from '../notation/dates.ts';
import { changedSections, type Document, type Section, tasksIn } from '../notation/document.ts';
import { archiveKey } from './processes.ts';
import { repeatsOf } from './repeats/repeats.ts';
import { titleOf } from './titles.ts';
import type { Folder } from './workspace.ts';

/**
 * The notes in which something that is looked at beyond the note itself may have changed from one state of a folder to the
 * next; all where people, holidays or workdays have.
 */
export function reachOf(before: Folder, after: Folder): ReadonlySet<string> | 'all' {
  if (before.roster !== after.roster) return 'all';
  const reached = new Set<string>();
  const reach = (uris: Iterable<string>): void => {
    for (const uri of uris) reached.add(uri);
  };
  const linking = (file: string): void => {
    reach(before.links.holders(file));
    reach(after.links.holders(file));
  };
  const changed = [...after.documents.differences(before.documents)].map((uri) => {
    const [old, now] = [before.documents.get(uri), after.documents.get(uri)];
    return { uri, old, now, ...changedSections(old, now) };
  });
  // The one index of repeats goes from folder to folder: all that is asked of the old one is asked first.
  for (const { old, removed } of changed) reach(toldTogether(old, removed, before));
  for (const { now, added } of changed) reach(toldTogether(now, added, after));
  for (const { uri, old, now, removed, added } of changed) {
    linking(uri);
    for (const title of [...removed, ...added].flatMap(titleOf)) {
      for (const titles of [before.titles, after.titles]) if (titles.isShared(title)) reach(titles.holders(title));
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

/** The notes of the jobs that are the same as one of some sections', or are said to be. */
function* toldTogether(document: Document | undefined, sections: readonly Section[], folder: Folder): Generator<string> {
  if (!document || !sections.some(({ block }) => block)) return;
  const { repeats } = folder;
  for (const task of tasksIn(document, sections)) {
    for (const job of repeatsOf(task, folder)?.all ?? []) yield job.document.uri;
    const entry = repeats.entryOf(task);
    if (entry) for (const other of repeats.sameAs.of(entry)) yield other.task.document.uri;
  }
}

/**
 * The notes at which is said what all notes of a folder come to, who has too much to do and who alone can do it, where that has
 * changed. A task that is named there and has moved is followed by whoever follows what findings point to.
 */
export function reachedHomes(before: Folder, after: Folder, today: Day): ReadonlySet<string> {
  const homes = new Set<string>();
  const [old, now] = [before.workloads(today), after.workloads(today)];
  for (const { keeper } of [old, now]) if (keeper && !keeper.member) homes.add(keeper.alone[0]!.document.uri);
  if (old.sums.state === now.sums.state) return homes;
  for (const { roster } of [before, after]) for (const { uri } of roster.people.values()) homes.add(uri);
  return homes;
}
