/** `delegate-notes check --cache DIR`: what was found is kept there, and notes that rest on what they rested on are not checked again. */
import { pathToFileURL } from 'node:url';
import { type CachedFinding, type CachedNote, decodeCache, encodeCache, findingsIn, tell } from '../cacheFile.ts';
import { Cached } from '../cached.ts';
import { Digests, Fingerprints } from '../fingerprints.ts';
import type { Storage } from '../host.ts';
import { storageOf } from '../nodeStorage.ts';
import type { Day } from '../notation/dates.ts';
import { type Document, tasksOf } from '../notation/document.ts';
import type { Collected } from './collect.ts';
import type { ReadFolder } from './folders.ts';

/** What was found in a note. */
export interface Checked {
  readonly tasks: number;
  readonly findings: readonly CachedFinding[];
}

export class CheckCache {
  private readonly storage: Storage;
  private readonly digests: Digests;

  /** Each set of `options` has a file of its own in the folder; the day, which changes every night, has not. */
  constructor(
    private readonly folder: string,
    private readonly options: string,
    code: string,
  ) {
    this.storage = storageOf([code]);
    this.digests = new Digests(this.storage.digest);
  }

  /** What is kept of a folder; there may be nothing. */
  open(found: Collected): Cached | undefined {
    const bytes = this.storage.read(this.fileOf(found));
    return bytes && new Cached(decodeCache(bytes), this.digests);
  }

  /** What was found in each wanted note, if no file has changed since. */
  unchanged({ notes }: Collected, cached: Cached, given: string): ReadonlyMap<string, Checked> | undefined {
    if (cached.file.given !== given) return undefined;
    cached.see(new Map(notes.map(({ uri }) => [uri, this.storage.stamp(uri)])), this.storage);
    if (!cached.isCurrent) return undefined;
    const wanted = notes.filter(({ isWanted }) => isWanted).map(({ uri }) => [uri, cached.file.notes.get(uri)!] as const);
    return wanted.every(([, { grounds }]) => grounds !== unchecked) ? new Map(wanted.map(([uri, note]) => [uri, checkedOf(note)])) : undefined;
  }

  /** What was found in a note, if nothing has changed that it rests on. */
  known(document: Document, { folder }: ReadFolder, today: Day | undefined, cached: Cached, given: string): Checked | undefined {
    const note = cached.sameGrounds(document, folder, today, given);
    return note && checkedOf(note);
  }

  /**
   * Keeps what was found, `undefined` for a note in which a rule failed. Of notes that were not to be checked, what was kept
   * of them stays, if it still holds.
   */
  keep(found: Collected, read: ReadFolder, today: Day | undefined, given: string, checked: ReadonlyMap<string, Checked | undefined>, cached: Cached | undefined): void {
    const { folder, stamps } = read;
    const prints = new Fingerprints(folder, today, this.digests);
    const entry = ({ uri }: { readonly uri: string }): [string, CachedNote] => {
      const document = folder.documents.get(uri);
      if (!document || (checked.has(uri) && !checked.get(uri))) return [uri, { stamp: '', digest: '', grounds: unchecked, tasks: 0, told: () => '' }];
      const now = checked.get(uri) ?? (cached && this.known(document, read, today, cached, given));
      const told = tell(now?.findings ?? []);
      read.shelf?.takeBack();
      return [uri, { stamp: stamps.get(uri) ?? '', digest: this.digests.of(document), grounds: now ? prints.of(document) : unchecked, tasks: tasksOf(document).length, told: () => told }];
    };
    const files = new Map([...folder.files.keys()].map((uri) => [uri, stamps.get(uri) ?? '']));
    const parts = encodeCache({ given, roster: prints.roster, timezone: folder.roster.timezone, notes: new Map(found.notes.map(entry)), files });
    for (const _ of this.storage.writing(this.fileOf(found), parts)) continue;
  }

  private fileOf({ root }: Collected): string {
    return new URL(`${this.storage.digest(`${root}\n${this.options}`).replace(/\W/g, '_')}.cache`, `${pathToFileURL(this.folder).href}/`).href;
  }
}

/** The grounds of a note that was not checked. */
const unchecked = '';

const checkedOf = ({ tasks, told }: CachedNote): Checked => ({ tasks, findings: findingsIn(told()) });
