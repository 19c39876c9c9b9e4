/**
 * `npm run bench`, or `npm run bench -- parse` for a part of it: builds as packaged, measures, and prints one table; the
 * figures themselves go to `dist/bench.json`. Nothing here fails the tests: a machine may be busy.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { bundles } from './bundle.ts';
import { checkFiles } from './check.ts';
import { completion } from './completion.ts';
import { format } from './format.ts';
import { hovers } from './hover.ts';
import type { Row } from './measure.ts';
import { parse } from './parse.ts';
import { navigation } from './rename.ts';
import { repeats } from './repeats.ts';
import { starts } from './start.ts';
import { time } from './time.ts';
import { titles } from './titles.ts';

const parts: Readonly<Record<string, () => Row[] | Promise<Row[]>>> = { parse, check: () => checkFiles(), start: starts, format, bundle: bundles, time, hover: hovers, completion, rename: navigation, titles: () => [...titles(), ...repeats()] };

const root = resolve(import.meta.dirname, '..');
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`There is no part “${unknown.join(', ')}”; there are ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}

async function main(): Promise<void> {
  execFileSync(process.execPath, ['esbuild.mjs', '--production'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  const rows: Row[] = [];
  for (const [name, measure] of Object.entries(parts)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    console.error(`Measuring ${name} …`);
    rows.push(...(await measure()));
  }
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${new Date().toISOString().slice(0, 10)}\n`);
  console.log('| metric | ours | peer | ratio | to reach | reached |\n| --- | --- | --- | --- | --- | --- |');
  for (const row of rows) console.log(`| ${row.metric} | ${row.ours} | ${row.peer} | ${row.ratio} | ${row.toReach} | ${mark(row)} |`);
  writeFileSync(resolve(root, 'dist/bench.json'), `${JSON.stringify(rows, undefined, 2)}\n`);
}

const red = (text: string): string => (process.stdout.isTTY ? `\u001b[31m${text}\u001b[0m` : text);
const mark = ({ reached }: Row): string => (reached === undefined ? '' : reached ? 'yes' : red('no'));

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
