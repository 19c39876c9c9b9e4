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
  /** The editor has an outline of Markdown's headings of its own, and needs none of ours. */
  readonly outline?: 'own';
}

/** The section of the settings. */
export const section = 'delegateNotes';

/** A command of the server: shows the file whose URI it is given. A fix that makes a file comes with it. */
export const showFileCommand = 'delegateNotes.server.showFile';

/**
 * The kinds of semantic tokens, all of them LSP's own, so that every theme has a colour for them: people, names of fields,
 * kinds and verbs, figures of all sorts, cadences.
 */
export const tokenTypes = ['decorator', 'property', 'keyword', 'number', 'string'] as const;
export type TokenType = (typeof tokenTypes)[number];

/** A bit for each: where a team defines somebody. */
export const tokenModifiers = ['declaration'] as const;
