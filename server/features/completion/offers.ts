/** What a place is offered, before it becomes LSP's items. */
import type { CompletionItemKind } from 'vscode-languageserver-types';
import type { Place } from './place.ts';

/** LSP's numbers for what the icons of items say; the package's own enumeration is left out of the bundle. */
export const icon = {
  field: 5, person: 6, property: 10, unit: 11, value: 12, enum: 13, keyword: 14, snippet: 15, file: 17, reference: 18, event: 23,
} as const satisfies Record<string, CompletionItemKind>;

export interface Offer {
  readonly label: string;
  readonly icon: CompletionItemKind;
  /** Plain text, be it from a note. */
  readonly detail?: string;
  /** Markdown of our own; text of a note never becomes part of it. */
  readonly documentation?: string;
  /** What is written; the label where nothing else is said. */
  readonly text?: string;
  /** The same with places to fill in, for editors that have them. */
  readonly snippet?: string;
  /** What typed text is held against; the label where nothing else is said. */
  readonly filter?: string;
  /** It leaves something to choose, so completion is asked for again. */
  readonly again?: true;
  /** What documentation that follows later is about. */
  readonly subject?: Subject;
}

export type Subject = { readonly cadence: string } | { readonly process: string };

/** Offers for a stretch of the cursor's line, which they replace. */
export interface Offers {
  readonly start: number;
  readonly end: number;
  /** The likeliest first. */
  readonly offers: readonly Offer[];
  /** They depend on what is typed, so that they are asked for again with every letter. */
  readonly incomplete?: boolean;
}

/** Looks whether a place is one that it knows; `undefined` leaves it to the next source. */
export type Source = (place: Place) => Offers | undefined;

/** A place where nothing is offered, whatever the sources behind it may think. */
export const nothing: Offers = { start: 0, end: 0, offers: [] };

/** Offers for the word that ends at the cursor and begins where a pattern's first group does. */
export function forWord({ before, after }: Place, word: string, offers: readonly Offer[], rest: RegExp = /^[\p{L}\p{N}\p{M}_-]*/u): Offers {
  return { start: before.length - word.length, end: before.length + (rest.exec(after)?.[0].length ?? 0), offers };
}
