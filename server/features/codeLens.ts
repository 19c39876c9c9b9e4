/** Code lenses: a line above each task, `6 runs · 1h 50m median · next 30 Nov | Log | Skip`. */
import type { CodeLens, Command } from 'vscode-languageserver-types';
import { actions } from '../actions/index.ts';
import type { NoteContext } from '../context.ts';
import { recordOf } from '../model/record.ts';
import { type Job, jobOf } from '../model/stages.ts';
import { jobStanding, standingOf, whenDue } from '../model/standing.ts';
import { counted, joined } from '../model/wording.ts';
import type { Day } from '../notation/dates.ts';
import { type Task, tasksOf } from '../notation/document.ts';
import { formatDuration } from '../notation/durations.ts';
import { type ActionName, askingCommand, serverCommand, type TaskPlace } from '../protocol.ts';
import { toRange } from '../text.ts';

const shownActions: readonly (readonly [ActionName, title: string])[] = [['logCompletion', 'Log'], ['skipOccurrence', 'Skip']];

export function codeLenses(context: NoteContext): CodeLens[] {
  if (!context.settings.codeLens) return [];
  return tasksOf(context.document).flatMap((task) => {
    const range = toRange(task.block.titleAt, task.firstLine);
    return [words(lineOf(task, context)), ...actionsOf(task, context)].map((command) => ({ range, command }));
  });
}

/** A lens that says something and does nothing. */
const words = (title: string): Command => ({ title, command: '' });

function actionsOf(task: Task, context: NoteContext): Command[] {
  const { abilities: { applyingEdits, asking }, spelled } = context;
  if (!applyingEdits) return [];
  const place: TaskPlace = { uri: spelled(context.uri), line: task.firstLine, title: task.block.title };
  return shownActions
    .filter(([action]) => actions[action].appliesTo(task, context))
    .map(([action, title]) => ({ title, command: asking ? askingCommand(action) : serverCommand(action), arguments: [place] }));
}

function lineOf(task: Task, { folder, today }: NoteContext): string {
  const { block } = task;
  if (block.kind === 'one-off') return jobLine(task, today);
  const record = recordOf(task, folder, today);
  const { runs, duration } = record.figures;
  const standing = standingOf(record, today);
  return joined([
    runs === 0 ? 'no runs yet' : counted(runs, 'run'),
    duration.median === undefined ? undefined : `${formatDuration(duration.median)} median`,
    standing && whenDue(standing, 'next', today),
  ]);
}

function jobLine({ block }: Task, today: Day): string {
  const job = jobOf(block);
  const standing = jobStanding(block, today);
  const isGiven = job.stage === 'draft' && block.owner !== undefined;
  const step = isGiven ? 'delivery' : nextStep(job);
  return joined([
    isGiven ? `given to @${block.owner!.handle}` : stageWords(job),
    block.bids && counted(block.bids.rows.length, 'bid'),
    step && `next: ${step}`,
    standing && whenDue(standing, 'due', today),
  ]);
}

function stageWords({ stage, awarded }: Job): string {
  return stage === 'awarded' && awarded?.who ? `awarded to @${awarded.who.handle}` : stage;
}

/** What the one who delegates waits for or does next; nothing, when all is done. */
function nextStep({ stage, reviewed, paid }: Job): string | undefined {
  switch (stage) {
    case 'draft':
      return 'post it';
    case 'posted':
      return 'award it';
    case 'awarded':
      return 'delivery';
    case 'delivered':
    case 'reviewed':
    case 'paid':
      return !reviewed ? 'review it' : !paid ? 'pay it' : undefined;
    case 'cancelled':
      return undefined;
  }
}
