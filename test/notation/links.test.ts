import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { type Document, lineOfDocument, readDocument } from '../../server/notation/document.ts';
import { anyText } from '../support/arbitraries.ts';

const read = (text: string): Document => readDocument('file:///note.delegate.md', text);

/** `path # anchor` of each link, as they are read. */
const links = (text: string): string[] => read(text).links.map(({ path, anchor }) => (anchor === undefined ? path : `${path}#${anchor}`));

describe('links', () => {
  it('are read in prose, fields, entries, headings, tables, items and quotes', () => {
    assert.deepEqual(links('# [a](1.md)\n\n[a](2.md)\n\n> [a](3.md)\n\n## A (recurring)\n\n- Process: [a](4.md)\n- Room: [a](5.md)\n\n- 2026-11-01: [a](6.md)\n  - Liked: [a](7.md)\n\n| a |\n| - |\n| [a](8.md) |\n'), ['1.md', '2.md', '3.md', '4.md', '5.md', '6.md', '7.md', '8.md']);
  });

  it('are read in all their forms', () => {
    assert.deepEqual(links('[a]( 1.md ) [a](<2 b.md>) [a](3%20b.md "T (x)") [a](4\\_b.md \'T\') [a](5(b).md) ![a](6.png) [a](#b%20c) [![a](7.png)](8.md)'), ['1.md', '2 b.md', '3 b.md', '4_b.md', '5(b).md', '6.png', '#b c', '7.png', '8.md']);
    assert.deepEqual(links('[a]: 1.md\n[b]:\n  <2 b.md#c> "T"\ntext [c](3.md?x=1#d) [e](4.md#L10) [f](#)'), ['1.md', '2 b.md#c', '3.md#d', '4.md', '']);
  });

  it('are what a process field points at, written as a link or not', () => {
    assert.deepEqual(links('## A (recurring)\n\n- Process: docs/a.md#b\n'), ['docs/a.md#b']);
    assert.deepEqual(links('## A (recurring)\n\n- Process: my docs/a.md\n'), ['my docs/a.md']);
    assert.deepEqual(links('## A (recurring)\n\n- Process: #b\n\n## B (one-off)\n\n- Process: below\n'), ['#b']);
  });

  it('are not read in front matter, code, comments, nor where they are none', () => {
    assert.deepEqual(links('---\nbusiness: "[a](b.md)"\n---\n\n`[a](b.md)` <!-- [a](b.md) -->\n\n```\n[a](b.md)\n```\n\n[a](https://b.md) [a](//b.md) [a](mailto:b) a](b.md) \\[a](b.md) [a] (b.md) [a](b c.md) [a]() [a]\n'), []);
  });

  it('stand where they say, in any text', () => {
    fc.assert(fc.property(anyText(), (text) => {
      const document = read(text);
      for (const { at, pathAt, anchorAt } of document.links) {
        const line = lineOfDocument(document, at.line);
        assert(at.start < at.end && at.end <= line.length);
        assert(at.start === pathAt.start && pathAt.end <= at.end);
        if (anchorAt) assert(line[anchorAt.start - 1] === '#' && anchorAt.end === at.end);
      }
    }), { numRuns: 1000 });
  });

  it('take no longer in a text of many beginnings', () => {
    for (const part of ['](', '[a](', '[a](b ', '[', '[]: ', '[a]: <', '[a](<', '![](', '](a "']) assert(read(part.repeat(20_000)).links.length <= 20_000);
  });
});

describe('people in a document', () => {
  const places = (text: string): Record<string, string[]> => {
    const document = read(text);
    return Object.fromEntries([...document.people].map(([handle, all]) => [handle, all.map(({ line, start, end }) => `${line}:${lineOfDocument(document, line).slice(start, end)}`)]));
  };

  it('are placed in YAML without its quotes, and in the body with their sign', () => {
    assert.deepEqual(places('---\ndelegator: "@nora"\nteam:\n  \'maria\': { name: Maria }\n  jon:\n---\n\n@maria and @jon.\n'), { nora: ['1:@nora'], maria: ['3:maria', '7:@maria'], jon: ['4:jon', '7:@jon'] });
  });

  it('are placed once, also where code or a backslash hides them from prose', () => {
    assert.deepEqual(places('## A (recurring)\n\n- Owner: `@maria`\n- Backup: \\@jon\n\n`@lin` and @maria <b>\n'), { maria: ['2:@maria', '5:@maria'], jon: ['3:@jon'] });
  });
});
