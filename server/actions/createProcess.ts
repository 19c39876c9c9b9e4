import { linkedDocument, newProcess } from '../model/changes/process.ts';
import { mayBePlace, newProcessUri, ownProcessOf } from '../model/processes.ts';
import { fieldOf } from '../notation/blocks.ts';
import type { Task } from '../notation/document.ts';
import { short } from '../rules/wording.ts';
import { action, Refusal } from './action.ts';

export const createProcess = action({
  title: 'Create Process Document',
  options: {},
  /** Also where there is one, which it opens then; a process in the note itself is no document. */
  appliesTo(task, { folder }) {
    const state = ownProcessOf(task, folder);
    switch (state.kind) {
      case 'none':
        return newProcessUri(task, folder) !== undefined;
      case 'found':
        return state.document.uri !== task.document.uri;
      default:
        return linkedDocument(task, state, folder) !== undefined;
    }
  },
  lookFor: (task, { folder }) => (ownProcessOf(task, folder).kind === 'none' ? newProcessUri(task, folder) : undefined),
  change(task, { folder }) {
    const state = ownProcessOf(task, folder);
    if (state.kind === 'found') return { show: state.document.uri };
    const create = linkedDocument(task, state, folder);
    if (create) return { create, show: create.uri };
    refuseUnreadPlace(task);
    const made = newProcess(task, folder);
    const change = made?.link ?? made?.fromTemplate;
    if (!made || !change) throw new Refusal('The document cannot be made: there is a folder, or a file that is no Markdown, where it would be.');
    return { ...change, show: made.uri };
  },
});

/** What may be a place is not written over. */
export function refuseUnreadPlace(task: Task): void {
  if (!mayBePlace(task)) return;
  throw new Refusal(`Process says “${short(fieldOf(task.block, 'Process')!.value)}”, which may be a place. Make it a link, [Title](file.md), or take it out.`);
}
