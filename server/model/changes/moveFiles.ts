/** Keeps links right when files and folders are moved: those to them, and those that stand in them. */
import type { Document } from '../../notation/document.ts';
import type { Link } from '../../notation/links.ts';
import { byFile, type Change, type FileEdit, type Move, type Refusal, toRange } from '../../text.ts';
import { targetOf } from '../links.ts';
import { isOfMachine, linkPath, resolvePath } from '../processes.ts';
import { fileName, quoted } from '../wording.ts';
import type { Folder } from '../workspace.ts';

/** The edits that keep the links of a folder's documents, in the files as they are before the move. Anchors and titles stay. */
export function linksAfter(folder: Folder, moves: readonly Move[]): FileEdit[] {
  const places: Moves = new Map(moves.map(({ from, to }) => [from, to]));
  const edits = [...folder.read()].flatMap((document) => {
    const home = moved(document.uri, places);
    return document.links.flatMap((link) => {
      const path = pathAfter(folder, document, home, link, places);
      return path === undefined ? [] : [[document.uri, { range: toRange(link.pathAt), newText: path }] as const];
    });
  });
  return byFile(edits);
}

/** The new places of files and folders by their old ones. */
type Moves = ReadonlyMap<string, string>;

/** Where a file will be: at its own new place, or below that of the innermost folder that is moved. */
function moved(uri: string, moves: Moves): string {
  for (let end = uri.length; end > 0; end = uri.lastIndexOf('/', end - 1)) {
    const to = moves.get(uri.slice(0, end));
    if (to !== undefined) return to + uri.slice(end);
  }
  return uri;
}

/** What a link has to say after the move, `undefined` where it may stay as it is. */
function pathAfter(folder: Folder, document: Document, home: string, link: Link, moves: Moves): string | undefined {
  if (link.path === '' || isOfMachine(link.path)) return undefined;
  const before = targetOf(link, document, folder);
  const after = moved(before, moves);
  const fromRoot = link.path.startsWith('/');
  if (after === before && (home === document.uri || fromRoot)) return undefined;
  // What was relative to the folder's root stays so, as long as it is in the folder.
  if (fromRoot && folder.contains(after)) return `/${linkPath(`${folder.uri}/`, after)}`;
  // In another folder even a link that still leads there may have a shorter path: the way back gives the old one again.
  if (directoryOf(home) === directoryOf(document.uri) && after === before) return undefined;
  const shortest = linkPath(home, after);
  const path = link.path.startsWith('./') && !shortest.startsWith('.') ? `./${shortest}` : shortest;
  return link.path === decoded(path) ? undefined : path;
}

const directoryOf = (uri: string): string => uri.slice(0, uri.lastIndexOf('/'));

/** Where a document would be moved to by a path that is typed into a link of a note, if it can be told. */
export function typedUri(folder: Folder, note: Document, typed: string): string {
  return resolvePath(folder.uri, note.uri, decoded(typed.trim()));
}

/** Moves a document that a note links to, by another path in that link. Whether something is there has been looked up. */
export function moveDocument(folder: Folder, uri: string, to: string): Change | Refusal {
  const name = fileName(to, folder);
  if (uri === to) return { edits: [] };
  if (!folder.contains(to)) return { refused: `${quoted(name)} lies outside of the workspace folder, where nothing is written.` };
  if (!/\.(?:md|markdown)$/i.test(to) || to.endsWith('/.md')) return { refused: `${quoted(name)} is no name of a Markdown document. End it in “.md”.` };
  if (/\.delegate\.md$/i.test(to) !== /\.delegate\.md$/i.test(uri)) return { refused: 'A name that ends in “.delegate.md” is a note’s, and no other document’s. Keep that part of the name as it is.' };
  if (typeof folder.file(uri) !== 'object') return { refused: `${quoted(fileName(uri, folder))} is not there, so it cannot be renamed. Correct the link instead.` };
  if (folder.file(to) !== 'missing') return { refused: `${quoted(name)} is there already, and nothing is overwritten. Choose another name.` };
  return { edits: linksAfter(folder, [{ from: uri, to }]), move: { from: uri, to } };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
