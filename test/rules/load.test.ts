/** Who carries too much, and on whom too much rests: one finding for each person, in the roster. */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { assertFix, examples, findingIn, fixed, fixesOf, preferred } from '../support/ruleTests.ts';
import { applyFix, assertFindings, checkAll, type Files, parseFixture } from '../support/fixture.ts';
import { day } from '../model/scheduleSupport.ts';

const steps = '1. Open it.\n2. Read it.\n3. Answer it.\n';
const daily = (title: string, estimate: string, fields = '- Owner: @maria\n- Backup: @jon'): string => `## ${title} (recurring)\n\n${fields}\n- Cadence: every workday\n- Starts: 2026-11-23\n- Process: below\n- Estimate: ${estimate}\n\n${steps}`;
const team = (maria: string, jon = '{ hours: 20 }', marks = '  ^^^^^\n'): string => `---\nteam:\n  maria: ${maria}\n${marks}  jon: ${jon}\n---\n\n`;

describe('owner-overloaded', () => {
  examples(
    'owner-overloaded',
    ['adds up the notes of the folder', `${team('{ hours: 5 }')}${daily('Post', '30m')}\n--- more.delegate.md\n${daily('Calls', '31m')}`],
    ['is content with just enough', `${team('{ hours: 5 }', undefined, '')}${daily('Post', '30m')}\n--- more.delegate.md\n${daily('Calls', '30m')}`],
    ['says nothing where the hours are not known', `${team('Maria Silva', undefined, '')}${daily('Post', '9h')}`],
    ['says nothing of hours that are no number', `${team('{ hours: -2 }', undefined, '')}${daily('Post', '9h')}`],
    ['takes a zero at its word', `${team('{ hours: 0 }')}${daily('Post', '10m')}`],
    ['leaves who has left to departed-owner', `${team('{ hours: 5, until: 2026-11-22 }', undefined, '')}${daily('Post', '9h')}`],
    ['leaves who is away all the time to owner-away', `${team('{ hours: 5, away: [[2026-11-01, 2027-01-31]] }', undefined, '')}${daily('Post', '9h', '- Owner: @maria')}`],
    ['counts days away', `${team('{ hours: 5, away: [[2026-11-30, 2026-12-04]] }')}${daily('Post', '1h', '- Owner: @maria')}`],
    ['gives the days away to the backup', `${team('{ hours: 5, away: [[2026-11-30, 2026-12-04]] }', undefined, '')}${daily('Post', '1h')}`],
    ['says nothing of who is not in the team', daily('Post', '9h')],
    ['points at the definition that counts', `${team('{ hours: 5 }')}${daily('Post', '2h')}\n--- other.delegate.md\n---\nteam:\n  maria: { hours: 1 }\n---\n`],
  );

  it('says what it is made of', () => {
    const note = `---\nholidays: [2026-12-08]\nteam:\n  maria: { hours: 10, away: [2026-12-09] }\n---\n\n${daily('Post', '2h', '- Owner: @maria')}\n${daily('Calls', '30m', '- Owner: @maria')}- 2026-11-20 @maria 20m\n\n## Van (one-off)\n\n- Estimate: 3h\n\n- 2026-11-20 awarded @maria\n`;
    const { message, related } = findingIn('owner-overloaded', note);
    assert.equal(message, '@maria needs 47h 20m in the next four weeks for 3 tasks, most of all “Post” (38h), and has 36h (10h a week, there on 18 of 20 workdays). Something will be late: hand a part over, or agree on more hours.');
    assert.deepEqual(related.map((each) => each.message), ['“Post”: 19 × 2h = 38h, by the estimate', '“Calls”: 19 × 20m = 6h 20m, by the median of the last runs', '“Van”: 3h that are left']);
  });

  it('tells who stands in for others', () => {
    const note = `${team('{ away: [[2026-11-30, 2026-12-04]] }', '{ hours: 1 }', '')}${daily('Post', '1h')}`;
    assert.deepEqual(findingIn('owner-overloaded', note).related.map((each) => each.message), ['“Post”: 5 × 1h = 5h, by the estimate, in place of its owner']);
  });

  it('offers each function whose backup has time, if it is enough; the least first', () => {
    const note = team('{ hours: 5 }') + [daily('Post', '40m'), daily('Calls', '30m'), daily('Mail', '10m'), daily('Bank', '30m', '- Owner: @maria')].join('\n');
    assert.deepEqual(fixesOf('owner-overloaded', note.replace('hours: 5', 'hours: 6')), ['Hand “Post” over to its backup, @jon']);
    const less = note.replace('hours: 5', 'hours: 7');
    assert.deepEqual(fixesOf('owner-overloaded', less), ['Hand “Calls” over to its backup, @jon', 'Hand “Post” over to its backup, @jon']);
    assert.equal(preferred('owner-overloaded', less), 'Hand “Calls” over to its backup, @jon');
  });

  it('offers several together where none is enough alone', () => {
    const note = team('{ hours: 1 }') + [daily('Post', '1h'), daily('Calls', '40m'), daily('Mail', '10m')].join('\n');
    assert.deepEqual(fixesOf('owner-overloaded', note), ['Hand 2 functions over to their backups']);
    assert.equal([...fixed('owner-overloaded', note).values()][0]!.split('- Owner: @jon\n- Backup: @maria').length, 3);
  });

  it('offers nothing that only moves the trouble on', () => {
    const note = team('{ hours: 5 }', '{ hours: 1 }') + daily('Post', '2h');
    assert.deepEqual(fixesOf('owner-overloaded', note), []);
    assert.deepEqual(fixesOf('owner-overloaded', note.replace('{ hours: 1 }', '{ until: 2026-11-01 }')), []);
    assert.deepEqual(fixesOf('owner-overloaded', note.replace('{ hours: 1 }', 'Jon Park')), ['Hand “Post” over to its backup, @jon']);
  });

  it('is cleared by each fix, which overloads nobody else', () => {
    const person = fc.record({ hours: fc.integer({ min: 0, max: 20 }), absence: fc.constantFrom('', ', away: [[2026-11-25, 2026-12-03]]', ', until: 2026-12-05', ', since: 2026-12-02') }).map(({ hours, absence }) => `{ hours: ${hours}${absence} }`);
    const pair = fc.constantFrom('- Owner: @maria\n- Backup: @jon', '- Owner: @maria\n- Backup: @lin', '- Owner: @jon\n- Backup: @maria', '- Owner: @maria');
    const cadence = fc.constantFrom('every workday', 'every Friday', 'twice a week', '5 times a month', 'every 10 days after completion', 'monthly');
    const task = fc.tuple(pair, cadence, fc.integer({ min: 1, max: 200 })).map(([people, text, minutes]) => `## T (recurring)\n\n${people}\n- Cadence: ${text}\n- Starts: 2026-11-23\n- Estimate: ${minutes}m\n`);
    let offered = 0;
    fc.assert(
      fc.property(fc.tuple(person, person, person), fc.array(task, { minLength: 1, maxLength: 6 }), ([maria, jon, lin], tasks) => {
        const { files } = parseFixture(`---\nteam:\n  maria: ${maria}\n  jon: ${jon}\n  lin: ${lin}\n---\n\n${tasks.join('\n')}`);
        const linesOf = (each: Files): number[] => checkAll({ files: each }, { only: new Set(['owner-overloaded']) }).map(({ range }) => range.start.line);
        for (const { range, fixes } of checkAll({ files }, { only: new Set(['owner-overloaded']) })) {
          for (const fix of fixes()) {
            offered++;
            const left = linesOf(files).filter((line) => line !== range.start.line);
            assert.deepEqual(linesOf(applyFix(files, fix)).filter((line) => !left.includes(line)), []);
          }
        }
      }),
      { numRuns: 100 },
    );
    assert(offered > 10, `${offered} fixes`);
  });

  it('has owner and backup change places', () => {
    assertFix(
      'owner-overloaded',
      'Hand “Post” over to its backup, @jon',
      team('{ hours: 5 }', undefined, '') + daily('Post', '2h', '- Owner: @maria, since May\n- Backup: @jon'),
      team('{ hours: 5 }', undefined, '') + daily('Post', '2h', '- Owner: @jon, since May\n- Backup: @maria'),
    );
  });

  it('comes and goes with the days', () => {
    const note = `${team('{ hours: 5, since: 2026-12-14 }', undefined, '')}${daily('Post', '1h', '- Owner: @maria')}`;
    findingIn('owner-overloaded', note);
    assertFindings('owner-overloaded', note, { today: day('2026-12-14') });
    assertFindings('owner-overloaded', note, { today: undefined });
  });
});

const fn = (title: string, fields: string): string => `## ${title} (recurring)\n\n- Owner: ${fields.split(', ').join('\n- Backup: ')}\n- Cadence: monthly\n`;

describe('sole-keeper', () => {
  const three = ['A', 'B', 'C'].map((title) => fn(title, '@maria')).join('\n');

  examples(
    'sole-keeper',
    ['adds up the notes of the folder', `${team('Maria Silva')}${three}\n--- more.delegate.md\n${fn('D', '@jon')}\n${fn('E', 'TBD')}`],
    ['is content with a half', `${team('Maria Silva', undefined, '')}${three}\n${['D', 'E', 'F'].map((title) => fn(title, '@jon')).join('\n')}`],
    ['says nothing of few functions', team('Maria Silva', undefined, '') + three],
    ['counts the owner as no backup of themselves, and none who has left', `---\nteam:\n  maria: Maria\n  ^^^^^\n  rory: { until: 2026-01-01 }\n  jon: Jon\n---\n\n${fn('A', '@maria, @maria')}\n${fn('B', '@maria, @rory')}\n${fn('C', '@maria')}\n${fn('D', '@jon')}`],
    ['counts no function that has ended', `${team('Maria Silva', undefined, '')}${three.replaceAll('monthly', 'monthly\n- Ends: 2026-01-01')}\n${fn('D', '@jon')}`],
    ['leaves who has left to departed-owner', `${team('{ until: 2026-11-22 }', undefined, '')}${three}\n${fn('D', '@jon')}`],
    ['says nothing to who works alone', `---\nteam:\n  maria: Maria Silva\n---\n\n${three}\n${fn('D', '@maria')}`],
    ['points at the first function of a delegator who is not in the team', `---\ndelegator: nora\nteam:\n  jon: Jon Park\n---\n\n${fn('A', '@nora').replace('@nora', '@nora\n         ^^^^^')}\n${fn('B', '@nora')}\n${fn('C', '@nora')}\n${fn('D', '@jon')}\n--- z.delegate.md\n---\ndelegator: nora\n---\n\n${fn('E', '@nora')}`],
    ['says nothing without a team', `${three}\n${fn('D', '@jon')}`],
  );

  const note = `${team('Maria Silva')}${three}\n${fn('D', '@jon')}\n--- more.delegate.md\n${fn('E', '@maria')}`;

  it('says what it is made of', () => {
    const { message, related } = findingIn('sole-keeper', note);
    assert.equal(message, '@maria owns 4 of all 5 functions without a backup, so more than half of them stop when @maria is away. Name somebody who learns them.');
    assert.deepEqual(related.map((each) => each.message), ['“E” has no backup', '“A” has no backup', '“B” has no backup', '“C” has no backup']);
  });

  it('has the least loaded become the backup of all of them', () => {
    assert.deepEqual(fixesOf('sole-keeper', note.replace('jon: {', 'lin: Lin Chen\n  jon: {')), ['Make @lin (Lin Chen) the backup of 4 functions', 'Make @jon the backup of 4 functions']);
    const files = fixed('sole-keeper', note);
    assert.deepEqual([...files.values()].map((text) => text.split('- Backup: @jon').length - 1), [3, 1]);
  });
});

describe('departed-owner', () => {
  const away = `${fn('A', '@rory').replace('@rory', '@rory\n         ^^^^^')}`;
  examples(
    'departed-owner',
    ['goes by the roster of any note of the folder', `${away}\n--- office/team.delegate.md\n---\nteam:\n  rory: { until: 2026-11-22 }\n---\n`],
    ['speaks in each note', `---\nteam:\n  rory: { until: 2026-11-22 }\n---\n\n${away}\n--- z.delegate.md\n${away}`],
  );
});
