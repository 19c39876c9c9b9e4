/** Which occurrence an entry would close that is not written yet. */
import type { Day } from '../../notation/dates.ts';
import type { Task } from '../../notation/document.ts';
import { Entry } from '../../notation/entries.ts';
import { accountOf } from '../archives.ts';
import { historyOf } from '../history.ts';
import type { Folder } from '../workspace.ts';

/** What a change to a task goes by. */
export interface ChangeContext {
  readonly folder: Folder;
  readonly today: Day;
}

/** The due day that an entry of a day, on top of the history and without `for`, would be about. */
function closedBy(task: Task, { folder, today }: ChangeContext, date: Day, verb: 'done' | 'skipped'): Day | undefined {
  const entry = new Entry({ text: '', lineStarts: [0] }, 0, 0, 0, 0, 0);
  entry.date = date;
  entry.verb = verb;
  const account = accountOf(task, folder);
  const after = historyOf({ ...account, entries: [entry, ...account.entries] }, { today: Math.max(today, date), calendar: folder.calendar });
  return after.occurrences.find((each) => each.entry === entry)?.due;
}

/** What `for` has to say so that an entry closes the occurrence that is meant: nothing, where it would do so anyway. */
export function forDateOf(meant: Day | undefined, task: Task, context: ChangeContext, date: Day, verb: 'done' | 'skipped'): Day | undefined {
  return meant === undefined || meant === closedBy(task, context, date, verb) ? undefined : meant;
}
