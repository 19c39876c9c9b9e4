/** `delegate-notes check --fix`: makes the safe fixes and writes the notes, before what is left is told. */
import { fileURLToPath } from 'node:url';
import type { Folder } from '../model/workspace.ts';
import { type Document, textOf } from '../notation/document.ts';
import { printable } from '../reports/text.ts';
import { fixAll } from '../rules/fixAll.ts';
import type { Finding } from '../rules/run.ts';
import type { Input, ReadFolder } from './folders.ts';
import { writeNote } from './writeNote.ts';

/** The folder with its wanted notes fixed; `tell` is given a line for each fix. What cannot be written stays as it was. */
export function fixNotes(read: ReadFolder, findingsOf: (document: Document, folder: Folder) => readonly Finding[], input: Input, tell: (line: string) => void): ReadFolder {
  let { folder } = read;
  const wanted = read.wanted.map((note) => {
    const after = fixAll(note.document, folder, findingsOf);
    if (after.fixed.length === 0) return note;
    const file = fileURLToPath(note.document.uri);
    const problem = writeNote(file, fileURLToPath(folder.uri), textOf(note.document), textOf(after.document));
    if (problem !== undefined) {
      input.complain(file, problem);
      return note;
    }
    for (const { code, title } of after.fixed) tell(printable(`${note.path}: fixed ${code}: ${title}`));
    folder = after.folder;
    return { ...note, document: after.document };
  });
  return { ...read, folder, wanted };
}
