/** Writing a new task into the note that is named, or into one that is made for it. */
import { type Given, newNote, newTask } from '../../model/changes/newTask.ts';
import { peopleByLoad } from '../../model/load.ts';
import { foldTitle, withoutKind } from '../../model/titles.ts';
import { readDocument, tasksOf, textOf } from '../../notation/document.ts';
import type { Kind } from '../../notation/keys.ts';
import { fileName, quoted } from '../../rules/wording.ts';
import { withEdits } from '../../text.ts';
import { Refusal, type Shown } from '../action.ts';
import type { FolderPlace, Result } from './folderAction.ts';

/** Without a title, one is left to fill in. */
type Wish = Omit<Given, 'title'> & { readonly title?: string | null | undefined };

export function writeTask(kind: Kind, context: FolderPlace, { title: typed, ...wish }: Wish): Result {
  const { document, folder, today, uri, line, abilities, version } = context;
  const title = typed === null || typed === undefined ? undefined : cleanTitle(typed);
  if (title !== undefined && foldTitle(title) === 'none') throw new Refusal('No task can be called “none”: “Same as: none” says that there is no other.');
  const twin = title !== undefined && kind === 'recurring' ? folder.titles.tasks(foldTitle(title)).find(({ block }) => block.kind === kind) : undefined;
  if (twin) throw new Refusal(`There is a function called ${quoted(title!)} already, in ${fileName(twin.document.uri, folder)}. Give this one a name of its own.`);
  const known = { handles: peopleByLoad(folder, today).map(({ handle }) => handle), currency: folder.roster.currency, today };
  const given = { ...wish, title };
  const show = (at: number): Shown => ({ uri, range: { start: { line: at, character: 0 }, end: { line: at, character: 0 } } });
  if (document) {
    const task = newTask(document, line, kind, given, known);
    const after = readDocument(uri, withEdits(textOf(document), [task.edit]));
    if (tasksOf(after).length !== tasksOf(document).length + 1) throw new Refusal('A task would not be read there. Look for a code block or a comment above that is not closed, and close it first.');
    // Where there are places to fill in, the editor is at the first of them already.
    const isFilledIn = abilities.snippetEdits && version(uri) !== null;
    return { change: { edits: [{ uri, edits: [task.edit] }] }, ...(!isFilledIn && { show: show(task.line) }) };
  }
  const name = /([^/]+)\.delegate\.md$/.exec(fileName(uri, folder))?.[1];
  if (name === undefined) throw new Refusal('Say in which note: name a file that ends in “.delegate.md”. One that is not there yet is made.');
  const note = newNote(headingOf(name), kind, given, known);
  return { change: { create: { uri, text: note.text } }, show: show(note.line) };
}

/** In one line, and without the kind, which follows by itself. */
function cleanTitle(typed: string): string | undefined {
  const line = typed.replace(/\s+/g, ' ').trim().replace(/^#{1,6} /, '');
  return withoutKind(line) || undefined;
}

/** `web-shop` → `Web shop` */
function headingOf(name: string): string {
  const words = name.replace(/[-_\s]+/g, ' ').trim() || 'Tasks';
  return words.charAt(0).toUpperCase() + words.slice(1);
}
