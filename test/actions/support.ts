/** Actions, done to the task that `$0` stands in. */
import assert from 'node:assert/strict';
import { type Deed, Refusal } from '../../server/actions/action.ts';
import { actions } from '../../server/actions/index.ts';
import { actionContext, taskOf } from '../../server/actions/place.ts';
import type { ActionName } from '../../server/protocol.ts';
import { contextAt } from '../support/feature.ts';
import { applyFix, type Files, parseFixture } from '../support/fixture.ts';

type Options = Readonly<Record<string, unknown>>;

/** What an action comes to. */
export function deed(name: ActionName, text: string, options: Options = {}): Deed {
  const { context, position } = contextAt(text);
  const task = taskOf(context.document, position);
  return actions[name].change(task, actionContext(context, task, position), options);
}

/** All files after an action. */
export const filesAfter = (name: ActionName, text: string, options?: Options): Files => applyFix(parseFixture(text).files, { title: name, ...deed(name, text, options) });

/** The note after an action. */
export const after = (name: ActionName, text: string, options?: Options): string => filesAfter(name, text, options).get('note.delegate.md')!;

/** Whether an action is offered. */
export function applies(name: ActionName, text: string): boolean {
  const { context, position } = contextAt(text);
  return actions[name].appliesTo(taskOf(context.document, position), context);
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
