/** Histories and due dates: the figures of many functions, and a next occurrence a long way from Starts. */
import { figuresOf } from '../server/model/figures.ts';
import { historyOf } from '../server/model/history.ts';
import { joinRoster } from '../server/model/roster.ts';
import { nextOccurrence, scheduleOf } from '../server/model/schedule/schedule.ts';
import { WorkCalendar } from '../server/model/schedule/workCalendar.ts';
import { type Day, dayOf, formatDay } from '../server/notation/dates.ts';
import { type Document, readDocument, tasksOf } from '../server/notation/document.ts';
import { random } from './corpus.ts';
import { race, type Row } from './measure.ts';

const today = dayOf(2026, 11, 23);
const functions = 10_000;
const entries = 100;
const rounds = 200_000;

export function time(): Row[] {
  return [figures(), ...nextDays()];
}

/** Cadences, and about how many days lie between two runs. */
const cadences: readonly (readonly [text: string, days: number])[] = [
  ['every month on the last workday', 30],
  ['every other Friday', 14],
  ['every workday', 1.4],
  ['every Monday and Thursday', 3.5],
  ['twice a week', 3.5],
  ['every quarter on the 15th or the workday before', 91],
  ['every 6 weeks after completion', 42],
  ['every day', 1],
];

function figures(): Row {
  const next = random(1);
  const documents = Array.from({ length: functions / 100 }, (_, i) => note(i, next));
  const roster = joinRoster(documents);
  const calendar = new WorkCalendar(roster.workdays, roster.holidays);
  const tasks = documents.flatMap(tasksOf);
  const run = (): number => tasks.reduce((sum, { block }) => sum + figuresOf(block, historyOf(block, { today, calendar }), { today, roster, reviewed: undefined }).onTime, 0);
  const ms = race([{ name: 'ours', run }], 5, 1).get('ours')!;
  return {
    metric: `figures of ${functions.toLocaleString('en')} functions with ${entries} entries each`,
    ours: `${(ms / 1000).toFixed(2)} s`,
    peer: '',
    ratio: '',
    toReach: '< 1 s',
    reached: ms < 1000,
    raw: { ours: ms },
  };
}

function note(number: number, next: () => number): Document {
  const header = number === 0 ? '---\nholidays: [2025-12-25, 2026-08-31]\nteam:\n  maria: { name: Maria Silva, rate: 20 }\n  jon: { name: Jon Park, rate: 30 }\n---\n\n' : '';
  const blocks = Array.from({ length: 100 }, (_, i) => functionOf(`Function ${number * 100 + i}`, cadences[i % cadences.length]!, next));
  return readDocument(`file:///bench/note-${number}.delegate.md`, header + blocks.join('\n'));
}

function functionOf(title: string, [cadence, days]: readonly [text: string, days: number], next: () => number): string {
  const dates = Array.from({ length: entries }, (_, i) => Math.round(today - 3 - i * days - next() * Math.min(days, 3)));
  const starts = dates.at(-1)!;
  const lines = dates.map((date: Day) => `- ${formatDay(date)} ${next() < 0.8 ? '@maria' : '@jon'} ${20 + Math.floor(next() * 60)}m${next() < 0.1 ? ' explained 10m' : ''}${next() < 0.2 ? ' 4/5' : ''}: Done.`);
  return `## ${title} (recurring)\n\n- Owner: @maria\n- Cadence: ${cadence}\n- Estimate: 45m\n- Starts: ${formatDay(starts)}\n\nWhat is done.\n\n${lines.join('\n')}\n`;
}

/** Microseconds of a next occurrence, by when the rule began. */
function nextDays(): Row[] {
  const calendar = new WorkCalendar([0, 1, 2, 3, 4], [dayOf(2026, 8, 31)]);
  const plans = (['days', 'workdays'] as const).map((kind) => {
    const from = (starts: Day) => scheduleOf({ cadence: { kind, every: 3 }, calendar, starts });
    const asks = (starts: Day) => {
      const schedule = from(starts);
      return (): number => {
        let sum = 0;
        for (let i = 0; i < rounds; i++) sum += nextOccurrence(schedule, today + (i % 7))!;
        return sum;
      };
    };
    const times = race([{ name: 'old', run: asks(dayOf(1990, 1, 1)) }, { name: 'new', run: asks(today - 1) }], 9);
    return { kind, old: (times.get('old')! * 1000) / rounds, young: (times.get('new')! * 1000) / rounds };
  });
  return plans.map(({ kind, old, young }) => ({
    metric: `next occurrence of a rule of ${kind} from 1990`,
    ours: `${old.toFixed(2)} µs`,
    peer: `from yesterday ${young.toFixed(2)} µs`,
    ratio: (old / young).toFixed(2),
    toReach: 'not slower (≤ 1.2)',
    reached: old <= young * 1.2,
    raw: { old, young },
  }));
}
