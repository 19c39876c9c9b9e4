/** Writing front matter: somebody joins the team. */
import { isMap, isScalar, type Pair, type ParsedNode } from 'yaml';
import { span, type TextEdit, toRange } from '../text.ts';
import type { Document } from './document.ts';
import { lineText } from './markdown.ts';
import { insertLines, lineBreakOf } from './write.ts';

/**
 * Adds a person to a note's team, behind the last one, and makes `team:` and the front matter where there are none.
 * `undefined` where the front matter is broken, or written in a way that has no place for a further line.
 */
export function addPerson(document: Document, handle: string, name: string): TextEdit | undefined {
  const { frontMatter, teamEnd } = document.header;
  if (frontMatter.problems.length > 0) return undefined;
  const person = `${handle}: { name: ${plainOrQuoted(name)} }`;
  if (teamEnd) return lineBelow(document, teamEnd.line, `${teamEnd.indent}${person}`);
  const team = frontMatter.root?.items.find(({ key }) => isScalar(key) && key.value === 'team') as Pair<ParsedNode, ParsedNode | null> | undefined;
  if (!team) return addKey(document, ['team:', `  ${person}`]);
  const { value } = team;
  if (isScalar(value) && value.source === '') return lineBelow(document, frontMatter.locate(team.key).line, `  ${person}`);
  return isMap(value) && value.flow ? insideBraces(document, value, person) : undefined;
}

/** `team: {}` and `team: { maria: Maria Silva }`, in one line. */
function insideBraces(document: Document, team: ParsedNode, person: string): TextEdit | undefined {
  const { line, start, end } = document.header.frontMatter.locate(team);
  const text = lineText(document.sections[0]!, line).slice(start, end);
  if (!text.endsWith('}')) return undefined;
  const inner = text.slice(1, -1);
  const at = start + 1 + inner.trimEnd().length;
  const newText = inner.trim() === '' ? ` ${person} ` : `${inner.trimEnd().endsWith(',') ? '' : ','} ${person}`;
  return { range: toRange(span(line, at, inner.trim() === '' ? end - 1 : at)), newText };
}

/** Adds lines to the front matter, above its closing fence; makes one at the top of the file where there is none. */
export function addKey(document: Document, lines: readonly string[]): TextEdit {
  const { endLine } = document.header.frontMatter;
  const section = document.sections[0]!;
  if (endLine > 0) return insertLines({ document, section, firstLine: 0 }, endLine - 1, lines);
  const eol = lineBreakOf(document);
  const start = section.text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const hasGap = section.lineCount === 0 || lineText(section, 0, start) === '';
  const newText = ['---', ...lines, '---', ...(hasGap ? [] : [''])].map((line) => line + eol).join('');
  return { range: toRange(span(0, start, start)), newText };
}

/** A line of its own below a line of the front matter. */
export function lineBelow(document: Document, line: number, text: string): TextEdit {
  return insertLines({ document, section: document.sections[0]!, firstLine: 0 }, line + 1, [text]);
}

/** A name as YAML has it: plain where it is nothing but words, else in double quotes. */
export function plainOrQuoted(text: string): string {
  return /^\p{L}[\p{L}\p{M}\p{N} .'’-]*$/u.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text) ? text : JSON.stringify(text);
}
