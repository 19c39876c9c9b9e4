/** The entries that take a job from one stage to the next. */
import type { Amount } from '../../notation/amounts.ts';
import type { Day } from '../../notation/dates.ts';
import type { Task } from '../../notation/document.ts';
import type { Minutes } from '../../notation/durations.ts';
import type { FileEdit } from '../../text.ts';
import { withEntry } from './withEntry.ts';

interface Words {
  readonly who?: string | undefined;
  readonly note?: string | undefined;
}

export interface Award extends Words {
  readonly who: string;
  readonly amount?: Amount | undefined;
  readonly explained?: Minutes | undefined;
}

export interface Review extends Words {
  /** 0 to 5. */
  readonly rating?: number | undefined;
}

export const post = (task: Task, day: Day): FileEdit => withEntry(task, { date: day, verb: 'posted' });

export const award = (task: Task, day: Day, words: Award): FileEdit => withEntry(task, { date: day, verb: 'awarded', ...words });

export const deliver = (task: Task, day: Day, words: Words = {}): FileEdit => withEntry(task, { date: day, verb: 'delivered', ...words });

export const review = (task: Task, day: Day, words: Review): FileEdit => withEntry(task, { date: day, verb: 'reviewed', ...words });

export const cancel = (task: Task, day: Day, words: Words = {}): FileEdit => withEntry(task, { date: day, verb: 'cancelled', ...words });
