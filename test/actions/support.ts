/** Actions, done to the task that `$0` stands in. */
import assert from 'node:assert/strict';
import { Refusal } from '../../server/actions/action.ts';
import { actions } from '../../server/actions/index.ts';
import { actionContext, taskOf } from '../../server/actions/place.ts';
import type { ActionName } from '../../server/protocol.ts';
import { contextAt } from '../support/feature.ts';
import { applyFix, parseFixture } from '../support/fixture.ts';

type Options = Readonly<Record<string, unknown>>;

/** The note after an action. */
export function after(name: ActionName, text: string, options: Options = {}): string {
  const { context, position } = contextAt(text);
  const { title, change } = actions[name];
  const task = taskOf(context.document, position);
  const files = applyFix(parseFixture(text).files, { title, ...change(task, actionContext(context, task, position), options) });
  return files.get('note.delegate.md')!;
}

/** The one line that an action writes. */
export function written(name: ActionName, text: string, options?: Options): string {
  const before = new Set(text.replace('$0', '').split('\n'));
  const lines = after(name, text, options).split('\n').filter((line) => !before.has(line));
  assert.equal(lines.length, 1, lines.join('\n'));
  return lines[0]!;
}

/** Why an action is not done. */
export function refusal(name: ActionName, text: string, options?: Options): string {
  try {
    after(name, text, options);
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
  return assert.fail(`${name} was done`);
}
