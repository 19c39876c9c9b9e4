/** The commands: what the palette, package.json and the README list, and what the client has to implement. */

export interface Command {
  readonly id: string;
  readonly title: string;
  /** An icon of VS Code's own, as in `$(refresh)`. */
  readonly icon?: string;
  /** A when clause; where it does not hold, the command is not offered. */
  readonly enablement?: string;
  /** The group of the editor's menu that it is in; what is done to one task is in the first of them anyway. */
  readonly menu?: 'task' | 'note' | 'workspace';
  /** Keys by platform, in a note. */
  readonly keys?: { readonly key: string; readonly mac?: string };
  /** What it does, for the README. */
  readonly description: string;
}

export const category = 'Delegate';

/** A context key of VS Code's: there are notes, and the server has been started. */
export const startedKey = 'delegateNotes.started';

/** A context key: the names of the actions that can be done to the task at the cursor, or to one of the note's. */
export const applicableKey = 'delegateNotes.applicable';

/** A when clause: the editor is on a note that may be changed, and not on an older version of one. */
export const inNote = 'resourceFilename =~ /\\.delegate\\.md$/ && resourceScheme =~ /^(?:file|untitled|vscode-vfs|vscode-remote)$/';

export const commands = [
  {
    id: 'delegateNotes.newFunction',
    title: 'New Recurring Function…',
    icon: '$(add)',
    menu: 'note',
    description: 'Asks for a title, an owner and a cadence, and writes a whole block behind the one that the cursor is in. Without a note it asks for one, or makes it.',
  },
  {
    id: 'delegateNotes.newOneOff',
    title: 'New One-off…',
    menu: 'note',
    description: 'Asks for a title and a day, and writes a whole block for a job in the same way.',
  },
  {
    id: 'delegateNotes.handOver',
    title: 'Hand Over All Functions of a Person…',
    icon: '$(person-add)',
    enablement: startedKey,
    menu: 'workspace',
    description: 'Asks whose functions go to whom, and changes the owner in all notes in one step, which can be looked over first. Each gets a `handover` entry, and somebody who leaves is no backup any more either.',
  },
  {
    id: 'delegateNotes.checkWorkspace',
    title: 'Check Workspace',
    icon: '$(checklist)',
    enablement: startedKey,
    menu: 'workspace',
    description: 'Reads and checks all notes again, says what was found, and shows the Problems panel.',
  },
  {
    id: 'delegateNotes.fixAll',
    title: 'Fix All Auto-fixable Problems',
    icon: '$(wand)',
    enablement: startedKey,
    menu: 'note',
    description: 'Makes all safe fixes of the note, until none is left; of all notes, where none is in the editor.',
  },
  {
    id: 'delegateNotes.goToTask',
    title: 'Go to Function…',
    icon: '$(search)',
    enablement: startedKey,
    menu: 'workspace',
    description: 'Lists all functions and one-offs with who has them, when they are due and what they lack, and goes to one.',
  },
  {
    id: 'delegateNotes.showDue',
    title: 'Show What Is Due',
    icon: '$(calendar)',
    enablement: startedKey,
    menu: 'workspace',
    description: 'Lists what is overdue, due today and within a week, to go there, log a run or skip it.',
  },
  {
    id: 'delegateNotes.logCompletion',
    title: 'Log Completion…',
    icon: '$(check)',
    enablement: startedKey,
    keys: { key: 'alt+d', mac: 'ctrl+alt+d' },
    description: 'Asks how long it took and writes an entry of today on top of the history of a recurring function. Where several days are open it asks which one it was for, and how long was explained while somebody learns it.',
  },
  {
    id: 'delegateNotes.skipOccurrence',
    title: 'Skip Occurrence…',
    icon: '$(debug-step-over)',
    enablement: startedKey,
    description: 'Asks why and closes what is due of a recurring function without a run.',
  },
  {
    id: 'delegateNotes.pause',
    title: 'Pause…',
    icon: '$(debug-pause)',
    enablement: startedKey,
    description: 'Asks for the last day and the reason, and pauses a recurring function: nothing is due and nothing counts as missed.',
  },
  {
    id: 'delegateNotes.resume',
    title: 'Resume',
    icon: '$(debug-continue)',
    enablement: startedKey,
    description: 'Ends the pause of a recurring function today.',
  },
  {
    id: 'delegateNotes.addFeedback',
    title: 'Add Feedback…',
    icon: '$(feedback)',
    enablement: startedKey,
    description: 'Asks what was liked or disliked, and writes it under an entry: the one that the cursor is in, or one that you pick.',
  },
  {
    id: 'delegateNotes.recordAward',
    title: 'Record Award…',
    icon: '$(verified)',
    enablement: startedKey,
    description: 'Asks who gets a job that is posted or has bids and for how much, with the price of the bid as the proposal, and writes the entry.',
  },
  {
    id: 'delegateNotes.markDelivered',
    title: 'Mark Delivered',
    icon: '$(package)',
    enablement: startedKey,
    description: 'Writes that a job was delivered today.',
  },
  {
    id: 'delegateNotes.addReview',
    title: 'Add Review…',
    icon: '$(star-full)',
    enablement: startedKey,
    description: 'Asks how good a job was that has been delivered, and why, and writes the review.',
  },
  {
    id: 'delegateNotes.assignOwner',
    title: 'Assign Owner…',
    icon: '$(person-add)',
    enablement: startedKey,
    description: 'Asks who is to own a task, the least loaded first, with the hours that are taken of those they have. A backup who takes over changes places with the owner.',
  },
  {
    id: 'delegateNotes.convertToRecurring',
    title: 'Convert to Recurring Function',
    icon: '$(sync)',
    enablement: startedKey,
    description: 'Makes a recurring function of a one-off and those like it, which stay and say `Same as`, and goes there.',
  },
  {
    id: 'delegateNotes.createProcess',
    title: 'Create Process Document',
    icon: '$(new-file)',
    enablement: startedKey,
    description: 'Makes a document to fill in and links it as the process of a task; opens the one that is there.',
  },
  {
    id: 'delegateNotes.draftProcess',
    title: 'Draft Process from History',
    icon: '$(list-ordered)',
    enablement: startedKey,
    description: 'Makes steps for a process out of the brief, its lists, and what was liked and disliked.',
  },
  {
    id: 'delegateNotes.markReviewed',
    title: 'Mark Process Reviewed',
    icon: '$(verified)',
    enablement: startedKey,
    description: 'Writes down that the process of a recurring function was reviewed today.',
  },
  {
    id: 'delegateNotes.copyJobPost',
    title: 'Copy Job Post',
    icon: '$(clippy)',
    enablement: startedKey,
    description: 'Puts a one-off on the clipboard as a post for a job board, without people, bids and entries.',
  },
  {
    id: 'delegateNotes.archiveEntries',
    title: 'Archive Old Entries…',
    icon: '$(archive)',
    enablement: startedKey,
    description: 'Asks from when on they stay, moves the older entries of a recurring function to a file beside the note and links them there; every figure stays the same.',
  },
  {
    id: 'delegateNotes.showHistory',
    title: 'Show Task History',
    icon: '$(history)',
    enablement: startedKey,
    menu: 'task',
    description: 'Lists the entries of a task, newest first, with what was said of each, and goes to one.',
  },
  {
    id: 'delegateNotes.getStarted',
    title: 'Get Started',
    description: 'Opens the walkthrough: what a note is, who is in the team, what is missing, and the next steps.',
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
