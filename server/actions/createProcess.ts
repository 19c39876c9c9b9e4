import { linkedDocument } from '../model/changes/process.ts';
import { ownProcessOf } from '../model/processes.ts';
import { action } from './action.ts';
import { newDocument, newDocumentUri } from './newDocument.ts';

export const createProcess = action({
  title: 'Create Process Document',
  options: {},
  subject: 'a task whose process is, or can become, a document of its own',
  /** Also where there is one, which it opens then; a process in the note itself is no document. */
  appliesTo(task, context) {
    const state = ownProcessOf(task, context.folder);
    if (state.kind === 'none') return newDocumentUri(task, context) !== undefined;
    if (state.kind === 'found') return state.document.uri !== task.document.uri;
    return linkedDocument(task, state, context.folder) !== undefined;
  },
  lookFor: newDocumentUri,
  change(task, context) {
    const state = ownProcessOf(task, context.folder);
    if (state.kind === 'found') return { show: { uri: state.document.uri } };
    const create = linkedDocument(task, state, context.folder);
    if (create) return { create, show: { uri: create.uri } };
    const { uri, link, fromTemplate } = newDocument(task, context);
    return { ...(link ?? fromTemplate), show: { uri } };
  },
});
