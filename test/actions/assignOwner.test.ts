/** Owners. Today is Monday, 23 November 2026. */
import assert from 'node:assert/strict';
import { actions } from '../../server/actions/index.ts';
import { taskOf } from '../../server/actions/place.ts';
import { contextAt } from '../support/feature.ts';
import { after, refusal, written } from './support.ts';

const team = `---
delegator: ana
team:
  ana: { name: Ana Reis }
  maria: { name: Maria Silva, role: operations, hours: 20 }
  jon: { name: Jon Park, hours: 4 }
  kim: { until: 2026-11-20 }
---

`;
const task = (...fields: readonly string[]): string => `${team}## Send$0 invoices (recurring)\n\n${fields.map((field) => `- ${field}\n`).join('')}`;

/** The owner and the backup afterwards. */
const fields = (text: string, who: string): string[] => after('assignOwner', text, { who }).split('\n').filter((line) => line.startsWith('- '));

describe('Assign Owner', () => {
  it('writes the field', () => assert.equal(written('assignOwner', task('Cadence: daily'), { who: '@maria' }), '- Owner: @maria'));
  it('writes the first field', () => assert.equal(after('assignOwner', '## A$0 (recurring)', { who: 'maria' }), '## A (recurring)\n\n- Owner: @maria'));
  it('writes it with the bullet of the entries', () => assert.equal(written('assignOwner', '## A$0 (recurring)\n\nText.\n\n+ 2026-11-20\n', { who: 'maria' }), '+ Owner: @maria'));
  for (const [what, before, who, expected] of [
    ['changes it, and leaves what is said beside the name', ['Owner: @maria (until May)'], '@jon', ['- Owner: @jon (until May)']],
    ['fills in what is to be found', ['Owner: TBD'], '@jon', ['- Owner: @jon']],
    ['makes one of two', ['Owner: @maria, @jon (see below)'], '@jon', ['- Owner: @jon (see below)']],
    ['lets a backup who takes over change places', ['Owner: @maria', 'Backup: @jon'], '@jon', ['- Owner: @jon', '- Backup: @maria']],
    ['lets them change places, too, where nobody knows the owner', ['Owner: @zoe', 'Backup: @jon'], '@jon', ['- Owner: @jon', '- Backup: @zoe']],
    ['leaves nobody as the backup whose owner has gone', ['Owner: @kim', 'Backup: @jon'], '@jon', ['- Owner: @jon']],
    ['leaves nobody as the backup where there was no owner', ['Backup: @jon'], '@jon', ['- Owner: @jon']],
  ] as const) it(what, () => assert.deepEqual(fields(task(...before), who), expected));

  it('lets one of the team be picked, the least loaded first, oneself last', () => {
    const { context, position } = contextAt(`${task('Owner: @kim')}\n## Count the till (recurring)\n\n- Owner: @jon\n- Cadence: daily\n- Estimate: 30m\n`);
    assert.deepEqual(actions.assignOwner.choices!(taskOf(context.document, position), context), {
      who: [
        { value: '@maria', label: '@maria', description: 'Maria Silva · operations', detail: '0m of 20h a week, owns nothing yet' },
        { value: '@jon', label: '@jon', description: 'Jon Park', detail: '3h 30m of 4h a week, owns one function' },
        { value: '@ana', label: 'Own it myself', description: '@ana · Ana Reis', detail: '0m a week, owns nothing yet' },
      ],
    });
  });

  for (const [what, text, options, says] of [
    ['nobody', task(), {}, 'Say who is to own it, as in @maria.'],
    ['who owns it already', task('Owner: @maria'), { who: 'maria' }, '@maria owns “Send invoices” already.'],
    ['a name', task(), { who: 'Maria Silva' }, '“Maria Silva” is not a person, as in @maria.'],
    ['a function that has ended', task('Ends: 2026-11-20'), { who: '@maria' }, 'Assign Owner is for a recurring function that goes on, or a one-off that is neither awarded nor done, which “Send invoices” is not.'],
    ['a job that somebody has got', '## Photos$0 (one-off)\n\n- 2026-11-20 @lin awarded\n', { who: '@maria' }, 'Assign Owner is for a recurring function that goes on, or a one-off that is neither awarded nor done, which “Photos” is not.'],
  ] as const) it(`refuses ${what}`, () => assert.equal(refusal('assignOwner', text, options), says));
});
