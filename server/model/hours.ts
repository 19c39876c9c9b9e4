/** How many hours somebody's functions are going to take. */
import type { Day } from '../notation/dates.ts';
import type { Task } from '../notation/document.ts';
import type { Minutes } from '../notation/durations.ts';
import { recordOf } from './record.ts';
import { occurrences } from './schedule/schedule.ts';
import type { Folder } from './workspace.ts';

export interface Hours {
  /** A week, on average over the next four. */
  readonly weekly: Minutes;
  /** Functions that fall due in that time, and of which nobody knows how long they take. */
  readonly untimed: number;
}

const weeks = 4;

/** What functions take from today on: a run as long as the last five did in the middle, else as estimated. */
export function hoursOf(functions: readonly Task[], folder: Folder, today: Day): Hours {
  let minutes = 0;
  let untimed = 0;
  for (const task of functions) {
    const { history, figures } = recordOf(task, folder, today);
    const { reading, schedule } = history;
    if (!reading?.ok || !schedule) continue;
    const days = occurrences(schedule, today, today + weeks * 7 - 1).length;
    const runs = reading.cadence.kind === 'quota' ? days * reading.cadence.times : days;
    const each = figures.duration.lastFive ?? task.block.estimate?.value;
    if (each !== undefined) minutes += runs * each;
    else if (runs > 0) untimed++;
  }
  return { weekly: Math.round(minutes / weeks), untimed };
}
