import { formatDay } from '../notation/dates.ts';
import { setField } from '../notation/write.ts';
import { cancel, deliver } from '../model/changes/jobEntries.ts';
import { isOpen, jobOf } from '../model/stages.ts';
import type { FileEdit } from '../text.ts';
import { preferFirst } from './edits.ts';
import { type Fix, rule } from './rule.ts';
import { called, short } from './wording.ts';

/** Days. */
const postponement = 14;

export const pastDue = rule({
  code: 'past-due',
  level: 'warning',
  kind: 'one-off',
  needsToday: true,
  isLocal: true,
  summary: 'A job whose due date has passed and that is not delivered',
  why: 'A date that passes in silence teaches everybody that dates mean nothing. Ask how far it is, then write down what is true: it is delivered, it has a new date, or it is off.',
  bad: `
---
team:
  lin: { name: Lin Chen, time: contract }
---

## Product photos for the autumn catalogue (one-off)

- Budget: 300 EUR
- Due: 2026-11-13
       ^^^^^^^^^^

Ten bowls on white, and three mood shots with daylight. TIFF, 3000 px.

- 2026-10-26 posted
- 2026-10-29 awarded @lin 290 EUR
`,
  good: `
---
team:
  lin: { name: Lin Chen, time: contract }
---

## Product photos for the autumn catalogue (one-off)

- Budget: 300 EUR
- Due: 2026-11-13

Ten bowls on white, and three mood shots with daylight. TIFF, 3000 px.

- 2026-10-26 posted
- 2026-10-29 awarded @lin 290 EUR
- 2026-11-13 delivered 5/5: All files, a round of corrections included.
`,
  checkTask({ block }, { today }) {
    if (!block.due || today === undefined) return undefined;
    const late = today - block.due.value;
    if (late <= 0) return undefined;
    const job = jobOf(block);
    if (!isOpen(job)) return undefined;
    const who = job.awarded?.who;
    const state = job.awarded ? 'and is not delivered' : 'and nobody was given it';
    return [{
      at: block.due.at,
      message: `${called(block)} was due ${late === 1 ? 'yesterday' : `${late} days ago`}, ${state}. ${who ? `Ask @${short(who.handle)} how far it is, then mark` : 'Mark'} it as delivered, agree on a new date, or cancel it.`,
      fixes: (task): Fix[] => {
        const fix = (title: string, edit: FileEdit): Fix => ({ title, edits: [edit] });
        const later = formatDay(today + postponement);
        const delivered = fix('Mark as delivered today', deliver(task, today));
        const moved = fix(`Move the due date to ${later}, two weeks from today`, { uri: task.document.uri, edits: [setField(task, 'Due', later)] });
        return preferFirst([
          // Nobody delivers what nobody was given.
          ...(jobOf(task.block).awarded ? [delivered, moved] : [moved, delivered]),
          fix('Cancel the job', cancel(task, today)),
        ]);
      },
    }];
  },
});
