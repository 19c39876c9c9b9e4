/** How well work is handed over and who carries how much, as text for people and as JSON, in a form that stays: see the README. */
import { sparkline } from '../charts/sparkline.ts';
import { type Coverage, type Directions, directionsOf, joinCoverages } from '../model/coverage.ts';
import { hasLeft } from '../model/roster.ts';
import { isOverloaded, type Workload } from '../model/workload.ts';
import { type Day, formatDay } from '../notation/dates.ts';
import type { Minutes } from '../notation/durations.ts';
import { short } from '../rules/wording.ts';
import { printable } from './text.ts';

export interface FolderSummary {
  readonly path: string;
  readonly coverage: Coverage;
  /** All of the folder, whichever of its notes the coverage is of. */
  readonly people: readonly Workload[];
}

export interface Summary {
  readonly today: Day;
  readonly folders: readonly FolderSummary[];
}

const rows = [
  ['outsourced', 'outsourced'],
  ['out-tasked', 'outTasked'],
  ['explained', 'explained'],
] as const;

export function summaryJson({ today, folders }: Summary): string {
  const all = { ...coverageJson(joinCoverages(folders.map(({ coverage }) => coverage))), load: loadOf(folders.flatMap(({ people }) => people)) };
  const each = folders.map(({ path, coverage, people }) => ({ path, ...coverageJson(coverage), people: people.map(personJson) }));
  return `${JSON.stringify({ version: 1, today: formatDay(today), folders: each, all }, undefined, 2)}\n`;
}

function coverageJson({ months, ...coverage }: Coverage): object {
  const { outTasked = null, outsourced = null, explained = null } = directionsOf({ months });
  return {
    coverage,
    months: months.map((each) => ({ month: each.month, outTaskedMinutes: each.outTasked, outsourcedMinutes: each.outsourced, explainedMinutes: each.explained })),
    directions: { outTasked, outsourced, explained },
  };
}

const personJson = ({ handle, needed, had, owned, alone, shares }: Workload): object => ({
  handle, neededMinutes: needed, hadMinutes: had ?? null, functions: owned, functionsWithoutBackup: alone.length, tasksOfUnknownLength: untimed(shares),
});

/** Of those together whose hours are known. */
function loadOf(people: readonly Workload[]): { neededMinutes: Minutes; hadMinutes: Minutes } {
  const known = people.filter(({ had }) => had !== undefined);
  return { neededMinutes: known.reduce((sum, { needed }) => sum + needed, 0), hadMinutes: known.reduce((sum, { had }) => sum + had!, 0) };
}

const untimed = (shares: Workload['shares']): number => shares.filter(({ minutes }) => minutes === undefined).length;

export function summaryText({ today, folders }: Summary): string {
  const parts = folders.map(({ path, coverage, people }) => [`${printable(path)}, ${formatDay(today)}`, ...coverageLines(coverage), ...loadLines(people, today)]);
  if (folders.length > 1) {
    const { neededMinutes, hadMinutes } = loadOf(folders.flatMap(({ people }) => people));
    parts.push([
      `All ${folders.length} folders, ${formatDay(today)}`,
      ...coverageLines(joinCoverages(folders.map(({ coverage }) => coverage))),
      ...(hadMinutes > 0 ? ['', `Of those whose hours are known, ${hours(neededMinutes)} of ${hours(hadMinutes)} are needed in the next four weeks.`] : []),
    ]);
  }
  return parts.length === 0 ? 'There are no notes.\n' : `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function coverageLines(coverage: Coverage): string[] {
  const { functions, withOwner, withProcess, withBoth, withBackup, months } = coverage;
  const part = (label: string, count: number): readonly string[] => [label, String(count), functions === 0 ? '' : `${Math.round((count / functions) * 100)} %`];
  const directions: Directions = directionsOf(coverage);
  const monthRows = rows.map(([label, work]) => [label, ...months.map((month) => hours(month[work])), sparkline(months.map((month) => month[work])), directions[work] ?? '']);
  return [
    '',
    ...aligned([part('Functions', functions).slice(0, 2), part('  with an owner', withOwner), part('  with a process', withProcess), part('  with both', withBoth), part('  with a backup', withBackup)]),
    '',
    ...aligned([['Hours a month', ...months.map(({ month }) => month)], ...monthRows.map(([label, ...cells]) => [`  ${label}`, ...cells])]),
    `  ${months.at(-1)!.month} is up to today.`,
  ];
}

function loadLines(people: readonly Workload[], today: Day): string[] {
  const present = people.filter(({ workdays, had, shares }) => shares.length > 0 || (had !== undefined && workdays > 0));
  if (present.length === 0) return [];
  const row = (workload: Workload): readonly string[] => {
    const { handle, member, needed, had, shares } = workload;
    const hasLeftWork = member !== undefined && hasLeft(member, today);
    const remarks = [hasLeftWork ? 'has left' : isOverloaded(workload) ? 'too much' : '', untimed(shares) > 0 ? `${untimed(shares)} of unknown length` : ''];
    return [`  @${short(handle)}`, hours(needed), had === undefined ? '–' : hours(had), remarks.filter(Boolean).join(', ')];
  };
  const heaviestFirst = present.sort((a, b) => b.needed - a.needed || (a.handle < b.handle ? -1 : 1));
  return ['', ...aligned([['Hours in the next four weeks', 'needed', 'had'], ...heaviestFirst.map(row)])];
}

const hours = (minutes: Minutes): string => (minutes / 60).toFixed(1);

/** Columns beneath each other: the first and what is no number to the left, numbers to the right. */
function aligned(table: readonly (readonly string[])[]): string[] {
  const cells = table.map((row) => row.map(printable));
  const widths = Array.from({ length: Math.max(...cells.map((row) => row.length)) }, (_, i) => Math.max(...cells.map((row) => row[i]?.length ?? 0)));
  const isNumber = (i: number): boolean => cells.slice(1).every((row) => /^[\d.–]*(?: %)?$/.test(row[i] ?? ''));
  return cells.map((row) => row.map((cell, i) => (i > 0 && isNumber(i) ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!))).join('  ').trimEnd());
}
