/** The other places of a note that mean the same as what the cursor is at. */
import type { DocumentHighlight } from 'vscode-languageserver-types';
import type { NoteContext } from '../context.ts';
import { referencesOf } from '../model/references.ts';
import { thingAt } from '../notation/at.ts';
import { type Position, toRange } from '../text.ts';

/** LSP's Read and Write. */
const kinds = { mention: 2, declaration: 3 } as const;

/** `undefined` where there is nothing, so that editors go on to highlight what they like. */
export function documentHighlights({ document, folder }: NoteContext, position: Position): DocumentHighlight[] | undefined {
  const thing = thingAt(document, position);
  if (!thing) return undefined;
  const highlights = [...referencesOf(thing, document, folder, [document])].map(({ at, isDeclaration }): DocumentHighlight => ({
    range: toRange(at), kind: isDeclaration ? kinds.declaration : kinds.mention,
  }));
  return highlights.length > 0 ? highlights : undefined;
}
