/** Where notes belong: to the innermost workspace folder that holds them, or each to itself outside of them all. */
import type { Cached } from './cached.ts';
import { skippedFolders } from './host.ts';
import { Folder } from './model/workspace.ts';
import { readSettings, type Settings } from './settings.ts';
import { parentUri } from './uris.ts';

export interface Root {
  /** Without a slash at its end. */
  readonly uri: string;
  folder: Folder;
  /** Notes that could not be read, and why. */
  readonly unreadable: Map<string, string>;
  settings: Settings;
  /** Its settings are known, and its notes have been read or keep one waiting for too long. */
  ready: boolean;
  /** All its notes have been read. Until then, and while very many are read again, only what is open is checked. */
  isWhole: boolean;
  /** What was found in it at an earlier start, until that has been held against what is there now. */
  cached: Cached | undefined;
}

export class Roots {
  /** By their URI. */
  readonly folders = new Map<string, Root>();
  /** By the URI of the note. */
  readonly loose = new Map<string, Root>();
  /** What a note outside of all folders goes by. */
  outside: Pick<Root, 'settings' | 'ready'> = { settings: readSettings(undefined), ready: false };

  *all(): Generator<Root> {
    yield* this.folders.values();
    yield* this.loose.values();
  }

  of(uri: string): Root | undefined {
    let innermost: Root | undefined;
    for (const root of this.folders.values()) {
      if (holds(root, uri) && root.uri.length >= (innermost?.uri.length ?? 0)) innermost = root;
    }
    return innermost ?? this.loose.get(uri);
  }

  /** The root of an open note; one that lies outside of all folders gets its own, of its directory and itself alone. */
  ofOpen(uri: string): Root {
    const known = this.of(uri);
    if (known) return known;
    const root = { ...emptyRoot(parentUri(uri)), ...this.outside, isWhole: true };
    this.loose.set(uri, root);
    return root;
  }

  /**
   * Takes workspace folders in and out. Notes go over from an outer folder to a new inner one, and loose ones to the folder
   * that has come. Returns the folders that have to be read: the new ones, and those that a removed one lay in.
   */
  change(added: readonly string[], removed: readonly string[]): { unread: Root[]; gone: string[] } {
    const unread = new Set<Root>();
    const gone: string[] = [];
    for (const uri of removed) {
      const root = this.folders.get(uri);
      this.folders.delete(uri);
      if (root) gone.push(...root.folder.documents.keys(), ...root.unreadable.keys());
      const outer = root && this.of(`${uri}/`);
      if (outer) unread.add(outer);
    }
    for (const uri of added) {
      if (this.folders.has(uri)) continue;
      const root = emptyRoot(uri);
      this.folders.set(uri, root);
      unread.add(root);
    }
    for (const root of this.folders.values()) {
      const moved = [...root.folder.documents.keys()].filter((uri) => this.of(uri) !== root);
      if (moved.length > 0) root.folder = root.folder.without(...moved);
    }
    for (const [uri, root] of this.loose) if (this.of(uri) !== root) this.loose.delete(uri);
    return { unread: [...unread], gone };
  }
}

function holds({ uri: folder }: Root, uri: string): boolean {
  return uri.startsWith(`${folder}/`) && !uri.slice(folder.length + 1).split('/').some((name) => skippedFolders.has(name));
}

function emptyRoot(uri: string): Root {
  const folder = Folder.empty(uri);
  return { uri: folder.uri, folder, unreadable: new Map(), settings: readSettings(undefined), ready: false, isWhole: false, cached: undefined };
}
