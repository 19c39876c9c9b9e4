/** What client and server say to each other beyond the Language Server Protocol. Types and constants only. */
import type { Range } from './text.ts';

export interface InitializationOptions {
  /** Fixes the day, as in `2026-11-23`; else it is the day in the time zone of the notes. */
  readonly today?: string;
  /** The URI of the folder with the rules' pages; else it is found beside the server. */
  readonly rulePages?: string;
  /** The URI of a folder in which the server keeps what it has found until the next start; without one it keeps nothing. */
  readonly storage?: string;
  /** What `workspace/configuration` would answer for `delegateNotes`, for editors that do not have it. */
  readonly settings?: unknown;
  /** Findings are pushed although the editor could pull them. */
  readonly diagnostics?: 'push';
  /** The editor has a command of its own for each action, which asks what is to be written: lenses run those. */
  readonly asks?: true;
  /** The editor shows pictures in Markdown: `data:` addresses of SVG, sized by `|width=…,height=…`. No capability tells. */
  readonly images?: boolean;
  /** The editor's own command that asks for completion; what is completed in two steps runs it after the first. */
  readonly suggestCommand?: string;
  /** The editor has an outline of Markdown's headings of its own, and needs none of ours. */
  readonly outline?: 'own';
}

/** The section of the settings. */
export const section = 'delegateNotes';

/** A command of the server: shows the file whose URI it is given. A fix that makes a file comes with it. */
export const showFileCommand = 'delegateNotes.server.showFile';

/** What can be done to a task by name. Each is a file in `actions/`. */
export const actionNames = [
  'logCompletion',
  'skipOccurrence',
  'pause',
  'resume',
  'addFeedback',
  'recordAward',
  'markDelivered',
  'addReview',
  'assignOwner',
  'archiveEntries',
  'convertToRecurring',
  'createProcess',
  'draftProcess',
  'markReviewed',
  'copyJobPost',
] as const;

export type ActionName = (typeof actionNames)[number];

const serverPrefix = `${section}.server.`;

/** What can be done to a folder of notes by name, at a place in it or not. Each is a file in `actions/folder/`. */
export const folderActionNames = ['newFunction', 'newOneOff', 'handOver', 'fixAll'] as const;

export type FolderActionName = (typeof folderActionNames)[number];

/**
 * The server's command that does it, and makes the edit itself: its one argument is an `ActionArgument`, for a folder a
 * `FolderActionArgument`.
 */
export const serverCommand = (action: ActionName | FolderActionName): string => serverPrefix + action;

/** The action on a folder that a command of the server does. */
export const folderActionOf = (command: string): FolderActionName | undefined => folderActionNames.find((action) => serverCommand(action) === command);

/** A command of the server: reads and checks all notes again, and says what it has found. */
export const checkWorkspaceCommand = `${serverPrefix}checkWorkspace`;

/** The action that a command of the server does. */
export const actionOf = (command: string): ActionName | undefined => actionNames.find((action) => serverCommand(action) === command);

/** The editor's own command, that asks before it has the server do it: its one argument, if it has any, is a `TaskPlace`. */
export const askingCommand = <A extends ActionName | FolderActionName>(action: A): `${typeof section}.${A}` => `${section}.${action}`;

/** A task, by a line of its block. */
export interface TaskPlace {
  readonly uri: string;
  /** From 0. */
  readonly line: number;
  /** Where the line may have moved since: the task of this title is meant. Without it, the line may tell an entry, too. */
  readonly title?: string;
}

/**
 * Beside the task, the options of the action, as they would be written in a note: `{ …, duration: '1h 30m', who: '@maria' }`.
 * What is `null` or empty is left out, and what is not there is what is likeliest.
 */
export interface ActionArgument extends TaskPlace {
  readonly [option: string]: string | number | null | undefined;
}

/** A place in a folder, beside which stand the options of the action. A workspace of one folder needs none. */
export interface FolderActionArgument extends Partial<Pick<TaskPlace, 'uri' | 'line'>> {
  readonly [option: string]: string | number | null | undefined;
}

/** A request: what there is to choose from for an option of an action on a folder. */
export const optionChoicesRequest = 'delegateNotes/optionChoices';

export interface OptionChoicesParams {
  readonly action: FolderActionName;
  readonly option: string;
  /** The place, and what has been answered so far. */
  readonly argument: FolderActionArgument;
  /** What has been typed, as far as it may become a choice of its own. */
  readonly typed: string;
}

export interface OptionChoice extends Pick<Choice, 'label' | 'description' | 'detail'> {
  /** `null` where it is chosen that there be none. */
  readonly value: string | null;
  /** It was made of what is typed, and so is shown whether or not it looks like that. */
  readonly isTyped?: true;
}

/** A request: the actions that can be done to the task in a line; where there is none, to one of the note's. */
export const applicableRequest = 'delegateNotes/applicable';

export type ApplicableParams = Pick<TaskPlace, 'uri' | 'line'>;

/** What tasks and entries are listed by, to be jumped to. Each is a file in `features/lists/`. */
type ListName = 'tasks' | 'due' | 'history';

/** A request: a list; that of a history is of the task at a place. */
export const listRequest = 'delegateNotes/list';

export interface ListParams {
  readonly list: ListName;
  readonly at?: TaskPlace;
}

export interface List {
  readonly title?: string;
  readonly items: readonly ListItem[];
}

export interface ListItem {
  readonly uri: string;
  /** What is selected there. */
  readonly range: Range;
  readonly label: string;
  readonly description: string;
  readonly detail?: string;
  /** The items of a group follow each other. */
  readonly group: string;
  /** How a task stands; one that lacks something is a function without an owner who is there, a cadence or a process. */
  readonly health?: 'overdue' | 'today' | 'lacking' | 'fine' | 'resting' | 'over';
  readonly task: TaskPlace;
  /** What can be done to the task from the list. */
  readonly actions: readonly ActionName[];
}

/** A request: the tasks that an action can be done to. */
export const taskChoicesRequest = 'delegateNotes/taskChoices';

export interface TaskChoicesParams {
  readonly action: ActionName;
  /** Then it is this task alone, if the action can be done to it; else all of the workspace. */
  readonly at?: TaskPlace;
}

export interface TaskChoices {
  readonly tasks: readonly TaskChoice[];
  /** What the action is called. */
  readonly title: string;
  /** What the action can be done to, for whoever has none: `a recurring function that is paused`. */
  readonly subject: string;
}

export interface TaskChoice extends Required<TaskPlace> {
  readonly owner?: string;
  /** What the editor proposes where it asks, by option. This and the choices are told of a single task only. */
  readonly proposals: Readonly<Record<string, string | undefined>>;
  /** Of which the editor lets one be picked where it asks, by option; the likeliest first. */
  readonly choices: Readonly<Record<string, readonly Choice[] | undefined>>;
}

export interface Choice {
  /** What the option is then. */
  readonly value: string;
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  /** What it makes likely for other options. */
  readonly proposals?: TaskChoice['proposals'];
}

/** A request: what is wrong with an option as it is being typed; `null` when nothing is. */
export const optionProblemRequest = 'delegateNotes/optionProblem';

export interface OptionProblemParams {
  readonly action: ActionName | FolderActionName;
  readonly option: string;
  readonly text: string;
}

/**
 * The kinds of semantic tokens: people, names of fields, kinds and verbs, figures of all sorts, cadences. All are LSP's own,
 * so that every theme has a colour for them, and each has the scope that our grammar gives the same words.
 */
export const tokenScopes = {
  decorator: 'entity.name.tag.handle.delegate',
  property: 'entity.other.attribute-name.field.delegate',
  keyword: 'keyword.control.verb.delegate',
  number: 'constant.numeric.date.delegate',
  string: 'string.unquoted.cadence.delegate',
} as const;

export type TokenType = keyof typeof tokenScopes;

export const tokenTypes = Object.keys(tokenScopes) as readonly TokenType[];

/** A bit for each: where a team defines somebody. */
export const tokenModifiers = ['declaration'] as const;

/** The kind of the code action that makes all safe fixes of a note. */
export const fixAllKind = 'source.fixAll.delegate';
