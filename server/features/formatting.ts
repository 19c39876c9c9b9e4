/** Formatting: a note, or what of it lies in a range, in canonical form. */
import type { TextEdit } from 'vscode-languageserver-types';
import type { NoteContext } from '../context.ts';
import { formatDocument } from '../notation/format/format.ts';
import type { Range } from '../text.ts';

export function formatting({ document, folder }: NoteContext, range?: Range): TextEdit[] {
  return formatDocument(document, { currency: folder.roster.currency, ...(range && { range }) });
}
