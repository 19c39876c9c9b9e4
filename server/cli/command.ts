/** What a command of `delegate-notes` is, and what it is given. */

/** What the commands need of the process that they run in. */
export interface Terminal {
  readonly cwd: string;
  readonly now: Date;
  /** The file of the code; what another build has kept is not for this one. */
  readonly code: string;
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** Becomes the language server. */
  readonly serve: (args: readonly string[]) => void;
}

/** 0: nothing at the fail-on level. 1: findings. 2: misuse, or input that cannot be read. */
export type ExitCode = 0 | 1 | 2;

export interface Command {
  readonly name: string;
  /** Its lines of the usage, indented. */
  readonly usage: string;
  /** `undefined` when it has become the server, which ends when its editor says so. Throws `Misuse`, and nothing else for what was typed. */
  readonly run: (args: readonly string[], terminal: Terminal) => ExitCode | undefined;
}

/** The command line was used wrongly; the message says how, in plain words. */
export class Misuse extends Error {}
