import type { Task } from '../notation/document.ts';
import { addSteps, isTemplate, outlineSteps } from '../model/processText.ts';
import { isStub, linkPath, processOf } from '../model/processes.ts';
import type { Range } from '../text.ts';
import { foldTitle } from '../model/titles.ts';
import { preferFirst } from './edits.ts';
import { type Context, type Fix, rule } from './rule.ts';
import { calledWithin, quoted, short } from './wording.ts';

export const emptyProcess = rule({
  code: 'empty-process',
  level: 'warning',
  summary: 'A process of under three steps and under thirty words',
  why: 'A document that says “ask Maria” keeps the work with Maria. A process is written when somebody who has never done the work can do it from the page.',
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
- Process: [Invoicing](processes/invoicing.md)
                       ^^^^^^^^^^^^^^^^^^^^^^

--- processes/invoicing.md
# Invoicing

Ask Maria, she knows.
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

--- processes/invoicing.md
# Invoicing

1. Take the hours from the time sheets.
2. Write one invoice per client.
3. List what is still unpaid.
`,
  checkTask(task, { folder }) {
    const state = processOf(task, folder);
    if (state.kind !== 'below' && state.kind !== 'found') return undefined;
    const { kind, process, titleAt } = task.block;
    // The numbered list of a one-off is part of its brief, unless the job says that it is its process.
    if (kind === 'one-off' && !process) return undefined;
    if (!isStub(task, state)) return undefined;
    return [{
      at: process?.at ?? titleAt,
      message: `${state.kind === 'below' ? 'The list below' : documentName(state.passage.title, task.block.title)} hardly says how ${calledWithin(task.block)} is done, so it is explained anew each time. Write the steps down, three or more.`,
      related: state.kind === 'found' ? [{ uri: state.document.uri, range: lineRange(state.passage.line), message: 'The process is here.' }] : [],
      fixes: outline,
    }];
  },
});

/** What is called as the task itself is not told apart from it by its title. */
const documentName = (title: string, taskTitle: string): string => (title === '' || foldTitle(title) === foldTitle(taskTitle) ? 'The process document' : quoted(title));

function outline(task: Task, { folder }: Context): Fix[] {
  const state = processOf(task, folder);
  const { uri } = state.kind === 'found' ? state.document : task.document;
  // In a template the outline is there already; what it wants is its words.
  const edit = isTemplate(task, state) ? undefined : addSteps(task, state, outlineSteps(task, folder, uri));
  if (!edit) return [];
  const place = edit.uri === task.document.uri ? '' : ` in ${short(linkPath(task.document.uri, edit.uri))}`;
  return preferFirst([{ title: `Insert an outline${place}`, edits: [edit] }]);
}

const lineRange = (line: number): Range => ({ start: { line, character: 0 }, end: { line, character: 0 } });
