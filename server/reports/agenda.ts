/** What is due, as text for people and as JSON, in a form that stays: see the README for its fields. */
import type { DueItem } from '../model/agenda.ts';
import { type Day, formatDay } from '../notation/dates.ts';
import { distance, weekdayAndDay } from '../notation/dayWords.ts';
import { called } from '../rules/wording.ts';
import { printable } from './text.ts';

export interface Agenda {
  readonly today: Day;
  readonly until: Day;
  /** In order. */
  readonly due: readonly (DueItem & { readonly path: string })[];
}

/** Lines count from 1. */
export function agendaJson({ today, due }: Agenda): string {
  const items = due.map(({ path, task, owner, due, status }) => ({
    path, line: task.firstLine + 1, task: task.block.title, owner: owner ?? null, due: formatDay(due), status,
  }));
  return `${JSON.stringify({ version: 1, today: formatDay(today), due: items }, undefined, 2)}\n`;
}

/** A heading for each day, and below it what is due on it, by person. */
export function agendaText({ today, until, due }: Agenda): string {
  const lines: string[] = [];
  const person = ({ owner }: DueItem): string => (owner === undefined ? 'nobody' : `@${owner}`);
  const width = Math.min(20, due.reduce((widest, item) => Math.max(widest, person(item).length), 0));
  due.forEach((item, i) => {
    if (item.due !== due[i - 1]?.due) lines.push(...(i > 0 ? [''] : []), dayHeading(item, today));
    lines.push(printable(`  ${person(item).padEnd(width)}  ${called(item.task.block)}  ${item.path}:${item.task.firstLine + 1}`));
  });
  if (due.length > 0) lines.push('');
  return `${[...lines, summary(due, until, today)].join('\n')}\n`;
}

function dayHeading({ due, status }: DueItem, today: Day): string {
  const days = today - due;
  return `${weekdayAndDay(due, today)}, ${status === 'overdue' ? `overdue for ${days} day${days === 1 ? '' : 's'}` : distance(due, today)}`;
}

function summary(due: readonly DueItem[], until: Day, today: Day): string {
  const upTo = `up to ${weekdayAndDay(until, today)}`;
  if (due.length === 0) return `Nothing is due ${upTo}.`;
  const count = (wanted: DueItem['status']): number => due.filter(({ status }) => status === wanted).length;
  return `${due.length} due ${upTo}: ${count('overdue')} overdue, ${count('today')} today, ${count('upcoming')} to come`;
}
