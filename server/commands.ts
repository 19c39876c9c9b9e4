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
    id: 'delegateNotes.convertToRecurring',
    title: 'Convert to Recurring Function',
    enablement: startedKey,
    description: 'Makes a recurring function of a one-off and those like it, which stay and say `Same as`.',
  },
  {
    id: 'delegateNotes.createProcess',
    title: 'Create Process Document',
    enablement: startedKey,
    description: 'Makes a document to fill in and links it as the process of a task; opens the one that is there.',
  },
  {
    id: 'delegateNotes.draftProcess',
    title: 'Draft Process from History',
    enablement: startedKey,
    description: 'Makes steps for a process out of the brief, its lists, and what was liked and disliked.',
  },
  {
    id: 'delegateNotes.markReviewed',
    title: 'Mark Process Reviewed',
    enablement: startedKey,
    description: 'Writes down that the process of a recurring function was reviewed today.',
  },
  {
    id: 'delegateNotes.copyJobPost',
    title: 'Copy Job Post',
    enablement: startedKey,
    description: 'Puts a one-off on the clipboard as a post for a job board, without people, bids and entries.',
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
