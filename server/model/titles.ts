/** The titles of a workspace folder's tasks: a task is found by its title, so two alike are a trap. */
import { type Document, type Task, tasksOf } from '../notation/document.ts';
import { isOpen, jobOf } from './stages.ts';

export interface Titles {
  /** All tasks by folded title, in the order of the files' names. */
  readonly tasks: ReadonlyMap<string, readonly Task[]>;
  /** Two or more that nothing tells apart: recurring functions of one title, and one-offs of one title that are all open. */
  readonly twins: ReadonlyMap<string, readonly Task[]>;
}

/** Titles are the same in any letter case and with any white space between their words. */
export function foldTitle(title: string): string {
  return title.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

export function indexTitles(documents: Iterable<Document>): Titles {
  const tasks = new Map<string, Task[]>();
  for (const document of [...documents].sort((a, b) => (a.uri < b.uri ? -1 : 1))) {
    for (const task of tasksOf(document)) {
      const title = foldTitle(task.block.title);
      const known = tasks.get(title);
      if (known) known.push(task);
      else if (title !== '') tasks.set(title, [task]);
    }
  }
  const twins = new Map<string, Task[]>();
  for (const [title, group] of tasks) {
    if (group.length < 2) continue;
    const recurring = group.filter(({ block }) => block.kind === 'recurring');
    const open = group.filter(({ block }) => block.kind === 'one-off' && isOpen(jobOf(block)));
    if (recurring.length > 1) twins.set(`recurring ${title}`, recurring);
    if (open.length > 1) twins.set(`one-off ${title}`, open);
  }
  return { tasks, twins };
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

/** The tasks that share a task's title and are not told apart from it, at most some of them. */
export function twinsOf(titles: Titles, task: Task, most: number): Task[] {
  const { block, document, firstLine } = task;
  const isItself = (other: Task): boolean => other.document.uri === document.uri && other.firstLine === firstLine;
  const group = titles.twins.get(`${block.kind} ${foldTitle(block.title)}`) ?? [];
  if (group.length === 0 || (block.kind === 'one-off' && !isOpen(jobOf(block)))) return [];
  const others: Task[] = [];
  for (const other of group) {
    if (others.length === most) break;
    if (!isItself(other)) others.push(other);
  }
  return others;
}
