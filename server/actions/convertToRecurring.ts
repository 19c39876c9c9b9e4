import { convertToRecurring as convert, functionAfter, isConvertible } from '../model/changes/convertToRecurring.ts';
import { toRange } from '../text.ts';
import { action } from './action.ts';

export const convertToRecurring = action({
  title: 'Convert to Recurring Function',
  options: {},
  subject: 'a one-off that is not cancelled and no function yet',
  appliesTo: (task, { folder }) => isConvertible(task, folder),
  change(task, { folder }) {
    const change = convert(task, folder)!;
    const made = functionAfter(change, task, folder);
    // It may be far from the job, and its title is what somebody wants to look at.
    return { ...change, ...(made && { show: { uri: made.document.uri, range: toRange(made.block.titleAt, made.firstLine) } }) };
  },
});
