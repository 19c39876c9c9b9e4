/** What is told of the thing under the cursor. Lines of `^^^` mark the range that it is told of. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { MarkupContent } from 'vscode-languageserver-types';
import { hover } from '../../server/features/hover.ts';
import { contextAt, type FeatureOptions } from '../support/feature.ts';
import { parseFixture } from '../support/fixture.ts';

const studio = readFileSync(resolve(import.meta.dirname, '../fixtures/studio.delegate.md'), 'utf8');

/** What is told at `$0`, in plain text and line by line; the range is the marked one. */
function told(text: string, options: FeatureOptions = {}): string[] {
  const { context, position } = contextAt(text, { ...options, abilities: { hoverMarkdown: false, ...options.abilities } });
  const found = hover(context, position);
  const [marked] = parseFixture(text).marks.values();
  if (marked) assert.deepEqual(found?.range, marked[0]);
  return found ? (found.contents as MarkupContent).value.split('\n').filter((line) => line !== '') : [];
}

/** The studio's note with the cursor in the middle of a text that is in it. */
const inStudio = (text: string): string => {
  const at = studio.indexOf(text) + Math.ceil(text.length / 2);
  return `${studio.slice(0, at)}$0${studio.slice(at)}`;
};

const has = (lines: readonly string[], ...expected: string[]): void => {
  for (const each of expected) assert(lines.includes(each), `no “${each}” in\n${lines.join('\n')}`);
};

const nbsp = (text: string): string => text.replaceAll('h ', 'h\u00a0');

describe('the hover on a function', () => {
  it('tells the worked example: Send client invoices', () => {
    assert.deepEqual(told(inStudio('Send client invoices')), [
      'Send client invoices · recurring',
      'Owner Maria Silva, in training · backup Jon Park',
      'Every month on the last workday · next due Mon 30 Nov, in 7 days',
      'Done 6 runs · 5 of 6 on time (83 %) · 1 late by 4 days · 0 missed · 0 skipped · 2 on time in a row',
      'Takes median 1h 50m · last five 1h 40m · estimate 1h 30m · falling from 2h 20m to 1h 15m',
      'Explained 2h in all · nothing in the last three runs',
      'Last 7 due days ●●●▲●●○ ● 5 done, ▲ 1 late, ○ 1 open',
      `Last 6 runs █▇▅▆▄▄ ${nbsp('3h, 2h 20m, 1h 40m, 2h, 1h 15m, 1h 10m')}`,
      'Last 5 of 6 entries',
      '- Fri 30 Oct · Maria Silva · 1h 10m · 5/5 · 15 invoices, none returned.',
      '- Wed 30 Sep · Maria Silva · 1h 15m · 4/5 · 14 invoices, one returned.',
      '- Tue 1 Sep · Jon Park · 2h · for Fri 28 Aug · Maria away.',
      '- Fri 31 Jul · Maria Silva · 1h 40m · explained 10m · 14 invoices.',
      '- Tue 30 Jun · Maria Silva · 2h 20m · explained 35m · 3/5 · 12 invoices.',
      'Open feedback, newer than the last review of the process',
      '- Disliked: Old VAT rate on two of them. · Tue 30 Jun',
    ]);
  });

  it('tells the worked example: Publish the newsletter', () => {
    has(told(inStudio('Publish the newsletter')),
      'Every other Friday · next due Fri 4 Dec, in 11 days',
      'Done 3 runs · 3 of 3 on time (100 %) · 0 missed · 1 skipped · 3 on time in a row',
      'Last 5 due days ●●●◇○ ● 3 done, ◇ 1 skipped, ○ 1 open',
      '- Fri 20 Nov · skipped · Studio closed for the trade fair.');
  });

  it('closes feedback when the process was reviewed since', () => {
    const lines = told(`${inStudio('Send client invoices')}\n--- processes/invoicing.md\n---\nreviewed: 2026-09-15\n---\n\n# Invoicing\n\n1. Send.\n`);
    assert(!lines.some((line) => line.startsWith('Open feedback')));
  });

  it('stands at the title and the kind', () => {
    told(`
# Notes

### Send $0client invoices (recurring) ###
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

- Cadence: weekly
`);
  });

  it('tells what costs, by the rates of those who did it and who explained it', () => {
    has(told(`
---
currency: EUR
delegator: alex
team:
  alex: { name: Alex Kim, rate: 60 }
  maria: { name: Maria Silva, rate: 20 }
---

## Water $0the plants (recurring)

- Owner: @maria
- Cadence: every Friday

- 2026-11-20 @maria 1h explained 30m
- 2026-11-13 @maria 2h
`), 'Cost 60 EUR for doing it · 30 EUR for explaining it');
  });

  for (const [what, fields, line] of [
    ['that it is overdue, and since when', '- Cadence: every month on the 5th\n- Starts: 2026-10-05\n\n- 2026-10-05 1h', 'Every month on the 5th · overdue since Thu 5 Nov, 18 days ago · next Sat 5 Dec, in 12 days'],
    ['that it is paused', '- Cadence: every Friday\n- Paused: 2026-11-01 to 2026-12-31', 'Every Friday · paused until Thu 31 Dec · next due Fri 1 Jan 2027, in 39 days'],
    ['that it has ended', '- Cadence: every Friday\n- Starts: 2026-01-02\n- Ends: 2026-05-01', 'Every Friday · overdue since Fri 1 May, 206 days ago · ended Fri 1 May'],
    ['that it is due today', '- Cadence: every Monday', 'Every Monday · next due Mon 23 Nov, today'],
    ['that it is never due', '- Cadence: as needed', 'As needed'],
    ['that it has no cadence', '- Estimate: 1h', 'No cadence yet, so it is never due'],
    ['that its cadence is not understood', '- Cadence: hourly', 'The cadence is not understood, so nothing is due'],
  ] as const) it(`tells ${what}`, () => has(told(`## Water $0the plants (recurring)\n\n${fields}\n`), line, 'No owner yet'));

  it('tells of one that nobody has ever done', () => {
    has(told('## Water $0the plants (recurring)\n\n- Backup: @jon\n- Cadence: every Friday\n- Starts: 2026-11-06\n'), 'No owner yet · backup @jon', 'Done 0 runs · 2 missed · 0 skipped');
  });

  it('tells of one that nothing is known of', () => {
    assert.deepEqual(told('## $0(recurring)\n   ^^^^^^^^^^^\n'), ['Untitled · recurring', 'No owner yet', 'No cadence yet, so it is never due', 'Nothing has been written down yet. An entry begins with a date, as in - 2026-11-23 1h']);
  });

  it('stays small however long the history is', () => {
    const entries = Array.from({ length: 1000 }, (_, i) => `- 2026-11-20 @maria ${i}m: ${'long '.repeat(100)}\n  - Disliked: ${'bad '.repeat(100)}`);
    const { context, position } = contextAt(`## Water $0the plants (recurring)\n\n- Cadence: every Friday\n\n${entries.join('\n')}\n`);
    const { value } = hover(context, position)!.contents as MarkupContent;
    assert(value.length < 20_000, `${value.length} characters`);
  });
});

describe('the hover on a job', () => {
  it('compares the bids and tells the award, and what was explained', () => {
    assert.deepEqual(told(inStudio('Product photos for the spring')), [
      'Product photos for the spring catalogue · one-off',
      'Reviewed Thu 19 Mar · due Fri 20 Mar',
      'Budget 300 EUR · estimate 3h',
      'Bid | Price | Time | Note',
      'Lin Chen (awarded) | 280 EUR | 10 days (fastest) | Portfolio has the same look',
      'Tomek | 190 EUR (lowest) | 14 days | No daylight work shown',
      'Award to Lin Chen · 280 EUR · 90 EUR above the lowest bid · 20 EUR below the budget',
      'Explained 1h 35m, 53 % of the estimate of 3h',
      'Repeats “Product photos for the autumn catalogue” · explained 3h 20m in all, 111 % of the estimate of 3h',
      'Entries',
      '- Thu 19 Mar · reviewed · 4/5 · Sharp; the white was a little grey.',
      '- Wed 18 Mar · delivered',
      '- Thu 5 Mar · Lin Chen · awarded · explained 25m · 280 EUR',
      '- Mon 2 Mar · posted · explained 1h 10m · Upwork',
      'Feedback',
      '- Disliked: The shadows on the mood shots are too hard. · Thu 19 Mar',
    ]);
  });

  it('tells what its repeats have cost together', () => {
    has(told(inStudio('Product photos for the autumn').replace('- Due: 2026-09-25', '- Due: 2026-09-25\n- Same as: Product photos for the spring catalogue')),
      'Repeats “Product photos for the spring catalogue” · explained 3h 20m in all, 111 % of the estimate of 3h');
  });

  it('tells what is ahead of one that is open', () => {
    has(told('## Build $0a shelf (one-off)\n\n- Due: 2026-11-20\n\n- 2026-11-01 posted\n- [ ] 2026-11-30 The wood: 100 EUR\n'), 'Posted Sun 1 Nov · due Fri 20 Nov, overdue by 3 days · next The wood Mon 30 Nov', 'No budget · no estimate');
  });

  it('does not compare prices in different currencies', () => {
    has(told('## Build $0a shelf (one-off)\n\n| Bid | Price |\n| --- | --- |\n| Ana | 100 EUR |\n| Bo | 90 USD |\n'), 'Ana | 100 EUR |  | ', 'Bo | 90 USD |  | ');
  });
});

describe('the hover on a handle', () => {
  it('tells who that is, what they carry, and what was said', () => {
    assert.deepEqual(told(inStudio('@maria')), [
      'Maria Silva · @maria · operations · part-time',
      'Here since Mon 4 May, 6 months',
      'Hours 25m of 20h a week (2 %) in the next four weeks',
      'Owns 1: Send client invoices (in training)',
      'Backs up 1: Publish the newsletter',
      'Said 1 liked · 1 disliked · 3 ratings, median 4/5',
      'Feedback',
      '- Liked: Grouped the reminders by client without being asked. · Send client invoices · Fri 30 Oct',
      '- Disliked: Old VAT rate on two of them. · Send client invoices · Tue 30 Jun',
    ]);
  });

  const team = '---\ndelegator: alex\nteam:\n  maria: { name: Maria Silva, since: 2024-01-08, until: 2026-10-30, away: [[2026-11-20, 2026-11-27]] }\n---\n\n';
  for (const [where, text] of [
    ['a field', '## Plants (recurring)\n\n- Owner: @ma$0ria\n         ^^^^^^\n'],
    ['an entry', '## Plants (recurring)\n\n- 2026-11-20 @maria$0 1h\n             ^^^^^^\n'],
    ['prose', '## Plants (recurring)\n\nAsk $0@maria first.\n    ^^^^^^\n'],
    ['text outside of tasks', '# Plants\n\nAsk $0@maria first.\n    ^^^^^^\n'],
    ['a bid', '## Shelf (one-off)\n\n| Bid |\n| --- |\n| @mar$0ia |\n  ^^^^^^\n'],
    ['a title', '## Ask @mar$0ia (recurring)\n       ^^^^^^\n'],
  ] as const) it(`stands at a handle in ${where}`, () => assert.match(told(team + text)[0]!, /^Maria Silva · @maria/));

  it('stands at the keys of the team, and at the one who delegates', () => {
    has(told(team.replace('maria:', '$0maria:').replace('away:', 'away:').replace(/\n---\n\n$/, '\n  ^^^^^\n---\n\n')), 'Maria Silva · @maria', 'Here since Mon 8 Jan 2024, 2 years · Left Fri 30 Oct · away until Fri 27 Nov');
    has(told(team.replace('alex', 'al$0ex').replace('\nteam', '\n           ^^^^\nteam')), '@alex · hands out the work', 'No function is theirs, and they are nobody’s backup.');
  });

  it('tells that nobody has the handle', () => has(told('Ask @zo$0e.\n'), '@zoe · nobody on the team has this handle'));

  it('tells of jobs, and of a contractor’s reviews', () => {
    has(told(inStudio('@lin')), 'Jobs 2: Product photos for the spring catalogue (reviewed); Product photos for the autumn catalogue (reviewed)', 'Said 0 liked · 1 disliked · 2 ratings, median 4.5/5');
  });

  it('says of which functions nobody knows how long they take', () => {
    has(told('## A (recurring)\n\n- Owner: @ma$0ria\n- Cadence: twice a week\n- Estimate: 30m\n\n## B (recurring)\n\n- Owner: @maria\n- Cadence: every Friday\n'), 'Hours 1h a week in the next four weeks · nobody knows how long one of the tasks takes');
  });
});

describe('the hover on a cadence', () => {
  const cadence = (value: string, more = ''): string[] => told(`## Plants (recurring)\n\n- Cadence: ${value.slice(0, 2)}$0${value.slice(2)}\n           ${'^'.repeat(value.length)}\n${more}`);

  it('tells the canonical form and the next five days', () => {
    assert.deepEqual(cadence('monthly on last business day'), ['every month on the last workday', 'Next', '- Mon 30 Nov, in 7 days', '- Thu 31 Dec', '- Fri 29 Jan 2027', '- Fri 26 Feb 2027', '- Wed 31 Mar 2027']);
  });

  it('goes on from what was done already', () => {
    assert.deepEqual(cadence('every 6 weeks after done', '\n- 2026-11-20 1h\n').slice(0, 3), ['every 6 weeks after completion', 'Next, if each is done on its day', '- Fri 1 Jan 2027, in 39 days']);
  });

  it('tells each reading of a word that has several', () => {
    has(cadence('biweekly', '- Starts: 2026-11-23\n'), '“biweekly” is read in several ways: every 2 weeks or twice a week. The first one counts until you say which.');
  });

  it('tells why one is refused, and what is near', () => {
    const [why, near] = cadence('every 2 hours');
    assert.match(why!, /^“hours” is not understood: a function has a day, not a clock\.$/);
    assert.match(near!, /^Near it are .+, .+ and .+\.$/);
  });

  it('tells what another notation says that has no place', () => has(cadence('0 9 * * 1'), 'every Monday', 'The time of day is left out: a function has a day, not a clock.'));

  it('tells that nothing follows from one', () => {
    has(cadence('as needed'), 'It has no days, and is never overdue.');
    has(cadence('every other Friday'), 'No day follows from it yet. With “Starts” it has a first one, as in “- Starts: 2026-11-23”.');
    has(cadence('every Friday', '- Starts: 2026-05-01\n- Ends: 2026-05-01\n\n- 2026-05-01 1h\n'), 'Nothing is due any more since Fri 1 May.');
  });

  it('stands at all lines of one that is wrapped', () => {
    const { context, position } = contextAt('## Plants (recurring)\n\n- Cadence: every mo$0nth\n  on the last workday\n');
    assert.deepEqual(hover(context, position)?.range, { start: { line: 2, character: 11 }, end: { line: 3, character: 21 } });
  });
});

describe('the hover on a process', () => {
  const process = (value: string, files = '', more = ''): string[] => told(`## Plants (recurring)\n\n- Process: $0${value}\n           ${'^'.repeat(value.length)}\n${more}${files}`);
  const document = '\n--- processes/plants.md\n---\nreviewed: 2026-11-20\n---\n\n# Watering\n\n1. Fill the can.\n2. Pour.\n\n## Roses\n\n1. Less.\n';

  it('tells title, steps and last review of a document', () => {
    assert.deepEqual(process('[Plants](processes/plants.md)', document), ['Watering', '3 steps, 5 words', 'Last reviewed Fri 20 Nov, 3 days ago']);
  });

  it('tells of one heading', () => assert.deepEqual(process('[Roses](processes/plants.md#roses)', document).slice(0, 2), ['Roses', '1 step, 1 word']));

  it('tells of the steps below', () => assert.deepEqual(process('below', '', '\n1. Fill the can.\n2. Pour.\n'), ['The numbered list below', '2 steps', 'Nobody has marked it as reviewed yet']));

  for (const [what, value, line] of [
    ['that there is no such file', '[Plants](processes/plnts.md)', 'There is no file processes/plnts.md.'],
    ['that there is no such heading', '[Plants](processes/plants.md#tulips)', 'processes/plants.md has no heading “tulips”.'],
    ['that the link leaves the folder', '[Plants](../../etc/plants.md)', 'The link leaves the workspace folder, so nothing is read there.'],
    ['that nothing is below', 'below', 'No process yet: there is no numbered list in this block.'],
  ] as const) it(`tells ${what}`, () => assert.deepEqual(process(value, document), [line]));

  it('says nothing of a page elsewhere', () => assert.deepEqual(told('## Plants (recurring)\n\n- Process: $0https://example.org\n'), []));
});

describe('the hover on a word of the notation', () => {
  it('tells what a field means', () => {
    assert.deepEqual(told('## Plants (recurring)\n\n- **back$0up:** @jon\n    ^^^^^^\n'), ['Backup', 'Who does it while the owner is away.', 'As in Backup: @jon']);
  });

  it('tells that a field is of another kind', () => has(told('## Plants (recurring)\n\n- Bud$0get: 300 EUR\n'), 'A one-off task has this field. In a recurring one it means nothing.'));

  it('tells what a rule is for, in a comment and in front matter', () => {
    const [head, summary, why] = told('<!-- delegate-disable-next-line missing-$0owner -->\n                                ^^^^^^^^^^^^^\n\n## Plants (recurring)\n');
    assert.deepEqual([head, summary], ['missing-owner · warning by default', 'A recurring function without an owner.']);
    assert(why);
    has(told('---\nrules:\n  missing-$0owner: off\n  ^^^^^^^^^^^^^\n---\n'), 'missing-owner · warning by default, off in this note');
  });

  for (const [what, text] of [
    ['a field that nobody knows', '## Plants (recurring)\n\n- Colo$0ur: green\n'],
    ['a rule that there is not', '<!-- delegate-disable no-such$0-rule -->\n'],
    ['prose', '# Plants\n\nPlain te$0xt.\n'],
    ['code', '# Plants\n\n`@ma$0ria`\n'],
    ['a line behind the end', '# Plants\n$0'],
  ] as const) it(`says nothing of ${what}`, () => assert.deepEqual(told(text), []));
});
