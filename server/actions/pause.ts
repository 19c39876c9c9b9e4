import { formatDay } from '../notation/dates.ts';
import { canSayUntil, pauseFunction } from '../model/changes/pause.ts';
import { recordOf } from '../model/record.ts';
import { action, Refusal } from './action.ts';
import { notAfterToday } from './days.ts';
import { asRead } from './reading.ts';

export const pause = action({
  title: 'Pause',
  options: { day: 'day', until: 'day', who: 'person', note: 'text' },
  subject: 'a recurring function that goes on and is not paused',
  appliesTo: (task, { folder, today }) =>
    task.block.kind === 'recurring' && (task.block.ends?.value ?? today) >= today && recordOf(task, folder, today).history.paused === undefined,
  proposals: (task) => ({ until: canSayUntil(task) ? '' : undefined }),
  change(task, context, { day, until, who, note }) {
    const date = notAfterToday(day, context);
    const last = until ?? undefined;
    if (last !== undefined && last < date) throw new Refusal(`A pause from ${formatDay(date)} cannot be over on ${formatDay(last)}.`);
    if (last !== undefined && !canSayUntil(task)) throw new Refusal('“Paused” tells of another pause already, which would be forgotten. Pause without a last day, and resume it then.');
    const edit = pauseFunction(task, date, { until: last, who: who ?? undefined, note: note ?? undefined });
    return asRead(task, edit, 1, ({ paused }) => last === undefined || paused?.value.until === last);
  },
});
