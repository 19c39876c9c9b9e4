/**
 * Keeps what was found in the notes of each folder until the next start, in the folder that the editor gives for that. It is
 * written a while after all has been checked, in slices, every few minutes at most and only if anything is not as it was.
 */
import { Breath } from './breath.ts';
import { type CachedNote, decodeCache, encodeCache } from './cacheFile.ts';
import { Cached } from './cached.ts';
import type { Checks } from './checks.ts';
import { Digests, Fingerprints } from './fingerprints.ts';
import type { Host, Storage } from './host.ts';
import type { Folder } from './model/workspace.ts';
import type { Day } from './notation/dates.ts';
import { type Document, tasksOf } from './notation/document.ts';
import type { Notes } from './notes.ts';
import type { Root, Roots } from './roots.ts';

/** Milliseconds after which it is likely that nobody is typing. */
const quiet = 5000;

/** Milliseconds between two times: in a large folder there is much to write, and what changes later is found out at the next start. */
const interval = 5 * 60 * 1000;

export interface CachingOptions {
  readonly today: (root: Root) => Day;
  readonly given: (root: Root) => string;
  readonly failed: (what: string, error: unknown) => void;
}

export class Caching {
  private readonly digests: Digests;
  /** What the files hold, by folder. */
  private readonly kept = new WeakMap<Root, { readonly folder: Folder; readonly given: string }>();
  private isWaiting = false;
  /** When it was written last, in milliseconds. */
  private written: number | undefined;

  constructor(
    private readonly host: Host,
    private readonly storage: Storage,
    private readonly folderUri: string,
    private readonly roots: Roots,
    private readonly options: CachingOptions,
  ) {
    this.digests = new Digests((text) => storage.digest(text));
  }

  /** Opens what is kept of a folder. */
  open(root: Root): void {
    try {
      const bytes = this.storage.read(this.fileOf(root));
      root.cached = bytes && new Cached(decodeCache(bytes), this.digests);
    } catch (error) {
      this.options.failed('Reading the cache', error);
    }
  }

  /** A folder has been read, and the disk still holds all that is kept of it. */
  confirm(root: Root): void {
    this.kept.set(root, { folder: root.folder, given: this.options.given(root) });
  }

  /** To be called when all has been checked: in a while, what has changed is written. */
  later(notes: Notes, checks: Checks): void {
    if (this.isWaiting) return;
    this.isWaiting = true;
    const since = this.written === undefined ? interval : this.host.now().getTime() - this.written;
    this.host.later(Math.max(quiet, interval - since), () => this.attempt(notes, checks));
  }

  private attempt(notes: Notes, checks: Checks): void {
    const isQuiet = (): boolean => checks.isIdle && !notes.isReading;
    if (!isQuiet()) return this.host.later(quiet, () => this.attempt(notes, checks));
    this.isWaiting = false;
    void this.writeAll(notes, checks, isQuiet).catch((error: unknown) => this.options.failed('Writing the cache', error));
  }

  private async writeAll(notes: Notes, checks: Checks, isQuiet: () => boolean): Promise<void> {
    for (const root of this.roots.folders.values()) if (root.isWhole) await this.write(root, notes, checks, isQuiet);
  }

  private async write(root: Root, notes: Notes, checks: Checks, isQuiet: () => boolean): Promise<void> {
    const { folder } = root;
    const given = this.options.given(root);
    const kept = this.kept.get(root);
    if (kept?.folder === folder && kept.given === given) return;
    const breath = new Breath(this.host);
    const prints = new Fingerprints(folder, this.options.today(root), this.digests);
    const entries = new Map<string, CachedNote>();
    for (const document of folder.documents.values()) {
      entries.set(document.uri, await this.entry(document, root, prints, notes, checks));
      notes.takeBack();
      if (breath.isDue) await breath.take();
      // What changes is checked, and then it is tried again.
      if (!isQuiet() || root.folder !== folder) return;
    }
    this.written = this.host.now().getTime();
    // A note that cannot be read is looked at again at each start.
    for (const uri of root.unreadable.keys()) entries.set(uri, { stamp: '', digest: '', grounds: '', tasks: 0, told: () => '' });
    const files = new Map([...folder.files].map(([uri, file]) => [uri, notes.stateOf(uri, file)]));
    const parts = encodeCache({ given, roster: prints.roster, timezone: folder.roster.timezone, notes: entries, files });
    for (const _ of this.storage.writing(this.fileOf(root), parts)) if (breath.isDue) await breath.take();
    this.kept.set(root, { folder, given });
  }

  private async entry(document: Document, root: Root, prints: Fingerprints, notes: Notes, checks: Checks): Promise<CachedNote> {
    const told = checks.toldOf(document.uri);
    return {
      stamp: told === undefined ? '' : await notes.stampOf(document, root),
      digest: told === undefined ? '' : this.digests.of(document),
      grounds: told === undefined ? '' : prints.of(document),
      tasks: tasksOf(document).length,
      told: () => told ?? '',
    };
  }

  private fileOf(root: Root): string {
    return `${this.folderUri}/${this.storage.digest(root.uri).replace(/\W/g, '_')}.cache`;
  }
}
