/** What the server asks of where it runs; Node and the browser each have their own. */

/** The text of a file and its `Storage.stamp`, or why there is none. `unreadable` says so in words that fit into brackets: "larger than 20 MB". */
export type FileText = { readonly text: string; readonly stamp?: string | undefined } | 'missing' | 'directory' | 'other' | { readonly unreadable: string };

/** A note that was found below a folder, or a file or folder on the way that could not be followed. */
export interface Found {
  readonly uri: string;
  readonly problem?: string;
}

export interface Host {
  /** All notes below a folder, with a breath every few milliseconds in which messages get through. */
  notes(folderUri: string): AsyncIterable<Found>;
  /** Reads a note or a linked document; what turns out to lie outside the folder is not read. */
  read(uri: string, folderUri: string): FileText | Promise<FileText>;
  /** The first few hundred Markdown files right in a folder; none where that lies outside of the workspace folder. */
  markdownIn(uri: string, folderUri: string): readonly string[];
  /** Where something can be kept from one start to the next. */
  readonly storage?: Storage;
  /** The base of the rules' pages; `CODE.md` is added to it. */
  readonly rulePages: string;
  now(): Date;
  /** Calls back as soon as the message at hand is done with, after the one that came next. */
  soon(call: () => void): void;
  /** Calls back once, after so many milliseconds or as soon as the machine is awake again. */
  later(milliseconds: number, call: () => void): void;
}

/** Files of our own, in a folder that is no workspace. */
export interface Storage {
  /** Two texts with one digest are one text. */
  digest(text: string): string;
  /**
   * What tells one state of a file on the disk from another without reading it: its times, its size. `undefined` where that is
   * not sure, as for a file that was written a moment ago and may be written again in the same tick of the disk's clock.
   */
  stamp(uri: string): string | undefined;
  /** A file as it was written by this very build; `undefined` where it is not there, damaged, or another build's. */
  read(uri: string): Uint8Array | undefined;
  /** Writes a file wholly or not at all, in steps after each of which something else may be done. Throws when it cannot. */
  writing(uri: string, parts: Iterable<Uint8Array>): Generator<void>;
}

/** Characters or bytes; a note of this size holds a lifetime of entries. */
export const fileLimit = 20 * 1024 * 1024;

export const tooLarge = `larger than ${fileLimit / 1024 / 1024} MB`;

/** Folders that hold no notes of the user's. */
export const skippedFolders: ReadonlySet<string> = new Set(['node_modules', '.git', '.hg', '.svn']);
