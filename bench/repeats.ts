/** Repeats among very many one-offs: all compared from scratch, and after an edit of one note. */
import { repeatsOf } from '../server/model/repeats/repeats.ts';
import { Folder } from '../server/model/workspace.ts';
import { type Document, readDocument, tasksOf } from '../server/notation/document.ts';
import { random } from './corpus.ts';
import { median, type Row } from './measure.ts';

const jobs = 100_000;
const inNote = 50;
const edits = 200;

export function repeats(): Row[] {
  const next = random(7);
  const texts = Array.from({ length: jobs / inNote }, () => Array.from({ length: inNote }, () => job(next)));
  const documents = texts.map(noteOf);
  const start = performance.now();
  let folder = Folder.empty('file:///bench').with(...documents);
  const repeated = [...folder.tasks()].filter((task) => repeatsOf(task, folder)).length;
  const scratch = performance.now() - start;

  const times: number[] = [];
  for (let i = 0; i < edits; i++) {
    const number = Math.floor(next() * texts.length);
    const [first, ...others] = texts[number]!;
    texts[number] = [job(next), ...(i % 2 === 0 ? [first!] : []), ...others];
    const changed = noteOf(texts[number]!, number);
    folder = folder.with(changed);
    const before = performance.now();
    for (const task of tasksOf(changed)) repeatsOf(task, folder);
    times.push(performance.now() - before);
  }
  const edit = median(times);
  const row = (metric: string, ms: number, limit: number): Row => ({ metric, ours: ms < 100 ? `${ms.toFixed(1)} ms` : `${(ms / 1000).toFixed(2)} s`, peer: '', ratio: '', toReach: `< ${limit < 1000 ? `${limit} ms` : `${limit / 1000} s`}`, reached: ms < limit, raw: { ms, repeated } });
  return [row(`${jobs.toLocaleString('en')} one-offs compared from scratch`, scratch, 5000), row('the same after one edit', edit, 10)];
}

const verbs = 'Design Print Translate Proofread Film Repair Clean Paint Install Deliver Scan Transcribe Book Test Pack Edit Order Photograph'.split(' ');
const syllables = 'ba ce di fo gu ka le mi no pu ra se ti vo zu bran stel mor fen lix dar pol kin tas wer'.split(' ');

/** A word that is rare if its number is high. */
function word(number: number): string {
  let text = '';
  for (let rest = number + 25; rest > 0; rest = Math.floor(rest / 25)) text += syllables[rest % 25];
  return text;
}

/** Words of which few are frequent and many are rare, as in every language. */
const anyWord = (next: () => number): string => word(Math.floor(20_000 ** next()));

function job(next: () => number): string {
  const things = Array.from({ length: 1 + Math.floor(next() * 3) }, () => anyWord(next)).join(' ');
  const brief = Array.from({ length: 14 }, () => anyWord(next)).join(' ');
  return `## ${verbs[Math.floor(next() * verbs.length)]} the ${things} for ${2020 + Math.floor(next() * 7)} (one-off)\n\n- Estimate: 3h\n\nWe want ${brief}.\n\n- 2026-03-02 posted\n- 2026-03-18 delivered\n`;
}

const noteOf = (texts: readonly string[], number: number): Document => readDocument(`file:///bench/note-${number}.delegate.md`, texts.join('\n'));
