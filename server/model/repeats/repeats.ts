/**
 * The same job, told again: questions about the one-offs of a folder that are one job. They are so if their titles and briefs
 * are alike, or if `Same as` says so; `Same as: none` or a comment that disables `repeated-one-off` keeps one apart.
 *
 * Where PRODUCT.md leaves a case open:
 * - A job that was cancelled does not count: nobody did it. Copies of a job, with its title and its day, count once, and so do
 *   open jobs of one title, which are most likely one that was posted twice.
 * - The day of a job is the one on which it was first told: posted, else that of its first entry, else its due date.
 * - A group that `Same as` joins with a recurring function has been recognised.
 * - More than 300 titles that hang together by likeness are no job but a way of writing titles; then only equal ones count.
 */
import type { Task } from '../../notation/document.ts';
import type { Folder } from '../workspace.ts';
import type { Entry } from './entry.ts';
import type { Bucket } from './bucket.ts';
import { groupOf } from './groups.ts';
import type { RepeatIndex } from './index.ts';
import { inOrder, oldestFirst } from './order.ts';

/** Whether two tasks stand at one place. */
export const isSameTask = (one: Task, other: Task): boolean => one.document.uri === other.document.uri && one.firstLine === other.firstLine;

export interface Repeats {
  /** The jobs, oldest first; those without a day last. Two or more, or one and a function. */
  readonly jobs: readonly Task[];
  /** The same with copies, in no order. */
  readonly all: readonly Task[];
  /** The recurring function that they are said to be, where there is one. */
  readonly recurring: Task | undefined;
  /** The one at which what is to be said of them is said; with a function, the latest that does not say that it is the same. */
  readonly latest: Task | undefined;
}

/** The jobs that are the same as a one-off, itself among them; `undefined` where there is no other. */
export function repeatsOf(task: Task, folder: Folder): Repeats | undefined {
  const index = folder.repeats;
  const entry = index.entryOf(task);
  const bucket = entry?.bucket;
  if (!bucket || isAlone(bucket, index)) return undefined;
  const group = groupOf(index, bucket);
  if (bucket.told?.version === index.version && bucket.told.group === group) return bucket.told.repeats;
  const repeats = group.entries ? readRepeats(group.buckets, group.entries, group.recurring) : readRepeats([bucket], inOrder(bucket.entries), undefined);
  for (const each of group.entries ? group.buckets : [bucket]) each.told = { version: index.version, group, repeats };
  return repeats;
}

/** The one-offs whose `Same as` names a function, oldest first. */
export function jobsOf(task: Task, folder: Folder): Task[] {
  const index = folder.repeats;
  const entry = index.entryOf(task);
  if (!entry) return [];
  const said = new Set([...index.sameAs.of(entry)].filter(({ sameAs }) => sameAs === entry.title));
  return oldestFirst([...said]).map((each) => each.task);
}

function readRepeats(buckets: readonly Bucket[], entries: readonly Entry[], recurring: Entry | undefined): Repeats | undefined {
  if (entries.length < 2 && !recurring) return undefined;
  const jobs = entries.map(({ task }) => task);
  const all = buckets.flatMap((each) => each.entries.map(({ task }) => task));
  const latest = recurring ? jobs.findLast(({ block }) => !block.sameAs) : jobs.at(-1);
  return { jobs, all, recurring: recurring?.task, latest };
}

/** Whether a one-off would be a repeat if no comment kept it apart. */
export function isKeptApart(task: Task, folder: Folder): boolean {
  const entry = folder.repeats.entryOf(task);
  return entry?.isApart === true && folder.repeats.isLikeOthers(entry);
}

/** As nearly all are. */
const isAlone = ({ entries, links }: Bucket, index: RepeatIndex): boolean => entries.length === 1 && links.length === 0 && !index.sameAs.has(entries[0]!);
