/** The history of a task, newest first, with what has been archived: each entry with what was said of it. */
import type { Editor } from '../../context.ts';
import type { ChangeContext } from '../../model/changes/closes.ts';
import { entriesOf, placeOf } from '../../model/archives.ts';
import { recordOf } from '../../model/record.ts';
import { jobOf } from '../../model/stages.ts';
import { counted, fileName, joined, quoted, short } from '../../model/wording.ts';
import { formatAmount } from '../../notation/amounts.ts';
import { formatDay } from '../../notation/dates.ts';
import { weekdayAndDay } from '../../notation/dayWords.ts';
import type { Task } from '../../notation/document.ts';
import { formatDuration } from '../../notation/durations.ts';
import type { Entry } from '../../notation/entries.ts';
import type { List, ListItem } from '../../protocol.ts';
import { toRange } from '../../text.ts';

export function historyList(task: Task, context: ChangeContext, spelled: Editor['spelled']): List {
  const { folder, today } = context;
  const { block, document, firstLine } = task;
  const entries = [...entriesOf(task, folder)].sort((a, b) => (b.date ?? -Infinity) - (a.date ?? -Infinity));
  const items = entries.map((entry): ListItem => {
    const place = placeOf(entry, task, folder);
    return {
      uri: spelled(place.document.uri),
      range: toRange(entry.dateAt, place.firstLine),
      label: entry.date === undefined ? 'A day that is not understood' : weekdayAndDay(entry.date, today),
      description: wordsOf(entry),
      ...detailOf(entry),
      group: place.document === document ? '' : fileName(place.document.uri, folder),
      task: { uri: spelled(document.uri), line: firstLine, title: block.title },
      actions: [],
    };
  });
  return { title: joined([quoted(block.title), ...figuresOf(task, context)]), items };
}

function figuresOf(task: Task, { folder, today }: ChangeContext): (string | undefined)[] {
  if (task.block.kind === 'one-off') return [jobOf(task.block).stage];
  const { runs, done, onTime, duration, explained } = recordOf(task, folder, today).figures;
  return [
    counted(runs, 'run'),
    done > 0 ? `${onTime} of ${done} on time` : undefined,
    duration.median === undefined ? undefined : `median ${formatDuration(duration.median)}`,
    explained.total > 0 ? `explained ${formatDuration(explained.total)}` : undefined,
  ];
}

function wordsOf({ verb, who, duration, explained, forDate, rating, amount }: Entry): string {
  return joined([
    who && `@${who.handle}`,
    verb === 'done' ? undefined : verb,
    duration && formatDuration(duration.value),
    explained && `explained ${formatDuration(explained.value)}`,
    forDate && `for ${formatDay(forDate.value)}`,
    rating && `${rating.value}/5`,
    amount && formatAmount(amount.value),
  ]);
}

function detailOf({ note, feedback }: Entry): Pick<ListItem, 'detail'> {
  const said = feedback.map(({ kind, text }) => `${kind === 'liked' ? 'Liked' : 'Disliked'}: ${short(text)}`);
  const detail = joined([note && short(note), ...said]);
  return detail === '' ? {} : { detail };
}
