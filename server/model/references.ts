/** All that means the same as the thing at a position: mentions of a person, references to a task, links to a heading. */
import { headingAt, type Thing } from '../notation/at.ts';
import { fieldOf } from '../notation/blocks.ts';
import { type Document, sectionAt, type Task } from '../notation/document.ts';
import { type Span, span } from '../text.ts';
import { lineOf, linksTo, targetOf } from './links.ts';
import type { Place } from './mentions.ts';
import { foldTitle, titledAs } from './titles.ts';
import type { Folder } from './workspace.ts';

export interface Reference extends Place {
  /** It is what the others refer to. */
  readonly isDeclaration: boolean;
}

/** `within` are the documents that are looked through. */
export function* referencesOf(thing: Thing, document: Document, folder: Folder, within: readonly Document[] = [...folder.read()]): Generator<Reference> {
  switch (thing.kind) {
    case 'person':
      for (const each of within) {
        const definedAbove = each.header.frontMatter.endLine;
        for (const at of each.people.get(thing.handle) ?? []) yield { document: each, at, isDeclaration: at.line < definedAbove };
      }
      break;
    case 'title':
      yield* toTasks(thing.task.block.title, [thing.task], folder, within);
      break;
    case 'sameAs':
      yield* toTasks(thing.title, folder.titles.tasks(foldTitle(thing.title)), folder, within);
      break;
    case 'heading':
      yield* toHeading(document, thing.at.line, folder, within);
      break;
    case 'link':
      yield* likeLink(thing, document, folder, within);
      break;
    case 'code':
      break;
  }
}

function* toTasks(title: string, tasks: readonly Task[], folder: Folder, within: readonly Document[]): Generator<Reference> {
  for (const { document, firstLine } of tasks) yield* toHeading(document, firstLine, folder, within);
  for (const { document, block, firstLine } of titledAs(within, title)) {
    const { line, start, end } = fieldOf(block, 'Same as')!.valueAt;
    yield { document, at: span(line + firstLine, start, end), isDeclaration: false };
  }
}

/** A heading and the links to it. */
function* toHeading(document: Document, line: number, folder: Folder, within: readonly Document[]): Generator<Reference> {
  const declared = declaredAt(document, line);
  if (declared && within.includes(document)) yield { document, at: declared, isDeclaration: true };
  const slug = folder.outline(document).headings.find((heading) => heading.line === line)?.slug;
  if (slug !== undefined) for (const { document: from, link } of linksTo(folder, document.uri, slug, within)) yield { document: from, at: link.at, isDeclaration: false };
}

/** Links to the same heading, or where a link gives none, to the same file. */
function* likeLink({ link }: Extract<Thing, { kind: 'link' }>, document: Document, folder: Folder, within: readonly Document[]): Generator<Reference> {
  const uri = targetOf(link, document, folder);
  const target = folder.file(uri);
  const line = link.anchor !== undefined && typeof target === 'object' ? lineOf(link, target, folder) : undefined;
  if (line !== undefined) return yield* toHeading(target as Document, line, folder, within);
  for (const { document: from, link: other } of linksTo(folder, uri, link.anchor?.toLowerCase(), within)) yield { document: from, at: other.at, isDeclaration: false };
}

/** Where a heading says what it is called: a task without its kind. */
export function declaredAt(document: Document, line: number): Span | undefined {
  const index = sectionAt(document, line);
  const block = document.firstLines[index] === line ? document.sections[index]!.block : undefined;
  if (!block) return headingAt(document, line)?.at;
  const { start, end } = block.titleAt;
  return span(line, start, end);
}
