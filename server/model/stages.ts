/** How far a one-off has come. It is read from the entries each time, so that it is never written down twice. */
import type { Block } from '../notation/blocks.ts';
import type { Day } from '../notation/dates.ts';
import type { Entry } from '../notation/entries.ts';

export type Stage = 'draft' | Step;

const steps = ['posted', 'awarded', 'delivered', 'reviewed', 'paid', 'cancelled'] as const;

/** What takes a job from one stage to the next. */
export type Step = (typeof steps)[number];

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
  const onBoard = isOnBoard(block);
  const latest: { -readonly [Name in Step]: Entry | undefined } = { posted: undefined, awarded: undefined, delivered: undefined, reviewed: undefined, paid: undefined, cancelled: undefined };
  for (const entry of block.entries) {
    if (isBefore(entry.date, since)) continue;
    for (const step of steps) if (isStep(entry, step, onBoard) && isLater(entry, latest[step])) latest[step] = entry;
  }
  return { stage: stageOf(latest), ...latest };
}

/** The entries that take a job a step further, in the order of the text. */
export function stepsOf(block: Pick<Block, 'entries'>, step: Step): Entry[] {
  const onBoard = isOnBoard(block);
  return block.entries.filter((entry) => isStep(entry, step, onBoard));
}

const isOnBoard = ({ entries }: Pick<Block, 'entries'>): boolean => entries.some(({ verb }) => verb === 'posted' || verb === 'awarded');

function isStep(entry: Entry, step: Step, onBoard: boolean): boolean {
  if (step === 'delivered') return isDelivery(entry, onBoard);
  return step === 'reviewed' ? isReview(entry, onBoard) : entry.verb === step;
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

function stageOf(latest: Omit<Job, 'stage'>): Stage {
  const { posted, awarded, delivered, reviewed, paid, cancelled } = latest;
  const wentOn = [posted, awarded, delivered].some((step) => isBefore(cancelled?.date, step?.date));
  if (cancelled && !wentOn) return 'cancelled';
  if (paid && !isDeposit(paid, latest)) return 'paid';
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
  for (const entry of entries) if (isLater(entry, latest)) latest = entry;
  return latest;
}

const isLater = ({ date = -Infinity }: Entry, other: Entry | undefined): boolean => !other || date > (other.date ?? -Infinity);

export function earliestOf(entries: readonly Entry[]): Entry | undefined {
  let earliest = entries[0];
  for (const entry of entries) if ((entry.date ?? Infinity) < (earliest!.date ?? Infinity)) earliest = entry;
  return earliest;
}

/** Whether both days are known and one comes before the other. */
export const isBefore = (one: Day | undefined, other: Day | undefined): boolean => one !== undefined && other !== undefined && one < other;
