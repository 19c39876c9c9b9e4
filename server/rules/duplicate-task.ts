import { cancel } from '../model/changes/jobEntries.ts';
import { foldTitle } from '../model/titles.ts';
import type { Folder } from '../model/workspace.ts';
import { formatDay, yearMonthDay } from '../notation/dates.ts';
import type { Task } from '../notation/document.ts';
import { replaceSpan } from '../notation/write.ts';
import { toRange } from '../text.ts';
import { type Context, type Fix, type Related, rule } from './rule.ts';
import { called, fileName, quoted } from './wording.ts';

/** Of many that share a title, so many are named. */
const most = 5;

export const duplicateTask = rule({
  code: 'duplicate-task',
  level: 'warning',
  summary: 'Two tasks with the same title',
  why: 'A task is known by its title: in the agenda, in reports, in “Same as”. Of two recurring functions with one title nobody can tell whose run was logged; of two open jobs with one title, one was most likely posted twice.',
  bad: `
---
team:
  maria: { name: Maria Silva }
  jon: { name: Jon Park }
---

## Send client invoices (recurring)
   ^^^^^^^^^^^^^^^^^^^^

- Owner: @maria
- Backup: @jon
- Cadence: every month on the last workday
- Process: [Invoicing](processes/invoicing.md)

--- archive.delegate.md
---
rules: { duplicate-task: off }
---

## Send client invoices (recurring)

- Owner: @jon
- Backup: @maria
- Cadence: quarterly
- Process: [Invoicing](processes/invoicing.md)

--- processes/invoicing.md
# Invoicing

1. Write one invoice per client.
2. Send them.
3. Note what was sent.
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
- Process: [Invoicing](processes/invoicing.md)

## Send client reminders (recurring)

- Owner: @jon
- Backup: @maria
- Cadence: quarterly
- Process: [Invoicing](processes/invoicing.md)

--- processes/invoicing.md
# Invoicing

1. Write one invoice per client.
2. Send them.
3. Note what was sent.
`,
  *checkTask(task, { folder }) {
    const twins = folder.titles.twinsOf(task, most);
    if (twins.length === 0) return;
    const { block } = task;
    yield { at: block.titleAt, message: messageOf(task, twins[0]!, folder), related: twins.map(relatedOf), fixes: fixesOf };
  },
});

function messageOf(task: Task, twin: Task, folder: Folder): string {
  const { block, document } = task;
  const place = twin.document.uri === document.uri ? `line ${lineOf(twin) + 1}` : fileName(twin.document.uri, folder);
  return block.kind === 'recurring'
    ? `${called(block)} is also the title of the function in ${place}, so nobody can tell which of the two is meant. Give one of them another title.`
    : `${called(block)} is posted a second time in ${place}, and both are open: two people may end up doing one job. Cancel one, or give it another title.`;
}

const lineOf = ({ firstLine, block }: Task): number => firstLine + block.titleAt.line;

const relatedOf = (twin: Task): Related => ({ uri: twin.document.uri, range: toRange(twin.block.titleAt, twin.firstLine), message: `The other ${quoted(twin.block.title)}` });

function fixesOf(task: Task, { folder, today }: Context): Fix[] {
  const { document, block } = task;
  const fixes = newTitles(task, folder).map((title): Fix => ({
    title: `Rename to ${quoted(title)}`,
    edits: [{ uri: document.uri, edits: [replaceSpan(task, block.titleAt, title)] }],
  }));
  if (block.kind === 'one-off' && today !== undefined) {
    fixes.unshift({ title: 'Cancel this one', edits: [cancel(task, today, { note: 'posted twice' })] });
  }
  return fixes;
}

/** Titles that nobody has: with what tells the task apart (its file, its year or month), and with a number. */
function newTitles(task: Task, folder: Folder): string[] {
  const { block, document } = task;
  const isFree = (title: string): boolean => !folder.titles.has(foldTitle(title));
  const suffixes: string[] = [];
  const twins = folder.titles.twinsOf(task, most);
  if (twins.every((twin) => twin.document.uri !== document.uri)) suffixes.push(nameOf(document.uri, folder));
  const day = block.kind === 'one-off' ? (block.due?.value ?? block.entries.find(({ date }) => date !== undefined)?.date) : block.starts?.value;
  if (day !== undefined) suffixes.push(String(yearMonthDay(day).year), formatDay(day).slice(0, 7));
  const titles = suffixes.filter(Boolean).map((suffix) => `${block.title}, ${suffix}`).filter(isFree).slice(0, 1);
  let number = 2;
  while (!isFree(`${block.title} ${number}`)) number++;
  return [...titles, `${block.title} ${number}`];
}

/** A note's name as words: `clients-north.delegate.md` is `clients north`. */
function nameOf(uri: string, folder: Folder): string {
  const name = fileName(uri, folder).split('/').at(-1)!.replace(/\.delegate\.md$/i, '');
  return /^[\p{L}\p{N}._ -]{1,40}$/u.test(name) ? name.replace(/[._-]+/g, ' ').trim() : '';
}
