/** The rules of what a job says and to whom it goes, by example; and what holds for all rules of jobs. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyFix, checkAll } from '../support/fixture.ts';
import { assertFix, examples, findingIn, fixesOf } from '../support/ruleTests.ts';

describe('missing-brief', () => {
  examples(
    'missing-brief',
    ['only a heading', `
## Move the printer (one-off)
   ^^^^^^^^^^^^^^^^
`],
    ['headings without text under them', `
## Move the printer (one-off)
   ^^^^^^^^^^^^^^^^

### What

### Deliverables
`],
    ['a placeholder', `
## Move the printer (one-off)
   ^^^^^^^^^^^^^^^^

TBD
`],
    ['a comment is no text', `
## Move the printer (one-off)
   ^^^^^^^^^^^^^^^^

<!-- Ask Jon. -->
`],
    ['bids and entries are no text', `
## Move the printer (one-off)
   ^^^^^^^^^^^^^^^^

| Bid   |  Price |
| ----- | -----: |
| Tomek | 40 EUR |

- 2026-11-16 posted: Asked around.
`],
    ['a heading without a title', `
## (one-off)
   ^^^^^^^^^
`],
    ['a sentence', '## Move the printer (one-off)\n\nTo the second floor.\n'],
    ['a list', '## Move the printer (one-off)\n\n- To the second floor\n- With its table\n'],
    ['steps', '## Move the printer (one-off)\n\n1. Unplug it.\n2. Carry it up.\n'],
    ['a table that is no table of bids', '## Move the printer (one-off)\n\n| From | To |\n| ---- | -- |\n| 1st  | 2nd |\n'],
    ['code', '## Move the printer (one-off)\n\n```text\n1st -> 2nd\n```\n'],
    ['delivered: nobody acts on it any more', '## Move the printer (one-off)\n\n- 2026-11-16 delivered\n'],
    ['cancelled', '## Move the printer (one-off)\n\n- 2026-11-16 cancelled\n'],
    ['cancelled, then posted again', `
## Move the printer (one-off)
   ^^^^^^^^^^^^^^^^

- 2026-11-16 cancelled
- 2026-11-19 posted
`],
    ['a recurring function has a process instead', '## Move the printer (recurring)\n'],
  );

  const outline = `**What:** What is needed, and what is it for?

**Deliverables:** Which pieces, how many, in which form?

**How it is judged:** What makes it good, and what would be sent back?`;
  const insert = (what: string, before: string, after: string): void =>
    void it(`inserts an outline ${what}`, () => assertFix('missing-brief', 'Insert an outline of a brief', before, after));

  insert('between fields and entries', '## A (one-off)\n\n- Budget: 300 EUR\n- Due: 2026-12-18\n\n- 2026-11-16 posted\n', `## A (one-off)\n\n- Budget: 300 EUR\n- Due: 2026-12-18\n\n${outline}\n\n- 2026-11-16 posted\n`);
  insert('below a bare heading', '## A (one-off)\n', `## A (one-off)\n\n${outline}\n`);
  insert('below a heading that ends the file', '## A (one-off)', `## A (one-off)\n\n${outline}`);
  insert('above the next heading', '## A (one-off)\n## Team\n', `## A (one-off)\n\n${outline}\n\n## Team\n`);
  insert('above the next heading, with its blank line', '## A (one-off)\n\n## Team\n', `## A (one-off)\n\n${outline}\n\n## Team\n`);
  insert('above a table that follows the fields', '## A (one-off)\n- Due: 2026-12-18\n\n| Bid |\n| --- |\n', `## A (one-off)\n- Due: 2026-12-18\n\n${outline}\n\n| Bid |\n| --- |\n`);
  insert('between fields and entries of one list', '## A (one-off)\n\n- Due: 2026-12-18\n- 2026-11-16 posted\n', `## A (one-off)\n\n- Due: 2026-12-18\n\n${outline}\n\n- 2026-11-16 posted\n`);
  insert('with the line breaks of the note', '## A (one-off)\r\n\r\n- Due: 2026-12-18\r\n', `## A (one-off)\r\n\r\n- Due: 2026-12-18\r\n\r\n${outline.replaceAll('\n', '\r\n')}\r\n`);
});

/** Both fields are wanted of the same jobs. */
for (const [code, field, value] of [['missing-budget', 'Budget', '300 EUR'], ['missing-due', 'Due', '2026-12-18']] as const) {
  describe(`${code}, by stage`, () => {
    examples(
      code,
      ['a draft may be without', '## Photos (one-off)\n'],
      ['posted', '\n## Photos (one-off)\n   ^^^^^^\n\n- 2026-11-16 posted\n'],
      ['posted and awarded', '\n## Photos (one-off)\n   ^^^^^^\n\n- 2026-11-16 posted\n- 2026-11-18 awarded @lin\n'],
      ['given to somebody without a post', '## Photos (one-off)\n\n- 2026-11-18 awarded @lin\n'],
      ['delivered', '## Photos (one-off)\n\n- 2026-11-16 posted\n- 2026-11-20 delivered\n'],
      ['cancelled', '## Photos (one-off)\n\n- 2026-11-16 posted\n- 2026-11-20 cancelled\n'],
      ['posted on a day that does not exist', '\n## Photos (one-off)\n   ^^^^^^\n\n- 2026-02-30 posted\n'],
      ['there', `## Photos (one-off)\n\n- ${field}: ${value}\n\n- 2026-11-16 posted\n`],
      ['there, but not readable: said by another rule', `## Photos (one-off)\n\n- ${field}: soonish\n\n- 2026-11-16 posted\n`],
      ['there, and empty', `\n## Photos (one-off)\n   ^^^^^^\n\n- ${field}:\n\n- 2026-11-16 posted\n`],
      ['there, to be decided', `\n## Photos (one-off)\n   ^^^^^^\n\n- ${field}: tbd\n\n- 2026-11-16 posted\n`],
    );
  });
}

describe('missing-budget proposes', () => {
  const bids = `
| Bid   |   Price |
| ----- | ------: |
| Tomek | 190 EUR |
| Ana   | 310 EUR |
| Bob   | 900 USD |
`;
  const others = ['250 EUR', '100 EUR', '2000 EUR', '80 USD'].map((budget, i) => `\n## Other ${i} (one-off)\n\n- Budget: ${budget}\n`).join('');
  const cases: readonly [what: string, note: string, ...titles: string[]][] = [
    ['nothing where no sum is known', '## Photos (one-off)\n\n- 2026-11-16 posted\n'],
    ['the highest and the lowest bid', `## Photos (one-off)\n${bids}\n- 2026-11-16 posted\n`, 'Set the budget to 310 EUR, the highest bid', 'Set the budget to 190 EUR, the lowest bid'],
    ['the price of the award alone', `## Photos (one-off)\n${bids}\n- 2026-11-16 posted\n- 2026-11-18 awarded @ana 300 EUR\n`, 'Set the budget to 300 EUR, what it was awarded for'],
    ['the bid that won', `## Photos (one-off)\n${bids}\n- 2026-11-16 posted\n- 2026-11-18 awarded @tomek\n`, 'Set the budget to 190 EUR, what it was awarded for'],
    [
      'what it would cost to do it oneself',
      '---\ncurrency: EUR\ndelegator: alex\nteam:\n  alex: { rate: 60 }\n---\n\n## Photos (one-off)\n\n- Estimate: 2h 30m\n\n- 2026-11-16 posted\n',
      'Set the budget to 150 EUR, the estimate of 2h 30m at your own rate',
    ],
    ['the middle of other budgets in the same currency', `## Photos (one-off)\n\n- 2026-11-16 posted\n${others}`, 'Set the budget to 250 EUR, the middle of your 3 other budgets'],
  ];
  for (const [what, note, ...titles] of cases) it(what, () => assert.deepEqual(fixesOf('missing-budget', note), titles));

  it('and writes it among the fields', () =>
    assertFix(
      'missing-budget', 'Set the budget to 190 EUR, the lowest bid',
      `## Photos (one-off)\n\n- Due: 2026-12-18\n${bids}\n- 2026-11-16 posted\n`,
      `## Photos (one-off)\n\n- Budget: 190 EUR\n- Due: 2026-12-18\n${bids}\n- 2026-11-16 posted\n`,
    ));

  it('and fills in an empty field', () =>
    assertFix(
      'missing-budget', 'Set the budget to 190 EUR, the lowest bid',
      `## Photos (one-off)\n\n- Budget: tbd\n${bids}\n- 2026-11-16 posted\n`,
      `## Photos (one-off)\n\n- Budget: 190 EUR\n${bids}\n- 2026-11-16 posted\n`,
    ));
});

describe('missing-due proposes', () => {
  const bids = '\n| Bid  | Days |\n| ---- | ---: |\n| @lin |   10 |\n';
  const cases: readonly [what: string, note: string, ...titles: string[]][] = [
    ['two weeks', '## Photos (one-off)\n\n- 2026-11-16 posted\n', 'Set the due date to 2026-11-30, two weeks after posting', 'Set the due date to 2026-12-07, two weeks from today'],
    ['each day once', '## Photos (one-off)\n\n- 2026-11-23 posted\n', 'Set the due date to 2026-12-07, two weeks after posting'],
    ['no day that is over', '## Photos (one-off)\n\n- 2026-11-02 posted\n', 'Set the due date to 2026-12-07, two weeks from today'],
    ['the days that the winner asked for', `## Photos (one-off)\n${bids}\n- 2026-11-02 posted\n- 2026-11-18 awarded @lin\n`, 'Set the due date to 2026-11-28, the 10 days of the bid after the award', 'Set the due date to 2026-12-07, two weeks from today'],
    ['the last milestone', '## Photos (one-off)\n\n- [ ] 2026-12-15 All files\n- [ ] 2026-12-01 First files\n- 2026-11-02 posted\n', 'Set the due date to 2026-12-15, the day of the last milestone', 'Set the due date to 2026-12-07, two weeks from today'],
    ['what it can, after a posting without a day', '## Photos (one-off)\n\n- 2026-02-30 posted\n', 'Set the due date to 2026-12-07, two weeks from today'],
  ];
  for (const [what, note, ...titles] of cases) it(what, () => assert.deepEqual(fixesOf('missing-due', note), titles));

  it('two weeks after posting where today is not known', () =>
    assert.deepEqual(fixesOf('missing-due', '## Photos (one-off)\n\n- 2026-03-02 posted\n', { today: undefined }), ['Set the due date to 2026-03-16, two weeks after posting']));

  it('and writes it among the fields', () =>
    assertFix(
      'missing-due', 'Set the due date to 2026-11-30, two weeks after posting',
      '## Photos (one-off)\n\n* **Budget:** 300 EUR\n* **Estimate:** 3h\n\n* 2026-11-16 posted\n',
      '## Photos (one-off)\n\n* **Budget:** 300 EUR\n* **Due:** 2026-11-30\n* **Estimate:** 3h\n\n* 2026-11-16 posted\n',
    ));
});

describe('award-without-bid', () => {
  const team = '\n---\nteam:\n  lin: { name: Lin Chen }\n  msilva: { name: Maria Silva }\n---\n\n## Photos (one-off)\n';
  const bids = '\n| Bid         |   Price | Days |\n| ----------- | ------: | ---: |\n| @lin        | 280 EUR |   10 |\n| Tomek       | 190 EUR |   14 |\n| Maria Silva | 150 EUR |      |\n';
  examples(
    'award-without-bid',
    ['by handle', `${team}${bids}\n- 2026-11-18 awarded @lin\n`],
    ['by name', `${team}${bids}\n- 2026-11-18 awarded @tomek 190 EUR\n`],
    ['by the name in the roster', `${team}${bids}\n- 2026-11-18 awarded @msilva\n`],
    ['somebody else', `${team}${bids}\n- 2026-11-18 awarded @ana 190 EUR\n                     ^^^^\n`],
    ['words in another order', `${team}${bids}\n- 2026-11-18 @ana 190 EUR awarded: Cheap.\n             ^^^^\n`],
    ['one of two awards', `${team}${bids}\n- 2026-11-18 awarded @ana\n                     ^^^^\n- 2026-11-12 awarded @lin\n`],
    ['long after delivery: the record is wrong all the same', `${team}${bids}\n- 2025-03-02 awarded @ana\n                     ^^^^\n- 2025-03-20 delivered 5/5\n`],
    ['an award that names nobody', `${team}${bids}\n- 2026-11-18 awarded 190 EUR\n`],
    ['no table', `${team}\n- 2026-11-18 awarded @ana\n`],
    ['a table of something else', `${team}\n| Size | Price   |\n| ---- | ------- |\n| A4   | 190 EUR |\n\n- 2026-11-18 awarded @ana\n`],
    ['a table without a row', `${team}\n| Bid | Price |\n| --- | ----: |\n\n- 2026-11-18 awarded @lin\n                     ^^^^\n`],
  );

  it('means a name that is near, or the very price', () => {
    assert.deepEqual(fixesOf('award-without-bid', `${team}${bids}\n- 2026-11-18 awarded @lim 190 EUR\n`), [
      'Change to @lin, who bid 280 EUR', 'Change to @tomek, who bid 190 EUR', 'Add @lim to the table of bids',
    ]);
    assert.deepEqual(fixesOf('award-without-bid', `${team}${bids}\n- 2026-11-18 awarded @zoe\n`), ['Add @zoe to the table of bids']);
  });

  it('changes the name', () =>
    assertFix('award-without-bid', 'Change to @tomek, who bid 190 EUR', `## Photos (one-off)\n${bids}\n- 2026-11-18 awarded @tomk: Ok.\n`, `## Photos (one-off)\n${bids}\n- 2026-11-18 awarded @tomek: Ok.\n`));

  const rows: readonly [what: string, table: string, award: string, row: string][] = [
    ['in the widths of the table', '| Bid         |   Price | Days |\n| ----------- | ------: | ---: |\n| @lin        | 280 EUR |   10 |\n', '@zoe 90 EUR', '| @zoe        |  90 EUR |      |\n'],
    ['in its order of columns', '| Bidder | Note | Cost    |\n| ------ | ---- | ------- |\n', '@zoe 90 EUR', '| @zoe   |      | 90 EUR  |\n'],
    ['without a price', '| Bid | Price |\n| --- | ----- |\n', '@zoe', '| @zoe |       |\n'],
    ['into a tight table', '|Bid|Price|\n|---|----:|\n', '@zoe 90 EUR', '| @zoe | 90 EUR |\n'],
    ['without outer pipes', 'Bid | Price\n--- | -----\nTomek | 80 EUR\n', '@zoe 90 EUR', '@zoe | 90 EUR\n'],
  ];
  for (const [what, table, award, row] of rows) {
    it(`adds the row ${what}`, () =>
      assertFix('award-without-bid', 'Add @zoe to the table of bids', `## Photos (one-off)\n\n${table}\n- 2026-11-18 awarded ${award}\n`, `## Photos (one-off)\n\n${table}${row}\n- 2026-11-18 awarded ${award}\n`));
  }

  it('adds the row at the end of the file', () =>
    assertFix('award-without-bid', 'Add @zoe to the table of bids', '## Photos (one-off)\n\n- 2026-11-18 awarded @zoe\n\n| Bid |\n| --- |', '## Photos (one-off)\n\n- 2026-11-18 awarded @zoe\n\n| Bid |\n| --- |\n| @zoe |'));
});

describe('award-over-budget', () => {
  const job = (entries: string, table = ''): string => `\n## Photos (one-off)\n\n- Budget: 300 EUR\n${table}\n${entries}`;
  const bids = '\n| Bid  |   Price |\n| ---- | ------: |\n| @lin | 280 EUR |\n';
  examples(
    'award-over-budget',
    ['more', job('- 2026-11-18 awarded @lin 300.50 EUR\n                          ^^^^^^^^^^\n')],
    ['the same', job('- 2026-11-18 awarded @lin 300 EUR\n')],
    ['less', job('- 2026-11-18 awarded @lin 280 EUR\n')],
    ['another way to write it', job('- 2026-11-18 awarded @lin €1,280\n                          ^^^^^^\n')],
    ['another currency tells nothing', job('- 2026-11-18 awarded @lin 400 USD\n')],
    ['no amount', job('- 2026-11-18 awarded @lin\n')],
    ['no budget', '## Photos (one-off)\n\n- 2026-11-18 awarded @lin 400 EUR\n'],
    ['a budget that is none yet', '## Photos (one-off)\n\n- Budget: tbd\n\n- 2026-11-18 awarded @lin 400 EUR\n'],
    ['the price of the bid, where the award has none', job('- 2026-11-18 awarded @lin\n', '\n| Bid  |   Price |\n| ---- | ------: |\n| @lin | 380 EUR |\n         ^^^^^^^\n')],
    ['the amount of the award goes before the bid', job('- 2026-11-18 awarded @lin 290 EUR\n', '\n| Bid  |   Price |\n| ---- | ------: |\n| @lin | 380 EUR |\n')],
    ['only the award that stands', job('- 2026-11-18 awarded @ana 290 EUR\n- 2026-11-10 awarded @lin 400 EUR\n')],
    ['an award from before it was posted again', job('- 2026-11-18 posted\n- 2026-11-05 awarded @lin 400 EUR\n- 2026-11-02 posted\n')],
    ['delivered', job('- 2026-11-05 awarded @lin 400 EUR\n                          ^^^^^^^\n- 2026-11-20 delivered\n')],
    ['cancelled', job('- 2026-11-05 awarded @lin 400 EUR\n- 2026-11-20 cancelled\n')],
  );

  it('raises the budget', () =>
    assertFix('award-over-budget', 'Raise the budget to 400 EUR', job('- 2026-11-18 awarded @lin €400\n'), '## Photos (one-off)\n\n- Budget: 400 EUR\n\n- 2026-11-18 awarded @lin €400\n'));

  it('or takes the amount for a slip, where the bid was within the budget', () =>
    assertFix('award-over-budget', 'Set the award to 280 EUR, the price of the bid', job('- 2026-11-18 awarded @lin 2800 EUR: Ok.\n', bids), job('- 2026-11-18 awarded @lin 280 EUR: Ok.\n', bids)));

  it('says by how much', () => assert.match(findingIn('award-over-budget', job('- 2026-11-18 awarded @lin 400 EUR\n')).message, /100 EUR more than the budget of 300 EUR/));
});

describe('the rules of jobs', () => {
  const codes = ['missing-brief', 'missing-budget', 'missing-due', 'award-without-bid', 'award-over-budget', 'stale-post', 'past-due', 'missing-review', 'entry-order', 'future-entry'];

  it('look at every award and every bid once', () => {
    const rows = Array.from({ length: 5_000 }, (_, i) => `| Bidder ${i} | ${i} EUR |\n`).join('');
    const entries = Array.from({ length: 5_000 }, (_, i) => `- 2026-03-02 awarded @x${i} ${i} EUR\n- 2026-03-01 delivered\n- 2027-01-01 posted\n- 2026-03-01 paid\n`).join('');
    const note = `## Photos (one-off)\n\n- Budget: 1 EUR\n- Due: 2026-03-01\n\n| Bid | Price |\n| --- | ----- |\n${rows}\n${entries}`;
    assert(checkAll({ files: new Map([['note.delegate.md', note]]) }, { only: new Set(codes) }).length > 10_000);
  });

  const lines = [
    '', '', '', 'Text.', 'TBD', '> quote', '<!-- c -->', '### Sub', '1. Step', '## B (recurring)',
    '- Budget: 300 EUR', '- Budget:', '- **Due:** 2026-11-01', '- Due: tbd', '* Due: 2027-01-01', '- Estimate: 3h', '- [ ] 2026-12-15 All',
    '- 2026-11-16 posted', '- 2026-09-28 posted: Board.', '  - 2026-10-01 posted', '- 2026-11-18 awarded @lin 400 EUR', '- 2026-11-17 awarded @tomk 280', '1. 2026-11-10 awarded @ana\n   300 EUR',
    '- 2026-11-01 delivered', '- 2026-10-01 delivered 4/5', '- 2026-02-30 delivered', '- 2026-10-02 paid 20 EUR', '- 2027-02-01 paid 50 EUR', '- 2026-11-02 cancelled', '- 2026-11-19 reviewed 3/5',
    '  - Liked: It.', '- 2027-01-01 @jon 2h', '* 2026-11-24 skipped', '\t- 2026-12-01 missed',
    '\n| Bid | Price | Days |\n| --- | ----: | ---: |\n| @lin | 280 EUR | 3 |\n| Tomek | 190 EUR | |', '\nBid | Price\n--- | ---\nTomek | 1 EUR',
  ];
  const note = fc
    .tuple(fc.array(fc.constantFrom(...lines), { maxLength: 14 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
    .map(([some, eol, isEnded]) => `${['## A (one-off)', ...some].join('\n')}${isEnded ? '\n' : ''}`.replaceAll('\n', eol));

  it('have fixes that clear their finding in any note', () =>
    fc.assert(
      fc.property(note, fc.constantFrom(...codes), (text, code) => {
        const files = new Map([['note.delegate.md', text]]);
        const only = new Set([code]);
        const found = checkAll({ files }, { only });
        for (const fix of found.flatMap((each) => each.fixes())) {
          const after = applyFix(files, fix);
          assert(checkAll({ files: after }, { only }).length < found.length, `“${fix.title}” leaves it in:\n${[...after.values()][0]}`);
        }
      }),
      { numRuns: 1000 },
    ));
});
