import { type Document, textOf } from '../../notation/document.ts';
import { fixAll as fixNote, type FixedFinding, safeFixes } from '../../rules/fixAll.ts';
import { counted } from '../../rules/wording.ts';
import type { FileEdit, TextEdit } from '../../text.ts';
import { folderAction } from './folderAction.ts';

/** Of the note that is named; of all notes of the folder, where none is. */
export const fixAll = folderAction({
  title: 'Fix All Auto-fixable Problems',
  options: {},
  result({ document, folder: before, check }) {
    const notes = document ? [document] : before.notes();
    const edits: FileEdit[] = [];
    const fixed: FixedFinding[] = [];
    let folder = before;
    for (const note of notes) {
      const after = fixNote(note, folder, check);
      if (after.fixed.length === 0) continue;
      const first = safeFixes(note, check(note, folder));
      // One round is enough as a rule, and leaves the cursor where it is.
      edits.push({ uri: note.uri, edits: first.fixed.length === after.fixed.length ? first.edits : [difference(note, after.document)] });
      fixed.push(...after.fixed);
      folder = after.folder;
    }
    if (fixed.length === 0) return { told: 'There is nothing that can be fixed without asking. Press Ctrl+. at a problem to see what can be done about it.' };
    return { change: { edits }, told: `Fixed ${counted(fixed.length, 'problem')} in ${counted(edits.length, 'note')}.` };
  },
});

/** The lines in which two texts differ, as one edit. */
function difference(before: Document, after: Document): TextEdit {
  const [old, now] = [before, after].map((document) => textOf(document).split(/(?<=\n|\r(?!\n))/)) as [string[], string[]];
  let start = 0;
  while (start < old.length && old[start] === now[start]) start++;
  let end = 0;
  while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  const last = old.length - end;
  // A text without a line break at its end has its last line to itself.
  const to = last === old.length && !/[\r\n]$/.test(old.at(-1)!) ? { line: last - 1, character: old.at(-1)!.length } : { line: last, character: 0 };
  return { range: { start: { line: start, character: 0 }, end: to }, newText: now.slice(start, now.length - end).join('') };
}
