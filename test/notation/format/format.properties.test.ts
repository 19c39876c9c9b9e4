/** What holds for every text that is formatted. */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { lint } from 'markdownlint/sync';
import { certainDay } from '../../../server/notation/dates.ts';
import { type Document, readDocument, spanText, tasksOf } from '../../../server/notation/document.ts';
import { parseAmount } from '../../../server/notation/amounts.ts';
import { readCadence } from '../../../server/notation/cadence/read.ts';
import { parseDuration } from '../../../server/notation/durations.ts';
import { anyText, notes, tableMarkdown } from '../../support/arbitraries.ts';
import { checkAll } from '../../support/fixture.ts';
import { formatEdits, formatted } from '../../support/formatted.ts';
import { workspace } from '../../support/notes.ts';
import { realMarkdown, upTo } from '../../support/packages.ts';

const read = (text: string): Document => readDocument('file:///note.delegate.md', text);

const oneOf = (...pieces: string[]): fc.Arbitrary<string> => fc.constantFrom(...pieces);

/** Lines of a task in every state of order: bullets, indentation, comments and blank lines as they come. */
const untidyLine = fc.oneof(
  fc.tuple(oneOf('- ', '* ', '+ ', '-   ', ' - ', '  * ', '-\t', '1. '), fc.oneof(
    oneOf('owner: @maria', '**Estimate:** 90 min', '__cadence__ : fridays', 'Budget: €280', 'Room: 5', 'starts: 1.9.2026', 'Owner:', 'Estimate: 1h\n  of work', 'Skills: a <!-- b -->'),
    fc.tuple(oneOf('2026-05-29', '2026-06-30', '2026-07-31', '1.8.2026', '2026-02-30', '**2026-09-01**', '[x] 2026-08-28', '[ ] 2026-08-01'), oneOf('', ' @maria', ' 90 min @jon', ' explained 20 min Skipped', ' 4/5 €280', ' sent it'), oneOf('', ': done  well', ':', ' <!-- c -->', '\n  - liked: fast', '\n    * **disliked**: late', '\nlazy', '\n\n      text')).map((parts) => parts.join('')),
    oneOf('something else', 'a\n  - b'),
  )).map((parts) => parts.join('')),
  oneOf('', '', '', 'Text.', '<!-- note -->', '<!-- delegate-disable-next-line entry-order -->', '<!-- delegate-disable-line x -->', '<!-- delegate-disable -->', '<!-- delegate-enable -->', '<!--\nlong\n-->', '### History', '```\n- 2026-01-01 90 min\n```', '|Bid|Price|\n|-|-:|\n|@lin|€280|', '> - 2026-05-01 90 min', '***'),
);

const untidy = (): fc.Arbitrary<string> =>
  fc.tuple(oneOf('## A (recurring)', '## B (one-off)', '# C', '## D (recurring) <!-- e -->'), fc.array(untidyLine, { maxLength: 14 }), oneOf('\n', '\n', '\r\n'), oneOf('', '\n', '\n\n'))
    .map(([heading, lines, lineBreak, end]) => [heading, ...lines].join('\n').concat(end).replaceAll('\n', lineBreak));

/** Notes that are nearly right, notes of broken parts, and no notes at all. */
const texts = (): fc.Arbitrary<string> => fc.oneof(untidy(), untidy(), workspace().map((files) => files.get('note.delegate.md')!), notes(), tableMarkdown(), anyText());

const holds = (property: (text: string, after: string) => void, numRuns = 400): void =>
  fc.assert(fc.property(texts(), (text) => property(text, formatted(text))), { numRuns });

/** What a value says, whatever it is written as. */
function valueOf(value: string): unknown {
  const cadence = readCadence(value);
  return parseDuration(value) ?? parseAmount(value) ?? certainDay(value) ?? (cadence.ok ? [cadence.cadence, cadence.bounds] : value);
}

/** What is read in the tasks of a note: lists of what may change places are sorted. */
function told(document: Document): unknown {
  const sorted = (rows: readonly unknown[]): string[] => rows.map((row) => JSON.stringify(row)).sort();
  return tasksOf(document).map(({ block, section }) => [
    block.kind,
    block.title,
    sorted(block.fields.map(({ key, name, value }) => [key ?? name, valueOf(value)])),
    sorted(block.entries.map(({ date, dateAt, who, duration, verb, explained, forDate, rating, amount, note, feedback }) => [
      date ?? certainDay(spanText(section, dateAt)) ?? spanText(section, dateAt), who?.handle, duration?.value, verb, explained?.value, forDate?.value, rating?.value, amount?.value, note,
      feedback.map(({ kind, text }) => [kind, text]),
    ])),
    sorted(block.milestones.map(({ title, done, amount }) => [title, done, amount])),
    block.steps.length,
    block.brief.map(({ kind }) => kind),
  ]);
}

/** Words that no canonical form touches; of a cadence it takes others. */
const wordsOf = (text: string): string[] => (text.replace(/^(.*\bcadence\b[^:\r\n]*:).*$/gim, '$1').match(/\p{L}{4,}/gu) ?? []).map((word) => word.toLowerCase()).filter((word) => !/^(?:minutes?|mins?|hours?|every|other|fridays?)$/.test(word)).sort();

const countsOf = (items: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
};

function assertNoMore(before: readonly string[], after: readonly string[]): void {
  const allowed = countsOf(before);
  for (const [item, count] of countsOf(after)) assert(count <= (allowed.get(item) ?? 0), `${count} times ${item}, and it was ${allowed.get(item) ?? 0}`);
}

const lintsOf = (text: string): string[] => lint({ strings: { note: text } })['note']!.map(({ ruleNames }) => ruleNames[0]!);

describe('a formatted text', () => {
  it('stays as it is when it is formatted again', () => {
    holds((_, after) => assert.equal(formatted(after), after), 800);
  });

  it('says what it said', () => {
    holds((text, after) => assert.deepEqual(told(read(after)), told(read(text))), 600);
  });

  it('has all its words, and its comments', () => {
    holds((text, after) => {
      assert.deepEqual(wordsOf(after), wordsOf(text));
      const comments = (each: string): string[] => (each.match(/<!--[^]*?-->/g) ?? []).map((comment) => comment.replace(/\s+/g, ' ')).sort();
      assert.deepEqual(comments(after), comments(text));
    });
  });

  it('has its disable comments before the lines that they are about', () => {
    holds((text, after) => {
      const about = (each: string): string[] => [...each.matchAll(/delegate-disable-next-line.*-->[^\S\r\n]*(?:\r\n|\n|\r)\s*(\S.*)/g)].map(([, line]) => wordsOf(line!).join(' ')).sort();
      assert.deepEqual(about(after), about(text));
    });
  });

  it('ends its lines as it did', () => {
    holds((text, after) => {
      const breaks = (each: string): Set<string> => new Set(each.match(/\r\n|\n|\r/g) ?? ['\n']);
      for (const each of breaks(after)) assert(breaks(text).has(each));
      if (/\S[^\S\r\n]*$/.test(text)) assert.doesNotMatch(after, /[\r\n]$/);
      if (/[\r\n]$/.test(text) && after !== '') assert.match(after, /[\r\n]$/);
    });
  });

  it('has no finding that it had not', () => {
    fc.assert(fc.property(workspace(), (files) => {
      const path = 'note.delegate.md';
      // Of a date that is understood at last, more can be said.
      files.set(path, files.get(path)!.replaceAll('3.11.2026', '2026-11-03'));
      const codes = (each: ReadonlyMap<string, string>): string[] => checkAll({ files: each }).map(({ code }) => code);
      assertNoMore(codes(files), codes(new Map(files).set(path, formatted(files.get(path)!))));
    }), { numRuns: 200 });
  });

  it('has nothing for markdownlint that it had not', () => {
    const note = workspace().map((files) => files.get('note.delegate.md')!);
    fc.assert(fc.property(fc.oneof(note, untidy()), (text) => assertNoMore(lintsOf(text), lintsOf(formatted(text)))), { numRuns: 100 });
  });
});

describe('edits of the formatter', () => {
  it('touch no line that stays as it is', () => {
    holds((text) => {
      const lines = text.split(/\r\n|\n|\r/);
      for (const { range: { start, end }, newText } of formatEdits(text)) {
        if (start.line === end.line) assert.notEqual(lines[start.line]!.slice(start.character, end.character), newText);
      }
    });
  });
});

describe('real Markdown', () => {
  it('of many hands is formatted once and for all', () => {
    for (const text of realMarkdown()) {
      const after = formatted(text);
      assert.equal(formatted(after), after);
    }
  });

  it('has nothing for markdownlint that it had not', () => {
    for (const text of upTo(200_000, realMarkdown())) assertNoMore(lintsOf(text), lintsOf(formatted(text)));
  });
});
