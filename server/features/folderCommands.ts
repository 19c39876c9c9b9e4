/** The commands of the server that are about a folder of notes, or one note of it: what they choose from, and what they do. */
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { Refusal, unlessRefused } from '../actions/action.ts';
import type { FolderPlace, Result } from '../actions/folder/folderAction.ts';
import { folderActions } from '../actions/folder/index.ts';
import type { FolderContext } from '../context.ts';
import type { FolderActionArgument, FolderActionName, OptionChoice, OptionChoicesParams } from '../protocol.ts';
import { isPossible, workspaceEdit } from '../workspaceEdit.ts';

/** What the editor is to do, what it calls that, and what follows; or why nothing is done. */
export type FolderOutcome = (Pick<Result, 'show' | 'told'> & { readonly label: string; readonly edit?: WorkspaceEdit }) | { readonly refusal: string };

/** `context` is that of the folder that the argument names, if there is such a folder. */
export function folderOutcomeOf(name: FolderActionName, argument: FolderActionArgument, context: FolderContext | undefined): FolderOutcome {
  return unlessRefused<FolderOutcome>(() => {
    if (!context) throw new Refusal('Say in which of the workspace’s folders, by the “uri” of a note in it.');
    const action = folderActions[name];
    const { change, show, told } = action.result(placeOf(argument, context), optionsOf(argument));
    if (change && !isPossible(change, context)) throw new Refusal(`${action.title} would write outside of the workspace, or make a file, which this editor cannot do.`);
    return {
      label: action.title,
      ...(change && { edit: workspaceEdit(change, context) }),
      ...(show && { show: { ...show, uri: context.spelled(show.uri) } }),
      ...(told !== undefined && { told }),
    };
  }, (refusal) => ({ refusal }));
}

/** What there is to choose from for an option. */
export function optionChoicesOf({ action, option, argument, typed }: OptionChoicesParams, context: FolderContext | undefined): OptionChoice[] {
  return unlessRefused(() => context ? folderActions[action].choices(option, placeOf(argument, context), optionsOf(argument), typed) : [], () => []);
}

/** At the end of the note, where no line is named. */
const placeOf = ({ line }: FolderActionArgument, context: FolderContext): FolderPlace => ({
  ...context, line: Number.isInteger(line) && line! >= 0 ? line! : (context.document?.lineCount ?? 0),
});

const optionsOf = ({ uri: _uri, line: _line, ...options }: FolderActionArgument): Readonly<Record<string, unknown>> => options;
