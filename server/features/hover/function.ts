/** The hover on a recurring function's heading: who, when, how it has gone. */
import type { NoteContext } from '../../context.ts';
import type { Figures, Trend } from '../../model/figures.ts';
import type { History } from '../../model/history.ts';
import { recordOf } from '../../model/record.ts';
import type { Roster } from '../../model/roster.ts';
import type { Block } from '../../notation/blocks.ts';
import { formatCadence } from '../../notation/cadence/format.ts';
import { type Day, formatDay } from '../../notation/dates.ts';
import { distance, weekdayAndDay } from '../../notation/dayWords.ts';
import type { Task } from '../../notation/document.ts';
import { formatDuration, type Minutes } from '../../notation/durations.ts';
import { chartsOf } from './charts.ts';
import { code, joined, type Line, lines, type Part, rule, strong } from './content.ts';
import { feedbackList, lastEntries } from './entries.ts';
import { counted } from '../../model/wording.ts';
import { capital, nameOf, titleOf } from './words.ts';

export function functionHover(task: Task, { folder, today }: NoteContext): Part[] {
  const { block } = task;
  const { roster } = folder;
  const { history, figures } = recordOf(task, folder, today);
  const { estimate } = block;
  const heading = lines([strong(titleOf(task)), ' · recurring'], peopleLine(block, figures, roster), dueLine(history, figures, today));
  if (history.entries.length === 0) {
    const missed: Line[] = figures.missed > 0 ? [runsLine(figures)] : [];
    return [heading, lines(...missed, ['Nothing has been written down yet. An entry begins with a date, as in ', code(`- ${formatDay(today)} 1h`)])];
  }
  const open = [...figures.feedback.open].reverse().map(({ entry, feedback }) => ({ feedback, date: entry.date }));
  const { pictures, texts } = chartsOf(history, estimate?.value, today);
  const told = [runsLine(figures), durationLine(figures, estimate?.value), explainedLine(figures), costLine(figures)];
  return [
    heading,
    lines(...told.filter((line) => line !== undefined)),
    ...(pictures.length > 0 ? [{ kind: 'pictures', pictures } as const] : []),
    ...(texts.length > 0 ? [lines(...texts)] : []),
    rule,
    ...lastEntries(history.entries, roster, today),
    ...feedbackList('Open feedback, newer than the last review of the process', open, today),
  ];
}

function peopleLine({ owner, backup }: Block, { progress }: Figures, roster: Roster): Line {
  const first: Line = owner ? ['Owner ', strong(nameOf(owner.handle, roster)), progress ? `, ${progressWords[progress]}` : ''] : ['No owner yet'];
  return joined(' · ', [first, backup ? `backup ${nameOf(backup.handle, roster)}` : owner && 'no backup']);
}

const progressWords = { new: 'new to it', 'in training': 'in training', trained: 'trained', 'right hand': 'a right hand' } as const;

/** `every month on the last workday · next due Mon 30 Nov, in 7 days` */
function dueLine({ reading, paused, schedule }: History, { nextDue, overdueSince }: Figures, today: Day): Line {
  if (!reading) return ['No cadence yet, so it is never due'];
  if (!reading.ok) return ['The cadence is not understood, so nothing is due'];
  const on = (day: Day): Line => [strong(`${weekdayAndDay(day, today)}, ${distance(day, today)}`)];
  const isOver = schedule?.series !== undefined && schedule.last < today;
  return joined(' · ', [
    capital(formatCadence(reading.cadence)),
    paused && (paused.until === Infinity ? 'paused' : `paused until ${weekdayAndDay(paused.until, today)}`),
    overdueSince === undefined ? undefined : ['overdue since ', ...on(overdueSince)],
    nextDue !== undefined ? [overdueSince === undefined ? 'next due ' : 'next ', ...on(nextDue)] : undefined,
    nextDue === undefined && isOver ? `ended ${weekdayAndDay(schedule.last, today)}` : undefined,
  ]);
}

function runsLine({ runs, done, onTime, lateBy, missed, skipped, streak }: Figures): Line {
  const latest = Math.max(...lateBy);
  const upTo = lateBy.some((days) => days < latest) ? 'up to ' : '';
  return [
    strong('Done'),
    ' ',
    ...joined(' · ', [
      counted(runs, 'run'),
      done > 0 ? `${onTime} of ${done} on time (${Math.round((onTime / done) * 100)} %)` : undefined,
      lateBy.length > 0 ? `${lateBy.length} late by ${upTo}${counted(latest, 'day')}` : undefined,
      `${missed} missed`,
      `${skipped} skipped`,
      streak > 1 ? `${streak} on time in a row` : undefined,
    ]),
  ];
}

function durationLine({ runs, duration: { median, lastFive, trend } }: Figures, estimate: Minutes | undefined): Line | undefined {
  if (median === undefined && estimate === undefined) return undefined;
  return [
    strong('Takes'),
    ' ',
    ...joined(' · ', [
      median === undefined ? undefined : `median ${formatDuration(median)}`,
      lastFive === undefined || runs <= 5 ? undefined : `last five ${formatDuration(lastFive)}`,
      estimate === undefined ? 'no estimate' : `estimate ${formatDuration(estimate)}`,
      trend && trendWords(trend),
    ]),
  ];
}

const trendWords = ({ direction, before, after }: Trend): string =>
  direction === 'steady' ? 'steady' : `${direction} from ${formatDuration(before)} to ${formatDuration(after)}`;

function explainedLine({ explained: { total, lastThree } }: Figures): Line {
  const lately = lastThree === 0 ? 'nothing in the last three runs' : `${formatDuration(lastThree)} in the last three runs`;
  return [strong('Explained'), total === 0 ? ' nothing so far' : ` ${formatDuration(total)} in all · ${lately}`];
}

function costLine({ cost: { doing, explaining, currency } }: Figures): Line | undefined {
  const money = (value: number | undefined, what: string): string | undefined =>
    value === undefined || value === 0 ? undefined : `${Math.round(value)}${currency === undefined ? '' : ` ${currency}`} for ${what}`;
  const parts = [money(doing, 'doing it'), money(explaining, 'explaining it')];
  return parts.some((part) => part !== undefined) ? [strong('Cost'), ' ', ...joined(' · ', parts)] : undefined;
}
