import { draftInto } from '../model/changes/process.ts';
import { draftOf, toldWith } from '../model/draft.ts';
import { isStub, ownProcessOf } from '../model/processes.ts';
import { fileName } from '../rules/wording.ts';
import { action, Refusal } from './action.ts';
import { newDocument, newDocumentUri } from './newDocument.ts';

export const draftProcess = action({
  title: 'Draft Process from History',
  options: {},
  subject: 'a task with a brief or feedback, and without a process that says more',
  /** Where something is known, and there is no process yet or one that says too little: a draft is a beginning. */
  appliesTo(task, context) {
    const { folder } = context;
    const state = ownProcessOf(task, folder);
    if (state.kind !== 'none') return isStub(task, state) && draftInto(task, state, folder) !== undefined;
    const uri = newDocumentUri(task, context);
    return uri !== undefined && draftOf(toldWith(task, folder), uri, folder).steps.length > 0;
  },
  lookFor: newDocumentUri,
  change(task, context) {
    const { folder } = context;
    const edit = draftInto(task, ownProcessOf(task, folder), folder);
    if (edit) return { edits: [edit], ...(edit.uri !== task.document.uri && { show: { uri: edit.uri } }) };
    const { uri, draft } = newDocument(task, context);
    if (!draft) throw new Refusal(`“${fileName(uri, folder)}” is there already, and nothing is written over it. “Create Process Document” links it.`);
    return { ...draft, show: { uri } };
  },
});
