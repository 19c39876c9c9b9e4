/** Writing front matter: a person of the team is taken out, or defined anew. */
import { isMap, isScalar, type Pair, type ParsedNode } from 'yaml';
import { type TextEdit, toRange } from '../text.ts';
import type { Document } from './document.ts';
import { lineText } from './markdown.ts';
import { removeLines } from './write.ts';

type PersonPair = Pair<ParsedNode, ParsedNode | null>;

/** `maria: { … }` in a team that is written a person a line or more; `undefined` for one in braces or in broken YAML. */
function pairOf({ header: { frontMatter } }: Document, handle: string): PersonPair | undefined {
  if (frontMatter.problems.length > 0) return undefined;
  const isNamed = ({ key }: PersonPair, name: string): boolean => isScalar(key) && String(key.source ?? key.value).replace(/^@/, '') === name;
  const find = (pairs: readonly unknown[], name: string): PersonPair | undefined => (pairs as PersonPair[]).find((pair) => isNamed(pair, name));
  const team = find(frontMatter.root?.items ?? [], 'team')?.value;
  return isMap(team) && !team.flow ? find(team.items, handle) : undefined;
}

/** Takes a person out of a note's team. */
export function removePerson(document: Document, handle: string): TextEdit | undefined {
  const pair = pairOf(document, handle);
  if (!pair) return undefined;
  const { frontMatter } = document.header;
  const section = document.sections[0]!;
  const { line, start } = frontMatter.locate(pair.key);
  if (lineText(section, line).slice(0, start).trim() !== '') return undefined;
  const end = (pair.value?.range[1] ?? pair.key.range[1]) - 1;
  let last = frontMatter.locate({ range: [end, end] }).line;
  // What a map ends with may be blank lines and the comments of whoever comes next.
  while (last > line && !isPart(lineText(section, last), start)) last--;
  return removeLines({ section, firstLine: 0 }, line, last + 1);
}

const isPart = (line: string, indent: number): boolean => {
  const text = line.trimStart();
  return text !== '' && line.length - text.length > indent;
};

/** How a person is defined, where that is one line: `{ name: Maria Silva, role: operations }`. */
export function personText(document: Document, handle: string): string | undefined {
  const value = pairOf(document, handle)?.value;
  if (!value) return undefined;
  const { line, start, end } = document.header.frontMatter.locate(value);
  const isWhole = value.range[1] - value.range[0] === end - start && (isScalar(value) || (isMap(value) && value.flow === true));
  return isWhole && end > start ? lineText(document.sections[0]!, line).slice(start, end) : undefined;
}

/** Defines a person by another text, where both are one line. */
export function definePerson(document: Document, handle: string, text: string): TextEdit | undefined {
  if (personText(document, handle) === undefined) return undefined;
  return { range: toRange(document.header.frontMatter.locate(pairOf(document, handle)!.value!)), newText: text };
}
