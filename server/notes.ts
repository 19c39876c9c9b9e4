/**
 * Reads notes and what they link to into their folders. The editor's text goes before the disk's; what comes from the disk
 * is read one job after the other, with a breath every few milliseconds in which messages get through.
 */
import { breathing, sliceLength } from './breath.ts';
import type { Cached } from './cached.ts';
import type { Found, Host, Storage } from './host.ts';
import { LinkedFiles } from './model/processes.ts';
import type { Folder, LinkedFile } from './model/workspace.ts';
import { changedTasks, type Document, type Task, tasksOf, textOf } from './notation/document.ts';
import { type Content, type ContentChange, isDocument, OpenNote } from './openNote.ts';
import { Reading } from './reading.ts';
import type { Root, Roots } from './roots.ts';
import { canonicalUri, isNote, parentUri } from './uris.ts';

/** Milliseconds of a slice for reading; the rest is for putting what was read in its place. */
const readingLength = 6;

/** Files of a change on the disk from which on it is one of everything: a branch was switched. */
const bulkSize = 200;

export interface Listener {
  /** A folder holds something else than before, and these notes are no longer in it, or cannot be read. */
  changed(root: Root, before: Folder, gone: readonly string[]): void;
  /** Very many of its notes were read, and it is whole. */
  completed(root: Root): void;
  /** Notes have come, of which there are many, and have joined their folder. Later, they would have to be read again. */
  joined(root: Root, documents: readonly Document[]): void;
  failed(what: string, error: unknown): void;
}

export class Notes {
  /** What the editor has open, by URI. */
  readonly open = new Map<string, OpenNote>();
  /** The same by the URIs that the editor has for them; it names one with each key. */
  private readonly spelled = new Map<string, string>();
  private readonly edited = new Set<string>();
  /** Files of which the disk has told that they are not what they were. */
  private readonly outdated = new Set<string>();
  /** Folders of which no more is to be read. */
  private readonly stopped = new WeakSet<Root>();
  private readonly reading: Reading;
  private jobs: Promise<void> = Promise.resolve();
  private jobCount = 0;

  constructor(
    private readonly host: Host,
    private readonly roots: Roots,
    private readonly listener: Listener,
  ) {
    this.reading = new Reading(host, listener.failed);
  }

  /** A document was opened; `takeEdits` takes it into its folder. */
  opened(spelled: string, version: number, text: string): void {
    const uri = canonicalUri(spelled);
    this.spelled.set(spelled, uri);
    this.open.set(uri, new OpenNote(spelled, version, this.reading.parse(uri, { text }), text));
    this.edited.add(uri);
  }

  changed(spelled: string, version: number, changes: readonly ContentChange[]): void {
    const uri = this.spelled.get(spelled) ?? canonicalUri(spelled);
    const note = this.open.get(uri);
    if (!note) return;
    note.change(version, changes, this.reading.headers, (text) => this.reading.parse(uri, { text }));
    this.edited.add(uri);
  }

  /** Goes back to what is on the disk. */
  closed(spelled: string): void {
    const uri = canonicalUri(spelled);
    this.open.delete(uri);
    this.spelled.delete(spelled);
    this.edited.delete(uri);
    const loose = this.roots.loose.get(uri);
    this.roots.loose.delete(uri);
    if (loose) this.listener.changed(loose, loose.folder, [uri]);
    this.readAgain([uri]);
  }

  /** Has all open documents taken in again, after the folders have changed. */
  reconsiderOpen(): void {
    for (const uri of this.open.keys()) this.edited.add(uri);
  }

  /** Reads what was typed since the last time. */
  takeEdits(): void {
    const edited = [...this.edited];
    this.edited.clear();
    for (const uri of edited) {
      const { content } = this.open.get(uri)!;
      for (const root of isNote(uri) ? [this.roots.ofOpen(uri)] : this.linking(uri)) {
        const before = root.folder;
        if (!isDocument(content) || !root.cached?.sameText(content)) root.cached?.outdate();
        this.take(root, new Map([[uri, content]]));
        if (isDocument(content)) this.followLinks(root, tasksTyped(before.documents.get(uri), content));
      }
    }
  }

  /** Finds out whether the disk holds what it held when the findings of a folder were kept; nothing is read for that. */
  survey(root: Root, cached: Cached, storage: Storage): Promise<void> {
    return this.enqueue(async () => {
      const stamps = new Map<string, string | undefined>();
      for await (const { uri, problem } of this.found(root, false)) stamps.set(uri, problem === undefined ? storage.stamp(uri) : undefined);
      cached.see(stamps, storage);
    });
  }

  /** Reads all notes below a folder, and what they link to; `told` hears now and then how many it has been. */
  load(root: Root, told?: (count: number) => void): Promise<void> {
    this.stopped.delete(root);
    return this.enqueue(() => this.inBulk(root, () => this.readNotes(root, this.found(root, false), told)));
  }

  /** The state of the file that holds what a document says; empty where that is not sure. */
  async stampOf(document: Document, root: Root): Promise<string> {
    const known = this.open.has(document.uri) ? undefined : this.reading.stamps.get(document.uri);
    if (known !== undefined) return known;
    const file = await this.host.read(document.uri, root.uri);
    return typeof file === 'object' && 'text' in file && file.text === textOf(document) ? (file.stamp ?? '') : '';
  }

  /** The same of a file that a note links to. */
  stateOf(uri: string, file: LinkedFile): string {
    return file === 'missing' || file === 'directory' ? file : (this.reading.stamps.get(uri) ?? '');
  }

  /** Reads no more of a folder than what is open. */
  stop(root: Root): void {
    this.stopped.add(root);
    root.isWhole = false;
  }

  /** Files were created, changed or deleted on the disk, or whole folders were deleted. What comes meanwhile is read along. */
  readAgain(uris: readonly string[]): void {
    const isWaiting = this.outdated.size > 0;
    for (const uri of uris) this.outdated.add(uri);
    for (const { cached } of this.roots.all()) cached?.outdate();
    if (!isWaiting && uris.length > 0) void this.enqueue(() => this.readOutdated());
  }

  private async readOutdated(): Promise<void> {
    const touched = new Set(this.outdated);
    this.outdated.clear();
    for (const root of this.roots.all()) {
      const known = [...root.folder.documents.keys(), ...root.folder.files.keys(), ...root.unreadable.keys()];
      const below = known.filter((uri) => liesBelow(uri, touched));
      const own = [...touched].filter((uri) => (isNote(uri) ? this.roots.of(uri) === root : root.folder.files.has(uri)));
      const all = [...new Set([...own, ...below])].map((uri) => ({ uri }));
      if (all.length < bulkSize) this.followLinks(root, (await this.readTogether(root, all)).flatMap(tasksOf));
      else await this.inBulk(root, () => this.readNotes(root, all));
      // A folder that is gone may have been moved, and not every watcher tells of the notes where it has gone to.
      if (below.some(isNote)) await this.inBulk(root, () => this.readNotes(root, this.found(root, true)));
    }
  }

  /** Finds out whether a file is there that no note links to. */
  lookFor(root: Root, uri: string): Promise<void> {
    return this.enqueue(async () => void (await this.readTogether(root, [{ uri }])));
  }

  /** Lets go of what was read of closed notes: to be called where nobody is in the middle of something. */
  takeBack(): void {
    this.reading.shelf.takeBack();
  }

  /** The same where it is no more than a few of them that were looked at. */
  tidy(): void {
    this.reading.shelf.tidy();
  }

  get isReading(): boolean {
    return this.jobCount > 0;
  }

  /** When nothing waits to be read from the disk. */
  async idle(): Promise<void> {
    while (this.isReading) await this.jobs;
  }

  private enqueue(job: () => Promise<void>): Promise<void> {
    this.jobCount++;
    const run = async (): Promise<void> => {
      try {
        await job();
      } catch (error) {
        this.listener.failed('Reading files', error);
      }
      this.jobCount--;
    };
    return (this.jobs = this.jobs.then(run));
  }

  /** What so many changes reach is everything, so that is asked once, when all are there. */
  private async inBulk(root: Root, read: () => Promise<void>): Promise<void> {
    root.isWhole = false;
    await read();
    if (this.stopped.has(root)) return;
    root.isWhole = true;
    this.listener.completed(root);
  }

  private async readNotes(root: Root, found: Iterable<Found> | AsyncIterable<Found>, told?: (count: number) => void): Promise<void> {
    const linked = new LinkedFiles();
    let count = 0;
    for await (const contents of this.reading.slices(root.uri, found, readingLength)) {
      const documents = this.takeFromDisk(root, contents);
      // Whoever asks next would have to wait for all of it.
      root.folder.index();
      this.isolated('Following links', () => linked.add(documents.flatMap(tasksOf), root.folder));
      this.listener.joined(root, documents);
      this.takeBack();
      told?.((count += documents.length));
      if (this.stopped.has(root)) break;
    }
    await this.readLinked(root, this.unread(root, linked));
  }

  private async *found(root: Root, unknownOnly: boolean): AsyncGenerator<Found> {
    for await (const { uri: spelled, ...found } of this.host.notes(root.uri)) {
      const uri = canonicalUri(spelled);
      if (found.problem !== undefined && !isNote(uri)) this.listener.failed(uri, found.problem);
      else if (this.roots.of(uri) === root && !(unknownOnly && root.folder.documents.has(uri))) yield { uri, ...found };
    }
  }

  /** Reads files that belong together: all of them join the folder at once. */
  private async readTogether(root: Root, found: Iterable<Found>): Promise<Document[]> {
    const all = new Map<string, Content>();
    for await (const contents of this.reading.slices(root.uri, found, sliceLength)) {
      for (const [uri, content] of contents) all.set(uri, content);
      if (this.stopped.has(root)) break;
    }
    return this.takeFromDisk(root, all);
  }

  /** While the disk was read, the editor may have opened a file or gone on typing in it. */
  private takeFromDisk(root: Root, contents: Map<string, Content>): Document[] {
    for (const uri of contents.keys()) {
      const document = this.open.get(uri);
      if (document) contents.set(uri, document.content);
    }
    return contents.size > 0 ? this.take(root, contents) : [];
  }

  /** Puts what was read into its folder; returns the notes among it. */
  private take(root: Root, contents: ReadonlyMap<string, Content>): Document[] {
    const documents: Document[] = [];
    const files: [string, LinkedFile][] = [];
    const gone: string[] = [];
    for (const [uri, content] of contents) {
      root.unreadable.delete(uri);
      if (isUnreadable(content)) {
        files.push([uri, 'other']);
        if (isNote(uri)) root.unreadable.set(uri, content.unreadable);
      } else if (typeof content === 'object' && isNote(uri)) {
        documents.push(content);
        continue;
      } else {
        files.push([uri, content]);
      }
      if (isNote(uri)) gone.push(uri);
    }
    const before = root.folder;
    if (documents.length > 0) root.folder = root.folder.with(...documents);
    if (gone.length > 0) root.folder = root.folder.without(...gone);
    if (files.length > 0) root.folder = root.folder.withFiles(files);
    this.listener.changed(root, before, gone);
    return documents;
  }

  private followLinks(root: Root, tasks: readonly Task[]): void {
    const linked = new LinkedFiles();
    this.isolated('Following links', () => linked.add(tasks, root.folder));
    const wanted = this.unread(root, linked);
    if (wanted.length > 0) void this.enqueue(() => this.readLinked(root, wanted));
  }

  /** The linked files that nobody has looked for yet. */
  private unread(root: Root, linked: LinkedFiles): string[] {
    let uris: string[] = [];
    this.isolated('Following links', () => (uris = [...linked.in(root.folder)].filter((uri) => root.folder.file(uri) === undefined)));
    return uris;
  }

  private isolated(what: string, run: () => void): void {
    try {
      run();
    } catch (error) {
      this.listener.failed(what, error);
    }
  }

  /** Where a linked file is not there, its neighbours are read with it: one of them may be what was meant. */
  private async readLinked(root: Root, uris: readonly string[]): Promise<void> {
    const wanted = new Set(uris);
    const present = new Map<string, ReadonlySet<string>>();
    for await (const uri of breathing(uris, this.host)) {
      const parent = parentUri(uri);
      const siblings = present.get(parent) ?? new Set(this.host.markdownIn(parent, root.uri).map(canonicalUri));
      present.set(parent, siblings);
      if (!siblings.has(uri)) for (const near of siblings) if (!isNote(near) && root.folder.file(near) === undefined) wanted.add(near);
    }
    await this.readTogether(root, [...wanted].map((uri) => ({ uri })));
  }

  /** The folders of which a note links to a file. */
  private linking(uri: string): Root[] {
    return [...this.roots.all()].filter(({ folder }) => folder.files.has(uri));
  }
}

/** The tasks of a document that another version of it had not, or had otherwise. */
const tasksTyped = (before: Document | undefined, document: Document): readonly Task[] =>
  before?.header === document.header ? changedTasks(before, document).added : tasksOf(document);

function isUnreadable(content: Content): content is { readonly unreadable: string } {
  return typeof content === 'object' && 'unreadable' in content;
}

/** Whether a file lies in one of the folders. */
function liesBelow(uri: string, folders: ReadonlySet<string>): boolean {
  for (let end = uri.lastIndexOf('/'); end > 0; end = uri.lastIndexOf('/', end - 1)) {
    if (folders.has(uri.slice(0, end))) return true;
  }
  return false;
}
