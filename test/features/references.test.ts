import assert from 'node:assert/strict';
import { documentHighlights } from '../../server/features/documentHighlights.ts';
import { references } from '../../server/features/references.ts';
import { contextAt } from '../support/feature.ts';
import { parseFixture, pathOf } from '../support/fixture.ts';
import type { Range } from '../../server/text.ts';

/** What is found is what is marked, in all files; without what defines it unless that is asked for. */
function findsMarks(text: string, withDeclaration = true): void {
  const { context, position } = contextAt(text);
  const found = new Map<string, Range[]>();
  for (const { uri, range } of references(context, position, withDeclaration) ?? []) found.set(pathOf(uri), [...(found.get(pathOf(uri)) ?? []), range]);
  const byLine = (ranges: readonly Range[]): Range[] => [...ranges].sort((a, b) => a.start.line - b.start.line || a.start.character - b.start.character);
  assert.deepEqual(new Map([...found].map(([path, ranges]) => [path, byLine(ranges)])), parseFixture(text).marks);
}

describe('references', () => {
  it('to a person are all mentions in YAML and in the body, of every document', () => {
    findsMarks(`
---
delegator: maria
           ^^^^^
team:
  maria: { name: Maria Silva }
  ^^^^^
  maria-b: { name: Maria Bento }
---

## Invoices for @maria (recurring)
                ^^^^^^

- Owner: @maria
         ^^^^^^
- Backup: @maria-b
- Process: [Invoicing](invoicing.md)

@maria, @maria. Not maria, nor a@maria.org, \`@maria\`, @mariana, @Maria.
^^^^^^  ^^^^^^

- 2026-11-20 @maria 1h: with @maria
             ^^^^^^          ^^^^^^
  - Liked: @maria$0 was fast
           ^^^^^^

<!-- @maria -->

--- b.delegate.md
## Photos (one-off)

| Bid | Price |
| --- | ----- |
| @maria | 3 EUR |
  ^^^^^^

--- invoicing.md
# Invoicing

1. Ask @maria.
       ^^^^^^
`);
  });

  it('to an owner count where the mention is typed as code, as the rules do', () => {
    findsMarks('## A (recurring)\n\n- Owner: `@maria`\n          ^^^^^^\n- Backup: @ma$0ria\n          ^^^^^^\n');
  });

  it('leave out what defines a person, unless it is asked for', () => {
    findsMarks('---\nteam:\n  maria: { name: Maria Silva }\n---\n\n@ma$0ria\n^^^^^^\n', false);
  });

  const photos = (cursor: [heading: string, same: string]): string => `
## ${cursor[0]}Product photos (one-off)
   ^^^^^^^^^^^^^^

## Photos again (one-off)

- Same as: ${cursor[1]}product photos
           ^^^^^^^^^^^^^^

See [the first](#product-photos-one-off).
                ^^^^^^^^^^^^^^^^^^^^^^^

--- b.delegate.md
## Photos, once more (one-off)

- Same as: Product photos
           ^^^^^^^^^^^^^^
- Process: [As before](note.delegate.md#product-photos-one-off)
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`;

  it('to a task are each “Same as” and each link to its heading, from either end', () => {
    findsMarks(photos(['$0', '']));
    findsMarks(photos(['', '$0']));
  });

  it('to a process are all links to its document, those to a heading all links to that', () => {
    findsMarks(`
## A (recurring)

- Process: [A](processes/a$0.md)
               ^^^^^^^^^^^^^^

--- sub/b.delegate.md
## B (recurring)

- Process: ../processes/a.md#how
           ^^^^^^^^^^^^^^^^^^^^^
- Backup: see [the same](/processes/a.md "A") or [b](../processes/b.md)
                         ^^^^^^^^^^^^^^^

[a]: <../processes/a.md>
      ^^^^^^^^^^^^^^^^^

--- processes/a.md
# A

## How

As [here](#how), as [there](../processes/a.md).
          ^^^^              ^^^^^^^^^^^^^^^^^
`);
  });

  it('from a heading of the process itself are the same', () => {
    findsMarks('## A (recurring)\n\n- Process: [A](a.md#how)\n               ^^^^^^^^\n\n--- a.md\n# A\n\n## Ho$0w\n   ^^^\n');
  });

  it('are none where nothing stands', () => {
    const { context, position } = contextAt('Just pr$0ose.\n');
    assert.equal(references(context, position, true), undefined);
  });
});

describe('document highlights', () => {
  it('are the references within the note, definitions as what is written', () => {
    const text = `
---
team: { maria: Maria }
        ^^^^^
---

@ma$0ria and @maria
^^^^^^     ^^^^^^

--- b.delegate.md
@maria
`;
    const { context, position } = contextAt(text);
    const highlights = documentHighlights(context, position)!;
    assert.deepEqual(highlights.map(({ range }) => range), parseFixture(text).marks.get('note.delegate.md'));
    assert.deepEqual(highlights.map(({ kind }) => kind), [3, 2, 2]);
  });

  it('of a title are its “Same as” in the note; of nothing there are none, so that editors do their own', () => {
    const title = contextAt('## Pho$0tos (one-off)\n\n## B (one-off)\n\n- Same as: Photos\n');
    assert.equal(documentHighlights(title.context, title.position)?.length, 2);
    const prose = contextAt('Just pr$0ose, and prose.\n');
    assert.equal(documentHighlights(prose.context, prose.position), undefined);
  });
});
