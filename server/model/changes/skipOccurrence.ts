/** Skipping an occurrence of a function: an entry that closes it without a run. */
import type { Day } from '../../notation/dates.ts';
import type { Task } from '../../notation/document.ts';
import type { FileEdit } from '../../text.ts';
import { type ChangeContext, forDateOf } from './closes.ts';
import { withEntry } from './withEntry.ts';

export interface Skip {
  /** Today, if it is not given. */
  readonly day?: Day | undefined;
  readonly who?: string | null | undefined;
  /** The occurrence that is meant: if it is not given, the latest that is open, else the next one. */
  readonly for?: Day | null | undefined;
  /** Why. */
  readonly note?: string | null | undefined;
}

export function skipOccurrence(task: Task, context: ChangeContext, { day, who, for: meant, note }: Skip): FileEdit {
  const date = day ?? context.today;
  const forDate = forDateOf(meant ?? undefined, task, context, date, 'skipped');
  return withEntry(task, { date, who: who ?? undefined, verb: 'skipped', forDate, note: note ?? undefined });
}
