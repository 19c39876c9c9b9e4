/** What the formatter writes, by example. */
import assert from 'node:assert/strict';
import { formatEdits, formatted } from '../../support/formatted.ts';

const turns = (what: string, before: string, after: string): void =>
  void it(what, () => assert.equal(formatted(before.replace(/^\n/, '')), after.replace(/^\n/, '')));

const stays = (what: string, text: string): void => turns(what, text, text);

/** Lines below the heading of a function. */
const inFunction = (lines: string): string => `## Send invoices (recurring)\n\n${lines}\n`;
const inJob = (lines: string): string => `## Photos (one-off)\n\n${lines}\n`;

/** Each line of a function is written in another way. */
const lines = (cases: readonly (readonly [before: string, after: string])[], within = inFunction): void => {
  for (const [before, after] of cases) turns(`${JSON.stringify(before)} as ${JSON.stringify(after)}`, within(before), within(after));
};

const unchanged = (cases: readonly string[], within = inFunction): void => {
  for (const text of cases) stays(`${JSON.stringify(text)} as it is`, within(text));
};

describe('the formatter writes fields', () => {
  lines([
    ['- owner: @maria', '- Owner: @maria'],
    ['* **Owner:** @maria', '- Owner: @maria'],
    ['+ __Owner__ : @maria', '- Owner: @maria'],
    ['- Owner:@maria', '- Owner: @maria'],
    ['-   Owner:   @maria', '- Owner: @maria'],
    ['- Estimate: 90 min', '- Estimate: 1h 30m'],
    ['- Estimate: 1.5 hours', '- Estimate: 1h 30m'],
    ['- Starts: 20 March 2026', '- Starts: 2026-03-20'],
    ['- Starts: 20.11.2026', '- Starts: 2026-11-20'],
    ['- Starts: 11/23/2026', '- Starts: 2026-11-23'],
    ['- Reviewed: 2026-1-5', '- Reviewed: 2026-01-05'],
    ['- Cadence: last workday of the month', '- Cadence: every month on the last workday'],
    ['- Cadence: every 2 weeks on Fri', '- Cadence: every other Friday'],
    ['- Cadence: FREQ=WEEKLY;BYDAY=MO', '- Cadence: every Monday'],
    ['- Estimate: 90 min <!-- was 2h -->', '- Estimate: 1h 30m <!-- was 2h -->'],
    ['- Owner: @maria\n- **Room:** 5', '- Owner: @maria\n- Room: 5'],
  ]);
  lines([
    ['- same-as: none', '- Same as: none'],
    ['- Budget: €280', '- Budget: 280 EUR'],
    ['- Budget: $1,200.50', '- Budget: 1200.50 USD'],
    ['- Due: 2026/9/25', '- Due: 2026-09-25'],
  ], inJob);

  turns('in canonical order, each with the lines below it',
    inFunction('- Estimate: 1h\n  with all reminders\n- Room: 5\n- cadence: Fridays\n- Owner: @maria\n  - since May'),
    inFunction('- Owner: @maria\n  - since May\n- Room: 5\n- Cadence: every Friday\n- Estimate: 1h\n  with all reminders'));
  turns('and of two of one name keeps the first one first',
    inFunction('- Owner: @maria\n- Cadence: every Friday\n- Owner: @jon'),
    inFunction('- Owner: @maria\n- Owner: @jon\n- Cadence: every Friday'));
  stays('and leaves the first one below the comment on it',
    '## Send invoices (recurring)\n\n<!-- delegate-disable-next-line unknown-person -->\n- Backup: @nobody\n- Owner: @maria\n');
});

describe('the formatter leaves a field', () => {
  unchanged([
    '- Owner:', '- Owner: ', '- owner', '- Estimate: 1,5 std', '- Estimate: TBD', '- Estimate: about 2 hours', '- Starts: 3/4/2026', '- Starts: 2026-02-30', '- Starts: soon',
    '- Cadence: biweekly', '- Cadence: every Friday until 2026-12-31', '- Cadence: 0 9 * * 1', '- Cadence: hourly', '- Owner: Maria Silva', '- Process: [Invoicing](processes/invoicing.md)',
    '- Owner: @maria\n- budget: €280',
  ]);
  stays('in dollars of notes that count in others', `---\ncurrency: NZD\n---\n\n${inJob('- Budget: $4,800')}`);
  stays('whose line would become too long', inFunction(`- Cadence: last workday of the month <!-- ${'so '.repeat(11)}-->`));
});

describe('the formatter writes entries', () => {
  lines([
    ['- 2026-07-31 explained 10 min 100m @maria: 14 invoices.', '- 2026-07-31 @maria 1h 40m explained 10m: 14 invoices.'],
    ['- 2026-09-01 4/5 for 2026-08-28 2h @jon', '- 2026-09-01 @jon 2h for 2026-08-28 4/5'],
    ['- 2026-07-31 - @maria, (1h), Done.', '- 2026-07-31 @maria 1h done'],
    ['* 2026-07-31 Skipped : the studio was closed', '- 2026-07-31 skipped: the studio was closed'],
    ['- **2026-07-31** @maria **1h**:  kept  *as* it is', '- 2026-07-31 @maria 1h: kept  *as* it is'],
    ['- 31.7.2026 @maria', '- 2026-07-31 @maria'],
    ['- 2026-07-31 1h @maria <!-- who else? -->', '- 2026-07-31 @maria 1h <!-- who else? -->'],
    ['- 2026-07-31 1h @maria: a note that is\n  wrapped\n  - **disliked:** Late.', '- 2026-07-31 @maria 1h: a note that is\n  wrapped\n  - Disliked: Late.'],
    ['-   2026-07-31 @maria\n\n    ```\n    code\n    ```\n\n    - liked: Fast.', '- 2026-07-31 @maria\n\n  ```\n  code\n  ```\n\n  - Liked: Fast.'],
  ]);
  lines([
    ['- 2026-09-03 awarded €290 @lin explained 30 min', '- 2026-09-03 @lin awarded explained 30m 290 EUR'],
    ['- [x] 22.9.2026 All files: €290\n- 2026-09-03 paid', '- [x] 2026-09-22 All files: 290 EUR\n- 2026-09-03 paid'],
  ], inJob);

  turns('newest first, stable within a day, each with what belongs to it', inFunction(`
- 2026-05-29 @maria 3h
- 2026-06-30 @maria 2h: wrapped
over the margin
  - Disliked: Old rate.
<!-- delegate-disable-next-line duplicate-entry -->
- 2026-07-31 morning
- 2026-07-31 evening`), inFunction(`
<!-- delegate-disable-next-line duplicate-entry -->
- 2026-07-31 morning
- 2026-07-31 evening
- 2026-06-30 @maria 2h: wrapped
over the margin
  - Disliked: Old rate.
- 2026-05-29 @maria 3h`).replace('\n\n\n', '\n\n'));
  turns('with milestones among them', inJob('- 2026-09-01 posted\n- [x] 2026-09-22 All files\n- 2026-09-23 delivered'), inJob('- 2026-09-23 delivered\n- [x] 2026-09-22 All files\n- 2026-09-01 posted'));
  turns('on both sides of what has no date', inFunction('- 2026-05-29\n- 2026-06-30\n- some day\n- 2026-07-31\n- 2026-08-28'), inFunction('- 2026-06-30\n- 2026-05-29\n- some day\n- 2026-08-28\n- 2026-07-31'));
});

describe('the formatter leaves entries', () => {
  unchanged([
    '- 2026-07-31 sent it 90 min @maria', '- 2026-07-31 @maria explained', '- 2026-07-31 ', '- 2026-07-31 @maria 1', '- 2026-02-30 90 min', '- 3/4/2026 90 min', '- 2026-07-31 1h `x` @maria',
    '- 2026-05-29\n- 2026-02-31\n- 2026-04-30', '1. 2026-05-29\n2. 2026-06-30', '> - 2026-05-29\n> - 2026-06-30', '- 2026-05-29\n\nA line between.\n\n- 2026-06-30',
    '- 2026-05-29 <!-- delegate-disable-next-line future-entry -->\n- 2026-06-30', '<!-- delegate-disable-next-line future-entry -->\n\n- 2026-05-29\n- 2026-06-30',
    '<!-- delegate-disable -->\n- 2026-05-29\n<!-- delegate-enable -->\n- 2026-06-30', '```\n- 2026-05-29 90 min\n```', '<!--\n- 2026-05-29 90 min\n-->',
  ]);
  stays('of a plan in the order of its days', inJob('- [ ] 2026-12-01 Draft\n- [ ] 2026-12-15 Print'));
});

describe('the formatter aligns tables', () => {
  turns('of bids, with their prices', inJob('|Bid|Price|Days|Note|\n|---|--:|:-:|-|\n|@lin|€280|10|the same \\| look|\n| Tomek | 1,190 EUR|14||'), inJob(`
| Bid   |    Price | Days | Note             |
| ----- | -------: | :--: | ---------------- |
| @lin  |  280 EUR |  10  | the same \\| look |
| Tomek | 1190 EUR |  14  |                  |`.trimStart()));
  turns('by the width of letters on the screen', '| a | b |\n| --- | --- |\n| 田中さん | 1 |\n| \u{1f468}\u200d\u{1f469}\u200d\u{1f467} | 2 |\n| e\u0301t\u00e9 | 3 |\n', `
| a        | b   |
| -------- | --- |
| 田中さん | 1   |
| \u{1f468}\u200d\u{1f469}\u200d\u{1f467}       | 2   |
| e\u0301t\u00e9      | 3   |
`);
  stays('but none that would be too wide', `| a | b |\n| --- | --- |\n| ${'a'.repeat(60)} | b |\n| a | ${'b'.repeat(20)} |\n`);
  stays('nor one that is being typed', '| a | b |\n| --- | --- |\n| longer |\n| c |\n');
  stays('nor one without outer pipes', 'a | b\n--- | ---\nlonger | c\n');
});

describe('the formatter parts', () => {
  turns('headings and lists from what is around them', '# Office\nText.\n## Send invoices (recurring)\n- Owner: @maria\n\n\n\nText.\n* one\n* two\n## Next', `
# Office

Text.

## Send invoices (recurring)

- Owner: @maria

Text.

* one
* two

## Next`);
  stays('but no comment from what it is about', '# Office\n\n<!-- delegate-disable-next-line missing-owner -->\n## Send invoices (recurring)\n<!-- markdownlint-disable -->\n- Cadence: every Friday\n');
  turns('and ends a note with its last line', '# Office\n\n\n', '# Office\n');
  stays('and adds no line break at the end', '# Office');
});

describe('the formatter keeps', () => {
  turns('the line breaks of a note', '## A (recurring)\r\n* owner: @maria\r\n', '## A (recurring)\r\n\r\n- Owner: @maria\r\n');
  turns('the last line without one, when another one takes its place', inFunction('- 2026-05-29\n- 2026-06-30').trimEnd(), inFunction('- 2026-06-30\n- 2026-05-29').trimEnd());
  turns('a byte order mark', `\ufeff---\nbusiness: A\n---\n# B\n`, `\ufeff---\nbusiness: A\n---\n\n# B\n`);
  stays('front matter', '---\nbusiness:    A\nteam:\n    maria: {name: Maria}\n---\n');
  stays('tabs, code and emoji', inFunction('- Owner: @maria\n\n```sh\n\techo  "- owner: @jon"\n\n\n```\n\nDone \u{1f600}'));
  turns('the bullets of others, unless those of fields change', '* one\n\n## A (recurring)\n\n* Owner: @maria\n\n> * quoted\n', '- one\n\n## A (recurring)\n\n- Owner: @maria\n\n> - quoted\n');
  stays('the bullets of all, where two lists would become one', '* one\n\n- two\n\n## A (recurring)\n\n* Owner: @maria\n');
});

describe('edits of the formatter', () => {
  it('are as small as what changes', () => {
    assert.deepEqual(formatEdits(inFunction('- owner: @maria\n- Estimate: 1h 30m')), [
      { range: { start: { line: 2, character: 2 }, end: { line: 2, character: 3 } }, newText: 'O' },
    ]);
  });

  it('move the fewest lines', () => {
    assert.deepEqual(formatEdits(inFunction('- 2026-07-31\n- 2026-06-30\n- 2026-05-29\n- 2026-08-28')), [
      { range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } }, newText: '- 2026-08-28\n' },
      { range: { start: { line: 5, character: 0 }, end: { line: 6, character: 0 } }, newText: '' },
    ]);
  });

  it('of a range leave the lines outside of it', () => {
    const text = inFunction('- owner: @maria\n- estimate: 90 min\n\n- 2026-05-29 2 hours\n- 2026-06-30 3 hours');
    const range = (line: number, endLine: number): { range: { start: { line: number; character: number }; end: { line: number; character: number } } } =>
      ({ range: { start: { line, character: 0 }, end: { line: endLine, character: 0 } } });
    assert.equal(formatted(text, range(3, 4)), text.replace('estimate: 90 min', 'Estimate: 1h 30m'));
    assert.equal(formatted(text, range(5, 6)), text.replace('2 hours', '2h'));
    assert.equal(formatted(text, range(5, 7)), inFunction('- owner: @maria\n- estimate: 90 min\n\n- 2026-06-30 3h\n- 2026-05-29 2h'));
  });
});
