/** A job as a post for a job board. */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { jobPost } from '../../server/model/jobPost.ts';
import { anyText, notes } from '../support/arbitraries.ts';
import { load } from '../support/fixture.ts';
import { workspace } from '../support/notes.ts';
import { applies, deed } from './support.ts';

const post = (note: string): string => deed('copyJobPost', note).text!;

const team = '---\nteam:\n  jon: { name: Jon Park }\n  lin: { time: contract }\n---\n\n';

describe('Copy Job Post', () => {
  it('tells what bidders have to know, and nothing else', () => {
    const note = `${team}## Photos with @jon of [plates](a.md)$0 (one-off)

- Owner: @jon
- Budget: 1200 EUR
- Skills: photography, retouching
- Due: 2026-12-18
- Estimate: 3h
- Process: [Photos](processes/photos.md)
- Same as: Spring photos

Ten bowls on white, as in [the guide](guide.md) and on [our page](https://example.com). <!-- delegate-disable-line x -->
Ask @jon or @lin, not jon@example.com.

You deliver:

- TIFF, 3000 px
  1. front
  2. back

  of each
- one *sheet* of all

| Bid  |   Price |
| ---- | ------: |
| @lin | 280 EUR |

> Be on time.

\`\`\`text
bowl-01.tif
\`\`\`

### Log

- 2026-11-02 @lin awarded 280 EUR: she is slow
- [ ] 2026-12-01 First half: 140 EUR
- 2026-11-01 posted explained 20m
  - Disliked: Late.
`;
    assert.equal(post(note), `# Photos with Jon of plates

Ten bowls on white, as in the guide and on [our page](https://example.com). Ask Jon or lin, not jon@example.com.

> Be on time.

\`\`\`text
bowl-01.tif
\`\`\`

## Deliverables

You deliver:

- TIFF, 3000 px
  1. front
  2. back
  of each
- one *sheet* of all

## Details

- Skills: photography, retouching
- Budget: 1200 EUR
- Deadline: 18 December 2026

## How to apply

Please write in a few lines how you would go about it, with your price, the days you need, and one or two examples of work like this.
`);
  });

  it('keeps the headings of a brief, and says what it says on applying', () => {
    assert.equal(post('## Van$0 (one-off)\n\nPaint it.\n\n### Colours\n\n1. Green\n2. White\n\n### How to apply\n\nSend a [sketch](mailto:a@example.com).\n\n### Deliverables\n\n- The van\n\n### Bids\n\n- 2026-11-01 posted\n'),
      '# Van\n\nPaint it.\n\n## Colours\n\n1. Green\n2. White\n\n## Deliverables\n\n- The van\n\n## How to apply\n\nSend a [sketch](mailto:a@example.com).\n');
  });

  it('takes what the outline of a brief calls so for the deliverables', () => {
    const brief = '## Van$0 (one-off)\n\n**What:** Paint it.\n\n**Deliverables:** The van.\n\n**How it is judged:** No drops.\n';
    const head = '# Van\n\n**What:** Paint it.\n\n**How it is judged:** No drops.\n\n## Deliverables\n\n';
    assert(post(brief).startsWith(`${head}The van.\n\n## How to apply\n`));
    assert(post(brief.replace('The van.', '\n\n- The van\n\n  with keys')).startsWith(`${head}- The van\n  with keys\n\n## How to apply\n`));
  });

  it('says what is written where it cannot be read, and leaves out what is still open', () => {
    const text = post('## Van$0 (one-off)\n\n- Budget: ask us\n- Due: TBD\n- Skills: paint, [tools](tools.md)\n');
    assert.match(text, /## Details\n\n- Skills: paint, tools\n- Budget: ask us\n\n/);
  });

  it('needs nothing but the heading', () => assert.match(post('## $0(one-off)'), /^# Job\n\n## How to apply\n\nPlease/));

  it('is not for a function', () => assert(!applies('copyJobPost', '## Van$0 (recurring)\n')));
});

describe('the post of any job', () => {
  const postsOf = (text: string): string[] => {
    const folder = load(new Map([['note.delegate.md', text]]));
    return [...folder.tasks()].map((task) => jobPost(task, folder));
  };

  it('is there', () => fc.assert(fc.property(fc.oneof(notes(), anyText()), (text) => postsOf(text).every((each) => assert.match(each, /^# .+\n/) === undefined)), { numRuns: 200 }));

  it('names nobody by handle, and has no entry, bid or comment', () =>
    fc.assert(fc.property(workspace(), (files) => {
      for (const each of postsOf(files.get('note.delegate.md')!)) assert.doesNotMatch(each, /@(?!code)|<!--|^- (?:\d{4}-|\d\.)|\| Bid/im);
    }), { numRuns: 200 }));
});
