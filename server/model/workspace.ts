/**
 * What is known of a workspace, as a value: notes by folder, and the documents they link to. A change makes a new value
 * that shares all that did not change.
 */
import { type Document, type Task, tasksOf } from '../notation/document.ts';
import { type Outline, outlineOf } from './outline.ts';
import { Records } from './record.ts';
import { joinRoster, type Roster } from './roster.ts';
import { WorkCalendar } from './schedule/workCalendar.ts';
import { indexTitles, type Titles } from './titles.ts';

/** A file that a note links to: read as Markdown, or why it was not. */
export type LinkedFile = Document | 'missing' | 'directory' | 'other';

export class Folder {
  private joined: Roster | undefined;
  private counted: WorkCalendar | undefined;
  private indexed: Titles | undefined;
  private readonly outlines = new Map<Document, Outline>();

  private constructor(
    /** Without a slash at its end. */
    readonly uri: string,
    readonly documents: ReadonlyMap<string, Document>,
    /** By URI. A linked file that nobody has looked for yet is not in it. */
    readonly files: ReadonlyMap<string, LinkedFile>,
    /** What has been worked out of functions' histories, for this folder and those that follow it. */
    readonly records: Records,
  ) {}

  static empty(uri: string): Folder {
    return new Folder(uri.replace(/\/+$/, ''), new Map(), new Map(), new Records());
  }

  with(...documents: readonly Document[]): Folder {
    const all = new Map(this.documents);
    for (const document of documents) all.set(document.uri, document);
    return new Folder(this.uri, all, this.files, this.records);
  }

  without(...uris: readonly string[]): Folder {
    const all = new Map(this.documents);
    for (const uri of uris) all.delete(uri);
    return new Folder(this.uri, all, this.files, this.records);
  }

  withFiles(files: Iterable<readonly [uri: string, file: LinkedFile]>): Folder {
    return new Folder(this.uri, this.documents, new Map([...this.files, ...files]), this.records);
  }

  /** People, holidays and workdays, joined over the folder's notes. */
  get roster(): Roster {
    return (this.joined ??= joinRoster(this.documents.values()));
  }

  /** The days that are worked. */
  get calendar(): WorkCalendar {
    return (this.counted ??= new WorkCalendar(this.roster.workdays, this.roster.holidays));
  }

  /** The titles of the folder's tasks. */
  get titles(): Titles {
    return (this.indexed ??= indexTitles(this.documents.values()));
  }

  /** The headings of one of its documents, read once for all the tasks that link to it. */
  outline(document: Document): Outline {
    const known = this.outlines.get(document);
    if (known) return known;
    const outline = outlineOf(document);
    this.outlines.set(document, outline);
    return outline;
  }

  *tasks(): Generator<Task> {
    for (const document of this.documents.values()) yield* tasksOf(document);
  }

  /** Whether a URI lies in the folder. */
  contains(uri: string): boolean {
    return uri.startsWith(`${this.uri}/`);
  }

  /** The notes, then the documents that are linked to and were read. */
  *read(): Generator<Document> {
    yield* this.documents.values();
    for (const [uri, file] of this.files) if (typeof file === 'object' && !this.documents.has(uri)) yield file;
  }

  /** A note or a linked file; `undefined` for a file that nobody has looked for yet. */
  file(uri: string): LinkedFile | undefined {
    return this.documents.get(uri) ?? this.files.get(uri);
  }
}
