/** The rules of one-offs, by example. A line of `^^^` marks what is found; a note without one is in order. */
import assert from 'node:assert/strict';
import { applyFix, assertFindings, checkAll, type CheckOptions, type Found, parseFixture } from '../support/fixture.ts';

/** Notes of one rule: what they show, then the note. */
function examples(code: string, ...notes: readonly [what: string, note: string][]): void {
  for (const [what, note] of notes) it(what, () => void assertFindings(code, note));
}

function findingIn(code: string, note: string, options: CheckOptions = {}): Found {
  const found = checkAll(parseFixture(note), { only: new Set([code]), ...options });
  assert.equal(found.length, 1, `${found.length} findings of ${code} in:\n${note}`);
  return found[0]!;
}

const fixesOf = (code: string, note: string, options?: CheckOptions): string[] => findingIn(code, note, options).fixes().map(({ title }) => title);

/** A fix turns one note into another, and clears what it is for. */
function assertFix(code: string, title: string, before: string, after: string): void {
  const { files } = parseFixture(before);
  const fix = findingIn(code, before).fixes().find((each) => each.title === title);
  assert(fix, `no “${title}” but ${fixesOf(code, before).join(' · ')}`);
  const fixed = applyFix(files, fix);
  assert.equal([...fixed.values()][0], after.replace(/^\n/, ''));
  assert.deepEqual(checkAll({ files: fixed }, { only: new Set([code]) }), []);
}

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

describe('stale-post', () => {
  const job = (entries: string): string => `\n## Film the workshop (one-off)\n\n${entries}`;
  examples(
    'stale-post',
    ['30 days', job('- 2026-10-24 posted\n  ^^^^^^^^^^\n')],
    ['29 days', job('- 2026-10-25 posted\n')],
    ['awarded', job('- 2026-09-28 posted\n- 2026-11-20 awarded @lin\n')],
    ['awarded, by somebody who writes no day', job('- 2026-09-28 posted\n- 2026-02-30 awarded @lin\n')],
    ['delivered without an award', job('- 2026-09-28 posted\n- 2026-11-20 delivered\n')],
    ['cancelled', job('- 2026-09-28 posted\n- 2026-11-20 cancelled\n')],
    ['cancelled and posted again', job('- 2026-10-05 posted\n  ^^^^^^^^^^\n- 2026-10-02 cancelled\n- 2026-09-28 posted\n')],
    ['posted again: the latest counts', job('- 2026-09-28 posted\n- 2026-11-16 posted\n')],
    ['posted again, long ago', job('- 2026-09-28 posted\n- 2026-10-12 posted\n  ^^^^^^^^^^\n')],
    ['posted again after an award that fell through', job('- 2026-08-03 posted\n- 2026-08-10 awarded @lin\n- 2026-10-12 posted\n  ^^^^^^^^^^\n')],
    ['on a day that does not exist', job('- 2026-02-30 posted\n')],
    ['to come', job('- 2027-02-01 posted\n')],
  );

  it('posts it again, on top of the newest', () =>
    assertFix('stale-post', 'Post it again today', job('- 2026-09-28 posted: Board.\n'), job('- 2026-11-23 posted\n- 2026-09-28 posted: Board.\n')));
  it('or below it, where the list goes downwards', () =>
    assertFix('stale-post', 'Cancel the job', job('- 2026-09-01 posted\n- 2026-09-28 posted\n'), job('- 2026-09-01 posted\n- 2026-09-28 posted\n- 2026-11-23 cancelled\n')));
  it('speaks of the bids that wait', () =>
    assert.match(findingIn('stale-post', job('| Bid   |\n| ----- |\n| Tomek |\n\n- 2026-09-28 posted\n')).message, /Those who bid wait/));
});

describe('past-due', () => {
  const job = (due: string, entries = ''): string => `\n## Photos (one-off)\n\n- Due: ${due}\n${entries}`;
  examples(
    'past-due',
    ['yesterday', job('2026-11-22\n       ^^^^^^^^^^')],
    ['today', job('2026-11-23')],
    ['no day', job('2026-02-30')],
    ['awarded', job('2026-11-13\n       ^^^^^^^^^^', '\n- 2026-11-02 awarded @lin\n- 2026-10-26 posted\n')],
    ['delivered, even late', job('2026-11-13', '\n- 2026-11-20 delivered\n')],
    ['delivered on a day that does not exist', job('2026-11-13', '\n- 2026-02-30 delivered\n')],
    ['reviewed: so it was delivered', job('2026-11-13', '\n- 2026-11-20 reviewed 4/5\n')],
    ['cancelled', job('2026-11-13', '\n- 2026-11-02 cancelled\n')],
    ['done, in a job that was simply given to somebody', job('2026-11-13', '\n- 2026-11-12 @jon 2h\n')],
    ['work on the way', job('2026-11-13\n       ^^^^^^^^^^', '\n- 2026-11-02 awarded @lin\n- 2026-11-12 @lin 2h: The bowls.\n')],
    ['a deposit', job('2026-11-13\n       ^^^^^^^^^^', '\n- 2026-11-02 awarded @lin 280 EUR\n- 2026-11-03 paid 100 EUR\n')],
    ['paid in full', job('2026-11-13', '\n- 2026-11-02 awarded @lin 280 EUR\n- 2026-11-13 paid 280 EUR\n')],
    ['a recurring function has other rules', '## Photos (recurring)\n\n- Due: 2026-11-13\n'],
  );

  const awarded = job('2026-11-13', '\n- 2026-11-02 awarded @lin\n');
  it('marks it as delivered', () => assertFix('past-due', 'Mark as delivered today', awarded, job('2026-11-13', '\n- 2026-11-23 delivered\n- 2026-11-02 awarded @lin\n')));
  it('gives it a new date', () => assertFix('past-due', 'Move the due date to 2026-12-07, two weeks from today', awarded, job('2026-12-07', '\n- 2026-11-02 awarded @lin\n')));
  it('cancels it', () => assertFix('past-due', 'Cancel the job', job('2026-11-13'), job('2026-11-13', '\n- 2026-11-23 cancelled\n')));
  it('says how late and who to ask', () => {
    assert.match(findingIn('past-due', awarded).message, /^This was due 10 days ago, and it is not delivered\. Ask @lin/);
    assert.match(findingIn('past-due', job('2026-11-22')).message, /^This was due yesterday, and nobody was given the job\. Mark/);
  });
});

describe('missing-review', () => {
  const job = (entries: string): string => `\n## Photos (one-off)\n\n${entries}`;
  examples(
    'missing-review',
    ['7 days', job('- 2026-11-16 delivered\n  ^^^^^^^^^^\n')],
    ['6 days', job('- 2026-11-17 delivered\n')],
    ['not delivered', job('- 2026-10-01 awarded @lin\n')],
    ['reviewed', job('- 2026-11-02 delivered\n- 2026-11-20 reviewed 4/5\n')],
    ['rated as it was delivered', job('- 2026-11-02 delivered 4/5\n')],
    ['praised as it was delivered', job('- 2026-11-02 delivered\n  - Liked: Soft shadows.\n')],
    ['paid, and still not reviewed', job('- 2026-11-02 delivered\n  ^^^^^^^^^^\n- 2026-11-09 paid 280 EUR\n')],
    ['corrected: the latest delivery counts', job('- 2026-11-02 delivered\n- 2026-11-19 delivered: Corrections.\n')],
    ['cancelled after all', job('- 2026-11-02 delivered\n- 2026-11-09 cancelled\n')],
    ['a day less than a year', job('- 2025-11-24 delivered\n  ^^^^^^^^^^\n')],
    ['a year: nobody remembers', job('- 2025-11-23 delivered\n')],
    ['on a day that does not exist', job('- 2026-02-30 delivered\n')],
  );

  it('inserts a review, or a rating of the user’s choice', () => {
    const note = job('- 2026-11-02 delivered\n');
    assert.deepEqual(fixesOf('missing-review', note), [
      'Insert a review to fill in', 'Review it with 5/5', 'Review it with 4/5', 'Review it with 3/5', 'Review it with 2/5', 'Review it with 1/5',
    ]);
    assertFix('missing-review', 'Insert a review to fill in', note, job('- 2026-11-23 reviewed: What was good, and what should be different next time?\n- 2026-11-02 delivered\n'));
    assertFix('missing-review', 'Review it with 3/5', note, job('- 2026-11-23 reviewed 3/5\n- 2026-11-02 delivered\n'));
  });
});

describe('entry-order', () => {
  const job = (entries: string): string => `\n## Photos (one-off)\n\n${entries}`;
  examples(
    'entry-order',
    ['awarded before posted', job('- 2026-03-05 posted\n- 2026-03-02 awarded @lin\n  ^^^^^^^^^^\n')],
    ['delivered before awarded', job('- 2026-03-05 awarded @lin\n- 2026-03-02 delivered\n  ^^^^^^^^^^\n')],
    ['delivered before posted', job('- 2026-03-05 posted\n- 2026-03-02 delivered\n  ^^^^^^^^^^\n')],
    ['reviewed before delivered', job('- 2026-03-05 delivered\n- 2026-03-02 reviewed 4/5\n  ^^^^^^^^^^\n')],
    ['paid before delivered', job('- 2026-03-05 delivered\n- 2026-03-02 paid 280 EUR\n  ^^^^^^^^^^\n')],
    ['in any order of the text', job('- 2026-03-19 reviewed 4/5\n- 2026-03-02 posted\n- 2026-03-18 delivered\n- 2026-03-05 awarded @lin\n')],
    ['all on one day', job('- 2026-03-02 paid\n- 2026-03-02 reviewed 4/5\n- 2026-03-02 delivered\n- 2026-03-02 awarded @lin\n- 2026-03-02 posted\n')],
    ['steps left out', job('- 2026-03-02 posted\n- 2026-03-05 paid 280 EUR\n')],
    ['one wrong date, one finding', job('- 2026-03-10 posted\n- 2026-03-05 awarded @lin\n  ^^^^^^^^^^\n- 2026-03-08 delivered\n')],
    ['a deposit', job('- 2026-03-02 awarded @lin 280 EUR\n- 2026-03-03 paid 100 EUR\n- 2026-03-18 delivered\n')],
    ['a deposit and the rest', job('- 2026-03-03 paid\n- 2026-03-18 delivered\n- 2026-03-20 paid\n')],
    ['posted again after an award', job('- 2026-03-02 posted\n- 2026-03-05 awarded @lin\n- 2026-03-20 posted\n- 2026-03-22 awarded @ana\n')],
    ['given to somebody, then posted after all', job('- 2026-03-02 awarded @lin\n- 2026-03-10 posted\n- 2026-03-12 awarded @ana\n')],
    ['delivered in two parts', job('- 2026-03-02 delivered\n- 2026-03-03 reviewed 3/5\n- 2026-03-10 delivered\n- 2026-03-12 reviewed 5/5\n')],
    ['cancelled, then delivered after all', job('- 2026-03-05 cancelled\n- 2026-03-18 delivered\n')],
    ['a day that does not exist', job('- 2026-02-30 awarded @lin\n- 2026-02-02 delivered\n')],
    ['a recurring function', '## Invoices (recurring)\n\n- 2026-03-05 delivered\n- 2026-03-02 paid\n'],
  );

  const wrong = job('- 2026-03-05 awarded @lin\n- 2026-03-02 delivered explained 5m: All.\n  - Liked: Soft\n    shadows.\n');
  it('names both dates', () => assert.match(findingIn('entry-order', wrong).message, /delivered on 2026-03-02, which is before it was awarded on 2026-03-05/));
  it('sets the date', () => assertFix('entry-order', 'Set the date to 2026-03-05, when it was awarded', wrong, wrong.replace('2026-03-02', '2026-03-05')));
  it('removes the entry with its feedback', () => assertFix('entry-order', 'Remove this “delivered” entry', wrong, job('- 2026-03-05 awarded @lin\n')));
  it('removes an entry that ends the file', () => assertFix('entry-order', 'Remove this “delivered” entry', job('- 2026-03-05 awarded @lin\n- 2026-03-02 delivered'), job('- 2026-03-05 awarded @lin')));
});

describe('future-entry', () => {
  examples(
    'future-entry',
    ['tomorrow', '\n## Photos (one-off)\n\n- 2026-11-24 posted\n  ^^^^^^^^^^\n'],
    ['today', '## Photos (one-off)\n\n- 2026-11-23 posted\n'],
    ['one of several', '\n## Invoices (recurring)\n\n- 2027-10-30 @maria 1h\n  ^^^^^^^^^^\n- 2026-09-30 @maria 1h\n'],
    ['each of them', '\n## Photos (one-off)\n\n- 2027-03-02 posted\n  ^^^^^^^^^^\n- 2027-03-05 awarded @lin\n  ^^^^^^^^^^\n'],
    ['done early for a day to come', '## Invoices (recurring)\n\n- 2026-11-20 @maria for 2026-11-30\n'],
    ['a milestone is a plan', '## Photos (one-off)\n\n- [ ] 2026-12-15 All files\n'],
    ['a day that does not exist', '## Photos (one-off)\n\n- 2027-02-30 posted\n'],
  );

  const skipped = '## Invoices (recurring)\n\n- 2026-12-25 skipped: Christmas.\n- 2026-10-30 @maria 1h\n';
  it('dates it today', () => assertFix('future-entry', 'Set the date to today, 2026-11-23', skipped, skipped.replace('2026-12-25', '2026-11-23')));
  it('dates it today for its day', () => assertFix('future-entry', 'Set the date to today, for 2026-12-25', skipped, skipped.replace('2026-12-25 skipped', '2026-11-23 skipped for 2026-12-25')));
  it('removes it', () => assertFix('future-entry', 'Remove this entry', skipped, '## Invoices (recurring)\n\n- 2026-10-30 @maria 1h\n'));
  it('removes the only one without leaving two blank lines', () =>
    assertFix('future-entry', 'Remove this entry', '## A (one-off)\n\nText.\n\n- 2026-12-25 posted\n\n## B (one-off)\n', '## A (one-off)\n\nText.\n\n## B (one-off)\n'));
  it('offers no occurrence to a job', () => assert.deepEqual(fixesOf('future-entry', '## Photos (one-off)\n\n- 2026-12-25 done\n'), ['Set the date to today, 2026-11-23', 'Remove this entry']));
  it('keeps the occurrence that is named', () => assert.equal(fixesOf('future-entry', '## Invoices (recurring)\n\n- 2026-12-25 @maria for 2026-12-31\n').length, 2));
});

describe('rules of jobs', () => {
  it('stay quick on a job of a hundred thousand lines', function () {
    this.timeout(4000);
    const rows = Array.from({ length: 20_000 }, (_, i) => `| Bidder ${i} | ${i} EUR |\n`).join('');
    const entries = Array.from({ length: 20_000 }, (_, i) => `- 2026-03-02 awarded @x${i} ${i} EUR\n- 2026-03-01 delivered\n- 2027-01-01 posted\n- 2026-03-01 paid\n`).join('');
    const note = `## Photos (one-off)\n\n- Budget: 1 EUR\n- Due: 2026-03-01\n\n| Bid | Price |\n| --- | ----- |\n${rows}\n${entries}`;
    assert(checkAll({ files: new Map([['note.delegate.md', note]]) }).length > 20_000);
  });
});
