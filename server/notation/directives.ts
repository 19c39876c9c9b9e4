/** `<!-- delegate-disable-next-line missing-owner -->` and its kin: comments that silence findings. */
import type { Range } from '../text.ts';
import type { LeafText } from './inline.ts';
import { Located } from './located.ts';

export const directiveKinds = ['disable-next-line', 'disable-line', 'disable-file', 'disable', 'enable'] as const;
type DirectiveKind = (typeof directiveKinds)[number];

export interface Directive {
  readonly kind: DirectiveKind;
  /** The rules that are meant; none means all. What stands behind `--` is a reason and is not read. */
  readonly codes: readonly Located<string>[];
  /** The comment from `<!--` to `-->`. */
  readonly range: Range;
}

const pattern = /^<!--\s*delegate-(disable-next-line|disable-line|disable-file|disable|enable)(?!-?\w)/;

/** The directive in a comment of a leaf, `undefined` for any other comment. */
export function readDirective(leaf: LeafText, start: number, end: number): Directive | undefined {
  const comment = leaf.text.slice(start, end);
  const match = pattern.exec(comment);
  if (!match) return undefined;
  const codes: Located<string>[] = [];
  const body = comment.slice(0, -3);
  // In a quote each line of a comment begins with its mark.
  const word = /[^\s,>]+/g;
  word.lastIndex = match[0].length;
  for (let found = word.exec(body); found; found = word.exec(body)) {
    if (found[0].startsWith('--') || found[0] === ':') break;
    const code = found[0].replace(/:$/, '');
    const { line, start: column } = leaf.locate(start + found.index);
    codes.push(new Located(code, line, column, column + code.length));
    if (code !== found[0]) break;
  }
  return { kind: match[1] as DirectiveKind, codes, range: leaf.range(start, end) };
}
