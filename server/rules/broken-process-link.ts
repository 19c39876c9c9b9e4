import { spanText, type Task } from '../notation/document.ts';
import type { ProcessReference } from '../notation/process.ts';
import { replaceSpan } from '../notation/write.ts';
import { byTitle, nearest } from '../model/likeness.ts';
import { linkedDocument } from '../model/changes/process.ts';
import { addPassage, headingFor } from '../model/processText.ts';
import { isOfMachine, linkPath, processOf, type ProcessState } from '../model/processes.ts';
import type { Folder } from '../model/workspace.ts';
import { preferFirst } from './edits.ts';
import { type Fix, rule } from './rule.ts';
import { calledWithin, quoted, short } from './wording.ts';

type Broken = Extract<ProcessState, { kind: 'broken' | 'outside' }>;

export const brokenProcessLink = rule({
  code: 'broken-process-link',
  level: 'warning',
  summary: 'A link to a process that is not there',
  why: 'Whoever stands in for the owner follows this link first. When it leads nowhere, the process may as well not be written.',
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
- Process: [Invoicing](processes/month-end.md#invoicing)

--- processes/month-end.md
# Month end

## Invoicing

1. Take the hours from the time sheets.
2. Write one invoice per client.
3. List what is still unpaid.
`,
  *checkTask(task, { folder }) {
    const { process } = task.block;
    if (process?.kind === 'document' && process.isSpaced) {
      const written = spanText(task.section, process.at);
      yield {
        at: process.at,
        message: `A link ends at its first space, so ${quoted(written)} opens nothing. Write each space as %20.`,
        fixes: (each) => preferFirst([{ title: 'Encode the spaces', edits: [{ uri: each.document.uri, edits: [replaceSpan(each, process.at, written.replace(/\s/g, '%20'))] }] }]),
      };
      return;
    }
    const state = processOf(task, folder);
    if (state.kind !== 'broken' && state.kind !== 'outside') return;
    yield {
      at: process!.at,
      message: wording(task, state),
      fixes: (each, context) => {
        const now = processOf(each, context.folder);
        return now.kind === 'broken' || now.kind === 'outside' ? preferFirst(mending(each, now, context.folder)) : [];
      },
    };
  },
});

function wording({ document, block }: Task, state: Broken): string {
  const path = block.process?.kind === 'document' ? quoted(block.process.path) : '';
  const harm = `so nobody finds how ${calledWithin(block)} is done`;
  if (state.kind === 'outside' && block.process?.kind === 'document' && isOfMachine(block.process.path)) return `${path} is a path of one machine, and leads nowhere on any other. Keep the process in the folder, where everybody who has the notes has it too.`;
  if (state.kind === 'outside') return `${path} lies outside of the workspace folder and is not opened. Keep the process in the folder, where everybody who has the notes has it too.`;
  if (state.missing === 'heading') {
    const place = state.document === document ? 'This note' : path;
    return `${place} has no heading ${quoted(`#${state.anchor}`)}, ${harm}. Correct the link, or add the heading.`;
  }
  if (state.missing === 'directory') return `${path} is a folder, ${harm}. Link the document itself.`;
  return `${path} is not there, ${harm}. Create it, or correct the link.`;
}

function mending(task: Task, state: Broken, folder: Folder): Fix[] {
  const process = task.block.process as Extract<ProcessReference, { kind: 'document' | 'heading' }>;
  const to = (target: string): Fix => ({ title: `Change to ${short(target)}`, edits: [{ uri: task.document.uri, edits: [replaceSpan(task, process.at, target)] }] });
  if (state.kind === 'broken' && state.missing === 'heading') {
    const path = process.kind === 'document' ? linkPath(task.document.uri, state.uri) : '';
    const near = nearest(state.anchor, folder.outline(state.document).headings.map((heading) => heading.slug));
    const heading = headingFor(state.anchor);
    return [
      ...near.map((anchor) => to(`${path}#${anchor}`)),
      ...(path === '' ? [] : [to(path)]),
      // In the note itself a further heading might end up inside a task.
      ...(path === '' || heading === undefined ? [] : [{ title: `Add the heading ${quoted(heading)} to ${short(path)}`, edits: [addPassage(state.document, heading)] }]),
    ];
  }
  const { anchor, title } = process as Extract<ProcessReference, { kind: 'document' }>;
  const others = elsewhere(state, title, folder).map((uri) => to(`${linkPath(task.document.uri, uri)}${anchor === undefined ? '' : `#${anchor}`}`));
  return [...others, ...making(task, state, folder)];
}

/** Documents that the link may mean: those of the directory, or those with the same or nearly the same name. */
function elsewhere(state: Broken, title: string, folder: Folder): string[] {
  const known = [...folder.files.values(), ...folder.documents.values()].filter((file) => typeof file === 'object');
  if (state.kind === 'broken' && state.missing === 'directory') {
    const within = known.filter(({ uri }) => uri.startsWith(`${state.uri.replace(/\/+$/, '')}/`));
    return byTitle(title, within.map(({ uri }) => ({ uri, title: baseName(uri) })), 3).map(({ uri }) => uri);
  }
  const wanted = baseName(state.uri);
  const names = new Set(nearest(wanted, new Set(known.map(({ uri }) => baseName(uri)))));
  return [...names].flatMap((name) => known.filter(({ uri }) => baseName(uri) === name).map(({ uri }) => uri)).slice(0, 3);
}

const baseName = (uri: string): string => uri.slice(uri.lastIndexOf('/') + 1).replace(/\.\w+$/, '');

function making(task: Task, state: Broken, folder: Folder): Fix[] {
  const create = linkedDocument(task, state, folder);
  return create ? [{ title: `Create ${short(linkPath(task.document.uri, create.uri))} from a template`, create }] : [];
}
