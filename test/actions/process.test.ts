/** Making, drafting and reviewing the process of a task. Today is Monday, 23 November 2026. */
import assert from 'node:assert/strict';
import { applies, deed, filesAfter, refusal } from './support.ts';

const invoices = `## Send client invoices$0 (recurring)

- Owner: @maria

Bill every client for the month, by [the rates](rates.md). Send them by noon.

- 2026-10-30 @maria 1h: 14 invoices.
  - Liked: Grouped the reminders by client.
`;

const invoicing = 'processes/send-client-invoices.md';
const linked = (note: string): string => note.replace('$0', '').replace('- Owner: @maria\n', '- Owner: @maria\n- Process: [Send client invoices](processes/send-client-invoices.md)\n');

describe('Create Process Document', () => {
  const made = `# Send client invoices

Bill every client for the month, by [the rates](../rates.md). Send them by noon.

1. <!-- What comes first: what is needed, and where it is found -->
2. <!-- What is done then, one thing after the other -->
3. <!-- How one sees that it is right, and who is told -->
`;

  it('makes it from a template, links it and shows it', () => {
    assert.deepEqual(Object.fromEntries(filesAfter('createProcess', invoices)), { 'note.delegate.md': linked(invoices), [invoicing]: made });
    assert.equal(deed('createProcess', invoices).show?.uri, 'file:///desk/processes/send-client-invoices.md');
  });

  it('opens the one that is there, the second time', () => {
    const twice = `${linked(invoices).replace('## Send', '## $0Send')}\n--- ${invoicing}\n# Mine\n`;
    assert.deepEqual(deed('createProcess', twice), { show: { uri: 'file:///desk/processes/send-client-invoices.md' } });
  });

  it('links and opens one that is there and is not linked', () => {
    const there = `${invoices}\n--- ${invoicing}\n# Mine\n`;
    const files = filesAfter('createProcess', there);
    assert.equal(files.get('note.delegate.md'), `${linked(invoices)}\n`);
    assert.equal(files.get(invoicing), '# Mine\n');
  });

  it('makes the one that a link names', () => {
    const files = filesAfter('createProcess', '## Invoices$0 (recurring)\n\n- Process: [Invoicing](how/to.md#paying)\n');
    assert.match(files.get('how/to.md')!, /^# Invoicing\n\n## Paying\n\n1\. <!--/);
  });

  it('takes a title as a heading', () => assert.match(filesAfter('createProcess', '## Photos of [plates](a.md)! (one-off)$0\n').get('processes/photos-of-plates.md')!, /^# Photos of \[plates\]\(\.\.\/a\.md\)\n/));

  it('makes one for a job', () => assert(filesAfter('createProcess', '## Photos$0 (one-off)\n\n1. Shoot\n').has('processes/photos.md')));

  it('keeps the line ends of the note, its byte order mark, tabs and emoji, and needs no line end at the end', () => {
    const note = '\ufeff## Photos \u{1f4f7}$0 (recurring)\n\n-\tOwner: @maria\n\nShoot\tall. \u{1f600}'.replaceAll('\n', '\r\n');
    const files = filesAfter('createProcess', note);
    assert.equal(files.get('note.delegate.md'), note.replace('$0', '').replace('@maria\r\n', '@maria\r\n-\tProcess: [Photos \u{1f4f7}](processes/photos.md)\r\n'));
    assert.match(files.get('processes/photos.md')!, /^# Photos \u{1f4f7}\r\n\r\nShoot all\. \u{1f600}\r\n\r\n1\. <!--.*\r\n2\. <!--.*\r\n3\. <!--.*\r\n$/u);
  });

  it('leaves a place that it cannot read', () =>
    assert.equal(refusal('createProcess', '## Invoices$0 (recurring)\n\n- Process: docs / invoicing\n'), 'Process says “docs / invoicing”, which may be a place. Make it a link, [Title](file.md), or take it out.'));

  it('leaves a folder in its place', () => assert.match(refusal('createProcess', '## Invoices$0 (recurring)\n\n--- processes/invoices.md/a.txt\nA\n'), /^The document cannot be made:/));

  for (const [what, note] of [
    ['steps below', '## Invoices$0 (recurring)\n\n1. Write\n'],
    ['an address', '## Invoices$0 (recurring)\n\n- Process: https://example.com\n'],
    ['a heading of the note', '## Invoices$0 (recurring)\n\n- Process: [How](#how)\n\n## How\n\n1. Write\n'],
    ['no place inside the workspace', '---\nprocesses: ../elsewhere\n---\n\n## Invoices$0 (recurring)\n'],
  ] as const) it(`does not apply to a task with ${what}`, () => assert(!applies('createProcess', note)));
});

describe('Draft Process from History', () => {
  const draft = (note: string, path = invoicing): string => filesAfter('draftProcess', note).get(path)!;

  it('makes steps of the brief and the feedback', () => {
    const files = filesAfter('draftProcess', invoices);
    assert.equal(files.get('note.delegate.md'), linked(invoices));
    assert.equal(files.get(invoicing), `# Send client invoices

1. Bill every client for the month, by [the rates](../rates.md).
2. Send them by noon.
3. Keep: Grouped the reminders by client.
`);
    assert.equal(deed('draftProcess', invoices).show?.uri, 'file:///desk/processes/send-client-invoices.md');
  });

  it('makes steps of lists, with what is below them, and an introduction of the rest', () => assert.equal(draft(`## Send client invoices$0 (recurring)

For @maria. <!-- delegate-disable-line x -->

- Write them:

  in the sheet,
  - by client
  - by *month*, with a very long explanation of why this is so and nothing else would do
- Send them.

See [the list][list] and [below](#notes).

[list]: <lists/all clients.md>

- 2026-06-30 @maria
  - Disliked: send them
  - Disliked: Old rate.
- 2026-05-29 @maria
  - Disliked: OLD RATE
  - Liked: Send them
`), `# Send client invoices

For @maria.

See [the list](../lists/all%20clients.md) and
[below](../note.delegate.md#notes).

1. Write them: in the sheet,
   - by client
   - by *month*, with a very long explanation of why this is so and nothing else
     would do
2. Send them.
3. Check for: OLD RATE
4. Check for: send them
`));

  it('goes by the jobs that are the same, wherever they are', () => {
    const note = `## Photos$0 (recurring)

- 2026-09-01 @lin
  - Liked: Soft shadows.

--- b/jobs.delegate.md
## Spring photos (one-off)

- Same as: Photos

Six plates, as in [the guide](guide.md).

- 2026-04-01 delivered
  - Disliked: Too dark.

## Autumn photos (one-off)

- Same as: photos

1. Set up
2. Shoot

- 2026-09-01 delivered
  - Liked: Soft shadows.
`;
    assert.equal(draft(note, 'processes/photos.md'), '# Photos\n\n1. Set up\n2. Shoot\n3. Keep: Soft shadows.\n4. Check for: Too dark.\n');
    assert.match(draft(note.replace('1. Set up\n2. Shoot\n', ''), 'processes/photos.md'), /^1\. Six plates, as in \[the guide\]\(\.\.\/b\/guide\.md\)\.$/m);
  });

  it('fills in a template that nobody has filled in, and leaves what is around it', () => {
    const stub = `${linked(invoices).replace('## Send', '## $0Send')}
--- ${invoicing}
---
reviewed: 2026-01-05
---

# Mine

Send them by noon.

1. <!-- What comes first: what is needed, and where it is found -->
2. <!-- What is done then, one thing after the other -->
3. <!-- How one sees that it is right, and who is told -->

The end.
`;
    assert.equal(draft(stub), `---
reviewed: 2026-01-05
---

# Mine

Send them by noon.

1. Bill every client for the month, by [the rates](../rates.md).
2. Keep: Grouped the reminders by client.
3. <!-- How one sees that it is right, and who is told -->

The end.
`);
  });

  it('goes on with a list that has begun, in a document or below', () => {
    assert.equal(draft(`${linked(invoices).replace('## Send', '## $0Send')}\n--- ${invoicing}\n1) Send them by noon`), '1) Send them by noon\n2) Bill every client for the month, by [the rates](../rates.md).\n3) Keep: Grouped the reminders by client.');
    const below = '## Invoices$0 (recurring)\n\n- Process: below\n\nBy client.\n\n1. Send them.\n\n- 2026-10-30\n  - Liked: Early.\n';
    assert.equal(draft(below, 'note.delegate.md'), below.replace('$0', '').replace('1. Send them.\n', '1. Send them.\n2. Keep: Early.\n'));
    assert.equal(deed('draftProcess', below).show, undefined);
  });

  it('writes over nothing', () =>
    assert.equal(refusal('draftProcess', `${invoices}\n--- ${invoicing}\n# Mine\n`), '“processes/send-client-invoices.md” is there already, and nothing is written over it. “Create Process Document” links it.'));

  for (const [what, note] of [
    ['that has a process', `${linked(invoices).replace('## Send', '## $0Send')}\n--- ${invoicing}\n1. Write\n2. Send\n3. List\n`],
    ['that tells nothing', '## Invoices$0 (recurring)\n\n- 2026-10-30: 14 invoices.\n'],
    ['whose process says it all', '## Invoices$0 (recurring)\n\n- Process: below\n\n1. Send them.\n'],
  ] as const) it(`does not apply to a task ${what}`, () => assert(!applies('draftProcess', note)));
});

describe('Mark Process Reviewed', () => {
  const below = '## Invoices$0 (recurring)\n\n- Process: below\n\n1. Write\n';

  it('writes it into the task', () => assert.equal(filesAfter('markReviewed', below).get('note.delegate.md'), below.replace('$0', '').replace('below\n', 'below\n- Reviewed: 2026-11-23\n')));

  it('writes it into the document, where that says when it was reviewed', () => {
    const note = '## Invoices$0 (recurring)\n\n- Process: how.md\n\n--- how.md\n---\r\nreviewed: 2026-01-05\r\n---\r\n\r\n1. Write';
    assert.deepEqual([...filesAfter('markReviewed', note).values()], ['## Invoices (recurring)\n\n- Process: how.md\n\n', '---\r\nreviewed: 2026-11-23\r\n---\r\n\r\n1. Write']);
  });

  for (const [what, note] of [
    ['reviewed today', below.replace('- Process', '- Reviewed: 2026-11-23\n- Process')],
    ['without a process', '## Invoices$0 (recurring)\n'],
    ['whose process is not there', '## Invoices$0 (recurring)\n\n- Process: how.md\n'],
    ['that is a job', '## Invoices$0 (one-off)\n\n- Process: below\n\n1. Write\n'],
  ] as const) it(`does not apply to a task ${what}`, () => assert(!applies('markReviewed', note)));
});
