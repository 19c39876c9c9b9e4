/** When jobs were told, and their order. */
import type { Day } from '../../notation/dates.ts';
import type { Task } from '../../notation/document.ts';
import { earliestOf, isOpen, jobOf } from '../stages.ts';
import type { Entry } from './entry.ts';

/** The day on which a job was told. */
export function dayOfJob({ block }: Task): Day | undefined {
  return jobOf(block).posted?.date ?? earliestOf(block.entries)?.date ?? block.due?.value;
}

/** Those without a day last. */
export function oldestFirst(entries: readonly Entry[]): Entry[] {
  const days = new Map(entries.map((entry) => [entry, dayOfJob(entry.task) ?? Infinity]));
  return [...entries].sort((a, b) => days.get(a)! - days.get(b)! || byPlace(a, b));
}

/** Oldest first, copies left out. */
export function inOrder(entries: readonly Entry[]): readonly Entry[] {
  if (entries.length < 2) return entries;
  const seen = new Set<string>();
  return oldestFirst(entries).filter(({ task, title }) => {
    const key = `${isOpen(jobOf(task.block)) ? 'open' : dayOfJob(task)} ${title}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** By file and, in one file, by what they say, which does not change when one is moved. */
export function byPlace(a: Entry, b: Entry): number {
  const { uri } = a.task.document;
  const other = b.task.document.uri;
  if (uri !== other) return uri < other ? -1 : 1;
  return a.text === b.text ? a.task.firstLine - b.task.firstLine : a.text < b.text ? -1 : 1;
}
