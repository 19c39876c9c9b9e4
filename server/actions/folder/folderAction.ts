/**
 * What an action on a folder is: something that is done by name to all notes of a folder, or to the one of them that is named,
 * and not to one task. Like an action on a task it is one plain value in one file, and what it does is a change.
 */
import type { FolderContext } from '../../context.ts';
import type { OptionChoice } from '../../protocol.ts';
import type { Change } from '../../text.ts';
import { type Options, type Read, readNeeded, readOptions, type Shown } from '../action.ts';

/** What is to be done, and what follows once it is. */
export interface Result {
  readonly change?: Change;
  readonly show?: Shown;
  /** What to say then. */
  readonly told?: string;
}

/** `line` is where in the document; its last one, where nothing is said. */
export interface FolderPlace extends FolderContext {
  readonly line: number;
}

interface Definition<O extends Options, Needed extends keyof O> {
  /** What an editor calls it where it can be undone. */
  readonly title: string;
  readonly options: O;
  /** Why it cannot be done without some of the options. */
  readonly needs?: { readonly [K in Needed]: string };
  /** What there is to choose from, by option, after what has been answered; the rest is typed. */
  readonly choices?: { readonly [K in keyof O]?: (context: FolderPlace, answered: Read<O>, typed: string) => OptionChoice[] };
  /** Throws a `Refusal` for what cannot be done. */
  readonly result: (context: FolderPlace, options: Read<O, Needed>) => Result;
}

export interface FolderAction extends Pick<Definition<Options, string>, 'title' | 'options' | 'needs'> {
  /** Both take options as they come from outside, and throw a `Refusal` for what cannot be understood or done. */
  readonly choices: (option: string, context: FolderPlace, given: Readonly<Record<string, unknown>>, typed: string) => OptionChoice[];
  readonly result: (context: FolderPlace, given: Readonly<Record<string, unknown>>) => Result;
}

/** Makes an action of its definition: options are read by their kinds before it sees them. */
export function folderAction<const O extends Options, const Needed extends keyof O & string = never>({ choices, result, ...definition }: Definition<O, Needed>): FolderAction {
  return {
    ...definition,
    choices: (option, context, given, typed) => choices?.[option]?.(context, readOptions(definition.options, given) as Read<O>, typed) ?? [],
    result: (context, given) => result(context, readNeeded(definition, given) as Read<O, Needed>),
  };
}
