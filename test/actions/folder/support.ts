/** Actions on a folder, done where `$0` stands. Today is Monday, 23 November 2026. */
import assert from 'node:assert/strict';
import { Refusal } from '../../../server/actions/action.ts';
import type { FolderPlace, Result } from '../../../server/actions/folder/folderAction.ts';
import { folderActions } from '../../../server/actions/folder/index.ts';
import type { FolderActionName } from '../../../server/protocol.ts';
import { check } from '../../../server/rules/run.ts';
import { contextAt } from '../../support/feature.ts';
import { applyFix, parseFixture, uriOf } from '../../support/fixture.ts';

type Options = Readonly<Record<string, unknown>>;

/** The folder of a fixture at its cursor; `path` names a note that is not there. */
function placeIn(text: string, path?: string): FolderPlace {
  const { context, position: { line } } = contextAt(text);
  const place = path === undefined ? {} : { uri: uriOf(path), document: undefined };
  const { today } = context;
  return { ...context, line, check: (document, folder) => check(document, { folder, today }, { levels: new Map(), onError: (code) => assert.fail(code) }), ...place };
}

export const resultOf = (name: FolderActionName, text: string, options: Options = {}, path?: string): Result =>
  folderActions[name].result(placeIn(text, path), options);

/** The files after it. */
export function filesAfter(name: FolderActionName, text: string, options: Options = {}, path?: string): Map<string, string> {
  const { change = {} } = resultOf(name, text, options, path);
  return applyFix(parseFixture(text).files, { title: name, ...change });
}

export const noteAfter = (name: FolderActionName, text: string, options?: Options): string => filesAfter(name, text, options).get('note.delegate.md')!;

/** What is offered for an option, with what is said beside it. */
export function choices(name: FolderActionName, option: string, text: string, given: Options = {}, typed = ''): string[] {
  return folderActions[name].choices(option, placeIn(text), given, typed).map(({ label, description, detail }) => [label, description, detail].filter(Boolean).join(' | '));
}

/** Why it is not done. */
export function refusal(name: FolderActionName, text: string, options: Options, path?: string): string {
  try {
    resultOf(name, text, options, path);
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
  return assert.fail(`${name} was done`);
}
