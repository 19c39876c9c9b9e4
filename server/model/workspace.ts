/**
 * What is known of a workspace, as a value: notes by folder, and the documents they link to. A change makes a new value
 * that shares all that did not change.
 */
import type { Day } from '../notation/dates.ts';
import { type Document, type Task, tasksOf } from '../notation/document.ts';
import type { Header } from '../notation/header.ts';
import { Archives } from './archives.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import { Demands } from './demand.ts';
import { type Outline, Outlines } from './outline.ts';
import { PersistentMap } from './persistentMap.ts';
import { linkOf } from './processes.ts';
import { Records } from './record.ts';
import { RepeatIndex } from './repeats/index.ts';
import { JoinedRoster, type Roster } from './roster.ts';
import { WorkCalendar } from './schedule/workCalendar.ts';
import { SectionIndex } from './sectionIndex.ts';
import { Summaries, type Summary } from './summary.ts';
import { Titles } from './titles.ts';
import { type Work, workOf } from './work.ts';
import { type Before, type Workloads, workloadsOf } from './workload.ts';

/** A file that a note links to: read as Markdown, or why it was not. */
export type LinkedFile = Document | 'missing' | 'directory' | 'other';

/** What a folder hands on to those that follow it: it holds for a document or a block, whatever becomes of the others. */
class Memory {
  readonly archives = new Archives();
  readonly records = new Records();
  readonly demands = new Demands();
  /** Those that were asked for last. */
  loads: Before | undefined;
  readonly repeats = new RepeatIndex();
  readonly summaries = new Summaries();
  readonly outlines = new Outlines();
}

/** What is found over all notes; each is brought up to date from the one of the folder before. */
interface Indexes {
  readonly titles: Titles;
  readonly links: SectionIndex;
}

function indexed(uri: string, documents: PersistentMap<Document>, before: Indexes | undefined): Indexes {
  if (before) return { titles: before.titles.with(documents), links: before.links.with(documents) };
  return { titles: Titles.of(documents), links: SectionIndex.of((section, document) => linkOf(section, document, uri), documents) };
}

export class Folder {
  private joined: JoinedRoster | undefined;
  private counted: WorkCalendar | undefined;
  /** That of a folder before this one. */
  private lastCounted: WorkCalendar | undefined;
  private indexed: Indexes | undefined;
  private loads: Workloads | undefined;
  private readonly works = new Map<string, Work>();
  private covered: { readonly today: Day; readonly coverage: Coverage } | undefined;

  private constructor(
    /** Without a slash at its end. */
    readonly uri: string,
    readonly documents: PersistentMap<Document>,
    /** By URI. A linked file that nobody has looked for yet is not in it. */
    readonly files: PersistentMap<LinkedFile>,
    private readonly memory: Memory,
    /** What this one was made of; it is let go of once what it knows has been taken over. */
    private before?: Folder,
  ) {}

  static empty(uri: string): Folder {
    return new Folder(uri.replace(/\/+$/, ''), PersistentMap.empty(), PersistentMap.empty(), new Memory());
  }

  with(...documents: readonly Document[]): Folder {
    return this.changed(this.documents.with(documents.map((document) => [document.uri, document])));
  }

  without(...uris: readonly string[]): Folder {
    return this.changed(this.documents.with(uris.map((uri) => [uri, undefined])));
  }

  withFiles(files: Iterable<readonly [uri: string, file: LinkedFile]>): Folder {
    return this.changed(this.documents, this.files.with(files));
  }

  private changed(documents: PersistentMap<Document>, files = this.files): Folder {
    const folder = new Folder(this.uri, documents, files, this.memory);
    // Nobody may ever ask, so that there would be no end of folders before folders.
    const known = this.indexed ? this : this.before;
    folder.before = known;
    folder.joined = this.joined && saysTheSame(documents, this.documents, this.joined) ? this.joined : undefined;
    if (folder.joined) folder.counted = this.counted;
    folder.lastCounted = this.counted ?? this.lastCounted;
    return folder;
  }

  /** People, holidays and workdays, joined over the folder's notes. */
  get roster(): Roster {
    return (this.joined ??= new JoinedRoster([...this.documents.values()])).roster;
  }

  /** The days that are worked; the same value as before when they are the same days. */
  get calendar(): WorkCalendar {
    if (this.counted) return this.counted;
    const counted = new WorkCalendar(this.roster.workdays, this.roster.holidays);
    return (this.counted = this.lastCounted?.equals(counted) ? this.lastCounted : counted);
  }

  /** Brings its indexes to its notes: done after every few that come, it keeps nobody waiting. */
  index(): void {
    void this.indexes;
    void this.repeats;
  }

  /** The titles of the folder's tasks. */
  get titles(): Titles {
    return this.indexes.titles;
  }

  /** By the URI of a file the notes whose tasks link to it as their process or their archive. */
  get links(): SectionIndex {
    return this.indexes.links;
  }

  private get indexes(): Indexes {
    this.indexed ??= indexed(this.uri, this.documents, this.before?.indexed);
    this.before = undefined;
    return this.indexed;
  }

  /** The one-offs by how they are told. One index goes from folder to folder, and is brought to the notes of the one that asks. */
  get repeats(): RepeatIndex {
    return this.memory.repeats.at(this.documents);
  }

  /** Functions' histories with what is in their archives. */
  get archives(): Archives {
    return this.memory.archives;
  }

  /** What was worked out of functions' histories. */
  get records(): Records {
    return this.memory.records;
  }

  /** What was worked out of what is to be done in the next weeks. */
  get demands(): Demands {
    return this.memory.demands;
  }

  /** Works out what one of its notes asks for. */
  count(document: Document, today: Day): void {
    if (this.demands.has(document, this, today)) return;
    for (const task of tasksOf(document)) this.demands.of(task, this, today);
  }

  /** Lets go of the histories of a note that nobody works on. */
  forget(document: Document): void {
    this.records.forget(document);
  }

  /** What people have to do in the next four weeks. */
  workloads(today: Day): Workloads {
    if (this.loads?.today === today) return this.loads;
    const loads = workloadsOf(this, today, this.memory.loads);
    this.memory.loads = { folder: this, workloads: loads };
    return (this.loads = loads);
  }

  /** What somebody does in all its notes. */
  work(handle: string): Work {
    const known = this.works.get(handle);
    if (known) return known;
    const work = workOf(handle, this);
    this.works.set(handle, work);
    return work;
  }

  /** How well its work is handed over. */
  coverage(today: Day): Coverage {
    if (this.covered?.today !== today) this.covered = { today, coverage: coverageOf(this.tasks(), this, today) };
    return this.covered.coverage;
  }

  /** The headings of one of its documents, read once for all the tasks that link to it. */
  outline(document: Document): Outline {
    return this.memory.outlines.of(document);
  }

  /** What of each note is asked for in others. */
  *summary(): Generator<Summary> {
    for (const document of this.documents.values()) yield this.memory.summaries.of(document);
  }

  /** Its notes in the order of their names; `documents` has those first that were opened or changed first. */
  notes(): Document[] {
    return [...this.documents.values()].sort(byName);
  }

  *tasks(): Generator<Task> {
    for (const document of this.documents.values()) yield* tasksOf(document);
  }

  /** Whether a URI lies in the folder. */
  contains(uri: string): boolean {
    return uri.startsWith(`${this.uri}/`);
  }

  /** The notes, then the documents that are linked to and were read, each in the order of their names. */
  *read(): Generator<Document> {
    yield* this.notes();
    const linked = [...this.files.values()].filter((file) => typeof file === 'object');
    yield* linked.filter(({ uri }) => !this.documents.has(uri)).sort(byName);
  }

  /** A note or a linked file; `undefined` for a file that nobody has looked for yet. */
  file(uri: string): LinkedFile | undefined {
    return this.documents.get(uri) ?? this.files.get(uri);
  }
}

const byName = (one: Document, other: Document): number => (one.uri < other.uri ? -1 : 1);

/** Whether notes say the same of people, holidays and so on as those before: each front matter that is the same is read as one value. */
function saysTheSame(after: PersistentMap<Document>, before: PersistentMap<Document>, joined: JoinedRoster): boolean {
  for (const uri of after.differences(before)) {
    const [old, now] = [before.get(uri), after.get(uri)];
    if (headerOf(old) !== headerOf(now) && !(now && headerOf(old) === undefined && joined.covers(now))) return false;
  }
  return true;
}

/** `undefined` where none is written. */
const headerOf = (document: Document | undefined): Header | undefined => (document?.header.frontMatter.length === 0 ? undefined : document?.header);
