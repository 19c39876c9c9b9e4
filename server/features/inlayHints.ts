/** Inlay hints: what a cadence or a Due comes to today, `→ Mon 30 Nov, in 7 days`. */
import type { InlayHint } from 'vscode-languageserver-types';
import type { NoteContext } from '../context.ts';
import { openDays } from '../model/agenda.ts';
import { recordOf } from '../model/record.ts';
import { jobStanding, type Standing, standingOf } from '../model/standing.ts';
import { fieldOf } from '../notation/blocks.ts';
import type { Day } from '../notation/dates.ts';
import { distance, weekdayAndDay } from '../notation/dayWords.ts';
import { sectionAt, type Task, taskAt } from '../notation/document.ts';
import { valueRange } from '../notation/write.ts';
import { comparePositions, type Range } from '../text.ts';

/** The hints of a range. */
export function inlayHints(context: NoteContext, { start, end }: Range): InlayHint[] {
  const { document } = context;
  const hints: InlayHint[] = [];
  const last = sectionAt(document, end.line);
  for (let i = sectionAt(document, start.line); i <= last; i++) {
    const task = taskAt(document, document.firstLines[i]!);
    const hint = task && hintOf(task, context);
    if (hint && comparePositions(start, hint.position) <= 0 && comparePositions(hint.position, end) <= 0) hints.push(hint);
  }
  return hints;
}

function hintOf(task: Task, { folder, today }: NoteContext): InlayHint | undefined {
  const { block } = task;
  const field = fieldOf(block, block.kind === 'recurring' ? 'Cadence' : 'Due');
  if (!field) return undefined;
  const record = block.kind === 'recurring' ? recordOf(task, folder, today) : undefined;
  const standing = record ? standingOf(record, today) : jobStanding(block, today);
  if (!standing) return undefined;
  const hint: InlayHint = { position: valueRange(task, field).end, label: `→ ${inWords(standing, today)}`, paddingLeft: true };
  const tooltip = record && tooltipOf(standing, openDays(record.history, { from: today, most: 5 }), today);
  return tooltip === undefined ? hint : { ...hint, tooltip };
}

function inWords(standing: Standing, today: Day): string {
  switch (standing.is) {
    case 'due':
      return `${weekdayAndDay(standing.on, today)}, ${distance(standing.on, today)}`;
    case 'overdue': {
      const days = today - standing.since;
      return `overdue since ${weekdayAndDay(standing.since, today)}, ${days} day${days === 1 ? '' : 's'}`;
    }
    case 'paused':
      return standing.until === undefined ? 'paused' : `paused until ${weekdayAndDay(standing.until, today)}`;
    case 'as needed':
      return 'as needed, on no fixed day';
    case 'ended':
      return standing.on === undefined ? 'nothing more is due' : `ended on ${weekdayAndDay(standing.on, today)}`;
    case 'not begun':
      return 'no due day yet';
  }
}

function tooltipOf({ is }: Standing, next: readonly Day[], today: Day): string | undefined {
  if (next.length > 0) return `Next: ${next.map((day) => weekdayAndDay(day, today)).join(', ')}`;
  if (is === 'overdue') return 'The next day is counted from the day on which this one is done.';
  return is === 'not begun' ? 'Say in Starts on which day it is due first; until then, its first entry tells.' : undefined;
}
