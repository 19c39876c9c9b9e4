/** What a feature is given, made of a fixture: the note that the cursor is in, and the cursor. */
import assert from 'node:assert/strict';
import type { EditorAbilities, NoteContext } from '../../server/context.ts';
import { toDiagnostic } from '../../server/features/diagnostics.ts';
import { type Day, parseDay } from '../../server/notation/dates.ts';
import { check } from '../../server/rules/run.ts';
import { readSettings, type Settings } from '../../server/settings.ts';
import type { Position } from '../../server/text.ts';
import { load, parseFixture, uriOf } from './fixture.ts';

/** An editor that can do everything, and asks for nothing itself. */
export const able: EditorAbilities = {
  configuration: true,
  configurationEvents: true,
  watching: true,
  pulling: false,
  pullAgain: false,
  relatedInformation: true,
  codeDescription: true,
  versionedEdits: true,
  creatingFiles: true,
  codeActions: true,
  lazyEdits: false,
  preferredActions: true,
  showingFiles: true,
  applyingEdits: true,
  asking: false,
  inlayHints: true,
  inlayHintsAgain: true,
  codeLens: true,
  codeLensAgain: true,
  hoverMarkdown: true,
  images: true,
  completion: true,
  snippets: true,
  lazyDocumentation: false,
  markdownDocumentation: true,
  suggestCommand: undefined,
  movingFiles: true,
  tellingMoves: true,
  previewing: true,
  snippetEdits: true,
  definition: true,
  definitionLinks: true,
  references: true,
  highlights: true,
  rename: true,
  preparingRename: true,
  documentLinks: true,
  workspaceSymbols: true,
  documentSymbols: true,
  folding: true,
  selectionRanges: true,
  semanticTokens: true,
};

export interface FeatureOptions {
  readonly today?: Day;
  readonly abilities?: Partial<EditorAbilities>;
  readonly settings?: Partial<Settings>;
  /** Where the fixture has no cursor. */
  readonly path?: string;
}

/** The context of the note that `$0` stands in, or of the first one, and where it stands. */
export function contextAt(text: string, options: FeatureOptions = {}): { readonly context: NoteContext; readonly position: Position } {
  const { files, cursor } = parseFixture(text);
  const folder = load(files);
  const uri = uriOf(cursor?.path ?? options.path ?? 'note.delegate.md');
  const document = folder.file(uri);
  assert(typeof document === 'object', `${uri} is no document that the fixture's notes know`);
  const today = options.today ?? parseDay('2026-11-23')!;
  const findings = check(document, { folder, today }, { levels: new Map(), onError: (code, error) => assert.fail(`${code}: ${String(error)}`) });
  const spelled = (each: string): string => each;
  const abilities = { ...able, ...options.abilities };
  return {
    context: {
      uri, document, folder, today, findings, spelled, abilities,
      settings: { ...readSettings(undefined), ...options.settings },
      version: () => null,
      markdownIn: (folderUri) => [...files.keys()].map(uriOf).filter((each) => each.endsWith('.md') && each.slice(0, each.lastIndexOf('/')) === folderUri),
      rulePages: 'file:///pages/',
      toDiagnostic: (finding) => toDiagnostic(finding, { rulePages: undefined, relatedInformation: true, spelled }),
    },
    position: cursor?.position ?? { line: 0, character: 0 },
  };
}
