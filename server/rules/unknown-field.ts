import { meantFields } from '../model/fieldNames.ts';
import { nearest } from '../model/likeness.ts';
import type { Document, Task } from '../notation/document.ts';
import type { Field } from '../notation/fields.ts';
import type { UnknownKey } from '../notation/header.ts';
import { fieldKey, foldName, type Kind } from '../notation/keys.ts';
import { replaceSpan } from '../notation/write.ts';
import { allowField } from '../notation/writeFields.ts';
import { toRange } from '../text.ts';
import { type Fix, rule } from './rule.ts';
import { quoted } from './wording.ts';

export const unknownField = rule({
  code: 'unknown-field',
  level: 'info',
  isLocal: true,
  needsAll: true,
  summary: 'A field that the notation does not have',
  why: 'A field with a slip in its name looks right and is read by nobody: the owner, the cadence or the budget that it holds counts as missing.',
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
- Client portal: billing.example.com
  ^^^^^^^^^^^^^

1. Write one invoice per client.
2. Send them.
3. Note what was sent.
`,
  good: `
---
fields: [Client portal]
team:
  maria: { name: Maria Silva }
  jon: { name: Jon Park }
---

## Send client invoices (recurring)

- Owner: @maria
- Backup: @jon
- Cadence: every month on the last workday
- Process: below
- Client portal: billing.example.com

1. Write one invoice per client.
2. Send them.
3. Note what was sent.
`,
  *checkTask({ block }, { folder }) {
    for (const field of block.fields) {
      if (isOf(field, block.kind) || folder.roster.fields.has(foldName(field.name))) continue;
      yield { at: field.nameAt, message: messageOf(field, block.kind), fixes: (task) => fixesOf(task, field) };
    }
  },
  *checkDocument({ header }, _context, codes) {
    for (const [name, { at }] of header.rules) {
      if (codes.includes(name)) continue;
      const [meant] = nearest(name, codes);
      const advice = meant === undefined ? 'Correct the name, or remove it.' : `Did you mean “${meant}”?`;
      const key = { name, at, free: codes.filter((code) => !header.rules.has(code)) };
      yield { at, message: `There is no rule called ${quoted(name)}, so its level does nothing. ${advice}`, fixes: (document) => keyFixes(document, key) };
    }
    for (const key of header.unknownKeys) {
      const [meant] = nearest(key.name, key.free);
      // Other tools have keys of their own; only what is nearly one of ours is likely a slip.
      if (meant === undefined) continue;
      yield {
        at: key.at,
        message: `${quoted(key.name)} is not a key that is read here, so what it says does not count. Did you mean “${meant}”?`,
        fixes: (document) => keyFixes(document, key),
      };
    }
  },
});

const isOf = ({ key, name }: Field, kind: Kind): boolean => key !== undefined && fieldKey(name)!.kinds.includes(kind);

const kindNames = { recurring: 'a recurring function', 'one-off': 'a one-off' } as const;

function messageOf(field: Field, kind: Kind): string {
  const here = kindNames[kind];
  if (field.key) return `“${field.key}” belongs to ${kindNames[kind === 'recurring' ? 'one-off' : 'recurring']}; in ${here} nothing reads it. Take it out, or change the kind in the heading.`;
  const [meant] = meantFields(field.name, kind);
  if (meant !== undefined) return `${here[0]!.toUpperCase()}${here.slice(1)} has no field ${quoted(field.name)}, so nothing reads it. Did you mean “${meant}”?`;
  return `${here[0]!.toUpperCase()}${here.slice(1)} has no field ${quoted(field.name)}, so nothing reads it. Correct its name, or allow it under \`fields\` in the front matter.`;
}

function fixesOf(task: Task, field: Field): Fix[] {
  const { document, block } = task;
  const present = new Set<string | undefined>(block.fields.map(({ key }) => key));
  const meant = meantFields(field.name, block.kind).filter((name) => !present.has(name));
  const fixes = meant.map((name, i): Fix => ({
    title: `Change to ${name}`,
    edits: [{ uri: document.uri, edits: [replaceSpan(task, field.nameAt, name)] }],
    preferred: i === 0,
  }));
  const allowed = allowField(document, field.name);
  if (allowed) fixes.push({ title: `Allow ${quoted(field.name)} in this folder’s notes`, edits: [{ uri: document.uri, edits: [allowed] }] });
  return fixes;
}

function keyFixes(document: Document, { name, at, free }: UnknownKey): Fix[] {
  return nearest(name, free).map((meant, i) => ({
    title: `Change to ${meant}`,
    edits: [{ uri: document.uri, edits: [{ range: toRange(at), newText: meant }] }],
    preferred: i === 0,
  }));
}
