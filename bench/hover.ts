/**
 * A hover on the heading of a task with 1,000 entries, asked of the server as it ships, over its standard input and output:
 * first after the task was edited, and again. The edit itself has been read and checked by then, and is not counted.
 */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { createProtocolConnection, type Hover, type MarkupContent, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';
import { dayOf, formatDay } from '../server/notation/dates.ts';
import { median, type Row } from './measure.ts';

const entries = 1000;
/** Those of a server that has been at work for a while; the very first hovers, of code that has never run, take ten times as long. */
const rounds = 160;
const warmup = 60;
const uri = 'untitled:bench.delegate.md';
const textDocument = { uri };

export async function hovers(): Promise<Row[]> {
  const server = spawn(process.execPath, [resolve(import.meta.dirname, '../dist/server.js'), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  try {
    const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
    connection.listen();
    const capabilities = { textDocument: { hover: { contentFormat: ['markdown'] } } };
    await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities, initializationOptions: { today: '2026-11-23', images: true } });
    await connection.sendNotification('initialized', {});
    await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text: note() } });

    const ask = async (line: number, character: number): Promise<[ms: number, hover: Hover | null]> => {
      const start = performance.now();
      const hover = await connection.sendRequest<Hover | null>('textDocument/hover', { textDocument, position: { line, character } });
      return [performance.now() - start, hover];
    };
    const first: number[] = [];
    const again: number[] = [];
    let size = 0;
    for (let round = -warmup; round < rounds; round++) {
      const start = { line: 0, character: 4 };
      await connection.sendNotification('textDocument/didChange', { textDocument: { uri, version: round + warmup + 2 }, contentChanges: [{ range: { start, end: start }, text: 'x' }] });
      // On nothing: the answer comes when the note has been read and checked.
      await ask(1, 0);
      const [ms, hover] = await ask(0, 6);
      const [msAgain] = await ask(0, 6);
      size = (hover?.contents as MarkupContent).value.length;
      if (round < 0) continue;
      first.push(ms);
      again.push(msAgain);
    }
    return [row('first after an edit', median(first), size), row('again', median(again), size)];
  } finally {
    server.kill();
  }
}

const row = (when: string, ms: number, characters: number): Row => ({
  metric: `hover on a task with ${entries.toLocaleString('en')} entries, ${when}`,
  ours: `${ms.toFixed(1)} ms`,
  peer: '',
  ratio: '',
  toReach: '< 5 ms',
  reached: ms < 5,
  raw: { ms, characters },
});

function note(): string {
  const today = dayOf(2026, 11, 23);
  const lines = Array.from({ length: entries }, (_, i) => `- ${formatDay(today - 3 - 7 * i)} @maria ${30 + ((i * 37) % 50)}m${i % 20 === 0 ? ' explained 10m' : ''} 4/5: Number ${i}, nothing special.\n${i % 10 === 0 ? '  - Disliked: The greeting.\n' : ''}`);
  return `## Send the weekly letter (recurring)\n\n- Owner: @maria\n- Cadence: every Friday\n- Estimate: 45m\n\nWhat is sent.\n\n${lines.join('')}`;
}
