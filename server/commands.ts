/** The commands: what the palette, package.json and the README list, and what the client has to implement. */

export interface Command {
  readonly id: string;
  readonly title: string;
  /** An icon of VS Code's own, as in `$(refresh)`. */
  readonly icon?: string;
  /** A when clause; where it does not hold, the command is not offered. */
  readonly enablement?: string;
  /** What it does, for the README. */
  readonly description: string;
}

export const category = 'Delegate';

/** A context key of VS Code's: there are notes, and the server has been started. */
export const startedKey = 'delegateNotes.started';

export const commands = [
  {
    id: 'delegateNotes.logCompletion',
    title: 'Log Completion…',
    enablement: startedKey,
    description: 'Asks how long it took and writes an entry of today on top of the history of a recurring function.',
  },
  {
    id: 'delegateNotes.skipOccurrence',
    title: 'Skip Occurrence…',
    enablement: startedKey,
    description: 'Asks why and closes what is due of a recurring function without a run.',
  },
  {
    id: 'delegateNotes.archiveEntries',
    title: 'Archive Old Entries…',
    enablement: startedKey,
    description: 'Asks from when on they stay, moves the older entries of a recurring function to a file beside the note and links them there; every figure stays the same.',
  },
  {
    id: 'delegateNotes.restartServer',
    title: 'Restart Language Server',
    enablement: startedKey,
    description: 'Stops the language server and starts it again; all notes are read anew.',
  },
  {
    id: 'delegateNotes.showOutput',
    title: 'Show Output',
    enablement: startedKey,
    description: 'Shows what the language server has logged.',
  },
] as const satisfies readonly Command[];

export type CommandId = (typeof commands)[number]['id'];
