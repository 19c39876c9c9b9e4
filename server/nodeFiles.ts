/** Notes on a disk, through Node: finding them and reading them, for the server and for the command line. */
import { isUtf8 } from 'node:buffer';
import { type Dirent, readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type FileText, fileLimit, skippedFolders, tooLarge } from './host.ts';
import type { LinkedFile } from './model/workspace.ts';
import { readDocument } from './notation/document.ts';
import type { Shelf } from './notation/shelf.ts';
import { isMarkdown } from './uris.ts';

export interface FoundPath {
  readonly path: string;
  /** Why the file, or the folder on the way to notes, cannot be read; it fits into brackets. */
  readonly problem?: string;
}

const noteEnding = '.delegate.md';

/**
 * Finds the notes below a folder, in the order of their names. Links to folders are not followed: what they lead to inside
 * the folder is found where it is, and what they lead to outside of it is not the folder's. So no link can go in circles.
 */
export function* findNotes(root: string): Generator<FoundPath> {
  const real = realPath(root) ?? root;
  const folders = [root];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    let entries: Dirent[];
    try {
      entries = readdirSync(folder, { withFileTypes: true });
    } catch (error) {
      yield { path: folder, problem: `a folder that cannot be read: ${reasonOf(error)}` };
      continue;
    }
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    const inner: string[] = [];
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!skippedFolders.has(entry.name)) inner.push(path);
      } else if (entry.isSymbolicLink()) {
        yield* followed(path, real);
      } else if (entry.isFile() && entry.name.endsWith(noteEnding)) {
        yield { path };
      }
    }
    folders.push(...inner.reverse());
  }
}

/** What a link adds: a note under another name, or something to tell. */
function* followed(path: string, root: string): Generator<FoundPath> {
  const target = realPath(path);
  const isNamedLikeNote = path.endsWith(noteEnding);
  if (target === undefined) {
    if (isNamedLikeNote) yield { path, problem: 'a link to a file that is not there' };
  } else if (statSync(target, { throwIfNoEntry: false })?.isDirectory()) {
    const folder = realPath(dirname(path)) ?? '';
    if (isWithin(folder, target)) yield { path, problem: 'a link that leads back to a folder above it' };
  } else if (isNamedLikeNote) {
    if (!isWithin(target, root)) yield { path, problem: leadsOut };
    else if (!target.endsWith(noteEnding)) yield { path };
  }
}

const leadsOut = 'a link that leads out of the folder';

/** Reads a note, or says in words that fit into brackets why it cannot be read. */
export function readNote(path: string): { readonly text: string; readonly stamp?: string | undefined } | { readonly problem: string } {
  const file = readText(path);
  if (file === 'missing') return { problem: 'no such file' };
  if (file === 'directory') return { problem: 'a folder' };
  if (file === 'other') return { problem: 'not a file' };
  return 'text' in file ? file : { problem: file.unreadable };
}

/** Reads a document that a note of the folder links to. */
export function readLinked(uri: string, folderUri?: string, shelf?: Shelf): LinkedFile {
  try {
    const file = readText(fileURLToPath(uri), folderUri === undefined ? undefined : fileURLToPath(folderUri));
    if (typeof file === 'string') return file;
    return 'text' in file && isMarkdown(uri) ? readDocument(uri, file.text, undefined, shelf) : 'other';
  } catch {
    // Not every URI is a path: `a%2Fb.md` is none.
    return 'other';
  }
}

/** The text of a file; one that is not `within` a folder, once links are followed, is left alone. */
export function readText(path: string, within?: string): FileText {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) return 'missing';
    if (within !== undefined && !isWithin(realPath(path) ?? '', realPath(within) ?? within)) return { unreadable: leadsOut };
    if (stat.isDirectory()) return 'directory';
    // A pipe or a device would keep us waiting for ever.
    if (!stat.isFile()) return 'other';
    if (stat.size > fileLimit) return { unreadable: tooLarge };
    const file = decode(readFileSync(path));
    // The state before it was read: what is written meanwhile is another one.
    return typeof file === 'object' && 'text' in file ? { ...file, stamp: stampIn(stat) } : file;
  } catch (error) {
    return isMissing(error) ? 'missing' : { unreadable: reasonOf(error) };
  }
}

/** The finest clock of a disk in use ticks every two seconds. */
const tick = 2000;

/** Of a path. Nobody can set the time of a change to the inode, as `touch` sets the other. */
function stampOf(path: string): string | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 'missing';
  return stat.isDirectory() ? 'directory' : stampIn(stat);
}

/** `Storage.stamp`, where the file is on a disk. */
export function stampOfUri(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? stampOf(fileURLToPath(uri)) : undefined;
  } catch {
    // Not every URI is a path, and not every path can be looked at.
    return undefined;
  }
}

function stampIn({ mtimeMs, ctimeMs, size, ino }: Stats): string | undefined {
  return Date.now() - Math.max(mtimeMs, ctimeMs) > tick ? `${mtimeMs} ${ctimeMs} ${size} ${ino}` : undefined;
}

/** The Markdown files right in a folder, at most so many; none where that lies outside of `within`. */
export function markdownIn(folder: string, within: string, most = 300): string[] {
  try {
    if (!isWithin(realpathSync.native(folder), realPath(within) ?? within)) return [];
    return readdirSync(folder).filter(isMarkdown).sort().slice(0, most).map((name) => join(folder, name));
  } catch {
    // A folder that is not there has nothing in it.
    return [];
  }
}

/** UTF-8, or UTF-16 with a byte order mark, as Windows' editors write it. Marks are dropped, as VS Code drops them. */
function decode(bytes: Buffer): FileText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs('utf-16be', bytes);
  if (!isUtf8(bytes) || bytes.includes(0)) return notText;
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return { text: bytes.toString('utf8', hasMark ? 3 : 0) };
}

function decodeAs(encoding: string, bytes: Buffer): FileText {
  const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  return text.includes('\0') ? notText : { text };
}

const notText: FileText = { unreadable: 'not text in UTF-8 or UTF-16' };

function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException | undefined)?.code ?? '';

const isMissing = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(codeOf(error));

export function reasonOf(error: unknown): string {
  const code = codeOf(error);
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  if (code === 'ELOOP') return 'a link that leads in a circle';
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'not text in UTF-8 or UTF-16';
  return code || String(error);
}
