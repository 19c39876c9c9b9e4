/** A note that is edited reads as the same text does from scratch, whatever is typed, pasted, deleted or taken back. */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { type Document, readDocument, textOf } from '../../server/notation/document.ts';
import { editDocument } from '../../server/notation/edit.ts';
import { Headers } from '../../server/notation/headers.ts';
import type { Position, TextEdit } from '../../server/text.ts';
import { anyText, notes } from '../support/arbitraries.ts';

const uri = 'file:///note.delegate.md';

/** Where an offset is, as an editor counts: never between a CR and its LF. */
function positionAt(text: string, offset: number): Position {
  const inside = text[offset - 1] === '\r' && text[offset] === '\n' ? offset - 1 : offset;
  const lines = text.slice(0, inside).split(/\r\n|\n|\r/);
  return { line: lines.length - 1, character: lines.at(-1)!.length };
}

const clean = (offset: number, text: string): number => (text[offset - 1] === '\r' && text[offset] === '\n' ? offset - 1 : offset);

interface Step {
  /** Between 0 and 1, from the start of the text to its end. */
  readonly at: number;
  readonly deleted: number;
  readonly typed: string;
}

const bits = [
  '', 'a', '\n', '\n\n', '\r', '\r\n', '#', '# ', '## b (recurring)\n', '\n### c\n', '```', '\n```\n', '<!--', '-->', '\n---\n', '---', '===\n', '\ufeff', '- ', '> ', '    ',
  '| a |\n|---|\n', '- Owner: @a\n', '- 2026-11-23 @a 1h: b\n', '(one-off)', '<!-- delegate-disable -->', '\u{1f600}', '[a]: b\n',
];

const steps = fc.array(
  fc.record<Step>({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    deleted: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(5) }, { weight: 1, arbitrary: fc.nat(200) }),
    typed: fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...bits) }, { weight: 1, arbitrary: notes() }),
  }),
  { minLength: 1, maxLength: 8 },
);

function edit(text: string, { at, deleted, typed }: Step): [after: string, edit: TextEdit] {
  const start = clean(Math.round(at * text.length), text);
  const end = clean(Math.min(start + deleted, text.length), text);
  return [text.slice(0, start) + typed + text.slice(end), { range: { start: positionAt(text, start), end: positionAt(text, end) }, newText: typed }];
}

/** Without what front matter is looked up in. */
const visible = ({ header, ...document }: Document): unknown => ({ ...document, header: JSON.parse(JSON.stringify({ ...header, frontMatter: { ...header.frontMatter, root: undefined } })) as unknown });

function assertSame(edited: Document, text: string, headers: Headers): void {
  assert.equal(textOf(edited), text);
  assert.deepEqual(visible(edited), visible(readDocument(uri, text, headers)));
}

describe('an edited note', () => {
  for (const [name, texts] of [['notes', notes()], ['any text', anyText()], ['several notes in one', fc.array(notes(), { minLength: 2, maxLength: 5 }).map((all) => all.join('\n'))]] as const) {
    it(`reads as if it had never been another: ${name}`, () => {
      fc.assert(fc.property(texts, steps, (first, all) => {
        const headers = new Headers();
        let text = first;
        let document = readDocument(uri, text, headers);
        const undone: string[] = [];
        for (const step of all) {
          undone.push(text);
          const [after, change] = edit(text, step);
          document = editDocument(document, change, headers);
          text = after;
          assertSame(document, text, headers);
        }
        // Taken back in one go, as an editor does it.
        const end = positionAt(text, text.length);
        document = editDocument(document, { range: { start: { line: 0, character: 0 }, end }, newText: undone[0]! }, headers);
        assertSame(document, undone[0]!, headers);
      }), { numRuns: 600 });
    });
  }

  it('keeps the sections that the edit does not reach', () => {
    const headers = new Headers();
    const text = Array.from({ length: 50 }, (_, i) => `## Task ${i} (recurring)\n\n- Owner: @maria\n\n- 2026-11-20 1h\n`).join('\n');
    const before = readDocument(uri, text, headers);
    const line = before.firstLines[20]! + 2;
    const after = editDocument(before, { range: { start: { line, character: 14 }, end: { line, character: 14 } }, newText: 'a\n- Estimate: 1h' }, headers);
    const kept = after.sections.filter((section, i) => before.sections[i] === section);
    assert.equal(kept.length, 49);
    assert.notEqual(after.sections[20], before.sections[20]);
    assert.equal(after.firstLines[21], before.firstLines[21]! + 1);
  });

  it('holds no section twice, though a copy is pasted above it', () => {
    const task = '## Photos (one-off)\n\n- Due: 2026-12-01\n\n';
    const start = { line: 0, character: 0 };
    const { sections } = editDocument(readDocument(uri, task.repeat(3)), { range: { start, end: start }, newText: task }, new Headers());
    assert.deepEqual([sections.length, new Set(sections).size], [4, 4]);
  });

  it('takes a position behind the end of a line or of the text for that end', () => {
    const headers = new Headers();
    const typed = (line: number, character: number): string =>
      textOf(editDocument(readDocument(uri, 'a\r\nb\n', headers), { range: { start: { line, character }, end: { line, character } }, newText: 'x' }, headers));
    assert.equal(typed(0, 99), 'ax\r\nb\n');
    assert.equal(typed(2, 0), 'a\r\nb\nx');
    assert.equal(typed(99, 99), 'a\r\nb\nx');
  });
});
