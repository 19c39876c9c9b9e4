/**
 * What is known of a workspace, as a value: notes by folder, and the documents they link to. A change makes a new value
 * that shares all that did not change.
 */
import type { Day } from '../notation/dates.ts';
import { type Document, type Task, tasksOf } from '../notation/document.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import { Demands } from './demand.ts';
import { type Outline, outlineOf } from './outline.ts';
import { Records } from './record.ts';
import { joinRoster, type Roster } from './roster.ts';
import { WorkCalendar } from './schedule/workCalendar.ts';
import { indexTitles, type Titles } from './titles.ts';
import { type Workloads, workloadsOf } from './workload.ts';

/** A file that a note links to: read as Markdown, or why it was not. */
export type LinkedFile = Document | 'missing' | 'directory' | 'other';

export class Folder {
  private joined: Roster | undefined;
  private counted: WorkCalendar | undefined;
  /** That of the folder before this one. */
  private lastCounted: WorkCalendar | undefined;
  private indexed: Titles | undefined;
  private loads: Workloads | undefined;
  private covered: { readonly today: Day; readonly coverage: Coverage } | undefined;
  private readonly outlines = new Map<Document, Outline>();

  private constructor(
    /** Without a slash at its end. */
    readonly uri: string,
    readonly documents: ReadonlyMap<string, Document>,
    /** By URI. A linked file that nobody has looked for yet is not in it. */
    readonly files: ReadonlyMap<string, LinkedFile>,
    /** What has been worked out of functions' histories, for this folder and those that follow it. */
    readonly records: Records,
    /** The same of what is to be done in the next weeks. */
    readonly demands: Demands,
  ) {}

  static empty(uri: string): Folder {
    return new Folder(uri.replace(/\/+$/, ''), new Map(), new Map(), new Records(), new Demands());
  }

  with(...documents: readonly Document[]): Folder {
    const all = new Map(this.documents);
    for (const document of documents) all.set(document.uri, document);
    const next = this.followedBy(all, this.files);
    // Whoever types below the front matter changes nothing of what was worked out from it.
    if (documents.every(({ uri, header }) => this.documents.get(uri)?.header.frontMatter === header.frontMatter)) next.joined = this.joined;
    return next;
  }

  without(...uris: readonly string[]): Folder {
    const all = new Map(this.documents);
    for (const uri of uris) all.delete(uri);
    return this.followedBy(all, this.files);
  }

  withFiles(files: Iterable<readonly [uri: string, file: LinkedFile]>): Folder {
    const next = this.followedBy(this.documents, new Map([...this.files, ...files]));
    next.joined = this.joined;
    return next;
  }

  private followedBy(documents: Folder['documents'], files: Folder['files']): Folder {
    const next = new Folder(this.uri, documents, files, this.records, this.demands);
    next.lastCounted = this.counted ?? this.lastCounted;
    return next;
  }

  /** People, holidays and workdays, joined over the folder's notes. */
  get roster(): Roster {
    return (this.joined ??= joinRoster(this.documents.values()));
  }

  /** The days that are worked; the same value as before when they are the same days. */
  get calendar(): WorkCalendar {
    if (this.counted) return this.counted;
    const counted = new WorkCalendar(this.roster.workdays, this.roster.holidays);
    return (this.counted = this.lastCounted?.equals(counted) ? this.lastCounted : counted);
  }

  /** The titles of the folder's tasks. */
  get titles(): Titles {
    return (this.indexed ??= indexTitles(this.documents.values()));
  }

  /** What people have to do in the next four weeks. */
  workloads(today: Day): Workloads {
    return this.loads?.today === today ? this.loads : (this.loads = workloadsOf(this, today));
  }

  /** How well its work is handed over. */
  coverage(today: Day): Coverage {
    if (this.covered?.today !== today) this.covered = { today, coverage: coverageOf(this.tasks(), this, today) };
    return this.covered.coverage;
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

  /** A note or a linked file; `undefined` for a file that nobody has looked for yet. */
  file(uri: string): LinkedFile | undefined {
    return this.documents.get(uri) ?? this.files.get(uri);
  }
}
