/** Whatever a note says: moving its older entries loses no word and changes no figure and no finding. */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { Refusal } from '../../server/actions/action.ts';
import { actions } from '../../server/actions/index.ts';
import { agendaOf } from '../../server/model/agenda.ts';
import { recordOf } from '../../server/model/record.ts';
import { workOf } from '../../server/model/work.ts';
import type { Folder } from '../../server/model/workspace.ts';
import { formatDay } from '../../server/notation/dates.ts';
import { tasksOf } from '../../server/notation/document.ts';
import { notes } from '../support/arbitraries.ts';
import { checkAll, type Files, load, uriOf } from '../support/fixture.ts';
import { workspace } from '../support/notes.ts';
import { day } from '../model/scheduleSupport.ts';
import { done } from './support.ts';

const path = 'note.delegate.md';
const today = day('2026-11-23');

const date = fc.integer({ min: day('2025-06-01'), max: day('2026-11-30') }).map(formatDay);
const entry = fc.tuple(
  fc.constantFrom('- ', '- ', '* ', '-   '), date, fc.constantFrom('', ' @maria', ' @jon', ' @marai'), fc.constantFrom('', ' 1h', ' 45m'),
  fc.constantFrom('', '', ' skipped', ' missed', ' trained', ' handover', ' paused', ' resumed', ' reviewed', ' dnoe'), fc.constantFrom('', '', ' explained 20m', ' 3/5'),
  fc.oneof({ weight: 4, arbitrary: fc.constant('') }, { weight: 1, arbitrary: date.map((text) => ` for ${text}`) }), fc.constantFrom('', ': 14 invoices', ': a\n  and b', ': see #1'),
  fc.constantFrom('', '', '\n  - Liked: quick', '\n    - Disliked: Old VAT rate.', '\n\t- Disliked: The old VAT rate again', '\n\n      code'),
).map((parts) => parts.join(''));

/** Functions with long histories, of which most can be moved. */
const histories: fc.Arbitrary<Files> = fc.tuple(
  fc.constantFrom('', '---\nteam:\n  maria: { name: Maria Silva, hours: 2, rate: 30, away: [[2026-11-20, 2026-12-31]] }\n  jon: { name: Jon Park }\n---\n\n'),
  fc.array(fc.tuple(
    fc.constantFrom('## Invoices (recurring)', '## Payroll (recurring)', '### Stock *count* (recurring)'),
    fc.array(fc.constantFrom('Owner: @maria', 'Backup: @jon', 'Cadence: every Friday', 'Cadence: monthly', 'Cadence: twice a week', 'Cadence: every 2 to 4 days', 'Missed: keep all', 'Process: [Invoicing](processes/invoicing.md)', 'Starts: 2025-08-01', 'Estimate: 2h'), { maxLength: 5 }),
    fc.constantFrom('', '\nBill every client.\n', '\n1. Take\n2. Write\n3. List\n'),
    fc.array(entry, { maxLength: 12 }),
  ), { minLength: 1, maxLength: 3 }),
  fc.constantFrom('\n', '\r\n'),
  fc.constantFrom('\n', ''),
).map(([front, tasks, eol, end]) => {
  const blocks = tasks.map(([heading, fields, brief, entries]) => [heading, '', ...fields.map((each) => `- ${each}`), brief, ...entries].join('\n'));
  return new Map([[path, (front + blocks.join('\n\n') + end).replaceAll('\n', eol)], ['processes/invoicing.md', '---\nreviewed: 2026-01-05\n---\n\n# Invoicing\n\n1. Take\n2. Write\n3. List\n']]);
});

/** Without the disable comments: one whose entry has gone is of no use any more, and that is said. */
const workspaces: fc.Arbitrary<Files> = fc.oneof(
  { weight: 3, arbitrary: histories },
  { weight: 1, arbitrary: workspace() },
  { weight: 1, arbitrary: notes().map((text): Files => new Map([[path, text]])) },
).map((files) => new Map([...files].map(([name, text]) => [name, text.replaceAll('delegate-disable', 'a comment')])));

/** What is asked of all tasks: no place, but the days and the words. */
function told(folder: Folder): unknown {
  const tasks = [...folder.tasks()];
  const { months, ...coverage } = folder.coverage(today);
  return {
    records: tasks.map((task) => {
      if (task.block.kind !== 'recurring') return undefined;
      const { figures, history } = recordOf(task, folder, today);
      const { feedback: { liked, open, closed }, ...numbers } = figures;
      const said = [liked, open, closed].map((some) => some.map(({ entry, feedback }) => [formatDay(entry.date), feedback.text]));
      return [numbers, said, history.occurrences.map(({ due, state, lateBy, entry }) => [due, state, lateBy, entry?.date, entry?.note]), history.entries.map(({ date, verb, note }) => [date, verb, note])];
    }),
    agenda: agendaOf(folder, today, today + 60).map(({ task, owner, due, status }) => [task.block.title, owner, due, status]),
    coverage: [coverage, months],
    loads: [...folder.workloads(today).people].map(([handle, { needed, had }]) => [handle, needed, had]),
    work: ['maria', 'jon', 'lin'].map((handle) => {
      const { ratings, feedback } = workOf(handle, folder);
      return [[...ratings].sort(), feedback.map(({ feedback: { text } }) => text).sort()];
    }),
  };
}

/** Apart from where. */
const findings = (files: Files): string[] => checkAll({ files }).map(({ code, message, level }) => `${level} ${code} ${message.replace(/\bline \d+/, '')}`);

/** How often each word is written. */
function words(files: Files): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of [...files.values()].join('\n').matchAll(/[^\s*+-]+/g)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** The files after one task's entries before a day have been moved; `undefined` where there is nothing to move. */
function archived(files: Files, index: number, before: string): Files | undefined {
  const folder = load(files);
  const task = tasksOf(folder.documents.get(uriOf(path))!)[index];
  if (!task || !actions.archiveEntries.appliesTo(task, { folder, today })) return undefined;
  try {
    return done('archiveEntries', task, { folder, today }, files, { before });
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

const befores = fc.constantFrom('2026-11-23', '2026-10-01', '2026-09-30', '2026-01-01');

describe('whatever the note', () => {
  it('archiving, once and again, loses no word and changes no figure and no finding', () => {
    let count = 0;
    fc.assert(
      fc.property(workspaces, fc.array(fc.tuple(fc.nat(3), befores), { minLength: 1, maxLength: 4 }), (files, steps) => {
        let now = files;
        for (const [index, before] of steps) now = archived(now, index, before) ?? now;
        if (now === files) return;
        count++;
        const kept = words(now);
        for (const [word, times] of words(files)) assert((kept.get(word) ?? 0) >= times, word);
        assert.deepEqual(told(load(now)), told(load(files)));
        assert.deepEqual(findings(now), findings(files));
      }),
      { numRuns: 200 },
    );
    assert(count > 50, `${count} notes had something to move`);
  });
});
