/** What was found in the notes of a folder at an earlier start, held against what is there now. */
import type { CachedNote, CacheFile } from './cacheFile.ts';
import { type Digests, Fingerprints } from './fingerprints.ts';
import type { Storage } from './host.ts';
import type { Folder } from './model/workspace.ts';
import type { Day } from './notation/dates.ts';
import type { Document } from './notation/document.ts';

export class Cached {
  private isSeen = false;
  private isOutdated = false;
  private latest: { readonly folder: Folder; readonly prints: Fingerprints } | undefined;

  constructor(
    readonly file: CacheFile,
    private readonly digests: Digests,
  ) {}

  /** Whether the disk holds what it held then, so that all findings are what they were although nothing has been read. */
  get isCurrent(): boolean {
    return this.isSeen;
  }

  /** Something has changed since the disk was looked at. */
  outdate(): void {
    this.isSeen = false;
    this.isOutdated = true;
  }

  /** Takes in what there is: the states of the notes' files, and those of the files that they link to. */
  see(stamps: ReadonlyMap<string, string | undefined>, storage: Storage): void {
    this.isSeen = !this.isOutdated && this.isSame(stamps, storage);
  }

  /** Whether the same notes are there, given the states of their files, and the same files that they link to. */
  private isSame(stamps: ReadonlyMap<string, string | undefined>, storage: Storage): boolean {
    const { notes, files } = this.file;
    if (stamps.size !== notes.size) return false;
    for (const [uri, stamp] of stamps) if (stamp === undefined || notes.get(uri)?.stamp !== stamp) return false;
    for (const [uri, state] of files) if (state === '' || storage.stamp(uri) !== state) return false;
    return true;
  }

  /** The note if its text is what it was. */
  sameText(document: Document): CachedNote | undefined {
    const note = this.file.notes.get(document.uri);
    return note?.digest === this.digests.of(document) ? note : undefined;
  }

  /** The note if its findings rest on what they rested on. */
  sameGrounds(document: Document, folder: Folder, today: Day | undefined, given: string): CachedNote | undefined {
    const note = this.file.notes.get(document.uri);
    if (!note || given !== this.file.given) return undefined;
    if (this.latest?.folder !== folder) this.latest = { folder, prints: new Fingerprints(folder, today, this.digests) };
    const { prints } = this.latest;
    return prints.roster === this.file.roster && prints.of(document) === note.grounds ? note : undefined;
  }
}
