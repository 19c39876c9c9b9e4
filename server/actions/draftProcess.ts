import { draftInto, newProcess } from '../model/changes/process.ts';
import { draftOf, toldWith } from '../model/draft.ts';
import { isStub, newProcessUri, ownProcessOf } from '../model/processes.ts';
import { fileName, short } from '../rules/wording.ts';
import { action, Refusal } from './action.ts';
import { refuseUnreadPlace } from './createProcess.ts';

export const draftProcess = action({
  title: 'Draft Process from History',
  options: {},
  /** Where something is known, and there is no process yet or one that says too little: a draft is a beginning. */
  appliesTo(task, { folder }) {
    const state = ownProcessOf(task, folder);
    if (state.kind !== 'none') return isStub(task, state) && draftInto(task, state, folder) !== undefined;
    const uri = newProcessUri(task, folder);
    return uri !== undefined && draftOf(toldWith(task, folder), uri, folder).steps.length > 0;
  },
  lookFor: (task, { folder }) => (ownProcessOf(task, folder).kind === 'none' ? newProcessUri(task, folder) : undefined),
  change(task, { folder }) {
    const state = ownProcessOf(task, folder);
    if (state.kind !== 'none') {
      const edit = draftInto(task, state, folder)!;
      return { edits: [edit], ...(edit.uri !== task.document.uri && { show: edit.uri }) };
    }
    refuseUnreadPlace(task);
    const made = newProcess(task, folder);
    if (made?.link) throw new Refusal(`“${short(fileName(made.uri, folder))}” is there already, and nothing is written over it. “Create Process Document” links it; then draft into it, or write on.`);
    if (!made?.draft) throw new Refusal('The document cannot be made: there is a folder, or a file that is no Markdown, where it would be.');
    return { ...made.draft, show: made.uri };
  },
});
