/** Which command is meant, and what is said about those that are not known. */
import { printable } from '../reports/text.ts';
import { checkCommand } from './check.ts';
import { type Command, type ExitCode, Misuse, type Terminal } from './command.ts';
import { formatCommand } from './format.ts';
import { nextCommand } from './next.ts';
import { withAdvice } from './options.ts';
import { reportCommand } from './report.ts';

const serverCommand: Command = {
  name: 'server',
  usage: '  server --stdio    Run the language server, for editors other than VS Code\n',
  run(args, terminal) {
    terminal.serve(args);
    return undefined;
  },
};

const commands = [checkCommand, nextCommand, reportCommand, formatCommand, serverCommand];

const usage = `Usage: delegate-notes COMMAND

${commands.map((command) => command.usage).join('\n')}
  --help            Show this
  --version         Show the version

Exit code: 0 nothing at the fail-on level, 1 findings, 2 misuse or unreadable input.
`;

declare const VERSION: string;

/** Runs a command; `undefined` when it has become the server, which ends when its editor says so. */
export function run(args: readonly string[], terminal: Terminal): ExitCode | undefined {
  const [name, ...rest] = args;
  if (args.includes('--help') || args.includes('-h') || name === 'help') {
    terminal.out(usage);
    return 0;
  }
  if (name === '--version') {
    terminal.out(`${VERSION}\n`);
    return 0;
  }
  if (name === undefined) {
    terminal.error(usage);
    return 2;
  }
  try {
    const command = commands.find((each) => each.name === name);
    if (!command) throw new Misuse(withAdvice(`there is no command “${name}”`, name, commands.map((each) => each.name)));
    return command.run(rest, terminal);
  } catch (error) {
    if (!(error instanceof Misuse)) throw error;
    terminal.error(printable(`delegate-notes: ${error.message}`) + '\nSee delegate-notes --help.\n');
    return 2;
  }
}
