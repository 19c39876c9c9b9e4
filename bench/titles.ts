/** How well repeated jobs are recognised, on labelled titles of several trades, and how quickly among very many. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { repeatsOf } from '../server/model/repeats/repeats.ts';
import { Folder } from '../server/model/workspace.ts';
import { readDocument, tasksOf } from '../server/notation/document.ts';
import type { Row } from './measure.ts';

interface Job {
  /** The same for the same job. */
  readonly label: string;
  readonly title: string;
  readonly brief: string;
}

const toReach = 0.95;

/** The part that words and limits were chosen with, and the part that was left alone. */
export function titles(): Row[] {
  return [...quality('tuning', 'jobs recognised, tuning part'), ...quality('heldout', 'jobs recognised, held-out part')];
}

function quality(part: string, metric: string): Row[] {
  const { precision, recall, jobs } = judge(readJobs(part));
  const row = (what: string, value: number): Row => ({ metric: `${metric}, ${jobs} titles: ${what}`, ours: value.toFixed(3), peer: '', ratio: '', toReach: `≥ ${toReach}`, reached: value >= toReach, raw: { [what]: value } });
  return [row('precision', precision), row('recall', recall)];
}

function readJobs(part: string): Job[] {
  const [, ...lines] = readFileSync(resolve(import.meta.dirname, `titles/${part}.tsv`), 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [trade, job, title, brief] = line.split('\t');
    return { label: `${trade}: ${job}`, title: title!, brief: brief! };
  });
}

/** Of all pairs of jobs: those that are said to be one and are, of those that are said to be, and of those that are. */
function judge(jobs: readonly Job[]): { precision: number; recall: number; jobs: number } {
  const note = jobs.map(({ title, brief }, i) => `## ${title} (one-off)\n\n${brief}\n\n- ${2000 + i}-01-01 posted\n- ${2000 + i}-02-01 delivered\n`).join('\n');
  const folder = Folder.empty('file:///bench').with(readDocument('file:///bench/titles.delegate.md', note));
  const tasks = [...folder.documents.values()].flatMap(tasksOf);
  const groups = tasks.map((task) => repeatsOf(task, folder)?.jobs[0] ?? task);
  let [said, is, both] = [0, 0, 0];
  for (let i = 0; i < jobs.length; i++) {
    for (let j = i + 1; j < jobs.length; j++) {
      const isSaid = groups[i] === groups[j];
      const isSame = jobs[i]!.label === jobs[j]!.label;
      if (isSaid) said++;
      if (isSame) is++;
      if (isSaid && isSame) both++;
      if (isSaid !== isSame && process.env.WRONG) console.error(`${isSaid ? 'wrongly one' : 'missed'}: ${jobs[i]!.title} | ${jobs[j]!.title}`);
    }
  }
  return { precision: both / said, recall: both / is, jobs: jobs.length };
}
