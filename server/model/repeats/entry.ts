/** A task as the index of repeats knows it. */
import { type Document, type Task, tasksOf } from '../../notation/document.ts';
import { leafLines } from '../../notation/markdown.ts';
import { Silences } from '../silences.ts';
import { jobOf } from '../stages.ts';
import { foldTitle } from '../titles.ts';
import type { Bucket } from './bucket.ts';
import type { Telling, TellingReader } from './telling.ts';

export interface Entry {
  /** As it now stands in its document. */
  task: Task;
  /** The section, and whether a comment silences the finding: as long as they are the same, so is the entry. */
  readonly text: string;
  readonly title: string;
  /** The title that `Same as` names. */
  readonly sameAs: string | undefined;
  /** `undefined` for what is not compared: recurring functions, jobs that were cancelled, and those that say `Same as: none`. */
  readonly telling: Telling | undefined;
  /** Whether a disable comment keeps it apart. */
  readonly isApart: boolean;
  isNew: boolean;
  /** The jobs that are told with the same words, itself among them, as long as it is compared. */
  bucket: Bucket | undefined;
  /** Another task of its title, and so on. */
  ofSameTitle: Entry | undefined;
}

/** The finding that a comment can silence, so that the job is no longer taken for a repeat. */
const code = 'repeated-one-off';

/** The entries of a document's tasks. Those that were known before, by their text, are given again. */
export function readEntries(document: Document, reader: TellingReader, before: (text: string) => Entry | undefined): Entry[] {
  const silences = document.sections.some(({ directives }) => directives.length > 0) ? new Silences(document) : undefined;
  return tasksOf(document).map((task) => {
    const isApart = task.block.kind === 'one-off' && silences?.silences(code, task.firstLine) === true;
    const text = isApart ? `${task.section.text}\0` : task.section.text;
    const known = before(text);
    if (known) {
      known.task = task;
      return known;
    }
    const { title, sameAs, telling } = read(task, reader);
    return { task, text, title, sameAs, telling, isApart, isNew: true, bucket: undefined, ofSameTitle: undefined };
  });
}

function read(task: Task, reader: TellingReader): Pick<Entry, 'title' | 'sameAs' | 'telling'> {
  const { block } = task;
  const title = foldTitle(block.title);
  if (block.kind === 'recurring') return { title, sameAs: undefined, telling: undefined };
  const said = block.sameAs && foldTitle(block.sameAs.value.replace(/^["'“](.*)["'”]$/, '$1'));
  const isNone = said === 'none';
  const isCancelled = block.entries.some(({ verb }) => verb === 'cancelled') && jobOf(block).stage === 'cancelled';
  const isCompared = !isNone && !isCancelled;
  return { title, sameAs: isNone ? undefined : said, telling: isCompared ? reader.read(block.title, briefOf(task)) : undefined };
}

function briefOf({ section, block }: Task): string {
  let brief = '';
  for (const leaf of block.brief.slice(0, 20)) for (const line of leafLines(section, leaf)) brief += `${line} `;
  return brief;
}
