import { addMonths, formatDay } from '../notation/dates.ts';
import { archiveBeside, archiveEntries as archive } from '../model/changes/archiveEntries.ts';
import { check } from '../rules/run.ts';
import { action, Refusal } from './action.ts';
import { notAfterToday } from './days.ts';

/** What is a year old is looked up, and hardly ever written to. */
const monthsKept = 12;

export const archiveEntries = action({
  title: 'Archive Old Entries',
  options: { before: 'day' },
  subject: 'a recurring function with entries from before today',
  /** A job has a handful of entries, which tell how far it is. */
  appliesTo: ({ block }, { today }) => block.kind === 'recurring' && block.entries.some(({ date }) => date !== undefined && date < today),
  proposals: (_task, { today }) => ({ before: formatDay(addMonths(today, -monthsKept)) }),
  lookFor: ({ document }) => archiveBeside(document),
  change(task, { folder, today }, { before }) {
    const { document } = task;
    const day = before ? notAfterToday(before, { today }) : addMonths(today, -monthsKept);
    const held = new Set<number>();
    // What there is to mend stays where it is found. A rule that fails holds nothing.
    for (const { range, related } of check(document, { folder, today }, { levels: new Map(), onError: () => undefined })) {
      for (const place of [{ uri: document.uri, range }, ...related]) if (place.uri === document.uri) held.add(place.range.start.line);
    }
    const change = archive(task, folder, day, (line) => held.has(line));
    if ('refused' in change) throw new Refusal(change.refused);
    return change;
  },
});
