/** What is due up to a day. Today is Monday, 23 November 2026. */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { agendaOf } from '../../server/model/agenda.ts';
import { recordOf } from '../../server/model/record.ts';
import { formatCadence } from '../../server/notation/cadence/format.ts';
import { formatDay } from '../../server/notation/dates.ts';
import { anyCadence } from '../notation/cadenceArbitrary.ts';
import { load, parseFixture } from '../support/fixture.ts';
import { day } from './scheduleSupport.ts';

const today = day('2026-11-23');

/** `2026-11-30 upcoming` */
function due(text: string, until = '2026-12-07'): string[] {
  return agendaOf(load(parseFixture(text).files), today, day(until)).map((item) => `${formatDay(item.due)} ${item.status}`);
}

const task = (fields: string, entries: readonly string[] = [], kind = 'recurring'): string =>
  [`## Task (${kind})`, '', ...fields.split(';').map((field) => `- ${field.trim()}`), '', 'What is done.', '', ...entries.map((entry) => `- ${entry}`), ''].join('\n');

describe('what is due of a function', () => {
  const weekly = 'Cadence: every Friday; Starts: 2026-11-06';
  const table: readonly (readonly [what: string, fields: string, entries: readonly string[], expected: readonly string[], until?: string])[] = [
    ['the latest that is open, and each that is to come', weekly, [], ['2026-11-20 overdue', '2026-11-27 upcoming', '2026-12-04 upcoming']],
    ['all that is open, with keep all', `${weekly}; Missed: keep all`, ['2026-11-13 done'], ['2026-11-06 overdue', '2026-11-20 overdue', '2026-11-27 upcoming', '2026-12-04 upcoming']],
    ['nothing that was done ahead', weekly, ['2026-11-20', '2026-11-23 for 2026-11-27', '2026-11-23 for 2026-12-04'], ['2026-12-11 upcoming'], '2026-12-11'],
    ['today', 'Cadence: every Monday; Starts: 2026-11-23', [], ['2026-11-23 today', '2026-11-30 upcoming', '2026-12-07 upcoming']],
    ['only what is overdue, up to a day that has passed', weekly, [], ['2026-11-20 overdue'], '2026-11-22'],
    ['nothing behind Ends', `${weekly}; Ends: 2026-11-27`, ['2026-11-20'], ['2026-11-27 upcoming']],
    ['nothing in a pause, not even what was due before it', `${weekly}; Paused: 2026-11-21 to 2026-11-30`, [], ['2026-12-04 upcoming']],
    ['each as if the one before is done on its day, from completion', 'Cadence: every 5 days after completion', ['2026-11-20'], ['2026-11-25 upcoming', '2026-11-30 upcoming', '2026-12-05 upcoming']],
    ['one, from completion, while it is overdue', 'Cadence: every 5 days after completion', ['2026-11-10'], ['2026-11-15 overdue']],
    ['the last workday of each period, of a quota', 'Cadence: twice a week', ['2026-11-23'], ['2026-11-27 upcoming', '2026-12-04 upcoming']],
    ['nothing as needed, without a cadence, or with one that is not read', 'Cadence: as needed', [], []],
    ['nothing without a cadence', 'Owner: @maria', [], []],
    ['nothing of a cadence that is not read', 'Cadence: soon', [], []],
  ];
  for (const [what, fields, entries, expected, until] of table) it(what, () => assert.deepEqual(due(task(fields, entries), until), expected));
});

describe('what is due of a job', () => {
  for (const [what, fields, entries, expected] of [
    ['its Due, while it is posted', 'Due: 2026-11-27', ['2026-11-02 posted'], ['2026-11-27 upcoming']],
    ['its Due, when it has passed', 'Due: 2026-11-20', ['2026-11-02 posted', '2026-11-03 awarded @lin'], ['2026-11-20 overdue']],
    ['nothing once it is delivered', 'Due: 2026-11-20', ['2026-11-02 posted', '2026-11-19 delivered'], []],
    ['nothing once it is cancelled', 'Due: 2026-11-27', ['2026-11-02 cancelled'], []],
    ['nothing later than asked for', 'Due: 2026-12-08', [], []],
    ['nothing without Due', 'Budget: 300 EUR', [], []],
  ] as const) it(what, () => assert.deepEqual(due(task(fields, entries, 'one-off')), expected));
});

describe('an agenda', () => {
  it('is ordered by day, then by person, nobody last, then as the notes have it', () => {
    const text = `## One (recurring)

- Cadence: every Friday

## Two (recurring)

- Owner: @maria
- Cadence: every Friday

## Three (recurring)

- Owner: @jon
- Cadence: every Friday

## Four (one-off)

- Due: 2026-11-26

- 2026-11-02 awarded @zoe

--- another.delegate.md
## Five (recurring)

- Owner: @jon
- Cadence: every Friday
`;
    const items = agendaOf(load(parseFixture(text).files), today, day('2026-11-30'));
    assert.deepEqual(items.map(({ task: { block }, owner }) => `${block.title} ${owner}`), ['Four zoe', 'Five jon', 'Three jon', 'Two maria', 'One undefined']);
  });

  it('begins with what the history says is open, and is ascending and without repeats, whatever the cadence', () => {
    const fields = fc.constantFrom('', '; Starts: 2026-01-31', '; Paused: 2026-11-20 to 2026-12-05', '; Missed: keep all; Starts: 2026-09-01', '; Ends: 2026-12-01; Starts: 2026-10-05');
    const entries = fc.uniqueArray(fc.integer({ min: day('2026-09-01'), max: today }).map(formatDay), { maxLength: 5 });
    fc.assert(fc.property(anyCadence.map(formatCadence), fields, entries, (cadence, more, list) => {
      const folder = load(parseFixture(task(`Cadence: ${cadence}${more}`, list)).files);
      const days = agendaOf(folder, today, today + 60).map((item) => item.due);
      assert.deepEqual(days, [...new Set(days)].sort((a, b) => a - b));
      const { figures } = recordOf([...folder.tasks()][0]!, folder, today);
      assert.equal(days[0], [figures.overdueSince ?? figures.nextDue].find((each) => each === undefined || each <= today + 60));
    }), { numRuns: 300 });
  }).timeout(20_000);
});
