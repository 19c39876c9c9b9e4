/** What files hold, read as documents; with a breath every few milliseconds, in which messages get through. */
import { Breath } from './breath.ts';
import { fileLimit, type FileText, type Found, type Host, tooLarge } from './host.ts';
import { readDocument } from './notation/document.ts';
import { Headers } from './notation/headers.ts';
import { Shelf } from './notation/shelf.ts';
import type { Content } from './openNote.ts';
import { isMarkdown } from './uris.ts';

export class Reading {
  readonly headers = new Headers();
  /** Lends what is read of the disk's files. */
  readonly shelf = new Shelf();
  /** The states of the files that were read, where they are sure. */
  readonly stamps = new Map<string, string>();

  constructor(
    private readonly host: Host,
    private readonly failed: (what: string, error: unknown) => void,
  ) {}

  /** Files below a folder, as many at a time as are read in some milliseconds; once they are dealt with, a breath is taken. */
  async *slices(folderUri: string, found: Iterable<Found> | AsyncIterable<Found>, length: number): AsyncGenerator<Map<string, Content>> {
    let contents = new Map<string, Content>();
    const breath = new Breath(this.host, length);
    for await (const { uri, problem } of found) {
      contents.set(uri, problem === undefined ? await this.read(uri, folderUri) : { unreadable: problem });
      if (!breath.isDue) continue;
      yield contents;
      contents = new Map();
      await breath.take();
    }
    yield contents;
  }

  private async read(uri: string, folderUri: string): Promise<Content> {
    const read = this.host.read(uri, folderUri);
    const file = read instanceof Promise ? await read : read;
    const stamp = typeof file === 'object' && 'text' in file ? file.stamp : undefined;
    if (stamp === undefined) this.stamps.delete(uri);
    else this.stamps.set(uri, stamp);
    return this.parse(uri, file, this.shelf);
  }

  parse(uri: string, file: FileText, shelf?: Shelf): Content {
    if (typeof file === 'string' || 'unreadable' in file) return file;
    if (!isMarkdown(uri)) return 'other';
    if (file.text.length > fileLimit) return { unreadable: tooLarge };
    try {
      return readDocument(uri, file.text, this.headers, shelf);
    } catch (error) {
      this.failed(`Reading ${uri}`, error);
      return { unreadable: 'Delegate Notes failed on it, and its output says how' };
    }
  }
}
