import assert from 'node:assert/strict';
import { editsForMoves } from '../../server/features/fileMoves.ts';
import type { Move } from '../../server/text.ts';
import { applied } from '../support/edits.ts';
import { able } from '../support/feature.ts';
import { type Files, load, parseFixture, uriOf } from '../support/fixture.ts';

/** The texts that an editor writes before it moves files, `from path` to `path`; those that change. */
function written(text: string, ...paths: readonly (readonly [from: string, to: string])[]): Record<string, string> {
  const { files } = parseFixture(text);
  const moves = paths.map(([from, to]): Move => ({ from: uriOf(from), to: uriOf(to) }));
  const edit = editsForMoves({ folders: [load(files)], spelled: (uri) => uri, version: () => null, abilities: able }, moves);
  const after: Files = edit ? applied(files, edit) : files;
  return Object.fromEntries([...after].filter(([path, each]) => files.get(path) !== each));
}

const notes = `
## A (recurring)

- Process: [How](processes/a.md#how "Title") and [B](./processes/b.md)

![Chart](images/chart.png) <https://example.com> [out](../out.md) [me](#a-recurring)

\`[code](processes/a.md)\` <!-- [comment](processes/a.md) -->

[ref]: <processes/a.md> 'Title'

--- sub/b.delegate.md
## B (recurring)

- Process: /processes/a.md
- Backup: [up](../note.delegate.md)

--- processes/a.md
# A

## How

[Note](../note.delegate.md#a-recurring), [b](b.md).

--- processes/b.md
# B
`;

describe('moving files', () => {
  it('keeps the links to a document, with their anchors and titles, and those in it', () => {
    assert.deepEqual(written(notes, ['processes/a.md', 'how to/a(1).md']), {
      'note.delegate.md': parseFixture(notes).files.get('note.delegate.md')!
        .replace('(processes/a.md#how', '(how%20to/a%281%29.md#how').replace('<processes/a.md>', '<how%20to/a%281%29.md>'),
      'sub/b.delegate.md': '## B (recurring)\n\n- Process: /how%20to/a%281%29.md\n- Backup: [up](../note.delegate.md)\n\n',
      'processes/a.md': '# A\n\n## How\n\n[Note](../note.delegate.md#a-recurring), [b](../processes/b.md).\n\n',
    });
  });

  it('keeps the links of a note that is moved, also those that lead out', () => {
    const { 'note.delegate.md': note, ...others } = written(notes, ['note.delegate.md', 'office/note.delegate.md']);
    assert.match(note!, /\(\.\.\/processes\/a\.md#how "Title"\) and \[B\]\(\.\.\/processes\/b\.md\)/);
    assert.match(note!, /\(\.\.\/images\/chart\.png\) <https:\/\/example\.com> \[out\]\(\.\.\/\.\.\/out\.md\) \[me\]\(#a-recurring\)/);
    assert.match(note!, /`\[code\]\(processes\/a\.md\)` <!-- \[comment\]\(processes\/a\.md\) -->/);
    assert.deepEqual(others, {
      'sub/b.delegate.md': '## B (recurring)\n\n- Process: /processes/a.md\n- Backup: [up](../office/note.delegate.md)\n\n',
      'processes/a.md': '# A\n\n## How\n\n[Note](../office/note.delegate.md#a-recurring), [b](b.md).\n\n',
    });
  });

  it('keeps links when a folder is moved; what moves along with what it links to needs no edit', () => {
    const after = written(notes, ['processes', 'docs/how']);
    assert.deepEqual(Object.keys(after).sort(), ['note.delegate.md', 'processes/a.md', 'sub/b.delegate.md']);
    assert.match(after['note.delegate.md']!, /\(docs\/how\/a\.md#how "Title"\) and \[B\]\(\.\/docs\/how\/b\.md\)/);
    assert.match(after['processes/a.md']!, /\(\.\.\/\.\.\/note\.delegate\.md#a-recurring\), \[b\]\(b\.md\)/);
    assert.match(after['sub/b.delegate.md']!, /Process: \/docs\/how\/a\.md\n/);
  });

  it('of several files at once goes by where all of them will be', () => {
    assert.deepEqual(written(notes, ['processes/a.md', 'docs/a.md'], ['processes/b.md', 'docs/b.md'])['processes/a.md'], undefined);
    assert.deepEqual(written(notes, ['processes/a.md', 'b.md'], ['processes/b.md', 'a.md'])['processes/a.md'], '# A\n\n## How\n\n[Note](note.delegate.md#a-recurring), [b](a.md).\n\n');
  });

  it('writes nothing where no link is touched', () => {
    assert.deepEqual(written(notes, ['other.md', 'another.md']), {});
    assert.deepEqual(written(notes, ['processes/b.md', 'processes/b.md']), {});
    assert.deepEqual(written('[a](C:/a.md) [b](//host/a.md)\n', ['note.delegate.md', 'x/note.delegate.md']), {});
  });

  it('and back gives the same bytes', () => {
    const { files } = parseFixture(notes.replace('./processes', 'processes'));
    for (const [from, to] of [['processes/a.md', 'how to/x.md'], ['note.delegate.md', 'a/b/note.delegate.md'], ['processes', 'docs/how'], ['sub', 'x']] as const) {
      const there = movedFiles(files, from, to);
      assert.deepEqual(new Map([...movedFiles(there, to, from)].sort()), new Map([...files].sort()), `${from} to ${to}`);
    }
  });
});

/** The files after an editor has written the edits and moved a file or a folder. */
function movedFiles(files: Files, from: string, to: string): Files {
  const edit = editsForMoves({ folders: [load(files)], spelled: (uri) => uri, version: () => null, abilities: able }, [{ from: uriOf(from), to: uriOf(to) }]);
  const after = edit ? applied(files, edit) : files;
  const place = (path: string): string => (path === from || path.startsWith(`${from}/`) ? to + path.slice(from.length) : path);
  return new Map([...after].map(([path, text]) => [place(path), text]));
}
