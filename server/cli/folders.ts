/** Reads what the commands work on: the notes that paths name, in their workspace folders, with what they link to. */
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Day } from '../notation/dates.ts';
import { LinkedFiles } from '../model/processes.ts';
import { Folder, type LinkedFile } from '../model/workspace.ts';
import { type Document, readDocument, tasksOf } from '../notation/document.ts';
import { Headers } from '../notation/headers.ts';
import { Shelf } from '../notation/shelf.ts';
import { readLinked, readNote, stampOfUri } from '../nodeFiles.ts';
import { printable } from '../reports/text.ts';
import { collect, type Collected } from './collect.ts';
import type { Terminal } from './command.ts';

export interface ReadFolder {
  /** As people write it, `.` for the one that they are in. */
  readonly path: string;
  readonly folder: Folder;
  /** The notes that were asked for; the folder holds those that belong to them, too. */
  readonly wanted: readonly WantedNote[];
  /** The states of the files that were read, by URI, as far as they are sure. */
  readonly stamps: ReadonlyMap<string, string>;
  /** Of very many notes not all that was read is held: whoever goes over them takes it back after each. */
  readonly shelf: Shelf | undefined;
}

interface WantedNote {
  /** As people write it: from where they are, with forward slashes. */
  readonly path: string;
  readonly document: Document;
}

/** Notes of which all that is read of them can be held: some tens of megabytes. */
const many = 2000;

export class Input {
  /** Whether something could not be read, or not be worked on; it was told. */
  hasFailed = false;

  constructor(private readonly terminal: Terminal) {}

  /** The folders of the paths, one at a time. What cannot be read is told, and the rest is read all the same. */
  *folders(paths: readonly string[]): Generator<ReadFolder> {
    for (const found of this.find(paths)) yield this.read(found);
  }

  /** The same, of which nothing has been read yet. */
  find(paths: readonly string[]): Collected[] {
    return collect(paths, this.terminal.cwd, (path, problem) => this.complain(path, problem));
  }

  complain(path: string, problem: string): void {
    this.hasFailed = true;
    this.terminal.error(`${printable(`${this.shown(path)}: ${problem}`)}\n`);
  }

  /** With a day, what is asked of all notes on it is worked out along the way where they are many. */
  read({ root, notes }: Collected, today?: Day): ReadFolder {
    const headers = new Headers();
    const shelf = notes.length > many ? new Shelf() : undefined;
    const stamps = new Map<string, string>();
    const wanted: WantedNote[] = [];
    const files = new LinkedFiles();
    let folder = Folder.empty(root);
    let documents: Document[] = [];
    const join = (): void => {
      folder = folder.with(...documents);
      files.add(documents.flatMap(tasksOf), folder);
      documents = [];
    };
    for (const { path, uri, isWanted } of notes) {
      const note = readNote(path);
      if ('problem' in note) {
        // What is not asked for is nobody's trouble.
        if (isWanted) this.complain(path, note.problem);
        continue;
      }
      const document = readDocument(uri, note.text, headers, shelf);
      documents.push(document);
      if (note.stamp !== undefined) stamps.set(uri, note.stamp);
      if (isWanted) wanted.push({ path: this.shown(path), document });
      if (!shelf?.isMuchLent) continue;
      // What is to be known of all notes is found out while they are at hand.
      const come = documents;
      join();
      folder.index();
      if (today !== undefined) for (const each of come) folder.count(each, today);
      shelf.takeBack();
    }
    join();
    const linked: [string, LinkedFile][] = [];
    for (const uri of files.in(folder)) {
      if (folder.documents.has(uri)) continue;
      // The state before it is read: what is written meanwhile is another one.
      const stamp = stampOfUri(uri);
      if (stamp !== undefined) stamps.set(uri, stamp);
      linked.push([uri, readLinked(uri, root, shelf)]);
    }
    return { path: this.shown(fileURLToPath(root)), folder: folder.withFiles(linked), wanted, stamps, shelf };
  }

  shown(path: string): string {
    const near = relative(this.terminal.cwd, path);
    return (near === '' ? '.' : near).split(sep).join('/');
  }
}
