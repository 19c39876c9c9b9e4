/** Histories of functions, written as notes. Today is Monday, 23 November 2026, unless a test says another day. */
import assert from 'node:assert/strict';
import { type Figures, figuresOf } from '../../server/model/figures.ts';
import { type History, historyOf } from '../../server/model/history.ts';
import { joinRoster, type Roster } from '../../server/model/roster.ts';
import type { Occurrence } from '../../server/model/schedule/occurrence.ts';
import { WorkCalendar } from '../../server/model/schedule/workCalendar.ts';
import { type Day, formatDay } from '../../server/notation/dates.ts';
import { readDocument, type Task, tasksOf } from '../../server/notation/document.ts';
import { day } from './scheduleSupport.ts';

export interface Told {
  readonly task: Task;
  readonly history: History;
  readonly figures: Figures;
}

export interface On {
  readonly today?: string;
  readonly reviewed?: string;
}

/** The history of a task of a note. */
export function tell(text: string, title: string, { today = '2026-11-23', reviewed }: On = {}): Told {
  const document = readDocument('file:///desk/note.delegate.md', text);
  const task = tasksOf(document).find(({ block }) => block.title === title);
  assert(task, `no task “${title}”`);
  assert.deepEqual(task.block.problems, []);
  const roster: Roster = joinRoster([document]);
  const history = historyOf(task.block, { today: day(today), calendar: new WorkCalendar(roster.workdays, roster.holidays) });
  return { task, history, figures: figuresOf(task.block, history, { today: day(today), roster, reviewed: reviewed === undefined ? undefined : day(reviewed) }) };
}

/** The history of a function of these fields (`Cadence: weekly; Starts: 2026-10-02`) and entries, a line each, in any order. */
export function told(fields: string, entries: readonly string[], on: On = {}, header: readonly string[] = []): Told {
  const lines = fields.split(';').map((field) => `- ${field.trim()}`);
  const list = entries.map((entry) => (entry.startsWith('  ') ? entry : `- ${entry}`));
  const text = ['---', ...header, '---', '', '## Task (recurring)', '', ...lines, '', 'What is done.', '', ...list, ''].join('\n');
  return tell(header.length > 0 ? text : text.slice(9), 'Task', on);
}

/** `2026-08-28 late by 4`, `2026-10-30 on time`, `2026-11-30 upcoming`. */
export const shown = ({ due, state, lateBy }: Occurrence): string => `${formatDay(due)} ${state}${lateBy > 0 ? ` by ${lateBy}` : ''}`;

export const iso = (each: Day | undefined): string | undefined => (each === undefined ? undefined : formatDay(each));
