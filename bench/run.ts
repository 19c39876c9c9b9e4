/**
 * `npm run bench`, or `npm run bench -- parse` for a part of it: builds as packaged, measures, and prints one table; the
 * figures themselves go to `dist/bench.json`. Nothing here fails the tests: a machine may be busy. With `--keep` the ratios become
 * those that later runs are held against: one that is three times worse is shown in red.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { actions } from './actions.ts';
import { activation } from './activation.ts';
import { bundles } from './bundle.ts';
import { checkFiles } from './check.ts';
import { completion } from './completion.ts';
import { format } from './format.ts';
import { hovers } from './hover.ts';
import { launch } from './launch.ts';
import { memory } from './memory.ts';
import type { Row } from './measure.ts';
import { parse } from './parse.ts';
import { navigation } from './rename.ts';
import { repeats } from './repeats.ts';
import { time } from './time.ts';
import { titles } from './titles.ts';
import { typing } from './typing.ts';
import { workspace } from './workspace.ts';

const parts: Readonly<Record<string, () => Row[] | Promise<Row[]>>> = { launch, activation, typing, workspace, memory, parse, check: checkFiles, format, bundle: bundles, time, hover: hovers, completion, actions, rename: navigation, titles: () => [...titles(), ...repeats()] };

const root = resolve(import.meta.dirname, '..');
const keeps = process.argv.includes('--keep');
const asked = process.argv.slice(2).filter((argument) => argument !== '--keep');
const unknown = asked.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`There is no part “${unknown.join(', ')}”; there are ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}

async function main(): Promise<void> {
  execFileSync(process.execPath, ['esbuild.mjs', '--production', '--bench'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  const rows: Row[] = [];
  for (const [name, measure] of Object.entries(parts)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    console.error(`Measuring ${name} …`);
    rows.push(...(await measure()));
  }
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${new Date().toISOString().slice(0, 10)}\n`);
  console.log('| metric | ours | peer | ratio | to reach | reached |\n| --- | --- | --- | --- | --- | --- |');
  const before = lastShares();
  for (const row of rows) console.log(`| ${row.metric} | ${row.ours} | ${row.peer} | ${row.ratio}${comparison(row, before[row.metric])} | ${row.toReach} | ${mark(row)} |`);
  writeFileSync(resolve(root, 'dist/bench.json'), `${JSON.stringify(rows, undefined, 2)}\n`);
  if (keeps) writeFileSync(lastFile, `${JSON.stringify({ ...before, ...sharesOf(rows) }, undefined, 2)}\n`);
}

/** The shares of the last run that was kept, by metric. */
const lastFile = resolve(import.meta.dirname, 'last.json');
const lastShares = (): Record<string, number> => (existsSync(lastFile) ? (JSON.parse(readFileSync(lastFile, 'utf8')) as Record<string, number>) : {});
const sharesOf = (rows: readonly Row[]): Record<string, number> => Object.fromEntries(rows.flatMap(({ metric, share }) => (share === undefined ? [] : [[metric, Number(share.toPrecision(3))]])));

/** How many times worse a ratio may become before it is no longer the machine's mood. */
const gross = 3;

function comparison({ share }: Row, before: number | undefined): string {
  if (share === undefined || before === undefined || share <= before * gross) return '';
  return red(` (${(share / before).toFixed(1)} times the last kept run)`);
}

const red = (text: string): string => (process.stdout.isTTY ? `\u001b[31m${text}\u001b[0m` : text);
const mark = ({ reached }: Row): string => (reached === undefined ? '' : reached ? 'yes' : red('no'));

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
