import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { delegateNotes } from './support.ts';

const studio = readFileSync(join(import.meta.dirname, '../fixtures/studio.delegate.md'), 'utf8');
const on = ['--today', '2026-11-23'];

const office = `---
team:
  maria: { name: Maria Silva }
---

## Payroll (recurring)

- Owner: @maria
- Cadence: every Friday
- Starts: 2026-11-20

## Water the plants (recurring)

- Cadence: daily
- Starts: 2026-11-23

## Paint the door (one-off)

- Due: 2026-11-27

- 2026-11-02 posted
- 2026-11-05 awarded @leo 90 EUR
`;

describe('delegate-notes next', () => {
  it('lists the worked example of the product', () => {
    assert.deepEqual(delegateNotes({ 'studio.delegate.md': studio }, ['next', ...on]), {
      code: 0,
      error: '',
      out: `Mon 30 Nov, in 7 days
  @maria  “Send client invoices”  studio.delegate.md:16

1 due up to Mon 30 Nov: 0 overdue, 0 today, 1 to come
`,
    });
  });

  it('gives the same as JSON, in date order', () => {
    const { out } = delegateNotes({ 'studio.delegate.md': studio }, ['next', ...on, '--until', '2026-12-31', '--format', 'json']);
    assert.deepEqual(JSON.parse(out), {
      version: 1,
      today: '2026-11-23',
      due: [
        { path: 'studio.delegate.md', line: 16, task: 'Send client invoices', owner: 'maria', due: '2026-11-30', status: 'upcoming' },
        { path: 'studio.delegate.md', line: 36, task: 'Publish the newsletter', owner: 'jon', due: '2026-12-04', status: 'upcoming' },
        { path: 'studio.delegate.md', line: 36, task: 'Publish the newsletter', owner: 'jon', due: '2026-12-18', status: 'upcoming' },
        { path: 'studio.delegate.md', line: 16, task: 'Send client invoices', owner: 'maria', due: '2026-12-31', status: 'upcoming' },
      ],
    });
  });

  it('lists by day and by person every occurrence, and jobs that nobody has delivered', () => {
    const { out } = delegateNotes({ 'a/office.delegate.md': office }, ['next', ...on, '--until', '2026-11-27']);
    assert.equal(out, `Fri 20 Nov, overdue for 3 days
  @maria  “Payroll”  a/office.delegate.md:6

Mon 23 Nov, today
  nobody  “Water the plants”  a/office.delegate.md:12

Tue 24 Nov, tomorrow
  nobody  “Water the plants”  a/office.delegate.md:12

Wed 25 Nov, in 2 days
  nobody  “Water the plants”  a/office.delegate.md:12

Thu 26 Nov, in 3 days
  nobody  “Water the plants”  a/office.delegate.md:12

Fri 27 Nov, in 4 days
  @leo    “Paint the door”  a/office.delegate.md:17
  @maria  “Payroll”  a/office.delegate.md:6
  nobody  “Water the plants”  a/office.delegate.md:12

8 due up to Fri 27 Nov: 1 overdue, 1 today, 6 to come
`);
  });

  it('takes the real day in the time zone of the notes', () => {
    // Noon in London is one in the morning of the next day in Auckland.
    const zone = (name: string): string => JSON.parse(delegateNotes({ 'a.delegate.md': `---\ntimezone: ${name}\n---\n` }, ['next', '--format', 'json']).out).today as string;
    assert.deepEqual(['Europe/London', 'Pacific/Auckland', 'Pacific/Honolulu'].map(zone), ['2026-11-23', '2026-11-24', '2026-11-23']);
  });

  it('lists a note that is named by the roster and the holidays of its neighbours', () => {
    const files = { 'team.delegate.md': '---\nholidays: [2026-11-30]\nteam: { maria: Maria }\n---\n', 'a.delegate.md': '## Invoices (recurring)\n\n- Cadence: monthly on the last workday\n', 'b.delegate.md': office };
    const { out } = delegateNotes(files, ['next', ...on, 'a.delegate.md']);
    assert.match(out, /^Fri 27 Nov, in 4 days\n {2}nobody {2}“Invoices” {2}a\.delegate\.md:1\n\n1 due/);
  });

  it('says so when nothing is due', () => {
    const { code, out } = delegateNotes({ 'a.delegate.md': '# Notes\n' }, ['next', ...on]);
    assert.equal(out, 'Nothing is due up to Mon 30 Nov.\n');
    assert.equal(code, 0);
  });

  it('steers no terminal with what a note says', () => {
    const { out } = delegateNotes({ 'a.delegate.md': '## In\u001b[31mvoices (recurring)\n\n- Cadence: daily\n' }, ['next', ...on]);
    assert(!out.includes('\u001b'));
  });

  it('tells of what it cannot read, lists the rest and exits 2', () => {
    const { code, out, error } = delegateNotes({ 'a.delegate.md': office, 'b.delegate.md': '\u0000' }, ['next', ...on, 'none', '.']);
    assert.match(error, /^none: no such file or folder$/m);
    assert.match(error, /^b\.delegate\.md: not text/m);
    assert.match(out, /“Payroll”/);
    assert.equal(code, 2);
  });

  for (const [args, says] of [
    [['--until', 'tomorrow'], /--until takes a day as 2026-11-23, not “tomorrow”/],
    [['--until', '9999-12-31'], /--until takes a day within the next ten years, not “9999-12-31”/],
    [['--today', '2026-02-30'], /--today takes a day/],
    [['--format', 'sarif'], /--format takes text or json, not “sarif”/],
    [['--untl', '2026-12-31'], /there is no option “--untl”. Did you mean “--until”\?/],
    [['--select', 'overdue'], /there is no option “--select”/],
    [['--until'], /--until/],
  ] as const) {
    it(`${args.join(' ')}: says what is wrong and exits 2`, () => {
      const { code, error } = delegateNotes({ 'a.delegate.md': office }, ['next', ...on, ...args]);
      assert.match(error, says);
      assert.equal(code, 2);
    });
  }
});
