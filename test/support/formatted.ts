/** A note as the formatter leaves it, its edits applied as an editor applies them. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readDocument } from '../../server/notation/document.ts';
import { formatDocument, type FormatOptions } from '../../server/notation/format/format.ts';
import type { TextEdit } from '../../server/text.ts';

const uri = 'file:///note.delegate.md';

export const formatEdits = (text: string, options?: FormatOptions): TextEdit[] => formatDocument(readDocument(uri, text), options);

export function formatted(text: string, options?: FormatOptions): string {
  return TextDocument.applyEdits(TextDocument.create(uri, 'markdown', 1, text), formatEdits(text, options));
}
