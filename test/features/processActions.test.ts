/** Commands that make functions and processes, as refactorings beside the fixes of what is found there. */
import assert from 'node:assert/strict';
import { codeActions } from '../../server/features/codeActions.ts';
import { taskActions } from '../../server/features/taskActions.ts';
import { contextAt, type FeatureOptions } from '../support/feature.ts';

function offered(text: string, only?: string[], options?: FeatureOptions): string[] {
  const { context, position } = contextAt(text, options);
  return taskActions(context, { start: position, end: position }, only).map(({ title }) => title);
}

function fixes(text: string): string[] {
  const { context, position } = contextAt(text);
  return codeActions(context, { start: position, end: position }, undefined).map(({ title }) => title);
}

const job = '## Photos$0 (one-off)\n\n- Due: 2026-12-18\n\nEight plates on white.\n';
const linked = '## Invoices$0 (recurring)\n\n- Process: how.md\n- Starts: 2026-01-05\n\n--- how.md\n1. Take the hours\n2. Write\n3. Send\n';
const at = (text: string, from: string): string => text.replace('$0', '').replace(from, `${from}$0`);

const cases: readonly (readonly [what: string, text: string, ...titles: string[]])[] = [
  ['the heading of a job', job, 'Convert to Recurring Function', 'Create Process Document', 'Draft Process from History'],
  ['its other lines', at(job, 'Due')],
  ['its text', at(job, 'Eight')],
  ['the heading of a function with a process', linked, 'Mark Process Reviewed'],
  ['its process', at(linked, 'how.'), 'Mark Process Reviewed'],
  ['its start', at(linked, 'Starts')],
  ['the title of a note', '# Office$0\n'],
];

describe('what makes functions and processes', () => {
  for (const [what, text, ...titles] of cases) it(`at ${what} are ${titles.join(', ') || 'none'}`, () => assert.deepEqual(offered(text), titles));

  it('are commands of the server about the task', () => {
    const { context, position } = contextAt(job);
    const [convert] = taskActions(context, { start: position, end: position }, undefined);
    assert.equal(convert!.kind, 'refactor.rewrite');
    assert.deepEqual(convert!.command, { title: convert!.title, command: 'delegateNotes.server.convertToRecurring', arguments: [{ uri: context.uri, line: 0 }] });
  });

  it('are not what a fix offers at the place already', () => {
    const repeated = `${job.replace('$0', '')}\n- 2026-01-05 delivered\n\n${job}`;
    assert(fixes(repeated).includes('Convert to a recurring function'));
    assert.deepEqual(offered(repeated), ['Create Process Document', 'Draft Process from History']);
    const missing = '## Invoices$0 (recurring)\n\nTake the hours.\n';
    assert(fixes(missing).some((title) => title.startsWith('Draft ')));
    assert.deepEqual(offered(missing), []);
    const stale = linked.replace('- Starts', '- Reviewed: 2024-01-05\n- Starts');
    assert.deepEqual(offered(at(stale, 'Reviewed: ')), []);
    assert.deepEqual(offered(stale), ['Mark Process Reviewed']);
  });

  it('are all there where fixes are not asked for', () => {
    assert.deepEqual(offered('## Invoices$0 (recurring)\n\nTake the hours.\n', ['refactor']), ['Create Process Document', 'Draft Process from History']);
    assert.deepEqual(offered(job, ['quickfix']), []);
  });

  it('are none for an editor that makes no edits', () => assert.deepEqual(offered(job, undefined, { abilities: { applyingEdits: false } }), []));
});
