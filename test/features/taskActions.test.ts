/** Commands, offered as refactorings where a task asks for them. Today is Monday, 23 November 2026. */
import assert from 'node:assert/strict';
import type { EditorAbilities } from '../../server/context.ts';
import { taskActions } from '../../server/features/taskActions.ts';
import { contextAt } from '../support/feature.ts';

function offered(text: string, abilities: Partial<EditorAbilities> = { asking: true }, only?: readonly string[]) {
  const { context, position } = contextAt(text, { abilities });
  return taskActions(context, { start: position, end: position }, only);
}

const titles = (text: string, abilities?: Partial<EditorAbilities>): string[] => offered(text, abilities).map(({ title }) => title);

const team = '---\nteam:\n  maria: { name: Maria Silva }\n  jon: { name: Jon Park, until: 2026-11-20 }\n---\n\n';
const job = `${team}## Photos (one-off)

- Owner: @maria

| Bid | Price |
| --- | ----: |
| @lin | 280 EUR |

- 2026-11-16 posted: See the board.
`;
const invoices = `${team}## Invoices (recurring)

- Owner: @maria
- Cadence: every Friday

- 2026-11-20 1h
`;
const at = (text: string, words: string): string => text.replace(words, `$0${words}`);

describe('what can be done to a task', () => {
  for (const [text, words, expected] of [
    [job, '## Photos', ['Record Award…', 'Convert to Recurring Function', 'Create Process Document']],
    [job, '| @lin', ['Record Award…']],
    [job, '- Owner', ['Assign Owner…']],
    [job, '- 2026-11-16', ['Record Award…']],
    [`${job}- 2026-11-18 @lin awarded\n`, '## Photos', ['Mark Delivered', 'Convert to Recurring Function', 'Create Process Document']],
    [`${job}- 2026-11-18 @lin awarded\n`, '- 2026-11-18', ['Mark Delivered']],
    [`${job}- 2026-11-19 delivered\n`, '## Photos', ['Add Review…', 'Convert to Recurring Function', 'Create Process Document']],
    [`${job}- 2026-11-19 delivered\n`, '- 2026-11-19', ['Add Review…', 'Add Feedback…']],
    // These have fixes of their own.
    [`${job}- 2026-11-10 delivered\n`, '2026-11-10', ['Add Feedback…']],
    [invoices.replace('@maria', '@jon'), '@jon', []],
    [invoices, 'Invoices (rec', []],
    [invoices, 'every Friday', ['Pause…']],
    [invoices.replace('1h', 'paused'), 'every Friday', ['Resume']],
    [invoices.replace('1h', 'paused'), 'Invoices (rec', ['Resume']],
    [invoices, '1h', ['Add Feedback…']],
    [`${invoices}\nText.\n`, 'Text.', []],
    ['# Office\n', 'Office', []],
  ] as const) it(`on “${words}”: ${expected.join(', ') || 'nothing'}`, () => assert.deepEqual(titles(at(text, words)), expected));

  it('is asked for in the place of the cursor', () => {
    const [action] = offered(at(invoices, '1h'));
    assert.deepEqual(action!.command, { title: 'Add Feedback…', command: 'delegateNotes.addFeedback', arguments: [{ uri: 'file:///desk/note.delegate.md', line: 11 }] });
  });
  it('is done at once where the editor cannot ask', () => {
    const [award] = offered(at(job, '| @lin'), { asking: false });
    assert.equal(award!.title, 'Record Award: @lin, 280 EUR');
    assert.deepEqual(award!.command, { title: award!.title, command: 'delegateNotes.server.recordAward', arguments: [{ uri: 'file:///desk/note.delegate.md', line: 12, who: '@lin' }] });
    assert.deepEqual(titles(at(invoices, 'every Friday'), { asking: false }), ['Pause']);
    assert.deepEqual(titles(at(invoices, '1h'), { asking: false }), [], 'feedback wants words');
  });
  it('is a refactoring', () => {
    for (const kind of ['', 'refactor', 'refactor.rewrite']) assert.deepEqual(offered(at(invoices, '1h'), { asking: true }, [kind]).map((each) => each.kind), ['refactor.rewrite']);
    for (const kind of ['quickfix', 'refactor.extract']) assert.deepEqual(offered(at(invoices, '1h'), { asking: true }, [kind]), []);
  });
  it('is nothing in an editor that makes no edits', () => assert.deepEqual(titles(at(invoices, '1h'), { applyingEdits: false }), []));
});
