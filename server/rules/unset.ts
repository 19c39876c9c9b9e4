/** Fields that say nothing. */
import { type Block, fieldOf } from '../notation/blocks.ts';
import { isPlaceholder } from '../notation/fields.ts';
import type { FieldName } from '../notation/keys.ts';
import type { Span } from '../text.ts';

/**
 * Where a finding about a field that is missing points: at its value if that is a stand-in like “TBD”, else at the title.
 * `undefined` when the field says something, be it understood or not: other rules judge what.
 */
export function unsetAt(block: Block, name: FieldName): Span | undefined {
  const field = fieldOf(block, name);
  if (field && !isPlaceholder(field.value)) return undefined;
  return field && field.value !== '' ? field.valueAt : block.titleAt;
}
