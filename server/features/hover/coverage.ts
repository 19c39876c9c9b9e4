/** What the heading of a note tells of its workspace folder: how much of the work is handed over well, and the hours of late. */
import { sparkline } from '../../charts/sparkline.ts';
import type { NoteContext } from '../../context.ts';
import { type Coverage, coverageOf, directionsOf } from '../../model/coverage.ts';
import { type Document, tasksOf } from '../../notation/document.ts';
import type { Minutes } from '../../notation/durations.ts';

/** Markdown, in which all words are ours and no text of a note is; `undefined` where there is nothing to tell. */
export function coverageHover({ folder, today }: Pick<NoteContext, 'folder' | 'today'>, document: Document): string | undefined {
  const whole = folder.coverage(today);
  const months = monthLines(whole);
  if (whole.functions === 0 && months.length === 0) return undefined;
  const parts = ['**How the work is handed over**'];
  if (whole.functions > 0) parts.push(folder.documents.size > 1 ? table(['This note', 'All notes'], [coverageOf(tasksOf(document), folder, today), whole]) : table(['This note'], [whole]));
  if (months.length > 0) parts.push(`Hours a month, ${whole.months[0]!.month} to ${whole.months.at(-1)!.month}, the last one up to today:`, months.join('\n'));
  return parts.join('\n\n');
}

function table(head: readonly string[], columns: readonly Coverage[]): string {
  const row = (label: string, of: (coverage: Coverage) => number): string => `| ${[label, ...columns.map((coverage) => share(of(coverage), coverage))].join(' | ')} |`;
  return [
    `| | ${head.join(' | ')} |`,
    `| --- |${' ---: |'.repeat(head.length)}`,
    `| Functions | ${columns.map(({ functions }) => functions).join(' | ')} |`,
    row('with an owner', ({ withOwner }) => withOwner),
    row('with a process', ({ withProcess }) => withProcess),
    row('with both', ({ withBoth }) => withBoth),
    row('with a backup', ({ withBackup }) => withBackup),
  ].join('\n');
}

const share = (count: number, { functions }: Coverage): string => (functions === 0 ? '–' : `${count}, ${Math.round((count / functions) * 100)} %`);

/** `- Outsourced: ▂▃█ 12.5, 14, 15.5, rising` of what there is. */
function monthLines(coverage: Coverage): string[] {
  const directions = directionsOf(coverage);
  const rows = [['Outsourced', 'outsourced'], ['Out-tasked', 'outTasked'], ['Explained', 'explained']] as const;
  return rows.flatMap(([label, work]) => {
    const minutes = coverage.months.map((month) => month[work]);
    if (minutes.every((each) => each === 0)) return [];
    const direction = directions[work];
    return [`- ${label}: \`${sparkline(minutes)}\` ${minutes.map(hours).join(', ')}${direction ? `; ${direction}` : ''}`];
  });
}

const hours = (minutes: Minutes): string => String(Math.round(minutes / 6) / 10);
