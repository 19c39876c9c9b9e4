/**
 * Navigation in a workspace of 1,000 notes of 5 KB: definition, references and rename of a person whom nearly all of them
 * mention, each right after a key was typed in the note, as the server answers them: with its answer as JSON.
 */
import type { EditorAbilities, NoteContext } from '../server/context.ts';
import { definition } from '../server/features/definition.ts';
import { references } from '../server/features/references.ts';
import { rename } from '../server/features/rename.ts';
import { Folder } from '../server/model/workspace.ts';
import { dayOf } from '../server/notation/dates.ts';
import { readDocument, textOf } from '../server/notation/document.ts';
import { Headers } from '../server/notation/headers.ts';
import type { Position } from '../server/text.ts';
import { note } from './corpus.ts';
import { percentile, type Row } from './measure.ts';
import { readSettings } from '../server/settings.ts';

const count = 1000;
const size = 5000;
const rounds = 200;
const toReach = 20;

export function navigation(): Row[] {
  const headers = new Headers();
  const root = 'file:///bench';
  const documents = Array.from({ length: count }, (_, i) => readDocument(`${root}/note-${i}.delegate.md`, note(size, i + 1), headers));
  let folder = Folder.empty(root).with(...documents);
  const uri = documents[0]!.uri;
  const abilities = { versionedEdits: true, definitionLinks: true } as EditorAbilities;
  const ask = (feature: (context: NoteContext, position: Position) => unknown): number[] =>
    Array.from({ length: rounds }, (_, round) => {
      const text = `${textOf(folder.documents.get(uri)!)}${round % 10}`;
      folder = folder.with(readDocument(uri, text, headers));
      const document = folder.documents.get(uri)!;
      const { line, end } = document.people.get('maria')!.at(-1)!;
      const context: NoteContext = {
        uri, document, folder, abilities, today: dayOf(2026, 11, 23), findings: [], spelled: (each) => each, version: () => null, rulePages: '', markdownIn: () => [], settings: readSettings(undefined),
        toDiagnostic: () => { throw new Error('nothing is found here'); },
      };
      const start = performance.now();
      JSON.stringify(feature(context, { line, character: end }));
      return performance.now() - start;
    });
  return [
    row('definition', ask(definition)),
    row('references', ask((context, position) => references(context, position, true))),
    row('rename', ask((context, position) => rename(context, position, 'mariana'))),
  ];
}

function row(name: string, times: readonly number[]): Row {
  const p95 = percentile(times, 0.95);
  return {
    metric: `${name} of a person in ${count.toLocaleString('en')} notes`,
    ours: `${p95.toFixed(1)} ms (p95; the first ${times[0]!.toFixed(0)} ms)`,
    peer: '',
    ratio: '',
    toReach: `< ${toReach} ms`,
    reached: p95 < toReach,
    raw: { p95, first: times[0]! },
  };
}
