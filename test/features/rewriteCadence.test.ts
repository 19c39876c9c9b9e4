/** The refactoring that writes a cadence in words. */
import assert from 'node:assert/strict';
import { codeActions } from '../../server/features/codeActions.ts';
import { rewriteCadence } from '../../server/features/rewriteCadence.ts';
import { readCadence } from '../../server/notation/cadence/read.ts';
import { contextAt } from '../support/feature.ts';
import { applyFix, parseFixture } from '../support/fixture.ts';

const note = (cadence: string, more = ''): string => `## Invoices (recurring)\n\n- Owner: @maria\n- Cadence: $0${cadence}\n${more}`;

const offered = (text: string, only?: readonly string[]) => {
  const { context, position } = contextAt(text, { abilities: { versionedEdits: false } });
  return rewriteCadence(context, { start: position, end: position }, only);
};

/** The fields after the refactoring; nothing where it is not offered. */
function rewritten(text: string): string {
  const [action] = offered(text);
  if (!action) return '';
  const edits = Object.entries(action.edit!.changes!).map(([uri, each]) => ({ uri, edits: each }));
  const after = applyFix(parseFixture(text).files, { title: action.title, edits }).get('note.delegate.md')!;
  return after.split('\n').filter((line) => /^- (?:Cadence|Starts|Ends)/.test(line)).map((line) => line.slice(2)).join(' ⏎ ');
}

describe('a cadence in words', () => {
  const table: readonly (readonly [text: string, after: string, more?: string])[] = [
    ['+1w', 'Cadence: every week'],
    ['.+2d/4d', 'Cadence: every 2 to 4 days'],
    ['@monthly', 'Cadence: every month'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', 'Cadence: every other Friday'],
    ['RRULE:FREQ=WEEKLY;BYDAY=FR;UNTIL=20261231', 'Cadence: every Friday ⏎ Ends: 2026-12-31'],
    ['RRULE:FREQ=WEEKLY;BYDAY=FR;COUNT=3', 'Cadence: every Friday ⏎ Starts: 2026-11-27 ⏎ Ends: 2026-12-11', '- Starts: 2026-11-27\n'],
    ['every Friday until 2026-12-31', 'Cadence: every Friday ⏎ Ends: 2026-12-31'],
    ['every other Friday starting 2026-11-27', 'Cadence: every other Friday ⏎ Starts: 2026-11-27'],
    ['Fridays from 2026-11-27 to 2026-12-31', 'Cadence: every Friday ⏎ Starts: 2026-11-27 ⏎ Ends: 2026-12-31'],
    ['every Friday for 3 times', 'Cadence: every Friday ⏎ Ends: 2026-11-27', '\n- 2026-11-13 @maria 1h\n'],
    // Nobody knows yet when the third time is.
    ['every Friday for 3 times', ''],
    ['every week after completion for 3 times', '', '- Starts: 2026-11-27\n'],
    // The field counts, and goes on counting.
    ['every Friday until 2026-12-31', 'Cadence: every Friday ⏎ Ends: 2027-06-30', '- Ends: 2027-06-30\n'],
    ['every Friday', ''],
    ['weekly on Fri', ''],
    ['every Firday', ''],
    ['biweekly until 2026-12-31', ''],
    // A finding, whose fix does the same.
    ['0 9 * * 5', ''],
    ['TBD', ''],
    ['', ''],
  ];
  for (const [text, after, more] of table) it(`“${text}”${more ? ` and ${JSON.stringify(more)}` : ''}: ${after || 'nothing is offered'}`, () => assert.equal(rewritten(note(text, more)), after));

  it('can be read again', () => {
    for (const [, after] of table) if (after) assert(readCadence(after.slice(9).split(' ⏎ ')[0]!).ok, after);
  });
  it('is offered on the cadence, and as what it is', () => {
    assert.deepEqual(offered(note('+1w')).map(({ title, kind }) => `${kind}: ${title}`), ['refactor.rewrite: Write the cadence as “every week”']);
    assert.equal(offered(note('+1w').replace('$0', '').replace('@', '$0@')).length, 0);
    for (const kind of ['', 'refactor', 'refactor.rewrite']) assert.equal(offered(note('+1w'), [kind]).length, 1);
    for (const kind of ['quickfix', 'refactor.extract', 'refactor.rewrite.more']) assert.equal(offered(note('+1w'), [kind]).length, 0);
    assert.equal(offered(note('+1w').replace('recurring', 'one-off')).length, 0);
    assert.equal(offered('Text$0').length, 0);
  });
});

describe('a fix that leads to a file', () => {
  const flat = `---
team:
  maria: { name: Maria Silva }
---

## $0Invoices (recurring)

- Owner: @maria
- Backup: @maria
- Cadence: every Friday
- Process: [How](how.md)

- 2026-11-20 @maria 1h explained 30m
- 2026-11-13 @maria 1h explained 30m
- 2026-11-06 @maria 1h explained 30m
- 2026-10-30 @maria 1h explained 30m

--- how.md
# How

1. Take the hours.
2. Write.
3. Send.
`;
  const actions = (showingFiles: boolean, lazyEdits = true) => {
    const { context, position } = contextAt(flat, { abilities: { showingFiles, lazyEdits } });
    return codeActions(context, { start: position, end: position }, undefined).filter(({ title }) => title === 'Open how.md');
  };

  it('changes nothing, and shows it', () => {
    const [action] = actions(true);
    assert.deepEqual(action!.command?.arguments, ['file:///desk/how.md']);
    assert.deepEqual([action!.edit, action!.data], [undefined, undefined]);
  });
  it('is not offered where the editor cannot show it', () => assert.deepEqual(actions(false), []));
});
