/** Which command is meant, and what is said about those that are not known. */
import { nearest } from '../model/likeness.ts';
import { printable } from '../reports/text.ts';
import { checkArguments } from './arguments.ts';
import { checkPaths } from './check.ts';

/** What the commands need of the process that they run in. */
export interface Terminal {
  readonly cwd: string;
  readonly now: Date;
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** Becomes the language server. */
  readonly serve: (args: readonly string[]) => void;
}

/** 0: nothing at the fail-on level. 1: findings. 2: misuse, or input that cannot be read. */
export type ExitCode = 0 | 1 | 2;

const usage = `Usage: delegate-notes COMMAND

  check [PATH…]     Find what is missing in the notes below the paths (default: here)
    --format text|json              how the findings are printed (default: text)
    --select CODES                  only these rules, separated by commas
    --ignore CODES                  all but these rules
    --fail-on error|warning|info    the least level that makes the exit code 1 (default: warning)
    --today DATE                    the day, as 2026-11-23, for rules that depend on it; without it they do not run
                                    unless they are selected
  server --stdio    Run the language server, for editors other than VS Code

  --help            Show this
  --version         Show the version

Exit code: 0 nothing at the fail-on level, 1 findings, 2 misuse or unreadable input.
`;

const commands = ['check', 'server'] as const;

declare const VERSION: string;

/** Runs a command; `undefined` when it has become the server, which ends when its editor says so. */
export function run(args: readonly string[], terminal: Terminal): ExitCode | undefined {
  const [command, ...rest] = args;
  if (args.includes('--help') || args.includes('-h') || command === 'help') {
    terminal.out(usage);
    return 0;
  }
  if (command === '--version') {
    terminal.out(`${VERSION}\n`);
    return 0;
  }
  if (command === 'server') {
    terminal.serve(rest);
    return undefined;
  }
  if (command === 'check') {
    const parsed = checkArguments(rest);
    if (!('problem' in parsed)) return checkPaths(parsed, terminal);
    terminal.error(printable(`delegate-notes: ${parsed.problem}`) + '\nSee delegate-notes --help.\n');
    return 2;
  }
  if (command === undefined) {
    terminal.error(usage);
    return 2;
  }
  const [near] = nearest(command, commands);
  const advice = near ? `Did you mean “${near}”?` : 'See delegate-notes --help.';
  terminal.error(printable(`delegate-notes: there is no command “${command}”. ${advice}`) + '\n');
  return 2;
}
