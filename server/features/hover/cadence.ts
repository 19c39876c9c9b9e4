/** The hover on a cadence: how it was understood, and the days that follow from it. */
import type { NoteContext } from '../../context.ts';
import { recordOf } from '../../model/record.ts';
import { lastDay, occurrences } from '../../model/schedule/schedule.ts';
import type { Loss } from '../../notation/cadence/foreign.ts';
import { formatCadence } from '../../notation/cadence/format.ts';
import type { CadenceReading, ReadCadence } from '../../notation/cadence/read.ts';
import { type Day, formatDay } from '../../notation/dates.ts';
import { distance, weekdayAndDay } from '../../notation/dayWords.ts';
import type { Task } from '../../notation/document.ts';
import { clipped, code, type Inline, type Line, lines, type Part, strong } from './content.ts';

const most = 5;

export function cadenceHover(task: Task, { folder, today }: NoteContext): Part[] {
  const { history, figures } = recordOf(task, folder, today);
  const { reading, schedule, paused } = history;
  if (!reading) return [];
  if (!reading.ok) return refusal(reading);
  const heading = lines([strong(formatCadence(reading.cadence))], ...lossesOf(reading));
  const first = figures.nextDue;
  if (!schedule || first === undefined) return [heading, ...doubt(reading), lines([reading.cadence.kind === 'as needed' ? 'It has no days, and is never overdue.' : nothingDue(schedule?.last, today)])];
  const days = [first, ...occurrences(schedule, first + 1, lastDay, most - 1)];
  const items = days.map((day, i): Line => [weekdayAndDay(day, today), ...(i === 0 ? [`, ${distance(day, today)}`] : [])]);
  const title = reading.cadence.kind === 'completion' ? 'Next, if each is done on its day' : 'Next';
  const pause = paused ? [lines(['It is paused, and nothing is due until that ends.'])] : [];
  return [heading, ...doubt(reading), ...pause, lines([strong(title)]), { kind: 'list', items }];
}

function nothingDue(last: Day | undefined, today: Day): string {
  return last !== undefined && last < today
    ? `Nothing is due any more since ${weekdayAndDay(last, today)}.`
    : `No day follows from it yet. With “Starts” it has a first one, as in “- Starts: ${formatDay(today)}”.`;
}

function refusal({ word, reason, nearest }: Extract<CadenceReading, { ok: false }>): Part[] {
  const what: Line = word === '' ? [strong('This is not understood')] : [strong(`“${clipped(word, 60)}” is not understood`)];
  const meant = nearest.length === 0 ? [] : [lines(['Near it are ', ...phrases(nearest, ' and '), '.'])];
  return [lines([...what, `: ${reason}.`]), ...meant];
}

/** A word that is read in several ways, and each of them in its canonical form. */
function doubt({ ambiguity }: ReadCadence): Part[] {
  if (!ambiguity) return [];
  return [lines([strong(`“${clipped(ambiguity.word, 60)}”`), ' is read in several ways: ', ...phrases(ambiguity.readings.map(({ phrase }) => phrase), ' or '), '. The first one counts until you say which.'])];
}

const phrases = (all: readonly string[], last: string): Inline[] =>
  all.flatMap((phrase, i): Inline[] => [i === 0 ? '' : i === all.length - 1 ? last : ', ', code(phrase)]);

/** What another notation says that a cadence has no place for. */
const lossWords: Readonly<Record<Loss, string>> = {
  'time of day': 'The time of day is left out: a function has a day, not a clock.',
  'month end': 'In a month without that day, it is due on the last one.',
};

const lossesOf = ({ losses }: ReadCadence): Line[] => losses.map((loss) => [lossWords[loss]]);
