/**
 * Starting: from the start of the process to the answer to `initialize`, and from opening a note of 50 KB right after it to
 * its first findings. Servers take turns, each time in a new process. Ours starts a second time with a folder in which an
 * earlier start has kept what it had compiled, as it does in VS Code from the second start on.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Editor, type Profile } from './client.ts';
import { keptNote } from './corpus.ts';
import { against, type Figures, median, percentile, type Row } from './measure.ts';
import { floor, ours, peers } from './profiles.ts';

const uri = 'untitled:open.delegate.md';
const rounds = 15;
const roundsOfPeers = 5;

export async function launch(): Promise<Row[]> {
  const storage = mkdtempSync(join(tmpdir(), 'delegate-notes-bench-'));
  try {
    return await measured({ ...ours, name: again, options: { ...ours.options, storage: pathToFileURL(storage).href } }, storage);
  } finally {
    rmSync(storage, { recursive: true, force: true });
  }
}

const again = 'ours, with what was compiled';

async function measured(later: Profile, storage: string): Promise<Row[]> {
  const text = keptNote(50_000);
  const others = await peers();
  const started = new Map<string, number[]>();
  const opened = new Map<string, number[]>();
  const take = (times: Map<string, number[]>, name: string, ms: number): void => void times.set(name, [...(times.get(name) ?? []), ms]);
  const measure = async (profile: Profile): Promise<void> => {
    const editor = await Editor.start(profile);
    take(started, profile.name, editor.startedIn);
    const start = editor.open(uri, text);
    await editor.findings(uri);
    take(opened, profile.name, performance.now() - start);
    await editor.stop();
  };
  const first = await Editor.start(later);
  first.open(uri, text);
  while (!readdirSync(storage).some((name) => name.startsWith('features.js'))) await new Promise((resolve) => setTimeout(resolve, 500));
  await first.stop();
  for (let round = 0; round < rounds; round++) {
    for (const profile of [ours, later, floor, ...(round < roundsOfPeers ? others : [])]) await measure(profile);
    const start = performance.now();
    spawnSync(process.execPath, ['-e', '0']);
    take(started, 'bare Node', performance.now() - start);
  }
  const laterOpened = opened.get(again)!;
  opened.delete(again);
  started.delete(again);
  const figures = (times: ReadonlyMap<string, number[]>): Figures => new Map([...times].map(([name, all]) => [name, { p50: median(all), p95: percentile(all, 0.95) }]));
  return [
    against('spawn → initialized', figures(started), '≤ 1.2 × null', [['null', 1.2]]),
    limited(against('open 50 KB → findings, first', figures(opened), '≤ 14 ms, under rumdl', [['rumdl', 1]]), 14),
    limited(against('the same, at a later start with what was compiled', new Map([...figures(opened), ['ours', { p50: median(laterOpened), p95: percentile(laterOpened, 0.95) }]]), '≤ 14 ms, under rumdl', [['rumdl', 1]]), 14),
  ];
}

const limited = (row: Row, most: number): Row => ({ ...row, reached: row.reached !== false && row.raw['ours p50']! <= most });
