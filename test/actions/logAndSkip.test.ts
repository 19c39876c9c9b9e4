/** Logging a run and skipping an occurrence. Today is Monday, 23 November 2026. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { optionProblem } from '../../server/actions/action.ts';
import { actions } from '../../server/actions/index.ts';
import { taskOf } from '../../server/actions/place.ts';
import { commands } from '../../server/commands.ts';
import { logRun } from '../../server/model/changes/logRun.ts';
import { skipOccurrence } from '../../server/model/changes/skipOccurrence.ts';
import { recordOf } from '../../server/model/record.ts';
import { formatCadence } from '../../server/notation/cadence/format.ts';
import { formatDay } from '../../server/notation/dates.ts';
import { tasksOf } from '../../server/notation/document.ts';
import { type ActionName, actionNames, askingCommand } from '../../server/protocol.ts';
import { anyCadence } from '../notation/cadenceArbitrary.ts';
import { day } from '../model/scheduleSupport.ts';
import { contextAt } from '../support/feature.ts';
import { applyFix, type Files, load, parseFixture } from '../support/fixture.ts';
import { after, refusal, written } from './support.ts';

const note = (fields: string, entries: readonly string[] = []): string =>
  ['## Task$0 (recurring)', '', ...fields.split(';').map((field) => `- ${field.trim()}`), '', 'What is done.', '', ...entries.map((entry) => `- ${entry}`), ''].join('\n');

const weekly = note('Owner: @maria; Cadence: every Friday; Starts: 2026-11-06', ['2026-11-13 1h', '2026-11-06 2h']);
const several = note('Owner: @maria; Cadence: every Friday; Starts: 2026-11-06; Missed: keep all');

describe('Log Completion', () => {
  const table: readonly (readonly [what: string, text: string, options: Readonly<Record<string, unknown>>, line: string])[] = [
    ['writes today, the owner and the median', weekly, {}, '- 2026-11-23 @maria 1h 30m'],
    ['writes what it is told', weekly, { day: '2026-11-20', who: '@jon', duration: '90 min', explained: '10m', note: '14 invoices.' }, '- 2026-11-20 @jon 1h 30m explained 10m: 14 invoices.'],
    ['takes a handle without its sign', weekly, { who: 'jon' }, '- 2026-11-23 @jon 1h 30m'],
    ['leaves out what is null or empty', weekly, { who: null, duration: '', note: ' ' }, '- 2026-11-23 done'],
    ['leaves out what it does not know', note('Cadence: every Friday'), {}, '- 2026-11-23 done'],
    ['leaves out an owner who has left', `---\nteam:\n  maria: { until: 2026-11-20 }\n---\n\n${weekly}`, {}, '- 2026-11-23 1h 30m'],
    ['leaves `for` out where it is the plain one', weekly, { for: '2026-11-20' }, '- 2026-11-23 @maria 1h 30m'],
    ['writes `for` where it is another one', several, { for: '2026-11-06' }, '- 2026-11-23 @maria for 2026-11-06'],
    ['writes `for` ahead, where the plain one is open', weekly, { for: '2026-11-27' }, '- 2026-11-23 @maria 1h 30m for 2026-11-27'],
    ['makes one line of a note', weekly, { duration: null, note: 'One.\n## Two (recurring)\n' }, '- 2026-11-23 @maria: One. ## Two (recurring)'],
    ['keeps to the bullet that is there', weekly.replace('- 2026-11-13', '* 2026-11-13'), {}, '* 2026-11-23 @maria 1h 30m'],
  ];
  for (const [what, text, options, line] of table) it(what, () => assert.equal(written('logCompletion', text, options), line));

  it('writes on top of the history, from anywhere in the block', () => {
    const studio = readFileSync(join(import.meta.dirname, '../fixtures/studio.delegate.md'), 'utf8');
    const at = studio.replace('12 invoices.', '12 $0invoices.');
    assert.equal(after('logCompletion', at), studio.replace('- 2026-10-30 @maria', '- 2026-11-23 @maria 1h 50m\n- 2026-10-30 @maria'));
  });

  it('writes the first entry at the end of the block', () => {
    assert.equal(after('logCompletion', '## One$0 (recurring)\n\n- Cadence: daily\n\n## Two (recurring)\n'), '## One (recurring)\n\n- Cadence: daily\n\n- 2026-11-23 done\n\n## Two (recurring)\n');
  });

  it('has the bullets of the block', () => assert.equal(written('logCompletion', '## One$0 (recurring)\n\n* Owner: @maria\n\nText.\n'), '* 2026-11-23 @maria'));

  for (const [what, text, options, says] of [
    ['a time that is none', weekly, { duration: '1,5 std' }, '“1,5 std” is not a length of time, as in 1h 30m or 45m.'],
    ['a day that is none', weekly, { day: '2026-02-30' }, '“2026-02-30” is not a day, as in 2026-11-23.'],
    ['a day to come', weekly, { day: '2026-11-24' }, '2026-11-24 is still to come: an entry says what has happened.'],
    ['a person that is none', weekly, { who: 'Maria Silva' }, '“Maria Silva” is not a person, as in @maria.'],
    ['what is no text', weekly, { duration: 90 }, '“duration” has to be a text or null.'],
    ['an option that there is not', weekly, { durration: '1h' }, 'There is no option “durration”; did you mean “duration”?'],
    ['an option by an odd name', weekly, { toString: '1h' }, 'There is no option “toString”, but day, who, duration, explained, for, note.'],
    ['a job', '## Photos$0 (one-off)\n\n- Due: 2026-12-18\n', {}, 'Log Completion is for a recurring function, which “Photos” is not.'],
    ['a place without a task', '# Office$0\n', {}, 'There is no task at this place: put the cursor into one, below its heading.'],
  ] as const) it(`refuses ${what}`, () => assert.equal(refusal('logCompletion', text, options), says));
});

describe('Log Completion asks', () => {
  const asked = (text: string) => {
    const { context, position } = contextAt(text);
    const task = taskOf(context.document, position);
    return { explained: actions.logCompletion.proposals!(task, context)['explained'], for: actions.logCompletion.choices!(task, context)['for'] };
  };
  const runs = (explained: string): readonly string[] => ['2026-11-20 @maria 1h', `2026-11-13 @maria 1h${explained}`, '2026-11-06 @maria 1h', '2026-10-30 @maria 2h explained 30m'];
  const trained = (explained = ''): string => note('Owner: @maria; Cadence: every Friday', runs(explained));

  it('which one it was for, where several are open: the latest first', () => {
    assert.deepEqual(asked(several).for, [
      { value: '2026-11-20', label: 'Fri 20 Nov', description: '3 days ago' },
      { value: '2026-11-13', label: 'Fri 13 Nov', description: '10 days ago' },
      { value: '2026-11-06', label: 'Fri 6 Nov', description: '17 days ago' },
    ]);
    assert.equal(asked(weekly).for, undefined);
  });
  it('how long was explained while somebody learns it', () => {
    assert.deepEqual([asked(weekly).explained, asked(trained(' explained 5m')).explained, asked(trained()).explained], ['', '', undefined]);
  });
  it('nobody how long they explained it to themselves', () => assert.equal(asked(`---\ndelegator: maria\n---\n\n${weekly}`).explained, undefined));
  it('nothing of what nobody owns and nobody explained', () => assert.equal(asked(note('Cadence: every Friday')).explained, undefined));
});

describe('Skip Occurrence', () => {
  for (const [what, text, options, line] of [
    ['closes the latest that is open', weekly, {}, '- 2026-11-23 skipped'],
    ['says why', weekly, { note: 'Closed for the trade fair.' }, '- 2026-11-23 skipped: Closed for the trade fair.'],
    ['names the one that is meant, where it is another', weekly, { for: '2026-11-27', who: '@maria' }, '- 2026-11-23 @maria skipped for 2026-11-27'],
    ['does not name the plain one', weekly, { for: '2026-11-20' }, '- 2026-11-23 skipped'],
    ['does not name the next one, where nothing is open', weekly.replace('2026-11-13 1h', '2026-11-20 1h'), { for: '2026-11-27' }, '- 2026-11-23 skipped'],
  ] as const) it(what, () => assert.equal(written('skipOccurrence', text, options), line));

  for (const [what, text] of [
    ['as needed', note('Cadence: as needed')],
    ['that has ended', note('Cadence: every Friday; Ends: 2026-11-15', ['2026-11-13'])],
    ['without a cadence', note('Owner: @maria')],
  ] as const) it(`does not apply to a function ${what}`, () => assert.match(refusal('skipOccurrence', text), /^Skip Occurrence is for a recurring function with a day on which it is due, which /));
});

describe('an action', () => {
  it('is offered as a command by the same name', () => {
    const ids: readonly string[] = commands.map(({ id }) => id);
    for (const name of actionNames) assert(ids.includes(askingCommand(name)), name);
  });

  it('says what is wrong with an option as it is typed', () => {
    const problem = (option: string, text: string): string | undefined => optionProblem(actions.logCompletion, option, text);
    assert.match(problem('duration', 'an hour')!, /not a length of time/);
    assert.deepEqual([problem('duration', '1h 30m'), problem('duration', ''), problem('note', 'an hour')], [undefined, undefined, undefined]);
  });
});

describe('whatever the cadence and the entries', () => {
  const fields = fc.constantFrom('', '; Starts: 2026-01-31', '; Missed: keep all; Starts: 2026-09-01', '; Paused: 2026-11-20 to 2026-12-05', '; Ends: 2026-12-01');
  const entries = fc.array(fc.integer({ min: day('2026-09-01'), max: day('2026-11-22') }).map((date) => `${formatDay(date)} 30m`), { maxLength: 5 });
  const today = day('2026-11-23');
  const textLines = (files: Files): string[] => files.get('note.delegate.md')!.split('\n').filter(Boolean);

  for (const [name, make] of [['logCompletion', logRun], ['skipOccurrence', skipOccurrence]] as const satisfies readonly (readonly [ActionName, unknown])[]) {
    it(`${name} closes the occurrence that is meant, and writes one line`, () => {
      fc.assert(fc.property(anyCadence.map(formatCadence), fields, entries, fc.nat({ max: 30 }), (cadence, more, list, pick) => {
        const files = parseFixture(note(`Cadence: ${cadence}${more}`, list).replace('$0', '')).files;
        const folder = load(files);
        const task = [...folder.tasks()][0]!;
        const open = recordOf(task, folder, today).history.occurrences.filter(({ due, entry }) => !entry && due <= today + 366);
        const meant = open[pick % Math.max(open.length, 1)]?.due;
        const changed = applyFix(files, { title: name, edits: [make(task, { folder, today }, { for: meant })] });
        assert.equal(textLines(changed).length, textLines(files).length + 1);
        const next = load(changed);
        const [nextTask] = [...next.documents.values()].flatMap(tasksOf);
        assert.deepEqual(nextTask!.block.problems, []);
        assert.equal(nextTask!.block.entries.length, list.length + 1);
        const { occurrences, reading } = recordOf(nextTask!, next, today).history;
        // What takes several runs is not closed by one, and what is counted from the last run moves with it.
        const isOfOneRun = reading?.ok && reading.cadence.kind !== 'quota' && reading.cadence.kind !== 'completion';
        if (meant !== undefined && isOfOneRun) assert(occurrences.some(({ due, entry }) => due === meant && entry), `${formatDay(meant)} is open still`);
      }), { numRuns: 200 });
    }).timeout(20_000);
  }
});
