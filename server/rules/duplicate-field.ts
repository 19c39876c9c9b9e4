import type { Task } from '../notation/document.ts';
import { type Field, isPlaceholder } from '../notation/fields.ts';
import { fieldKey, type FieldName } from '../notation/keys.ts';
import { removeLines, valueRange } from '../notation/write.ts';
import { type TextEdit, toRange } from '../text.ts';
import { secondOwner, withoutSecond } from '../model/owners.ts';
import { type Fix, rule } from './rule.ts';
import { quoted, short } from './wording.ts';

export const duplicateField = rule({
  code: 'duplicate-field',
  level: 'warning',
  isLocal: true,
  summary: 'The same field twice in a task',
  why: 'Only the first of two fields counts. Whoever reads the other one believes in an owner, a cadence or a budget that does not hold.',
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
- Cadence: every month on the 30th
  ^^^^^^^

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
- Process: below

1. Write one invoice per client.
2. Send them.
3. Note what was sent.
`,
  *checkTask({ document, block, firstLine }) {
    const first = new Map<FieldName, Field>();
    const second = block.backup && secondOwner(block);
    if (second) {
      yield {
        at: second.at,
        message: `A function has one owner, and only @${short(block.owner!.handle)} counts: two owners each wait for the other. Keep one of them.`,
        fixes: (task) => [{ title: `Keep @${short(block.owner!.handle)} alone`, edits: [{ uri: task.document.uri, edits: [withoutSecond(task, second)] }], preferred: second.handle === block.backup!.handle }],
      };
    }
    for (const field of block.fields) {
      const { key } = field;
      // What a task of this kind does not read is unknown-field's matter.
      if (key === undefined || !fieldKey(key)!.kinds.includes(block.kind)) continue;
      const other = first.get(key);
      if (!other) {
        first.set(key, field);
        continue;
      }
      yield {
        at: field.nameAt,
        message: `“${key}” is here twice, and only the first one counts: ${other.value === '' ? 'the empty one' : quoted(other.value)}. Keep one of them.`,
        related: [{ uri: document.uri, range: toRange(other.nameAt, firstLine), message: `The first “${key}”` }],
        fixes: (task) => fixesOf(task, other, field),
      };
    }
  },
});

function fixesOf(task: Task, first: Field, field: Field): Fix[] {
  const fix = (title: string, edits: readonly TextEdit[], preferred = false, safe = preferred): Fix => ({ title, edits: [{ uri: task.document.uri, edits }], preferred, safe });
  const all = task.block.fields.filter(({ key }) => key === field.key);
  // Something else that hangs on a field would be lost with it.
  if (!all.every((each) => isAlone(task, each))) return [];
  const without = (fields: readonly Field[]): TextEdit[] => fields.map(({ line, endLine }) => removeLines(task, line, endLine));
  if (sameValue(first, field)) return [fix(`Remove the second “${field.key}”`, without([field]), true)];
  if (isPlaceholder(field.value)) return [fix(`Remove the ${field.value === '' ? 'empty' : 'unfilled'} “${field.key}”`, without([field]), true)];
  const keep = (kept: Field, preferred = false): Fix => fix(`Keep ${quoted(kept.value)}`, without(all.filter((each) => each !== kept)), preferred, preferred && all.length === 2);
  if (isPlaceholder(first.value)) return [keep(field, true)];
  if (field.key === 'Skills') {
    const merged = [...new Set(`${first.value},${field.value}`.split(/\s*[,;]\s*/).filter(Boolean))].join(', ');
    return [fix(`Merge into ${quoted(merged)}`, [{ range: valueRange(task, first), newText: merged }, ...without([field])], true)];
  }
  return [keep(first), keep(field)];
}

const sameValue = (one: Field, other: Field): boolean => one.value.toLowerCase().replace(/\s+/g, ' ') === other.value.toLowerCase().replace(/\s+/g, ' ');

/** Whether an item holds nothing but its field: no list, no further paragraph. */
function isAlone(task: Task, field: Field): boolean {
  return valueRange(task, field).end.line === task.firstLine + field.endLine - 1;
}
