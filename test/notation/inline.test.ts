/** Inside of text: who is mentioned, and what hides it. */
import assert from 'node:assert/strict';
import { readDocument, spanText } from '../../server/notation/document.ts';
import { commentsIn, LeafText, readInline } from '../../server/notation/inline.ts';
import { Scanner } from '../../server/notation/scanner.ts';

/** The people mentioned in a note, each as the text that is marked. */
function mentions(text: string): string[] {
  return readDocument('file:///note.delegate.md', text).sections.flatMap((section) =>
    section.mentions.map(({ handle, at }) => {
      assert.equal(spanText(section, at), `@${handle}`);
      return handle;
    }),
  );
}

describe('mentions', () => {
  it('stand anywhere in prose', () => {
    assert.deepEqual(mentions('# Ask @maria\n\n@jon, (@lee), **@kim** and “@Zoë”.\n\n> - [ ] @pat\n\n| @a | b |\n|-|-|\n| c | @d |\n\n@e\n---\n'), [
      'maria', 'jon', 'lee', 'kim', 'Zoë', 'pat', 'a', 'd', 'e',
    ]);
  });

  it('are letters, digits, _ and -, and dots between those', () => {
    assert.deepEqual(mentions('@maria.silva, @jon-2. @_x! @9a @a.- @李@b @a..b'), ['maria.silva', 'jon-2', '_x', '9a', 'a', '李', 'a..b']);
  });

  it('are no addresses, and no lone signs', () => {
    assert.deepEqual(mentions('maria@example.org @ x @@maria https://a.b/@maria é@x .@x -@x @-x @.x'), []);
  });

  it('are not in code, comments, tags, destinations or behind a backslash', () => {
    for (const text of [
      '`@maria` ``a ` @maria``', '    @maria', '```\n@maria\n```', '<!-- @maria -->', 'a <!-- @maria --> b', '<div>@maria</div>', 'a <b title="@maria"> b',
      'a <b\ntitle=\'@maria\'/> b', '<https://a.b?@maria>', '[a](b?=@maria)', '[a](<b> "@maria")', '![a](b(@maria))', '\\@maria', '`a\n@maria`',
    ]) {
      assert.deepEqual(mentions(text), [], text);
    }
  });

  it('are where only the beginning of such a thing stands', () => {
    for (const text of ['`@maria', '``a` @maria', 'a <!-- @maria', 'a <b @maria', 'a <5 @maria>', '[a](b @maria', '[@maria](b)', '<@maria>', '\\\\@maria', '\\`@maria`', '[a] (@maria)']) {
      assert.deepEqual(mentions(text), ['maria'], text);
    }
  });
});

describe('comments', () => {
  const comments = (text: string): string[] => readInline(text).comments.map(({ start, end }) => text.slice(start, end));

  it('begin and end as CommonMark has them', () => {
    assert.deepEqual(comments('a <!-- b --> c <!--d\ne-->'), ['<!-- b -->', '<!--d\ne-->']);
    assert.deepEqual(comments('<!--> a --> <!---> b'), ['<!-->', '<!--->']);
    assert.deepEqual(comments('a <!-- b'), []);
  });

  it('are none in code, and none behind a backslash', () => {
    assert.deepEqual(comments('`<!-- a -->` \\<!-- b -->'), []);
  });

  it('in HTML nothing hides them', () => {
    const html = '<p>` \\<!-- a -->`\n<!-- b';
    assert.deepEqual(commentsIn(html).map(({ start, end }) => html.slice(start, end)), ['<!-- a -->']);
  });
});

describe('prose', () => {
  it('has the length of the text, with spaces for what is none', () => {
    assert.equal(readInline('a `b` [c](d) \\* <e>').prose, `a     [c]${' '.repeat(10)}`);
    assert.equal(readInline('nothing to hide').prose, 'nothing to hide');
  });

  it('leads back to lines and columns', () => {
    const scanned = new Scanner('> - a b\n>   c\nd\n', () => true).section();
    const leaf = new LeafText(scanned, scanned.nodes.at(-1)!);
    assert.equal(leaf.text, 'a b\nc\nd');
    assert.deepEqual(leaf.locate(2), { line: 0, start: 6, end: 6 });
    assert.deepEqual(leaf.locate(3), { line: 0, start: 7, end: 7 });
    assert.deepEqual(leaf.range(4, 7), { start: { line: 1, character: 4 }, end: { line: 2, character: 1 } });
  });
});
