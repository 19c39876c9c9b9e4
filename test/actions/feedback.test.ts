/** Feedback under entries. Today is Monday, 23 November 2026. */
import assert from 'node:assert/strict';
import { actions } from '../../server/actions/index.ts';
import { actionContext, taskOf } from '../../server/actions/place.ts';
import { optionProblem } from '../../server/actions/action.ts';
import { contextAt } from '../support/feature.ts';
import { after, refusal } from './support.ts';

const liked = { kind: 'Liked', text: 'On time.' };
const task = (...lines: readonly string[]): string => ['## Send$0 invoices (recurring)', '', '- Owner: @maria', '', ...lines].join('\n');

/** The entries with what is under them, after feedback. */
const entries = (text: string, options: Readonly<Record<string, unknown>> = liked): string[] => after('addFeedback', text, options).split('\n').slice(4);

describe('Add Feedback', () => {
  for (const [what, text, expected] of [
    ['goes under the newest run', task('- 2026-11-23 paused', '- 2026-11-20 1h', '- 2026-11-13 1h', ''), ['- 2026-11-23 paused', '- 2026-11-20 1h', '  - Liked: On time.', '- 2026-11-13 1h', '']],
    ['goes below what is there', task('- 2026-11-20 1h: Late,', '  but good.', '  - Disliked: Late.', '', '  Another word.', '- 2026-11-13'), ['- 2026-11-20 1h: Late,', '  but good.', '  - Disliked: Late.', '', '  Another word.', '  - Liked: On time.', '- 2026-11-13']],
    ['is indented as the entry is', task('1. 2026-11-20 1h', '2. 2026-11-13'), ['1. 2026-11-20 1h', '   - Liked: On time.', '2. 2026-11-13']],
    ['has the bullet of the entry', task('* 2026-11-20 1h', '* 2026-11-13'), ['* 2026-11-20 1h', '  * Liked: On time.', '* 2026-11-13']],
    ['keeps tabs', task('-\t2026-11-20 1h', '-\t2026-11-13'), ['-\t2026-11-20 1h', ' \t- Liked: On time.', '-\t2026-11-13']],
    ['does not go to an entry within the entry', task('- 2026-11-20 1h', '  - 2026-11-06 2h', ''), ['- 2026-11-20 1h', '  - Liked: On time.', '  - 2026-11-06 2h', '']],
    ['needs no line break at the end', task('- 2026-11-20 1h 🙂'), ['- 2026-11-20 1h 🙂', '  - Liked: On time.']],
  ] as const) it(what, () => assert.deepEqual(entries(text), expected));

  it('goes under the entry that the cursor is in', () => {
    assert.deepEqual(entries(task('- 2026-11-20 1h', '- 2026-11-13 1h', '  - Liked: $0Fast.').replace('$0 ', ' ')), ['- 2026-11-20 1h', '- 2026-11-13 1h', '  - Liked: Fast.', '  - Liked: On time.']);
  });
  it('goes under the entry that is named, by its day or its words', () => {
    const text = task('- 2026-11-20 1h', '- 2026-11-13 1h: One.', '- 2026-11-13 1h: Two.');
    assert.deepEqual(entries(text, { ...liked, entry: '2026-11-13' }), ['- 2026-11-20 1h', '- 2026-11-13 1h: One.', '  - Liked: On time.', '- 2026-11-13 1h: Two.']);
    assert.deepEqual(entries(text, { ...liked, entry: '2026-11-13 1h: Two.' }).at(-1), '  - Liked: On time.');
  });
  it('is one line of words', () => assert.deepEqual(entries(task('- 2026-11-20'), { kind: 'disliked', text: ' Late.\n## Two (recurring) ' }), ['- 2026-11-20', '  - Disliked: Late. ## Two (recurring)']));
  it('keeps the line breaks and the mark of the file', () => {
    const text = `\ufeff${task('- 2026-11-20 1h', '- 2026-11-13 1h', '')}`.replaceAll('\n', '\r\n');
    assert.equal(after('addFeedback', text, liked), text.replace('$0', '').replace('- 2026-11-20 1h\r\n', '- 2026-11-20 1h\r\n  - Liked: On time.\r\n'));
  });

  for (const [what, text, options, says] of [
    ['nothing said', task('- 2026-11-20'), { kind: 'Liked', text: ' ' }, 'Say in a few words what was liked or not, so that it can be kept or changed.'],
    ['another kind', task('- 2026-11-20'), { kind: 'constructor', text: 'x' }, '“constructor” is not Liked or Disliked.'],
    ['an entry that there is not', task('- 2026-11-20'), { ...liked, entry: '2026-11-21' }, 'There is no entry “2026-11-21” any more.'],
    ['a function without a run', task('- 2026-11-20 skipped'), liked, 'Add Feedback is for a task with an entry that tells of work, be it a run or a delivery, which “Send invoices” is not.'],
    ['an entry with an open end', task('- 2026-11-20', '  ```', '  code'), liked, 'What is to be written into “Send invoices” would not be read there. Look for a code block or a comment in it that is not closed, and close it first.'],
  ] as const) it(`refuses ${what}`, () => assert.equal(refusal('addFeedback', text, options), says));

  it('says at once that there have to be words', () => {
    assert.match(optionProblem(actions.addFeedback, 'text', '')!, /^Say in a few words/);
    assert.equal(optionProblem(actions.addFeedback, 'text', 'On time.'), undefined);
  });

  describe('asks', () => {
    const asked = (text: string, isPlace = true) => {
      const { context, position } = contextAt(text);
      const at = taskOf(context.document, position);
      const title = isPlace ? {} : { title: at.block.title };
      const asking = actionContext(context, at, { line: position.line, ...title });
      return { proposed: actions.addFeedback.proposals!(at, asking)['entry'], entries: actions.addFeedback.choices!(at, asking)['entry'] };
    };
    it('for one of the entries, the newest run first', () => {
      assert.deepEqual(asked(task('- 2026-11-23 paused: The office $(flame) is closed.', '- 2026-11-13 @maria 1h', '  - Liked: x', '- 2026-11-20 1h', '- 2026-11-31')), {
        proposed: undefined,
        entries: [
          { value: '2026-11-20 1h', label: 'Fri 20 Nov', description: 'done' },
          { value: '2026-11-23 paused: The office $(flame) is closed.', label: 'Mon 23 Nov', description: 'paused', detail: 'The office $(flame) is closed.' },
          { value: '2026-11-13 @maria 1h', label: 'Fri 13 Nov', description: '@maria · done · feedback: 1' },
          { value: '2026-11-31', label: '2026-11-31', description: 'done' },
        ],
      });
    });
    it('not where there is one, or the cursor is in one', () => {
      assert.deepEqual(asked(task('- 2026-11-20 1h')), { proposed: undefined, entries: undefined });
      assert.deepEqual(asked(task('- 2026-11-20 1h', '- 2026-11-13 $02h').replace('Send$0', 'Send')), { proposed: '2026-11-13 2h', entries: undefined });
    });
    it('where a title tells the task, as its lines may be others by now', () => assert.equal(asked(task('- 2026-11-20 1h', '- 2026-11-13 $02h').replace('Send$0', 'Send'), false).entries?.length, 2));
  });
});
