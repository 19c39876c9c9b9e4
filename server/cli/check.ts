/** `delegate-notes check`: checks the notes below the paths and prints what was found. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Cached } from '../cached.ts';
import { withoutFixes } from '../cacheFile.ts';
import { givenOf } from '../fingerprints.ts';
import { dayIn } from '../model/today.ts';
import type { Day } from '../notation/dates.ts';
import type { Folder } from '../model/workspace.ts';
import { type Document, tasksOf } from '../notation/document.ts';
import type { Level } from '../notation/header.ts';
import { reasonOf } from '../nodeFiles.ts';
import { jsonReport } from '../reports/json.ts';
import { type CheckedFile, resultOf } from '../reports/result.ts';
import { printable, textReport } from '../reports/text.ts';
import { rules } from '../rules/index.ts';
import { check, type Finding } from '../rules/run.ts';
import { type Checked, CheckCache } from './cache.ts';
import type { Collected } from './collect.ts';
import { type Command, type ExitCode, Misuse, type Terminal } from './command.ts';
import { fixNotes } from './fix.ts';
import { Input } from './folders.ts';
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
    --cache DIR                     keep there what was found, and check only what has changed since
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
  /** A folder; `undefined` to keep nothing. */
  readonly cache: string | undefined;
}

function readArguments(args: readonly string[]): CheckArguments {
  const { paths, values } = readOptions(args, { format: 'one', select: 'many', ignore: 'many', 'fail-on': 'one', today: 'one', fix: 'flag', cache: 'one' });
  return {
    paths,
    format: oneOf('--format', values.format ?? 'text', ['text', 'json']),
    select: values.select && someCodes(values.select),
    ignore: codes('--ignore', values.ignore ?? []),
    failOn: oneOf('--fail-on', values['fail-on'] ?? 'warning', ['error', 'warning', 'info']),
    today: dayOption('--today', values.today),
    fix: values.fix === true,
    cache: values.cache,
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
  const files = input.find(args.paths).flatMap((found) => new FolderCheck(found, args, terminal, input).files());
  const result = resultOf(files);
  terminal.out(args.format === 'json' ? jsonReport(result) : textReport(result));
  if (input.hasFailed) return 2;
  return result.findings.some(({ severity }) => ranks[severity] >= ranks[args.failOn]) ? 1 : 0;
}

/** A check of one folder. */
class FolderCheck {
  private readonly only: ReadonlySet<string>;
  private readonly cache: CheckCache | undefined;
  private readonly cached: Cached | undefined;
  /** A rule failed, so that there may be more to find. */
  private hasFailed = false;

  constructor(
    private readonly found: Collected,
    private readonly args: CheckArguments,
    private readonly terminal: Terminal,
    private readonly input: Input,
  ) {
    this.only = new Set(rules.map(({ code }) => code).filter((code) => (args.select?.has(code) ?? true) && !args.ignore.has(code)));
    // What is fixed is something else than what was found.
    if (args.cache === undefined || args.fix) return;
    this.cache = new CheckCache(resolve(terminal.cwd, args.cache), [...this.only].join(), terminal.code);
    this.cached = this.cache.open(found);
  }

  files(): CheckedFile[] {
    const { found, input, cached } = this;
    const known = cached && this.cache?.unchanged(found, cached, this.given(this.today(cached.file.timezone)));
    if (!known) return this.read();
    return found.notes.filter(({ isWanted }) => isWanted).map(({ path, uri }) => ({ path: input.shown(path), ...known.get(uri)! }));
  }

  private read(): CheckedFile[] {
    const { args, terminal, input, cache, cached, found } = this;
    const read = input.read(found, args.today);
    const today = this.today(read.folder.roster.timezone);
    const given = this.given(today);
    // What was fixed is no part of the report that other programs read.
    const tell = (line: string): void => (args.format === 'text' ? terminal.out : terminal.error)(`${line}\n`);
    const { folder, wanted } = args.fix ? fixNotes(read, (document, now) => this.findingsOf(document, now, today), input, tell) : read;
    const kept = new Map<string, Checked | undefined>();
    const files = wanted.map(({ path, document }): CheckedFile => {
      this.hasFailed = false;
      const checked = (cached && cache?.known(document, read, today, cached, given)) ?? { tasks: tasksOf(document).length, findings: this.findingsOf(document, folder, today).map(withoutFixes) };
      kept.set(document.uri, this.hasFailed ? undefined : checked);
      read.shelf?.takeBack();
      return { path, ...checked };
    });
    this.keep(() => cache?.keep(found, read, today, given, kept, cached));
    return files;
  }

  /** What was found has been found, be it kept or not. */
  private keep(write: () => void): void {
    try {
      write();
    } catch (error) {
      this.terminal.error(`${printable(`${this.args.cache}: nothing can be kept there: ${reasonOf(error)}`)}\n`);
    }
  }

  /** A rule that needs the day runs without --today only if it is asked for by name; then the day is the real one. */
  private today(timezone: string | undefined): Day | undefined {
    return this.args.today ?? (this.args.select && dayIn(timezone, this.terminal.now));
  }

  private given(today: Day | undefined): string {
    return givenOf(today, new Map(), this.only);
  }

  private findingsOf(document: Document, folder: Folder, today: Day | undefined): Finding[] {
    const onError = (rule: string, error: unknown): void => {
      this.hasFailed = true;
      this.input.complain(fileURLToPath(document.uri), `the rule ${rule} failed: ${error instanceof Error ? error.message : String(error)}`);
    };
    return check(document, { folder, today }, { levels: new Map(), only: this.only, onError });
  }
}
