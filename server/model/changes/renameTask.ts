/** Gives a task another title: in its heading, in the `Same as` of other tasks, and in the links to its heading. */
import { headingIn } from '../../notation/at.ts';
import { type Block, fieldOf, kindOf } from '../../notation/blocks.ts';
import type { Task } from '../../notation/document.ts';
import { valueRange } from '../../notation/write.ts';
import { byFile, type Change, type Refusal, span, type TextEdit, toRange } from '../../text.ts';
import { foldTitle, titledAs, withoutKind } from '../titles.ts';
import { quoted } from '../wording.ts';
import type { Folder } from '../workspace.ts';
import { anchorEdits } from './anchors.ts';
import { readAgain } from './readAgain.ts';

export function renameTask(folder: Folder, task: Task, typed: string): Change | Refusal {
  const { document, block, firstLine } = task;
  const title = kindOf(typed.trim()) === block.kind ? withoutKind(typed.trim()) : typed.trim();
  const { line, start, end } = block.titleAt;
  const section = readAgain(document, span(line + firstLine, start, end), title);
  const reason = title === block.title ? undefined : refusal(folder, task, title, section?.block);
  if (reason !== undefined || !section) return { refused: reason ?? unread(title) };
  const text = headingIn(section, line)!.text;
  const edits: (readonly [string, TextEdit])[] = [[document.uri, { range: toRange(block.titleAt, firstLine), newText: title }]];
  // What other tasks call the same is the task itself, and not what is kept of it in an archive.
  for (const same of isArchived(task, folder) ? [] : titledAs(folder.read(), block.title)) {
    edits.push([same.document.uri, { range: valueRange(same, fieldOf(same.block, 'Same as')!), newText: title }]);
  }
  return { edits: byFile([...edits, ...anchorEdits(folder, document, firstLine, text)]) };
}

const isArchived = ({ document }: Task, folder: Folder): boolean => !folder.documents.has(document.uri);

const unread = (title: string): string => `${quoted(title)} would not be read as the title of a task. Choose a text in one line, with at least one letter.`;

/** `again` is the task as it will be read. */
function refusal(folder: Folder, task: Task, title: string, again: Block | undefined): string | undefined {
  const { block, document, firstLine } = task;
  if (block.title === '') return 'This task has no title yet; type one in front of its kind.';
  if (title === '' || again?.title !== title || again.kind !== block.kind) return unread(title);
  if (foldTitle(title) === 'none') return 'No task can be called “none”: “Same as: none” says that there is no other.';
  if (isArchived(task, folder)) return undefined;
  const isAnother = (other: Task): boolean => other.document.uri !== document.uri || other.firstLine !== firstLine;
  const { titles } = folder;
  if (titles.tasks(foldTitle(title)).some(isAnother)) return `${quoted(title)} is the title of another task. A task is known by its title, so give this one its own.`;
  const [same] = titledAs(folder.read(), block.title);
  // A job of a function's title that says that it is the same does not mean itself.
  const isMeant = ({ block: { sameAs } }: Task): boolean => block.kind !== 'recurring' || !sameAs || foldTitle(sameAs.value) !== foldTitle(block.title);
  if (same && titles.tasks(foldTitle(block.title)).some((other) => isAnother(other) && isMeant(other))) {
    return `Several tasks are called ${quoted(block.title)}, so nobody can tell which of them the “Same as” of ${quoted(same.block.title)} means. Change that first.`;
  }
  return undefined;
}
