/** What the heading of a note tells of its workspace folder: how much of the work is handed over well, and the hours of late. */
import { sparkline } from '../../charts/sparkline.ts';
import type { NoteContext } from '../../context.ts';
import { type Coverage, coverageOf, directionsOf } from '../../model/coverage.ts';
import { tasksOf } from '../../notation/document.ts';
import type { Minutes } from '../../notation/durations.ts';
import { code, type Line, lines, type Part, strong } from './content.ts';

/** What is told at the first heading of a note; `undefined` where there is nothing to tell. */
export function coverageHover({ folder, today, document }: Pick<NoteContext, 'folder' | 'today' | 'document'>): Part[] | undefined {
  const whole = folder.coverage(today);
  const months = monthLines(whole);
  if (whole.functions === 0 && months.length === 0) return undefined;
  const columns: readonly (readonly [head: string, coverage: Coverage])[] =
    folder.documents.size > 1 ? [['This note', coverageOf(tasksOf(document), folder, today)], ['All notes', whole]] : [['This note', whole]];
  return [
    lines([strong('How the work is handed over')]),
    ...(whole.functions > 0 ? [table(columns)] : []),
    ...(months.length > 0 ? [lines([`Hours a month, ${whole.months[0]!.month} to ${whole.months.at(-1)!.month}, the last one up to today:`]), { kind: 'list', items: months } as const] : []),
  ];
}

function table(columns: readonly (readonly [head: string, coverage: Coverage])[]): Part {
  const row = (label: string, of: (coverage: Coverage) => number): string[] => [label, ...columns.map(([, coverage]) => share(of(coverage), coverage))];
  return {
    kind: 'table',
    header: ['', ...columns.map(([head]) => head)],
    rows: [
      ['Functions', ...columns.map(([, { functions }]) => String(functions))],
      row('with an owner', ({ withOwner }) => withOwner),
      row('with a process', ({ withProcess }) => withProcess),
      row('with both', ({ withBoth }) => withBoth),
      row('with a backup', ({ withBackup }) => withBackup),
    ],
  };
}

const share = (count: number, { functions }: Coverage): string => (functions === 0 ? '–' : `${count}, ${Math.round((count / functions) * 100)} %`);

/** `Outsourced: ▂▃█ 12.5, 14, 15.5; rising` of what there is. */
function monthLines(coverage: Coverage): Line[] {
  const directions = directionsOf(coverage);
  const rows = [['Outsourced', 'outsourced'], ['Out-tasked', 'outTasked'], ['Explained', 'explained']] as const;
  return rows.flatMap(([label, work]) => {
    const minutes = coverage.months.map((month) => month[work]);
    if (minutes.every((each) => each === 0)) return [];
    const direction = directions[work];
    return [[`${label}: `, code(sparkline(minutes)), ` ${minutes.map(hours).join(', ')}${direction ? `; ${direction}` : ''}`]];
  });
}

const hours = (minutes: Minutes): string => String(Math.round(minutes / 6) / 10);
