/**
 * The same job, told again: questions about the one-offs of a folder that are one job. They are so if their titles and briefs
 * are alike, or if `Same as` says so; `Same as: none` or a comment that disables `repeated-one-off` keeps one apart.
 *
 * Where PRODUCT.md leaves a case open:
 * - A job that was cancelled does not count: nobody did it. Copies of a job, with its title and its day, count once, and so do
 *   open jobs of one title, which are most likely one that was posted twice.
 * - The day of a job is the one on which it was first told: posted, else that of its first entry, else its due date.
 * - A group that `Same as` joins with a recurring function has been recognised.
 * - More than 500 titles that hang together by likeness are no job but a way of writing titles; then only equal ones count.
 */
import type { Day } from '../../notation/dates.ts';
import type { Task } from '../../notation/document.ts';
import { earliestOf, isOpen, jobOf } from '../stages.ts';
import type { Folder } from '../workspace.ts';
import type { Entry } from './entry.ts';
import type { Bucket, Group, RepeatIndex } from './index.ts';

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

const mostBuckets = 500;

/** The jobs that are the same as a one-off, itself among them; `undefined` where there is no other. */
export function repeatsOf(task: Task, folder: Folder): Repeats | undefined {
  const index = folder.repeats;
  const entry = index.entryOf(task);
  const bucket = entry && index.bucketOf(entry);
  if (!bucket) return undefined;
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
  const said = new Set([...index.saidToBeSame(entry)].filter(({ sameAs }) => sameAs === entry.title));
  const days = new Map([...said].map((each) => [each, dayOfJob(each.task) ?? Infinity]));
  return [...said].sort((a, b) => days.get(a)! - days.get(b)! || byPlace(a, b)).map((each) => each.task);
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

/** The day on which a job was told. */
export function dayOfJob({ block }: Task): Day | undefined {
  return jobOf(block).posted?.date ?? earliestOf(block.entries)?.date ?? block.due?.value;
}

/** The group of a bucket, worked out once for all that are in it. */
function groupOf(index: RepeatIndex, bucket: Bucket): Group {
  const { version } = index;
  const isKnown = ({ group }: Bucket): boolean => group !== undefined && (group.entries !== undefined || group.version === version);
  if (isKnown(bucket)) return bucket.group!;
  const reached = new Set([bucket]);
  const functions = new Set<Entry>();
  let isTooLarge = false;
  for (const each of reached) {
    isTooLarge ||= reached.size > mostBuckets || (isKnown(each) && each.group!.entries === undefined);
    if (isTooLarge) break;
    for (const other of each.links) reached.add(other);
    for (const entry of each.entries) {
      for (const other of index.saidToBeSame(entry)) {
        const near = index.bucketOf(other);
        if (near) reached.add(near);
        else if (other.task.block.kind === 'recurring' && entry.sameAs === other.title) functions.add(other);
      }
    }
  }
  const buckets = [...reached];
  const entries = isTooLarge ? undefined : inOrder(buckets.flatMap((each) => each.entries));
  const group = { buckets, entries, recurring: [...functions].sort(byPlace)[0], version };
  for (const each of buckets) each.group = group;
  return group;
}

/** Oldest first, copies left out. */
function inOrder(entries: readonly Entry[]): readonly Entry[] {
  if (entries.length < 2) return entries;
  const days = new Map(entries.map((entry) => [entry, dayOfJob(entry.task) ?? Infinity]));
  const sorted = [...entries].sort((a, b) => days.get(a)! - days.get(b)! || byPlace(a, b));
  const seen = new Set<string>();
  return sorted.filter((entry) => {
    const key = `${isOpen(jobOf(entry.task.block)) ? 'open' : days.get(entry)} ${entry.title}`;
    if (seen.has(key)) return false;
    return seen.add(key);
  });
}

/** By file and, in one file, by what they say, which does not change when one is moved. */
function byPlace(a: Entry, b: Entry): number {
  const { uri } = a.task.document;
  const other = b.task.document.uri;
  if (uri !== other) return uri < other ? -1 : 1;
  return a.text === b.text ? a.task.firstLine - b.task.firstLine : a.text < b.text ? -1 : 1;
}
