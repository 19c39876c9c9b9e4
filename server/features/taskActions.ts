/**
 * Refactorings that write the next step of a task: an award on a job with bids, feedback on an entry. They run the commands of
 * the same name; in an editor without questions of its own there is one for each answer.
 */
import type { CodeAction } from 'vscode-languageserver-types';
import { actions } from '../actions/index.ts';
import { actionContext } from '../actions/place.ts';
import { commands } from '../commands.ts';
import type { NoteContext } from '../context.ts';
import { jobOf } from '../model/stages.ts';
import { fieldOf } from '../notation/blocks.ts';
import { type Task, taskAt } from '../notation/document.ts';
import type { FieldName } from '../notation/keys.ts';
import { type ActionArgument, type ActionName, askingCommand, serverCommand, type TaskPlace } from '../protocol.ts';
import { overlaps, type Range } from '../text.ts';

const kind = 'refactor';

type Place = Pick<TaskPlace, 'uri' | 'line'>;

interface Lines {
  readonly line: number;
  /** Exclusive. */
  readonly endLine: number;
}

interface Offered {
  readonly action: ActionName;
  /** What of a task it is about; there it is looked for. */
  readonly about: (task: Task) => readonly (Lines | undefined)[];
  /** A finding with a fix for the same. */
  readonly unless?: string;
}

const heading: Lines = { line: 0, endLine: 1 };
const fields = ({ block }: Task, ...names: readonly FieldName[]): (Lines | undefined)[] => names.map((name) => fieldOf(block, name));

const offers: readonly Offered[] = [
  { action: 'recordAward', about: ({ block }) => [heading, block.bids, jobOf(block).posted] },
  { action: 'markDelivered', about: ({ block }) => [heading, jobOf(block).awarded] },
  { action: 'addReview', about: ({ block }) => [heading, jobOf(block).delivered], unless: 'missing-review' },
  { action: 'addFeedback', about: ({ block }) => block.entries },
  { action: 'assignOwner', about: (task) => fields(task, 'Owner'), unless: 'departed-owner' },
  { action: 'pause', about: (task) => fields(task, 'Cadence', 'Paused') },
  { action: 'resume', about: (task) => [heading, ...fields(task, 'Cadence', 'Paused')] },
];

/** What can be done where a range begins. */
export function taskActions(context: NoteContext, range: Range, only: readonly string[] | undefined): CodeAction[] {
  if (!context.abilities.applyingEdits || (only && !only.some((wanted) => wanted === '' || wanted === kind))) return [];
  const { line } = range.start;
  const task = taskAt(context.document, line);
  if (!task) return [];
  const at = line - task.firstLine;
  const isThere = (lines: Lines | undefined): boolean => lines !== undefined && lines.line <= at && at < lines.endLine;
  const isFixed = (code: string | undefined): boolean => context.findings.some((finding) => finding.code === code && overlaps(finding.range, range));
  const place: Place = { uri: context.spelled(context.uri), line };
  return offers
    .filter(({ action, about, unless }) => about(task).some(isThere) && actions[action].appliesTo(task, context) && !isFixed(unless))
    .flatMap(({ action }) => (context.abilities.asking ? [asking(action, place)] : answered(action, task, context, place)));
}

function asking(name: ActionName, place: Place): CodeAction {
  const command = askingCommand(name);
  const { title } = commands.find(({ id }) => id === command)!;
  return { title, kind, command: { title, command, arguments: [place] } };
}

/** One action for each answer to the one question that has to be answered, if there is any. */
function answered(name: ActionName, task: Task, context: NoteContext, place: Place): CodeAction[] {
  const { title, needs = {}, choices } = actions[name];
  const [option, another] = Object.keys(needs);
  if (another !== undefined) return [];
  if (option === undefined) return [done(name, title, place)];
  const answers = choices?.(task, actionContext(context, task, place))[option] ?? [];
  return answers.map(({ label, description, value }) => done(name, `${title}: ${[label, description].filter(Boolean).join(', ')}`, { ...place, [option]: value }));
}

const done = (name: ActionName, title: string, argument: ActionArgument): CodeAction => ({ title, kind, command: { title, command: serverCommand(name), arguments: [argument] } });
