/** What holds for every text, however it is mangled. */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { type Document, readDocument, type Section, spanText, textOf } from '../../server/notation/document.ts';
import { Headers } from '../../server/notation/headers.ts';
import { Shelf } from '../../server/notation/shelf.ts';
import { formatDay } from '../../server/notation/dates.ts';
import type { Range, Span } from '../../server/text.ts';
import { anyText, notes } from '../support/arbitraries.ts';

const read = (text: string): Document => readDocument('file:///note.delegate.md', text);

const holds = (texts: fc.Arbitrary<string>, property: (text: string, document: Document) => void): void =>
  fc.assert(fc.property(texts, (text) => property(text, read(text))), { numRuns: 1000, seed: 7 });

/** Lines without their breaks, as an editor counts them. */
const linesOf = (text: string): string[] => text.split(/\r\n|\n|\r/);

describe('any text', () => {
  it('is read, and kept to the letter', () => {
    holds(anyText(), (text, document) => assert.equal(textOf(document), text));
  });

  it('has as many lines as an editor counts, and each section begins where the ones before it end', () => {
    holds(anyText(), (text, document) => {
      let before = '';
      document.sections.forEach((section, i) => {
        assert.equal(document.firstLines[i], linesOf(before).length - 1);
        before += section.text;
        assert.equal(section.lineStarts.length, section.lineCount + 1);
        assert.equal(section.lineStarts.at(-1), section.text.length);
        for (let line = 0; line < section.lineCount; line++) {
          assert.ok(section.lineStarts[line + 1]! > section.lineStarts[line]!);
          assert.equal(linesOf(section.text.slice(section.lineStarts[line], section.lineStarts[line + 1]))[0], linesOf(section.text)[line]);
        }
      });
      const lines = linesOf(text);
      assert.equal(document.lineCount, lines.at(-1) === '' ? lines.length - 1 : lines.length);
    });
  });

  it('has every place that is handed out inside its line, and on the edge of a character', () => {
    holds(anyText(), (text, document) => {
      const { frontMatter: { root: _, ...frontMatter }, ...header } = document.header;
      const lines = linesOf(text);
      eachPlace([frontMatter, header], (at) => assertInside(at, lines));
      for (const section of document.sections) {
        const { text: its, lineStarts: _starts, nodes, ...read } = section;
        const sectionLines = linesOf(its);
        eachPlace(read, (at) => assertInside(at, sectionLines));
        for (const node of nodes) {
          assert.ok(node.line < node.endLine && node.endLine <= section.lineCount);
          assertInside({ line: node.line, start: node.column, end: node.column }, sectionLines);
        }
      }
    });
  });
});

describe('a section', () => {
  it('reads the same wherever it stands', () => {
    holds(notes(), (_text, document) => {
      document.sections.forEach((section, i) => {
        // What begins the file may be its front matter.
        if (i === 0 || /^(?:---|\ufeff)/.test(section.text)) return;
        const alone = read(section.text);
        assert.equal(alone.sections.length, 1);
        assert.deepEqual(saidBy(alone.sections[0]!), saidBy(section));
      });
    });
  });

  it('reads the same again once it was let go of', () => {
    holds(notes(), (text, document) => {
      const shelf = new Shelf();
      const lent = readDocument('file:///a.delegate.md', text, new Headers(), shelf);
      const blocks = lent.sections.map(({ block }) => block);
      shelf.takeBack();
      assert.deepEqual(lent.sections.map(saidBy), document.sections.map(saidBy));
      lent.sections.forEach(({ block }, i) => assert(block === undefined || block !== blocks[i], 'it was read again'));
    });
  });
});

const saidBy = ({ text, kind, lineCount, lineStarts, nodes, block, mentions, directives }: Section): Section => ({ text, kind, lineCount, lineStarts, nodes, block, mentions, directives });

describe('what is read in a task stands where it says', () => {
  it('the title, the kind, names of fields, people, dates and verbs', () => {
    holds(notes(), (_text, document) => {
      for (const section of document.sections) {
        const at = (place: Span): string => spanText(section, place);
        for (const mention of section.mentions) assert.equal(at(mention.at), `@${mention.handle}`);
        const { block } = section;
        if (!block) continue;
        assert.equal(at(block.kindAt).toLowerCase(), block.kind);
        if (block.title !== '' && !block.title.includes('  ')) assert.equal(at(block.titleAt), block.title);
        for (const person of [block.owner, block.backup]) if (person) assert.equal(at(person.at), `@${person.handle}`);
        for (const field of block.fields) {
          assert.equal(at(field.nameAt), field.name);
          assert.ok(field.value.startsWith(at(field.valueAt)));
        }
        for (const entry of block.entries) {
          if (entry.date !== undefined) assert.equal(at(entry.dateAt), formatDay(entry.date));
          if (entry.who) assert.equal(at(entry.who.at), `@${entry.who.handle}`);
          if (entry.verbAt) assert.equal(at(entry.verbAt).toLowerCase(), entry.verb);
          for (const { text, at: place } of entry.feedback) assert.ok(text.startsWith(at(place)));
        }
        for (const { boxAt, done } of block.milestones) assert.equal(at(boxAt) !== ' ', done);
        for (const bid of block.bids?.rows ?? []) assert.equal(at(bid.at), bid.isHandle ? `@${bid.bidder}` : bid.bidder);
      }
    });
  });
});

function assertInside({ line, start, end }: Span, lines: readonly string[]): void {
  const text = lines[line];
  assert.ok(text !== undefined, `line ${line} of ${lines.length}`);
  assert.ok(0 <= start && start <= end && end <= text.length, `${start} to ${end} of ${JSON.stringify(text)}`);
  for (const edge of [start, end]) assert.ok(!isInsidePair(text, edge), `${edge} splits a character of ${JSON.stringify(text)}`);
}

const isInsidePair = (text: string, at: number): boolean => /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));

/** Calls back with every span, and with both ends of every range, anywhere in a value; getters count. */
function eachPlace(value: unknown, visit: (at: Span) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (isSpan(value)) return visit(value);
  if (isRange(value)) {
    for (const { line, character } of [value.start, value.end]) visit({ line, start: character, end: character });
    return;
  }
  if (value instanceof Map) return eachPlace([...(value as Map<unknown, unknown>).values()], visit);
  const prototype = Object.getPrototypeOf(value) as object | null;
  const getters = prototype && prototype !== Object.prototype && !Array.isArray(value) ? Object.entries(Object.getOwnPropertyDescriptors(prototype)).filter(([, { get }]) => get) : [];
  for (const key of [...Object.keys(value), ...getters.map(([name]) => name)]) {
    if (key !== 'parent') eachPlace((value as Record<string, unknown>)[key], visit);
  }
}

const isSpan = (value: object): value is Span => 'line' in value && 'start' in value && 'end' in value && typeof value.start === 'number';

const isRange = (value: object): value is Range => 'start' in value && 'end' in value && typeof value.start === 'object';
