/**
 * Reading takes time in proportion to the length of a text, whatever it is made of. Each of these takes a few milliseconds;
 * one whose reading grew with the square of its length would not come back within the time that a test has.
 */
import assert from 'node:assert/strict';
import { readDocument, textOf } from '../../server/notation/document.ts';
import { slug } from '../../server/notation/slugs.ts';

const length = 50_000;

const fill = (part: string): string => part.repeat(length / part.length);

function growing(part: string): string {
  let text = '';
  for (let i = 1; text.length < length; i++) text += `${part.repeat(i)} `;
  return text;
}

const task = '# A (recurring)\n\n';
const job = '# A (one-off)\n\n';

const texts: Readonly<Record<string, string>> = {
  'quotes in quotes': fill('>'),
  'lists in lists': Array.from({ length: 2000 }, (_, i) => `${'  '.repeat(i % 40)}- a\n`).join(''),
  'blank lines behind 64 containers': `${'- '.repeat(64)}a\n${fill('\n')}`,
  'lazy lines behind 64 containers': `${'> '.repeat(64)}a\n${fill('a\n')}`,
  'spaces in the middle of a line': `- a${fill(' ')}b`,
  'lines that end with CR': fill('# a\r'),
  'underlined headings that end with CR': fill('a\r=\r'),
  'definitions before an underline': `${fill('[a]: b\n')}===`,
  'a definition without an end': `[a]: <${fill('b')}\n===`,
  'underlines that are none': fill('[a]: b\n===\n'),
  'delimiter rows': fill('|-|-\n'),
  'a wide table with short rows': `${job}|Bid${'|x'.repeat(5000)}|\n${'|-'.repeat(5001)}|\n${fill('a\n')}`,
  'a tag without an end': `<a${fill(' b=c')}`,
  'tags without an end': `a ${fill('<a b=\'')}`,
  'comments without an end': `a ${fill('<!-- ')}`,
  'a heading of comments': `# ${'a'.repeat(length)}${fill('<!---->')}`,
  'backticks in growing numbers': `a ${growing('`')}`,
  'destinations without an end': `a ${fill('](')}`,
  brackets: fill('['),
  stars: fill('*'),
  signs: fill('@'),
  'a handle of dots': `@a${fill('.')}`,
  'words before the colon': `${task}- 2026-01-01 ${fill('word ')}`,
  'numbers before the colon': `${task}- 2026-01-01 ${fill('1 ')}`,
  'a number of points': `${task}- 2026-01-01 ${fill('1.')}1`,
  entries: task + fill('- 2026-01-01 @a 1h: b\n'),
  fields: task + fill('- Owner: @a\n'),
  'a field over many lines': `${task}- Owner: a\n${fill('  @b\n')}`,
  'a name that is padded': `${task}- **a${fill(' ')}b`,
  'a link that is padded': `${task}- Process: [a](${fill(' ')}x`,
  'a link without an end': `${task}- Process: [${fill('\\a')}`,
  'a pause without an end': `${task}- Paused: ${fill('2026-01-01 to ')}`,
  'a milestone of hyphens': `${task}- [ ] 1-1-1${fill('-')}1`,
  'a milestone that is padded': `${task}- [ ] ${fill(' ')}x`,
  'codes of a comment': `<!-- delegate-disable ${fill('a ')}-->`,
  'a comment of spaces': `<!--${fill(' ')}-->`,
  'front matter without an end': `---\n${fill('- ')}`,
};

describe('a long text', () => {
  for (const [name, text] of Object.entries(texts)) {
    it(name, () => assert.equal(textOf(readDocument('file:///note.delegate.md', text)), text));
  }

  it('as a heading with an anchor', () => {
    for (const part of ['_a ', 'a_ ', '`', '`` a ` ', '<a ', '<a b="', '](', '![', '](  ', '&#1', '\\', '](a(b)']) assert.doesNotThrow(() => slug(fill(part)));
  });
});
