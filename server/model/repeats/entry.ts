/** A task as the index of repeats knows it. */
import { type Document, type Section, type Task, taskOf } from '../../notation/document.ts';
import { leafLines } from '../../notation/markdown.ts';
import { Silences } from '../silences.ts';
import { jobOf } from '../stages.ts';
import { foldTitle } from '../titles.ts';
import type { Bucket } from './bucket.ts';
import type { Telling, TellingReader } from './telling.ts';

export class Entry {
  readonly title: string;
  /** The title that `Same as` names. */
  readonly sameAs: string | undefined;
  /** `undefined` for what is not compared: recurring functions, jobs that were cancelled, and those that say `Same as: none`. */
  readonly telling: Telling | undefined;
  readonly uri: string;
  private section: Section;
  /** Where it was found last: which section of how many. No version of its document is kept for it. */
  private index = 0;
  private count = 0;
  /** The jobs that are told with the same words, itself among them, as long as it is compared. */
  bucket: Bucket | undefined;
  /** Another task of its title, and so on. */
  ofSameTitle: Entry | undefined;

  constructor(
    task: Task,
    /** The section, and whether a comment silences the finding: as long as they are the same, so is the entry. */
    public text: string,
    /** Whether a disable comment keeps it apart. */
    readonly isApart: boolean,
    reader: TellingReader,
    private readonly notes: Notes,
  ) {
    const { title, sameAs, telling } = read(task, reader);
    this.title = title;
    this.sameAs = sameAs;
    this.telling = telling;
    this.uri = task.document.uri;
    this.section = task.section;
  }

  /** The task has been read again. */
  becomes({ section }: Task, text: string): void {
    this.section = section;
    this.text = text;
  }

  /** As it now stands in its document. Most have moved by as many sections as there are more of them, or not at all. */
  get task(): Task {
    const { section } = this;
    const document = this.notes.documents.get(this.uri)!;
    const { sections } = document;
    const near = [this.index, this.index + sections.length - this.count].find((index) => sections[index] === section);
    this.index = near ?? sections.indexOf(section);
    this.count = sections.length;
    return taskOf(document, this.index)!;
  }
}

/** Where entries find their documents as they now are. */
export interface Notes {
  readonly documents: Pick<ReadonlyMap<string, Document>, 'get'>;
}

/** The finding that a comment can silence, so that the job is no longer taken for a repeat. */
const code = 'repeated-one-off';

/** Finds out which tasks of a document a comment keeps apart. */
export function apartIn(document: Document): (task: Task) => boolean {
  const silences = document.sections.some(({ directives }) => directives.length > 0) ? new Silences(document) : undefined;
  return ({ block, firstLine }) => block.kind === 'one-off' && silences?.silences(code, firstLine) === true;
}

/** What an entry is known by as long as nothing in it changes. */
export const textOfEntry = ({ section }: Task, isApart: boolean): string => (isApart ? `${section.text}\0` : section.text);

/** Whether two tasks are told with the same words. */
export function tellTheSame(one: Task, other: Task): boolean {
  const [a, b] = [one.block, other.block];
  if (a.kind !== b.kind || a.title !== b.title) return false;
  return a.kind === 'recurring' || (a.sameAs?.value === b.sameAs?.value && isCancelled(a) === isCancelled(b) && briefOf(one) === briefOf(other));
}

const isCancelled = (block: Task['block']): boolean => block.entries.some(({ verb }) => verb === 'cancelled') && jobOf(block).stage === 'cancelled';

function read(task: Task, reader: TellingReader): Pick<Entry, 'title' | 'sameAs' | 'telling'> {
  const { block } = task;
  const title = foldTitle(block.title);
  if (block.kind === 'recurring') return { title, sameAs: undefined, telling: undefined };
  const said = block.sameAs && foldTitle(block.sameAs.value.replace(/^["'“](.*)["'”]$/, '$1'));
  const isNone = said === 'none';
  const isCompared = !isNone && !isCancelled(block);
  return { title, sameAs: isNone ? undefined : said, telling: isCompared ? reader.read(block.title, briefOf(task)) : undefined };
}

function briefOf({ section, block }: Task): string {
  let brief = '';
  for (const leaf of block.brief.slice(0, 20)) for (const line of leafLines(section, leaf)) brief += `${line} `;
  return brief;
}
