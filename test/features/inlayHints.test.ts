/** What a cadence or a Due comes to. Today is Monday, 23 November 2026. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { inlayHints } from '../../server/features/inlayHints.ts';
import { parseDay } from '../../server/notation/dates.ts';
import { textOf } from '../../server/notation/document.ts';
import { contextAt, type FeatureOptions } from '../support/feature.ts';
import { workspace } from '../support/notes.ts';

const everything = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };

/** The note with its hints in it, as an editor shows them. */
function hinted(text: string, options?: FeatureOptions): string[] {
  const { context } = contextAt(text, options);
  const lines = textOf(context.document).split('\n');
  for (const { position: { line, character }, label } of inlayHints(context, everything).reverse()) {
    lines[line] = `${lines[line]!.slice(0, character)} ${label as string}${lines[line]!.slice(character)}`;
  }
  return lines;
}

const note = (kind: string, fields: string, entries: readonly string[]): string =>
  [`## Task (${kind})`, '', ...fields.split(';').map((field) => `- ${field.trim()}`), '', 'What is done.', '', ...entries.map((entry) => `- ${entry}`), ''].join('\n');

/** The first field of a function with its hint. */
const ofCadence = (fields: string, entries: readonly string[] = []): string => hinted(note('recurring', fields, entries))[2]!;
const ofDue = (fields: string, entries: readonly string[] = []): string => hinted(note('one-off', fields, entries))[2]!;

describe('inlay hints', () => {
  const studio = readFileSync(join(import.meta.dirname, '../fixtures/studio.delegate.md'), 'utf8');

  it('are those of the worked example of the product, and none at jobs that are delivered', () => {
    assert.deepEqual(hinted(studio).filter((line) => line.includes('→')), [
      '- Cadence: every month on the last workday → Mon 30 Nov, in 7 days',
      '- Cadence: every other Friday → Fri 4 Dec, in 11 days',
    ]);
  });

  it('stand behind the value, be it wrapped', () => {
    assert.deepEqual(hinted('## Task (recurring)\n\n- Cadence: every month on\n  the last workday\n- Starts: 2026-11-01\n').slice(2, 4), ['- Cadence: every month on', '  the last workday → Mon 30 Nov, in 7 days']);
  });

  it('tell the next five dates when they are pointed at', () => {
    const { context } = contextAt(studio);
    assert.deepEqual(inlayHints(context, everything).map(({ tooltip }) => tooltip), [
      'Next: Mon 30 Nov, Thu 31 Dec, Fri 29 Jan 2027, Fri 26 Feb 2027, Wed 31 Mar 2027',
      'Next: Fri 4 Dec, Fri 18 Dec, Fri 1 Jan 2027, Fri 15 Jan 2027, Fri 29 Jan 2027',
    ]);
  });

  it('are those of the range that is asked for', () => {
    const { context } = contextAt(studio);
    const [first, second] = inlayHints(context, everything).map(({ position }) => position);
    const lines = (from: number, to: number): unknown[] => inlayHints(context, { start: { line: from, character: 0 }, end: { line: to, character: 0 } }).map(({ position }) => position);
    assert.deepEqual(lines(0, first!.line), []);
    assert.deepEqual(lines(0, first!.line + 1), [first]);
    assert.deepEqual(lines(first!.line + 1, 9999), [second]);
    assert.deepEqual(lines(second!.line + 1, 9999), []);
  });

  for (const [what, fields, entries, expected] of [
    ['today', 'Cadence: every Monday; Starts: 2026-11-23', [], 'every Monday → Mon 23 Nov, today'],
    ['tomorrow', 'Cadence: every Tuesday', ['2026-11-17'], 'every Tuesday → Tue 24 Nov, tomorrow'],
    ['in another year', 'Cadence: every year on 15 Jan', ['2026-01-15'], 'every year on 15 Jan → Fri 15 Jan 2027, in 53 days'],
    ['what was done ahead', 'Cadence: every Tuesday', ['2026-11-17', '2026-11-23'], 'every Tuesday → Tue 1 Dec, in 8 days'],
    ['overdue', 'Cadence: every Friday; Starts: 2026-11-20', [], 'every Friday → overdue since Fri 20 Nov, 3 days'],
    ['overdue since yesterday', 'Cadence: every Sunday; Starts: 2026-11-22', [], 'every Sunday → overdue since Sun 22 Nov, 1 day'],
    ['paused until a day', 'Cadence: every Friday; Paused: 2026-11-01 to 2026-12-06', [], 'every Friday → paused until Sun 6 Dec'],
    ['paused', 'Cadence: every Friday; Paused: yes', [], 'every Friday → paused'],
    ['paused by an entry', 'Cadence: every Friday', ['2026-11-21 paused', '2026-11-20'], 'every Friday → paused'],
    ['as needed', 'Cadence: ad hoc', [], 'ad hoc → as needed, on no fixed day'],
    ['ended', 'Cadence: every Friday; Ends: 2026-11-15', ['2026-11-13'], 'every Friday → ended on Sun 15 Nov'],
    ['nothing more before an Ends to come', 'Cadence: every Friday; Ends: 2026-11-25', ['2026-11-20'], 'every Friday → nothing more is due'],
    ['an Ends before Starts', 'Cadence: every Friday; Starts: 2026-11-20; Ends: 2026-11-01', [], 'every Friday → ended on Sun 1 Nov'],
    ['what still lacks a beginning', 'Cadence: every other Friday', [], 'every other Friday → no due day yet'],
    ['what is counted from a first run', 'Cadence: every 6 weeks after completion', [], 'every 6 weeks after completion → no due day yet'],
    ['what is counted from the last run', 'Cadence: every 6 weeks after completion', ['2026-11-16'], 'every 6 weeks after completion → Mon 28 Dec, in 35 days'],
    ['the first reading of what is ambiguous', 'Cadence: biweekly; Starts: 2026-11-27', [], 'biweekly → Fri 27 Nov, in 4 days'],
    ['what is not understood', 'Cadence: soon', [], 'soon'],
    ['a placeholder', 'Cadence: TBD', [], 'TBD'],
  ] as const) it(`of a cadence: ${what}`, () => assert.equal(ofCadence(fields, entries), `- Cadence: ${expected}`));

  for (const [what, due, entries, expected] of [
    ['to come', '2026-11-30', [], '2026-11-30 → Mon 30 Nov, in 7 days'],
    ['today', '2026-11-23', ['2026-11-02 posted'], '2026-11-23 → Mon 23 Nov, today'],
    ['overdue', '2026-11-20', ['2026-11-02 posted', '2026-11-03 awarded @lin'], '2026-11-20 → overdue since Fri 20 Nov, 3 days'],
    ['delivered', '2026-11-20', ['2026-11-02 posted', '2026-11-19 delivered'], '2026-11-20'],
    ['cancelled', '2026-11-30', ['2026-11-19 cancelled'], '2026-11-30'],
    ['no day', '2026-02-30', [], '2026-02-30'],
  ] as const) it(`of a Due: ${what}`, () => assert.equal(ofDue(`Due: ${due}`, entries), `- Due: ${expected}`));

  it('say that the day after an overdue one is not known yet, where it is counted from it', () => {
    const { context } = contextAt(note('recurring', 'Cadence: every 5 days after completion', ['2026-11-10']));
    assert.match(String(inlayHints(context, everything)[0]?.tooltip), /counted from the day on which this one is done/);
  });

  it('follow the holidays that another note of the folder holds', () => {
    const text = '## Task (recurring)\n\n- Cadence: every month on the last workday\n\n--- team.delegate.md\n---\nholidays: [2026-11-30]\n---\n';
    assert.equal(hinted(text)[2], '- Cadence: every month on the last workday → Fri 27 Nov, in 4 days');
  });

  it('lie behind their field on any day of any note', () => {
    fc.assert(fc.property(workspace(), fc.integer({ min: parseDay('2020-01-01')!, max: parseDay('2030-01-01')! }), (files, today) => {
      const { context } = contextAt(files.get('note.delegate.md')!, { today });
      const lines = textOf(context.document).split(/\r?\n/);
      for (const { position: { line, character }, label } of inlayHints(context, everything)) {
        assert.match(label as string, /^→ (?!.*(?:NaN|undefined|Infinity))/);
        assert.equal(lines[line]!.slice(character).trim(), '');
      }
    }), { numRuns: 100 });
  });
});
