/** How well repeated jobs are recognised, on labelled titles of several trades, and how quickly among very many. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { repeatsOf } from '../server/model/repeats/repeats.ts';
import { Folder } from '../server/model/workspace.ts';
import { readDocument, type Task } from '../server/notation/document.ts';
import type { Row } from './measure.ts';

interface Job {
  /** The same for the same job. */
  readonly trade: string;
  readonly label: string;
  readonly title: string;
  readonly brief: string;
}

const toReach = 0.95;

/** The part that words and limits were chosen with, and the part whose mistakes nobody has looked at. */
export function titles(): Row[] {
  return [...quality('tuning', 'jobs recognised, tuning part'), ...quality('blind', 'jobs recognised, blind part')];
}

function quality(part: string, metric: string): Row[] {
  const jobs = readJobs(part);
  const { precision, recall } = judge(jobs);
  const row = (what: string, value: number): Row => ({ metric: `${metric}, ${jobs.length} titles: ${what}`, ours: value.toFixed(3), peer: '', ratio: '', toReach: `≥ ${toReach}`, reached: value >= toReach, raw: { [what]: value } });
  return [row('precision', precision), row('recall', recall)];
}

function readJobs(part: string): Job[] {
  const [, ...lines] = readFileSync(resolve(import.meta.dirname, `titles/${part}.tsv`), 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [trade, job, title, brief] = line.split('\t');
    return { trade: trade!, label: job!, title: title!, brief: brief! };
  });
}

/** Of all pairs of jobs of one business: those that are said to be one and are, of those that are said to be, and of those that are. */
function judge(jobs: readonly Job[]): { precision: number; recall: number } {
  let [said, is, both] = [0, 0, 0];
  for (const trade of new Set(jobs.map((job) => job.trade))) {
    const own = jobs.filter((job) => job.trade === trade);
    const groups = groupsOf(own);
    for (let i = 0; i < own.length; i++) {
      for (let j = i + 1; j < own.length; j++) {
        const isSaid = groups[i] === groups[j];
        const isSame = own[i]!.label === own[j]!.label;
        if (isSaid) said++;
        if (isSame) is++;
        if (isSaid && isSame) both++;
      }
    }
  }
  return { precision: both / said, recall: both / is };
}

/** What stands for the group of each job. */
function groupsOf(jobs: readonly Job[]): Task[] {
  const blocks = jobs.map(({ title, brief }, i) => `## ${title} (one-off)\n\n${brief}\n\n- ${2000 + i}-01-01 posted\n- ${2000 + i}-02-01 delivered\n`);
  const folder = Folder.empty('file:///bench').with(readDocument('file:///bench/titles.delegate.md', blocks.join('\n')));
  return [...folder.tasks()].map((task) => repeatsOf(task, folder)?.jobs[0] ?? task);
}
