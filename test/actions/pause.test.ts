/** Pausing a function and resuming it. Today is Monday, 23 November 2026. */
import assert from 'node:assert/strict';
import { actions } from '../../server/actions/index.ts';
import { recordOf } from '../../server/model/record.ts';
import { formatDay } from '../../server/notation/dates.ts';
import { day } from '../model/scheduleSupport.ts';
import { load, parseFixture } from '../support/fixture.ts';
import { after, refusal, written } from './support.ts';

const note = (fields: string, ...entries: readonly string[]): string =>
  ['## Water$0 the plants (recurring)', '', ...`Cadence: every Friday${fields}`.split(';').map((field) => `- ${field.trim()}`), '', ...entries.map((entry) => `- ${entry}`), ''].join('\n');

const friday = note('', '2026-11-20 @maria 1h');

/** The pause that a note is in on a day: its first and its last day. */
function pauseOn(text: string, today: string): string | undefined {
  const folder = load(parseFixture(text.replace('$0', '')).files);
  const { paused } = recordOf([...folder.tasks()][0]!, folder, day(today)).history;
  return paused && [paused.from, paused.until].map((each) => (Number.isFinite(each) ? formatDay(each) : 'open')).join(' ');
}

describe('Pause', () => {
  for (const [what, options, line] of [
    ['writes an entry of today', {}, '- 2026-11-23 paused'],
    ['says why, and who said so', { note: 'The office is\nclosed.', who: '@jon' }, '- 2026-11-23 @jon paused: The office is closed.'],
    ['takes a day that has passed', { day: '2026-11-21' }, '- 2026-11-21 paused'],
  ] as const) it(what, () => assert.equal(written('pause', friday, options), line));

  it('writes how long into the field, where the entry cannot say it', () => {
    const paused = after('pause', friday, { until: '2026-12-31', note: 'Closed.' });
    assert.equal(paused, note('; Paused: 2026-11-23 to 2026-12-31', '2026-11-23 paused: Closed.', '2026-11-20 @maria 1h').replace('$0', ''));
    assert.equal(pauseOn(paused, '2026-12-31'), '2026-11-23 2026-12-31');
    assert.equal(pauseOn(paused, '2027-01-01'), undefined);
  });
  it('fills in a field that says nothing', () => {
    assert.match(after('pause', note('; Paused: no', '2026-11-20'), { until: '2026-12-31' }), /^- Paused: 2026-11-23 to 2026-12-31$/m);
  });
  it('writes into a function that has nothing yet', () => {
    assert.equal(after('pause', '## A$0 (recurring)', { until: '2026-12-31' }), '## A (recurring)\n\n- Paused: 2026-11-23 to 2026-12-31\n\n- 2026-11-23 paused');
  });

  for (const [what, text, options, says] of [
    ['a last day that has passed', friday, { until: '2026-11-22' }, 'A pause from 2026-11-23 cannot be over on 2026-11-22.'],
    ['to forget an earlier pause', note('; Paused: 2026-07-01 to 2026-08-31'), { until: '2026-12-31' }, '“Paused” tells of another pause already, which would be forgotten. Pause without a last day, and resume it then.'],
    ['what is paused', note('', '2026-11-20 paused'), {}, 'Pause is for a recurring function that goes on and is not paused, which “Water the plants” is not.'],
    ['what has ended', note('; Ends: 2026-11-20'), {}, 'Pause is for a recurring function that goes on and is not paused, which “Water the plants” is not.'],
    ['a job', '## Photos$0 (one-off)\n', {}, 'Pause is for a recurring function that goes on and is not paused, which “Photos” is not.'],
  ] as const) it(`refuses ${what}`, () => assert.equal(refusal('pause', text, options), says));

  it('asks for the last day only where it can be written', () => {
    const proposal = (text: string): string | undefined => {
      const folder = load(parseFixture(text.replace('$0', '')).files);
      return actions.pause.proposals!([...folder.tasks()][0]!, { folder, today: day('2026-11-23') })['until'];
    };
    assert.deepEqual([proposal(friday), proposal(note('; Paused: TBD')), proposal(note('; Paused: 2026-07-01 to 2026-08-31'))], ['', '', undefined]);
  });
});

describe('Resume', () => {
  it('ends a pause that an entry began', () => {
    const text = note('', '2026-11-02 paused', '2026-10-30 1h');
    assert.equal(written('resume', text), '- 2026-11-23 resumed');
    assert.equal(pauseOn(after('resume', text), '2026-11-23'), undefined);
    assert.equal(pauseOn(after('resume', text), '2026-11-22'), '2026-11-02 open');
  });

  for (const [field, left] of [
    ['2026-11-02 to 2026-12-31', '- Paused: 2026-11-02 to 2026-11-22'],
    ['from 2026-11-02', '- Paused: 2026-11-02 to 2026-11-22'],
    ['until 2026-12-31', '- Paused: until 2026-11-22'],
    ['yes', '- Paused: until 2026-11-22'],
    ['2026-11-23 to 2026-12-31', undefined],
  ] as const) it(`lets the field “${field}” end with it`, () => {
    const resumed = after('resume', note(`; Paused: ${field}`, '2026-10-30 1h'));
    assert.equal(/^- Paused.*$/m.exec(resumed)?.[0], left);
    assert.match(resumed, /^- 2026-11-23 resumed$/m);
    assert.equal(pauseOn(resumed, '2026-11-23'), undefined);
    assert.equal(pauseOn(resumed, '2026-12-05'), undefined);
  });

  it('leaves no gap where the field goes', () => {
    const text = '## A$0 (recurring)\n\n- Paused: 2026-11-23\n\nWhat is done.\n';
    assert.equal(after('resume', text), '## A (recurring)\n\nWhat is done.\n\n- 2026-11-23 resumed\n');
  });
  it('takes back a pause of the same day, however the entries are sorted', () => {
    for (const entries of [['2026-11-20 1h', '2026-11-13 1h'], ['2026-11-13 1h', '2026-11-20 1h']]) {
      const paused = after('pause', note('', ...entries), { until: '2026-12-31' });
      assert.equal(pauseOn(paused, '2026-11-23'), '2026-11-23 2026-12-31');
      assert.equal(pauseOn(after('resume', paused.replace('Water', 'Water$0')), '2026-11-24'), undefined);
    }
  });
  for (const [what, text] of [['that runs', friday], ['whose pause is to come', note('; Paused: 2026-12-20 to 2027-01-05')]] as const) {
    it(`does not apply to a function ${what}`, () => assert.match(refusal('resume', text), /^Resume is for a recurring function that is paused, which /));
  }
});

describe('a pause that an entry began within that of the field', () => {
  const paused = (field: string, ...entries: readonly string[]): string | undefined => pauseOn(note(`; Paused: ${field}`, ...entries), '2026-11-23');
  it('ends with it', () => assert.equal(paused('2026-11-02 to 2026-11-20', '2026-11-02 paused'), undefined));
  it('ends with it, where the field says no beginning', () => assert.equal(paused('until 2026-11-20', '2026-11-02 paused'), undefined));
  it('ends with it, though the next run is later', () => {
    assert.equal(pauseOn(note('; Paused: 2026-11-02 to 2026-11-08', '2026-11-13', '2026-11-02 paused'), '2026-11-12'), undefined);
  });
  it('goes on, where it began at another time', () => assert.equal(paused('2026-07-01 to 2026-08-31', '2026-11-02 paused'), '2026-11-02 open'));
  it('may be followed by another one', () => assert.equal(paused('2026-11-02 to 2026-11-08', '2026-11-16 paused', '2026-11-02 paused'), '2026-11-16 open'));
});
