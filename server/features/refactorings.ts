/**
 * Refactorings of a task where the cursor is on its heading, or on a field that they are about: commands of the server, which
 * are worked out when they are run. One that a finding at this place has as its fix is not offered twice.
 */
import type { CodeAction } from 'vscode-languageserver-types';
import { Refusal } from '../actions/action.ts';
import { actions } from '../actions/index.ts';
import type { NoteContext } from '../context.ts';
import { fieldOf } from '../notation/blocks.ts';
import { type Task, taskAt } from '../notation/document.ts';
import type { FieldName } from '../notation/keys.ts';
import { processOf } from '../model/processes.ts';
import { type ActionName, serverCommand, type TaskPlace } from '../protocol.ts';
import { type Change, overlaps, type Range } from '../text.ts';

const kind = 'refactor.rewrite';

interface Offer {
  readonly action: ActionName;
  readonly title: string;
  /** The fields that it is about. */
  readonly fields: readonly FieldName[];
}

const offers: readonly Offer[] = [
  { action: 'convertToRecurring', title: 'Convert to a recurring function', fields: [] },
  { action: 'createProcess', title: 'Create a process document', fields: ['Process'] },
  { action: 'draftProcess', title: 'Draft the process from the history', fields: ['Process'] },
  { action: 'markReviewed', title: 'Mark the process as reviewed today', fields: ['Process', 'Reviewed'] },
];

export function refactorings(context: NoteContext, range: Range, only: readonly string[] | undefined): CodeAction[] {
  if (!context.abilities.applyingEdits || (only && !only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`)))) return [];
  const task = taskAt(context.document, range.start.line);
  if (!task) return [];
  const line = range.start.line - task.firstLine;
  const isAt = ({ fields }: Offer): boolean => line === 0 || fields.some((name) => isField(task, name, line));
  const wanted = offers.filter((offer) => isAt(offer) && actions[offer.action].appliesTo(task, context) && !opensOnly(offer, task, context));
  if (wanted.length === 0) return [];
  const fixes = new Set(!only || only.some((each) => each === '' || each === 'quickfix') ? fixesAt(context, range).map(key) : []);
  const { uri, spelled } = context;
  const place: TaskPlace = { uri: spelled(uri), line: task.firstLine, title: task.block.title };
  return wanted
    .filter(({ action }) => fixes.size === 0 || !fixes.has(key(changeOf(action, task, context))))
    .map(({ action, title }) => ({ title, kind, command: { title, command: serverCommand(action), arguments: [place] } }));
}

function isField({ block }: Task, name: FieldName, line: number): boolean {
  const field = fieldOf(block, name);
  return field !== undefined && field.line <= line && line < field.endLine;
}

/** What would only open what a click on its link opens, too. */
const opensOnly = ({ action }: Offer, task: Task, { folder }: NoteContext): boolean => action === 'createProcess' && processOf(task, folder).kind === 'found';

const fixesAt = ({ findings }: NoteContext, range: Range): readonly Change[] =>
  findings.filter((finding) => overlaps(finding.range, range)).flatMap((finding) => finding.fixes());

const key = ({ edits = [], create }: Change): string => JSON.stringify([edits, create]);

function changeOf(action: ActionName, task: Task, context: NoteContext): Change {
  try {
    return actions[action].change(task, context, {});
  } catch (error) {
    if (error instanceof Refusal) return {};
    throw error;
  }
}
