/** An item of a list that stands for a task. */
import { actions } from '../../actions/index.ts';
import type { Editor } from '../../context.ts';
import type { ChangeContext } from '../../model/changes/closes.ts';
import { fileName, joined } from '../../model/wording.ts';
import type { Task } from '../../notation/document.ts';
import type { ActionName, ListItem } from '../../protocol.ts';
import { called } from '../../rules/wording.ts';
import { toRange } from '../../text.ts';

/** What is done to a task again and again, and so from a list. */
const everyday: readonly ActionName[] = ['logCompletion', 'skipOccurrence', 'markDelivered'];

export type Told = Required<Pick<ListItem, 'group' | 'health'>> & { readonly words: readonly (string | undefined)[] };

export function taskItem(task: Task, context: ChangeContext, spelled: Editor['spelled'], { words, ...told }: Told): ListItem {
  const { block, firstLine, document } = task;
  const uri = spelled(document.uri);
  return {
    ...told, uri,
    range: toRange(block.titleAt, firstLine),
    label: block.title === '' ? called(block) : block.title,
    description: joined(words),
    detail: fileName(document.uri, context.folder),
    task: { uri, line: firstLine, title: block.title },
    actions: everyday.filter((action) => actions[action].appliesTo(task, context)),
  };
}
