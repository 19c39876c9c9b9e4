import { fieldOf } from '../notation/blocks.ts';
import type { Document, Task } from '../notation/document.ts';
import { isPlaceholder } from '../notation/fields.ts';
import { replaceSpan } from '../notation/write.ts';
import { archiveOf, type ArchiveState, placeAt } from '../model/archives.ts';
import { nearest } from '../model/likeness.ts';
import { archiveKey, linkPath } from '../model/processes.ts';
import type { Folder } from '../model/workspace.ts';
import { preferFirst } from './edits.ts';
import { type Fix, rule } from './rule.ts';
import { calledWithin, quoted, short } from './wording.ts';

export const brokenArchiveLink = rule({
  code: 'broken-archive-link',
  level: 'warning',
  kind: 'recurring',
  summary: 'A link to older entries that are not there',
  why: 'Entries that were moved out of a note count as if they still stood in it: how often it was done, how long it takes, what has been explained. When the link to them leads nowhere, all of that is reckoned from a part of the history and looks no different.',
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
- Starts: 2026-10-30
- Archive: [Older entries](studio.archive.md#send-client-invoice-recurring)
                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

1. Take the hours from the time sheets.
2. Write one invoice per client.
3. List what is still unpaid.

- 2026-10-30 @maria 1h 40m

--- studio.archive.md
# Older entries

## Send client invoices (recurring)

- 2025-10-31 @maria 2h: 14 invoices.
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
- Starts: 2026-10-30
- Archive: [Older entries](studio.archive.md#send-client-invoices-recurring)

1. Take the hours from the time sheets.
2. Write one invoice per client.
3. List what is still unpaid.

- 2026-10-30 @maria 1h 40m

--- studio.archive.md
# Older entries

## Send client invoices (recurring)

- 2025-10-31 @maria 2h: 14 invoices.
`,
  *checkTask(task, { folder }) {
    const { block } = task;
    const field = fieldOf(block, 'Archive');
    if (!field || isPlaceholder(field.value)) return;
    const message = trouble(task, folder);
    if (message === undefined) return;
    yield { at: block.archive?.at ?? field.valueAt, message, fixes: (each, context) => preferFirst(mending(each, context.folder)) };
  },
});

function trouble(task: Task, folder: Folder): string | undefined {
  const { block } = task;
  const harm = `so the older entries of ${calledWithin(block)} do not count`;
  if (!block.archive) return `${quoted(fieldOf(block, 'Archive')!.value)} is no link to a file, ${harm}. Link the heading that they stand under, as in [Older entries](studio.archive.md#invoices-recurring).`;
  const path = quoted(block.archive.path);
  const state = archiveOf(task, folder);
  switch (state.kind) {
    case 'outside':
      return `${path} lies outside of the workspace folder and is not opened, ${harm}. Keep them in the folder, where everybody who has the notes has them too.`;
    case 'note':
      return `${path} is a note, whose entries are those of its own tasks, ${harm}. Keep them in a file whose name does not end in “.delegate.md”.`;
    case 'file':
      return `${path} ${state.is === 'missing' ? 'is not there' : state.is === 'directory' ? 'is a folder' : 'cannot be read'}, ${harm}. Bring the file back, or correct the link.`;
    case 'heading':
      return `${path} has no heading ${quoted(`#${block.archive.anchor ?? ''}`)} of a recurring function, ${harm}. Correct the link.`;
    case 'found':
      return folder.links.holders(archiveKey(task, folder)!).length > 1
        ? `Another function links the same older entries as ${calledWithin(block)}, so that they count for both. Give each a heading of its own in ${path}.`
        : undefined;
    case 'none':
    case 'unknown':
      return undefined;
  }
}

function mending(task: Task, folder: Folder): Fix[] {
  const state = archiveOf(task, folder);
  const { archive } = task.block;
  return targets(task, state, folder).map((target) => ({ title: `Change to ${short(target)}`, edits: [{ uri: task.document.uri, edits: [replaceSpan(task, archive!.at, target)] }] }));
}

/** What the link may mean: the nearest function of the file, or the same heading in the nearest file; one that nobody links yet. */
function targets({ block: { archive }, document }: Task, state: ArchiveState, folder: Folder): string[] {
  const isFree = (file: Document, anchor: string): boolean => {
    const line = folder.outline(file).bySlug.get(anchor)?.line;
    return line !== undefined && placeAt(file, line) !== undefined && folder.links.holders(`${file.uri}#${anchor}`).length === 0;
  };
  const anchor = archive?.anchor?.toLowerCase() ?? '';
  if (state.kind === 'heading') {
    const slugs = folder.outline(state.document).headings.map(({ slug }) => slug);
    const path = linkPath(document.uri, state.document.uri);
    return nearest(anchor, slugs.filter((slug) => isFree(state.document, slug))).map((slug) => `${path}#${slug}`);
  }
  if (state.kind !== 'file') return [];
  const others = [...folder.files.values()].filter((file) => typeof file === 'object').filter((file) => isFree(file, anchor));
  return nearest(archive!.path, others.map(({ uri }) => linkPath(document.uri, uri))).map((path) => `${path}#${anchor}`);
}
