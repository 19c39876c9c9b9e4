/** What holds for the draft of any task. */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { lint } from 'markdownlint/sync';
import { draftOf, folded, toldWith } from '../../server/model/draft.ts';
import { draftFor, template } from '../../server/model/processText.ts';
import type { Folder } from '../../server/model/workspace.ts';
import { readDocument, type Task } from '../../server/notation/document.ts';
import { stepListIn } from '../../server/notation/writeSteps.ts';
import { anyText, notes } from '../support/arbitraries.ts';
import { load, uriOf } from '../support/fixture.ts';
import { workspace } from '../support/notes.ts';

const place = uriOf('processes/new.md');

/** What people write in briefs and feedback, with what trips up a list. */
const words = fc.array(fc.constantFrom(
  'Send', 'the invoices', 'by noon.', 'Ask @jon', 'first!', '**Never** twice.', '[the rates](rates.md)', '[All of it](../a%20b.md#c).', 'See [the list][list].', '`npm run build`.', '- and', '1. then', '# or',
  '2026-11-23 at noon', 'e.g. Blue', '\u{1f600}', 'naïve ü', '(in the', 'red folder).', 'https', 'my_file_name', '<!-- not now -->', '+ 2', 'a "quoted word"', 'at 9:30',
  'and a good many more words that have to go onto the next line of the document', '先看时间表。', 'Liked:', 'TBD', '…',
), { minLength: 1, maxLength: 7 }).map((each) => each.join(' '));
const points = fc.array(fc.tuple(fc.constantFrom('Liked', 'Disliked', '**disliked**'), words).map(([kind, text]) => `  - ${kind}: ${text}`), { maxLength: 3 });
const items = fc.array(fc.tuple(fc.constantFrom('- ', '- ', '  - ', '\n  '), words).map(([marker, text]) => marker + text.replace(/^(?:[-+*#]|\d+[.)]|2026)/, 'Then $&')), { maxLength: 5 }).map((each) => ['', `- First ${each.length}.`, ...each, ''].join('\n'));
const prose = fc.tuple(fc.constantFrom('Text', 'A: ', '*All*.', '<!-- b --> # c'), words).map(([start, text]) => `\n${start} ${text}\n`);
const titles = fc.constantFrom('Invoices', 'Photos of [plates](a.md)', 'C #', 'Done!', 'Who pays: @jon?', '', '\u{1f600}', 'A `b` c');
const task = fc.tuple(titles, fc.constantFrom('recurring', 'one-off'), fc.array(fc.oneof(prose, items), { maxLength: 3 }), points).map(([title, kind, brief, said]) => `## ${title} (${kind})\n${kind === 'one-off' ? '\n- Same as: Invoices\n' : ''}${brief.join('')}\n- 2026-11-20 @jon 1h: 14 invoices.\n${said.join('\n')}\n`);
const told = fc.tuple(fc.array(task, { minLength: 1, maxLength: 3 }), fc.constantFrom('\n', '\r\n')).map(([tasks, eol]) => `${tasks.join('\n')}\n[list]: b.md\n`.replaceAll('\n', eol));

const texts = fc.oneof(told, told, workspace().map((files) => files.get('note.delegate.md')!), notes(), anyText());

function each(text: string, call: (task: Task, draft: string | undefined, folder: Folder) => void): void {
  const folder = load(new Map([['note.delegate.md', text]]));
  for (const task of folder.tasks()) call(task, draftFor(task, folder, place), folder);
}

/** Spaces within emphasis, code and links, and emphasis that stands for a heading. */
const aboutWords = new Set(['MD036', 'MD037', 'MD038', 'MD039']);

const oneLine = (text: string): string => folded(text).replace(/[ \t\r\n]+/g, ' ');

describe('the draft of any task', () => {
  it('is there wherever something was liked or disliked, and a template everywhere', () => {
    fc.assert(fc.property(texts, (text) => each(text, (task, draft, folder) => {
      assert.match(template(task, folder, { uri: place, title: task.block.title }), /^# .+(?:\r\n|\n|\r)/);
      if (task.block.entries.some(({ feedback }) => feedback.some(({ text: said }) => /^\p{L}/u.test(said)))) assert(draft !== undefined);
    })), { numRuns: 300 });
  });

  it('holds all that was liked and disliked', () => {
    fc.assert(fc.property(texts, (text) => each(text, ({ block }, draft) => {
      for (const { feedback } of block.entries) {
        for (const { text: said } of feedback) {
          // Comments go, and links lead on from another place.
          if (said === '' || /[<\\\][]/.test(said)) continue;
          assert(oneLine(draft!).includes(oneLine(said)), `“${said}” is not in:\n${draft}`);
        }
      }
    })), { numRuns: 400 });
  });

  it('has nothing for markdownlint but what it says about words that the note has too', () => {
    const rulesOf = (text: string): string[] => lint({ strings: { text } })['text']!.map(({ ruleNames }) => ruleNames[0]!);
    fc.assert(fc.property(told, (text) => {
      const known = new Set(rulesOf(text).filter((rule) => aboutWords.has(rule)));
      each(text, (_, draft) => assert.deepEqual(rulesOf(draft ?? '').filter((rule) => !known.has(rule)), [], draft));
    }), { numRuns: 300 });
  });

  it('is a title and one list, whose items are its steps', () => {
    fc.assert(fc.property(told, (text) => each(text, (task, draft, folder) => {
      if (draft === undefined) return;
      const document = readDocument(place, draft);
      assert.equal(document.sections.length, 1, draft);
      const { steps } = draftOf(toldWith(task, folder), place, folder);
      assert.equal(stepListIn(document, 0, document.lineCount)!.items.length, Math.max(3, steps.length), draft);
      if (text.includes('\r\n')) assert.doesNotMatch(draft, /(?<!\r)\n/);
    })), { numRuns: 300 });
  });
});
