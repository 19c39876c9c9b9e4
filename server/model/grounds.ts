/** What the findings of a note rest on beyond its own text: as long as all of that is as it was, so are they. */
import type { Day } from '../notation/dates.ts';
import { type Document, type Task, tasksOf } from '../notation/document.ts';
import { archiveKey, linkedUris } from './processes.ts';
import { isKeptApart, repeatsOf } from './repeats/repeats.ts';
import { foldTitle } from './titles.ts';
import type { Folder } from './workspace.ts';

/** Besides these, all notes of a folder rest on its people, holidays and workdays, on the day and on the settings. */
export interface Grounds {
  /** The files whose text, or absence, it rests on; `all` where these are so many that it is simpler to say so. */
  readonly uris: readonly string[] | 'all';
  /** What else was asked of the folder, and the answers. */
  readonly answers: string;
}

/** Neighbours that are named one by one. */
const most = 40;

/** Asks for the grounds of the notes of a folder; without a day, rules that depend on it do not run. */
export function groundsIn(folder: Folder, today: Day | undefined): (document: Document) => Grounds {
  const homes: ReadonlySet<string> = today === undefined ? new Set() : homesOf(folder, today);
  return (document) => {
    const uris = new Set<string>();
    const answers: string[] = [];
    for (const task of tasksOf(document)) {
      for (const uri of linkedUris([task], folder)) uris.add(uri);
      for (const uri of folder.titles.holders(foldTitle(task.block.title))) uris.add(uri);
      const archive = archiveKey(task, folder);
      if (archive !== undefined) for (const uri of folder.links.holders(archive)) uris.add(uri);
      if (task.block.kind === 'one-off') answers.push(...toldTogether(task, folder, uris));
      if (uris.size > most) break;
    }
    uris.delete(document.uri);
    return homes.has(document.uri) || uris.size > most ? { uris: 'all', answers: '' } : { uris: [...uris].sort(), answers: answers.join('\n') };
  };
}

/** The notes at which is said what all notes of a folder come to: who has too much to do, who alone can do it. */
function homesOf(folder: Folder, today: Day): ReadonlySet<string> {
  const homes = new Set<string>();
  for (const { uri } of folder.roster.people.values()) homes.add(uri);
  const { keeper } = folder.workloads(today);
  if (keeper && !keeper.member) homes.add(keeper.alone[0]!.document.uri);
  return homes;
}

/** Which jobs are the same as one, by where they stand. */
function* toldTogether(task: Task, folder: Folder, uris: Set<string>): Generator<string> {
  const { repeats } = folder;
  const entry = repeats.entryOf(task);
  if (entry) for (const other of repeats.sameAs.of(entry)) uris.add(other.task.document.uri);
  if (isKeptApart(task, folder)) yield `${task.firstLine} apart`;
  const told = repeatsOf(task, folder);
  if (!told) return;
  const jobs = [...told.all, ...(told.recurring ? [told.recurring] : [])];
  for (const job of jobs) {
    uris.add(job.document.uri);
    // What was explained of the others may stand in their archives.
    for (const uri of linkedUris([job], folder)) uris.add(uri);
    if (uris.size > most) return;
  }
  yield `${task.firstLine} told ${jobs.map(({ document: { uri }, firstLine }) => `${uri} ${firstLine}`).sort().join(', ')}`;
}
