/** All places that mean the same: mentions of a person, references to a task, links to a process. */
import type { Location } from 'vscode-languageserver-types';
import type { NoteContext } from '../context.ts';
import { referencesOf } from '../model/references.ts';
import { thingAt } from '../notation/at.ts';
import { type Position, toRange } from '../text.ts';

export function references({ document, folder, spelled }: NoteContext, position: Position, withDeclaration: boolean): Location[] | undefined {
  const thing = thingAt(document, position);
  if (!thing) return undefined;
  const found: Location[] = [];
  for (const { document: { uri }, at, isDeclaration } of referencesOf(thing, document, folder)) {
    if (withDeclaration || !isDeclaration) found.push({ uri: spelled(uri), range: toRange(at) });
  }
  return found;
}
