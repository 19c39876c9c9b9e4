/** What a feature is given: a note, all that is known around it, and what the editor can do. */
import type { Diagnostic } from 'vscode-languageserver-types';
import type { Document } from './notation/document.ts';
import type { Day } from './notation/dates.ts';
import type { Folder } from './model/workspace.ts';
import type { Finding } from './rules/run.ts';
import type { Settings } from './settings.ts';

export interface NoteContext extends Editor {
  /** The note, as the server spells it, and the folder that it lies in. */
  readonly uri: string;
  readonly document: Document;
  readonly folder: Folder;
  readonly today: Day;
  /** What the rules say of the note; worked out when it is asked for. */
  readonly findings: readonly Finding[];
  readonly toDiagnostic: (finding: Finding) => Diagnostic;
  /** The Markdown files that lie right in a folder, linked or not; at most a few hundred. */
  readonly markdownIn: (folderUri: string) => readonly string[];
  readonly settings: Settings;
  /** The URI of the folder with the rules' pages, with a slash at its end. */
  readonly rulePages: string;
}

/** What is known of a workspace folder, and of the file in it that is named. */
export interface FolderContext extends Editor {
  /** Of a note, which need not be there yet, or of the folder. */
  readonly uri: string;
  /** Where it is a note that has been read. */
  readonly document: Document | undefined;
  readonly folder: Folder;
  readonly today: Day;
  /** What the rules say of a note, be it as it is or as it would be. */
  readonly check: (document: Document, folder: Folder) => readonly Finding[];
}

/** What a feature of the whole workspace is given. */
export interface WorkspaceContext extends Editor {
  readonly folders: readonly Folder[];
}

/** What is to be known of the editor. */
export interface Editor {
  /** How the editor spells the URI of a file. */
  readonly spelled: (uri: string) => string;
  /** The version of an open document, `null` for a closed one. */
  readonly version: (uri: string) => number | null;
  readonly abilities: EditorAbilities;
}

/** What the editor can do. */
export interface EditorAbilities {
  readonly configuration: boolean;
  readonly configurationEvents: boolean;
  readonly watching: boolean;
  /** It asks for findings itself; then none are pushed. */
  readonly pulling: boolean;
  readonly pullAgain: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly versionedEdits: boolean;
  readonly creatingFiles: boolean;
  /** It moves files that an edit of the workspace says to. */
  readonly movingFiles: boolean;
  /** It shows the edits of a workspace edit that say so before it makes them. */
  readonly previewing: boolean;
  /** Edits of its open documents may have places to fill in. */
  readonly snippetEdits: boolean;
  /** It asks before it moves files, so that links can be kept. */
  readonly tellingMoves: boolean;
  readonly codeActions: boolean;
  readonly lazyEdits: boolean;
  readonly preferredActions: boolean;
  readonly showingFiles: boolean;
  readonly applyingEdits: boolean;
  /** It has commands of its own that ask what an action needs. */
  readonly asking: boolean;
  readonly inlayHints: boolean;
  readonly inlayHintsAgain: boolean;
  readonly codeLens: boolean;
  readonly codeLensAgain: boolean;
  readonly hoverMarkdown: boolean;
  /** It shows the pictures in a hover, SVG with its size behind a bar, as VS Code does. */
  readonly images: boolean;
  readonly completion: boolean;
  /** What is inserted may have places to fill in. */
  readonly snippets: boolean;
  /** What an item means may follow when the item is looked at. */
  readonly lazyDocumentation: boolean;
  readonly markdownDocumentation: boolean;
  /** The editor's own command that asks for completion, for items that leave something to choose. */
  readonly suggestCommand: string | undefined;
  readonly definition: boolean;
  /** A definition can say what of it is shown and what is selected. */
  readonly definitionLinks: boolean;
  readonly references: boolean;
  readonly highlights: boolean;
  readonly rename: boolean;
  /** It asks what would be renamed before it asks for the new name. */
  readonly preparingRename: boolean;
  readonly documentLinks: boolean;
  readonly workspaceSymbols: boolean;
  /** It shows symbols as a tree, and does not have one of Markdown's headings already. */
  readonly documentSymbols: boolean;
  readonly folding: boolean;
  readonly selectionRanges: boolean;
  readonly semanticTokens: boolean;
}

/** Whether code actions of a kind are asked for: by no kind at all, by this one, or by one above it. */
export const isKindWanted = (kind: string, only: readonly string[] | undefined): boolean =>
  !only || only.some((wanted) => wanted === '' || wanted === kind || kind.startsWith(`${wanted}.`));
