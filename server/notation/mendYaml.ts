/** Ways to mend a line of front matter that is no YAML. They are guesses: each is tried before it is offered. */
import { span, type TextEdit, toRange } from '../text.ts';
import { type Document, type Section, textOf } from './document.ts';
import { headerKeys, personKeys, readHeader } from './header.ts';
import type { Problem } from './located.ts';
import { lineText } from './markdown.ts';

export interface Mend {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** Past this many characters or mistakes nothing is tried: each trial reads the front matter again. */
const longest = 32 * 1024;
const mostProblems = 20;

/** The guesses that clear a problem, likeliest first. */
export function mendsOf(document: Document, { at, reason = '' }: Problem): Mend[] {
  const { frontMatter, problems } = document.header;
  const lastLine = frontMatter.endLine - (frontMatter.closed ? 2 : 1);
  if (at.line < 1 || at.line > lastLine || frontMatter.length > longest || problems.length > mostProblems) return [];
  const section = document.sections[0]!;
  const text = textOf(document).slice(0, frontMatter.length);
  const line = lineText(section, at.line);
  // What is no YAML may hide what is wrong in other ways, so each kind is counted by itself.
  const isYaml = frontMatter.problems.some((problem) => problem.at.line === at.line);
  const clears = (tried: string): boolean => {
    const header = readHeader(tried);
    return isYaml ? header.frontMatter.problems.length < frontMatter.problems.length : header.problems.length < problems.length;
  };
  if (/^[ \t]*\t/.test(line) && clears(text.replace(/^[ \t]+/gm, spaced))) return [{ title: 'Replace tabs by spaces', edits: spaceEdits(section, lastLine) }];
  const mends = new Map<string, Mend>();
  for (const [title, mended] of guessesFor(line, at.start, /same column|^Tabs/.test(reason) ? lineText(section, at.line - 1) : undefined)) {
    if (mended === line || mends.has(title)) continue;
    const start = section.lineStarts[at.line]!;
    if (!clears(text.slice(0, start) + mended + text.slice(start + line.length))) continue;
    mends.set(title, { title, edits: [{ range: toRange(span(at.line, 0, line.length)), newText: mended }] });
  }
  return [...mends.values()];
}

const spaced = (indent: string): string => indent.replaceAll('\t', '  ');

/** All lines at once: one that is left with tabs would be off against the others. */
function spaceEdits(section: Section, lastLine: number): TextEdit[] {
  const edits: TextEdit[] = [];
  for (let line = 1; line <= lastLine; line++) {
    const indent = /^[ \t]*/.exec(lineText(section, line))![0];
    if (indent.includes('\t')) edits.push({ range: toRange(span(line, 0, indent.length)), newText: spaced(indent) });
  }
  return edits;
}

const known: ReadonlySet<string> = new Set([...headerKeys, ...personKeys]);

/** `business: Acme: the best` in parts: what stands before the value, the value, and a comment behind it. */
const keyAndValue = /^([ \t]*(?:- +)?(?:"[^"]*"|'[^']*'|[^\s:#'"{[-][^:#]*):[ \t]+|[ \t]*- +)(.+?)([ \t]+#.*)?$/;

/** `above` is the line above where this one may be indented wrongly. */
function* guessesFor(line: string, at: number, above: string | undefined): Generator<readonly [title: string, line: string]> {
  const [, before = '', value = '', comment = ''] = keyAndValue.exec(line) ?? [];
  const rest = line.slice(at);
  yield ['Leave the “@” out', `${line.slice(0, at)}${rest.replace(/^@/, '')}`];
  yield ['Put commas between the values', line.replace(/([^\s,:{[])[ \t]+(?=([\w-]+):[ \t])/g, (gap, last: string, key: string) => (known.has(key) ? `${last}, ` : gap))];
  // A value in braces ends at its comma, and the braces themselves are no text.
  const part = /^[^,{}[\]]+/.exec(rest)?.[0].trimEnd() ?? '';
  if (/[{[]/.test(line.slice(0, at)) && part !== '') yield ['Put it in quotes', `${line.slice(0, at)}${JSON.stringify(part)}${rest.slice(part.length)}`];
  const quote = /^["']/.exec(value)?.[0];
  if (quote) yield ['Close the quotation mark', `${before}${value}${quote}${comment}`];
  const inner = quote ? value.slice(1, value.length > 1 && value.endsWith(quote) ? -1 : undefined) : value;
  if (value !== '' && !/^[{[]/.test(value)) yield ['Put it in quotes', `${before}${JSON.stringify(inner)}${comment}`];
  if (/[{[]/.test(value)) {
    for (const bracket of [']', '}']) yield [`Add the missing “${bracket}”`, `${before}${value.trimEnd()}${bracket === '}' ? ' }' : bracket}${comment}`];
  }
  yield ['Put a space behind the hyphen', line.replace(/^([ \t]*-)(?=[^\s-])/, '$1 ')];
  yield ['Put a space behind the colon', line.replace(/^([ \t]*[\w-]+:)(?=[^\s/])/, '$1 ')];
  const [indented = '', word = ''] = /^[ \t]*([\w-]+)(?=[ \t]|$)/.exec(line) ?? [];
  const isKey = known.has(word) || line.slice(indented.length).trimStart().startsWith('{');
  if (isKey) yield [`Put a colon behind “${word}”`, `${indented}:${line.slice(indented.length)}`];
  if (above !== undefined) yield ['Indent it like the line above', /^[ \t]*/.exec(above)![0] + line.trimStart()];
}
