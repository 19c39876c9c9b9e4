import { entriesOf } from '../model/archives.ts';
import { convertToRecurring } from '../model/changes/convertToRecurring.ts';
import { type Explaining, exceedsDoing, explainingLately, explainingOfJobs, jobsToldTogether, totalOf } from '../model/explaining.ts';
import { processOf } from '../model/processes.ts';
import { isSameTask } from '../model/repeats/repeats.ts';
import type { Member, Roster } from '../model/roster.ts';
import { formatAmount } from '../notation/amounts.ts';
import type { Task } from '../notation/document.ts';
import { formatDuration } from '../notation/durations.ts';
import { addKey, plainOrQuoted } from '../notation/writeHeader.ts';
import { creating } from './creating.ts';
import { preferFirst } from './edits.ts';
import { type Context, type Fix, rule } from './rule.ts';
import { called, personLabel } from './wording.ts';

/** Of more jobs than that, only the sum is told. */
const mostParts = 5;

/** People of whom one is proposed as the one who delegates. */
const mostDelegators = 3;

export const explainingExceedsDoing = rule({
  code: 'explaining-exceeds-doing',
  level: 'warning',
  summary: 'Work that has been explained for as long as it takes to do',
  why: 'Explaining is the part of a job that nobody pays for and nobody sees. When it reaches the time that doing it takes, one could have done it oneself; written down once, or with an owner who learns, it costs nothing the next time. The time is that of `explained` in the entries. It is held against what doing is logged to take, else against the estimate: for a job and its repeats together, against doing it once; for a recurring function, against its last three runs.',
  bad: `
---
currency: EUR
delegator: nora
team:
  nora: { name: Nora Keane, rate: 60 }
  lin: { name: Lin Chen, time: contract }
---

## Photos of the showroom (one-off)
   ^^^^^^^^^^^^^^^^^^^^^^

- Budget: 300 EUR
- Due: 2026-10-09
- Estimate: 2h

Six pictures with daylight, for the map entry and the home page.

- 2026-09-14 posted explained 1h 20m
- 2026-09-17 awarded @lin 290 EUR explained 50m
- 2026-10-01 delivered
- 2026-10-05 reviewed 5/5: Soft shadows this time.
`,
  good: `
---
currency: EUR
delegator: nora
team:
  nora: { name: Nora Keane, rate: 60 }
  lin: { name: Lin Chen, time: contract }
---

## Photos of the showroom (one-off)

- Budget: 300 EUR
- Due: 2026-10-09
- Process: [Photos](processes/photos.md)
- Estimate: 2h

Six pictures with daylight, for the map entry and the home page.

- 2026-09-14 posted explained 20m
- 2026-09-17 awarded @lin 290 EUR
- 2026-10-01 delivered
- 2026-10-05 reviewed 5/5: Soft shadows this time.

--- processes/photos.md
# Photos

1. Move the cars from the front yard.
2. Take the pictures before ten, when the sun is behind the house.
3. Deliver JPEG, 2400 px.
`,
  *checkTask(task, context) {
    const { block } = task;
    const message = block.kind === 'one-off' ? aboutJobs(task, context) : aboutFunction(task, context);
    if (message !== undefined) yield { at: block.titleAt, message, fixes: fixesOf };
  },
});

/** Said once, at the latest of them; one with a written process needs to hear no more. */
function aboutJobs(task: Task, { folder }: Context): string | undefined {
  const jobs = jobsToldTogether(task, folder);
  const latest = jobs.at(-1);
  if (!latest || !isSameTask(latest, task) || task.block.process) return undefined;
  const explaining = explainingOfJobs(jobs);
  if (!explaining || !exceedsDoing(explaining)) return undefined;
  const { doing, isLogged } = explaining;
  const before = jobs.length - 1;
  const subject = before === 0 ? `${called(task.block)} was` : `${called(task.block)} and the ${before === 1 ? 'job' : `${before} jobs`} like it were`;
  const against = isLogged ? `and doing it ${before === 0 ? 'took' : 'once takes'} ${formatDuration(doing)} by the log` : `against an estimate of ${formatDuration(doing)} for doing it${before === 0 ? '' : ' once'}`;
  const advice = before === 0 ? 'Write down how it is done, for the next time.' : 'Make it a recurring function with a process.';
  return `${subject} explained for ${cost(explaining, folder.roster)}, ${against}. ${advice}${hint(folder.roster)}`;
}

/** Without a process that is what is missing, and nobody explains to themselves. */
function aboutFunction(task: Task, { folder, today }: Context): string | undefined {
  const { block } = task;
  if (block.owner && block.owner.handle === folder.roster.delegator?.value) return undefined;
  const explaining = explainingLately(block, entriesOf(task, folder), today);
  if (!explaining || !exceedsDoing(explaining) || processOf(task, folder).kind === 'none') return undefined;
  const against = explaining.isLogged ? `which took ${formatDuration(explaining.doing)} to do` : `with an estimate of ${formatDuration(explaining.doing)} for doing them`;
  return `${called(block)} was explained for ${cost(explaining, folder.roster)} in its last 3 runs, ${against}. Put the answers to what is asked each time into its process.${hint(folder.roster)}`;
}

/** `3h 20m in all (1h 35m + 1h 45m, 200 EUR)` */
function cost(explaining: Explaining, { people, delegator, currency }: Roster): string {
  const total = totalOf(explaining);
  const parts = explaining.explained.filter((minutes) => minutes > 0);
  const rate = delegator && people.get(delegator.value)?.rate;
  const details = [
    ...(parts.length > 1 && parts.length <= mostParts ? [parts.map(formatDuration).join(' + ')] : []),
    ...(rate !== undefined && currency !== undefined ? [formatAmount({ value: Math.round((total / 60) * rate), currency })] : []),
  ];
  return `${formatDuration(total)}${parts.length > 1 ? ' in all' : ''}${details.length > 0 ? ` (${details.join(', ')})` : ''}`;
}

const hint = ({ delegator }: Roster): string => (delegator ? '' : ' With the handle of whoever explains as delegator in the front matter, this is told in money, too.');

function fixesOf(task: Task, context: Context): Fix[] {
  if (task.block.kind === 'recurring') return namingDelegator(context);
  const isRepeated = jobsToldTogether(task, context.folder).length > 1;
  const change = isRepeated ? convertToRecurring(task, context.folder) : undefined;
  const fixes = change ? [{ title: 'Convert to a recurring function', ...change }] : creating(task, context);
  return preferFirst([...fixes, ...namingDelegator(context)]);
}

/** Whoever founded it most likely delegates; a contractor does not. */
function namingDelegator({ folder }: Context): Fix[] {
  const { delegator, people } = folder.roster;
  if (delegator) return [];
  const rank = ({ role = '' }: Member): number => (/founder|owner|director|head|chief|boss|ceo/i.test(role) ? 0 : 1);
  const likely = [...people.values()].filter(({ rate, time }) => rate !== undefined && time !== 'contract').sort((a, b) => rank(a) - rank(b));
  return likely.slice(0, mostDelegators).flatMap((person): Fix[] => {
    const document = folder.documents.get(person.uri);
    if (!document || document.header.frontMatter.problems.length > 0) return [];
    return [{ title: `Name ${personLabel(person)} as the one who delegates`, edits: [{ uri: person.uri, edits: [addKey(document, [`delegator: ${plainOrQuoted(person.handle)}`])] }] }];
  });
}
