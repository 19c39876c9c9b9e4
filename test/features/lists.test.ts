/** Lists of tasks, of what is due, and of a history. Today is Monday, 23 November 2026. */
import assert from 'node:assert/strict';
import { applicableAt } from '../../server/features/applicable.ts';
import { historyAt, listOf } from '../../server/features/lists.ts';
import type { ListItem } from '../../server/protocol.ts';
import { contextAt } from '../support/feature.ts';

const text = `---
team:
  maria: { name: Maria Silva, until: 2026-10-31 }
  jon: { name: Jon Park }
---

## Invoices (recurring)$0

- Owner: @jon
- Cadence: every Friday
- Process: below

1. Take the hours from the time sheets.
2. Write one invoice for each client.
3. List what is still unpaid.

- 2026-11-06 skipped: Trade fair.
- 2026-11-13 @jon 1h explained 10m 4/5: 14 invoices.
  - Liked: Sent before noon.
- 2026-10-30 @maria 2h

## Payroll (recurring)

- Owner: @maria
- Cadence: every weekday
- Missed: keep all
- Starts: 2026-11-19

## Photos (one-off)

- Due: 2026-11-27

- 2026-11-20 awarded @jon

--- garden.delegate.md
## Water the $(plants) (recurring)

- Owner: @jon
- Paused: 2026-11-01

## Leaflets (one-off)

- 2026-10-01 delivered
`;

const told = ({ group, health, label, description, detail, actions }: ListItem): string => `${[group, health, label, description, detail].filter((part) => part !== undefined && part !== '').join(' | ')}${actions.map((action) => ` +${action}`).join('')}`;
const spelled = (uri: string): string => uri;

describe('the list', () => {
  it('of tasks says who has each, when it is due, and what it lacks', () => {
    const { context } = contextAt(text);
    assert.deepEqual(listOf('tasks', [context], spelled).items.map(told), [
      'Functions | lacking | Water the $(plants) | @jon · no cadence · no process | garden.delegate.md +logCompletion',
      'Functions | overdue | Invoices | @jon · overdue since 20 Nov | note.delegate.md +logCompletion +skipOccurrence',
      'Functions | overdue | Payroll | @maria · overdue since 19 Nov · its owner has left · no process | note.delegate.md +logCompletion +skipOccurrence',
      'One-offs | fine | Photos | @jon · awarded · due 27 Nov | note.delegate.md +markDelivered',
      'Over | over | Leaflets | delivered | garden.delegate.md',
    ]);
  });

  it('of what is due has each task once in a group, however often it is due', () => {
    const { context } = contextAt(text);
    assert.deepEqual(listOf('due', [context], spelled).items.map(told), [
      'Overdue | overdue | Payroll | @maria · 4 days ago, Thu 19 Nov · 2 times | note.delegate.md +logCompletion +skipOccurrence',
      'Overdue | overdue | Invoices | @jon · 3 days ago, Fri 20 Nov | note.delegate.md +logCompletion +skipOccurrence',
      'Today | today | Payroll | @maria | note.delegate.md +logCompletion +skipOccurrence',
      'Within a Week | fine | Payroll | @maria · tomorrow, Tue 24 Nov · 5 times | note.delegate.md +logCompletion +skipOccurrence',
      'Within a Week | fine | Invoices | @jon · in 4 days, Fri 27 Nov | note.delegate.md +logCompletion +skipOccurrence',
      'Within a Week | fine | Photos | @jon · in 4 days, Fri 27 Nov | note.delegate.md +markDelivered',
    ]);
  });

  it('of a history has its entries, newest first, with what was said of each', () => {
    const { context, position } = contextAt(text);
    const { title, items } = historyAt({ uri: context.uri, line: position.line }, context);
    assert.equal(title, '“Invoices” · 2 runs · 2 of 2 on time · median 1h 30m · explained 10m');
    assert.deepEqual(items.map(told), [
      'Fri 13 Nov | @jon · 1h · explained 10m · 4/5 | 14 invoices. · Liked: Sent before noon.',
      'Fri 6 Nov | skipped | Trade fair.',
      'Fri 30 Oct | @maria · 2h',
    ]);
    assert.deepEqual(items[0]!.range.start, { line: 17, character: 2 });
  });

  it('of a history goes on in its archive', () => {
    const { context } = contextAt('## Till$0 (recurring)\n\n- Archive: [Older entries](note.archive.md#till-recurring)\n\n- 2026-11-20 @jon\n--- note.archive.md\n# Older entries\n\n## Till (recurring)\n\n- 2025-10-31 @maria 2h\n');
    const { items } = historyAt({ uri: context.uri, line: 0 }, context);
    assert.deepEqual(items.map(told), ['Fri 20 Nov | @jon', 'note.archive.md | Fri 31 Oct 2025 | @maria · 2h']);
    assert.deepEqual(items.map(({ uri, range }) => [uri, range.start.line]), [[context.uri, 4], ['file:///desk/note.archive.md', 4]]);
  });

  it('of a place without a task is none', () => {
    const { context } = contextAt('# Office$0\n');
    assert.deepEqual(historyAt({ uri: context.uri, line: 0 }, context), { items: [] });
  });
});

describe('what can be done at a place', () => {
  const { context } = contextAt(text);
  for (const [where, line, names] of [
    ['a function', 8, ['logCompletion', 'skipOccurrence']],
    ['a job', 30, []],
    ['no task: to any of the note', 0, ['logCompletion', 'skipOccurrence']],
  ] as const) {
    it(`of ${where}`, () => assert.deepEqual(applicableAt(line, context).filter((name) => name === 'logCompletion' || name === 'skipOccurrence'), names));
  }
});
