/** The notes that paths name, by the workspace folder that they are read in. */
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findNotes, readNote } from '../nodeFiles.ts';
import { readHeader } from '../notation/header.ts';
import { canonicalUri } from '../uris.ts';

export interface NoteFile {
  readonly path: string;
  readonly uri: string;
  /** Whether it is to be checked, or read only because others refer to it. */
  readonly isWanted: boolean;
}

export interface Collected {
  /** The URI of the workspace folder. */
  readonly root: string;
  readonly notes: readonly NoteFile[];
}

type Complain = (path: string, problem: string) => void;

/** Notes are read among those that belong to them, since others may hold their roster; then only the wanted are checked. */
export function collect(paths: readonly string[], cwd: string, complain: Complain): Collected[] {
  const wanted = new Map<string, Set<string>>();
  for (const given of paths) {
    const path = resolve(cwd, given);
    const kind = kindOf(path, complain);
    if (!kind) continue;
    const root = rootOf(kind === 'folder' ? path : dirname(path));
    wanted.set(root, (wanted.get(root) ?? new Set()).add(realpathSync(path)));
  }
  return [...wanted]
    .map(([root, paths]): [string, Set<string>] => [root, new Set([...paths].filter((path) => !isCovered(path, root, wanted)))])
    .filter(([, paths]) => paths.size > 0)
    .map(([root, paths]) => ({ root: uriOf(root), notes: listNotes(root, paths, complain) }));
}

/** Whether a path is checked with a workspace folder around its own, since a folder that holds it was named too. */
function isCovered(path: string, root: string, wanted: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  return [...wanted].some(([outer, paths]) => root.startsWith(outer + sep) && isAmong(path, paths));
}

/**
 * The workspace folder of a folder: the nearest, from itself up to the repository, with a note that names a team; where
 * none does, the repository; without one, itself.
 */
function rootOf(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (namesTeam(at) || existsSync(join(at, '.git'))) return at;
    if (at === dirname(at)) return folder;
  }
}

function namesTeam(folder: string): boolean {
  try {
    return readdirSync(folder).some((name) => {
      const note = name.endsWith('.delegate.md') ? readNote(join(folder, name)) : undefined;
      return note !== undefined && 'text' in note && readHeader(note.text).team.length > 0;
    });
  } catch {
    return false;
  }
}

const uriOf = (path: string): string => canonicalUri(pathToFileURL(path).href);

function kindOf(path: string, complain: Complain): 'folder' | 'note' | undefined {
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) {
      if (path.endsWith('.delegate.md')) complain(path, 'a folder, though it is named like a note; what is in it is checked');
      return 'folder';
    }
    if (stat.isFile() && path.endsWith('.delegate.md')) return 'note';
    complain(path, stat.isFile() ? 'not a note: its name does not end in .delegate.md' : 'neither a file nor a folder');
  } catch (error) {
    complain(path, reasonOf(error));
  }
  return undefined;
}

function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return 'no such file or folder';
  if (code === 'ELOOP') return 'a link that leads in a circle';
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  return `cannot be read (${code ?? String(error)})`;
}

function listNotes(root: string, wanted: ReadonlySet<string>, complain: Complain): NoteFile[] {
  const realRoot = realpathSync(root);
  const rootUri = uriOf(root);
  const notes: NoteFile[] = [];
  const seen = new Set<string>();
  const add = (path: string, real: string, uri: string): void => {
    seen.add(real);
    notes.push({ path, uri, isWanted: isAmong(real, wanted) });
  };
  for (const { path, problem } of findNotes(root)) {
    // Links above the folder do not make its notes other notes.
    const below = path.slice(root.length);
    const real = realRoot + below;
    if (problem === undefined) add(path, real, rootUri + below.split(sep).map(encodeURIComponent).join('/'));
    else if (isAmong(real, wanted)) complain(path, problem);
  }
  // A note in a folder that is passed over, such as node_modules, is read when it is named.
  for (const path of wanted) if (path.endsWith('.delegate.md') && !seen.has(path) && statSync(path).isFile()) add(path, path, uriOf(path));
  return notes;
}

/** Whether a path is among those wanted, or below a folder among them. */
function isAmong(path: string, wanted: ReadonlySet<string>): boolean {
  for (let at = path; ; at = dirname(at)) {
    if (wanted.has(at)) return true;
    if (at === dirname(at)) return false;
  }
}
