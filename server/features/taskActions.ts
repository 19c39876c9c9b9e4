/**
 * Refactorings: the next step of a task, where the cursor is on what it is about. They run the commands of the same name, which
 * are worked out when they are run; in an editor without questions of its own there is one for each answer. What a finding at
 * the place has as its fix is not offered twice.
 */
import type { CodeAction } from 'vscode-languageserver-types';
import { unlessRefused } from '../actions/action.ts';
import { actions } from '../actions/index.ts';
import { actionContext } from '../actions/place.ts';
import { commands } from '../commands.ts';
import { isKindWanted, type NoteContext } from '../context.ts';
import { processOf } from '../model/processes.ts';
import { jobOf } from '../model/stages.ts';
import { fieldOf } from '../notation/blocks.ts';
import { type Task, taskAt } from '../notation/document.ts';
import type { FieldName } from '../notation/keys.ts';
import { type ActionArgument, type ActionName, askingCommand, serverCommand, type TaskPlace } from '../protocol.ts';
import { type Change, overlaps, type Range } from '../text.ts';

const rewrite = 'refactor.rewrite';

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
  /** A finding with fixes for the same, one for each answer. */
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
  { action: 'convertToRecurring', about: () => [heading] },
  { action: 'createProcess', about: (task) => [heading, ...fields(task, 'Process')] },
  { action: 'draftProcess', about: (task) => [heading, ...fields(task, 'Process')] },
  { action: 'markReviewed', about: (task) => [heading, ...fields(task, 'Process', 'Reviewed')] },
];

/** What can be done where a range begins. */
export function taskActions(context: NoteContext, range: Range, only: readonly string[] | undefined): CodeAction[] {
  const { line } = range.start;
  const task = taskAt(context.document, line);
  if (!task || !context.abilities.applyingEdits || !isKindWanted(rewrite, only)) return [];
  const at = line - task.firstLine;
  const isThere = (lines: Lines | undefined): boolean => lines !== undefined && lines.line <= at && at < lines.endLine;
  const there = offers.filter(({ action, about }) => about(task).some(isThere) && actions[action].appliesTo(task, context) && !opensOnly(action, task, context));
  if (there.length === 0) return [];
  const fixed = fixedAt(context, range, isKindWanted('quickfix', only));
  const place: Place = { uri: context.spelled(context.uri), line };
  return there
    .filter(({ action, unless }) => !fixed.codes.has(unless) && (fixed.changes.size === 0 || !fixed.changes.has(key(changeOf(action, task, context)))))
    .flatMap(({ action }) => (context.abilities.asking ? [asking(action, place)] : answered(action, task, context, place)));
}

/** What would only open what a click on its link opens, too. */
const opensOnly = (action: ActionName, task: Task, { folder }: NoteContext): boolean => action === 'createProcess' && processOf(task, folder).kind === 'found';

/** The findings at a place, and what their fixes would change where they are offered beside. */
function fixedAt({ findings }: NoteContext, range: Range, withFixes: boolean): { codes: Set<string | undefined>; changes: Set<string> } {
  const there = findings.filter((finding) => overlaps(finding.range, range));
  return { codes: new Set(there.map(({ code }) => code)), changes: new Set(withFixes ? there.flatMap(({ fixes }) => fixes().map(key)) : []) };
}

const key = ({ edits = [], create }: Change): string => JSON.stringify([edits, create]);

/** What it comes to without an answer to any question. */
function changeOf(action: ActionName, task: Task, context: NoteContext): Change {
  return unlessRefused(() => actions[action].change(task, context, {}), () => ({}));
}

function asking(name: ActionName, place: Place): CodeAction {
  const command = askingCommand(name);
  const { title } = commands.find(({ id }) => id === command)!;
  return { title, kind: rewrite, command: { title, command, arguments: [place] } };
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

function done(name: ActionName, title: string, argument: ActionArgument): CodeAction {
  return { title, kind: rewrite, command: { title, command: serverCommand(name), arguments: [argument] } };
}
