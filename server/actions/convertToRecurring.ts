import { convertToRecurring as convert, isConvertible, noteOfFunction } from '../model/changes/convertToRecurring.ts';
import { action } from './action.ts';

export const convertToRecurring = action({
  title: 'Convert to Recurring Function',
  options: {},
  subject: 'a one-off that is not cancelled and no function yet',
  appliesTo: (task, { folder }) => isConvertible(task, folder),
  change(task, { folder }) {
    const uri = noteOfFunction(task, folder);
    return { ...convert(task, folder), ...(uri !== task.document.uri && { show: uri }) };
  },
});
