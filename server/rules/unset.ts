/** Fields that say nothing. */
import { type Block, fieldOf } from '../notation/blocks.ts';
import { meantFields } from '../model/fieldNames.ts';
import type { Folder } from '../model/workspace.ts';
import { type Field, isPlaceholder } from '../notation/fields.ts';
import { type FieldName, foldName } from '../notation/keys.ts';
import type { Span } from '../text.ts';

/**
 * Where a finding about a field that is missing points: at its value if that is a stand-in like “TBD”, else at the title.
 * `undefined` when the field says something, be it understood or not, or when another one was most likely meant as it:
 * other rules judge that.
 */
export function unsetAt(block: Block, name: FieldName, { roster }: Folder): Span | undefined {
  const field = fieldOf(block, name);
  if (field && !isPlaceholder(field.value)) return undefined;
  const isMeant = ({ key, name: typed, value }: Field): boolean => key === undefined && !isPlaceholder(value) && !roster.fields.has(foldName(typed)) && meantFields(typed, block.kind)[0] === name;
  if (!field && block.fields.some(isMeant)) return undefined;
  return field && field.value !== '' ? field.valueAt : block.titleAt;
}
