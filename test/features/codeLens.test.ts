/** The line above a task. Today is Monday, 23 November 2026. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { codeLenses } from '../../server/features/codeLens.ts';
import { contextAt, type FeatureOptions } from '../support/feature.ts';
import { workspace } from '../support/notes.ts';

/** The lenses of each block as an editor shows them. */
function lines(text: string, options?: FeatureOptions): string[] {
  const byLine = new Map<number, string[]>();
  for (const { range, command } of codeLenses(contextAt(text, options).context)) {
    byLine.set(range.start.line, [...(byLine.get(range.start.line) ?? []), command!.title]);
  }
  return [...byLine.values()].map((titles) => titles.join(' | '));
}

const note = (kind: string, fields: string, entries: readonly string[]): string =>
  [`## Task (${kind})`, '', ...fields.split(';').map((field) => `- ${field.trim()}`), '', 'What is done.', '', ...entries.map((entry) => `- ${entry}`), ''].join('\n');

describe('code lenses', () => {
  const studio = readFileSync(join(import.meta.dirname, '../fixtures/studio.delegate.md'), 'utf8');

  it('are those of the worked example of the product, one line per block', () => {
    assert.deepEqual(lines(studio), [
      '6 runs · 1h 50m median · next 30 Nov | Log | Skip',
      '3 runs · 2h 10m median · next 4 Dec | Log | Skip',
      'reviewed · 2 bids · next: pay it',
      'reviewed · 2 bids · next: pay it',
    ]);
  });

  it('stand on the titles', () => {
    const { context } = contextAt('# Office\n\n## Invoices (recurring)\n\n- Cadence: daily\n');
    for (const { range } of codeLenses(context)) assert.deepEqual(range, { start: { line: 2, character: 3 }, end: { line: 2, character: 11 } });
  });

  for (const [what, fields, entries, expected] of [
    ['without a run', 'Cadence: every Friday', [], 'no runs yet · next 27 Nov | Log | Skip'],
    ['with one that has no time', 'Cadence: every Friday', ['2026-11-20'], '1 run · next 27 Nov | Log | Skip'],
    ['due today', 'Cadence: every Monday; Starts: 2026-11-23', [], 'no runs yet · due today | Log | Skip'],
    ['due tomorrow', 'Cadence: every Tuesday', ['2026-11-17 1h'], '1 run · 1h median · due tomorrow | Log | Skip'],
    ['overdue', 'Cadence: every Friday; Starts: 2026-11-20', [], 'no runs yet · overdue since 20 Nov | Log | Skip'],
    ['paused', 'Cadence: every Friday; Paused: until 2026-12-31', [], 'no runs yet · paused until 31 Dec | Log | Skip'],
    ['as needed', 'Cadence: as needed', ['2026-11-20 1h'], '1 run · 1h median · as needed | Log'],
    ['ended', 'Cadence: every Friday; Ends: 2026-11-15', ['2026-11-13'], '1 run · ended | Log'],
    ['without a cadence', 'Owner: @maria', [], 'no runs yet | Log'],
    ['with one that is not understood', 'Cadence: soon', [], 'no runs yet | Log'],
  ] as const) it(`of a function ${what}`, () => assert.deepEqual(lines(note('recurring', fields, entries)), [expected]));

  for (const [what, fields, entries, expected] of [
    ['that is not posted', 'Due: 2026-12-18', [], 'draft · next: post it · due 18 Dec'],
    ['that is given to somebody', 'Owner: @maria; Due: 2026-12-18', [], 'given to @maria · next: delivery · due 18 Dec'],
    ['that is posted', 'Budget: 300 EUR', ['2026-11-20 posted'], 'posted · next: award it'],
    ['that is awarded', 'Due: 2026-11-20', ['2026-11-02 posted', '2026-11-03 awarded @lin 280 EUR'], 'awarded to @lin · next: delivery · overdue since 20 Nov'],
    ['that is delivered', 'Due: 2026-11-20', ['2026-11-02 posted', '2026-11-19 delivered'], 'delivered · next: review it'],
    ['that is paid and not reviewed', 'Due: 2026-11-20', ['2026-11-02 posted', '2026-11-19 delivered', '2026-11-20 paid'], 'paid · next: review it'],
    ['that is paid and reviewed', 'Due: 2026-11-20', ['2026-11-19 delivered', '2026-11-20 reviewed 5/5', '2026-11-20 paid'], 'paid'],
    ['that is cancelled', 'Due: 2026-11-20', ['2026-11-02 cancelled'], 'cancelled'],
  ] as const) it(`of a job ${what}`, () => assert.deepEqual(lines(note('one-off', fields, entries)), [expected]));

  it('can be switched off', () => assert.deepEqual(lines(studio, { settings: { codeLens: false } }), []));

  it('run the server’s commands, or the editor’s own where it has some', () => {
    const text = note('recurring', 'Cadence: every Friday', []);
    const commands = (options?: FeatureOptions): unknown[] => codeLenses(contextAt(text, options).context).slice(1).map(({ command }) => [command?.command, command?.arguments]);
    const place = [{ uri: 'file:///desk/note.delegate.md', line: 0, title: 'Task' }];
    assert.deepEqual(commands(), [['delegateNotes.server.logCompletion', place], ['delegateNotes.server.skipOccurrence', place]]);
    assert.deepEqual(commands({ abilities: { asking: true } }), [['delegateNotes.logCompletion', place], ['delegateNotes.skipOccurrence', place]]);
    assert.deepEqual(commands({ abilities: { applyingEdits: false } }), []);
  });

  it('are one line for every task of any note', () => {
    fc.assert(fc.property(workspace(), (files) => {
      const text = files.get('note.delegate.md')!;
      const said = codeLenses(contextAt(text).context).filter(({ command }) => command?.command === '');
      assert.equal(said.length, contextAt(text).context.document.sections.filter(({ block }) => block).length);
      for (const { command } of said) assert.match(command!.title, /^(?!.*(?:NaN|undefined))\S/);
    }), { numRuns: 100 });
  });
});
