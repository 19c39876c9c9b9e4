/** `delegate-notes report`: how well the work in the notes below the paths is handed over, and who carries how much. */
import { coverageOf } from '../model/coverage.ts';
import { dayIn } from '../model/today.ts';
import type { Day } from '../notation/dates.ts';
import { tasksOf } from '../notation/document.ts';
import { type FolderSummary, summaryJson, summaryText } from '../reports/summary.ts';
import type { Command, ExitCode, Terminal } from './command.ts';
import { Input, type ReadFolder } from './folders.ts';
import { dayOption, oneOf, readOptions } from './options.ts';

export const reportCommand: Command = {
  name: 'report',
  usage: `\
  report [PATH…]    Tell how well the work is handed over, and who carries how much (default: here)
    --format text|json              how it is printed (default: text)
    --today DATE                    the day to take for today (default: the real one, in the time zone of the notes)
`,
  run(args, terminal) {
    const { paths, values } = readOptions(args, { format: 'one', today: 'one' });
    const format = oneOf('--format', values.format ?? 'text', ['text', 'json']);
    return printSummary(paths, format, dayOption('--today', values.today), terminal);
  },
};

function printSummary(paths: readonly string[], format: 'text' | 'json', givenToday: Day | undefined, terminal: Terminal): ExitCode {
  const input = new Input(terminal);
  const folders = [...input.folders(paths)];
  // All are of one day: that of the first time zone that the notes name.
  const timeZone = folders.map(({ folder }) => folder.roster.timezone).find((each) => each !== undefined);
  const today = givenToday ?? dayIn(timeZone, terminal.now);
  const summary = { today, folders: folders.map((read) => summaryOf(read, today)) };
  terminal.out(format === 'json' ? summaryJson(summary) : summaryText(summary));
  return input.hasFailed ? 2 : 0;
}

function summaryOf({ path, folder, wanted }: ReadFolder, today: Day): FolderSummary {
  const coverage = coverageOf(wanted.flatMap(({ document }) => tasksOf(document)), folder, today);
  return { path, coverage, people: [...folder.workloads(today).people.values()] };
}
