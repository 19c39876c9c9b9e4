import { type Member, saysTheSame } from '../model/roster.ts';
import type { Folder } from '../model/workspace.ts';
import type { Document } from '../notation/document.ts';
import { personKeys } from '../notation/header.ts';
import { definePerson, personText, removePerson } from '../notation/writePerson.ts';
import { toRange } from '../text.ts';
import { type Fix, rule } from './rule.ts';
import { fileName, short } from './wording.ts';

export const duplicatePerson = rule({
  code: 'duplicate-person',
  level: 'warning',
  summary: 'A person defined in two notes, not the same way',
  why: 'The team is joined over all notes of a folder, and only one definition of a handle can count. With two that differ, hours, absences and a last day hold or do not hold by the name of a file.',
  bad: `
---
team:
  maria: { name: Maria Silva, hours: 20 }
  ^^^^^
  jon: { name: Jon Park }
---

--- studio.delegate.md
---
rules: { duplicate-person: off }
team:
  maria: { name: Maria Silva, hours: 30 }
---
`,
  good: `
---
team:
  maria: { name: Maria Silva, hours: 20 }
  jon: { name: Jon Park }
---

--- studio.delegate.md
---
team:
  maria: { name: Maria Silva, hours: 20 }
  lin: { name: Lin Chen }
---
`,
  *checkDocument(document, { folder }) {
    for (const { handle, at } of document.header.team) {
      const others = othersOf(document, handle, folder);
      if (others.length === 0) continue;
      yield {
        at,
        message: messageOf(document, handle, others, folder),
        related: others.map((other) => ({ uri: other.uri, range: toRange(other.at), message: `The other definition of @${short(handle)}` })),
        fixes: (now, context) => fixesOf(now, handle, context.folder),
      };
    }
  },
});

/** Of very many definitions, so many are named. */
const most = 5;

/** The definitions that are at odds with a note's own: with the one that counts, which is the first, or else with all others. */
function othersOf(document: Document, handle: string, folder: Folder): Member[] {
  const members = folder.roster.conflicts.get(handle);
  const own = members?.find(({ uri }) => uri === document.uri);
  if (!members || !own) return [];
  if (own !== members[0]) return saysTheSame(own, members[0]!) ? [] : [members[0]!];
  const others: Member[] = [];
  for (const member of members) {
    if (others.length === most) break;
    if (!saysTheSame(member, own)) others.push(member);
  }
  return others;
}

function messageOf(document: Document, handle: string, others: readonly Member[], folder: Folder): string {
  const [other] = others as [Member];
  const own = folder.roster.conflicts.get(handle)!.find(({ uri }) => uri === document.uri)!;
  const different = personKeys.filter((key) => JSON.stringify(own[key]) !== JSON.stringify(other[key]));
  const counts = folder.roster.people.get(handle)!.uri === document.uri ? 'the one here counts' : 'that one counts';
  const differ = different.length === 1 ? 'differs' : 'differ';
  return `@${short(handle)} is also defined in ${fileName(other.uri, folder)}, where ${listed(different)} ${differ}, and ${counts}. Keep one of the two.`;
}

const listed = (words: readonly string[]): string => words.join(', ').replace(/, ([^,]*)$/, ' and $1');

function fixesOf(document: Document, handle: string, folder: Folder): Fix[] {
  const others = othersOf(document, handle, folder);
  const [other] = others;
  const holder = other && folder.documents.get(other.uri);
  if (!holder) return [];
  const fixes: Fix[] = [];
  const add = (title: string, edit: ReturnType<typeof removePerson>): void => {
    if (edit) fixes.push({ title, edits: [{ uri: document.uri, edits: [edit] }] });
  };
  const text = others.length === 1 ? personText(holder, handle) : undefined;
  if (text !== undefined) add(`Define @${short(handle)} as ${fileName(holder.uri, folder)} does`, definePerson(document, handle, text));
  add(`Remove @${short(handle)} here, and keep ${fileName(holder.uri, folder)}`, removePerson(document, handle));
  return fixes;
}
