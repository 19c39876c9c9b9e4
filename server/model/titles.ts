/** The titles of a workspace folder's tasks: a task is found by its title, so two alike are a trap. */
import { kindOf } from '../notation/blocks.ts';
import { type Document, type Section, type Task, tasksOf } from '../notation/document.ts';
import type { Kind } from '../notation/keys.ts';
import type { PersistentMap } from './persistentMap.ts';
import { SectionIndex } from './sectionIndex.ts';
import { isOpen, jobOf } from './stages.ts';

/** Titles are the same in any letter case and with any white space between their words. */
export function foldTitle(title: string): string {
  // Nearly every title is of such words, and has one space between them.
  if (isPlain.test(title)) return title.toLowerCase();
  return title.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

const isPlain = /^[!-~]+(?: [!-~]+)*$/;

/** A title as it was meant by somebody who has typed its kind along: `Product photos (one-off)`. */
export const withoutKind = (typed: string): string => (kindOf(typed) === undefined ? typed : typed.slice(0, typed.lastIndexOf('(')).trimEnd());

type Documents = PersistentMap<Document>;

/** The index remembers which notes have a title; the tasks are looked up in them when somebody asks. */
export class Titles {
  private readonly resolved = new Map<string, readonly Task[]>();
  private readonly alike = new Map<string, readonly Task[]>();

  private constructor(
    private readonly documents: Documents,
    private readonly index: SectionIndex,
    /** The tasks of single documents by folded title. */
    private readonly known: WeakMap<Document, ReadonlyMap<string, readonly Task[]>>,
  ) {}

  static of(documents: Documents): Titles {
    return new Titles(documents, SectionIndex.of(titleOf, documents), new WeakMap());
  }

  /** The titles of the folder as it has become. */
  with(documents: Documents): Titles {
    return new Titles(documents, this.index.with(documents), this.known);
  }

  has(title: string): boolean {
    return this.index.holders(title).length > 0;
  }

  /** All folded titles. */
  all(): Iterable<string> {
    return this.index.keys();
  }

  /** The notes that have a title. */
  holders(title: string): ReadonlySet<string> {
    return new Set(this.index.holders(title));
  }

  /** Whether several tasks have a title, be it in one note. */
  isShared(title: string): boolean {
    return this.index.holders(title).length > 1;
  }

  /** The tasks of a folded title, in the order of the files' names. */
  tasks(title: string): readonly Task[] {
    let tasks = this.resolved.get(title);
    if (!tasks) {
      tasks = [...this.holders(title)].flatMap((uri) => this.tasksIn(this.documents.get(uri)!).get(title) ?? []);
      this.resolved.set(title, tasks);
    }
    return tasks;
  }

  private tasksIn(document: Document): ReadonlyMap<string, readonly Task[]> {
    const known = this.known.get(document);
    if (known) return known;
    const tasks = new Map<string, Task[]>();
    for (const task of tasksOf(document)) {
      const title = foldTitle(task.block.title);
      const group = tasks.get(title);
      if (group) group.push(task);
      else tasks.set(title, [task]);
    }
    this.known.set(document, tasks);
    return tasks;
  }

  /** What nothing tells apart: recurring functions of one title, and one-offs of one title that are all open. */
  private twins(kind: Kind, title: string): readonly Task[] {
    // Nearly every title is there once.
    if (this.index.holders(title).length < 2) return [];
    const key = `${kind} ${title}`;
    let twins = this.alike.get(key);
    if (!twins) {
      twins = this.tasks(title).filter(({ block }) => block.kind === kind && (kind === 'recurring' || isOpen(jobOf(block))));
      this.alike.set(key, twins);
    }
    return twins;
  }

  /** The tasks that share a task's title and are not told apart from it, at most some of them. */
  twinsOf(task: Task, most: number): Task[] {
    const { block, document, firstLine } = task;
    const isItself = (other: Task): boolean => other.document.uri === document.uri && other.firstLine === firstLine;
    const group = this.twins(block.kind, foldTitle(block.title));
    if (group.length < 2 || (block.kind === 'one-off' && !isOpen(jobOf(block)))) return [];
    const others: Task[] = [];
    for (const other of group) {
      if (others.length === most) break;
      if (!isItself(other)) others.push(other);
    }
    return others;
  }
}

/** The folded title of a section that is a task. */
function titleOf({ block }: Pick<Section, 'block'>): string[] {
  const title = block ? foldTitle(block.title) : '';
  return title === '' ? [] : [title];
}

/** The tasks of some documents whose `Same as` gives a title. */
export function* titledAs(documents: Iterable<Document>, title: string): Generator<Task> {
  const wanted = foldTitle(title);
  for (const document of documents) {
    for (const task of tasksOf(document)) {
      const { sameAs } = task.block;
      if (sameAs && foldTitle(sameAs.value) === wanted) yield task;
    }
  }
}
