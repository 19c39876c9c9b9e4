/** A function's record: its history and the figures of it, worked out once for all who ask on a day. */
import type { Block } from '../notation/blocks.ts';
import type { CadenceReading } from '../notation/cadence/read.ts';
import type { Day } from '../notation/dates.ts';
import type { Document, Task } from '../notation/document.ts';
import type { Entry } from '../notation/entries.ts';
import { accountOf, entriesOf } from './archives.ts';
import { type Figures, figuresOf } from './figures.ts';
import { cadenceOf, type History, historyOf } from './history.ts';
import { processOf } from './processes.ts';
import { lastReview } from './reviews.ts';
import type { Roster } from './roster.ts';
import type { Folder } from './workspace.ts';

export interface Record {
  readonly history: History;
  readonly figures: Figures;
}

/** What a record was worked out from; the figures wait until somebody asks. */
class Known implements Record {
  private counted: Figures | undefined;

  constructor(
    private readonly block: Block,
    readonly entries: readonly Entry[],
    readonly history: History,
    readonly today: Day,
    readonly roster: Roster,
    readonly reviewed: Day | undefined,
  ) {}

  get figures(): Figures {
    return (this.counted ??= figuresOf(this.block, this.history, this));
  }
}

/** Cadences that are remembered, and the longest of them. */
const mostRemembered = 1000;
const longestRemembered = 200;

/** Records by block: a block that nothing was typed in is the same value in the folder that follows. */
export class Records {
  private readonly known = new WeakMap<Block, Known>();
  /** By their text, as most functions have one of a few. */
  private readonly readings = new Map<string, CadenceReading>();

  of(task: Task, folder: Folder, today: Day): Record {
    const { block } = task;
    const { roster, calendar } = folder;
    const account = accountOf(task, folder);
    const { entries } = account;
    const reviewed = lastReview(task, processOf(task, folder), folder)?.day;
    const known = this.known.get(block);
    if (known?.today === today && known.roster === roster && known.entries === entries && known.reviewed === reviewed) return known;
    const record = new Known(block, entries, historyOf(account, { today, calendar }, this.reading(block)), today, roster, reviewed);
    this.known.set(block, record);
    return record;
  }

  /** Histories are long; those of a note that nobody works on are worked out again if somebody asks. */
  forget(document: Document): void {
    for (const { block } of document.sections) if (block) this.known.delete(block);
  }

  reading(block: Block): CadenceReading | undefined {
    const text = block.cadence?.value;
    const known = text === undefined ? undefined : this.readings.get(text);
    if (known) return known;
    const reading = cadenceOf(block);
    if (!reading || text!.length > longestRemembered) return reading;
    if (this.readings.size >= mostRemembered) this.readings.clear();
    this.readings.set(text!, reading);
    return reading;
  }
}

/** What the cadence of a function is read as; `undefined` where none is written. */
export const readingOf = ({ block }: Pick<Task, 'block'>, folder: Folder): CadenceReading | undefined => folder.records.reading(block);

/** The record of a recurring function, as of today. */
export const recordOf = (task: Task, folder: Folder, today: Day): Record => folder.records.of(task, folder, today);

/** The same for what is told by the entries alone: where no day is given, as of the last of them. */
export const recordOfEntries = (task: Task, folder: Folder, today: Day | undefined): Record => recordOf(task, folder, today ?? lastDay(entriesOf(task, folder)));

const lastDay = (entries: readonly Entry[]): Day => entries.reduce((last, { date = 0 }) => Math.max(last, date), 0);
