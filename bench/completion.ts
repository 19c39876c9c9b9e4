/**
 * Completion after a key, over stdio, as an editor sees it: from the moment the key is sent to the moment the items are there.
 * In a workspace of 1,000 notes, and in one note of 1 MB. "Nothing" is the same key in prose, where nothing is offered: what
 * reading the note again and the protocol take by themselves.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CompletionList, WorkspaceDiagnosticReport } from 'vscode-languageserver-protocol';
import { Editor } from './client.ts';
import { note } from './corpus.ts';
import { median, percentile, type Row } from './measure.ts';
import { ours } from './profiles.ts';

const rounds = 12;

/** Lines that are typed up to their last character, which is sent with the question. */
const inFields = ['- Owner: @', '- Cadence: every', '- Process: p', '- Estimate: 1', '- Bac', '- Starts: 2'];
const inBody = ['- 2026-11-23 s', '- 2026-11-23 for 2', 'Ask @m', '## Restore a bicycle (r', '- 20'];
const inJob = ['- Same as: p', '- Budget: 2', '- Due: 2'];
const inProse = ['Nothing at al'];

export async function completion(): Promise<Row[]> {
  const small = Array.from({ length: 1000 }, (_, i) => note(5000, i + 1));
  const many = await measure('completion among 1,000 notes', small, note(5000, 2000), 20);
  const large = await measure('completion in a note of 1 MB', [], note(1_000_000), 2);
  return [...many, ...large];
}

async function measure(metric: string, others: readonly string[], text: string, toReach: number): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'delegate-notes-bench-'));
  others.forEach((other, i) => writeFileSync(join(folder, `note-${i}.delegate.md`), other));
  const folderUri = pathToFileURL(folder).href;
  const editor = await Editor.start(ours, folderUri);
  try {
    const writer = new Writer(editor, `${folderUri}/open.delegate.md`);
    await writer.start(text);
    const times = await writer.times([...inFields, ...inBody, ...inJob]);
    const floor = median(await writer.times(inProse));
    const [p50, p95] = [median(times), percentile(times, 0.95)];
    return [{
      metric,
      ours: `p50 ${p50.toFixed(1)}, p95 ${p95.toFixed(1)} ms`,
      peer: `nothing ${floor.toFixed(1)} ms`,
      ratio: (p50 / floor).toFixed(2),
      toReach: others.length > 0 ? `p95 < ${toReach} ms` : `p50 ≤ ${toReach} ms`,
      reached: others.length > 0 ? p95 < toReach : p50 <= toReach,
      raw: { p50, p95, floor },
    }];
  } finally {
    await editor.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Types blocks into the middle of a note, and takes them back. */
class Writer {
  /** The line before which blocks are typed. */
  private line = 0;
  private readonly results = new Map<string, string>();

  constructor(private readonly editor: Editor, private readonly uri: string) {}

  async start(text: string): Promise<void> {
    this.line = text.slice(0, text.indexOf('\n## ', text.length / 2) + 1).split('\n').length - 1;
    this.editor.open(this.uri, text);
    await this.settled();
  }

  /** Milliseconds from a key to its items, for each of some lines in turn. */
  async times(lines: readonly string[]): Promise<number[]> {
    const times: number[] = [];
    for (let round = -4; round < rounds; round++) {
      for (const line of lines) {
        const ms = await this.timeOf(line);
        if (round >= 0) times.push(ms);
      }
    }
    return times;
  }

  private async timeOf(line: string): Promise<number> {
    const kind = inJob.includes(line) ? 'one-off' : 'recurring';
    const fields = inFields.includes(line) || inJob.includes(line) ? '' : '- Owner: @jon\n- Estimate: 1h\n\nText.\n\n';
    const above = `## New photos order (${kind})\n\n${fields}`;
    const start = { line: this.line, character: 0 };
    const at = { line: this.line + above.split('\n').length - 1, character: line.length - 1 };
    const { editor, uri } = this;
    editor.change(uri, { range: { start, end: start }, text: `${above}${line.slice(0, -1)}\n\n` });
    await this.settled();
    const begin = editor.change(uri, { range: { start: at, end: at }, text: line.slice(-1) });
    const { items } = await editor.at<CompletionList>('textDocument/completion', uri, { line: at.line, character: line.length });
    const ms = performance.now() - begin;
    if ((items.length === 0) !== inProse.includes(line)) throw new Error(`“${line}” is offered ${items.length} items`);
    editor.change(uri, { range: { start, end: { line: at.line + 2, character: 0 } }, text: '' });
    return ms;
  }

  /** Nobody types on before the rules have run. Of most notes the answer is that nothing has changed. */
  private async settled(): Promise<void> {
    const previousResultIds = [...this.results].map(([uri, value]) => ({ uri, value }));
    const { items } = await this.editor.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds });
    for (const { uri, resultId } of items) if (resultId !== undefined) this.results.set(uri, resultId);
  }
}
