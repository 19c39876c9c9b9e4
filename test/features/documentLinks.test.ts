import assert from 'node:assert/strict';
import { documentLinks } from '../../server/features/documentLinks.ts';
import { contextAt } from '../support/feature.ts';

/** What can be clicked, and where it leads. */
function links(text: string): [text: string, target: string | undefined][] {
  const { context } = contextAt(text);
  const lines = text.split('\n');
  return documentLinks(context).map(({ range: { start, end }, target }) => [lines[start.line]!.slice(start.character, end.character), target]);
}

describe('document links', () => {
  it('lead to files and headings of the folder', () => {
    assert.deepEqual(links(`## A (recurring)

- Owner: @maria
- Process: processes/a.md#how

See [this](processes/a.md "A"), [terms](docs/my%20terms.pdf), [me](#a-recurring) and ![it](it.png).

- 2026-11-01 1h: as [agreed](<processes/a.md>) there

[ref]: /processes/a.md?plain=1

--- processes/a.md
# A

## How
`), [
      ['processes/a.md#how', 'file:///desk/processes/a.md#L3'],
      ['processes/a.md', 'file:///desk/processes/a.md'],
      ['docs/my%20terms.pdf', 'file:///desk/docs/my%20terms.pdf'],
      ['#a-recurring', 'file:///desk/note.delegate.md#L1'],
      ['it.png', 'file:///desk/it.png'],
      ['processes/a.md', 'file:///desk/processes/a.md'],
      ['/processes/a.md?plain=1', 'file:///desk/processes/a.md'],
    ]);
  });

  it('are none for what leaves the folder, is not there, is an address, code, or no link at all', () => {
    assert.deepEqual(links(`## A (recurring)

- Process: [gone](gone.md)
- Backup: [up](../../x.md), [web](https://example.com), [host](//host/a.md), [drive](C:/a.md)

[not](#not), [no] (a.md), \\[escaped](a.md), no](a.md), [bare](my terms.md), \`[code](a.md)\`, <!-- [comment](a.md) --> [gone](gone.md).

    [indented](a.md)

- 2026-11-01 1h: [a](a.md#gone)

## B (recurring)

- Process: a.md#gone

--- a.md
# A
`), []);
  });

  it('lead from disable comments to the rules’ pages', () => {
    assert.deepEqual(links('<!-- delegate-disable-next-line missing-backup, no-such-rule -->\n\n## A (recurring)\n'), [['missing-backup', 'file:///pages/missing-backup.md']]);
  });
});
