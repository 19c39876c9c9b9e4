/** What people have to do in the next four weeks, from Monday 23 November to Sunday 20 December 2026, and their hours. */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { recordOf } from '../../server/model/record.ts';
import type { Folder } from '../../server/model/workspace.ts';
import { heaviestFirst, isOverloaded, type Workload, type Workloads } from '../../server/model/workload.ts';
import { formatDuration } from '../../server/notation/durations.ts';
import { readDocument, type Section, type Task, tasksOf } from '../../server/notation/document.ts';
import { editDocument } from '../../server/notation/edit.ts';
import { Headers } from '../../server/notation/headers.ts';
import type { Position } from '../../server/text.ts';
import { load, parseFixture, uriOf } from '../support/fixture.ts';
import { workspace } from '../support/notes.ts';
import { day } from './scheduleSupport.ts';

const today = day('2026-11-23');
const folderOf = (text: string) => load(parseFixture(text).files);
const workloads = (text: string): Workloads => folderOf(text).workloads(today);

function workloadOf(handle: string, text: string): Workload {
  const workload = workloads(text).people.get(handle);
  assert(workload, `nothing is known of @${handle}`);
  return workload;
}

/** A function of @maria with these fields, a line each, and entries. */
const task = (fields: readonly string[], entries: readonly string[] = []): string =>
  ['## Task (recurring)', '', '- Owner: @maria', ...fields.map((field) => `- ${field}`), '', 'What is done.', '', ...entries.map((entry) => `- ${entry}`), ''].join('\n');

const team = (...people: string[]): string => `---\nteam:\n${people.map((person) => `  ${person}\n`).join('')}---\n\n`;

const hours = (minutes: number | undefined): string | undefined => (minutes === undefined ? undefined : formatDuration(minutes));

describe('the hours that are needed in four weeks', () => {
  const cases: readonly (readonly [what: string, needed: string, fields: readonly string[], entries?: readonly string[]])[] = [
    ['the Estimate for each due day', '8h', ['Cadence: every Friday', 'Estimate: 2h', 'Starts: 2026-11-27']],
    ['what is due today', '1h', ['Cadence: every month on the 23rd', 'Estimate: 1h']],
    ['what is due on the last day, not on the one after', '1h', ['Cadence: every month on the 20th', 'Estimate: 1h', 'Starts: 2026-12-20']],
    ['what is due later: nothing', '0m', ['Cadence: every month on the 21st', 'Estimate: 1h', 'Starts: 2026-12-21']],
    ['the median rather than the Estimate', '4h', ['Cadence: every Friday', 'Estimate: 2h'], ['2026-11-20 1h', '2026-11-13 1h', '2026-11-06 3h']],
    ['the median of the last five', '4h', ['Cadence: every Friday'], ['2026-11-20 1h', '2026-11-13 1h', '2026-11-06 1h', '2026-10-30 1h', '2026-10-23 1h', ...['16', '09', '02'].map((each) => `2026-10-${each} 9h`), '2026-09-25 9h', '2026-09-18 9h', '2026-09-11 9h']],
    ['nothing where neither tells', '0m', ['Cadence: every Friday', 'Starts: 2026-01-02'], ['2026-11-20']],
    ['what is overdue, too', '10h', ['Cadence: every Friday', 'Estimate: 2h', 'Starts: 2026-11-20']],
    ['not what was done ahead', '6h', ['Cadence: every Friday', 'Estimate: 2h', 'Starts: 2026-11-20'], ['2026-11-22 for 2026-11-27', '2026-11-20']],
    ['not what will be skipped', '6h', ['Cadence: every Friday', 'Estimate: 2h', 'Starts: 2026-11-20'], ['2026-11-22 skipped for 2026-12-11', '2026-11-20']],
    ['not what is paused', '4h', ['Cadence: every Friday', 'Estimate: 2h', 'Starts: 2026-11-27', 'Paused: 2026-12-01 to 2026-12-13']],
    ['nothing behind Ends', '2h', ['Cadence: every Friday', 'Estimate: 2h', 'Starts: 2026-11-27', 'Ends: 2026-11-30']],
    ['nothing of what has ended, be it overdue', '0m', ['Cadence: every Friday', 'Estimate: 2h', 'Starts: 2026-11-20', 'Ends: 2026-11-22']],
    ['nothing before Starts', '2h', ['Cadence: every Friday', 'Estimate: 2h', 'Starts: 2026-12-18']],
    ['no holidays for what is due on workdays', '20h', ['Cadence: every workday', 'Estimate: 1h']],

    ['a number a week', '8h', ['Cadence: twice a week', 'Estimate: 1h']],
    ['of the present week what is left of it', '6h', ['Cadence: twice a week', 'Estimate: 1h'], ['2026-11-23', '2026-11-23']],
    ['a number a month, spread over its days', formatDuration(Math.round(60 * (30 * (8 / 30) + 30 * (20 / 31)))), ['Cadence: 30 times a month', 'Estimate: 1h']],
    ['twice a year: about two thirteenths', formatDuration(Math.round(60 * 2 * (28 / 365))), ['Cadence: twice a year', 'Estimate: 1h']],
    ['a number a week outside of a pause', '6h', ['Cadence: twice a week', 'Estimate: 1h', 'Paused: 2026-11-30 to 2026-12-06']],

    ['counted from the last run', '2h', ['Cadence: every 2 weeks after completion', 'Estimate: 1h'], ['2026-11-20']],
    ['counted from the last run: overdue, and again', '2h', ['Cadence: every 3 weeks after completion', 'Estimate: 1h'], ['2026-10-26']],
    ['every 2 to 4 days, every four', '7h', ['Cadence: every 2 to 4 days', 'Estimate: 1h'], ['2026-11-19']],
    ['counted from a run that never was: nothing', '0m', ['Cadence: every 2 weeks after completion', 'Estimate: 1h']],

    ['as needed: as often as in the last twelve weeks', '2h', ['Cadence: as needed', 'Estimate: 1h'], ['2026-11-22', '2026-11-02', '2026-10-01', '2026-09-20', '2026-09-09', '2026-09-01', '2026-08-31', '2025-01-01']],
    ['as needed, never done: nothing', '0m', ['Cadence: as needed', 'Estimate: 1h']],
    ['as needed and paused: nothing', '0m', ['Cadence: as needed', 'Estimate: 1h', 'Paused: yes'], ['2026-11-02', '2026-10-02', '2026-09-02']],
    ['without a cadence: by the last twelve weeks', '1h', ['Estimate: 1h'], ['2026-11-02', '2026-10-02', '2026-09-02']],
    ['with a cadence that nobody understands: the same', '1h', ['Estimate: 1h', 'Cadence: whenever the moon'], ['2026-11-02', '2026-10-02', '2026-09-02']],
    ['every other week without a beginning: nothing', '0m', ['Cadence: every other week', 'Estimate: 1h']],
  ];
  for (const [what, needed, fields, entries] of cases) {
    it(`are ${what}`, () => assert.equal(hours(workloadOf('maria', team('maria: Maria Silva') + task(fields, entries)).needed), needed));
  }

  const jobs: readonly (readonly [what: string, needed: string, body: string])[] = [
    ['of a job that was awarded, its Estimate', '6h', '- Estimate: 6h\n\n- 2026-11-20 awarded @maria\n'],
    ['less the time that went into it', '4h', '- Estimate: 6h\n\n- 2026-11-20 awarded @maria\n- 2026-11-21 @maria 2h\n'],
    ['none where more went into it than was thought', '0m', '- Estimate: 1h\n\n- 2026-11-20 awarded @maria\n- 2026-11-21 @maria 2h\n'],
    ['a half where it is due in eight weeks', '3h', '- Estimate: 6h\n- Due: 2027-01-17\n\n- 2026-11-20 awarded @maria\n'],
    ['all of it where it is overdue', '6h', '- Estimate: 6h\n- Due: 2026-11-01\n\n- 2026-11-20 awarded @maria\n'],
    ['a half where the bid says so', '3h', '- Estimate: 6h\n\n| Bid | Days |\n| --- | --- |\n| @maria | 58 |\n\n- 2026-11-20 awarded @maria\n'],
    ['none where only the bid says how long it takes', '0m', '\n| Bid | Days |\n| --- | --- |\n| @maria | 10 |\n\n- 2026-11-20 awarded @maria\n'],
    ['of what was simply given to somebody', '6h', '- Owner: @maria\n- Estimate: 6h\n'],
    ['none of what is on the board still', '0m', '- Owner: @maria\n- Estimate: 6h\n\n- 2026-11-20 posted\n'],
    ['none of what is delivered', '0m', '- Estimate: 6h\n\n- 2026-11-20 awarded @maria\n- 2026-11-22 delivered\n'],
    ['none of what is cancelled', '0m', '- Estimate: 6h\n\n- 2026-11-20 awarded @maria\n- 2026-11-22 cancelled\n'],
  ];
  for (const [what, needed, body] of jobs) {
    it(`are, ${what}`, () => assert.equal(hours(workloadOf('maria', `${team('maria: { hours: 10 }')}## Photos (one-off)\n\n${body}`).needed), needed));
  }

  it('are added up over the notes, the heaviest first', () => {
    const workload = workloadOf('maria', `${team('maria: Maria Silva')}${task(['Cadence: every Friday', 'Estimate: 30m'])}
--- more.delegate.md
## Month (recurring)

- Owner: @maria
- Cadence: every month on the 5th
- Estimate: 5h
`);
    assert.deepEqual(heaviestFirst(workload).map(({ demand, runs, minutes }) => [demand.task.block.title, runs, hours(minutes)]), [['Month', 1, '5h'], ['Task', 4, '2h']]);
    assert.equal(hours(workload.needed), '7h');
  });
});

describe('the hours that somebody has in four weeks', () => {
  const cases: readonly (readonly [what: string, person: string, had: string | undefined, workdays: number])[] = [
    ['four times those of a week', '{ hours: 20 }', '80h', 20],
    ['not known where the roster does not tell', '{ name: Maria Silva }', undefined, 20],
    ['none for a zero', '{ hours: 0 }', '0m', 20],
    ['not known for a number that is none', '{ hours: -5 }', undefined, 20],
    ['fewer by the days away', '{ hours: 20, away: [[2026-11-20, 2026-11-27]] }', '60h', 15],
    ['fewer by each day once, in any order', '{ hours: 20, away: [[2026-12-01, 2026-12-04], [2026-11-30, 2026-12-02]] }', '60h', 15],
    ['not fewer by days that are not worked', '{ hours: 20, away: [[2026-11-28, 2026-11-29]] }', '80h', 20],
    ['not fewer by what ends before it begins', '{ hours: 20, away: [[2026-12-04, 2026-12-01]] }', '80h', 20],
    ['none for who is away all the time', '{ hours: 20, away: [[2026-01-01, 2027-12-31]] }', '0m', 0],
    ['fewer before they begin', '{ hours: 20, since: 2026-12-07 }', '40h', 10],
    ['fewer after they have left', '{ hours: 20, until: 2026-11-24 }', '8h', 2],
    ['none for who has left', '{ hours: 20, until: 2026-11-22 }', '0m', 0],
    ['none for who leaves before they begin', '{ hours: 20, since: 2026-12-07, until: 2026-12-01 }', '0m', 0],
  ];
  for (const [what, person, had, workdays] of cases) {
    it(`are ${what}`, () => {
      const workload = workloadOf('maria', team(`maria: ${person}`));
      assert.deepEqual([hours(workload.had), workload.workdays], [had, workdays]);
    });
  }

  it('fall on the workdays of the folder, holidays left out', () => {
    const { had, workdays } = workloadOf('maria', '---\nworkdays: [Mon, Tue, Wed]\nholidays: [2026-11-24, 2026-11-26]\nteam:\n  maria: { hours: 12 }\n---\n');
    assert.deepEqual([hours(had), workdays], ['44h', 11]);
  });
});

describe('what is due while the owner is not there', () => {
  const weekly = '## Task (recurring)\n\n- Owner: @maria\n- Backup: @jon\n- Cadence: every Friday\n- Estimate: 2h\n- Starts: 2026-11-27\n';
  const divided = (people: readonly string[], text = weekly): Record<string, string> =>
    Object.fromEntries([...workloads(team(...people) + text).people].map(([handle, { needed }]) => [handle, formatDuration(needed)]));

  it('is the backup’s', () => {
    assert.deepEqual(divided(['maria: { away: [[2026-12-01, 2026-12-12]] }', 'jon: Jon']), { jon: '4h', maria: '4h' });
    assert.deepEqual(divided(['maria: { until: 2026-12-01 }', 'jon: Jon']), { jon: '6h', maria: '2h' });
  });

  it('stays with the owner where the backup is not there either, or is nobody', () => {
    assert.deepEqual(divided(['maria: { away: [[2026-12-01, 2026-12-12]] }', 'jon: { away: [2026-12-04] }']), { jon: '2h', maria: '6h' });
    assert.deepEqual(divided(['maria: { away: [[2026-12-01, 2026-12-12]] }', 'jon: Jon'], weekly.replace('@jon', '@maria')), { jon: '0m', maria: '8h' });
    assert.deepEqual(divided(['maria: { away: [[2026-12-01, 2026-12-12]] }'], weekly.replace('- Backup: @jon\n', '')), { maria: '8h' });
  });

  it('is told apart from the backup’s own', () => {
    const { shares } = workloadOf('jon', team('maria: { away: [[2026-12-01, 2026-12-12]] }', 'jon: Jon') + weekly);
    assert.deepEqual(shares.map(({ runs, isStandIn }) => ({ runs, isStandIn })), [{ runs: 2, isStandIn: true }]);
  });
});

describe('workloads', () => {
  it('are too much above the hours, and not at them', () => {
    const isTooMuch = (estimate: string): boolean => isOverloaded(workloadOf('maria', team('maria: { hours: 2 }') + task(['Cadence: every Friday', `Estimate: ${estimate}`, 'Starts: 2026-11-27'])));
    assert.deepEqual(['2h', '2h 1m'].map(isTooMuch), [false, true]);
  });

  it('count functions that nobody else could do', () => {
    const { owned, alone } = workloadOf('maria', `${team('maria: Maria', 'rory: { until: 2026-01-01 }')}${['@jon', '@maria', '@rory', 'TBD'].map((backup) => task([`Backup: ${backup}`]).replace('Task', backup)).join('\n')}\n${task(['Ends: 2026-01-01'])}`);
    assert.deepEqual([owned, alone.map(({ block }) => block.title)], [4, ['@maria', '@rory', 'TBD']]);
  });

  it('are worked out once a day', () => {
    const folder = folderOf(task(['Cadence: every Friday']));
    assert.equal(folder.workloads(today), folder.workloads(today));
    assert.notEqual(folder.workloads(today), folder.workloads(today + 1));
    assert.equal(folder.workloads(today + 1).today, today + 1);
  });

  it('do not look again at notes in which nothing was typed', () => {
    const text = `${team('maria: { hours: 4 }')}${task(['Cadence: every Friday', 'Estimate: 1h'])}
--- more.delegate.md
${task(['Cadence: every Friday', 'Estimate: 1h'])}`;
    const folder = folderOf(text);
    const [first, second] = [...folder.documents.values()];
    const before = folder.demands.of(tasksOf(second!)[0]!, folder, today);
    const after = folder.with(readDocument(first!.uri, `${team('maria: { hours: 8, name: Maria }')}${task(['Cadence: every Friday', 'Estimate: 2h'])}`));
    assert.equal(hours(after.workloads(today).people.get('maria')!.needed), '12h');
    assert.equal(after.demands.of(tasksOf(second!)[0]!, after, today), before);
  });

  it('look again when other days are worked', () => {
    const folder = folderOf(`${team('maria: { hours: 4 }')}${task(['Cadence: every workday', 'Estimate: 1h'])}`);
    assert.equal(hours(folder.workloads(today).people.get('maria')!.needed), '20h');
    const after = folder.with(readDocument(uriOf('closed.delegate.md'), '---\nholidays: [2026-11-25]\n---\n'));
    assert.equal(hours(after.workloads(today).people.get('maria')!.needed), '19h');
  });

  it('go by the records that others asked for', () => {
    const folder = folderOf(`${team('maria: Maria')}${task(['Cadence: every Friday'])}`);
    const [document] = folder.documents.values();
    const record = recordOf(tasksOf(document!)[0]!, folder, today);
    const typed = folder.with({ ...document!, sections: [...document!.sections], lineCount: document!.lineCount });
    assert.equal(recordOf(tasksOf([...typed.documents.values()][0]!)[0]!, typed, today), record);
  });

  it('name the heaviest task as it now reads, though a word was typed in it that asks for nothing', () => {
    const headers = new Headers();
    const uri = uriOf('note.delegate.md');
    const document = readDocument(uri, task(['Cadence: every Friday', 'Estimate: 1h']), headers);
    const folder = load(new Map()).with(document);
    const heaviest = (of: Folder): Section | undefined => of.workloads(today).of('maria')!.heaviest(1)[0]?.demand.task.section;
    assert.equal(heaviest(folder), document.sections[0]);
    const end = { line: document.lineCount - 1, character: 0 };
    const typed = editDocument(document, { range: { start: end, end }, newText: 'Kindly.\n' }, headers);
    assert.notEqual(typed.sections[0], document.sections[0]);
    assert.equal(heaviest(folder.with(typed)), typed.sections[0]);
  });

  it('know their heaviest tasks and those without a backup after any key', () => {
    const lines = (note: readonly (readonly [hours: number, backup: boolean])[]): string => note.map(([each, backup]) => task(['Cadence: every Friday', `Estimate: ${each}h`, ...(backup ? ['Backup: @jon'] : [])])).join('');
    const said = (folder: ReturnType<typeof folderOf>): unknown => {
      const workload = folder.workloads(today).people.get('maria')!;
      const places = (tasks: readonly Task[]): unknown => tasks.map(({ firstLine, document }) => [firstLine, document === folder.documents.get(document.uri)]);
      return [workload.heaviest(10).map(({ minutes }) => minutes), places(workload.heaviest(10).map((share) => share.demand.task)), places(workload.firstAlone(4)), workload.needed, workload.aloneCount, workload.shareCount, workload.timedCount];
    };
    const one = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.boolean());
    fc.assert(
      fc.property(fc.array(one, { minLength: 14, maxLength: 16 }), fc.array(fc.tuple(fc.nat(), fc.nat(2), fc.array(one, { maxLength: 2 })), { maxLength: 6 }), (first, steps) => {
        const headers = new Headers();
        let note = first;
        let document = readDocument(uriOf('note.delegate.md'), lines(note), headers);
        let folder = load(new Map()).with(document);
        said(folder);
        for (const [at, count, come] of steps) {
          const from = at % (note.length + 1);
          const lineOf = (index: number): Position => ({ line: lines(note.slice(0, index)).split('\n').length - 1, character: 0 });
          document = editDocument(document, { range: { start: lineOf(from), end: lineOf(Math.min(from + count, note.length)) }, newText: lines(come) }, headers);
          note = [...note.slice(0, from), ...come, ...note.slice(from + count)];
          folder = folder.with(document);
          if (note.length > 0) assert.deepEqual(said(folder), said(load(new Map()).with(readDocument(document.uri, lines(note)))));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('are the same in any order of the files, and after any edit as from the beginning', () => {
    const said = ({ functions, people }: Workloads): unknown => [functions, [...people.values()].map((workload) => [workload.handle, workload.needed, workload.had, heaviestFirst(workload).map(({ demand, runs }) => [demand.task.document.uri, demand.task.firstLine, runs]), workload.alone.map(({ firstLine }) => firstLine).sort(), workload.heaviest(2).map(({ minutes }) => minutes), workload.aloneCount, workload.timedCount, workload.shareCount, workload.shares.length])];
    fc.assert(
      fc.property(workspace(), workspace(), workspace(), (one, other, typed) => {
        const read = (files: ReadonlyMap<string, string>, name: string) => readDocument(uriOf(name), files.get('note.delegate.md')!);
        const [a, b, c] = [read(one, 'a.delegate.md'), read(other, 'b.delegate.md'), read(typed, 'a.delegate.md')];
        const empty = load(new Map());
        assert.deepEqual(said(empty.with(a, b).workloads(today)), said(empty.with(b).with(a).workloads(today)));
        const before = empty.with(a, b);
        before.workloads(today);
        assert.deepEqual(said(before.with(c).workloads(today)), said(load(new Map()).with(b, c).workloads(today)));
      }),
      { numRuns: 100 },
    );
  });
});
