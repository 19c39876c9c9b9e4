/** The hovers on the notation's own words: what a field means, and what a rule is for. */
import type { NoteContext } from '../../context.ts';
import type { FieldKey, Kind } from '../../notation/keys.ts';
import { rules } from '../../rules/index.ts';
import { code, lines, type Part, strong, withCode } from './content.ts';

export function fieldHover({ name, kinds, example, meaning }: FieldKey, kind: Kind): Part[] {
  const foreign = (kinds as readonly Kind[]).includes(kind) ? [] : [lines([`A ${kinds.join(' or ')} task has this field. In a ${kind} one it means nothing.`])];
  return [lines([strong(name)], withCode(meaning)), lines(['As in ', code(`${name}: ${example}`)]), ...foreign];
}

/** `undefined` for a code that no rule has. */
export function ruleHover(ruleCode: string, { document }: NoteContext): Part[] | undefined {
  const found = rules.find((each) => each.code === ruleCode);
  if (!found) return undefined;
  const level = document.header.rules.get(ruleCode)?.value;
  const levels = level !== undefined && level !== found.level ? `${found.level} by default, ${level} in this note` : `${found.level} by default`;
  return [lines([strong(found.code), ` · ${levels}`], withCode(`${found.summary}.`)), ...(found.why === '' ? [] : [lines(withCode(found.why))])];
}
