import { convertToRecurring as convert, isConvertible } from '../model/changes/convertToRecurring.ts';
import { action } from './action.ts';

export const convertToRecurring = action({
  title: 'Convert to Recurring Function',
  options: {},
  appliesTo: (task, { folder }) => isConvertible(task, folder),
  change(task, { folder }) {
    const change = convert(task, folder)!;
    // The function may be written beside a later job, in another note.
    const elsewhere = change.edits?.every(({ uri }) => uri !== task.document.uri) ? change.edits[0]?.uri : undefined;
    return elsewhere === undefined ? change : { ...change, show: elsewhere };
  },
});
