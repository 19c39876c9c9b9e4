/** Reads what the commands work on: the notes that paths name, in their workspace folders, with what they link to. */
import { relative, sep } from 'node:path';
import { linkedUris } from '../model/processes.ts';
import { Folder, type LinkedFile } from '../model/workspace.ts';
import type { Document } from '../notation/document.ts';
import { readDocument } from '../notation/document.ts';
import { Headers } from '../notation/headers.ts';
import { readLinked } from '../nodeFiles.ts';
import { printable } from '../reports/text.ts';
import { collect, type NoteFile } from './collect.ts';
import type { Terminal } from './command.ts';

export interface ReadFolder {
  readonly folder: Folder;
  /** The notes that were asked for; the folder holds those that belong to them, too. */
  readonly wanted: readonly WantedNote[];
}

interface WantedNote {
  /** As people write it: from where they are, with forward slashes. */
  readonly path: string;
  readonly document: Document;
}

export class Input {
  /** Whether something could not be read, or not be worked on; it was told. */
  hasFailed = false;

  constructor(private readonly terminal: Terminal) {}

  /** The folders of the paths, one at a time. What cannot be read is told, and the rest is read all the same. */
  *folders(paths: readonly string[]): Generator<ReadFolder> {
    const complain = (path: string, problem: string): void => this.complain(path, problem);
    for (const { root, notes } of collect(paths, this.terminal.cwd, complain)) yield this.readFolder(root, notes);
  }

  complain(path: string, problem: string): void {
    this.hasFailed = true;
    this.terminal.error(`${printable(`${this.shown(path)}: ${problem}`)}\n`);
  }

  private readFolder(root: string, notes: readonly NoteFile[]): ReadFolder {
    const headers = new Headers();
    const documents = notes.map(({ uri, text }) => readDocument(uri, text, headers));
    const folder = Folder.empty(root).with(...documents);
    const linked: [string, LinkedFile][] = [];
    for (const uri of linkedUris(folder.tasks(), folder)) {
      if (!folder.documents.has(uri)) linked.push([uri, readLinked(uri, root)]);
    }
    const wanted = notes.flatMap(({ path, isWanted }, i) => (isWanted ? [{ path: this.shown(path), document: documents[i]! }] : []));
    return { folder: folder.withFiles(linked), wanted };
  }

  private shown(path: string): string {
    const near = relative(this.terminal.cwd, path);
    return (near === '' ? '.' : near).split(sep).join('/');
  }
}
