import assert from 'node:assert/strict';
import type { Location, LocationLink } from 'vscode-languageserver-types';
import { definition } from '../../server/features/definition.ts';
import { contextAt, type FeatureOptions } from '../support/feature.ts';
import { parseFixture, pathOf } from '../support/fixture.ts';
import type { Range } from '../../server/text.ts';

/** What is selected is what is marked, file by file. */
function leadsToMarks(text: string, options?: FeatureOptions): LocationLink[] {
  const { context, position } = contextAt(text, options);
  const links = (definition(context, position) ?? []) as LocationLink[];
  const found = new Map<string, Range[]>();
  for (const { targetUri, targetSelectionRange } of links) found.set(pathOf(targetUri), [...(found.get(pathOf(targetUri)) ?? []), targetSelectionRange]);
  assert.deepEqual(found, parseFixture(text).marks);
  return links;
}

const leadsNowhere = (text: string): void => {
  const { context, position } = contextAt(text);
  assert.equal(definition(context, position), undefined);
};

describe('definition', () => {
  it('of a handle is its key in the roster, from wherever it is mentioned', () => {
    const team = `
--- office.delegate.md
---
team:
  maria: { name: Maria Silva }
  ^^^^^
---
`;
    leadsToMarks(`## Invoices (recurring)\n\n- Owner: @ma$0ria\n${team}`);
    leadsToMarks(`# Office\n\nAsk @maria$0 about it.\n${team}`);
    leadsToMarks(`## Photos (one-off)\n\n| Bid | Price |\n| --- | --- |\n| $0@maria | 3 EUR |\n${team}`);
    leadsToMarks(`## Photos (one-off)\n\n- 2026-11-01 awarded @mari$0a: fine\n${team}`);
    leadsToMarks(`# Office\n\nLook there.\n\n## A (recurring)\n\n- Process: [How](a.md)\n${team}\n--- a.md\n# How\n\n1. Ask @maria$0.\n`);
  });

  it('of a handle that several notes define is in the note itself, else in each that says something else', () => {
    leadsToMarks(`
---
team:
  maria: { name: Maria S. }
  ^^^^^
---

Ask @maria$0.

--- b.delegate.md
---
team: { maria: Maria Silva }
---
`);
    leadsToMarks(`
Ask @maria$0.

--- b.delegate.md
---
team: { maria: Maria Silva }
        ^^^^^
---
--- c.delegate.md
---
team:
  "maria": { name: Maria S. }
  ^^^^^^^
---
`);
  });

  it('of the one who delegates, and is in no team, is where a note says so', () => {
    leadsToMarks(`
---
delegator: "@nora"
            ^^^^^
---

Ask @no$0ra.
`);
  });

  it('of a process is its document, or the heading', () => {
    const document = (marks: string): string => `\n--- processes/month-end.md\n---\nreviewed: 2026-10-01\n---\n\n# Month end\n${marks}\n`;
    leadsToMarks(`## A (recurring)\n\n- Process: [Invoicing](processes/mon$0th-end.md)\n${document('  ^^^^^^^^^')}`);
    leadsToMarks(`## A (recurring)\n\n- Process: processes/month-end.md#$0paying\n${document('\n## Paying\n   ^^^^^^')}`);
    leadsToMarks(`## A (recurring)\n\n- Process: [A](processes/month-end.md)\n\nSee [this](processes/month-end.md#paying-1$0 "Paying").\n${document('\n## Paying\n\n## Paying\n   ^^^^^^')}`);
    leadsToMarks(`## A (recurring)\n\n- Process: #$0how\n\n## B (one-off)\n\n### How\n    ^^^\n`);
  });

  it('shows the whole line of a heading, as Markdown’s own does', () => {
    const [link] = leadsToMarks('## A (recurring)\n\n- Process: #$0b-one-off\n\n## B (one-off)\n   ^\n');
    assert.deepEqual(link!.targetRange, { start: { line: 4, character: 0 }, end: { line: 4, character: 14 } });
    assert.deepEqual(link!.originSelectionRange, { start: { line: 2, character: 11 }, end: { line: 2, character: 21 } });
  });

  it('of “Same as” are the tasks of that title', () => {
    leadsToMarks(`
## Photos again (one-off)

- Same as: product $0PHOTOS

## Other (one-off)

--- a.delegate.md
## Product photos (one-off)
   ^^^^^^^^^^^^^^
`);
  });

  it('of a link in prose to a file that nobody has read is that file', () => {
    const { context, position } = contextAt('See [the terms](te$0rms.md).\n');
    assert.equal((definition(context, position) as LocationLink[])[0]?.targetUri, 'file:///desk/terms.md');
  });

  it('is a plain location for editors that know no more', () => {
    const { context, position } = contextAt('---\nteam: { maria: Maria }\n---\n\n@mar$0ia\n', { abilities: { definitionLinks: false } });
    assert.deepEqual(definition(context, position), [{ uri: 'file:///desk/note.delegate.md', range: { start: { line: 1, character: 8 }, end: { line: 1, character: 13 } } } satisfies Location]);
  });

  it('is nowhere for what is not there, what lies outside, and what is code', () => {
    leadsNowhere('Ask @qu$0entin.\n');
    leadsNowhere('---\nteam: { maria: Maria }\n---\n\nAsk `@mar$0ia`.\n');
    leadsNowhere('## A (recurring)\n\n- Process: [A](../../etc/pa$0sswd.md)\n');
    leadsNowhere('## A (recurring)\n\n- Process: [A](gon$0e.md)\n');
    leadsNowhere('## A (recurring)\n\n- Process: [A](a.md#go$0ne)\n\n--- a.md\n# A\n');
    leadsNowhere('See [this](https://exam$0ple.com).\n');
    leadsNowhere('```\n[a](b$0.md)\n```\n');
    leadsNowhere('Just pr$0ose.\n');
  });
});
