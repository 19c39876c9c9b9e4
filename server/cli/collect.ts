/** The notes that paths name, by the workspace folder that they are read in. */
import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findNotes, readNote } from '../nodeFiles.ts';
import { canonicalUri } from '../uris.ts';

export interface NoteFile {
  readonly path: string;
  readonly uri: string;
  readonly text: string;
  /** Whether it is to be checked, or read only because others refer to it. */
  readonly isWanted: boolean;
}

interface Collected {
  /** The URI of the workspace folder. */
  readonly root: string;
  readonly notes: readonly NoteFile[];
}

type Complain = (path: string, problem: string) => void;

/**
 * A folder is read as a workspace folder of its own. A single note is read among its neighbours, since they may hold its
 * roster: in the nearest folder above it that holds a `.git`, else in its own.
 */
export function collect(paths: readonly string[], cwd: string, complain: Complain): Collected[] {
  const wanted = new Map<string, Set<string> | 'all'>();
  for (const given of paths) {
    const path = resolve(cwd, given);
    const kind = kindOf(path, complain);
    if (kind === 'folder') wanted.set(path, 'all');
    else if (kind === 'note') {
      const root = [...wanted].find(([folder, notes]) => notes === 'all' && path.startsWith(folder + sep))?.[0] ?? repositoryOf(path);
      const notes = wanted.get(root);
      if (notes !== 'all') wanted.set(root, new Set([...(notes ?? []), path]));
    }
  }
  const roots = [...wanted].filter(([root]) => ![...wanted].some(([other, notes]) => notes === 'all' && root.startsWith(other + sep)));
  return roots.map(([root, notes]) => ({ root: uriOf(root), notes: readNotes(root, notes, complain) }));
}

const uriOf = (path: string): string => canonicalUri(pathToFileURL(path).href);

function kindOf(path: string, complain: Complain): 'folder' | 'note' | undefined {
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) return 'folder';
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

function repositoryOf(path: string): string {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
    if (folder === dirname(folder)) return dirname(path);
  }
}

function readNotes(root: string, wanted: ReadonlySet<string> | 'all', complain: Complain): NoteFile[] {
  const real = wanted === 'all' ? undefined : new Set([...wanted].map((path) => realpathSync(path)));
  const isWanted = (path: string): boolean => real === undefined || real.has(path) || (wanted as ReadonlySet<string>).has(path);
  const notes: NoteFile[] = [];
  const seen = new Set<string>();
  const read = (path: string, asked: boolean): void => {
    if (seen.has(path)) return;
    seen.add(path);
    const note = readNote(path);
    if (typeof note === 'string') notes.push({ path, uri: uriOf(path), text: note, isWanted: asked });
    // What is not asked for is nobody's trouble.
    else if (asked) complain(path, note.problem);
  };
  for (const { path, problem } of findNotes(root)) {
    if (problem === undefined) read(path, isWanted(path));
    else if (wanted === 'all') complain(path, problem);
  }
  if (wanted !== 'all') for (const path of wanted) read(path, true);
  return notes;
}
