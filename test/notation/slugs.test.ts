import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import GithubSlugger, { slug as githubSlug } from 'github-slugger';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { isAtx, leafLines } from '../../server/notation/markdown.ts';
import { Scanner } from '../../server/notation/scanner.ts';
import { slug, Slugger } from '../../server/notation/slugs.ts';
import { realMarkdown, upTo } from '../support/packages.ts';

describe('slugs', () => {
  const examples: readonly (readonly [heading: string, anchor: string])[] = [
    ['Send client invoices', 'send-client-invoices'],
    ['Invoices (recurring)', 'invoices-recurring'],
    ['What’s next? — part 2', 'whats-next--part-2'],
    ['Überweisungen & Zölle', 'überweisungen--zölle'],
    ['請求書 m² Ⅷ', '請求書-m-ⅷ'],
    ['snake_case and __init__.py', 'snake_case-and-initpy'],
    ['_Void_ **append** ~~gone~~', 'void-append-gone'],
    ['[Invoicing](processes/invoicing.md "How to")', 'invoicing'],
    ['[Invoicing][1] and [this]', 'invoicing-and-this'],
    ['![logo](logo.svg) Bright & Side', '-bright--side'],
    ['Guide [![Build](https://a/b.svg)](https://a/b_c)', 'guide-'],
    ['<a name="x"></a>Start', 'start'],
    ['Array&lt;Name&gt; &#228;', 'arrayname-ä'],
    ['`<div> _x_ [a](b)`', 'div-_x_-ab'],
    ['\\_not\\_ emphasis', '_not_-emphasis'],
    ['a < b > c', 'a--b--c'],
    ['f[x](y, z)', 'fxy-z'],
    ['Mail <a@b.de> or <https://b.de>', 'mail-abde-or-httpsbde'],
    ['🚀 Go', '-go'],
    ['', ''],
  ];
  for (const [heading, anchor] of examples) it(`${heading || 'nothing'} is #${anchor}`, () => assert.equal(slug(heading), anchor));

  it('repeated headings are numbered as github-slugger does', () => {
    const headings = fc.array(fc.constantFrom('a', 'A', 'a-1', 'a 1', 'a-1-1', 'b', '', '-1', 'constructor', '__proto__'), { maxLength: 12 });
    fc.assert(fc.property(headings, (texts) => {
      const ours = new Slugger();
      const theirs = new GithubSlugger();
      assert.deepEqual(texts.map((text) => ours.next(text)), texts.map((text) => theirs.slug(text.replaceAll('__', ''))));
    }), { numRuns: 500, seed: 4 });
  });

  it('any text without marks has the anchor that github-slugger gives it', () => {
    const unit = fc.constantFrom(...'aAzZ09 -.,:;/()!?\'"#$%*+=@^{|}~§€²³½äßÉıİſǅªºʰ\u0301\u0345ⅧⒶ①٣५私ꙮ🚀👍🏽\u200d\ufe0f\u00a0\u00ad\u2028\t\u{1d538}\u{20000}');
    fc.assert(fc.property(fc.string({ unit, maxLength: 20 }), (text) => assert.equal(slug(text), githubSlug(text))), { numRuns: 1000, seed: 4 });
  });

  it('the headings of the packages we use have the anchors of the text that a Markdown parser shows', () => {
    const seen = new Set<string>();
    for (const text of upTo(1_000_000, realMarkdown())) {
      const scanner = new Scanner(text, () => false);
      const scanned = scanner.section();
      for (const node of scanned.nodes) {
        if (!isAtx(node)) continue;
        const [heading] = leafLines(scanned, node);
        if (seen.has(heading!) || !/[\\`<\]&_]/.test(heading!)) continue;
        seen.add(heading!);
        assert.equal(slug(heading!), githubSlug(shownText(heading!)), heading);
      }
    }
    assert.ok(seen.size > 100);
  }).timeout(20_000);
});

/** What a heading shows; every label that it names is defined. */
function shownText(heading: string): string {
  const definitions = [...heading.matchAll(/\[([^[\]]+)\]/g)].map(([, label]) => `[${label}]: x\n`);
  const root = fromMarkdown(`# ${heading}\n\n${definitions.join('\n')}`, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return textOf(root.children[0]!);
}

function textOf(node: object): string {
  if ('type' in node && (node.type === 'html' || node.type === 'image' || node.type === 'imageReference')) return '';
  if ('value' in node) return String(node.value);
  return 'children' in node ? (node.children as object[]).map(textOf).join('') : '';
}
