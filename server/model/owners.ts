/** One who is named as a second owner. A function has one, and only the first one counts. */
import { type Block, fieldOf } from '../notation/blocks.ts';
import type { Task } from '../notation/document.ts';
import { Mention, mentionsIn } from '../notation/inline.ts';
import { between, type TextEdit } from '../text.ts';

/** `@maria and @jon`, `@maria, @jon`; not `@maria, as long as @jon is away`. */
export function secondOwner(block: Block): Mention | undefined {
  const field = block.kind === 'recurring' ? fieldOf(block, 'Owner') : undefined;
  const [first, second] = field ? [...mentionsIn(field.value)] : [];
  if (!field || !first || !second || !/^\s*(?:[,;&+/]\s*)?(?:and|or|with)?\s*$/i.test(field.value.slice(first[1], second[0]))) return undefined;
  const at = field.partAt(...second);
  const mention = new Mention(field.value.slice(second[0] + 1, second[1]), at.line, at.start);
  return mention.handle === block.owner?.handle ? undefined : mention;
}

/** Takes the second owner out, with what joins the two. */
export function withoutSecond({ firstLine, block }: Task, second: Mention): TextEdit {
  const { line, end } = block.owner!.at;
  return { range: between({ line, start: end, end }, second.at, firstLine), newText: '' };
}
