import { type Document, textOf } from '../notation/document.ts';
import { headerKeys, readHeader } from '../notation/header.ts';
import type { Problem } from '../notation/located.ts';
import { span, toRange } from '../text.ts';
import { type Fix, rule } from './rule.ts';
import { quoted } from './wording.ts';

export const unsafeFrontMatter = rule({
  code: 'unsafe-front-matter',
  level: 'error',
  summary: 'Front matter in another language than YAML',
  why: 'Some tools run what stands under `---js` when they read a file. A note is read by many people and tools, and none of them shall run code from it; so only YAML is read.',
  bad: `
---json
   ^^^^
{ "team": { "maria": { "name": "Maria Silva" } } }
---
`,
  good: `
---
team: { maria: { name: Maria Silva } }
---
`,
  *checkDocument({ header }) {
    for (const problem of header.problems) {
      if (problem.code !== 'unsafe-front-matter') continue;
      yield {
        at: problem.at,
        message: `Front matter of the kind ${quoted(problem.text)} is never run, and nothing in it is read. Write it in YAML, between two lines of plain \`---\`.`,
        fixes: (document) => fixesOf(document, problem),
      };
    }
  },
});

/** Offered where what is there is YAML already, as JSON is, and says something that is read. */
function fixesOf(document: Document, { at }: Problem): Fix[] {
  const text = textOf(document).slice(0, document.header.frontMatter.length);
  const start = text.indexOf('---') + 3;
  const language = span(at.line, start, text.search(/[\r\n]/));
  const { problems, frontMatter } = readHeader(text.slice(0, language.start) + text.slice(language.end));
  const keys = frontMatter.root?.items.map(({ key }) => String(key)) ?? [];
  if (problems.length > 0 || !keys.some((key) => (headerKeys as readonly string[]).includes(key))) return [];
  return [{ title: 'Make it YAML', edits: [{ uri: document.uri, edits: [{ range: toRange(language), newText: '' }] }], preferred: true }];
}
