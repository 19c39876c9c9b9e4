import type { Document } from '../notation/document.ts';
import { fieldOf } from '../notation/blocks.ts';
import { isPlaceholder } from '../notation/fields.ts';
import type { Mention } from '../notation/inline.ts';
import { setField } from '../notation/write.ts';
import { isKnown } from '../model/roster.ts';
import { addToTeam, handleFor, isName, nameFor, nearestPeople } from '../model/team.ts';
import { type Span, toRange } from '../text.ts';
import { merged, preferFirst } from './edits.ts';
import { type Context, type Fix, type Passage, type Report, rule } from './rule.ts';
import { quoted, short } from './wording.ts';

export const unknownPerson = rule({
  code: 'unknown-person',
  level: 'warning',
  isLocal: true,
  needsAll: true,
  summary: 'A person who is not in the team',
  why: 'Who is asked, who is told and how much somebody carries all hang on the handle. One letter amiss and the work belongs to nobody, without anybody seeing it.',
  bad: `
---
team:
  maria: { name: Maria Silva }
  jon: { name: Jon Park }
---

## Send client invoices (recurring)

- Owner: @mraia
         ^^^^^^
- Backup: @jon
- Cadence: every month on the last workday
- Process: below

1. Take the hours from the time sheets.
2. Write one invoice per client.
3. List what is still unpaid.
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

1. Take the hours from the time sheets.
2. Write one invoice per client, and ask @jon where a rate is unclear.
3. List what is still unpaid.
`,
  /** Everybody who is mentioned with an @: in fields, entries, bids and prose. */
  *checkSection({ section }, { folder: { roster } }) {
    // Where no note has a team yet there is nothing to be missing from; only the owners and backups are told to begin one.
    // Where a team could not be read, that is the one thing to say.
    if (roster.people.size === 0 || roster.isPartial) return;
    for (const { handle, at } of section.mentions) if (!isKnown(roster, handle)) yield unknownMention(handle, at);
  },
  *checkTask({ block }, { folder: { roster } }) {
    for (const name of block.kind === 'recurring' ? (['Owner', 'Backup'] as const) : (['Owner'] as const)) {
      const field = fieldOf(block, name);
      const mention = name === 'Owner' ? block.owner : block.backup;
      if (mention) {
        if (roster.people.size === 0 && !roster.isPartial && !isKnown(roster, mention.handle)) yield withoutTeam(mention);
      } else if (field && !isPlaceholder(field.value)) {
        yield withoutSign(name, field.value, field.valueAt);
      }
    }
  },
});

function unknownMention(handle: string, at: Span): Report<Passage> {
  return {
    at,
    message: `@${short(handle)} is nobody in the team, so this reaches no one. Correct the handle, or add them to the team.`,
    fixes: ({ document, firstLine }, { folder }) => {
      const meant = nearestPeople(folder.roster, handle).map((near): Fix => ({
        title: `Change to @${near}`,
        edits: [{ uri: document.uri, edits: [{ range: toRange(at, firstLine), newText: `@${near}` }] }],
      }));
      return preferFirst([...meant, ...joining(document, folder, handle)]);
    },
  };
}

function withoutTeam({ handle, at }: Mention): Report {
  return {
    at,
    message: `No note here has a team yet, so nothing is known of @${short(handle)}. Begin one in the front matter, with a line for each person.`,
    fixes: ({ document }, { folder }) => preferFirst(joining(document, folder, handle)),
  };
}

function joining(document: Document, folder: Context['folder'], handle: string): Fix[] {
  const joined = addToTeam(folder, document, handle, nameFor(handle));
  return joined ? [{ title: `Add @${handle} to the team`, edits: [joined] }] : [];
}

/** `Owner: Maria Silva`, `Owner: maria` */
function withoutSign(name: 'Owner' | 'Backup', value: string, at: Span): Report {
  return {
    at,
    message: `${quoted(value)} is no handle, so nobody can be asked. Write whom you mean with an @: - ${name}: @handle`,
    fixes: (task, { folder }) => {
      const meant = nearestPeople(folder.roster, value).map((near): Fix => ({
        title: `Change to @${near}`,
        edits: [{ uri: task.document.uri, edits: [setField(task, name, `@${near}`)] }],
      }));
      const handle = isName(value) ? handleFor(value, folder.roster) : undefined;
      const joined = handle && addToTeam(folder, task.document, handle, /[A-Z ]/.test(value) ? value : nameFor(value));
      if (!joined) return preferFirst(meant);
      const edits = merged({ uri: task.document.uri, edits: [setField(task, name, `@${handle}`)] }, joined);
      return preferFirst([...meant, { title: `Add @${handle} to the team`, edits }]);
    },
  };
}
