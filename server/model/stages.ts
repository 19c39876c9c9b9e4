/** How far a one-off has come. It is read from the entries each time, so that it is never written down twice. */
import type { Block } from '../notation/blocks.ts';
import type { Day } from '../notation/dates.ts';
import type { Entry } from '../notation/entries.ts';

export type Stage = 'draft' | Step;

/** What takes a job from one stage to the next. */
export type Step = 'posted' | 'awarded' | 'delivered' | 'reviewed' | 'paid' | 'cancelled';

/** Where a job is, and the latest entry of each step that still counts. */
export interface Job {
  readonly stage: Stage;
  readonly posted: Entry | undefined;
  readonly awarded: Entry | undefined;
  readonly delivered: Entry | undefined;
  readonly reviewed: Entry | undefined;
  readonly paid: Entry | undefined;
  readonly cancelled: Entry | undefined;
}

export function jobOf(block: Block): Job {
  const since = restartOf(block);
  const latest = (step: Step): Entry | undefined =>
    latestOf(stepsOf(block, step).filter(({ date }) => since === undefined || date === undefined || date >= since));
  const steps = {
    posted: latest('posted'),
    awarded: latest('awarded'),
    delivered: latest('delivered'),
    reviewed: latest('reviewed'),
    paid: latest('paid'),
    cancelled: latest('cancelled'),
  };
  return { stage: stageOf(steps), ...steps };
}

/** The entries that take a job a step further, in the order of the text. */
export function stepsOf({ entries }: Pick<Block, 'entries'>, step: Step): Entry[] {
  if (step === 'delivered' || step === 'reviewed') {
    const onBoard = entries.some(({ verb }) => verb === 'posted' || verb === 'awarded');
    return entries.filter((entry) => (step === 'delivered' ? isDelivery(entry, onBoard) : isReview(entry, onBoard)));
  }
  return entries.filter(({ verb }) => verb === step);
}

/**
 * "No verb means done" closes a job that was never on the board and simply given to somebody. One that is on the board
 * has words for it, and entries without a verb are the work on the way: `2026-03-10 @lin 2h: the mugs`.
 */
function isDelivery({ verb, verbAt, duration, explained }: Entry, onBoard: boolean): boolean {
  if (verb !== 'done') return verb === 'delivered';
  const isTalk = explained !== undefined && duration === undefined;
  return verbAt !== undefined || !(onBoard || isTalk);
}

/** A rating or feedback on the delivery or the payment says as much as an entry of its own. */
function isReview(entry: Entry, onBoard: boolean): boolean {
  if (entry.verb === 'reviewed') return true;
  const isJudged = entry.rating !== undefined || entry.feedback.length > 0;
  return isJudged && (entry.verb === 'paid' || isDelivery(entry, onBoard));
}

/** Whether somebody still has to do the job. */
export const isOpen = ({ stage }: Job): boolean => stage === 'draft' || stage === 'posted' || stage === 'awarded';

/** Whether a payment is ahead of the delivery and less than what was agreed, so that more is to come. */
export function isDeposit({ date, amount }: Entry, { awarded, delivered }: Pick<Job, 'awarded' | 'delivered'>): boolean {
  if (delivered && !isBefore(date, delivered.date)) return false;
  const agreed = awarded?.amount?.value;
  return amount !== undefined && amount.value.currency === agreed?.currency && amount.value.value < agreed.value;
}

function stageOf(steps: Omit<Job, 'stage'>): Stage {
  const { posted, awarded, delivered, reviewed, paid, cancelled } = steps;
  const wentOn = [posted, awarded, delivered].some((step) => isBefore(cancelled?.date, step?.date));
  if (cancelled && !wentOn) return 'cancelled';
  if (paid && !isDeposit(paid, steps)) return 'paid';
  if (reviewed) return 'reviewed';
  if (delivered) return 'delivered';
  return awarded ? 'awarded' : posted ? 'posted' : 'draft';
}

/** A job that is posted again starts over, and what was agreed before no longer counts: the day of the latest posting. */
function restartOf(block: Block): Day | undefined {
  const posts = stepsOf(block, 'posted');
  const latest = latestOf(posts)?.date;
  return earliestOf(posts)?.date === latest ? undefined : latest;
}

/** The entry of the latest day, the first in the text of several; one without a day only where none has one. */
export function latestOf(entries: readonly Entry[]): Entry | undefined {
  let latest = entries[0];
  for (const entry of entries) if ((entry.date ?? -Infinity) > (latest!.date ?? -Infinity)) latest = entry;
  return latest;
}

export function earliestOf(entries: readonly Entry[]): Entry | undefined {
  let earliest = entries[0];
  for (const entry of entries) if ((entry.date ?? Infinity) < (earliest!.date ?? Infinity)) earliest = entry;
  return earliest;
}

/** Whether both days are known and one comes before the other. */
export const isBefore = (one: Day | undefined, other: Day | undefined): boolean => one !== undefined && other !== undefined && one < other;
