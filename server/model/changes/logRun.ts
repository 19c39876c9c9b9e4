/** Logging a run of a function: one entry on top of its history. */
import type { Day } from '../../notation/dates.ts';
import type { Task } from '../../notation/document.ts';
import type { Minutes } from '../../notation/durations.ts';
import type { FileEdit } from '../../text.ts';
import { recordOf } from '../record.ts';
import { hasLeft } from '../roster.ts';
import { type ChangeContext, forDateOf } from './closes.ts';
import { withEntry } from './withEntry.ts';

/** What is `null` is left out; what is not given is what is likeliest. */
export interface Run {
  /** Today. */
  readonly day?: Day | undefined;
  /** The owner, who has not left. */
  readonly who?: string | null | undefined;
  /** The median of the runs so far. */
  readonly duration?: Minutes | null | undefined;
  readonly explained?: Minutes | null | undefined;
  /** The occurrence that is meant; it is written where the run would be for another one. */
  readonly for?: Day | null | undefined;
  readonly note?: string | null | undefined;
}

export function logRun(task: Task, context: ChangeContext, { day, who, duration, explained, for: meant, note }: Run): FileEdit {
  const date = day ?? context.today;
  const words = {
    who: who === undefined ? ownerOn(date, task, context) : (who ?? undefined),
    duration: duration === undefined ? usualDuration(task, context) : (duration ?? undefined),
    explained: explained ?? undefined,
  };
  return withEntry(task, {
    date,
    ...words,
    // A day alone tells a reader nothing.
    verb: Object.values(words).every((word) => word === undefined) ? 'done' : undefined,
    forDate: forDateOf(meant ?? undefined, task, context, date, 'done'),
    note: note ?? undefined,
  });
}

function ownerOn(day: Day, { block: { owner } }: Task, { folder }: ChangeContext): string | undefined {
  const member = owner && folder.roster.people.get(owner.handle);
  return member && hasLeft(member, day) ? undefined : owner?.handle;
}

/** How long a run takes, as far as runs tell. */
export const usualDuration = (task: Task, { folder, today }: ChangeContext): Minutes | undefined => recordOf(task, folder, today).figures.duration.median;
