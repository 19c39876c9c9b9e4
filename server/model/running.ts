/** What is still somebody's to do. */
import type { Day } from '../notation/dates.ts';
import type { Task } from '../notation/document.ts';
import { isOpen, jobOf } from './stages.ts';

/** A function that goes on, or a job that is still to be done. */
export function isRunning({ block }: Pick<Task, 'block'>, today: Day): boolean {
  if (block.kind === 'one-off') return isOpen(jobOf(block));
  return block.ends === undefined || block.ends.value >= today;
}
