import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { delegateNotes } from './support.ts';

const studio = readFileSync(join(import.meta.dirname, '../fixtures/studio.delegate.md'), 'utf8');
const invoicing = '# Invoicing\n\n1. Take the hours.\n2. Write the invoices.\n3. Send them.\n';
const on = ['--today', '2026-11-23'];

const office = `---
team:
  maria: { name: Maria Silva, hours: 2 }
  rory: { hours: 20, until: 2026-11-01 }
---

## Post (recurring)

- Owner: @maria
- Cadence: every workday
- Starts: 2026-11-23
- Estimate: 1h

## Plants (recurring)

- Owner: @rory
- Cadence: daily
- Starts: 2026-11-23
`;

describe('delegate-notes report', () => {
  it('tells of the worked example of the product', () => {
    assert.deepEqual(delegateNotes({ 'studio.delegate.md': studio, 'processes/invoicing.md': invoicing }, ['report', ...on]), {
      code: 0,
      error: '',
      out: `., 2026-11-23

Functions         2
  with an owner   2  100 %
  with a process  2  100 %
  with both       2  100 %
  with a backup   2  100 %

Hours a month  2026-06  2026-07  2026-08  2026-09  2026-10  2026-11
  outsourced       2.3      1.7      0.0      3.3      6.1      1.8  ▄▃▁▅█▃  rising
  out-tasked       0.0      0.0      0.0      3.0      0.0      0.0  ▁▁▁█▁▁  rising
  explained        0.6      0.2      0.0      1.8      0.8      0.0  ▃▁▁█▄▁  rising
  2026-11 is up to today.

Hours in the next four weeks  needed    had
  @jon                           4.3  152.0
  @maria                         1.7   80.0
`,
    });
  });

  it('tells of each folder, and of all', () => {
    const { out } = delegateNotes({ 'a/office.delegate.md': office, 'b/studio.delegate.md': studio, 'b/processes/invoicing.md': invoicing }, ['report', 'a', 'b', ...on]);
    assert.deepEqual(out.split('\n').filter((line) => /^\S.*2026-11-23$|^Functions/.test(line)), ['a, 2026-11-23', 'Functions         2', 'b, 2026-11-23', 'Functions         2', 'All 2 folders, 2026-11-23', 'Functions         4']);
    assert.match(out, / {2}@maria +20\.0 +8\.0 {2}too much\n {2}@rory +0\.0 +0\.0 {2}has left, 1 of unknown length\n/);
    assert.match(out, /\nOf those whose hours are known, [\d.]+ of [\d.]+ are needed in the next four weeks\.\n$/);
  });

  it('covers the notes that are named, and weighs people by the whole folder', () => {
    const files = { 'office.delegate.md': office, 'more.delegate.md': '## Calls (recurring)\n\n- Owner: @maria\n- Cadence: every workday\n- Starts: 2026-11-23\n- Estimate: 30m\n' };
    const { out } = delegateNotes(files, ['report', 'more.delegate.md', ...on]);
    assert.match(out, /^Functions +1$/m);
    assert.match(out, /@maria +30\.0 +8\.0 {2}too much/);
  });

  it('gives JSON in minutes', () => {
    const { out, code } = delegateNotes({ 'office.delegate.md': `${office}\n- 2026-10-02 @rory 2h explained 10m\n` }, ['report', '--format', 'json', ...on]);
    const { folders, ...rest } = JSON.parse(out) as { folders: { months: object[] }[] };
    const none = { outTaskedMinutes: 0, outsourcedMinutes: 0, explainedMinutes: 0 };
    const months = [
      ...['06', '07', '08', '09'].map((month) => ({ month: `2026-${month}`, ...none })),
      { month: '2026-10', outTaskedMinutes: 0, outsourcedMinutes: 120, explainedMinutes: 10 },
      { month: '2026-11', ...none },
    ];
    const coverage = { functions: 2, withOwner: 1, withProcess: 0, withBoth: 0, withBackup: 0 };
    const directions = { outTasked: null, outsourced: null, explained: null };
    assert.deepEqual(folders, [{
      path: '.', coverage, months, directions,
      people: [
        { handle: 'maria', neededMinutes: 1200, hadMinutes: 480, functions: 1, functionsWithoutBackup: 1, tasksOfUnknownLength: 0 },
        { handle: 'rory', neededMinutes: 3360, hadMinutes: 0, functions: 1, functionsWithoutBackup: 1, tasksOfUnknownLength: 0 },
      ],
    }]);
    assert.deepEqual(rest, { version: 1, today: '2026-11-23', all: { coverage, months, directions, load: { neededMinutes: 4560, hadMinutes: 480 } } });
    assert.equal(code, 0);
  });

  it('takes the day of the time zone of the notes', () => {
    const lines = (zone: string): string => delegateNotes({ 'a.delegate.md': `---\ntimezone: ${zone}\n---\n` }, ['report']).out.split('\n')[0]!;
    assert.deepEqual(['Pacific/Kiritimati', 'Pacific/Pago_Pago'].map(lines), ['., 2026-11-24', '., 2026-11-23']);
  });

  it('has something to say of nothing', () => {
    assert.match(delegateNotes({}, ['report', ...on]).out, /^\., 2026-11-23\n\nFunctions +0\n/);
  });

  it('steers no terminal with what a note says', () => {
    const { out } = delegateNotes({ 'a\u001b[31m/a.delegate.md': office }, ['report', 'a\u001b[31m', ...on]);
    assert.match(out, /^a\\u001b\[31m, /);
  });

  it('exits 2 where something cannot be read, and tells of the rest', () => {
    const { out, error, code } = delegateNotes({ 'a/office.delegate.md': office, 'b.delegate.md': '\0' }, ['report', ...on]);
    assert.match(error, /^b\.delegate\.md: not text/);
    assert.match(out, /^Functions +2$/m);
    assert.equal(code, 2);
  });

  it('exits 2 where it is used wrongly', () => {
    const { error, code } = delegateNotes({}, ['report', '--format', 'xml']);
    assert.match(error, /--format takes text or json, not “xml”/);
    assert.equal(code, 2);
  });
});
