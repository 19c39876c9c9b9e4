/** The fixes that are made without asking. */
import assert from 'node:assert/strict';
import { textOf } from '../../server/notation/document.ts';
import { fixAll } from '../../server/rules/fixAll.ts';
import { rules } from '../../server/rules/index.ts';
import { check } from '../../server/rules/run.ts';
import { checkAll, load, parseFixture, uriOf } from '../support/fixture.ts';

function fixedText(note: string): { text: string; titles: string[] } {
  const folder = load(parseFixture(note).files);
  const document = folder.documents.get(uriOf('note.delegate.md'))!;
  const after = fixAll(document, folder, (each, within) => check(each, { folder: within, today: undefined }, { levels: new Map(), onError: (code) => assert.fail(code) }));
  return { text: textOf(after.document), titles: after.fixed.map(({ title }) => title) };
}

const note = `
## Send invoices (recurring)

- Owner: @maria
- Estimate: 1,5 std
- Starts: 20.11.2026
- Owner: @maria
- Owner:
<!-- delegate-disable-next-line missing-owner -->
<!-- delegate-disable-next-line entry-order -->

1. Write them.

- 2026-11-20 @maria 1,5 std
- 2026-11-13 @maria for 30m
- 3/4/2026 @maria 1h
`;

describe('all safe fixes', () => {
  it('are made until none is left', () => {
    const { text, titles } = fixedText(note);
    assert.equal(text, `## Send invoices (recurring)

- Owner: @maria
- Estimate: 1h 30m
- Starts: 2026-11-20

1. Write them.

- 2026-11-20 @maria 1h 30m
- 2026-11-13 @maria for 30m
- 3/4/2026 @maria 1h
`);
    assert.equal(titles.length, 7);
    assert.deepEqual(fixedText(text).titles, []);
  });

  it('choose for nobody', () => {
    for (const line of ['- Owner: @marai', '- Estimate: 90', '- Estimate: 2-3h', '- Estimate: 1,200 min', '- Starts: 3/4/2026', '- Starts: 2026-02-30', '- Onwer: @maria', '- Owner: @maria\n- Owner: @jon']) {
      const text = `---\nteam:\n  maria: { name: Maria }\n---\n\n## Send invoices (recurring)\n\n${line}\n`;
      assert.deepEqual(fixedText(text).titles, [], line);
    }
    for (const line of ['- Budget: 300', '- Budget: 1.200,50 $', '- Budget: 300-400 EUR']) assert.deepEqual(fixedText(`---\ncurrency: EUR\n---\n\n## Photos (one-off)\n\n${line}\n`).titles, [], line);
    assert.deepEqual(fixedText('# A\n\n<!-- delegate-disable-next-line missing-onwer -->\n\n<!-- delegate-disable-next-line rule-of-tomorrow -->\nText.\n').titles, []);
  });

  it('keep a field that something hangs on', () => {
    assert.deepEqual(fixedText('## Send invoices (recurring)\n\n- Owner: @maria\n- Owner: @maria\n  - since May\n').titles, []);
  });

  it('change the note alone, and are what a user most likely wants', () => {
    let count = 0;
    for (const { code, bad } of rules) {
      for (const { fixes, path } of checkAll(parseFixture(bad))) {
        for (const { safe, preferred, create, edits, title } of fixes()) {
          if (!safe) continue;
          count++;
          assert(preferred, `${code}: ${title}`);
          assert.equal(create, undefined);
          assert.deepEqual(edits?.map(({ uri }) => uri), [uriOf(path)]);
        }
      }
    }
    assert(count > 0);
  });
});
