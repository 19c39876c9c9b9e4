import assert from 'node:assert/strict';
import { prepareRename, rename } from '../../server/features/rename.ts';
import type { Folder } from '../../server/model/workspace.ts';
import { applied } from '../support/edits.ts';
import { contextAt, type FeatureOptions } from '../support/feature.ts';
import { type Files, parseFixture } from '../support/fixture.ts';

/** Renames what is at the cursor; the files after it. */
function renamed(before: string, name: string, options?: FeatureOptions): Files {
  const { context, position } = contextAt(before, options);
  assert(prepareRename(context, position), 'nothing can be renamed here');
  const edit = rename(context, position, name);
  assert(edit, 'nothing can be renamed here');
  assert(!('refused' in edit), 'refused' in edit ? edit.refused : '');
  return applied(parseFixture(before).files, edit);
}

const becomes = (before: string, name: string, after: string): void => assert.deepEqual(renamed(before, name), parseFixture(after).files);

/** The sentence with which a new name is refused. */
function refusal(text: string, name: string): string {
  const { context, position } = contextAt(text);
  const answer = rename(context, position, name);
  assert(answer && 'refused' in answer, `${name} is taken`);
  assert.match(answer.refused, /^[A-Z@“].{20,250}\.$/u);
  return answer.refused;
}

function offered(text: string, options?: FeatureOptions): string | undefined {
  const { context, position } = contextAt(text, options);
  const answer = prepareRename(context, position);
  return answer === undefined ? undefined : 'refused' in answer ? answer.refused : answer.placeholder;
}

describe('renaming a person', () => {
  it('changes each mention, in YAML and in the body of all files, and nothing that is alike', () => {
    becomes(`
---
delegator: "@maria"
team:
  maria: { name: maria }
  'maria-b': { name: Maria Bento }
---

## Ask @maria (recurring)

- Owner: @ma$0ria
- Backup: @maria-b
- Process: [Invoicing](invoicing.md)

@maria, (@maria), @maria. Not maria, \`@maria\`, a@maria.org, @mariana nor @Maria.

- 2026-11-20 @maria 1h: with @maria
  - Liked: @maria was fast

<!-- @maria -->

--- b.delegate.md
## Photos (one-off)

| Bid | Price |
| --- | ----- |
| @maria | 3 EUR |
| maria | 4 EUR |

- 2026-11-01 awarded @maria

--- invoicing.md
# Invoicing

1. Ask @maria.
`, 'inês', `
---
delegator: "@inês"
team:
  inês: { name: maria }
  'maria-b': { name: Maria Bento }
---

## Ask @inês (recurring)

- Owner: @inês
- Backup: @maria-b
- Process: [Invoicing](invoicing.md)

@inês, (@inês), @inês. Not maria, \`@maria\`, a@maria.org, @mariana nor @Maria.

- 2026-11-20 @inês 1h: with @inês
  - Liked: @inês was fast

<!-- @maria -->

--- b.delegate.md
## Photos (one-off)

| Bid | Price |
| --- | ----- |
| @inês | 3 EUR |
| maria | 4 EUR |

- 2026-11-01 awarded @inês

--- invoicing.md
# Invoicing

1. Ask @inês.
`);
  });

  it('starts from the roster too, takes an @ that is typed, and keeps line ends, tabs and emoji', () => {
    const before = '\ufeff---\r\nteam:\r\n  maria$0: { name: "\u{1f600}" }\r\n---\r\n\r\n\u{1f600}\t@maria \u{1f600}\r\n\r\n-\t2026-11-20\t@maria 1h';
    assert.equal(renamed(before, ' @lin ').get('note.delegate.md'), before.replace('$0', '').replaceAll('maria', 'lin'));
  });

  it('offers the handle alone, and an unknown person too', () => {
    assert.equal(offered('Ask $0@quentin.\n'), 'quentin');
    const { context, position } = contextAt('Ask @quentin$0.\n');
    assert.deepEqual(prepareRename(context, position), { range: { start: { line: 0, character: 5 }, end: { line: 0, character: 12 } }, placeholder: 'quentin' });
  });

  it('is refused for a handle that is somebody’s or cannot be read', () => {
    const note = '---\ndelegator: nora\nteam:\n  maria: { name: Maria }\n  jon: { name: Jon }\n---\n\n@mar$0ia and @lee\n';
    assert.match(refusal(note, 'jon'), /@jon is somebody already/);
    assert.match(refusal(note, '@nora'), /@nora is somebody already/);
    assert.match(refusal(note, 'lee'), /@lee is mentioned in note\.delegate\.md already/);
    for (const name of ['', '@', 'maria silva', 'maria!', '-maria', 'maria.', 'a@b', '\u{1f600}', 'a\nb', 'null']) refusal(note, name);
  });

  it('is refused where front matter names the person in a way that no edit reaches', () => {
    assert.match(refusal('@mar$0ia\n\n--- b.delegate.md\n---\nteam:\n  maria: { name: "Maria }\n---\n', 'lin'), /front matter of b\.delegate\.md/);
    assert.match(refusal('@mar$0ia\n\n--- b.delegate.md\n---\nteam:\n  "m\\u0061ria": { name: Maria }\n---\n', 'lin'), /front matter of b\.delegate\.md/);
  });

  it('changes nothing where the name stays', () => {
    assert.deepEqual([...renamed('@mar$0ia\n', 'maria')], [['note.delegate.md', '@maria\n']]);
  });
});

describe('renaming a task', () => {
  const before = (heading: string, same = ''): string => `
## ${heading}Product photos (one-off) ##

## Photos again (one-off)

- Same as: ${same}product
  photos
- Process: [As there](#product-photos-one-off)

--- b.delegate.md
### More (one-off)

- Same as: Product photos

See [those](note.delegate.md#product-photos-one-off "Photos").
`;
  const after = `
## Photos for spring (one-off) ##

## Photos again (one-off)

- Same as: Photos for spring
- Process: [As there](#photos-for-spring-one-off)

--- b.delegate.md
### More (one-off)

- Same as: Photos for spring

See [those](note.delegate.md#photos-for-spring-one-off "Photos").
`;

  it('changes its heading, each “Same as”, and the links to it', () => {
    becomes(before('$0'), 'Photos for spring', after);
    becomes(before('', '$0'), ' Photos for spring ', after);
    becomes(before('$0'), 'Photos for spring (one-off)', after);
  });

  it('starts from a link to it too', () => {
    becomes('## Invoices (recurring)\n\n## B (one-off)\n\n- Process: #inv$0oices-recurring\n', 'Bills', '## Bills (recurring)\n\n## B (one-off)\n\n- Process: #bills-recurring\n');
  });

  it('offers the title alone', () => {
    assert.equal(offered('### Inv$0oices  (recurring) ###\n'), 'Invoices');
    assert.equal(offered('## Invoices (recur$0ring)\n'), undefined);
  });

  it('may change the case of letters only', () => {
    becomes('## inv$0oices (recurring)\n', 'Invoices', '## Invoices (recurring)\n');
  });

  it('is refused for a title that another has, that is none, or that nobody could tell', () => {
    const note = '## Inv$0oices (recurring)\n\n## Payroll (recurring)\n';
    assert.match(refusal(note, 'PAYROLL'), /title of another task/);
    for (const title of ['', ' ', 'a\nb', 'None', '<!-- -->']) refusal(note, title);
    assert.match(refusal('## Pho$0tos (one-off)\n\n## Photos (one-off)\n\n## B (one-off)\n\n- Same as: photos\n', 'Pictures'), /Several tasks/);
    assert.match(offered('## Photos (one-off)\n\n## Photos (one-off)\n\n## B (one-off)\n\n- Same as: pho$0tos\n')!, /Several tasks/);
    assert.match(offered('## B (one-off)\n\n- Same as: pho$0tos\n')!, /No task is called/);
  });
});

describe('renaming a heading', () => {
  it('changes the links to it, in every document, and those to its namesakes', () => {
    const before = (note: string, document = ''): string => `
## A (recurring)

- Process: [How](processes/a.md#${note}how)

[Second](/processes/a.md#how-1), [third](processes/a.md#how-2), [file](processes/a.md), [other](processes/b.md#how).

--- processes/a.md
# A

## ${document}How

As [here](#HOW) and [there](<a.md#how-1>).

## How

## How ##
`;
    const after = `
## A (recurring)

- Process: [How](processes/a.md#what-we-do)

[Second](/processes/a.md#how), [third](processes/a.md#how-1), [file](processes/a.md), [other](processes/b.md#how).

--- processes/a.md
# A

## What we do

As [here](#what-we-do) and [there](<a.md#how>).

## How

## How ##
`;
    becomes(before('$0'), 'What we do', after);
    becomes(before('', '$0'), 'What we do', after);
  });

  it('works on underlined headings in one line', () => {
    becomes('## A (recurring)\n\n- Process: [How](a.md#h$0ow)\n\n--- a.md\nHow\n===\n', 'Why', '## A (recurring)\n\n- Process: [How](a.md#why)\n\n--- a.md\nWhy\n===\n');
  });

  it('is offered where something links to it; others are Markdown’s', () => {
    assert.equal(offered('## H$0ow\n\n## A (recurring)\n\n- Process: #how\n'), 'How');
    assert.equal(offered('## H$0ow\n'), undefined);
  });

  it('is refused for a text that is no heading, is a task’s, or has no anchor', () => {
    const note = '## A (recurring)\n\n- Process: [How](a.md#ho$0w)\n\n--- a.md\nHow\n===\n';
    for (const text of ['', 'a\nb', '1. a', '- a', '!!']) refusal(note, text);
    assert.match(refusal(note.replace('How\n===', '# How'), 'How (recurring)'), /task/);
    assert.match(offered(note.replace('#ho', '#wh'))!, /no heading “#whw”/);
    assert.match(offered(note.replace('How\n===', 'How\nmuch\n===').replace('#ho$0w', '#how$0-much'))!, /several lines/);
  });
});

describe('renaming a process document', () => {
  const before = `
## A (recurring)

- Process: [How](./processes/a$0.md#how "T")

[b]: processes/a.md

--- sub/b.delegate.md
## B (recurring)

- Process: ../processes/a.md
- Backup: [same](/processes/a.md?plain=1#how)

--- processes/a.md
# A

## How

See [the note](../note.delegate.md), [me](#how), ![a](images/a.png) and [myself](a.md).
`;

  it('moves it, and changes all links to it and in it', () => {
    const { context, position } = contextAt(before);
    const folder = context.folder.withFiles([['file:///desk/how to/x%20y.md', 'missing'], ['file:///desk/how%20to/x%20y.md', 'missing']]);
    const edit = rename({ ...context, folder }, position, './how to/x y.md');
    assert(edit && !('refused' in edit), JSON.stringify(edit));
    assert.deepEqual(applied(parseFixture(before).files, edit), parseFixture(`
## A (recurring)

- Process: [How](./how%20to/x%20y.md#how "T")

[b]: how%20to/x%20y.md

--- sub/b.delegate.md
## B (recurring)

- Process: ../how%20to/x%20y.md
- Backup: [same](/how%20to/x%20y.md?plain=1#how)

--- how to/x y.md
# A

## How

See [the note](../note.delegate.md), [me](#how), ![a](../processes/images/a.png) and [myself](x%20y.md).
`).files);
    assert.deepEqual(edit.documentChanges!.map((change) => ('kind' in change ? change.kind : 'edit')), ['edit', 'edit', 'edit', 'rename']);
  });

  it('is refused where something is there, outside of the folder, and for what is no document', () => {
    const refusedIn = (state: (folder: Folder) => Folder, name: string): string => {
      const { context, position } = contextAt(before);
      const answer = rename({ ...context, folder: state(context.folder) }, position, name);
      assert(answer && 'refused' in answer);
      return answer.refused;
    };
    const same = (folder: Folder): Folder => folder;
    assert.match(refusedIn((folder) => folder.withFiles([['file:///desk/b.md', 'other']]), 'b.md'), /there already/);
    assert.match(refusedIn(same, 'b.md'), /there already/);
    assert.match(refusedIn(same, '../b.md'), /outside/);
    assert.match(refusedIn(same, 'processes/a'), /“\.md”/);
    assert.match(refusedIn(same, ''), /note/);
    assert.match(refusedIn(same, 'c.delegate.md'), /note/);
  });

  it('is offered where the file is known and the editor can move it', () => {
    assert.equal(offered(before), './processes/a.md');
    assert.equal(offered(before, { abilities: { movingFiles: false } }), undefined);
    assert.match(offered('See [x](y$0.md).\n')!, /no document/);
    assert.equal(offered('See [x](https://y$0.md).\n'), undefined);
  });
});
