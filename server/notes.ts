/**
 * Reads notes and what they link to into their folders. The editor's text goes before the disk's; what comes from the disk
 * is read one job after the other, with a breath every few milliseconds in which messages get through.
 */
import { fileLimit, type FileText, type Found, type Host, tooLarge } from './host.ts';
import { linkedUris } from './model/processes.ts';
import type { Folder, LinkedFile } from './model/workspace.ts';
import { changedSections, type Document, readDocument, type Task, tasksIn, tasksOf } from './notation/document.ts';
import { Headers } from './notation/headers.ts';
import { type Content, type ContentChange, isDocument, OpenNote } from './openNote.ts';
import type { Root, Roots } from './roots.ts';
import { canonicalUri, isMarkdown, isNote, parentUri } from './uris.ts';

/** Documents that join a folder at a time, for each time copies its map. */
const batchSize = 500;

/** Milliseconds of work before a breath. */
const sliceLength = 8;

export interface Listener {
  /** A folder holds something else than before, and these notes are no longer in it, or cannot be read. */
  changed(root: Root, before: Folder, gone: readonly string[]): void;
  failed(what: string, error: unknown): void;
}

export class Notes {
  /** What the editor has open, by URI. */
  readonly open = new Map<string, OpenNote>();
  private readonly edited = new Set<string>();
  private readonly headers = new Headers();
  private jobs: Promise<void> = Promise.resolve();
  private jobCount = 0;

  constructor(
    private readonly host: Host,
    private readonly roots: Roots,
    private readonly listener: Listener,
  ) {}

  /** A document was opened; `takeEdits` takes it into its folder. */
  opened(spelled: string, version: number, text: string): void {
    const uri = canonicalUri(spelled);
    this.open.set(uri, new OpenNote(spelled, version, this.parse(uri, { text }), text));
    this.edited.add(uri);
  }

  changed(spelled: string, version: number, changes: readonly ContentChange[]): void {
    const uri = canonicalUri(spelled);
    const note = this.open.get(uri);
    if (!note) return;
    note.change(version, changes, this.headers, (text) => this.parse(uri, { text }));
    this.edited.add(uri);
  }

  /** Goes back to what is on the disk. */
  closed(spelled: string): void {
    const uri = canonicalUri(spelled);
    this.open.delete(uri);
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
        this.take(root, new Map([[uri, content]]));
        if (isDocument(content)) this.followLinks(root, changedTasks(before.documents.get(uri), content));
      }
    }
  }

  /** Reads all notes below a folder. */
  load(root: Root): Promise<void> {
    return this.enqueue(() => this.readNotes(root, false));
  }

  /** Files were created, changed or deleted on the disk, or whole folders were deleted. */
  readAgain(uris: readonly string[]): void {
    void this.enqueue(async () => {
      const touched = new Set(uris);
      for (const root of this.roots.all()) {
        const known = [...root.folder.documents.keys(), ...root.folder.files.keys(), ...root.unreadable.keys()];
        const below = known.filter((uri) => liesBelow(uri, touched));
        const own = uris.filter((uri) => (isNote(uri) ? this.roots.of(uri) === root : root.folder.files.has(uri)));
        this.followLinks(root, (await this.read(root, [...new Set([...own, ...below])].map((uri) => ({ uri })))).flatMap(tasksOf));
        // A folder that is gone may have been moved, and not every watcher tells of the notes where it has gone to.
        if (below.some(isNote)) await this.readNotes(root, true);
      }
    });
  }

  /** Finds out whether a file is there that no note links to. */
  lookFor(root: Root, uri: string): Promise<void> {
    return this.enqueue(async () => void (await this.read(root, [{ uri }])));
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

  private async readNotes(root: Root, unknownOnly: boolean): Promise<void> {
    // Links wait until all is read: where a process document would be made may be said in the last note.
    this.followLinks(root, (await this.read(root, this.found(root, unknownOnly))).flatMap(tasksOf));
  }

  private async *found(root: Root, unknownOnly: boolean): AsyncGenerator<Found> {
    for await (const { uri: spelled, ...found } of this.host.notes(root.uri)) {
      const uri = canonicalUri(spelled);
      if (found.problem !== undefined && !isNote(uri)) this.listener.failed(uri, found.problem);
      else if (this.roots.of(uri) === root && !(unknownOnly && root.folder.documents.has(uri))) yield { uri, ...found };
    }
  }

  private async read(root: Root, found: Iterable<Found> | AsyncIterable<Found>): Promise<Document[]> {
    const documents: Document[] = [];
    let contents = new Map<string, Content>();
    let since = performance.now();
    for await (const { uri, problem } of found) {
      contents.set(uri, problem === undefined ? this.parse(uri, await this.host.read(uri, root.uri)) : { unreadable: problem });
      if (contents.size >= batchSize) {
        documents.push(...this.takeFromDisk(root, contents));
        contents = new Map();
      }
      if (performance.now() - since < sliceLength) continue;
      await new Promise<void>((resolve) => this.host.soon(resolve));
      since = performance.now();
    }
    documents.push(...this.takeFromDisk(root, contents));
    return documents;
  }

  /** While the disk was read, the editor may have opened a file or gone on typing in it. */
  private takeFromDisk(root: Root, contents: Map<string, Content>): Document[] {
    for (const uri of contents.keys()) {
      const document = this.open.get(uri);
      if (document) contents.set(uri, document.content);
    }
    return contents.size > 0 ? this.take(root, contents) : [];
  }

  private parse(uri: string, file: FileText): Content {
    if (typeof file === 'string' || 'unreadable' in file) return file;
    if (!isMarkdown(uri)) return 'other';
    if (file.text.length > fileLimit) return { unreadable: tooLarge };
    try {
      return readDocument(uri, file.text, this.headers);
    } catch (error) {
      this.listener.failed(`Reading ${uri}`, error);
      return { unreadable: 'Delegate Notes failed on it, and its output says how' };
    }
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
    const wanted = new Set<string>();
    try {
      for (const uri of linkedUris(tasks, root.folder)) if (root.folder.file(uri) === undefined) wanted.add(uri);
    } catch (error) {
      this.listener.failed('Following links', error);
    }
    if (wanted.size > 0) void this.enqueue(() => this.readLinked(root, [...wanted]));
  }

  /** Where a linked file is not there, its neighbours are read with it: one of them may be what was meant. */
  private async readLinked(root: Root, uris: readonly string[]): Promise<void> {
    const wanted = new Set(uris);
    for (const parent of new Set(uris.map(parentUri))) {
      const present = this.host.markdownIn(parent, root.uri).map(canonicalUri);
      const isMissing = uris.some((uri) => parentUri(uri) === parent && !present.includes(uri));
      if (isMissing) for (const uri of present) if (!isNote(uri) && root.folder.file(uri) === undefined) wanted.add(uri);
    }
    await this.read(root, [...wanted].map((uri) => ({ uri })));
  }

  /** The folders of which a note links to a file. */
  private linking(uri: string): Root[] {
    return [...this.roots.all()].filter(({ folder }) => folder.files.has(uri));
  }
}

/** The tasks of a document that another version of it had not, or had otherwise. */
function changedTasks(before: Document | undefined, document: Document): Task[] {
  if (before?.header !== document.header) return tasksOf(document);
  const { added } = changedSections(before, document);
  return tasksIn(document, added);
}

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
