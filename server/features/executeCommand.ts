/** The commands of the server: an action, done to a task that is named by its place. */
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { type Deed, Refusal, type Shown, unlessRefused } from '../actions/action.ts';
import { actions } from '../actions/index.ts';
import { actionContext, taskOf } from '../actions/place.ts';
import type { NoteContext } from '../context.ts';
import type { ActionArgument, ActionName } from '../protocol.ts';
import { fileName } from '../rules/wording.ts';
import { isPossible, workspaceEdit } from '../workspaceEdit.ts';

/** What the editor is to do, and what it calls that where it can be undone; or why nothing is done. */
export type Outcome = Done | { readonly refusal: string };

interface Done {
  readonly label: string;
  readonly edit?: WorkspaceEdit;
  readonly show?: Shown;
  /** What the command answers. */
  readonly text?: string;
}

/** `context` is that of the note of the argument, if there is such a note. */
export function outcomeOf(name: ActionName, argument: ActionArgument, context: NoteContext | undefined): Outcome {
  return unlessRefused<Outcome>(() => {
    if (!context) throw new Refusal('There is no task delegation note at this place.');
    const { uri: _uri, line: _line, title: _title, ...options } = argument;
    const action = actions[name];
    const task = taskOf(context.document, argument);
    return done(action.title, action.change(task, actionContext(context, task, argument), options), context);
  }, (refusal) => ({ refusal }));
}

function done(label: string, { show, text, ...change }: Deed, context: NoteContext): Done {
  const { folder, abilities, spelled } = context;
  if (!isPossible(change, context)) throw new Refusal(`${label} would write outside of the workspace, or make a file, which this editor cannot do.`);
  const writes = (change.edits ?? []).length > 0 || change.create !== undefined;
  if (show && !writes && !abilities.showingFiles) throw new Refusal(`“${fileName(show.uri, folder)}” is there already.`);
  return {
    label,
    ...(writes && { edit: workspaceEdit(change, context) }),
    ...(show && abilities.showingFiles && { show: { ...show, uri: spelled(show.uri) } }),
    ...(text !== undefined && { text }),
  };
}

/** The file that somebody has to look for before the outcome can be told. */
export function fileOfAction(name: ActionName, argument: ActionArgument, context: NoteContext): string | undefined {
  return unlessRefused(() => {
    const file = actions[name].lookFor?.(taskOf(context.document, argument), context);
    return file !== undefined && context.folder.file(file) === undefined ? file : undefined;
  }, () => undefined);
}
