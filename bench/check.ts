/** `delegate-notes check` over 1,000 notes of 5 KB, as a whole process, against markdownlint-cli2 on the same files. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { note } from './corpus.ts';
import { median, type Row } from './measure.ts';
import { peerFolder } from './peers.ts';

const cli = resolve(import.meta.dirname, '../dist/cli.js');

export function checkFiles(count = 1000, size = 5000): Row[] {
  const folder = mkdtempSync(join(tmpdir(), 'delegate-notes-bench-'));
  try {
    for (let i = 0; i < count; i++) {
      const below = join(folder, `team-${Math.floor(i / 100)}`);
      mkdirSync(below, { recursive: true });
      writeFileSync(join(below, `note-${i}.delegate.md`), note(size, i + 1));
    }
    const markdownlint = join(peerFolder('markdownlint-cli2', '0.24.1'), 'markdownlint-cli2-bin.mjs');
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let round = 0; round < 5; round++) {
      ours.push(seconds([cli, 'check', '--today', '2026-11-23', folder], folder));
      theirs.push(seconds([markdownlint, '**/*.md'], folder));
    }
    const [us, them] = [median(ours), median(theirs)];
    return [
      {
        metric: `check of ${count.toLocaleString('en')} notes of ${size / 1000} KB`,
        ours: `${us.toFixed(2)} s`,
        peer: `markdownlint-cli2 ${them.toFixed(2)} s`,
        ratio: `1/${(them / us).toFixed(1)}`,
        toReach: '< 1/10',
        reached: us < them / 10,
        raw: { ours: us, markdownlint: them },
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function seconds(args: readonly string[], cwd: string): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, maxBuffer: 1 << 30 });
  // 0 and 1 are both a finished check; anything else is none, and its time says nothing.
  if (status !== 0 && status !== 1) throw new Error(`${args[0]} ended with ${status}: ${stderr.toString().slice(0, 2000)}`);
  return (performance.now() - start) / 1000;
}
