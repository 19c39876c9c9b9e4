/**
 * A workspace of 10,000 notes of 5 KB: from the start of the process until all is answered, the memory at its peak, and the
 * whole workspace asked again when nothing has changed; beside what the disk alone takes. Later starts find what an earlier
 * one has kept.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { WorkspaceDiagnosticReport, WorkspaceSymbol } from 'vscode-languageserver-protocol';
import { Editor, type Profile } from './client.ts';
import { keptNote, writeNotes } from './corpus.ts';
import { keysOf } from './keys.ts';
import { against, asRatio, type Figures, median, percentile, type Row } from './measure.ts';
import { floor, ours, peers } from './profiles.ts';

const count = 10_000;
const size = 5000;
const rounds = 3;
const inAll = `${count.toLocaleString('en')} files`;

/** It is asked for the findings of all files, and told which it has already. */
const pulling: Profile = { ...ours, capabilities: { textDocument: { diagnostic: {} }, workspace: { diagnostics: {} } } };

interface Start {
  readonly all: number;
  readonly peak: number;
  readonly again: number;
}

export async function workspace(): Promise<Row[]> {
  const [folder, kept] = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'delegate-notes-bench-'))) as [string, string];
  try {
    writeNotes(folder, count, size);
    await start(folder, kept);
    const others: string[] = [];
    const first: Start[] = [];
    const later: Start[] = [];
    const disk: Disk[] = [];
    for (let round = 0; round < rounds; round++) {
      disk.push(readAll(folder));
      first.push(await start(folder));
      later.push(await start(folder, kept));
    }
    for (const profile of await peers()) {
      if (profile.languageId === 'yaml') continue;
      const { all, peak } = await startOfPeer(profile, folder);
      others.push(`${profile.name} ${(all / 1000).toFixed(1)} s, ${peak.toFixed(0)} MB`);
    }
    const keys = await keysInWorkspace(folder);
    const of = (key: keyof Start, starts = first): number => median(starts.map((each) => each[key]));
    const [laterAll, laterPeak] = [of('all', later), of('peak', later)];
    const [read, stat] = [median(disk.map((each) => each.read)), median(disk.map((each) => each.stat))];
    return [
      { metric: `${inAll}, start → all answered`, ours: `${of('all').toFixed(0)} ms`, peer: `read ${read.toFixed(0)} ms; ${others.join(', ')}`, ratio: `read ${(of('all') / read).toFixed(1)}`, share: of('all') / read, toReach: '≤ 800 ms', reached: of('all') <= 800, raw: { ours: of('all'), read } },
      { metric: `${inAll}, peak memory`, ours: `${of('peak').toFixed(0)} MB`, peer: others.join(', '), ratio: '', toReach: '≤ 190 MB', reached: of('peak') <= 190, raw: { ours: of('peak') } },
      { metric: `${inAll}, later start → all answered`, ours: `${laterAll.toFixed(0)} ms`, peer: `read ${read.toFixed(0)} ms`, ratio: `read ${(laterAll / read).toFixed(1)}`, share: laterAll / read, toReach: '≤ 200 ms', reached: laterAll <= 200, raw: { ours: laterAll, read } },
      { metric: `${inAll}, later start, peak memory`, ours: `${laterPeak.toFixed(0)} MB`, peer: '', ratio: '', toReach: '≤ 110 MB', reached: laterPeak <= 110, raw: { ours: laterPeak } },
      against(`keystroke → findings, 50 KB, among ${inAll}`, keys, '≤ 1.5 × null', [['null', 1.5]]),
      { metric: 'the whole workspace pulled again', ours: `${of('again').toFixed(1)} ms`, peer: `list and stat ${stat.toFixed(0)} ms`, ratio: asRatio(of('again') / stat), share: of('again') / stat, toReach: '≤ 6 × list and stat', reached: of('again') <= stat * 6, raw: { ours: of('again'), stat } },
    ];
  } finally {
    for (const each of [folder, kept]) rmSync(each, { recursive: true, force: true });
  }
}

/** Where a folder is given in which something can be kept, the first start goes on until something is. */
async function start(folder: string, kept?: string): Promise<Start> {
  const begun = performance.now();
  const options = { ...pulling.options, ...(kept !== undefined && { storage: pathToFileURL(kept).href }) };
  const editor = await Editor.start({ ...pulling, options }, pathToFileURL(folder).href);
  try {
    const pull = (previousResultIds: readonly object[]): Promise<WorkspaceDiagnosticReport> => editor.request('workspace/diagnostic', { previousResultIds });
    const { items } = await pull([]);
    const all = performance.now() - begun;
    const peak = editor.memory()?.peak ?? NaN;
    const known = items.flatMap(({ uri, resultId: value }) => (value === undefined ? [] : [{ uri, value }]));
    const times: number[] = [];
    for (let round = 0; round < 10; round++) {
      const asked = performance.now();
      const { items: changed } = await pull(known);
      times.push(performance.now() - asked);
      if (changed.some(({ kind }) => kind !== 'unchanged')) throw new Error('Findings have changed although nothing else has');
    }
    while (kept !== undefined && !readdirSync(kept).some((name) => name.endsWith('.cache'))) await new Promise((resolve) => setTimeout(resolve, 500));
    return { all, peak, again: median(times) };
  } finally {
    await editor.stop();
  }
}

/** A key costs what it changes, and not what lies around it. */
async function keysInWorkspace(folder: string): Promise<Figures> {
  const text = keptNote(50_000, count + 1);
  const folderUri = pathToFileURL(folder).href;
  const uri = `${folderUri}/open.delegate.md`;
  const editors = [await Editor.start(ours, folderUri), await Editor.start(floor, folderUri)];
  const times = new Map<string, number[]>([['ours', []], ['null', []]]);
  try {
    // Answered when all has been read.
    await editors[0]!.request('workspace/diagnostic', { previousResultIds: [] });
    for (const editor of editors) {
      editor.open(uri, text);
      await editor.findings(uri);
    }
    for (let round = -1; round < 3; round++) {
      for (const editor of editors) {
        for (const { typed, takenBack } of keysOf(text)) {
          for (const change of [typed, takenBack]) {
            const start = editor.change(uri, change);
            await editor.findings(uri);
            if (round >= 0) times.get(editor.profile.name)!.push(performance.now() - start);
          }
        }
      }
    }
  } finally {
    for (const editor of editors) await editor.stop();
  }
  return new Map([...times].map(([name, all]) => [name, { p50: median(all), p95: percentile(all, 0.95) }]));
}

/** Until a peer knows all symbols of the workspace: what makes it read every file. */
async function startOfPeer(profile: Profile, folder: string): Promise<Pick<Start, 'all' | 'peak'>> {
  const begun = performance.now();
  const editor = await Editor.start(profile, pathToFileURL(folder).href);
  try {
    // One that answers before it has read all is asked until there is nothing new.
    for (let known = -1, at = 0; ; ) {
      const symbols = await editor.request<readonly WorkspaceSymbol[] | null>('workspace/symbol', { query: '' });
      const now = symbols?.length ?? 0;
      if (now === known && (known > 0 || performance.now() - begun > 60_000)) return { all: at, peak: editor.memory()?.peak ?? NaN };
      if (now !== known) at = performance.now() - begun;
      known = now;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  } finally {
    await editor.stop();
  }
}

interface Disk {
  readonly stat: number;
  readonly read: number;
}

/** Milliseconds to list and stat, and to list and read, all files, in this process. */
function readAll(folder: string): Disk {
  const timed = (look: (path: string) => unknown): number => {
    const start = performance.now();
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) if (name.endsWith('.md')) look(join(folder, name));
    return performance.now() - start;
  };
  return { stat: timed((path) => statSync(path)), read: timed((path) => readFileSync(path, 'utf8')) };
}
