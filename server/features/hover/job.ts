/** The hover on a one-off's heading: how far it has come, the bids compared, what explaining it has cost. */
import type { NoteContext } from '../../context.ts';
import { agreedPrice, bidders } from '../../model/bidders.ts';
import { inOrder } from '../../model/history.ts';
import type { Roster } from '../../model/roster.ts';
import { isOpen, type Job, jobOf } from '../../model/stages.ts';
import { isSameTask, repeatsOf as jobsOf } from '../../model/repeats/repeats.ts';
import type { Folder } from '../../model/workspace.ts';
import { formatAmount } from '../../notation/amounts.ts';
import type { Bid, Bids } from '../../notation/bids.ts';
import type { Block } from '../../notation/blocks.ts';
import type { Day } from '../../notation/dates.ts';
import { distance, weekdayAndDay } from '../../notation/dayWords.ts';
import type { Task } from '../../notation/document.ts';
import { formatDuration, type Minutes } from '../../notation/durations.ts';
import { clipped, joined, type Line, lines, type Part, rule, strong } from './content.ts';
import { feedbackList, lastEntries } from './entries.ts';
import { counted } from '../../model/wording.ts';
import { capital, nameOf, titleOf } from './words.ts';

export function jobHover(task: Task, { folder, today }: NoteContext): Part[] {
  const { block } = task;
  const { roster } = folder;
  const job = jobOf(block);
  const entries = inOrder(block.entries, today);
  const said = [...entries].reverse().flatMap(({ feedback, date }) => feedback.map((each) => ({ feedback: each, date })));
  const money = [awardLine(block, job, roster), explainedLine(block), repeatsLine(task, folder)].filter((line) => line !== undefined);
  return [
    lines([strong(titleOf(task)), ' · one-off'], stageLine(block, job, today), termsLine(block, roster)),
    ...(block.bids ? bidsTable(block.bids, job, roster) : []),
    ...(money.length > 0 ? [lines(...money)] : []),
    ...(entries.length > 0 ? [rule] : []),
    ...lastEntries(entries, roster, today),
    ...feedbackList('Feedback', said, today),
  ];
}

/** `awarded Thu 3 Sep · due Fri 25 Sep, in 4 days` */
function stageLine({ due, milestones }: Block, job: Job, today: Day): Line {
  const { stage, delivered } = job;
  const since = stage === 'draft' ? undefined : job[stage]?.date;
  const dueWords = due && `due ${weekdayAndDay(due.value, today)}`;
  const late = due && delivered?.date !== undefined && delivered.date > due.value ? `, delivered ${counted(delivered.date - due.value, 'day')} late` : '';
  const next = milestones.filter(({ done, date }) => !done && date !== undefined).sort((a, b) => a.date! - b.date!)[0];
  return joined(' · ', [
    [strong(stage === 'draft' ? 'Not posted yet' : capital(stage)), since === undefined ? '' : ` ${weekdayAndDay(since, today)}`],
    dueWords && (isOpen(job) ? [dueWords, ', ', strong(dueIn(due.value, today))] : `${dueWords}${late}`),
    isOpen(job) && next ? `next ${clipped(next.title, 40)} ${weekdayAndDay(next.date!, today)}` : undefined,
  ]);
}

const dueIn = (due: Day, today: Day): string => (due < today ? `overdue by ${counted(today - due, 'day')}` : distance(due, today));

function termsLine({ owner, budget, estimate }: Block, roster: Roster): Line {
  return joined(' · ', [
    budget ? `Budget ${formatAmount(budget.value)}` : 'No budget',
    estimate ? `estimate ${formatDuration(estimate.value)}` : 'no estimate',
    owner && `owner ${nameOf(owner.handle, roster)}`,
  ]);
}

/** A longer table is read in the note. */
const mostBids = 12;

function bidsTable({ rows }: Bids, { awarded }: Job, roster: Roster): Part[] {
  if (rows.length === 0) return [];
  const lowest = lowestPrice(rows);
  const days = rows.map((bid) => bid.days).filter((each) => each !== undefined);
  const fastest = days.length > 1 ? Math.min(...days) : undefined;
  const winner = awarded?.who && bidders({ line: 0, endLine: 0, headers: [], rows }, roster)(awarded.who.handle);
  const marked = (text: string, isMarked: boolean, mark: string): string => (isMarked ? `${text} (${mark})` : text);
  const cells = rows.slice(0, mostBids).map((bid) => [
    marked(bidderName(bid, roster), bid === winner, 'awarded'),
    bid.price ? marked(formatAmount(bid.price.value), bid.price.value.value === lowest, 'lowest') : '',
    bid.days === undefined ? '' : marked(counted(bid.days, 'day'), bid.days === fastest, 'fastest'),
    clipped(bid.note, 80),
  ]);
  const more = rows.length > mostBids ? [lines([`and ${rows.length - mostBids} more bids`])] : [];
  return [{ kind: 'table', header: ['Bid', 'Price', 'Time', 'Note'], rows: cells }, ...more];
}

const bidderName = ({ bidder, isHandle }: Bid, roster: Roster): string => (isHandle ? nameOf(bidder, roster) : clipped(bidder, 60));

/** Of two or more prices in one currency. */
function lowestPrice(rows: readonly Bid[]): number | undefined {
  const prices = rows.flatMap(({ price }) => (price ? [price.value] : []));
  const isOneCurrency = new Set(prices.map(({ currency }) => currency)).size === 1;
  return prices.length > 1 && isOneCurrency ? Math.min(...prices.map(({ value }) => value)) : undefined;
}

function awardLine({ bids, budget }: Block, { awarded }: Job, roster: Roster): Line | undefined {
  if (!awarded) return undefined;
  const price = agreedPrice(awarded, bids, roster)?.value;
  const lowest = bids && lowestPrice(bids.rows);
  const than = (other: number | undefined, currency: string | undefined, what: string): string | undefined => {
    if (price === undefined || other === undefined || price.currency !== currency) return undefined;
    const difference = price.value - other;
    if (difference === 0) return `just ${what}`;
    return `${formatAmount({ value: Math.abs(difference), currency })} ${difference > 0 ? 'above' : 'below'} ${what}`;
  };
  return [
    strong('Award'),
    ' ',
    ...joined(' · ', [
      awarded.who ? `to ${nameOf(awarded.who.handle, roster)}` : 'to nobody named',
      price && formatAmount(price),
      than(lowest, bids?.rows.find((bid) => bid.price)?.price?.value.currency, 'the lowest bid'),
      than(budget?.value.value, budget?.value.currency, 'the budget'),
    ]),
  ];
}

const explainedIn = ({ entries }: Block): Minutes => entries.reduce((sum, { explained }) => sum + (explained?.value ?? 0), 0);

function explainedLine(block: Block): Line | undefined {
  const minutes = explainedIn(block);
  return minutes === 0 ? undefined : [strong('Explained'), ` ${formatDuration(minutes)}${againstEstimate(minutes, block)}`];
}

const againstEstimate = (minutes: Minutes, { estimate }: Block): string =>
  estimate && estimate.value > 0 ? `, ${Math.round((minutes / estimate.value) * 100)} % of the estimate of ${formatDuration(estimate.value)}` : '';

/** The most that are named. */
const mostRepeats = 3;

function repeatsLine(task: Task, folder: Folder): Line | undefined {
  const repeats = repeatsOf(task, folder);
  if (repeats.length === 0) return undefined;
  const minutes = [task, ...repeats].reduce((sum, { block }) => sum + explainedIn(block), 0);
  const names = repeats.slice(-mostRepeats).map((each) => `“${clipped(titleOf(each), 60)}”`);
  const more = repeats.length > mostRepeats ? ` and ${repeats.length - mostRepeats} more` : '';
  return [strong('Repeats'), ` ${names.join(', ')}${more} · explained ${formatDuration(minutes)} in all${againstEstimate(minutes, task.block)}`];
}

/** The other one-offs that are the same job, oldest first. */
const repeatsOf = (task: Task, folder: Folder): readonly Task[] => (jobsOf(task, folder)?.jobs ?? []).filter((other) => !isSameTask(task, other));
