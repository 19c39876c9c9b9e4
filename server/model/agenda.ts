/**
 * What is due: of a function and of a whole folder, from the oldest that is open on.
 *
 * Where PRODUCT.md leaves a case open:
 * - A job that nobody has delivered is due on the day of its Due, as a function is on the day of an occurrence.
 * - What is counted from the last run is listed as if each run will be done on its day; while one waits to be done, nobody
 *   can tell the next, and none is listed.
 * - What was due when a pause began that still lasts is not listed until it is over.
 * - A job without an Owner is owned by whoever it was awarded to.
 */
import type { Day } from '../notation/dates.ts';
import type { Task } from '../notation/document.ts';
import type { History } from './history.ts';
import { recordOf } from './record.ts';
import { occurrences } from './schedule/schedule.ts';
import { isOpen, jobOf } from './stages.ts';
import type { Folder } from './workspace.ts';

export interface DueItem {
  readonly task: Task;
  /** A handle; `undefined` where it is nobody's. */
  readonly owner: string | undefined;
  readonly due: Day;
  readonly status: 'overdue' | 'today' | 'upcoming';
}

/** What is due in a folder up to a day, by day, then by person, then as the notes have it. */
export function agendaOf(folder: Folder, today: Day, until: Day): DueItem[] {
  const items: DueItem[] = [];
  for (const task of folder.tasks()) items.push(...dueItems(task, folder, today, until));
  return items.sort(compareItems);
}

/** By day, then by person, what is nobody's last, then by note and line. */
export function compareItems(a: DueItem, b: DueItem): number {
  return a.due - b.due || compareOwners(a.owner, b.owner) || compareTexts(a.task.document.uri, b.task.document.uri) || a.task.firstLine - b.task.firstLine;
}

const compareOwners = (a: string | undefined, b: string | undefined): number =>
  a === undefined || b === undefined ? Number(a === undefined) - Number(b === undefined) : compareTexts(a, b);

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What of one task is due up to a day. */
function dueItems(task: Task, folder: Folder, today: Day, until: Day): DueItem[] {
  const status = (due: Day): DueItem['status'] => (due < today ? 'overdue' : due === today ? 'today' : 'upcoming');
  return dueDays(task, folder, today, until).map((due) => ({ task, owner: ownerOf(task), due, status: status(due) }));
}

function dueDays(task: Task, folder: Folder, today: Day, until: Day): Day[] {
  const { block } = task;
  if (block.kind === 'recurring') return openDays(recordOf(task, folder, today).history, until);
  return block.due && block.due.value <= until && isOpen(jobOf(block)) ? [block.due.value] : [];
}

function ownerOf({ block }: Task): string | undefined {
  return (block.owner ?? (block.kind === 'one-off' ? jobOf(block).awarded?.who : undefined))?.handle;
}

/** The due days of a function that are open or to come, up to a day and no more than asked for, oldest first. */
export function openDays({ reading, schedule, occurrences: known }: History, until: Day, most = Infinity): Day[] {
  const open = known.filter(({ state }) => state === 'overdue' || state === 'due' || state === 'upcoming');
  const days = open.map(({ due }) => due).filter((due) => due <= until).slice(0, most);
  const isUnknown = reading?.ok && reading.cadence.kind === 'completion' && known.some(({ state }) => state === 'overdue' || state === 'paused');
  const last = known.at(-1)?.due;
  if (!schedule || isUnknown || last === undefined || days.length >= most) return days;
  // What is known goes as far as the first that is to come.
  return [...days, ...occurrences(schedule, last + 1, until, most - days.length)];
}
