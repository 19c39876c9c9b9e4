/** Handing over all that somebody has. */
import assert from 'node:assert/strict';
import { choices, filesAfter, refusal, resultOf } from './support.ts';

const team = (rory = ''): string => `---
delegator: nora
team:
  nora: { name: Nora Keane }
  rory: { name: Rory Quill${rory} }
  jon: { name: Jon Park }
  ana: { name: Ana Luz }
---
`;
const left = ', until: 2026-10-31';

const notes = (rory = ''): string => `${team(rory)}
## Invoices (recurring)$0

- Owner: @rory
- Backup: @jon
- Cadence: every month

- 2026-10-30 @rory 1h

## Payroll (recurring)

- Owner: @ana
- Backup: @rory

--- shop.delegate.md
## Till (recurring)

- Owner: @rory and @jon

## Leaflets (recurring)

- Owner: @rory
- Ends: 2026-06-30

## Photos (one-off)

- Owner: @rory
- Due: 2026-12-18

## Sign (one-off)

- Owner: @rory

- 2026-10-01 delivered
`;

describe('Hand Over All Functions', () => {
  it('changes all owners in one step, and writes each down on top of its history', () => {
    const files = filesAfter('handOver', notes(left), { from: '@rory', to: '@jon' });
    const changed = notes(left).replace('$0', '').split('--- shop.delegate.md\n');
    assert.equal(files.get('note.delegate.md'), changed[0]!
      .replace('- Owner: @rory\n- Backup: @jon\n', '- Owner: @jon\n')
      .replace('- 2026-10-30', '- 2026-11-23 @jon handover\n- 2026-10-30')
      .replace('- Backup: @rory', '- Backup: @jon'));
    assert.equal(files.get('shop.delegate.md'), changed[1]!
      .replace('- Owner: @rory and @jon\n', '- Owner: @jon\n\n- 2026-11-23 @jon handover\n')
      .replace('- Owner: @rory\n- Due: 2026-12-18\n', '- Owner: @jon\n- Due: 2026-12-18\n\n- 2026-11-23 @jon handover\n'));
    assert.equal(resultOf('handOver', notes(left), { from: '@rory', to: '@jon' }).change!.preview, 'Hand over from @rory to @jon');
  });

  it('makes who stays the backup of the backup that takes over, and leaves what they back up', () => {
    const files = filesAfter('handOver', notes(), { from: '@rory', to: '@jon' });
    assert.match(files.get('note.delegate.md')!, /Invoices \(recurring\)\n\n- Owner: @jon\n- Backup: @rory\n/);
    assert.match(files.get('note.delegate.md')!, /Payroll \(recurring\)\n\n- Owner: @ana\n- Backup: @rory\n/);
  });

  it('makes nobody the backup of themselves', () => {
    const files = filesAfter('handOver', notes(left), { from: '@rory', to: '@ana' });
    assert.match(files.get('note.delegate.md')!, /Payroll \(recurring\)\n\n- Owner: @ana\n\n$/);
    assert.match(files.get('note.delegate.md')!, /Invoices \(recurring\)\n\n- Owner: @ana\n- Backup: @jon\n/);
  });

  it('hands over only what is chosen, and then has nothing to look over', () => {
    const { change } = resultOf('handOver', notes(), { from: '@rory', to: '@ana', tasks: 'invoices\nPhotos' });
    assert.deepEqual(change!.edits!.map(({ edits }) => edits.length), [2, 2]);
    assert.equal(change!.preview, undefined);
  });

  it('hands over tasks of one title only together', () => {
    const twins = `${team()}\n## Till (recurring)$0\n\n- Owner: @rory\n\n## till (recurring)\n\n- Owner: @rory\n`;
    assert.equal(refusal('handOver', twins, { from: '@rory', to: '@ana', tasks: 'Till' }), 'Several tasks of @rory’s are called “till”, and nobody can tell which of them is meant. Choose all of them, or give each a title of its own first.');
    assert.equal(resultOf('handOver', twins, { from: '@rory', to: '@ana', tasks: 'Till\ntill' }).told, '@ana has 2 tasks of @rory’s now, in 1 note.');
  });

  it('offers those who own something, who has left first, then who has most; then those who are there, the least loaded first', () => {
    assert.deepEqual(choices('handOver', 'from', notes(left)), ['@rory | Rory Quill · was here until 2026-10-31 | owns 3', '@ana | Ana Luz | owns 1']);
    assert.deepEqual(choices('handOver', 'to', notes(left), { from: '@rory' }), ['@jon | Jon Park | 0m a week, owns nothing yet', '@ana | Ana Luz | 0m a week, owns one function', '@nora | Nora Keane | 0m a week, owns nothing yet']);
    assert.deepEqual(choices('handOver', 'tasks', notes(left), { from: '@rory' }), [
      'Invoices | note.delegate.md', 'Till | shop.delegate.md', 'Photos | shop.delegate.md', 'Payroll | as the backup · note.delegate.md',
    ]);
  });

  for (const [what, options, says] of [
    ['without two people', { from: '@rory' }, /^Say who takes them on/],
    ['to the same person', { from: '@rory', to: 'rory' }, /^@rory has them already/],
    ['to nobody of the team', { from: '@ana', to: '@leo' }, /^@leo is not in the team/],
    ['to somebody who has left', { from: '@ana', to: '@rory' }, /^@rory was here until 2026-10-31/],
    ['from somebody who owns nothing', { from: '@nora', to: '@ana' }, /^@nora owns nothing that goes on/],
    ['of a title that there is not', { from: '@rory', to: '@ana', tasks: 'Leaflets' }, /^@rory owns nothing of that title/],
  ] as const) it(`is refused ${what}`, () => assert.match(refusal('handOver', notes(left), options), says));
});
