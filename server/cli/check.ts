/** `delegate-notes check`: checks the notes below the paths and prints what was found. */
import { fileURLToPath } from 'node:url';
import { dayIn } from '../model/today.ts';
import type { Day } from '../notation/dates.ts';
import type { Folder } from '../model/workspace.ts';
import { type Document, tasksOf } from '../notation/document.ts';
import type { Level } from '../notation/header.ts';
import { jsonReport } from '../reports/json.ts';
import { type CheckedFile, resultOf } from '../reports/result.ts';
import { textReport } from '../reports/text.ts';
import { rules } from '../rules/index.ts';
import { check, type Finding } from '../rules/run.ts';
import { type Command, type ExitCode, Misuse, type Terminal } from './command.ts';
import { fixNotes } from './fix.ts';
import { Input, type ReadFolder } from './folders.ts';
import { dayOption, oneOf, readOptions, withAdvice } from './options.ts';

export const checkCommand: Command = {
  name: 'check',
  usage: `\
  check [PATH…]     Find what is missing in the notes below the paths (default: here)
    --format text|json              how the findings are printed (default: text)
    --select CODES                  only these rules, separated by commas
    --ignore CODES                  all but these rules
    --fail-on error|warning|info    the least level that makes the exit code 1 (default: warning)
    --today DATE                    the day, as 2026-11-23, for rules that depend on it; without it they do not run
                                    unless they are selected
    --fix                           make the fixes that need no choice and write the notes; then tell what is left
`,
  run: (args, terminal) => checkPaths(readArguments(args), terminal),
};

interface CheckArguments {
  readonly paths: readonly string[];
  readonly format: 'text' | 'json';
  /** Codes of rules; `undefined` for all. */
  readonly select: ReadonlySet<string> | undefined;
  readonly ignore: ReadonlySet<string>;
  readonly failOn: Exclude<Level, 'off'>;
  readonly today: Day | undefined;
  readonly fix: boolean;
}

function readArguments(args: readonly string[]): CheckArguments {
  const { paths, values } = readOptions(args, { format: 'one', select: 'many', ignore: 'many', 'fail-on': 'one', today: 'one', fix: 'flag' });
  return {
    paths,
    format: oneOf('--format', values.format ?? 'text', ['text', 'json']),
    select: values.select && someCodes(values.select),
    ignore: codes('--ignore', values.ignore ?? []),
    failOn: oneOf('--fail-on', values['fail-on'] ?? 'warning', ['error', 'warning', 'info']),
    today: dayOption('--today', values.today),
    fix: values.fix === true,
  };
}

function codes(option: string, values: readonly string[]): Set<string> {
  const known = rules.map(({ code }) => code);
  const named = values.flatMap((value) => value.split(',')).map((code) => code.trim()).filter(Boolean);
  for (const code of named) {
    if (!known.includes(code)) throw new Misuse(withAdvice(`${option}: there is no rule “${code}”`, code, known));
  }
  return new Set(named);
}

/** An empty variable in a script must not turn a check into one that checks nothing. */
function someCodes(values: readonly string[]): Set<string> {
  const named = codes('--select', values);
  if (named.size === 0) throw new Misuse('--select takes the codes of rules, separated by commas');
  return named;
}

const ranks = { info: 0, warning: 1, error: 2 } as const;

function checkPaths(args: CheckArguments, terminal: Terminal): ExitCode {
  const input = new Input(terminal);
  const files: CheckedFile[] = [];
  for (const folder of input.folders(args.paths)) files.push(...checkFolder(folder, args, terminal, input));
  const result = resultOf(files);
  terminal.out(args.format === 'json' ? jsonReport(result) : textReport(result));
  if (input.hasFailed) return 2;
  return result.findings.some(({ severity }) => ranks[severity] >= ranks[args.failOn]) ? 1 : 0;
}

function checkFolder(read: ReadFolder, args: CheckArguments, terminal: Terminal, input: Input): CheckedFile[] {
  // A rule that needs the day runs without --today only if it is asked for by name; then the day is the real one.
  const today = args.today ?? (args.select && dayIn(read.folder.roster.timezone, terminal.now));
  const only = new Set(rules.map(({ code }) => code).filter((code) => (args.select?.has(code) ?? true) && !args.ignore.has(code)));
  const findingsOf = (document: Document, folder: Folder): Finding[] => {
    const onError = (rule: string, error: unknown): void =>
      input.complain(fileURLToPath(document.uri), `the rule ${rule} failed: ${error instanceof Error ? error.message : String(error)}`);
    return check(document, { folder, today }, { levels: new Map(), only, onError });
  };
  // What was fixed is no part of the report that other programs read.
  const tell = (line: string): void => (args.format === 'text' ? terminal.out : terminal.error)(`${line}\n`);
  const { folder, wanted } = args.fix ? fixNotes(read, findingsOf, input, tell) : read;
  return wanted.map(({ path, document }) => ({ path, tasks: tasksOf(document).length, findings: findingsOf(document, folder) }));
}
