/**
 * A start in a workspace of 10,000 notes of 5 KB, over stdio: until the open note has its findings and until all notes have
 * theirs, the time that its processor was at work for that, and the memory that it took. First with nothing kept from an
 * earlier start, then with all. Beside it what the disk takes: to list and to read the same files, in a process that does
 * nothing else.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter, type WorkspaceDiagnosticReport } from 'vscode-languageserver-protocol/node';
import { note } from './corpus.ts';
import { median, type Row } from './measure.ts';

const server = resolve(import.meta.dirname, '../dist/server.js');
const count = 10_000;
const size = 5000;
const rounds = 5;

/** Milliseconds in which the server puts away what it keeps. */
const putAway = 12_000;

interface Start {
  /** Milliseconds from the start of the process. */
  readonly initialized: number;
  readonly opened: number;
  readonly all: number;
  /** Milliseconds of the processor until then. */
  readonly busy: number;
  /** MB, the most that was held at a time. */
  readonly peak: number;
}

export async function starts(): Promise<Row[]> {
  const folder = writeNotes();
  const kept = mkdtempSync(join(tmpdir(), 'delegate-notes-bench-'));
  const storage = pathToFileURL(kept).href;
  try {
    const [first, later]: Start[][] = [[], []];
    const disk: number[] = [];
    await start(folder, { storage }, putAway);
    for (let round = 0; round < rounds; round++) {
      disk.push(readAll(folder));
      first!.push(await start(folder));
      later!.push(await start(folder, { storage }));
    }
    return [...rowsOf('first', first!, median(disk), { all: 800, peak: 190 }), ...rowsOf('later', later!, median(disk), { all: 200, peak: 110 })];
  } finally {
    for (const each of [folder, kept]) rmSync(each, { recursive: true, force: true });
  }
}

function writeNotes(): string {
  const folder = mkdtempSync(join(tmpdir(), 'delegate-notes-bench-'));
  for (let i = 0; i < count; i++) {
    const below = join(folder, `team-${Math.floor(i / 100)}`);
    mkdirSync(below, { recursive: true });
    writeFileSync(join(below, `note-${i}.delegate.md`), note(size, i + 1));
  }
  return folder;
}

function rowsOf(which: string, all: readonly Start[], disk: number, limits: Pick<Start, 'all' | 'peak'>): Row[] {
  const of = (key: keyof Start): number => median(all.map((each) => each[key]));
  const row = (what: string, value: number, unit: string, limit?: number): Row => ({
    metric: `${which} start in ${count.toLocaleString('en')} notes: ${what}`, ours: `${value.toFixed(0)} ${unit}`, peer: '', ratio: '',
    toReach: limit === undefined ? '' : `≤ ${limit} ${unit}`, ...(limit !== undefined && { reached: value <= limit }), raw: { value },
  });
  return [
    row('initialized', of('initialized'), 'ms'),
    row('the open note has its findings', of('opened'), 'ms'),
    { ...row('all are answered', of('all'), 'ms', limits.all), peer: `list and read ${disk.toFixed(0)} ms`, ratio: (of('all') / disk).toFixed(1) },
    row('its processor at work', of('busy'), 'ms'),
    row('memory at most', of('peak'), 'MB', limits.peak),
  ];
}

/** Stays for so many milliseconds after all is answered, so that the server can put away what it keeps. */
async function start(folder: string, initializationOptions: object = {}, stay = 0): Promise<Start> {
  const begun = performance.now();
  const since = (): number => performance.now() - begun;
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  connection.listen();
  const rootUri = pathToFileURL(folder).href;
  const uri = `${rootUri}/team-7/note-777.delegate.md`;
  const text = readFileSync(join(folder, 'team-7/note-777.delegate.md'), 'utf8');
  const capabilities = { textDocument: { diagnostic: {} } };
  await connection.sendRequest('initialize', { processId: null, rootUri, capabilities, initializationOptions: { today: '2026-11-23', ...initializationOptions } });
  const initialized = since();
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } });
  const answer = connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds: [] });
  await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
  const opened = since();
  await answer;
  const all = since();
  const [busy, peak] = [busyOf(child), peakOf(child)];
  await new Promise((done) => setTimeout(done, stay));
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  await new Promise((done) => child.once('exit', done));
  connection.dispose();
  return { initialized, opened, all, busy, peak };
}

/** Where the system tells; else nothing is known of it. */
function peakOf({ pid }: ChildProcess): number {
  try {
    return Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return NaN;
  }
}

/** From its 14th and 15th field, in hundredths of a second. */
function busyOf({ pid }: ChildProcess): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return NaN;
  }
}

/** Milliseconds to list and read all files, of a process that has started. */
function readAll(folder: string): number {
  const script = `const { readdirSync, readFileSync } = require('node:fs'); const start = performance.now();
    for (const path of readdirSync(process.argv[1], { recursive: true })) if (path.endsWith('.md')) readFileSync(process.argv[1] + '/' + path);
    console.log(performance.now() - start);`;
  return Number(spawnSync(process.execPath, ['-e', script, folder]).stdout);
}
