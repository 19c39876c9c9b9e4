/**
 * `delegate-notes check` as a whole process: over 1,000 notes of 5 KB, in turn with markdownlint-cli2 on the same files; and
 * over 10,000, with and without what the run before has left, in turn with rumdl.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { keptNote, note, writeNotes } from './corpus.ts';
import { asRatio, median, type Row } from './measure.ts';
import { peerFolder } from './peers.ts';
import { rumdlProgram } from './profiles.ts';

const cli = resolve(import.meta.dirname, '../dist/cli.js');
const size = 5000;

export function checkFiles(): Row[] {
  return [
    ...inFolder(1000, note, againstMarkdownlint),
    ...inFolder(1000, keptNote, againstMarkdownlintWellKept),
    ...inFolder(10_000, note, againstRumdl),
  ];
}

function inFolder(count: number, write: typeof note, measure: (folder: string) => Row[]): Row[] {
  const folder = mkdtempSync(join(tmpdir(), 'delegate-notes-bench-'));
  try {
    writeNotes(folder, count, size, write);
    return measure(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Rules that ask about occurrences, or about other tasks: a checker of Markdown has none of their kind. */
const beyondTheNote = [
  'invalid-cadence', 'ambiguous-cadence', 'lossy-cadence', 'owner-away', 'owner-overloaded', 'sole-keeper', 'overdue', 'never-done', 'no-feedback', 'repeated-dislike', 'estimate-drift',
  'not-learning', 'repeated-one-off', 'explaining-exceeds-doing', 'duplicate-entry', 'broken-archive-link',
].join();
const onDay = ['--today', '2026-11-23'];

function markdownlint(folder: string): number {
  return seconds([process.execPath, join(peerFolder('markdownlint-cli2', '0.24.1'), 'markdownlint-cli2-bin.mjs'), '**/*.md'], folder);
}

function againstMarkdownlint(folder: string): Row[] {
  const times = inTurn(5, {
    simple: () => check(folder, ...onDay, '--ignore', beyondTheNote), ours: () => check(folder), onDay: () => check(folder, ...onDay), theirs: () => markdownlint(folder),
  });
  return [
    row('check of 1,000 notes of 5 KB, without rules of time and of repeats', times.simple, 'markdownlint-cli2', times.theirs, 1 / 10),
    row('the same with all rules', times.ours, 'markdownlint-cli2', times.theirs, 1 / 10),
    row('the same with all rules and --today', times.onDay, 'markdownlint-cli2', times.theirs, 1 / 10),
  ];
}

function againstMarkdownlintWellKept(folder: string): Row[] {
  const times = inTurn(5, { ours: () => check(folder), theirs: () => markdownlint(folder) });
  return [row('check of 1,000 well-kept notes of 5 KB, all rules', times.ours, 'markdownlint-cli2', times.theirs, 1 / 10)];
}

function againstRumdl(folder: string): Row[] {
  let rumdl: string;
  try {
    rumdl = rumdlProgram();
  } catch (error) {
    console.error(`Not measured against rumdl, which cannot be installed: ${(error as Error).message.split('\n')[0]}`);
    return [];
  }
  const cold = (): number => {
    const cache = join(folder, '.rumdl_cache');
    if (existsSync(cache)) rmSync(cache, { recursive: true });
    return seconds([rumdl, 'check', '.'], folder);
  };
  const cache = mkdtempSync(join(tmpdir(), 'delegate-notes-bench-cache-'));
  check(folder, '--cache', cache);
  const times = inTurn(3, { ours: () => check(folder), cold, again: () => check(folder, '--cache', cache), warm: () => seconds([rumdl, 'check', '.'], folder) });
  rmSync(cache, { recursive: true, force: true });
  return [
    row('check of 10,000 notes of 5 KB', times.ours, 'rumdl', times.cold, 1 / 6),
    row('the same again, with a cache', times.again, 'rumdl without one', times.cold, 1 / 20),
    row('the same again, both with a cache', times.again, 'rumdl', times.warm, 1),
  ];
}

/** Median seconds of each, in rounds in which they take turns. */
function inTurn<const Name extends string>(rounds: number, runs: Readonly<Record<Name, () => number>>): Record<Name, number> {
  const names = Object.keys(runs) as Name[];
  const times = Array.from({ length: rounds }, () => names.map((name) => runs[name]()));
  return Object.fromEntries(names.map((name, i) => [name, median(times.map((each) => each[i]!))])) as Record<Name, number>;
}

function row(metric: string, us: number, name: string, them: number, share: number): Row {
  return {
    metric,
    ours: `${us.toFixed(2)} s`,
    peer: `${name} ${them.toFixed(2)} s`,
    ratio: asRatio(us / them),
    share: us / them,
    toReach: `< ${asRatio(share)}`,
    reached: us < them * share,
    raw: { ours: us, [name]: them },
  };
}

const check = (folder: string, ...options: readonly string[]): number => seconds([process.execPath, cli, 'check', ...options, folder], folder);

function seconds([command, ...args]: readonly [string, ...string[]], cwd: string): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(command, args, { cwd, maxBuffer: 1 << 30 });
  // 0 and 1 are both a finished check; anything else is none, and its time says nothing.
  if (status !== 0 && status !== 1) throw new Error(`${args[0]} ended with ${status}: ${stderr.toString().slice(0, 2000)}`);
  return (performance.now() - start) / 1000;
}
