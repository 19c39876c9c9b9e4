/** What client and server say to each other beyond the Language Server Protocol. Types and constants only. */

export interface InitializationOptions {
  /** Fixes the day, as in `2026-11-23`; else it is the day in the time zone of the notes. */
  readonly today?: string;
  /** The URI of the folder with the rules' pages; else it is found beside the server. */
  readonly rulePages?: string;
  /** What `workspace/configuration` would answer for `delegateNotes`, for editors that do not have it. */
  readonly settings?: unknown;
  /** Findings are pushed although the editor could pull them. */
  readonly diagnostics?: 'push';
}

/** The section of the settings. */
export const section = 'delegateNotes';

/** A command of the server: shows the file whose URI it is given. A fix that makes a file comes with it. */
export const showFileCommand = 'delegateNotes.server.showFile';

/** The kind of the code action that makes all safe fixes of a note. */
export const fixAllKind = 'source.fixAll.delegate';
