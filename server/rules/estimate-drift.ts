import { formatDuration, type Minutes } from '../notation/durations.ts';
import { setField } from '../notation/write.ts';
import { medianOf } from '../model/figures.ts';
import { recordOfEntries } from '../model/record.ts';
import { preferFirst } from './edits.ts';
import { rule } from './rule.ts';
import { called } from './wording.ts';

/** Runs that tell how long one takes. */
const enough = 5;

export const estimateDrift = rule({
  code: 'estimate-drift',
  level: 'info',
  kind: 'recurring',
  summary: 'An estimate that the last five runs are far from',
  why: 'Who has room for one more function is reckoned from the estimates, and so is whether a person is overloaded. An estimate that is half or double of what a run takes makes both wrong.',
  bad: `
---
team:
  maria: { name: Maria Silva }
  jon: { name: Jon Park }
---

## Send client invoices (recurring)

- Owner: @maria
- Backup: @jon
- Cadence: every month on the last workday
- Process: below
- Estimate: 1h
            ^^
- Starts: 2026-06-30

1. Take the hours from the time sheets.
2. Write one invoice per client.
3. List what is still unpaid.

- 2026-10-30 @maria 2h 15m
- 2026-09-30 @maria 2h
- 2026-08-31 @maria 2h 15m
  - Liked: All of them went out on the same day.
- 2026-07-31 @maria 2h 30m
- 2026-06-30 @maria 3h explained 30m
`,
  good: `
---
team:
  maria: { name: Maria Silva }
  jon: { name: Jon Park }
---

## Send client invoices (recurring)

- Owner: @maria
- Backup: @jon
- Cadence: every month on the last workday
- Process: below
- Estimate: 2h 15m
- Starts: 2026-06-30

1. Take the hours from the time sheets.
2. Write one invoice per client.
3. List what is still unpaid.

- 2026-10-30 @maria 2h 15m
- 2026-09-30 @maria 2h
- 2026-08-31 @maria 2h 15m
  - Liked: All of them went out on the same day.
- 2026-07-31 @maria 2h 30m
- 2026-06-30 @maria 3h explained 30m
`,
  checkTask(task, { folder, today }) {
    const { estimate } = task.block;
    if (!estimate) return undefined;
    const { runs } = recordOfEntries(task, folder, today).history;
    const times = runs.flatMap(({ duration }) => duration?.value ?? []).slice(-enough);
    const median = times.length < enough ? undefined : medianOf(times);
    if (median === undefined || !isFar(median, estimate.value)) return undefined;
    return [{
      at: estimate.at,
      message: `${called(task.block)} is estimated at ${formatDuration(estimate.value)}, and half of its last ${enough} runs took ${formatDuration(median)} or ${median > estimate.value ? 'more' : 'less'}. Set the estimate to what it takes, or find out why it takes that.`,
      fixes: (each) => preferFirst([{ title: `Set the estimate to ${formatDuration(median)}, the median of the last ${enough} runs`, edits: [{ uri: each.document.uri, edits: [setField(each, 'Estimate', formatDuration(median))] }] }]),
    }];
  },
});

/** Off by over 50 %. */
const isFar = (median: Minutes, estimate: Minutes): boolean => Math.abs(median - estimate) * 2 > estimate;
