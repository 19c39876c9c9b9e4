/** Where a person is defined, a process is described, a task stands that another one is the same as. */
import type { Location, LocationLink } from 'vscode-languageserver-types';
import type { NoteContext } from '../context.ts';
import { lineOf, targetOf } from '../model/links.ts';
import { definitionsOf } from '../model/mentions.ts';
import { declaredAt } from '../model/references.ts';
import { foldTitle } from '../model/titles.ts';
import { thingAt } from '../notation/at.ts';
import { type Document, lineOfDocument } from '../notation/document.ts';
import type { Link } from '../notation/links.ts';
import { type Position, type Range, type Span, span, toRange } from '../text.ts';

/** `shown` is the line of a heading, as Markdown's own definitions have it, so that editors show the two as one. */
interface Target {
  readonly uri: string;
  readonly shown: Range;
  readonly selected: Range;
}

export function definition(context: NoteContext, position: Position): Location[] | LocationLink[] | undefined {
  const { abilities, spelled, document } = context;
  const thing = thingAt(document, position);
  const targets = thing?.kind === 'person' ? peopleNamed(context, thing.handle)
    : thing?.kind === 'link' ? linked(context, thing.link)
    : thing?.kind === 'sameAs' ? titled(context, thing.title)
    : [];
  if (!thing || targets.length === 0) return undefined;
  if (!abilities.definitionLinks) return targets.map(({ uri, selected }) => ({ uri: spelled(uri), range: selected }));
  const originSelectionRange = toRange(thing.at);
  return targets.map(({ uri, shown, selected }) => ({ originSelectionRange, targetUri: spelled(uri), targetRange: shown, targetSelectionRange: selected }));
}

function peopleNamed({ folder, document }: NoteContext, handle: string): Target[] {
  return definitionsOf(folder, document, handle).map((place) => ({ uri: place.document.uri, shown: toRange(place.at), selected: toRange(place.at) }));
}

function linked({ folder, document }: NoteContext, link: Link): Target[] {
  const uri = targetOf(link, document, folder);
  const file = uri === document.uri ? document : folder.contains(uri) ? folder.file(uri) : 'missing';
  if (file === 'missing' || file === 'directory') return [];
  const start = toRange(span(0, 0, 0));
  // What nobody has read is taken at its word; the editor finds out.
  if (file === 'other' || file === undefined) return [{ uri, shown: start, selected: start }];
  const line = lineOf(link, file, folder);
  return line === undefined ? [] : [toLine(file, line)];
}

function titled({ folder }: NoteContext, title: string): Target[] {
  return folder.titles.tasks(foldTitle(title)).map(({ document, firstLine }) => toLine(document, firstLine));
}

/** A heading's line; the start of the line where it is no heading's. */
function toLine(document: Document, line: number): Target {
  const at: Span = declaredAt(document, line) ?? span(line, 0, 0);
  return { uri: document.uri, shown: toRange(span(line, 0, lineOfDocument(document, line).length)), selected: toRange(at) };
}
