/** Durations and amounts: those that the task's own entries and bids tell of, then round ones. */
import { entriesOf } from '../../model/archives.ts';
import { medianOf } from '../../model/figures.ts';
import { agreedPrice } from '../../model/bidders.ts';
import { recordOf } from '../../model/record.ts';
import { jobOf } from '../../model/stages.ts';
import { formatAmount, nearestAmount } from '../../notation/amounts.ts';
import { formatDuration, type Minutes, nearestDuration, parseDuration } from '../../notation/durations.ts';
import { entryWords } from '../../notation/keys.ts';
import { icon, type Offer } from './offers.ts';
import type { Place } from './place.ts';

const commonDurations = [15, 30, 45, 60, 90, 120, 180, 240, 480];
const commonExplained = [10, 15, 20, 30, 45, 60];
const commonAmounts = [50, 100, 200, 300, 500, 1000];

/** How long a run takes, the usual time first. */
export function durations(place: Place, typed: string, own: 'estimate' | 'run'): Offer[] {
  const { task, context: { folder, today } } = place;
  const offers = new Map<Minutes, Offer>();
  const add = (minutes: Minutes | undefined, detail: string, filter?: string): void => {
    if (minutes !== undefined && minutes > 0 && !offers.has(minutes)) offers.set(minutes, durationOffer(minutes, detail, filter));
  };
  if (/^\d/.test(typed) && parseDuration(typed) === undefined) add(nearestDuration(typed), '', typed);
  if (task?.block.kind === 'recurring') {
    const { duration } = recordOf(task, folder, today).figures;
    add(duration.lastFive, 'the median of the last five');
    add(duration.median, 'the median of all runs');
  }
  if (own === 'run') add(task?.block.estimate?.value, 'the estimate');
  for (const minutes of commonDurations) add(minutes, '');
  return [...offers.values()];
}

/** Time spent on explaining, the usual time first. */
export function explainedTimes({ task, context: { folder } }: Place): Offer[] {
  const median = medianOf(entriesOf(task!, folder).flatMap(({ explained }) => explained?.value ?? []));
  const usual = median === undefined || median === 0 ? [] : [durationOffer(median, 'the median of this task')];
  return [...usual, ...commonExplained.filter((minutes) => minutes !== median).map((minutes) => durationOffer(minutes, ''))];
}

function durationOffer(minutes: Minutes, detail: string, filter?: string): Offer {
  const label = formatDuration(minutes);
  return { label, icon: icon.unit, detail, documentation: entryWords.duration, ...(filter !== undefined && { filter }) };
}

/** Sums in the currency of the notes: the one being typed, those that the task speaks of, and round ones. */
export function amounts({ task, line, context: { document, folder } }: Place, typed: string): Offer[] {
  const currency = document.header.currency ?? folder.roster.currency;
  const block = task!.block;
  const offers = new Map<string, Offer>();
  const add = (text: string, detail: string, filter = text): void => {
    if (!offers.has(text)) offers.set(text, { label: text, icon: icon.unit, detail, filter });
  };
  const meant = /\d/.test(typed) ? nearestAmount(typed, currency) : undefined;
  if (meant) add(formatAmount(meant), '', typed);
  const { awarded } = jobOf(block);
  // The award that is being typed says nothing yet.
  const agreed = awarded && awarded.line !== line ? agreedPrice(awarded, block.bids, folder.roster) : undefined;
  if (agreed) add(formatAmount(agreed.value), 'as awarded');
  for (const { bidder, isHandle, price } of block.bids?.rows ?? []) if (price) add(formatAmount(price.value), `bid by ${isHandle ? '@' : ''}${bidder}`.slice(0, 60));
  if (block.budget) add(formatAmount(block.budget.value), 'the budget');
  if (currency !== undefined) for (const value of commonAmounts) add(formatAmount({ value, currency }), '');
  return [...offers.values()];
}
