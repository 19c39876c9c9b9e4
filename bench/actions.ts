/**
 * Code actions over stdio, as an editor sees them: after a key somewhere else in the note, from the question at a finding or on
 * a task's heading to the answer. In a workspace of 1,000 notes.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeAction, Range } from 'vscode-languageserver-protocol';
import { Editor } from './client.ts';
import { note, writeNotes } from './corpus.ts';
import { median, percentile, type Row } from './measure.ts';
import { ours } from './profiles.ts';

const rounds = 8;
const toReach = 20;

export async function actions(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'delegate-notes-bench-'));
  writeNotes(folder, 1000, 5000, note);
  const folderUri = pathToFileURL(folder).href;
  const editor = await Editor.start(ours, folderUri);
  try {
    const times = await timesIn(editor, `${folderUri}/open.delegate.md`, note(5000, 2000));
    const [p50, p95] = [median(times), percentile(times, 0.95)];
    return [{
      metric: 'code actions among 1,000 notes', ours: `p50 ${p50.toFixed(1)}, p95 ${p95.toFixed(1)} ms`, peer: '', ratio: '', toReach: `p95 < ${toReach} ms`, reached: p95 < toReach, raw: { p50, p95 },
    }];
  } finally {
    await editor.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timesIn(editor: Editor, uri: string, text: string): Promise<number[]> {
  editor.open(uri, text);
  // All notes have been read by then, and what is asked of them all is known.
  await editor.request('workspace/diagnostic', { previousResultIds: [] });
  const end = { line: text.split('\n').length - 1, character: 0 };
  const times: number[] = [];
  let offered = 0;
  for (let round = -2; round < rounds; round++) {
    for (const range of [...(await editor.findings(uri)).map((finding) => finding.range), ...headingsOf(text)]) {
      editor.change(uri, { range: { start: end, end }, text: '@' });
      const findings = await editor.findings(uri);
      const start = performance.now();
      const answer = await editor.request<CodeAction[] | null>('textDocument/codeAction', { textDocument: { uri }, range, context: { diagnostics: findings.filter((each) => each.range.start.line === range.start.line) } });
      if (round >= 0) times.push(performance.now() - start);
      offered += answer?.length ?? 0;
      editor.change(uri, { range: { start: end, end: { ...end, character: 1 } }, text: '' });
      await editor.findings(uri);
    }
  }
  if (offered < times.length) throw new Error('Hardly anything is offered');
  return times;
}

/** Behind the sign of each task's heading. */
function headingsOf(text: string): Range[] {
  return text.split('\n').flatMap((line, i) => (/^## .*\((?:recurring|one-off)\)$/.test(line) ? [{ start: { line: i, character: 4 }, end: { line: i, character: 4 } }] : []));
}
