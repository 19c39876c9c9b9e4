/** What functions have, and where the hours of six months went. Today is 23 November 2026. */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { type Coverage, coverageOf, directionsOf, joinCoverages, type Month } from '../../server/model/coverage.ts';
import { readDocument } from '../../server/notation/document.ts';
import { load, parseFixture, uriOf } from '../support/fixture.ts';
import { workspace } from '../support/notes.ts';
import { day } from './scheduleSupport.ts';

const today = day('2026-11-23');

const coverage = (text: string): Coverage => load(parseFixture(text).files).coverage(today);

const counts = ({ functions, withOwner, withProcess, withBoth, withBackup }: Coverage): number[] => [functions, withOwner, withProcess, withBoth, withBackup];

/** The months in which there is something: `2026-11 outsourced 90`. */
const months = (text: string): string[] =>
  coverage(text).months.flatMap((month) => (['outTasked', 'outsourced', 'explained'] as const).filter((work) => month[work] > 0).map((work) => `${month.month} ${work} ${month[work]}`));

const team = '---\ndelegator: nora\nteam:\n  nora: { name: Nora Keane }\n  maria: { name: Maria Silva }\n  rory: { until: 2026-11-22 }\n---\n\n';
const steps = '1. Take the hours from the time sheets.\n2. Write one invoice per client.\n3. List what is unpaid.\n';
const fn = (fields: string, below = ''): string => `${team}## Invoices (recurring)\n\n${fields.split('; ').map((field) => `- ${field}\n`).join('')}\n${below}`;

describe('the functions of a folder', () => {
  const cases: readonly (readonly [what: string, counts: readonly number[], text: string])[] = [
    ['with all of it', [1, 1, 1, 1, 1], fn('Owner: @maria; Backup: @nora', steps)],
    ['without anything', [1, 0, 0, 0, 0], fn('Owner: TBD')],
    ['with a process and no owner', [1, 0, 1, 0, 0], fn('Cadence: weekly', steps)],
    ['with a list that hardly says anything', [1, 1, 0, 0, 0], fn('Owner: @maria', '1. Ask Maria.\n')],
    ['with a link that leads nowhere', [1, 1, 0, 0, 0], fn('Owner: @maria; Process: [How](how.md)')],
    ['with a document', [1, 1, 1, 1, 0], `${fn('Owner: @maria; Process: [How](how.md)')}\n--- how.md\n# How\n\n${steps}`],
    ['with a stub', [1, 1, 0, 0, 0], `${fn('Owner: @maria; Process: [How](how.md)')}\n--- how.md\n# How\n\nAsk.`],
    ['with a link out of the folder', [1, 1, 0, 0, 0], fn('Owner: @maria; Process: [How](../../how.md)')],
    ['with a page on the web', [1, 1, 1, 1, 0], fn('Owner: @maria; Process: https://example.com/how')],
    ['whose owner and backup have left', [1, 0, 0, 0, 0], fn('Owner: @rory; Backup: @rory')],
    ['whose backup is the owner', [1, 1, 0, 0, 0], fn('Owner: @maria; Backup: @maria')],
    ['whose owner nobody knows', [1, 1, 0, 0, 0], fn('Owner: @quentin')],
    ['that have ended', [0, 0, 0, 0, 0], fn('Owner: @maria; Ends: 2026-11-22')],
    ['that end today', [1, 1, 0, 0, 0], fn('Owner: @maria; Ends: 2026-11-23')],
    ['that are jobs', [0, 0, 0, 0, 0], '## Photos (one-off)\n\n- Owner: @maria\n'],
  ];
  for (const [what, expected, text] of cases) it(`are counted ${what}`, () => assert.deepEqual(counts(coverage(text)), expected));
});

describe('the hours of a month', () => {
  const cases: readonly (readonly [what: string, months: readonly string[], text: string])[] = [
    ['are the durations of runs', ['2026-10 outsourced 60', '2026-11 outsourced 90'], fn('Owner: @maria; Estimate: 3h', '- 2026-11-20 1h\n- 2026-11-01 30m\n- 2026-10-31 1h\n')],
    ['are the Estimate of a run that says none', ['2026-11 outsourced 180'], fn('Owner: @maria; Estimate: 3h', '- 2026-11-20\n- 2026-11-19 skipped\n- 2026-11-18 missed\n')],
    ['are none of a run that nobody knows the length of', [], fn('Owner: @maria', '- 2026-11-20\n')],
    ['begin six months ago', ['2026-06 outsourced 60'], fn('Owner: @maria', '- 2026-06-01 1h\n- 2026-05-31 1h\n- 2025-11-20 1h\n')],
    ['end today', ['2026-11 outsourced 60'], fn('Owner: @maria', '- 2026-11-23 1h\n- 2026-11-24 1h explained 1h\n- 2026-12-01 1h\n')],
    ['leave out what the delegator did', ['2026-11 outsourced 60'], fn('Owner: @maria', '- 2026-11-20 1h\n- 2026-11-19 @nora 5h\n')],
    ['leave out what the delegator owns, unless somebody else did it', ['2026-11 outsourced 60'], fn('Owner: @nora', '- 2026-11-20 5h\n- 2026-11-19 @maria 1h\n')],
    ['hold what was explained, in runs and in other entries', ['2026-11 outsourced 60', '2026-11 explained 45'], fn('Owner: @maria', '- 2026-11-20 1h explained 15m\n- 2026-11-19 trained explained 30m\n')],
    ['are those of jobs, too', ['2026-09 explained 20', '2026-10 outTasked 120', '2026-11 outTasked 60'], '## Photos (one-off)\n\n- Estimate: 9h\n\n- 2026-09-30 posted explained 20m\n- 2026-10-02 awarded @lin\n- 2026-10-31 @lin 2h\n- 2026-11-02 @lin 1h\n- 2026-11-03 delivered\n'],
    ['are the Estimate of a job in the month of its delivery', ['2026-11 outTasked 540'], '## Photos (one-off)\n\n- Estimate: 9h\n\n- 2026-10-02 awarded @lin\n- 2026-11-03 delivered\n'],
    ['are none of a job that is not delivered', [], '## Photos (one-off)\n\n- Estimate: 9h\n\n- 2026-10-02 awarded @lin\n'],
    ['are none of a job of the delegator', [], `${team}## Photos (one-off)\n\n- Owner: @nora\n- Estimate: 9h\n\n- 2026-11-02 delivered\n`],
    ['are those of functions that have ended', ['2026-10 outsourced 60'], fn('Owner: @maria; Ends: 2026-10-31', '- 2026-10-02 1h\n')],
  ];
  for (const [what, expected, text] of cases) it(what, () => assert.deepEqual(months(text), expected));

  it('are six, over the turn of a year, too', () => {
    const names = (on: string): string[] => coverageOf([], load(new Map()), day(on)).months.map(({ month }) => month);
    assert.deepEqual(names('2026-11-23'), ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11']);
    assert.deepEqual(names('2027-02-28'), ['2026-09', '2026-10', '2026-11', '2026-12', '2027-01', '2027-02']);
  });
});

describe('directions', () => {
  const of = (...outsourced: number[]) => directionsOf({ months: outsourced.map((minutes): Month => ({ month: '', outTasked: 0, outsourced: minutes, explained: 0 })) }).outsourced;

  it('compare months that are over', () => {
    assert.equal(of(60, 60, 60, 120, 120, 0), 'rising');
    assert.equal(of(120, 120, 60, 30, 30, 500), 'falling');
    assert.equal(of(60, 61, 500, 60, 62, 0), 'steady');
  });

  it('begin with the first month that has anything', () => {
    assert.equal(of(0, 60, 60, 60, 60, 0), 'steady');
    assert.equal(of(0, 0, 60, 60, 60, 60), undefined);
    assert.equal(of(0, 0, 0, 0, 0, 0), undefined);
  });
});

describe('coverage', () => {
  it('is worked out once a day', () => {
    const folder = load(parseFixture(fn('Owner: @maria')).files);
    assert.equal(folder.coverage(today), folder.coverage(today));
    assert.deepEqual(folder.coverage(today + 30).months.at(-1)!.month, '2026-12');
  });

  it('of two folders is that of both', () => {
    const one = coverage(fn('Owner: @maria', '- 2026-11-20 1h\n'));
    const both = joinCoverages([one, coverage(fn('Backup: @maria', steps)), coverage('')]);
    assert.deepEqual(counts(both), [2, 1, 1, 0, 1]);
    assert.equal(both.months.at(-1)!.outsourced, 60);
    assert.deepEqual(joinCoverages([one]), one);
  });

  it('is the same in any order of the files, and never more than there is', () => {
    fc.assert(
      fc.property(workspace(), workspace(), (one, other) => {
        const [a, b] = [one, other].map((files, i) => readDocument(uriOf(`${i}.delegate.md`), files.get('note.delegate.md')!)) as [ReturnType<typeof readDocument>, ReturnType<typeof readDocument>];
        const covered = load(new Map()).with(a, b).coverage(today);
        assert.deepEqual(covered, load(new Map()).with(b).with(a).coverage(today));
        assert(covered.withBoth <= Math.min(covered.withOwner, covered.withProcess));
        assert(Math.max(covered.withOwner, covered.withProcess, covered.withBackup) <= covered.functions);
      }),
      { numRuns: 50 },
    );
  });
});
