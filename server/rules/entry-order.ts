import { type Day, formatDay } from '../notation/dates.ts';
import type { Task } from '../notation/document.ts';
import { type Entry, holdsOthers } from '../notation/entries.ts';
import { removeEntry, replaceSpan } from '../notation/write.ts';
import { earliestOf, isBefore, isDeposit, latestOf, type Step, stepsOf } from '../model/stages.ts';
import type { TextEdit } from '../text.ts';
import { preferFirst } from './edits.ts';
import { type Fix, rule } from './rule.ts';
import { called } from './wording.ts';

export const entryOrder = rule({
  code: 'entry-order',
  level: 'warning',
  kind: 'one-off',
  isLocal: true,
  summary: 'A job that is delivered before it is awarded, or the like',
  why: 'How long a job took, what it waited for and whether it was on time is read from the dates of its entries. When a later step has the earlier date, one of the two is wrong, and so is all that is reckoned from it.',
  bad: `
---
team:
  lin: { name: Lin Chen, time: contract }
---

## Product photos for the autumn catalogue (one-off)

- Budget: 300 EUR
- Due: 2026-11-27

Ten bowls on white, and three mood shots with daylight. TIFF, 3000 px.

- 2026-10-26 posted
- 2026-11-19 awarded @lin 290 EUR
- 2026-11-18 delivered
  ^^^^^^^^^^
`,
  good: `
---
team:
  lin: { name: Lin Chen, time: contract }
---

## Product photos for the autumn catalogue (one-off)

- Budget: 300 EUR
- Due: 2026-11-27

Ten bowls on white, and three mood shots with daylight. TIFF, 3000 px.

- 2026-11-18 delivered
- 2026-10-29 awarded @lin 290 EUR
- 2026-10-26 posted
`,
  *checkTask({ block }) {
    for (const found of misplaced(block.entries)) {
      const { entry, step, prior, before } = found;
      yield {
        at: entry.dateAt,
        message: `${called(block)} was ${step} on ${formatDay(entry.date!)}, which is before it was ${before} on ${formatDay(prior.date!)}. One of the two dates is wrong; correct it, or remove the entry that does not belong here.`,
        fixes: (task) => fixesOf(task, found),
      };
    }
  },
});

/** Either date may be the wrong one. What would only put another entry out of order is not offered. */
function fixesOf(task: Task, { entry, step, prior, before }: Misplaced): Fix[] {
  const { entries } = task.block;
  const now = misplaced(entries).length;
  const helps = (changed: (each: Entry) => Entry | undefined): boolean => misplaced(entries.flatMap((each) => changed(each) ?? [])).length < now;
  const fix = (title: string, edit: TextEdit): Fix => ({ title, edits: [{ uri: task.document.uri, edits: [edit] }] });
  const move = (moved: Entry, name: Step, to: Entry, other: Step): Fix[] => {
    const day = formatDay(to.date!);
    if (!helps((each) => (each === moved ? onDay(each, to.date) : each))) return [];
    return [fix(`Set “${name}” to ${day}, the date of “${other}”`, replaceSpan(task, moved.dateAt, day))];
  };
  const isRemovable = !holdsOthers(entries, entry) && helps((each) => (each === entry ? undefined : each));
  const removal = isRemovable ? [fix(`Remove this “${step}” entry`, removeEntry(task, entry))] : [];
  return preferFirst([...move(entry, step, prior, before), ...move(prior, before, entry, step), ...removal]);
}

/** The same entry, on another day. */
const onDay = (entry: Entry, date: Day | undefined): Entry => Object.create(entry, { date: { value: date } }) as Entry;

/** What each step comes after. The first of them that the job has is the one that counts. */
const after = [
  ['awarded', ['posted']],
  ['delivered', ['awarded', 'posted']],
  ['reviewed', ['delivered']],
  ['paid', ['delivered']],
] as const satisfies readonly (readonly [Step, readonly Step[]])[];

interface Misplaced {
  readonly entry: Entry;
  readonly step: Step;
  readonly prior: Entry;
  readonly before: Step;
}

/**
 * The steps that all come too early. A job can be awarded, delivered or paid more than once, so only that is a mistake for
 * certain: the last time of a step is before the first time of the one before it.
 */
function misplaced(entries: readonly Entry[]): Misplaced[] {
  return after.flatMap(([step, befores]) => {
    const entry = latestOf(stepsOf({ entries }, step));
    const before = befores.find((each) => stepsOf({ entries }, each).length > 0);
    const prior = before && earliestOf(stepsOf({ entries }, before));
    if (!entry || !prior || !isBefore(entry.date, prior.date)) return [];
    const isAdvance = step === 'paid' && isDeposit(entry, { awarded: latestOf(stepsOf({ entries }, 'awarded')), delivered: prior });
    return isAdvance ? [] : [{ entry, step, prior, before }];
  });
}
