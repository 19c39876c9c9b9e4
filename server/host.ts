/** What the server asks of where it runs; Node and the browser each have their own. */

/** The text of a file, or why there is none. `unreadable` says so in words that fit into brackets: "larger than 20 MB". */
export type FileText = { readonly text: string } | 'missing' | 'directory' | 'other' | { readonly unreadable: string };

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
  /** The base of the rules' pages; `CODE.md` is added to it. */
  readonly rulePages: string;
  now(): Date;
  /** Calls back as soon as the message at hand is done with, after the one that came next. */
  soon(call: () => void): void;
  /** Calls back once, after so many milliseconds or as soon as the machine is awake again. */
  later(milliseconds: number, call: () => void): void;
}

/** Characters or bytes; a note of this size holds a lifetime of entries. */
export const fileLimit = 20 * 1024 * 1024;

export const tooLarge = `larger than ${fileLimit / 1024 / 1024} MB`;

/** Folders that hold no notes of the user's. */
export const skippedFolders: ReadonlySet<string> = new Set(['node_modules', '.git', '.hg', '.svn']);
