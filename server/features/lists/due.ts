/** What is due: overdue, today, within a week. A task is in each of these once, however often it is due there. */
import type { Editor } from '../../context.ts';
import { agendaOf, compareItems, type DueItem } from '../../model/agenda.ts';
import type { ChangeContext } from '../../model/changes/closes.ts';
import { distance, weekdayAndDay } from '../../notation/dayWords.ts';
import type { Task } from '../../notation/document.ts';
import type { ListItem } from '../../protocol.ts';
import { taskItem } from './item.ts';

/** Days, as of `delegate-notes next`. */
const week = 7;

const groups = { overdue: 'Overdue', today: 'Today', upcoming: 'Within a Week' } as const;
const healths = { overdue: 'overdue', today: 'today', upcoming: 'fine' } as const;

export function dueItems(folders: Iterable<ChangeContext>, spelled: Editor['spelled']): ListItem[] {
  const all: { item: DueItem; context: ChangeContext; times: number }[] = [];
  for (const context of folders) {
    const first = new Map<string, (typeof all)[number]>();
    for (const item of agendaOf(context.folder, context.today, context.today + week)) {
      const key = `${item.status} ${keyOf(item.task)}`;
      const known = first.get(key);
      if (known) known.times++;
      else first.set(key, { item, context, times: 1 });
    }
    all.push(...first.values());
  }
  return all.sort((a, b) => compareItems(a.item, b.item)).map(({ item: { task, owner, due, status }, context, times }) => taskItem(task, context, spelled, {
    group: groups[status],
    health: healths[status],
    words: [owner === undefined ? 'nobody' : `@${owner}`, status === 'today' ? undefined : `${distance(due, context.today)}, ${weekdayAndDay(due, context.today)}`, times > 1 ? `${times} times` : undefined],
  }));
}

const keyOf = ({ document, firstLine }: Task): string => `${firstLine} ${document.uri}`;
