/** Making a function of a job, asked for by hand. What it makes of jobs that a rule finds is tested with the rule. */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { actions } from '../../server/actions/index.ts';
import { renameTask } from '../../server/model/changes/renameTask.ts';
import type { Folder } from '../../server/model/workspace.ts';
import { formatAmount } from '../../server/notation/amounts.ts';
import { parseDay } from '../../server/notation/dates.ts';
import { tasksOf } from '../../server/notation/document.ts';
import { applyFix, type Files, load, pathOf } from '../support/fixture.ts';
import { workspace } from '../support/notes.ts';
import { after, applies, deed, filesAfter } from './support.ts';

const logo = `# Studio

## Logo for Huber$0 (one-off)

- Owner: @lin
- Budget: 300 EUR
- Estimate: 4h

Draw three sketches. See [the sign](sign.png).

- 2026-06-20 paid 280 EUR
- 2026-06-15 delivered 3h 5/5
  - Liked: The round one.
- 2026-06-01 awarded @lin 280 EUR explained 20m
`;

/** The file that is shown once it is written, the line there, and what is selected in it. */
function shown(text: string): string[] {
  const { uri, range } = deed('convertToRecurring', text).show!;
  const line = filesAfter('convertToRecurring', text).get(pathOf(uri))!.split(/\r?\n/)[range!.start.line]!;
  return [pathOf(uri), line, line.slice(range!.start.character, range!.end.character)];
}

const made = `# Studio

## Logo for Huber (recurring)

- Owner: @lin
- Process: below
- Estimate: 4h

1. Draw three sketches.
2. See [the sign](sign.png).
3. Keep: The round one.

- 2026-06-15 @lin 3h explained 20m 5/5 280 EUR: Logo for Huber
  - Liked: The round one.

## Logo for Huber (one-off)
`;

describe('Convert to Recurring Function', () => {
  it('makes one of a single job, which stays', () => {
    const text = after('convertToRecurring', logo);
    assert.equal(text, made + logo.replace('$0', '').slice('# Studio\n\n## Logo for Huber (one-off)\n'.length).replace('- Estimate: 4h\n', '- Estimate: 4h\n- Same as: Logo for Huber\n'));
  });

  it('makes one that can be renamed at once', () => {
    const files = filesAfter('convertToRecurring', logo);
    const folder = load(files);
    const [task] = folder.tasks();
    const change = renameTask(folder, task!, 'Logos');
    assert(!('refused' in change));
    const text = applyFix(files, { title: 'Rename', ...change }).get('note.delegate.md')!;
    assert.match(text, /^## Logos \(recurring\)$[^]*^## Logo for Huber \(one-off\)$[^]*^- Same as: Logos$/m);
  });

  it('converts one that says that it is the same as none', () => {
    const text = after('convertToRecurring', '## Logo$0 (one-off)\n\n- Same as: none\n');
    assert.equal(text, '## Logo (recurring)\n\n## Logo (one-off)\n\n- Same as: Logo\n');
  });

  it('keeps the introduction to a list', () => {
    const text = after('convertToRecurring', '## Logo$0 (one-off)\n\nFor the van.\n\n- Sketch it\n- Cut it\n');
    assert.match(text, /^## Logo \(recurring\)\n\n- Process: below\n\nFor the van\.\n\n1\. Sketch it\n2\. Cut it\n\n## Logo \(one-off\)/);
  });

  it('writes in the style of the note: line ends, byte order mark, tabs, emoji, and no line end at the end', () => {
    const note = '\ufeff## Logo \u{1f600}$0 (one-off)\n\n*\tEstimate: 4h\n\nDraw\tit. \u{1f3a8}'.replaceAll('\n', '\r\n');
    assert.equal(
      after('convertToRecurring', note),
      '\ufeff## Logo \u{1f600} (recurring)\n\n- Process: below\n- Estimate: 4h\n\n1. Draw it. \u{1f3a8}\n\n## Logo \u{1f600} (one-off)\n\n*\tEstimate: 4h\n*\tSame as: Logo \u{1f600}\n\nDraw\tit. \u{1f3a8}'.replaceAll('\n', '\r\n'),
    );
  });

  it('shows the title of the function, be it made in another note, or there already', () => {
    const two = '## Photos 1$0 (one-off)\n\n- 2026-03-02 delivered\n\n--- b.delegate.md\n## Photos 2 (one-off)\n\n- 2026-09-01 delivered\n';
    const files = filesAfter('convertToRecurring', two);
    assert.match(files.get('b.delegate.md')!, /^## Photos \(recurring\)/);
    assert.match(files.get('note.delegate.md')!, /^- Same as: Photos$/m);
    assert.deepEqual(shown(two), ['b.delegate.md', '## Photos (recurring)', 'Photos']);
    assert.deepEqual(shown(`# Studio\r\n\r\n<!-- delegate-disable-next-line missing-due -->\r\n${logo.slice(10).replaceAll('\n', '\r\n')}`), ['note.delegate.md', '## Logo for Huber (recurring)', 'Logo for Huber']);
    const known = '## Photos 1 (one-off)\n\n- Same as: Pictures\n\n## Photos 2$0 (one-off)\n\n- 2026-09-01 delivered\n\n## Pictures (recurring)\n\n- 2026-03-02\n';
    assert.deepEqual(shown(known), ['note.delegate.md', '## Pictures (recurring)', 'Pictures']);
  });

  it('adds a later job to the function that is there', () => {
    const later = '## Photos (recurring)\n\n- 2026-03-02 @lin\n\n## Photos 1 (one-off)\n\n- Same as: Photos\n\n- 2026-03-02 delivered\n\n## Photos 2$0 (one-off)\n\n- 2026-09-01 delivered 2h\n';
    assert.match(after('convertToRecurring', later), /^## Photos \(recurring\)\n\n- 2026-09-01 2h: Photos 2\n[^]*## Photos 2 \(one-off\)\n\n- Same as: Photos\n/);
  });

  for (const [what, note] of [
    ['a function', '## Logo$0 (recurring)\n'],
    ['a job that is one already', '## Logo$0 (one-off)\n\n- Same as: Logos\n\n## Logos (recurring)\n'],
    ['a job that was cancelled', '## Logo$0 (one-off)\n\n- 2026-11-01 cancelled\n'],
  ] as const) it(`does not apply to ${what}`, () => assert(!applies('convertToRecurring', note)));
});

describe('whatever job is converted', () => {
  const today = parseDay('2026-11-23')!;

  /** Words that stay where they are. */
  const wordsIn = (files: Files): string[] => [...files].flatMap(([path, text]) => text.split(/\s+/).map((word) => `${path} ${word}`));

  /** What is in the entries of one-offs: the entries, feedback and amounts. */
  const logIn = (folder: Folder): string[] =>
    [...folder.documents.values()].flatMap(tasksOf).filter(({ block }) => block.kind === 'one-off').flatMap(({ block }) =>
      block.entries.map(({ date, who, verb, duration, explained, amount, note, feedback }) =>
        JSON.stringify([block.title, date, who?.handle, verb, duration?.value, explained?.value, amount && formatAmount(amount.value), note, feedback.map(({ kind, text }) => [kind, text])])));

  it('keeps every word, entry and amount of it, and reads what it writes', () => {
    fc.assert(fc.property(workspace(), (files) => {
      const folder = load(files);
      for (const task of folder.tasks()) {
        const context = { folder, today };
        if (!actions.convertToRecurring.appliesTo(task, context)) continue;
        const changed = applyFix(files, { title: 'Convert', ...actions.convertToRecurring.change(task, context, {}) });
        const rest = wordsIn(changed);
        const left = new Map<string, number>();
        for (const word of rest) left.set(word, (left.get(word) ?? 0) + 1);
        for (const word of wordsIn(files)) {
          assert((left.get(word) ?? 0) > 0, `it loses ${word}`);
          left.set(word, left.get(word)! - 1);
        }
        const after = load(changed);
        assert.deepEqual(logIn(after), logIn(folder));
        const problems = (each: Folder): number => [...each.tasks()].reduce((sum, { block }) => sum + block.problems.length, 0);
        assert(problems(after) <= problems(folder));
        assert.equal([...after.tasks()].length, [...folder.tasks()].length + 1);
      }
    }), { numRuns: 150 });
  });
});
