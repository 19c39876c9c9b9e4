/** What completion offers at the `$0` of a fixture, and the note after one of the offers is taken. */
import assert from 'node:assert/strict';
import type { CompletionItem, CompletionList, TextEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { completion } from '../../server/features/completion.ts';
import { contextAt, type FeatureOptions } from '../support/feature.ts';
import { parseFixture } from '../support/fixture.ts';

export interface Options extends FeatureOptions {
  /** The character that brought the editor to ask. */
  readonly typed?: string;
}

export function listAt(text: string, options: Options = {}): CompletionList {
  const { context, position } = contextAt(text, options);
  return completion(context, position, options.typed);
}

export const itemsAt = (text: string, options?: Options): CompletionItem[] => listAt(text, options).items;

export const labelsAt = (text: string, options?: Options): string[] => itemsAt(text, options).map(({ label }) => label);

export function itemAt(text: string, label: string, options?: Options): CompletionItem {
  const items = itemsAt(text, options);
  const item = items.find((each) => each.label === label);
  assert(item, `“${label}” is not offered: ${items.map((each) => each.label).join(', ')}`);
  return item;
}

/** The cursor's file after an item is taken, in an editor without snippets. */
export function taken(text: string, label: string, options: Options = {}): string {
  const { files, cursor } = parseFixture(text);
  const item = itemAt(text, label, { ...options, abilities: { snippets: false, ...options.abilities } });
  const note = files.get(cursor!.path)!;
  const { line, character } = cursor!.position;
  const typed = note.split(/\r\n|\n/)[line]!.slice((item.textEdit as TextEdit).range.start.character, character);
  assert(isKept(typed, item.filterText ?? label), `an editor would not show “${label}” for “${typed}”`);
  return applied(note, item);
}

/** Editors hold what is typed of a range against each item: its letters have to be there, in their order. */
function isKept(typed: string, filter: string): boolean {
  let at = 0;
  for (const letter of typed.trim().toLowerCase()) {
    at = filter.toLowerCase().indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function applied(note: string, { textEdit }: CompletionItem): string {
  return TextDocument.applyEdits(TextDocument.create('', 'markdown', 0, note), [textEdit as TextEdit]);
}

/** A line of a note before and after an item is taken; the lines around it stay. */
export function takes(before: string, label: string, line: string, options?: Options): void {
  const cursor = before.split('\n').findIndex((each) => each.includes('$0'));
  const expected = before.split('\n').map((each, i) => (i === cursor ? line : each));
  const own = expected.slice(0, expected.findIndex((each) => /^--- \S+\.\w+$/.test(each)) >>> 0);
  assert.equal(taken(before, label, options).replace(/\n+$/, ''), own.join('\n').replace(/^\n|\n+$/g, ''));
}

export const team = `---
currency: EUR
team:
  maria: { name: Maria Silva, role: operations }
  jon: { name: Jon Park }
  lin: { name: Lin Chen, role: photographer, time: contract }
  rory: { name: Rory Quill, until: 2026-09-26 }
---

## Newsletter (recurring)

- Owner: @jon
`;
