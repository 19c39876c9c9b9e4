/**
 * What an action is: something that is done to a task by name, from the palette, a lens, a tree or another editor. It is one
 * plain value in one file, and what it does is a change as the fixes make them, so that no editor is needed to test it.
 */
import { readCadence } from '../notation/cadence/read.ts';
import { type Amount, parseAmount } from '../notation/amounts.ts';
import { parseDuration, type Minutes } from '../notation/durations.ts';
import { type Day, parseDay } from '../notation/dates.ts';
import type { Task } from '../notation/document.ts';
import type { Feedback } from '../notation/entries.ts';
import { handleEnd } from '../notation/inline.ts';
import type { ChangeContext } from '../model/changes/closes.ts';
import { nearest } from '../model/likeness.ts';
import type { Choice } from '../protocol.ts';
import { calledWithin, short } from '../rules/wording.ts';
import type { Change, Range } from '../text.ts';

/** What options hold, as an editor sends them: texts, written as in a note. */
interface Values {
  /** `2026-11-23` */
  readonly day: Day;
  /** `@maria` */
  readonly person: string;
  /** `1h 30m` */
  readonly duration: Minutes;
  /** `every Friday`, as it is typed. */
  readonly cadence: string;
  /** `280 EUR` */
  readonly amount: Amount;
  /** `4/5` */
  readonly rating: number;
  /** `Liked` */
  readonly feedback: Feedback['kind'];
  readonly text: string;
}

type Kind = keyof Values;

const feedbackKinds = ['liked', 'disliked'] as const;

const kinds: { readonly [K in Kind]: { readonly read: (text: string) => Values[K] | undefined; readonly example: string } } = {
  day: { read: (text) => (text.length === 10 ? parseDay(text) : undefined), example: 'a day, as in 2026-11-23' },
  person: { read: readHandle, example: 'a person, as in @maria' },
  duration: { read: parseDuration, example: 'a length of time, as in 1h 30m or 45m' },
  cadence: { read: (text) => (readCadence(text).ok ? text : undefined), example: 'a cadence, as in every Friday, or every month on the last workday' },
  amount: { read: parseAmount, example: 'an amount, as in 280 EUR' },
  rating: { read: (text) => (/^[0-5](?:\/5)?$/.test(text) ? Number(text[0]) : undefined), example: 'a rating, as in 4/5' },
  feedback: { read: (text) => feedbackKinds.find((kind) => kind === text.toLowerCase()), example: 'Liked or Disliked' },
  text: { read: (text) => text, example: 'a text' },
};

function readHandle(text: string): string | undefined {
  const handle = text.replace(/^@/, '');
  return handle !== '' && handleEnd(handle, 0) === handle.length ? handle : undefined;
}

export type Options = Readonly<Record<string, Kind>>;

/** What is given: `null` where the editor says that there is to be none, `undefined` where it says nothing. */
export type Read<O extends Options, Needed extends keyof O = never> =
  { readonly [K in Exclude<keyof O, Needed>]?: Values[O[K]] | null } & { readonly [K in Needed]: Values[O[K]] };

/** What an action goes by. */
export interface ActionContext extends ChangeContext {
  /** The line of the task's section that was pointed at, if one was. */
  readonly line?: number | undefined;
}

/** What is shown once all is written: a file, and what is selected in it then. */
export interface Shown {
  readonly uri: string;
  readonly range?: Range;
}

/** What an action comes to. */
export interface Deed extends Change {
  /** Where nothing is written, it is what was asked for. */
  readonly show?: Shown;
  /** A text that is the answer, and goes into no file. */
  readonly text?: string;
}

interface Definition<O extends Options, Needed extends keyof O> {
  /** What an editor calls it where it can be undone. */
  readonly title: string;
  readonly options: O;
  /** Why it cannot be done without some of the options. */
  readonly needs?: { readonly [K in Needed]: string };
  /** What it can be done to, for whoever wants it done to something else: `a recurring function that is paused`. */
  readonly subject: string;
  /** Whether a task is such a thing; else it is not offered. */
  readonly appliesTo: (task: Task, context: ChangeContext) => boolean;
  /** What stands in an editor's questions before anything is typed, by option. */
  readonly proposals?: (task: Task, context: ActionContext) => { readonly [K in keyof O]?: string | undefined };
  /** Of which an editor asks to pick one, by option; the likeliest first. */
  readonly choices?: (task: Task, context: ActionContext) => { readonly [K in keyof O]?: readonly Choice[] | undefined };
  /** A file that it goes by, and that the notes may not link to yet; somebody looks whether it is there. */
  readonly lookFor?: (task: Task, context: ChangeContext) => string | undefined;
  /** Throws a `Refusal` for what cannot be done. */
  readonly change: (task: Task, context: ActionContext, options: Read<O, Needed>) => Deed;
}

export interface Action extends Omit<Definition<Options, string>, 'change'> {
  /** Takes options as they come from outside. Throws a `Refusal` for what cannot be understood or done. */
  readonly change: (task: Task, context: ActionContext, given: Readonly<Record<string, unknown>>) => Deed;
}

/** Why something is not done, in words for whoever asked for it. */
export class Refusal extends Error {}

/** What comes of something that may be refused: the answer of it, or one that is made of the reason. */
export function unlessRefused<T>(attempt: () => T, refused: (reason: string) => T): T {
  try {
    return attempt();
  } catch (error) {
    if (error instanceof Refusal) return refused(error.message);
    throw error;
  }
}

/** Makes an action of its definition: options are read by their kinds before it sees them. */
export function action<const O extends Options, const Needed extends keyof O & string = never>({ change, ...definition }: Definition<O, Needed>): Action {
  const { title, subject } = definition;
  return {
    ...definition,
    change(task, context, given) {
      if (!definition.appliesTo(task, context)) throw new Refusal(`${title} is for ${subject}, which ${calledWithin(task.block)} is not.`);
      return change(task, context, readNeeded(definition, given) as Read<O, Needed>);
    },
  };
}

/** Reads options of which some are needed. */
export function readNeeded({ options, needs = {} }: Pick<Action, 'options' | 'needs'>, given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const read = readOptions(options, given);
  for (const [name, why] of Object.entries(needs)) if ((read[name] ?? null) === null) throw new Refusal(why);
  return read;
}

export function readOptions(options: Options, given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const read: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue;
    if (!Object.hasOwn(options, name)) throw new Refusal(unknownOption(name, Object.keys(options)));
    if (value !== null && typeof value !== 'string') throw new Refusal(`“${short(name)}” has to be a text or null.`);
    read[name] = value === null || value.trim() === '' ? null : readOption(options[name]!, value);
  }
  return read;
}

function unknownOption(name: string, known: readonly string[]): string {
  const [near] = nearest(name, known);
  return `There is no option “${short(name)}”${near ? `; did you mean “${near}”?` : `, but ${known.join(', ')}.`}`;
}

function readOption(kind: Kind, text: string): unknown {
  const value = kinds[kind].read(text.trim());
  if (value === undefined) throw new Refusal(`“${short(text)}” is not ${kinds[kind].example}.`);
  return value;
}

/** What is wrong with an option as it is typed; `undefined` when nothing is. */
export function optionProblem({ options, needs = {} }: Pick<Action, 'options' | 'needs'>, name: string, text: string): string | undefined {
  const read = (): string | undefined => (readOptions(options, { [name]: text })[name] === null && Object.hasOwn(needs, name) ? needs[name] : undefined);
  return unlessRefused(read, (reason) => reason);
}
