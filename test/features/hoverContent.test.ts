/** What stands in a note is text in a hover, and nothing else, as GitHub's dialect of Markdown reads it. */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { MarkupContent } from 'vscode-languageserver-types';
import { code, contentOf, lines, type Part, strong } from '../../server/features/hover/content.ts';
import { hover } from '../../server/features/hover.ts';
import { contextAt } from '../support/feature.ts';

type Root = ReturnType<typeof fromMarkdown>;
type Nodes = Root | Root['children'][number];

/** The library looks for addresses once more in the text that it has read, escaped or not, which no editor does, nor GitHub. */
const mdastExtensions = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }));

const parse = (markdown: string): Root => fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions });

/** All nodes below one, each with its kind. */
function* below(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* below(child);
}

/** The kinds of node that markup of a note's could make, and a hover does not. */
const foreign = new Set(['link', 'linkReference', 'imageReference', 'definition', 'html', 'heading', 'emphasis', 'delete', 'blockquote', 'code', 'footnoteReference', 'footnoteDefinition']);

const shown = (parts: readonly Part[]): string => contentOf(parts, contextAt('').context.abilities).value;
const textIn = (markdown: string): string => [...below(parse(markdown))].map((node) => (node.type === 'text' || node.type === 'inlineCode' ? node.value : '')).join('');

const hostile = [
  '[click](command:workbench.action.quit)', '![x](https://evil.example/x.png)', '<script>alert(1)</script>', '<img src=x onerror=alert(1)>',
  'https://evil.example', 'HTTP://EVIL.example', 'www.evil.example', 'WWW.evil.example', 'ftp://evil.example', 'mailto:a@evil.example', 'a.b+c@evil.example',
  '<https://evil.example>', '&lt;b&gt; &#91;x](y) &amp;', '**bold** __bold__ *it* _it_ ~~gone~~ ~gone~', '`code` ``co`de``', '| a | b |', '[ref]: https://evil.example', '[ref][ref] [ref]',
  '# heading', '- item', '+ item', '1. item', '12) item', '> quote', '---', '===', '```', '    code', '[^1]', '\\[x](y)', '\\', 'end\\', '$(bug)', '- [ ] task', '<!-- comment -->', '{{x}}', 'a\u202eb\u2066c', 'line\nbreak\r\n\r\n# heading\u2028x',
];

describe('text in a hover', () => {
  for (const text of hostile) {
    it(`is shown as it is: ${JSON.stringify(text)}`, () => {
      const plain = text.replace(/[\s\u2028]+/g, ' ').replace(/[\u202e\u2066]/g, '');
      for (const line of [[text], ['On Friday · ', text], [strong(text)], [code(text)]]) {
        const markdown = shown([lines(line), { kind: 'list', items: [line] }]);
        const root = parse(markdown);
        const kinds = [...below(root)].map(({ type }) => type);
        assert.deepEqual(kinds.filter((kind) => foreign.has(kind) || kind === 'image' || kind === 'table'), [], markdown);
        assert(textIn(markdown).replaceAll(' ', '').includes(plain.replaceAll(' ', '')), `${markdown} shows ${textIn(markdown)}`);
      }
    });
  }

  it('stays in its cell', () => {
    const markdown = shown([{ kind: 'table', header: ['Bid', 'Note'], rows: hostile.map((text) => [text, text]) }]);
    const [table, ...more] = parse(markdown).children;
    assert.deepEqual([table!.type, more.length], ['table', 0]);
    assert(table!.type === 'table' && table.children.length === hostile.length + 1 && table.children.every(({ children }) => children.length === 2));
  });

  it('is never markup, whatever is typed', () => {
    const piece = fc.oneof(fc.constantFrom(...hostile, '*', '_', '`', '[', ']', '(', ')', '<', '>', '&', '!', '|', '\\', '~', '@', ':', '//', '.', 'www', '\n', ' '), fc.string({ unit: 'grapheme', maxLength: 5 }));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join('');
        const markdown = shown([lines([text], ['Note ', text], [strong(text), ' · ', code(text)]), { kind: 'list', items: [[text], ['x ', text]] }]);
        const found = [...below(parse(markdown))].filter(({ type }) => foreign.has(type) || type === 'image' || type === 'table');
        assert.deepEqual(found, [], markdown);
      }),
    );
  });
});

describe('a hover', () => {
  const note = `---\nteam:\n  m: { name: "[Ma](x) <b>", role: "https://evil.example" }\n---\n\n## $0${hostile[0]} (recurring)\n\n- Owner: @m\n- Cadence: every Friday\n- Estimate: 1h\n\n${hostile.map((text, i) => `- 2026-11-${String(20 - (i % 15)).padStart(2, '0')} @m 1h: ${text.replace(/\s/g, ' ')}\n  - Disliked: ${text.replace(/\s/g, ' ')}\n`).join('')}`;

  it('holds the pictures that are ours, with their size and numbers in words, and nothing of the note in them', () => {
    const { context, position } = contextAt(note);
    const { value } = hover(context, position)!.contents as MarkupContent;
    const images = [...value.matchAll(/!\[([^\]]*)\]\(data:image\/svg\+xml;base64,([A-Za-z0-9+/=]+)\|width=(\d+),height=(\d+)\)/g)];
    assert.equal(images.length, 2);
    assert.match(images[1]![1]!, /^Last \d+ runs took .*; the estimate is 1h$/);
    assert.match(images[0]![1]!, /^Last \d+ due days: /);
    for (const [, , svg, width, height] of images) {
      const text = atob(svg!);
      assert(text.startsWith(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"`));
      assert.doesNotMatch(text, /evil|script|alert|href/);
    }
    const kinds = [...below(parse(value.replace(/\|width=\d+,height=\d+/g, '')))].map(({ type }) => type);
    assert.deepEqual(kinds.filter((kind) => foreign.has(kind)), []);
  });

  it('has no pictures where the editor shows none, and no marks where it shows plain text', () => {
    const value = (abilities: object): string => {
      const { context, position } = contextAt(note, { abilities });
      return (hover(context, position)!.contents as MarkupContent).value;
    };
    assert.doesNotMatch(value({ images: false }), /data:/);
    assert.match(value({ images: false }), /`█+`/);
    const plain = contextAt(note, { abilities: { hoverMarkdown: false } });
    assert.equal((hover(plain.context, plain.position)!.contents as MarkupContent).kind, 'plaintext');
    assert.doesNotMatch(value({ hoverMarkdown: false }), /data:|\\[|!]/);
  });

  it('tells something or nothing at each place of a note, and never fails', () => {
    const { context } = contextAt(note);
    context.document.firstLines.forEach((firstLine, i) => {
      for (let line = firstLine; line < firstLine + context.document.sections[i]!.lineCount; line++) {
        for (let character = 0; character < 40; character++) {
          const found = hover(context, { line, character });
          assert(!found || (found.range!.start.line <= line && line <= found.range!.end.line));
        }
      }
    });
  });
});
