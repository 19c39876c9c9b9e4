/** The arguments of `check`, each with a plain word on what is wrong with it. */
import { parseArgs } from 'node:util';
import { nearest } from '../model/likeness.ts';
import { type Day, parseDay } from '../notation/dates.ts';
import type { Level } from '../notation/header.ts';
import { rules } from '../rules/index.ts';

export interface CheckArguments {
  readonly paths: readonly string[];
  readonly format: 'text' | 'json';
  /** Codes of rules; `undefined` for all. */
  readonly select: ReadonlySet<string> | undefined;
  readonly ignore: ReadonlySet<string>;
  readonly failOn: Exclude<Level, 'off'>;
  readonly today: Day | undefined;
}

const options = {
  format: { type: 'string' },
  select: { type: 'string', multiple: true },
  ignore: { type: 'string', multiple: true },
  'fail-on': { type: 'string' },
  today: { type: 'string' },
} as const;

class Misuse extends Error {}

export function checkArguments(args: readonly string[]): CheckArguments | { readonly problem: string } {
  try {
    const unknown = args.slice(0, endOfOptions(args)).find((arg) => arg.startsWith('-') && arg !== '-' && !isOption(arg));
    if (unknown) throw new Misuse(withAdvice(`there is no option “${unknown}”`, unknown.replace(/^-+|=.*$/g, ''), Object.keys(options), '--'));
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return {
      paths: positionals.length > 0 ? positionals : ['.'],
      format: oneOf('--format', values.format ?? 'text', ['text', 'json']),
      select: values.select && someCodes(values.select),
      ignore: codes('--ignore', values.ignore ?? []),
      failOn: oneOf('--fail-on', values['fail-on'] ?? 'warning', ['error', 'warning', 'info']),
      today: values.today === undefined ? undefined : day(values.today),
    };
  } catch (error) {
    // What parseArgs throws is worded for people too: "Option '--format <value>' argument missing".
    return { problem: error instanceof Error ? error.message.split('\n')[0]! : String(error) };
  }
}

function endOfOptions(args: readonly string[]): number {
  const end = args.indexOf('--');
  return end < 0 ? args.length : end;
}

const isOption = (arg: string): boolean => Object.hasOwn(options, arg.replace(/^--|=.*$/g, '')) && arg.startsWith('--');

function oneOf<const T extends string>(option: string, value: string, allowed: readonly T[]): T {
  if ((allowed as readonly string[]).includes(value)) return value as T;
  throw new Misuse(`${option} takes ${allowed.join(', ').replace(/, (?=[^,]*$)/, ' or ')}, not “${value}”`);
}

function day(text: string): Day {
  const parsed = text.length === 10 ? parseDay(text) : undefined;
  if (parsed === undefined) throw new Misuse(`--today takes a day as 2026-11-23, not “${text}”`);
  return parsed;
}

function codes(option: string, values: readonly string[]): Set<string> {
  const known = rules.map(({ code }) => code);
  const named = values.flatMap((value) => value.split(',')).map((code) => code.trim()).filter(Boolean);
  for (const code of named) {
    if (!known.includes(code)) throw new Misuse(withAdvice(`${option}: there is no rule “${code}”`, code, known, ''));
  }
  return new Set(named);
}

/** An empty variable in a script must not turn a check into one that checks nothing. */
function someCodes(values: readonly string[]): Set<string> {
  const named = codes('--select', values);
  if (named.size === 0) throw new Misuse('--select takes the codes of rules, separated by commas');
  return named;
}

function withAdvice(problem: string, word: string, known: readonly string[], prefix: string): string {
  const [near] = nearest(word, known);
  return near ? `${problem}. Did you mean “${prefix}${near}”?` : problem;
}
