/**
 * What is known of a workspace, as a value: notes by folder, and the documents they link to. A change makes a new value
 * that shares all that did not change.
 */
import { type Document, type Task, tasksOf } from '../notation/document.ts';
import { type Outline, outlineOf } from './outline.ts';
import { Records } from './record.ts';
import { joinRoster, type Roster } from './roster.ts';
import { WorkCalendar } from './schedule/workCalendar.ts';
import { Summaries, type Summary } from './summary.ts';
import { indexTitles, type Titles } from './titles.ts';

/** A file that a note links to: read as Markdown, or why it was not. */
export type LinkedFile = Document | 'missing' | 'directory' | 'other';

export class Folder {
  private joined: Roster | undefined;
  private counted: WorkCalendar | undefined;
  private indexed: Titles | undefined;
  private summaries = new Summaries();
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
    const next = this.followedBy(all, this.files);
    // Whoever types below the front matter changes nothing of what was worked out from it.
    if (documents.every(({ uri, header }) => this.documents.get(uri)?.header === header)) next.keepRoster(this);
    return next;
  }

  without(...uris: readonly string[]): Folder {
    const all = new Map(this.documents);
    for (const uri of uris) all.delete(uri);
    return this.followedBy(all, this.files);
  }

  withFiles(files: Iterable<readonly [uri: string, file: LinkedFile]>): Folder {
    const next = this.followedBy(this.documents, new Map([...this.files, ...files]));
    next.keepRoster(this);
    return next;
  }

  private followedBy(documents: Folder['documents'], files: Folder['files']): Folder {
    const next = new Folder(this.uri, documents, files, this.records);
    next.summaries = this.summaries;
    return next;
  }

  private keepRoster({ joined, counted }: Folder): void {
    this.joined = joined;
    this.counted = counted;
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

  /** What of each note is asked for in others. */
  *summary(): Generator<Summary> {
    for (const document of this.documents.values()) yield this.summaries.of(document);
  }

  *tasks(): Generator<Task> {
    for (const document of this.documents.values()) yield* tasksOf(document);
  }

  /** Whether a URI lies in the folder. */
  contains(uri: string): boolean {
    return uri.startsWith(`${this.uri}/`);
  }

  /** A note or a linked file; `undefined` for a file that nobody has looked for yet. */
  file(uri: string): LinkedFile | undefined {
    return this.documents.get(uri) ?? this.files.get(uri);
  }
}
