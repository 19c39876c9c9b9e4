/** The options of the commands, each with a plain word on what is wrong with it. */
import { parseArgs } from 'node:util';
import { nearest } from '../model/likeness.ts';
import { type Day, parseDay } from '../notation/dates.ts';
import { Misuse } from './command.ts';

/** `one` takes a value, the last of several counts; `many` keeps them all; `flag` takes none. */
type Arity = 'one' | 'many' | 'flag';

interface ValueOf {
  one: string;
  many: readonly string[];
  flag: true;
}

export interface Given<O extends Readonly<Record<string, Arity>>> {
  /** Here, where none is named. */
  readonly paths: readonly string[];
  readonly values: { readonly [K in keyof O]?: ValueOf[O[K]] };
}

/** Reads what was typed behind a command, by its options: `{ format: 'one', select: 'many' }`. */
export function readOptions<const O extends Readonly<Record<string, Arity>>>(args: readonly string[], options: O): Given<O> {
  const isOption = (arg: string): boolean => arg.startsWith('--') && Object.hasOwn(options, arg.replace(/^--|=.*$/g, ''));
  const unknown = args.slice(0, endOfOptions(args)).find((arg) => arg.startsWith('-') && arg !== '-' && !isOption(arg));
  if (unknown) throw new Misuse(withAdvice(`there is no option “${unknown}”`, unknown.replace(/^-+|=.*$/g, ''), Object.keys(options), '--'));
  const parsed = parse(args, options);
  return { paths: parsed.positionals.length > 0 ? parsed.positionals : ['.'], values: parsed.values as Given<O>['values'] };
}

function parse(args: readonly string[], options: Readonly<Record<string, Arity>>): { values: unknown; positionals: string[] } {
  const config = Object.fromEntries(
    Object.entries(options).map(([name, arity]) => [name, { type: arity === 'flag' ? ('boolean' as const) : ('string' as const), multiple: arity === 'many' }]),
  );
  try {
    return parseArgs({ args: [...args], options: config, allowPositionals: true });
  } catch (error) {
    // What parseArgs throws is worded for people too: "Option '--format <value>' argument missing".
    throw new Misuse(error instanceof Error ? error.message.split('\n')[0] : String(error));
  }
}

function endOfOptions(args: readonly string[]): number {
  const end = args.indexOf('--');
  return end < 0 ? args.length : end;
}

export function oneOf<const T extends string>(option: string, value: string, allowed: readonly T[]): T {
  if ((allowed as readonly string[]).includes(value)) return value as T;
  throw new Misuse(`${option} takes ${allowed.join(', ').replace(/, (?=[^,]*$)/, ' or ')}, not “${value}”`);
}

export function dayOption(option: string, text: string | undefined): Day | undefined {
  const parsed = text?.length === 10 ? parseDay(text) : undefined;
  if (text !== undefined && parsed === undefined) throw new Misuse(`${option} takes a day as 2026-11-23, not “${text}”`);
  return parsed;
}

/** A problem with a word, and the known one that may be meant by it. */
export function withAdvice(problem: string, word: string, known: readonly string[], prefix = ''): string {
  const [near] = nearest(word, known);
  return near ? `${problem}. Did you mean “${prefix}${near}”?` : problem;
}
