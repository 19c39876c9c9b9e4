/**
 * The work that a task asks for in the next four weeks, today included.
 *
 * Where PRODUCT.md leaves a case open:
 * - A run takes the median of the last five that say how long they took, or of all where there are fewer, whoever did them; else
 *   the Estimate; else nobody knows, and nothing is made up.
 * - Due days within the four weeks count unless they are closed already, and what is overdue still has to be done. What is paused,
 *   or over by then, is not due. Two to four days after the last run are four.
 * - A number of runs in a period is spread over its days, so that “20 times a month” is the same load on each day of the month;
 *   in the present period no more are left than have not been done.
 * - What is done as needed, or has no cadence that can be read, goes on as often as it did in the last twelve weeks.
 * - A job is asked of whoever it was awarded to, or of its Owner where it was never on the board, while it is not delivered: the
 *   Estimate less the time that its entries tell. If it has to be ready later than in four weeks, by its Due or by the days of the
 *   bid, a part of it falls into them. The days of a bid are no hours: without an Estimate nobody knows.
 */
import type { Block } from '../notation/blocks.ts';
import type { Cadence } from '../notation/cadence/cadence.ts';
import type { Day } from '../notation/dates.ts';
import type { Document, Section, Task } from '../notation/document.ts';
import type { Minutes } from '../notation/durations.ts';
import { lastFiveOf } from './figures.ts';
import type { History } from './history.ts';
import { archiveUri } from './processes.ts';
import { recordOf } from './record.ts';
import { outside } from './schedule/pauses.ts';
import { firstDayOf, lastDayOf, periodOf } from './schedule/periods.ts';
import { occurrences } from './schedule/schedule.ts';
import type { WorkCalendar } from './schedule/workCalendar.ts';
import { jobOf } from './stages.ts';
import type { Folder, LinkedFile } from './workspace.ts';

/** Four weeks. */
const horizon = 28;

/** The last day that counts. */
export const lastOf = (today: Day): Day => today + horizon - 1;

/** How far back what has no dates is looked at, in days. */
const memory = 84;

export interface Demand {
  readonly task: Task;
  /** The handles of who does it, and of who stands in. */
  readonly owner: string | undefined;
  readonly backup: string | undefined;
  /** Minutes of one run, or of what is left of a job. */
  readonly each: Minutes | undefined;
  readonly by: 'median' | 'estimate';
  /** The days on which it is due. */
  readonly days: readonly Day[];
  /** Runs on no certain day; a part of one, too. */
  readonly spread: number;
}

/** What a block asks for, wherever it stands. */
export type Asked = Omit<Demand, 'task'>;

type Archive = readonly [uri: string, file: LinkedFile | undefined];

const holds = (archives: readonly Archive[], folder: Folder): boolean => archives.every(([uri, file]) => folder.file(uri) === file);

interface Known {
  readonly today: Day;
  readonly calendar: WorkCalendar;
  /** What was found where the task's archive is. */
  readonly archives: readonly Archive[];
  readonly asked: Asked | undefined;
}

/** What is asked for by section, so that nothing is looked at again in which nothing was typed. */
export class Demands {
  private readonly sections = new WeakMap<Section, Known>();

  of(task: Task, folder: Folder, today: Day): Asked | undefined {
    const before = this.known(task.section, folder, today);
    if (before) return before.asked;
    const uri = archiveUri(task, folder);
    const archives: Archive[] = uri === undefined ? [] : [[uri, folder.file(uri)]];
    const asked = askedOf(task, folder, today);
    this.sections.set(task.section, { today, calendar: folder.calendar, archives, asked });
    return asked;
  }

  /** Whether it has been worked out for all tasks of a document. */
  has({ sections }: Document, folder: Folder, today: Day): boolean {
    return sections.every((section) => !section.kind || this.known(section, folder, today));
  }

  private known(section: Section, folder: Folder, today: Day): Known | undefined {
    const known = this.sections.get(section);
    return known?.today === today && known.calendar === folder.calendar && holds(known.archives, folder) ? known : undefined;
  }
}

/** `undefined` for a function that has ended, and for a job that nobody has to do, or nobody yet. */
function askedOf(task: Task, folder: Folder, today: Day): Asked | undefined {
  return task.block.kind === 'recurring' ? ofFunction(task, folder, today) : ofJob(task.block, today);
}

function ofFunction(task: Task, folder: Folder, today: Day): Asked | undefined {
  const { block } = task;
  const { history } = recordOf(task, folder, today);
  if (Math.min(block.ends?.value ?? Infinity, history.schedule?.last ?? Infinity) < today) return undefined;
  const median = lastFiveOf(history.runs);
  return {
    owner: block.owner?.handle,
    backup: block.backup?.handle === block.owner?.handle ? undefined : block.backup?.handle,
    each: median ?? block.estimate?.value,
    by: median === undefined ? 'estimate' : 'median',
    ...runsAhead(history, today),
  };
}

function runsAhead(history: History, today: Day): Pick<Demand, 'days' | 'spread'> {
  const { reading, schedule, runs, paused } = history;
  const cadence = reading?.ok ? reading.cadence : undefined;
  if (!schedule || !cadence || cadence.kind === 'as needed') {
    const lately = runs.filter(({ date }) => date > today - memory).length;
    return { days: [], spread: paused ? 0 : (lately * horizon) / memory };
  }
  if (cadence.kind === 'quota') return { days: [], spread: quotaAhead(cadence, history, today) };
  const closed = new Set<Day>();
  const days: Day[] = [];
  for (const { due, state, entry } of history.occurrences) {
    if (state === 'overdue') days.push(today);
    else if (entry && due >= today) closed.add(due);
  }
  for (const due of occurrences(schedule, today, lastOf(today))) if (!closed.has(due)) days.push(due);
  return { days, spread: 0 };
}

type Quota = Extract<Cadence, { kind: 'quota' }>;

function quotaAhead({ times, period }: Quota, { schedule, occurrences: past }: History, today: Day): number {
  const { first, last, pauses } = schedule!;
  const present = periodOf(period, today);
  let ahead = 0;
  for (const span of outside(pauses, Math.max(today, first), Math.min(lastOf(today), last))) {
    for (let index = periodOf(period, span.from); index <= periodOf(period, span.until); index++) {
      const [from, until] = [firstDayOf(period, index), lastDayOf(period, index)];
      const share = (Math.min(until, span.until) - Math.max(from, span.from) + 1) / (until - from + 1);
      const met = index === present ? past.find((each) => each.from === from) : undefined;
      const left = met?.entry ? 0 : times - (met?.runs ?? 0);
      ahead += Math.min(times * share, left);
    }
  }
  return ahead;
}

function ofJob(block: Block, today: Day): Asked | undefined {
  const { stage, awarded } = jobOf(block);
  if (stage !== 'awarded' && stage !== 'draft') return undefined;
  const owner = awarded?.who?.handle ?? block.owner?.handle;
  if (owner === undefined) return undefined;
  const spent = block.entries.reduce((sum, { duration }) => sum + (duration?.value ?? 0), 0);
  const bid = block.bids?.rows.find(({ bidder, isHandle }) => isHandle && bidder === owner);
  const ready = block.due?.value ?? (awarded?.date !== undefined && bid?.days !== undefined ? awarded.date + bid.days : today);
  return {
    owner,
    backup: undefined,
    each: block.estimate && Math.max(block.estimate.value - spent, 0),
    by: 'estimate',
    days: [],
    spread: Math.min(horizon / Math.max(ready - today + 1, 1), 1),
  };
}
