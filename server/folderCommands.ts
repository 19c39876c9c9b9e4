/** Commands that are about a folder of notes: what needs more than a context, as the editor that makes the edit. */
import type { Connection, Diagnostic, MessageType } from 'vscode-languageserver';
import { folderOutcomeOf, optionChoicesOf } from './features/folderCommands.ts';
import type { FolderActionArgument, FolderActionName, OptionChoice, OptionChoicesParams } from './protocol.ts';
import type { Session } from './session.ts';
import { counted } from './model/wording.ts';
import { canonicalUri, isNote } from './uris.ts';

/** LSP's numbers; the library's own enumeration is no part of what reads notes. */
const warning: typeof MessageType.Warning = 2;
const information: typeof MessageType.Info = 3;

export class FolderCommands {
  constructor(
    private readonly connection: Connection,
    private readonly session: Session,
  ) {}

  /** Does an action: the editor makes the edit, in one step, if the notes are still those that it was worked out for. */
  async act(action: FolderActionName, argument: FolderActionArgument): Promise<void> {
    const { connection, session } = this;
    const { uri } = argument;
    // A note that is to be made may be there already, and only the disk knows.
    if (typeof uri === 'string' && isNote(canonicalUri(uri))) await session.lookFor(canonicalUri(uri));
    const outcome = folderOutcomeOf(action, argument, await session.folderContext(uri));
    if ('refusal' in outcome) return this.say(warning, outcome.refusal);
    const { label, edit, show, told } = outcome;
    if (edit && !(await connection.workspace.applyEdit({ label, edit })).applied) {
      // What is looked over first may be thought better of.
      return edit.changeAnnotations ? undefined : this.say(warning, `${label}: the notes have changed meanwhile, so nothing was written. Do it again.`);
    }
    if (show && session.abilities.showingFiles) await connection.window.showDocument({ uri: show.uri, ...(show.range && { selection: show.range }), takeFocus: true });
    if (told !== undefined) await this.say(information, told);
  }

  async choices(params: OptionChoicesParams): Promise<OptionChoice[]> {
    return optionChoicesOf(params, await this.session.folderContext(params.argument.uri));
  }

  /** Reads and checks all notes again, and says what was found. */
  async check(): Promise<void> {
    const { session } = this;
    await session.startOver();
    const all = [...session.checks.all()].map(([, { diagnostics }]) => diagnostics);
    await this.say(information, summary(all));
  }

  private say(type: MessageType, message: string): Promise<void> {
    return this.connection.sendNotification('window/showMessage', { type, message });
  }
}

/** `Checked 4 notes: 2 errors, 5 warnings and 1 info in 3 of them.` */
function summary(all: readonly (readonly Diagnostic[])[]): string {
  const checked = counted(all.length, 'note');
  const found = all.flat();
  if (found.length === 0) return `Checked ${checked}: nothing to mend.`;
  const of = (severity: number, noun: string): string[] => {
    const count = found.filter((each) => each.severity === severity).length;
    return count === 0 ? [] : [counted(count, noun)];
  };
  const kinds = [...of(1, 'error'), ...of(2, 'warning'), ...of(3, 'info')];
  const listed = kinds.join(', ').replace(/, ([^,]*)$/, ' and $1');
  return `Checked ${checked}: ${listed} in ${all.filter(({ length }) => length > 0).length} of them.`;
}
