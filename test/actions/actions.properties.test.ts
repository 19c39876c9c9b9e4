/** What every action keeps to, whatever the note: it changes its own task alone, and what it cannot do it says in words. */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { Refusal } from '../../server/actions/action.ts';
import { actions } from '../../server/actions/index.ts';
import type { ChangeContext } from '../../server/model/changes/closes.ts';
import { Folder } from '../../server/model/workspace.ts';
import { readDocument, type Task, tasksOf, textOf } from '../../server/notation/document.ts';
import type { ActionName } from '../../server/protocol.ts';
import { type Change, withEdits } from '../../server/text.ts';
import { day } from '../model/scheduleSupport.ts';
import { notes } from '../support/arbitraries.ts';

const uri = 'file:///desk/note.delegate.md';
const today = day('2026-11-23');

/** Lines that a task of a certain kind has, so that actions apply to it. */
const linesOf = (...lines: readonly string[]): fc.Arbitrary<string[]> =>
  fc.subarray([...lines]).chain((some) => (some.length === 0 ? fc.constant([]) : fc.shuffledSubarray(some, { minLength: some.length })));

const task = fc.oneof(
  linesOf(
    '- Owner: @maria', '- Owner: @jon and @maria', '- Backup: @jon', '* Cadence: every Friday', '- Paused: 2026-11-02 to 2026-12-31', '- Paused: yes', '- Missed: keep all', '', 'What is done 🙂.',
    '- 2026-11-20 @maria 1h: Good.', '  - Liked: Fast.', '-\t2026-11-13 paused', '1. 2026-11-23 resumed', '- 2026-11-06', '  ```', '<!-- a', '    code', '  - 2026-10-30 1h', '- - 2026-10-23',
  ).map((lines) => ['## Water the plants (recurring)', ...lines]),
  linesOf(
    '- Owner: @maria', '- Budget: 300 EUR', '- 2026-11-16 posted', '- 2026-11-19 @lin awarded 280 EUR', '  - Disliked: Late 🙂.', '- 2026-11-20 delivered', '', 'Text.', '> - 2026-11-10', '```', '+ 2026-11-10 posted',
    '| Bid | Price |\n| --- | --- |\n| @lin | 280 EUR |\n| Tomek | 190 EUR |',
  ).map((lines) => ['### Photos (one-off)', ...lines]),
);

const anyNote = fc.tuple(notes(), task, fc.constantFrom('\n', '\n', '\r\n'), fc.constantFrom('', '\n', '\n\n## Next (recurring)\n\n- Owner: @kim\n'), fc.constantFrom('', '\ufeff'))
  .map(([before, lines, eol, end, mark]) => mark + `${before}\n\n${lines.join('\n')}${end}`.replace(/\r?\n/g, eol));

/** Those that write into the one task. */
const options: Readonly<Partial<Record<ActionName, Readonly<Record<string, string>>>>> = {
  logCompletion: { note: 'Done 🙂.', explained: '10m' },
  skipOccurrence: { note: '# no heading' },
  pause: { until: '2026-12-31', note: '```' },
  resume: {},
  addFeedback: { kind: 'Liked', text: '- no item\n## nor heading (recurring)' },
  recordAward: { who: '@lin' },
  markDelivered: { note: '<!-- not closed' },
  addReview: { rating: '5/5', note: '-->' },
  assignOwner: { who: '@jon' },
};

/** What an action does, or `undefined` where it refuses. */
function changeOf(name: ActionName, to: Task, context: ChangeContext, given: Readonly<Record<string, string>>): Change | undefined {
  try {
    return actions[name].change(to, context, given);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    assert.match(error.message, /^[“@A-Z].*[.?]$/s, 'a sentence');
    return undefined;
  }
}

describe('every action', () => {
  const done = new Map<ActionName, number>();

  for (const [name, given] of Object.entries(options) as [ActionName, Readonly<Record<string, string>>][]) {
    it(`changes nothing but its task: ${name}`, () => {
      fc.assert(fc.property(anyNote, (text) => {
        const document = readDocument(uri, text);
        const folder = Folder.empty('file:///desk').with(document);
        const context = { folder, today };
        for (const each of tasksOf(document)) {
          if (!actions[name].appliesTo(each, context)) continue;
          actions[name].proposals?.(each, context);
          actions[name].choices?.(each, context);
          const change = changeOf(name, each, context, given) ?? changeOf(name, each, context, { ...given, until: '' });
          if (!change) continue;
          done.set(name, (done.get(name) ?? 0) + 1);
          assert.deepEqual(Object.keys(change), ['edits']);
          assert.deepEqual(change.edits!.map((file) => file.uri), [uri]);
          const after = readDocument(uri, withEdits(text, change.edits![0]!.edits));
          const own = document.sections.indexOf(each.section);
          assert.deepEqual(sectionsBut(own, after), sectionsBut(own, document));
          assert.equal(after.sections[own]!.block?.title, each.block.title);
          assert(after.sections[own]!.block!.problems.length <= each.block.problems.length, 'what is written is understood');
          assert(isWithin(wordsOf(each), wordsOf({ block: each.block, section: after.sections[own]! })), 'what was there is there');
          const breaks = breaksOf(text);
          if (breaks.size === 1) assert.deepEqual(breaksOf(textOf(after)), breaks);
        }
      }), { numRuns: 300 });
      assert((done.get(name) ?? 0) > 5, `${name} was hardly ever done`);
    }).timeout(20_000);
  }
});

const sectionsBut = (own: number, { sections }: ReturnType<typeof readDocument>): string[] => sections.filter((_, i) => i !== own).map(({ text }) => text);

const breaksOf = (text: string): Set<string> => new Set(text.match(/\r\n|\n|\r/g));

/** Without people, bullets and what is in the fields that are changed. */
function wordsOf({ section: { text }, block }: Pick<Task, 'section' | 'block'>): string[] {
  const changed = block.fields.filter(({ key }) => key === 'Owner' || key === 'Backup' || key === 'Paused');
  const others = new Set(changed.flatMap(({ value }) => value.split(/\s+/)));
  return (text.match(/\S+/g) ?? []).filter((word) => !/^(?:[-*+]|@.*|\W*(?:owner|backup|paused)\W*)$/i.test(word) && !others.has(word));
}

/** Whether words are among others, in their order. */
function isWithin(words: readonly string[], others: readonly string[]): boolean {
  let at = 0;
  for (const word of others) if (word === words[at]) at++;
  return at === words.length;
}
