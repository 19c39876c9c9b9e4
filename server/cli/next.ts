/** `delegate-notes next`: what is due in the notes below the paths, by day and by person. */
import { agendaOf, compareItems } from '../model/agenda.ts';
import { dayIn } from '../model/today.ts';
import { type Day, formatDay } from '../notation/dates.ts';
import { type Agenda, agendaJson, agendaText } from '../reports/agenda.ts';
import { type Command, type ExitCode, Misuse, type Terminal } from './command.ts';
import { Input } from './folders.ts';
import { dayOption, oneOf, readOptions } from './options.ts';

export const nextCommand: Command = {
  name: 'next',
  usage: `\
  next [PATH…]      List what is due, from the oldest that is open on (default: here)
    --until DATE                    the last day that is listed (default: 7 days from today)
    --format text|json              how it is printed (default: text)
    --today DATE                    the day to take for today (default: the real one, in the time zone of the notes)
`,
  run(args, terminal) {
    const { paths, values } = readOptions(args, { format: 'one', today: 'one', until: 'one' });
    const format = oneOf('--format', values.format ?? 'text', ['text', 'json']);
    return printAgenda(paths, format, dayOption('--today', values.today), dayOption('--until', values.until), terminal);
  },
};

/** Days. */
const week = 7;

/** Days. What is due every day fills a line a day, of each function. */
const longest = 3660;

function printAgenda(paths: readonly string[], format: 'text' | 'json', givenToday: Day | undefined, givenUntil: Day | undefined, terminal: Terminal): ExitCode {
  const input = new Input(terminal);
  const folders = [...input.folders(paths)];
  // All are of one day: that of the first time zone that the notes name.
  const timeZone = folders.map(({ folder }) => folder.roster.timezone).find((each) => each !== undefined);
  const today = givenToday ?? dayIn(timeZone, terminal.now);
  const until = givenUntil ?? today + week;
  if (until - today > longest) throw new Misuse(`--until takes a day within the next ten years, not “${formatDay(until)}”`);
  const due = folders.flatMap(({ folder, wanted }) => {
    const paths = new Map(wanted.map(({ path, document }) => [document, path]));
    return agendaOf(folder, today, until).flatMap((item) => {
      const path = paths.get(item.task.document);
      return path === undefined ? [] : [{ ...item, path }];
    });
  });
  const agenda: Agenda = { today, until, due: due.sort(compareItems) };
  terminal.out(format === 'json' ? agendaJson(agenda) : agendaText(agenda));
  return input.hasFailed ? 2 : 0;
}
