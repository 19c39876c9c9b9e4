import assert from 'node:assert/strict';
import { rhythmOf } from '../../server/model/rhythm.ts';
import { tasksOf } from '../../server/notation/document.ts';
import { load, parseFixture, uriOf } from '../support/fixture.ts';

/** What the history of a function shows, in a folder with 31 August 2026 for a holiday. */
function shown(...entries: readonly string[]): string | undefined {
  const text = `---\nholidays: [2026-08-31]\n---\n\n## Task (recurring)\n\n${entries.map((entry) => `- ${entry}\n`).join('')}`;
  const folder = load(parseFixture(text).files);
  return rhythmOf(tasksOf(folder.documents.get(uriOf('note.delegate.md'))!)[0]!.block.entries, folder.roster);
}

const cases: readonly (readonly [cadence: string | undefined, ...entries: string[]])[] = [
  [undefined],
  [undefined, '2026-11-06', '2026-11-13'],
  ['every Friday', '2026-11-06', '2026-11-13', '2026-11-20'],
  ['every Friday', '2026-11-20', '2026-11-13', '2026-11-06', '2026-11-05 handover', '2026-11-01 reviewed'],
  ['every week', '2026-11-05', '2026-11-13', '2026-11-19', '2026-11-25'],
  ['every Friday', '2026-11-01', '2026-11-06', '2026-11-13', '2026-11-20', '2026-11-27'],
  ['every other Friday', '2026-10-09', '2026-10-23', '2026-11-06', '2026-11-20 skipped'],
  ['every 2 weeks', '2026-10-09', '2026-10-22', '2026-11-06', '2026-11-19'],
  ['every workday', '2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20', '2026-11-23'],
  ['every day', '2026-11-13', '2026-11-14', '2026-11-15', '2026-11-16'],
  ['every month on the last workday', '2026-05-29', '2026-06-30', '2026-07-31', '2026-09-01 for 2026-08-28', '2026-09-30'],
  ['every month on the 1st workday', '2026-08-03', '2026-09-01', '2026-10-01', '2026-11-02'],
  ['every month on the 22nd', '2026-08-22', '2026-09-22', '2026-10-22'],
  ['every month', '2026-08-04', '2026-09-09', '2026-10-06'],
  ['every 2 months', '2026-05-04', '2026-07-02', '2026-09-01'],
  ['every quarter', '2026-01-10', '2026-04-12', '2026-07-08', '2026-10-11'],
  ['every 6 months', '2025-05-01', '2025-11-03', '2026-05-02'],
  ['every year', '2024-03-01', '2025-03-10', '2026-03-03'],
  [undefined, '2026-01-01', '2026-01-10', '2026-03-30', '2026-04-04'],
  [undefined, '2026-11-20 1h', '2026-11-20 2h', '2026-11-20 45m'],
];

describe('the rhythm of a history', () => {
  for (const [cadence, ...entries] of cases) it(`${entries.join(', ') || 'nothing'}: ${cadence ?? 'none'}`, () => assert.equal(shown(...entries), cadence));
});
