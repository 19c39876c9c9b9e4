import { type Document, textOf } from '../notation/document.ts';
import { readHeader } from '../notation/header.ts';
import type { Problem } from '../notation/located.ts';
import { lineText } from '../notation/markdown.ts';
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

/** Offered where what is there is YAML already, as JSON is. */
function fixesOf(document: Document, { at }: Problem): Fix[] {
  const section = document.sections[0]!;
  const text = textOf(document).slice(0, document.header.frontMatter.length);
  const bom = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const language = span(at.line, bom + 3, lineText(section, 0).length);
  if (readHeader(text.slice(bom, language.start) + text.slice(language.end)).problems.length > 0) return [];
  return [{ title: 'Make it YAML', edits: [{ uri: document.uri, edits: [{ range: toRange(language), newText: '' }] }], preferred: true }];
}
