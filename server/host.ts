/** What the server asks of where it runs; Node and the browser each have their own. */

/** The text of a file, or why there is none. `unreadable` says so in words. */
export type FileText = { readonly text: string } | 'missing' | 'directory' | 'other' | { readonly unreadable: string };

export interface Host {
  /** The URIs of all notes below a folder, in slices, with a breath between them in which messages get through. */
  notes(folderUri: string): AsyncIterable<readonly string[]>;
  /** Reads a note or a linked document; the caller has made sure that it lies in a workspace folder. */
  read(uri: string): FileText | Promise<FileText>;
}
