/** How far a change reaches: which other notes may have to be judged anew. */
import { changedSections } from '../notation/document.ts';
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
  for (const uri of after.documents.differences(before.documents)) {
    linking(uri);
    const { removed, added } = changedSections(before.documents.get(uri), after.documents.get(uri));
    for (const title of [...removed, ...added].flatMap(titleOf)) {
      for (const holders of [before.titles.holders(title), after.titles.holders(title)]) if (holders.size > 1 || !holders.has(uri)) reach(holders);
    }
    // Two tasks of one title in a note, and what a comment of its header says, are matters of the whole note.
    if (removed.flatMap(titleOf).join('\n') !== added.flatMap(titleOf).join('\n')) reached.add(uri);
  }
  for (const file of after.files.differences(before.files)) linking(file);
  return reached;
}
