/** The commands of the server: an action, done to a task that is named by its place. */
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { Refusal } from '../actions/action.ts';
import { actions } from '../actions/index.ts';
import { actionContext, taskOf } from '../actions/place.ts';
import type { NoteContext } from '../context.ts';
import type { ActionArgument, ActionName } from '../protocol.ts';
import { isPossible, workspaceEdit } from '../workspaceEdit.ts';

/** What the editor is to do, and what it calls that where it can be undone; or why nothing is done. */
export type Outcome = { readonly label: string; readonly edit: WorkspaceEdit } | { readonly refusal: string };

/** `context` is that of the note of the argument, if there is such a note. */
export function outcomeOf(name: ActionName, argument: ActionArgument, context: NoteContext | undefined): Outcome {
  try {
    if (!context) throw new Refusal('There is no task delegation note at this place.');
    const { uri: _uri, line: _line, title: _title, ...options } = argument;
    const action = actions[name];
    const task = taskOf(context.document, argument);
    const change = action.change(task, actionContext(context, task, argument), options);
    if (!isPossible(change, context)) throw new Refusal(`${action.title} would write outside of the workspace, or make a file, which this editor cannot do.`);
    return { label: action.title, edit: workspaceEdit(change, context) };
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error.message };
    throw error;
  }
}
