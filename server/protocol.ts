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
 * The kinds of semantic tokens: people, names of fields, kinds and verbs, figures of all sorts, cadences. All are LSP's own,
 * so that every theme has a colour for them, and each has the scope that our grammar gives the same words.
 */
export const tokenScopes = {
  decorator: 'entity.name.tag.handle.delegate',
  property: 'entity.other.attribute-name.field.delegate',
  keyword: 'keyword.control.verb.delegate',
  number: 'constant.numeric.date.delegate',
  string: 'string.unquoted.cadence.delegate',
} as const;

export type TokenType = keyof typeof tokenScopes;

export const tokenTypes = Object.keys(tokenScopes) as readonly TokenType[];

/** A bit for each: where a team defines somebody. */
export const tokenModifiers = ['declaration'] as const;
