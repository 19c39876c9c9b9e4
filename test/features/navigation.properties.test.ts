/** What holds for navigation in any notes, at any position. */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { LocationLink, SelectionRange } from 'vscode-languageserver-types';
import type { NoteContext } from '../../server/context.ts';
import { definition } from '../../server/features/definition.ts';
import { documentHighlights } from '../../server/features/documentHighlights.ts';
import { documentLinks } from '../../server/features/documentLinks.ts';
import { documentSymbols } from '../../server/features/documentSymbols.ts';
import { foldingRanges } from '../../server/features/foldingRanges.ts';
import { references } from '../../server/features/references.ts';
import { prepareRename, rename } from '../../server/features/rename.ts';
import { selectionRanges } from '../../server/features/selectionRanges.ts';
import { tasksOf } from '../../server/notation/document.ts';
import { comparePositions, type Position, type Range } from '../../server/text.ts';
import { anyText, notes } from '../support/arbitraries.ts';
import { applied } from '../support/edits.ts';
import { able, contextAt } from '../support/feature.ts';
import { type Files, load, uriOf } from '../support/fixture.ts';
import { workspace } from '../support/notes.ts';

const { context: plain } = contextAt('');

function contextOf(files: Files, path = 'note.delegate.md'): NoteContext {
  const folder = load(files);
  return { ...plain, uri: uriOf(path), folder, document: folder.documents.get(uriOf(path))! };
}

const linesOf = (text: string): string[] => text.split(/\r\n|\n|\r/);

function assertInside({ start, end }: Range, lines: readonly string[]): void {
  assert(comparePositions(start, end) <= 0);
  for (const { line, character } of [start, end]) {
    assert(character <= (lines[line] ?? assert.fail(`line ${line} of ${lines.length}`)).length);
    assert(!/^[\ud800-\udbff][\udc00-\udfff]$/.test(lines[line]!.slice(Math.max(0, character - 1), character + 1)) || character === 0, 'a character is split');
  }
}

/** Every place where a cursor may stand: not within a character. */
function* positionsIn(lines: readonly string[]): Generator<Position> {
  for (const [line, text] of lines.entries()) {
    let character = 0;
    yield { line, character };
    for (const each of text) yield { line, character: (character += each.length) };
  }
}

describe('navigation', () => {
  it('never fails, wherever the cursor stands, and every range lies in its text', () => {
    fc.assert(fc.property(fc.oneof(anyText(), notes(), workspace().map((files) => files.get('note.delegate.md')!)), (text) => {
      const context = contextOf(new Map([['note.delegate.md', text], ['b.delegate.md', '@maria\n']]));
      const { uri } = context;
      const lines = linesOf(text);
      const inside = (range: Range): void => assertInside(range, lines);
      for (const { range } of documentLinks(context)) inside(range);
      for (const { startLine, endLine } of foldingRanges(context)) assert(0 <= startLine && startLine < endLine && endLine < lines.length);
      const symbols = documentSymbols(context);
      for (let symbol = symbols.pop(); symbol; symbol = symbols.pop()) {
        inside(symbol.range);
        inside(symbol.selectionRange);
        assert(comparePositions(symbol.range.start, symbol.selectionRange.start) <= 0 && comparePositions(symbol.selectionRange.end, symbol.range.end) <= 0);
        symbols.push(...(symbol.children ?? []));
      }
      for (const position of positionsIn(lines)) {
        for (const { targetUri, targetRange, targetSelectionRange } of (definition(context, position) ?? []) as LocationLink[]) {
          if (targetUri !== uri) continue;
          inside(targetRange);
          inside(targetSelectionRange);
        }
        for (const location of references(context, position, true) ?? []) if (location.uri === uri) inside(location.range);
        for (const { range } of documentHighlights(context, position) ?? []) inside(range);
        const prepared = prepareRename(context, position);
        if (prepared && 'range' in prepared) inside(prepared.range);
        rename(context, position, 'new');
        let inner: SelectionRange | undefined;
        for (let each = selectionRanges(context, [position])[0]; each; inner = each, each = each.parent) {
          inside(each.range);
          const { start, end } = inner?.range ?? { start: position, end: position };
          assert(comparePositions(each.range.start, start) <= 0 && comparePositions(end, each.range.end) <= 0);
        }
      }
    }), { numRuns: 25 });
  });
});

describe('renaming a person there and back', () => {
  it('gives the same bytes, and nothing but the handle changes', () => {
    fc.assert(fc.property(workspace(), fc.constantFrom('maria', 'jon', 'lin', 'nora'), (files, handle) => {
      const all = new Map([...files, ['b.delegate.md', `@${handle}, @${handle}-b and @x${handle}\n`]]);
      const there = afterRename(all, 'zoë_9');
      if (!there) return;
      for (const [path, text] of there) assert.equal(text.replaceAll('zoë_9', handle), all.get(path));
      assert(there.get('b.delegate.md')!.includes(`@${handle}-b and @x${handle}`));
      assert.deepEqual(afterRename(there, handle), all);
    }), { numRuns: 100 });
  });
});

/** The files after somebody got another handle; `undefined` where that is refused. */
const afterRename = (files: Files, name: string): Files | undefined => renamedAt(files, 'b.delegate.md', { line: 0, character: 1 }, name);

function renamedAt(files: Files, path: string, position: Position, name: string): Files | undefined {
  const answer = rename({ ...contextOf(files, path), abilities: able }, position, name);
  assert(answer, `nothing to rename at ${path} ${position.line}:${position.character}`);
  return 'refused' in answer ? undefined : applied(files, answer);
}

describe('renaming a task there and back', () => {
  it('gives the same bytes, over its “Same as” and its links', () => {
    fc.assert(fc.property(workspace(), fc.nat(3), (files, index) => {
      const { folder, document } = contextOf(files);
      const task = tasksOf(document)[index];
      if (!task || task.block.title === '') return;
      const { title, titleAt } = task.block;
      const { slug } = folder.outline(document).headings.find(({ line }) => line === task.firstLine)!;
      const all = new Map([...files, ['b.delegate.md', `## B (one-off)\n\n- Same as: ${title}\n- Process: [As there](note.delegate.md#${slug})\n`]]);
      const position = { line: task.firstLine, character: titleAt.start };
      const there = renamedAt(all, 'note.delegate.md', position, 'Zebra & Co. 9');
      if (!there) return;
      assert.match(there.get('b.delegate.md')!, /Same as: Zebra & Co\. 9\n- Process: \[As there\]\(note\.delegate\.md#zebra--co-9-/);
      assert.deepEqual(renamedAt(there, 'note.delegate.md', position, title), all);
    }), { numRuns: 100 });
  });
});
