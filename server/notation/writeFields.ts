/** Writing front matter: a field name of one's own is allowed. */
import { isScalar, isSeq, type Pair, type ParsedNode } from 'yaml';
import { span, type TextEdit, toRange } from '../text.ts';
import type { Document } from './document.ts';
import { lineText } from './markdown.ts';
import { addKey, lineBelow, plainOrQuoted } from './writeHeader.ts';

/** Adds a name to `fields:`; `undefined` where the front matter is broken, or written in a way that has no place for it. */
export function allowField(document: Document, name: string): TextEdit | undefined {
  const { frontMatter } = document.header;
  if (frontMatter.problems.length > 0) return undefined;
  const written = plainOrQuoted(name);
  const pair = frontMatter.root?.items.find(({ key }) => isScalar(key) && key.value === 'fields') as Pair<ParsedNode, ParsedNode | null> | undefined;
  if (!pair) return addKey(document, [`fields: [${written}]`]);
  const { key, value } = pair;
  const lines = document.sections[0]!;
  if (!value || (isScalar(value) && value.source === '')) {
    const at = frontMatter.locate(key);
    const colon = lineText(lines, at.line).indexOf(':', at.end) + 1;
    return colon > 0 ? { range: toRange(span(at.line, colon, colon)), newText: ` [${written}]` } : undefined;
  }
  const { line, start, end } = frontMatter.locate(value);
  const text = lineText(lines, line).slice(start, end);
  if (isScalar(value)) return { range: toRange(span(line, start, end)), newText: `[${text}, ${written}]` };
  const last = isSeq(value) ? (value.items[value.items.length - 1] as ParsedNode | undefined) : undefined;
  if (!isSeq(value)) return undefined;
  if (value.flow) {
    if (!text.endsWith(']')) return undefined;
    const inner = text.slice(1, -1).trimEnd();
    const at = start + 1 + inner.length;
    return { range: toRange(span(line, at, at)), newText: inner.trim() === '' ? written : `${inner.endsWith(',') ? '' : ','} ${written}` };
  }
  const at = last && frontMatter.locate(last);
  const dash = at && /^[ \t]*-[ \t]+/.exec(lineText(lines, at.line))?.[0];
  return dash === undefined || dash.length !== at!.start ? undefined : lineBelow(document, at!.line, `${dash}${written}`);
}
