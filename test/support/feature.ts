/** What a feature is given, made of a fixture: the note that the cursor is in, and the cursor. */
import assert from 'node:assert/strict';
import type { EditorAbilities, NoteContext } from '../../server/context.ts';
import { toDiagnostic } from '../../server/features/diagnostics.ts';
import { type Day, parseDay } from '../../server/notation/dates.ts';
import { check } from '../../server/rules/run.ts';
import type { Position } from '../../server/text.ts';
import { load, parseFixture, uriOf } from './fixture.ts';

/** An editor that can do everything, and asks for nothing itself. */
const able: EditorAbilities = {
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
};

export interface FeatureOptions {
  readonly today?: Day;
  readonly abilities?: Partial<EditorAbilities>;
  /** Where the fixture has no cursor. */
  readonly path?: string;
}

/** The context of the note that `$0` stands in, or of the first one, and where it stands. */
export function contextAt(text: string, options: FeatureOptions = {}): { readonly context: NoteContext; readonly position: Position } {
  const { files, cursor } = parseFixture(text);
  const folder = load(files);
  const uri = uriOf(cursor?.path ?? options.path ?? 'note.delegate.md');
  const document = folder.documents.get(uri);
  assert(document, `${uri} is no note of the fixture`);
  const today = options.today ?? parseDay('2026-11-23')!;
  const findings = check(document, { folder, today }, { levels: new Map(), onError: (code, error) => assert.fail(`${code}: ${String(error)}`) });
  const spelled = (each: string): string => each;
  const abilities = { ...able, ...options.abilities };
  return {
    context: {
      uri, document, folder, today, findings, spelled, abilities,
      version: () => null,
      toDiagnostic: (finding) => toDiagnostic(finding, { rulePages: undefined, relatedInformation: true, spelled }),
    },
    position: cursor?.position ?? { line: 0, character: 0 },
  };
}
