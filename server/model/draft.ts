/**
 * What a process could say, by what is known of a task: its brief and what was liked and disliked, together with what the jobs
 * tell that say they are the same. It is the one draft, wherever it is written: into a document, below a function, behind a stub.
 *
 * A brief with a list is an introduction and steps; one without is steps, sentence by sentence. What was liked is a step that
 * keeps it, what was disliked a check at the end. Notes of entries are about one run, and stay in the history.
 */
import type { Document, Task } from '../notation/document.ts';
import type { MarkdownNode } from '../notation/markdown.ts';
import { definitionsOf, retold, retoldLeaf, type Retelling } from '../notation/retell.ts';
import { asProse, sentencesIn } from '../notation/sentences.ts';
import { readLink } from '../notation/links.ts';
import { span } from '../text.ts';
import { targetOf } from './links.ts';
import { isUnfilled } from './outline.ts';
import { isOfMachine, linkPath } from './processes.ts';
import { isSameTask, jobsOf, repeatsOf } from './repeats/repeats.ts';
import type { Folder } from './workspace.ts';

export interface Draft {
  /** Paragraphs. */
  readonly intro: readonly string[];
  /** A step's further lines are the items below it. */
  readonly steps: readonly string[];
}

/** A compliment as a step. */
const keep = (text: string): string => `Keep: ${text}`;

/** A complaint as a step. */
export const checkFor = (text: string): string => `Check for: ${text}`;

/** The tasks whose history a draft for one of them goes by; the one whose brief counts most comes first. */
export function toldWith(task: Task, folder: Folder): readonly Task[] {
  if (task.block.kind === 'recurring') return [task, ...jobsOf(task, folder).reverse()];
  const jobs = repeatsOf(task, folder)?.jobs ?? [];
  return [task, ...jobs.filter((job) => !isSameTask(job, task)).reverse()];
}

/** A draft that will stand in the file of a URI. */
export function draftOf(tasks: readonly Task[], uri: string, folder: Folder): Draft {
  const retelling = retellings(uri, folder);
  const { prose, listed } = briefOf(tasks, retelling);
  const points = pointsOf(tasks, retelling);
  if (listed.length > 0) return { intro: prose, steps: distinct([...listed, ...points]) };
  return { intro: [], steps: distinct([...prose.flatMap(sentencesIn), ...points]) };
}

/** The steps that tasks tell for certain: the lists of the brief and the feedback. */
export function knownSteps(tasks: readonly Task[], uri: string, folder: Folder): string[] {
  const retelling = retellings(uri, folder);
  return distinct([...briefOf(tasks, retelling).listed, ...pointsOf(tasks, retelling)]);
}

/** The paragraphs of a task's brief. */
export const introOf = (task: Task, uri: string, folder: Folder): readonly string[] => briefOf([task], retellings(uri, folder)).prose;

/** A title of a task as it is told in another file. */
export const titleIn = (title: string, task: Task, uri: string, folder: Folder): string => retold(title, retellings(uri, folder)(task));

interface Brief {
  readonly prose: readonly string[];
  /** The items of lists. */
  readonly listed: readonly string[];
}

/** That of the first task that says anything. */
function briefOf(tasks: readonly Task[], retelling: Retellings): Brief {
  for (const task of tasks) {
    const brief = readBrief(task, retelling(task));
    if (brief.prose.length + brief.listed.length > 0) return brief;
  }
  return { prose: [], listed: [] };
}

function readBrief({ section, block }: Task, retelling: Retelling): Brief {
  const prose: string[] = [];
  const listed: string[] = [];
  // The steps of a function, and those that a job calls its process, are one already.
  const hasSteps = block.kind === 'recurring' || block.process?.kind === 'below';
  const tops = new Map<MarkdownNode, MarkdownNode>();
  let last: MarkdownNode | undefined;
  for (const node of section.nodes) {
    const top = (node.parent && tops.get(node.parent)) ?? node.parent ?? node;
    tops.set(node, top);
    if (node.kind !== 'paragraph' || top.kind === 'quote' || (hasSteps && top.role === 'step')) continue;
    const text = retoldLeaf(section, node, retelling);
    if (text === '' || isUnfilled(text)) continue;
    if (top === node) prose.push(asProse(text));
    else if (top !== last) listed.push(asProse(text));
    else listed.push(`${listed.pop()!}${node.parent === top ? ' ' : '\n'}${text}`);
    if (top !== node) last = top;
  }
  return { prose, listed };
}

/** What was liked, to be kept, then what was not, to be checked for; the oldest first. */
function pointsOf(tasks: readonly Task[], retelling: Retellings): string[] {
  const said = tasks.flatMap((task) => {
    const own = retelling(task);
    return task.block.entries.flatMap(({ date = 0, feedback }) => feedback.map(({ kind, text }) => ({ date, kind, text: retold(text, own) })));
  });
  const told = said.filter(({ text }) => text !== '').sort((a, b) => a.date - b.date);
  const of = (wanted: 'liked' | 'disliked'): string[] => told.filter(({ kind }) => kind === wanted).map(({ text }) => text);
  return [...of('liked').map(keep), ...of('disliked').map(checkFor)];
}

type Retellings = (task: Task) => Retelling;

/** How prose of tasks is told in another file: links that were relative to a note lead there still. */
function retellings(uri: string, folder: Folder): Retellings {
  const known = new Map<Document, Retelling>();
  return ({ document }) => {
    const retelling = known.get(document) ?? { target: (written: string) => targetIn(uri, written, document, folder), definitions: definitionsOf(document) };
    known.set(document, retelling);
    return retelling;
  };
}

function targetIn(uri: string, written: string, document: Document, folder: Folder): string {
  const link = uri === document.uri ? undefined : readLink(written, span(0, 0, written.length));
  if (!link || isOfMachine(link.path) || link.path.startsWith('/')) return written;
  return linkPath(uri, targetOf(link, document, folder)) + written.slice(link.pathAt.end);
}

/** Of steps that say the same the first, whatever full stops and capitals they have, and whether they were liked or listed. */
function distinct(steps: readonly string[]): string[] {
  const seen = new Set<string>();
  return steps.filter((step) => {
    const key = folded(step.replace(/^Keep: /, ''));
    return !seen.has(key) && seen.add(key);
  });
}

/** Texts are the same in any letter case, and with or without a full stop. */
export const folded = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').replace(/[.,;:!]$/, '').trim();
