/** Actions, done to the task that `$0` stands in. */
import assert from 'node:assert/strict';
import { type ActionContext, type Deed, Refusal } from '../../server/actions/action.ts';
import { actions } from '../../server/actions/index.ts';
import { actionContext, taskOf } from '../../server/actions/place.ts';
import type { Task } from '../../server/notation/document.ts';
import type { ActionName } from '../../server/protocol.ts';
import { contextAt } from '../support/feature.ts';
import { applyFix, type Files, lookedFor, parseFixture } from '../support/fixture.ts';

type Options = Readonly<Record<string, unknown>>;

/** What an action comes to. */
export function deed(name: ActionName, text: string, options: Options = {}): Deed {
  const { context, position } = contextAt(text);
  const task = taskOf(context.document, position);
  return deedOf(name, task, actionContext(context, task, position), parseFixture(text).files, options);
}

/** The same of a task of some files, with what it goes by looked for. */
function deedOf(name: ActionName, task: Task, given: ActionContext, files: Files, options: Options): Deed {
  const { lookFor, change } = actions[name];
  const wanted = lookFor?.(task, given);
  const folder = wanted === undefined || given.folder.file(wanted) !== undefined ? given.folder : lookedFor(given.folder, files, [wanted]);
  return change(task, { ...given, folder }, options);
}

/** The files after an action that is done to a task of theirs. */
export const done = (name: ActionName, task: Task, given: ActionContext, files: Files, options: Options = {}): Files =>
  applyFix(files, { title: name, ...deedOf(name, task, given, files, options) });

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
