/** Where people are mentioned and defined, over all documents of a folder. */
import type { Document } from '../notation/document.ts';
import type { Span } from '../text.ts';
import type { Folder } from './workspace.ts';

/** A place in a document; its lines are the document's. */
export interface Place {
  readonly document: Document;
  readonly at: Span;
}

/** All places in some documents where a handle is written, be it in YAML or in the body. */
export function* mentionsOf(documents: Iterable<Document>, handle: string): Generator<Place> {
  for (const document of documents) {
    for (const at of document.people.get(handle) ?? []) yield { document, at };
  }
}

/** Whether a place is in front matter, which defines people; elsewhere they are mentioned. */
export const isDefinition = ({ document, at }: Place): boolean => at.line < document.header.frontMatter.endLine;

/**
 * Where a person is defined: in the note itself, else where the roster has them from, in each note that says something else
 * of them. One who delegates and is in no team is defined where a note says so.
 */
export function definitionsOf(folder: Folder, document: Document, handle: string): Place[] {
  const { people, conflicts, delegator } = folder.roster;
  const own = document.header.team.find((person) => person.handle === handle);
  if (own) return [{ document, at: own.at }];
  const member = people.get(handle);
  const members = conflicts.get(handle) ?? (member ? [member] : []);
  if (members.length > 0) return members.map(({ uri, at }) => ({ document: folder.documents.get(uri)!, at }));
  if (delegator?.value !== handle) return [];
  return [...mentionsOf(folder.read(), handle)].filter(isDefinition).slice(0, 1);
}
