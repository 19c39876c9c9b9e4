import { nearest } from '../model/likeness.ts';
import type { Document } from '../notation/document.ts';
import type { Problem } from '../notation/located.ts';
import { mendsOf } from '../notation/mendYaml.ts';
import { insertLines, removeLines } from '../notation/write.ts';
import { lineText } from '../notation/markdown.ts';
import { toRange } from '../text.ts';
import { type Fix, rule } from './rule.ts';
import { quoted } from './wording.ts';

export const invalidFrontMatter = rule({
  code: 'invalid-front-matter',
  level: 'error',
  summary: 'Front matter that cannot be read',
  why: 'The front matter holds the team, the holidays and the currency. What is not read there is missing everywhere: people are unknown, and dates fall on holidays.',
  bad: `
---
business: Acme: lamps and more
          ^
team:
  maria: { name: Maria Silva }
---
`,
  good: `
---
business: "Acme: lamps and more"
team:
  maria: { name: Maria Silva }
---
`,
  *checkDocument({ header }) {
    for (const problem of header.problems) {
      if (problem.code !== 'invalid-front-matter') continue;
      yield { at: problem.at, message: messageOf(problem, header.frontMatter.endLine), fixes: (document) => fixesOf(document, problem) };
    }
  },
});

/** What the reader says of a key that is there a second time. */
const isTwice = 'the key is there twice';

/** What the YAML library says, in plain words. */
const plainWords: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/reserved character @/, 'A value cannot begin with “@” here: write the handle without it, or put the value in quotes'],
  [/(?:reserved|directive indicator) character (.)/, 'A value cannot begin with “$1” here: put it in quotes'],
  [/^Nested mappings/, 'A value that holds a colon and a space has to be in quotes'],
  [/^Block collections are not allowed within flow|^Missing (?:,|space)|^Unexpected (?:,|empty item) in/, 'Between brackets each value ends with a comma, and one that holds a colon and a space has to be in quotes'],
  [/^Missing closing/, 'The quotation mark that opens here is never closed: add it at the end of the value'],
  [/end with a (.)$/, 'The bracket that opens here is not closed: add “$1” at the end, and indent what stands below it'],
  [/^Tabs are not allowed/, 'A tab cannot indent a line here: use spaces'],
  [/same column$/, 'This line is indented differently from the lines that it belongs to: give them all the same indentation'],
  [/^Implicit (?:map )?keys|implicit map key$/, 'A colon is missing: each line is written as “key: value”, or as “- value” in a list'],
  [/^Source contains multiple documents/, 'A line of “---” or “...” ends the front matter for YAML, and what follows it is not read: take the line out'],
  [/^Unresolved tag/, 'A value that begins with “!” has to be in quotes'],
  [/^Invalid escape sequence/, 'A backslash between double quotes has to be written twice'],
  [/^Unexpected scalar at node end/, 'The value ends at its closing quotation mark, and this stands behind it: put all of it in quotes'],
  [/^(?:Unexpected|Not a YAML token)/, 'This has no meaning here: take it out, or put the value in quotes'],
];

function messageOf({ text, reason = '', expected = [] }: Problem, endLine: number): string {
  if (reason === 'unclosed') return `The front matter is not closed, so it is taken to end at line ${endLine}. Write a line of \`---\` below it.`;
  if (reason.startsWith(isTwice)) return `${quoted(text)} is there twice, and only the first one counts. Take one of them out.`;
  const words = plainWords.find(([pattern]) => pattern.test(reason));
  if (words) return `${reason.match(words[0])![0].replace(words[0], words[1])}. Until then this is not read as it is meant.`;
  if (expected.length > 0) return `${quoted(text)} is not understood: ${reason}. Correct it, so that it counts.`;
  return `The front matter cannot be read here: ${reason}.`;
}

function fixesOf(document: Document, problem: Problem): Fix[] {
  const { reason, at } = problem;
  const fixes: Fix[] = [];
  const add = (title: string, edits: NonNullable<Fix['edits']>[number]['edits']): void =>
    void fixes.push({ title, edits: [{ uri: document.uri, edits }], preferred: fixes.length === 0 });
  if (reason === 'unclosed') add('Close the front matter', [closingFence(document)]);
  else if (problem.expected) for (const word of meantWords(problem)) add(`Change to ${word}`, [{ range: toRange(at), newText: word }]);
  else if (reason?.startsWith(isTwice)) for (const edit of withoutKey(document, problem)) add(`Remove this ${quoted(problem.text)}`, [edit]);
  if (fixes.length === 0) for (const { title, edits } of mendsOf(document, problem)) add(title, edits);
  return fixes;
}

/** The words that may stand there and that are near; of paths, as time zones are, the last part will do. */
function meantWords({ text, expected = [] }: Problem): string[] {
  if (expected.length === 1) return [...expected];
  const typed = text.toLowerCase().trim();
  if (typed === '') return [];
  const begun = expected.filter((word) => word.toLowerCase().startsWith(typed) || typed.startsWith(word.toLowerCase()));
  const last = expected.filter((word) => word.toLowerCase().endsWith(`/${typed.replace(/\s+/g, '_')}`));
  return [...new Set([...last, ...begun, ...nearest(typed, expected)])].slice(0, 3);
}

/** A line of `---` where the front matter is taken to end. */
function closingFence(document: Document): ReturnType<typeof insertLines> {
  const { endLine } = document.header.frontMatter;
  const section = document.sections[0]!;
  return insertLines({ document, section, firstLine: 0 }, Math.min(endLine, section.lineCount), ['---']);
}

/** The second line of a key, where it is one line with nothing that belongs to it below. */
function withoutKey(document: Document, { at }: Problem): ReturnType<typeof removeLines>[] {
  const section = document.sections[0]!;
  const line = lineText(section, at.line);
  const below = lineText(section, at.line + 1);
  const isAlone = line.slice(0, at.start).trim() === '' && below.length - below.trimStart().length <= at.start && !below.trimStart().startsWith('- ');
  return isAlone ? [removeLines({ section, firstLine: 0 }, at.line, at.line + 1)] : [];
}
