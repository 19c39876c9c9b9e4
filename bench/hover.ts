/**
 * A hover on the heading of a task with 1,000 entries, asked of the server as it ships, over its standard input and output:
 * first after the task was edited, and again. The edit itself has been read and checked by then, and is not counted.
 */
import type { Hover, MarkupContent } from 'vscode-languageserver-protocol';
import { dayOf, formatDay } from '../server/notation/dates.ts';
import { Editor } from './client.ts';
import { median, type Row } from './measure.ts';
import { ours } from './profiles.ts';

const entries = 1000;
/** Those of a server that has been at work for a while; the very first hovers, of code that has never run, take ten times as long. */
const rounds = 160;
const warmup = 60;
const uri = 'untitled:bench.delegate.md';

export async function hovers(): Promise<Row[]> {
  const editor = await Editor.start(ours);
  try {
    editor.open(uri, note());
    const first: number[] = [];
    const again: number[] = [];
    let size = 0;
    for (let round = -warmup; round < rounds; round++) {
      const start = { line: 0, character: 4 };
      editor.change(uri, { range: { start, end: start }, text: 'x' });
      await editor.findings(uri);
      const [ms, hover] = await ask(editor);
      const [msAgain] = await ask(editor);
      size = (hover.contents as MarkupContent).value.length;
      if (round < 0) continue;
      first.push(ms);
      again.push(msAgain);
    }
    return [row('first after an edit', median(first), size), row('again', median(again), size)];
  } finally {
    await editor.stop();
  }
}

async function ask(editor: Editor): Promise<[ms: number, hover: Hover]> {
  const start = performance.now();
  const hover = await editor.at<Hover>('textDocument/hover', uri, { line: 0, character: 6 });
  return [performance.now() - start, hover];
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
